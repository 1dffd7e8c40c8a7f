/** A field above the practices that leaves the rows of those whose name, code or network is written there, and says all that the page holds of a single one. Self-contained, see `script.ts`. */
export function choosePlace(): void {
  const heading = document.getElementById("practices");
  const section = heading?.closest("section");
  const rows = [...(section?.querySelectorAll<HTMLTableRowElement>("tbody tr:not(.group)") ?? [])].filter((row) => row.querySelector("th .code") !== null);
  if (heading === null || rows.length === 0) return;

  const codeOf = (row: HTMLTableRowElement): string => row.querySelector("th .code")!.textContent!.trim();
  const wordsOf = (row: HTMLTableRowElement): string => [...row.cells].filter((cell) => !cell.classList.contains("number")).map((cell) => cell.textContent!.trim()).join(" ").replace(/\s+/g, " ");
  const searched = rows.map((row) => ({ row, code: codeOf(row), words: wordsOf(row).toLowerCase() }));
  const all = new Set(searched.map(({ code }) => code));

  const element = <Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Readonly<Record<string, string>>, text = ""): HTMLElementTagNameMap[Name] => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  };
  const frame = element("div", { class: "chooser", role: "search" });
  const label = element("label", { for: "place" }, "Show a practice, network or region: its name or code, or part of it");
  const field = element("input", { id: "place", type: "search", list: "place-names", autocomplete: "off", spellcheck: "false" });
  const names = element("datalist", { id: "place-names" });
  const status = element("p", { role: "status", class: "note" });
  const details = element("dl", { class: "facts" });
  details.hidden = true;
  for (const code of all) {
    const name = rows.find((row) => codeOf(row) === code)!.querySelector("th")!.textContent!.replace(/^\d+\. /, "").replace(code, "").trim();
    names.append(element("option", { value: code }, name));
  }
  frame.append(label, field, names, status, details);
  heading.after(frame);

  /** What every table says of it, each column once. */
  const tell = (of: readonly HTMLTableRowElement[]): void => {
    const facts = new Map<string, string>();
    for (const row of of) for (const cell of [...row.cells].slice(1)) {
      const head = cell.getAttribute("data-head") ?? "";
      if (!facts.has(head)) facts.set(head, cell.textContent!.trim());
    }
    details.replaceChildren(...[...facts].map(([head, value]) => {
      const line = element("div", {});
      line.append(element("dt", {}, head), element("dd", {}, value));
      return line;
    }));
  };

  const opened = new Set<HTMLDetailsElement>();
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    const found = new Map<string, HTMLTableRowElement[]>();
    const isCode = searched.some(({ code }) => code.toLowerCase() === wanted);
    for (const { row, code, words } of searched) {
      const fits = isCode ? code.toLowerCase() === wanted : words.includes(wanted);
      row.hidden = !fits;
      if (fits) found.set(code, [...(found.get(code) ?? []), row]);
      const folded = row.closest("details");
      if (fits && wanted !== "" && folded !== null && !folded.open) {
        folded.open = true;
        opened.add(folded);
      }
    }
    const isOne = wanted !== "" && found.size === 1;
    details.hidden = !isOne;
    if (isOne) tell([...found.values()][0]!);
    status.textContent = wanted === "" ? "" : `${found.size} of ${all.size} ${all.size === 1 ? "row" : "rows"}${isOne ? `: ${[...found.values()][0]![0]!.querySelector("th")!.textContent!.replace(/^\d+\. /, "")}` : ""}`;
    if (wanted === "") {
      for (const each of opened) each.open = false;
      opened.clear();
    }
  });
}
