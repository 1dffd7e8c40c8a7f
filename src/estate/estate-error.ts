/** An estate cannot be made as asked. The message says what was found and what to write instead. */
export class EstateError extends Error {
  override readonly name = "EstateError";
}
