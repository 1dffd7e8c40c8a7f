/** What a browser may do with a page. */
import { sha256 } from "@noble/hashes/sha2.js";

/**
 * A content security policy under which nothing is loaded or sent, and only this style and this script take effect: each is named by its hash, and neither attributes nor other elements may carry any. `data:` is for the empty icon, without
 * which browsers ask for one.
 */
export function policyFor(style: string, script: string): string {
  return `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; img-src data:; base-uri 'none'; form-action 'none'`;
}

function hashOf(text: string): string {
  return `sha256-${base64(sha256(new TextEncoder().encode(text)))}`;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** RFC 4648, section 4: three bytes are four digits. */
function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += [18, 12, 6, 0].map((shift, digit) => (at + digit > bytes.length ? "=" : digits[(three >> shift) & 63])).join("");
  }
  return text;
}
