/** Columns of tables sort by a press of their head: first the largest numbers, or what comes first by name or date; then the other way round; then as they were. Self-contained, see `script.ts`. */
export function sortTables(): void {
  /** Fewer rows are seen at a glance. */
  const leastRows = 4;
  const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  const dated = new RegExp(`(?:(\\d\\d):(\\d\\d)\\son\\s)?(?:\\w+day\\s)?(\\d{1,2})\\s(${months.join("|")})(?:\\s(\\d{4}))?`);

  /** A number or a date as a number, words as they are; null for what has no value, which stays last. */
  const keyOf = (text: string, isNumber: boolean): number | string | null => {
    if (isNumber) {
      if (text.startsWith("beyond")) return Infinity;
      const found = /[-\u2212]?\d[\d,]*(?:\.\d+)?/.exec(text);
      return found === null ? null : Number(found[0].replace("\u2212", "-").replaceAll(",", ""));
    }
    const date = dated.exec(text);
    if (date !== null) return (((Number(date[5] ?? 0) * 12 + months.indexOf(date[4]!)) * 31 + Number(date[3])) * 24 + Number(date[1] ?? 0)) * 60 + Number(date[2] ?? 0);
    const rank = /^(\d+)\. /.exec(text);
    if (rank !== null) return Number(rank[1]);
    return text === "" || text === "\u2013" ? null : text.toLowerCase();
  };

  const sort = (body: HTMLElement, rows: readonly HTMLTableRowElement[], column: number, isNumber: boolean, order: "ascending" | "descending"): void => {
    const keyed = rows.map((row) => ({ row, key: keyOf((row.cells[column]?.textContent ?? "").trim(), isNumber) }));
    const sign = order === "ascending" ? 1 : -1;
    keyed.sort((a, b) => {
      if (a.key === b.key) return 0;
      if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
      return typeof a.key === typeof b.key ? (a.key < b.key ? -sign : sign) : typeof a.key === "number" ? -1 : 1;
    });
    body.append(...keyed.map(({ row }) => row));
  };

  for (const table of document.querySelectorAll("table")) {
    const bodies = [...table.tBodies].map((body) => ({ body, rows: [...body.rows].filter((row) => !row.classList.contains("group")) }));
    if (!bodies.some(({ rows }) => rows.length >= leastRows)) continue;
    table.classList.add("sorts");
    const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th")];
    heads.forEach((head, column) => {
      const isNumber = head.classList.contains("number");
      const orders = isNumber ? (["descending", "ascending"] as const) : (["ascending", "descending"] as const);
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const before = head.getAttribute("aria-sort");
        const order = before === orders[0] ? orders[1] : before === null ? orders[0] : undefined;
        for (const each of heads) each.removeAttribute("aria-sort");
        if (order !== undefined) head.setAttribute("aria-sort", order);
        for (const { body, rows } of bodies) order === undefined ? body.append(...rows) : sort(body, rows, column, isNumber, order);
      });
    });
  }
}
