/**
 * What more arms of the Kent and Medway scenario cost in a neighbourhood's unit, in terms of the first: a second and a tenth that part when the first does, or a day before the horizon;
 * and one that goes through the same. Processor time, in alternation, medians of a few neighbourhoods. Rerun with `npm run bench:arms`; a minute or two.
 */
import { createMemory, takeBack } from "../../dist/engine/memory.js";
import { simulateForked } from "../../dist/experiment/forked.js";
import { DAY, daysOf } from "../../dist/facts/days.js";
import { median, unitsOf } from "./model.mjs";

const ROUNDS = 8;
/** Rounds until the machine has compiled what runs most. */
const WARM_UP = 2;

const { model, units } = await unitsOf("scenarios/kent-firewall-2023.yaml");
const memories = [createMemory(), createMemory()];
/** The outage, every change of it so many minutes later. */
const later = (histories, minutes) => histories.map((history) => ({ ...history, capabilities: history.capabilities.map((steps) => ({ ...steps, times: steps.times.map((time) => time + minutes) })) }));
const lateOnset = (histories, onset) => later(histories, (daysOf(model.period) - 1) * DAY - onset);

const cases = {
  "one arm": ({ histories }) => [histories],
  "two arms": ({ histories }) => [histories, later(histories, 1)],
  "ten arms": ({ histories }) => Array.from({ length: 10 }, (_, minutes) => later(histories, minutes)),
  "two arms, the second a day before the horizon": ({ histories, onset }) => [histories, lateOnset(histories, onset)],
};
const spent = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let round = -WARM_UP; round < ROUNDS; round++) {
  const unit = units[(round + WARM_UP) % units.length];
  for (const [name, livedIn] of Object.entries(cases)) {
    const forked = { kind: "forked", replication: 0, neighbourhood: unit.neighbourhood, onset: unit.onset, hasOrdinary: false, lived: livedIn(unit) };
    const began = process.cpuUsage();
    simulateForked(model, model, forked, memories);
    const { user, system } = process.cpuUsage(began);
    if (round >= 0) spent[name].push((user + system) / 1000);
  }
}
const ratioTo = (name, of) => median(spent[name].map((time, round) => of(time, round)));
const second = ratioTo("two arms", (time, round) => time / spent["one arm"][round] - 1);
const tenth = ratioTo("ten arms", (time, round) => (time - spent["two arms"][round]) / 8 / spent["one arm"][round]);
const late = ratioTo("two arms, the second a day before the horizon", (time, round) => time / spent["one arm"][round] - 1);
takeBack(memories[0]);
console.log(`first arm, with demand, past and twin  ${median(spent["one arm"]).toFixed(0)} ms
second arm                             ${second.toFixed(2)} of the first
third to tenth, each                   ${tenth.toFixed(2)}
second arm, parts on the last day      ${late.toFixed(2)}
memory of ten                          ${(memories[0].bytes.byteLength / 2 ** 20).toFixed(0)} MiB`);
