/**
 * All of England upstream, in one replication on one thread: a defective update that crashes workstations over some hours and is undone by crews, and a data
 * centre that comes back practice by practice. Seconds of each part, and how many things happened. Rerun with `npm run bench:upstream`.
 */
import { generateEstate } from "../../dist/estate/generate.js";
import { parametersWith } from "../../dist/facts/defaults.js";
import { triangular, uniformBetween } from "../../dist/engine/index.js";
import { builtIn } from "../../dist/infrastructure/built-in.js";
import { simulateUpstream } from "../../dist/infrastructure/upstream.js";

const ROUNDS = 7;
const DAY = 1440;
const period = { start: "2024-07-15", warmUpDays: 28, days: 56 };
const at = (28 + 4) * DAY + 5 * 60 + 9;
const incidents = [
  {
    name: "Defective update crashes workstations", component: "workstations", begins: { at }, reach: {},
    effect: { level: 0, slowness: 1, units: { of: "workstations", share: 0.8 } }, spread: { over: 60 }, found: 78, suspected: { cause: "the network", for: 60 },
    repair: {
      by: "crews", crews: 30, per: "region", each: uniformBetween(3, 5), travel: triangular(10, 25, 60), hours: { from: 480, to: 1110, weekends: true },
      self: { share: 0.2, takes: uniformBetween(30, 600) },
    },
    tail: { slowness: 1.2, fades: 480 },
  },
  {
    name: "Data centre fails", component: "emis-web-hosting", begins: { at }, reach: {}, effect: { level: 0, slowness: 1 }, repair: { by: "fix", takes: 600 },
    return: { shares: [{ after: 0, share: 0.3 }, { after: 1440, share: 0.9 }, { after: 3 * DAY, share: 1 }], services: { results: 240 } },
    tail: { slowness: 1.2, fades: 480 },
  },
];
const estate = generateEstate({ region: "England" }, parametersWith(), "bench");
const seconds = [];
let last;
for (let replication = 0; replication < ROUNDS; replication++) {
  const began = performance.now();
  last = simulateUpstream(builtIn, incidents, estate, period, { seed: "bench", replication });
  seconds.push((performance.now() - began) / 1000);
}
const units = last.journal.filter(({ what }) => what === "unit fails").length;
console.log(`${estate.practices.length} practices, ${units} workstations crash, ${last.journal.length} entries in the journal, ${last.disruption.histories.length} histories
first ${seconds[0].toFixed(2)} s (compiling included), median ${seconds.toSorted((a, b) => a - b)[ROUNDS >> 1].toFixed(2)} s
${Math.round(process.resourceUsage().maxRSS / 1024)} MiB at most`);
