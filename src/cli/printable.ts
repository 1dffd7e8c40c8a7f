/** `text` without control characters but line breaks: what a file says shall not move the cursor or colour the screen. */
export function printable(text: string): string {
  return text.replace(/[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]/gu, " ");
}
