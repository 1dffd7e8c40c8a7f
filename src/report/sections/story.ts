/** What is known of what the scenario tells, and what it assumes. */
import type { ResultDocument } from "../../result/document.js";
import { html, type Html } from "../html.js";
import { section } from "../section.js";

/** True where the scenario says anything of it. */
export function hasStory({ story }: ResultDocument): boolean {
  return story !== undefined;
}

export function story({ story: told }: ResultDocument): Html {
  const { known, assumed } = told!;
  return section("story", "What is known and what is assumed of this story", [
    list("Known", known, "Nothing was reported of it."),
    list("Assumed", assumed, "The scenario names nothing."),
    html`<p class="note">Beside these stand the <a href="#assumptions">assumptions of the model</a>, each with its source.</p>\n`,
  ]);
}

function list(title: string, sentences: readonly string[], none: string): Html {
  return html`<h3>${title}</h3>
${sentences.length === 0 ? html`<p>${none}</p>` : html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}
`;
}
