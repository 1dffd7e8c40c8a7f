/** The value nearest to the pointer, or reached with the arrow keys, beside its mark in a chart. Without scripts a browser shows the same, mark by mark, from the titles of a picture. Self-contained, see `script.ts`. */
export function chartValues(): void {
  /** Pixels from a mark at which it is still meant. */
  const reach = 24;
  for (const chart of document.querySelectorAll<HTMLElement>(".chart")) {
    const texts = new Map<Element, string>();
    for (const title of chart.querySelectorAll("title")) {
      texts.set(title.parentElement!, title.textContent ?? "");
      // Or the browser's own words would lie above ours.
      title.remove();
    }
    if (texts.size === 0) continue;
    const value = document.createElement("p");
    value.className = "nearest";
    value.setAttribute("role", "status");
    value.hidden = true;
    chart.after(value);
    const hint = document.createElement("p");
    hint.className = "hint";
    hint.id = `values-${document.querySelectorAll(".hint").length + 1}`;
    hint.textContent = "Arrow keys go through the values; Escape leaves them.";
    value.after(hint);
    chart.tabIndex = 0;
    chart.setAttribute("aria-describedby", hint.id);

    let current: Element | undefined;
    const shown = (): Element[] => [...texts.keys()].filter((mark) => mark.closest("svg")!.getClientRects().length > 0);
    const show = (mark: Element | undefined): void => {
      if (mark === current) return;
      current?.classList.remove("at");
      current = mark;
      value.hidden = mark === undefined;
      if (mark === undefined) return;
      mark.classList.add("at");
      value.textContent = texts.get(mark)!;
      const [around, box] = [chart.parentElement!.getBoundingClientRect(), mark.getBoundingClientRect()];
      // Above the mark, and within the figure.
      const left = Math.min(Math.max(0, box.left + box.width / 2 - around.left - value.offsetWidth / 2), Math.max(0, around.width - value.offsetWidth));
      value.style.left = `${left}px`;
      value.style.top = `${Math.max(0, box.top - around.top - value.offsetHeight - 6)}px`;
    };
    const distance = (mark: Element, x: number, y: number): number => {
      const box = mark.getBoundingClientRect();
      return Math.max(box.left - x, 0, x - box.right) + Math.max(box.top - y, 0, y - box.bottom);
    };
    const point = ({ clientX, clientY }: PointerEvent): void => {
      const near = shown().map((mark) => ({ mark, far: distance(mark, clientX, clientY) })).reduce((least, each) => (each.far < least.far ? each : least), { mark: chart as Element, far: reach });
      show(near.mark === chart ? undefined : near.mark);
    };
    chart.addEventListener("pointermove", point);
    chart.addEventListener("pointerdown", point);
    chart.addEventListener("pointerleave", (event) => { if (event.relatedTarget !== value) show(undefined); });
    chart.addEventListener("blur", () => show(undefined));
    chart.addEventListener("keydown", (event) => {
      const marks = shown();
      const at = current === undefined ? -1 : marks.indexOf(current);
      const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at < 0 ? marks.length - 1 : at - 1, ArrowUp: at < 0 ? marks.length - 1 : at - 1, Home: 0, End: marks.length - 1 }[event.key];
      if (event.key === "Escape") show(undefined);
      if (next === undefined) return;
      event.preventDefault();
      show(marks[Math.min(Math.max(next, 0), marks.length - 1)]);
    });
  }
}
