/** What is said of single marks of a chart to those who point at them. */
import type { ChartSpec } from "./charts/frame.js";
import { dayAndMonth } from "./dates.js";
import { stated } from "./numbers.js";

interface Row {
  said?: string;
  readonly name?: string | readonly string[];
  readonly day?: string | number;
  readonly mean?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

interface Node {
  readonly data?: { readonly values?: readonly Row[] };
  mark?: { readonly type: string; aria?: true };
  encoding?: Record<string, unknown>;
  readonly layer?: readonly Node[];
  readonly vconcat?: readonly Node[];
}

/** Marks that stand for one row of data each. */
const single = new Set(["bar", "rect", "point"]);

/** Changes `spec`: such marks get what their rows say of themselves (`said`), or a name or day with the mean and its interval, as their description. */
export function saySingly(spec: ChartSpec): void {
  visit(spec as unknown as Node, []);
}

function visit(node: Node, inherited: readonly Row[]): void {
  const rows = node.data?.values ?? inherited;
  for (const part of [...(node.layer ?? []), ...(node.vconcat ?? [])]) visit(part, rows);
  if (node.mark === undefined || !single.has(node.mark.type)) return;
  for (const row of rows) row.said ??= inWords(row);
  if (!rows.some(({ said }) => said !== "")) return;
  node.mark.aria = true;
  node.encoding = { ...node.encoding, description: { field: "said", type: "nominal" } };
}

function inWords({ name, day, mean, low = null, high = null }: Row): string {
  const of = name !== undefined ? [name].flat().join(" ") : typeof day === "string" ? dayAndMonth(day) : "";
  return of === "" || mean === undefined || mean === null ? "" : `${of}: ${stated({ mean, low, high })}`;
}
