/** When incidents begin: at a moment, by chance, or after another; and whom they are then going to hit, and when. */
import { schedule } from "../engine/calendar.js";
import { exponential, variate } from "../engine/distribution.js";
import { draw, stream } from "../engine/random.js";
import { selects } from "../estate/selector.js";
import { DAY, type Minutes } from "../facts/days.js";
import { bitsFor, chanceFor, FOLLOWS, FOLLOWS_AFTER, FOUND, keyOf, LASTS, lengthOf, ORDER, RING, SPREAD } from "./chance.js";
import { ranked, reached } from "./reach.js";
import { ringTimes } from "./spread.js";
import { addHit, BEGINS, endWithLast, incidentOf, IS_FOUND, IS_HIT, IS_REPAIRED, log, type Occurrence, type Plan, type Story } from "./story.js";
import { unitsOf } from "./units.js";

/** Puts the first beginning of an incident into the calendar; one that follows another has none. */
export function planBeginning(story: Story, incident: number): void {
  const { begins, name } = story.incidents[incident]!;
  const candidates = story.candidates[incident]!;
  if ("at" in begins) return addPlan(story, { incident, among: candidates, names: [name], leader: null, source: null, count: 0 }, begins.at);
  if ("follows" in begins) return;
  const { practices, regions } = story.estate;
  const places: readonly (readonly [code: string, among: readonly number[]])[] =
    begins.each === "practice" ? candidates.map((practice) => [practices[practice]!.code, [practice]])
    : begins.each === "region" ? regions.map(({ code }, region) => [code, candidates.filter((practice) => practices[practice]!.region === region)])
    : [["all", candidates]];
  for (const [code, among] of places) {
    if (among.length === 0) continue;
    const source = stream(story.chance.seed, story.chance.replication, "incident times", name, code);
    const plan = { incident, among, names: [name, code], leader: null, source, count: 0 };
    addPlan(story, plan, story.period.warmUpDays * DAY + variate(exponential(1 / begins.rate), draw(source)));
  }
}

/** What would begin after simulated time does not. */
function addPlan(story: Story, plan: Plan, time: Minutes): void {
  if (time >= story.horizon) return;
  schedule(story.calendar, time, BEGINS, story.plans.push(plan) - 1);
}

export function beginPlanned(story: Story, number: number): void {
  const plan = story.plans[number]!;
  const { begins } = story.incidents[plan.incident]!;
  begin(story, plan.incident, plan.leader === null ? plan.among : behind(story, plan, plan.leader), [...plan.names, plan.count++]);
  if (plan.source === null || !("rate" in begins)) return;
  const next = story.calendar.now + variate(exponential(1 / begins.rate), draw(plan.source));
  if (next < story.horizon) schedule(story.calendar, next, BEGINS, number);
}

/** Practices that another occurrence has hit, or all of their regions where what fails is one a region. */
function behind({ components, estate: { practices } }: Story, { incident, among }: Plan, { hits }: Occurrence): readonly number[] {
  const placeOf = (practice: number): number => (components[incident]!.scope === "region" ? practices[practice]!.region : practice);
  const hit = new Set(hits.map(({ practice }) => placeOf(practice)));
  return among.filter((practice) => hit.has(placeOf(practice)));
}

/** After an occurrence's beginning or repair: incidents that follow on it. One that hits nobody, since chance spared all, leads to nothing. */
export function leadOn(story: Story, leader: Occurrence, from: "beginning" | "repair"): void {
  const { name } = incidentOf(story, leader);
  if (leader.hits.length === 0 && (from === "repair" || leader.coming === 0)) return;
  story.incidents.forEach(({ name: own, begins, reach }, incident) => {
    if (!("follows" in begins) || begins.follows !== name || begins.from !== from) return;
    const key = keyOf(story.chance, own, "follows", leader.key);
    if (chanceFor(key, 0, FOLLOWS) >= begins.chance) return;
    log(story, "leads to another", leader);
    const plan = { incident, among: story.candidates[incident]!, leader: reach.where === undefined ? leader : null, names: [own, "follows", leader.key], source: null, count: 0 };
    addPlan(story, plan, story.calendar.now + lengthOf(begins.after, bitsFor(key, 0, FOLLOWS_AFTER)));
  });
}

function begin(story: Story, incident: number, among: readonly number[], names: readonly (string | number)[]): void {
  const { calendar, estate, incidents, components, keyOfPlace } = story;
  const { reach, effect, found, repair } = incidents[incident]!;
  const key = keyOf(story.chance, ...names);
  const { now } = calendar;
  const occurrence: Occurrence = { number: story.occurrences.length, incident, key, began: now, found: NaN, known: NaN, repaired: NaN, hits: [], coming: 0, open: 0 };
  story.occurrences.push(occurrence);
  log(story, "begins", occurrence);
  schedule(calendar, now + (found === undefined ? 0 : lengthOf(found, bitsFor(key, 0, FOUND))), IS_FOUND, occurrence.number);
  if (repair.by === "end") schedule(calendar, Math.max(now, "until" in repair ? repair.until : now + lengthOf(repair.lasts, bitsFor(key, 0, LASTS))), IS_REPAIRED, occurrence.number);

  const harmed = reached(among, reach, components[incident]!, estate, key, keyOfPlace).filter((practice) => reach.harms === undefined || selects(reach.harms, estate, practice));
  // Crews go first to whom it hits first: of those that it hits at one moment the order is drawn.
  const inOrder = repair.by === "crews" ? ranked(harmed, (practice) => chanceFor(key, keyOfPlace("practice", practice), ORDER)) : harmed;
  const afterOf = delays(story, occurrence, harmed);
  for (const practice of inOrder) {
    const after = afterOf(practice);
    if (after === Infinity) continue;
    const hit = addHit(story, occurrence, practice, effect.units === undefined ? 0 : unitsOf(estate.practices[practice]!, effect.units.of));
    occurrence.coming++;
    schedule(calendar, now + after, IS_HIT, hit.number);
  }
  endWithLast(story, occurrence);
  leadOn(story, occurrence, "beginning");
}

/** How long after the beginning each practice gets it, or each region what is one a region. Where units get it each by itself, the practice is asked at the beginning. */
function delays(story: Story, { incident, key }: Occurrence, practices: readonly number[]): (practice: number) => Minutes {
  const { spread, effect } = story.incidents[incident]!;
  const isWide = story.components[incident]!.scope === "region";
  const placeOf = (practice: number): number => (isWide ? story.keyOfPlace("region", story.estate.practices[practice]!.region) : story.keyOfPlace("practice", practice));
  const chanceOf = (practice: number, purpose: number): number => chanceFor(key, placeOf(practice), purpose);
  if (spread === undefined || ("over" in spread && effect.units !== undefined)) return () => 0;
  if ("rings" in spread) {
    const times = ringTimes(spread.rings, practices, story.estate, (practice) => chanceOf(practice, RING));
    return (practice) => times.get(practice)!;
  }
  return (practice) => spread.over * chanceOf(practice, SPREAD);
}
