/** Figures of the practices themselves: all that were generated, not only those that are simulated. */
import { roles, type Estate } from "../estate/estate.js";
import { icbFacts } from "../facts/icbs.js";
import { quantile } from "../statistics/quantile.js";
import type { Values } from "./figures.js";

export function estateFigures({ practices, neighbourhoods, regions }: Estate): Values {
  const sizes = Float64Array.from(practices, ({ patients }) => patients).sort();
  const patients = sizes.reduce((sum, size) => sum + size, 0);
  // A practice in no network is a neighbourhood by itself, and looks like a network of one.
  const alone = regions.reduce((sum, { code }) => sum + (icbFacts(code)?.unallocated ?? 0), 0);
  const networks = Float64Array.from(neighbourhoods, (network) => network.practices.length).sort().subarray(alone);
  const supplied = (system: string): number => practices.filter(({ clinicalSystem }) => clinicalSystem === system).length / practices.length;
  const staffed = roles.map((role) => practices.reduce((sum, { staff }) => sum + staff[role], 0) / (patients / 10_000));
  return {
    "listSize 5%": quantile(sizes, 0.05)!, "listSize 25%": quantile(sizes, 0.25)!, "listSize median": quantile(sizes, 0.5)!, "listSize 75%": quantile(sizes, 0.75)!, "listSize 95%": quantile(sizes, 0.95)!,
    "network mean": networks.reduce((sum, size) => sum + size, 0) / networks.length, "network 10%": quantile(networks, 0.1)!, "network median": quantile(networks, 0.5)!, "network 90%": quantile(networks, 0.9)!,
    "supplier EMIS": supplied("EMIS Web"), "supplier TPP": supplied("SystmOne"), "supplier other": supplied("Medicus") + supplied("other"),
    "staff GPs, locums, trainees": staffed[0]!, "staff nurses": staffed[1]!, "staff other direct care": staffed[2]!, "staff reception": staffed[3]!, "staff other administration": staffed[4]!,
  };
}
