/** What is published about a region of its own, in place of England's figure. */
import type { IcbFacts } from "../facts/icb.js";
import { appointmentRates, icbFacts } from "../facts/icbs.js";
import type { Observed } from "./observed.js";

/** Rows as they hold for the ICB `code`: with its own values where there are any, and where regions differ and it has none, England's without a judgement. */
export function observedIn(code: string, rows: readonly Observed[]): Observed[] {
  const facts = icbFacts(code)!;
  return rows.map((row) => {
    if (row.isLocal !== true) return row;
    const own = ownValue(row, code, facts);
    return own === null ? { ...row, tolerance: null, source: `${row.source}; England's, from which a region may differ` } : { ...row, observed: own, source: row.source + coverageIn(row, facts) };
  });
}

/** Calls and online requests of a region are those of practices that are published one by one. */
function coverageIn({ id }: Observed, { calls, online }: IcbFacts): string {
  const rates = id === "calls" ? calls : id === "online" ? online : undefined;
  return rates === undefined ? "" : `; here of practices with ${Math.round(rates.coverage * 100)}% of the region's patients`;
}

function ownValue({ id, part }: Observed, code: string, facts: IcbFacts): number | null {
  const { staff, suppliers, calls, online } = facts;
  const known = suppliers.EMIS + suppliers.TPP + suppliers.Medicus;
  switch (`${id} ${part}`) {
    case "appointments all": return (appointmentRates[code]?.value as number | undefined) ?? null;
    // Of calls and online requests at every 5%.
    case "calls all": return calls.mean;
    case "calls 10th percentile": return calls.quantiles[2]!;
    case "calls median practice": return calls.quantiles[10]!;
    case "calls 90th percentile": return calls.quantiles[18]!;
    case "online all": return online.mean;
    case "online 10th percentile": return online.quantiles[2]!;
    case "online median practice": return online.quantiles[10]!;
    case "online 90th percentile": return online.quantiles[18]!;
    // Quantiles stand at every 2.5%.
    case "listSize 5%": return facts.listSizes[2]!;
    case "listSize 25%": return facts.listSizes[10]!;
    case "listSize median": return facts.listSizes[20]!;
    case "listSize 75%": return facts.listSizes[30]!;
    case "listSize 95%": return facts.listSizes[38]!;
    case "network mean": return (facts.practices - facts.unallocated) / facts.networks.reduce((sum, count) => sum + count, 0);
    case "supplier EMIS": return suppliers.EMIS / known;
    case "supplier TPP": return suppliers.TPP / known;
    case "supplier other": return suppliers.Medicus / known;
    case "staff GPs, locums, trainees": return staff.gp + staff.locumAndTrainee;
    case "staff nurses": return staff.nurse;
    case "staff other direct care": return staff.other;
    default: return null;
  }
}
