/**
 * What more arms of the Kent and Medway scenario cost in a neighbourhood's unit, in terms of the first: a second and a tenth that part soon after the first does; a second that parts a day
 * before the horizon; one in which nothing fails; and the ordinary days that come with an option of another content. (One that is equal to the first is no arm of a unit at all, and costs nothing.) Processor time, in alternation, medians of a few
 * neighbourhoods. Rerun with `npm run bench:arms`; a minute or two.
 */
import { createMemory, takeBack } from "../../dist/engine/memory.js";
import { simulateForked } from "../../dist/experiment/forked.js";
import { DAY, daysOf } from "../../dist/facts/days.js";
import { undisturbed } from "../../dist/infrastructure/disruption.js";
import { median, unitsOf } from "./model.mjs";

const ROUNDS = 15;
/** Rounds until the machine has compiled what runs most. */
const WARM_UP = 4;

const { model: told, units } = await unitsOf("scenarios/kent-firewall-2023.yaml");
/** Nobody is told anything, or all arms would part at that. */
const model = { ...told, policies: { ...told.policies, directives: [] } };
const memories = [createMemory(), createMemory()];
/** The outage, every change of it so many minutes later. */
const later = (histories, minutes) => histories.map((history) => ({ ...history, capabilities: history.capabilities.map((steps) => ({ ...steps, times: steps.times.map((time) => time + minutes) })) }));

const cases = {
  one: ({ histories }) => [histories],
  two: ({ histories }) => [histories, later(histories, 1)],
  ten: ({ histories }) => Array.from({ length: 10 }, (_, minutes) => later(histories, minutes)),
  late: ({ histories, onset }) => [histories, later(histories, (daysOf(model.period) - 1) * DAY - onset)],
  spared: ({ histories }) => [histories, histories.map(() => undisturbed)],
  ordinary: ({ histories }) => [histories],
};
const spent = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let round = -WARM_UP; round < ROUNDS; round++) {
  const unit = units[(round + WARM_UP) % units.length];
  for (const [name, livedIn] of Object.entries(cases)) {
    const forked = { kind: "forked", replication: 0, neighbourhood: unit.neighbourhood, onset: unit.onset, hasOrdinary: name === "ordinary", arms: livedIn(unit).map((histories) => ({ model: 0, histories })) };
    const began = process.cpuUsage();
    simulateForked([model], 0, forked, memories);
    const { user, system } = process.cpuUsage(began);
    if (round >= 0) spent[name].push((user + system) / 1000);
  }
}
/** Of the first arm's time: what those of this case cost beyond those of another, each. */
const ratio = (name, than = "one", arms = 1) => median(spent[name].map((time, round) => (time - spent[than][round]) / arms / spent.one[round])).toFixed(2);
takeBack(memories[0]);
console.log(`first arm, with demand, past and twin  ${median(spent.one).toFixed(0)} ms
second arm                             ${ratio("two")} of the first
third to tenth, each                   ${ratio("ten", "two", 8)}
second arm, parts on the last day      ${ratio("late")}
second arm, nothing fails              ${ratio("spared")}
ordinary days beside the first         ${ratio("ordinary")}
memory of ten                          ${(memories[0].bytes.byteLength / 2 ** 20).toFixed(0)} MiB`);
