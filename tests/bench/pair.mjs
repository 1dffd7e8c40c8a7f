/**
 * One replication of the Kent and Medway scenario, both arms, on one thread: seconds, events a second, peak memory; and, since machines differ, what an
 * event costs in terms of a hold (one event out, one in, 1,000 pending) of the engine's calendar in the same run. Rerun with `npm run bench:model`.
 */
import { readFile } from "node:fs/promises";
import { compile, simulateUnit } from "../../dist/index.js";
import { neighbourhoodUnits } from "../../dist/experiment/neighbourhoods.js";
import { disruptionsOf } from "../../dist/experiment/upstream.js";
import { DAY, daysOf } from "../../dist/facts/days.js";
import { advance, createCalendar, schedule } from "../../dist/engine/index.js";

const file = "scenarios/kent-firewall-2023.yaml";
const { model } = await compile(await readFile(file, "utf8"), file, (path) => readFile(path));
const { estate, period } = model;

let seconds = 0, events = 0;
const holds = [];
for (const unit of neighbourhoodUnits(model, 0, disruptionsOf(model).of(0), daysOf(period) * DAY)) {
  // The yardstick runs in between, so that a machine that slows down slows both.
  holds.push(nanosecondsOfHold(200_000));
  const began = performance.now();
  events += simulateUnit(model, unit).events.reduce((sum, count) => sum + count);
  seconds += (performance.now() - began) / 1000;
}
const hold = holds.sort((a, b) => a - b)[Math.floor(holds.length / 2)];
const event = (seconds / events) * 1e9;
console.log(`${estate.practices.length} practices, ${period.warmUpDays} + ${period.days} days, both arms, one thread
${seconds.toFixed(1)} s, ${(events / 1e6).toFixed(1)} million events, ${(events / seconds / 1e6).toFixed(2)} million a second
${event.toFixed(0)} ns an event, all included; ${(event / hold).toFixed(1)} holds of ${hold.toFixed(0)} ns
${Math.round(process.resourceUsage().maxRSS / 1024)} MiB at most`);

function nanosecondsOfHold(operations) {
  const calendar = createCalendar(1024);
  let draw = 1;
  const random = () => (draw = (Math.imul(draw, 1664525) + 1013904223) >>> 0) / 4294967296;
  for (let i = 0; i < 1000; i++) schedule(calendar, random(), 0, i);
  const began = performance.now();
  for (let i = 0; i < operations; i++) {
    advance(calendar);
    schedule(calendar, calendar.now + random(), 0, calendar.subject);
  }
  return ((performance.now() - began) / operations) * 1e6;
}
