/** A part of the page that can be linked to, under its heading. */
import { html, type Content, type Html } from "./html.js";

export function section(id: string, title: string, content: Content): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}</section>
`;
}
