/** What staff are there for on an average working day, by role: a table to be read before anything is simulated. */
import { listed, withinSentence, type Balance } from "../index.js";
import { WIDTH, wrapped } from "./lines.js";

const names: Readonly<Record<Balance["role"], string>> = { gp: "GPs", nurse: "Nurses", other: "Other direct care", reception: "Receptionists", admin: "Administrators" };
const HEADS = [["with", "", "", "", "", "", ""], ["patients", "contacts", "tasks", "slack", "other", "rostered", "used"]] as const;
/** Columns of the hours, and of the share in use. */
const HOURS = 9, SHARE = 6;
const LABEL = WIDTH - 6 * HOURS - SHARE;

/** Lines of at most 80 columns, in hours a working day of all practices together. */
export function staffHours(balances: readonly Balance[]): string {
  const rows = balances.map(({ role, appointments, contacts, tasks, slack, breaks, rostered }) =>
    row(names[role], [...[appointments, contacts, tasks, slack, breaks, rostered].map(hours), share((appointments + contacts + tasks) / rostered)]));
  const tight = balances.filter(({ breaks }) => breaks < 0).map(({ role }) => withinSentence(names[role]));
  const note = tight.length === 0
    ? "Used: time with patients, contacts (calls, online requests, the desk) and tasks. Other: breaks, and duties that are not simulated; it is what is left of rostered time."
    : `For ${listed(tight)} slack does not fit into what is left of rostered time: they work through breaks. Give them more staff, less to do, or less slack.`;
  return ["Staff hours an average working day, before any outage", ...HEADS.map((head) => row("", head)), ...rows, wrapped(note)].map((line) => line.trimEnd()).join("\n");
}

function row(label: string, cells: readonly string[]): string {
  return label.padEnd(LABEL) + cells.map((cell, column) => cell.padStart(column < 6 ? HOURS : SHARE)).join("");
}

function hours(value: number): string {
  const rounded = value.toFixed(Math.abs(value) < 100 ? 1 : 0);
  return Number(rounded) === 0 ? "0" : rounded.replace(/(\d)(?=(\d{3})+$)/g, "$1,");
}

function share(used: number): string {
  return Number.isNaN(used) ? "" : `${Math.round(used * 100)}%`;
}
