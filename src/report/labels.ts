/** Names and short explanations on the page for outcomes and the parts into which they are split. */
import { longDay } from "./dates.js";
import { exact } from "./numbers.js";

const names: Readonly<Record<string, string>> = {
  all: "In all",
  region: "Until nine in ten practices of a region are back to normal",
  multiple: "As a multiple of the hours without the outage",
  overtime: "Worked in overtime",
  rebooked: "Rebooked",
  lost: "Lost",
  "from 08:00 to 10:00": "From 08:00 to 10:00",
  met: "Seen or answered either way",
  "not met": "Never seen or answered, counted to the end of the simulated time",
  most: "On the worst day",
  "95th percentile": "Until nineteen in twenty notes are in the record",
  "role:gp": "GPs",
  "role:nurse": "Nurses",
  "role:other": "Other direct care",
  "role:reception": "Reception",
  "role:admin": "Administration",
  "activity:consultation": "Consulting",
  "activity:contact": "Answering patients",
  "activity:task": "Results, letters and other tasks",
  "activity:note": "Typing notes in",
  "channel:telephone": "By telephone",
  "channel:online": "Online",
  "channel:desk": "At the desk",
  "reason:not delivered on its day": "Not held on their day",
  "reason:without records": "Held without full records",
  "records:full": "With records",
  "records:partial": "With part of the records",
  "records:none": "Without records",
  "prescription:repeat": "Repeat prescriptions",
  "prescription:put off": "Put off at the consultation",
  "queue:notes": "Paper notes",
  "queue:tasks": "Other tasks",
  "queue:patients": "Patients not yet seen",
  "work:year-end returns": "Year-end claims and returns",
  "work:payroll": "Payrolls",
  "work:urgent referrals": "Time-critical referrals",
  "recovery time": "Not back to normal in the time stated",
  "minimum service": "Below the minimum service stated",
  "at pharmacies": "From issue until dispensed at a pharmacy",
  "at pharmacies, an item": "From issue until dispensed at a pharmacy, hours for each item",
  "added up": "Longer waits added up, in hours",
  "service:111": "NHS 111",
  "service:111, worst day": "NHS 111, on the worst day",
  "service:urgent care": "Urgent treatment and A&E",
  "service:urgent care, worst day": "Urgent treatment and A&E, on the worst day",
  "service:pharmacy": "Pharmacies",
  "destination:111": "Went to NHS 111",
  "destination:urgent care": "Went to urgent care or A&E",
  "destination:pharmacy": "Went to a pharmacy",
  "destination:hub": "Were seen at a hub",
  "destination:next day": "Met on a later day",
  "destination:nowhere": "Went nowhere",
};

/** `GPs` for `role:gp`, `Thursday 16 March 2023` for `day:2023-03-16`; a part without a name speaks for itself. */
export function partName(part: string): string {
  const known = Object.hasOwn(names, part) ? names[part] : undefined;
  if (known !== undefined) return known;
  const [prefix, ...rest] = part.split(":");
  const text = rest.length === 0 ? part : rest.join(":");
  if (prefix === "day") return longDay(text);
  return capital(text);
}

const clauses: Readonly<Record<string, string>> = {
  appointmentsDisrupted: "not held on their day, or held without full records",
  appointmentsCancelled: "bookings that the practice itself called off",
  netUndelivered: "consultations missing at the end, those held in addition taken off",
  contactsNotConnected: "calls to a dead or engaged line, requests to an online tool that was off; every attempt counts",
  requestsDeclined: "patients who got through and were told to try again later",
  excessAbandonment: "callers who hung up before anybody answered",
  needUnmetSameDay: "who need their practice on the day and are not seen or answered",
  notesToTypeIn: "each to be typed into the record afterwards",
  extraWorkHours: "all work done, less what would have been done without the outage",
  backlogRecovery: "from the return of systems until a practice’s open work is as usual, five days running",
};

/** What an outcome counts in a few words; its definition says it in full. Empty where there are none. */
export function clauseOf(id: string): string {
  return Object.hasOwn(clauses, id) ? clauses[id]! : "";
}

/** `a, b and c`; beyond `most` and one the rest are counted: `a, b and 3 more`. */
export function listed(items: readonly string[], most = Infinity, rest = "more"): string {
  const named = items.length > most + 1 ? [...items.slice(0, most), `${exact(items.length - most)} ${rest}`] : items;
  return named.length < 2 ? named.join("") : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}

/** `a and b, c, and d`: with a comma before the last, since items may be lists themselves. */
export function enumerated(items: readonly string[]): string {
  return items.map((item, index) => (index > 0 && index === items.length - 1 ? `and ${item}` : item)).join(", ");
}

/** As a sentence begins. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** As a name stands within a sentence: without its capital, unless it is an abbreviation. */
export function withinSentence(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1);
}

/** Built-in services whose names are common nouns; every other may be somebody's own. */
const common = new Set([
  "Electronic prescriptions", "Phone lines", "Phone lines (on site)", "Independent phone lines", "Appointment book", "Test results", "Email", "Payroll", "Year-end reporting",
  "Clinical system", "Smartcard log-in", "Workstations", "Printed appointment list", "Read-only copy of records", "Local store-and-forward server", "Community pharmacies' systems",
]);

/** Built-in plumbing whose names are common nouns. */
const plumbing = new Set([
  "Regional firewall", "Standby regional firewall", "Way through the regional firewall", "Site circuit", "Backup circuit", "4G or 5G router", "Mobile network", "Path over the site circuit",
  "Path over the backup circuit", "Path over the mobile network", "Network in the building", "Way out of the building", "Clinical system in use", "National exchange of electronic prescriptions",
  "National messaging of results", "Health and Social Care Network and its internet gateway", "NHS Spine",
]);

/** As what fails stands within a sentence: `the regional firewall`, `phone lines`, `EMIS Web`. */
export function withArticle(label: string): string {
  if (label === "Mains electricity") return withinSentence(label);
  return !plumbing.has(label) ? serviceWithinSentence(label) : `the ${label.startsWith("Health and Social Care Network") ? label : withinSentence(label)}`;
}

/** The same for a service. */
export function serviceWithinSentence(label: string): string {
  return common.has(label) ? withinSentence(label) : label;
}
