/** Names on the page for the parts into which outcomes are split. */
import { longDay } from "./dates.js";

const names: Readonly<Record<string, string>> = {
  all: "In all",
  region: "Until nine in ten practices of a region are back to normal",
  multiple: "As a multiple of the hours without the outage",
  overtime: "Of it in overtime",
  rebooked: "Rebooked",
  lost: "Lost",
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
  "records:full": "With records",
  "records:none": "Without records",
  "destination:111": "Went to NHS 111",
  "destination:urgent care": "Went to urgent care or A&E",
  "destination:pharmacy": "Went to a pharmacy",
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
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
