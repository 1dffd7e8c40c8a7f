/** Frames of tables that hold all of theirs need no stop of the Tab key: it stays with those that can be pushed sideways. Self-contained, see `script.ts`. */
export function stillFrames(): void {
  const judge = (frame: Element): void => {
    if (frame.scrollWidth > frame.clientWidth) frame.setAttribute("tabindex", "0");
    else frame.removeAttribute("tabindex");
  };
  // Told at once, and again whenever a window or what is unfolded changes a frame.
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => judge(target)));
  for (const frame of document.querySelectorAll(".scroll")) observer.observe(frame);
}
