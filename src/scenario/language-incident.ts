/**
 * The incidents section: each entry is put together from a few primitives. Which settings go together is not said here but in `combinations.ts`, so that what else
 * is wrong with an entry does not hide it.
 */
import * as z from "zod";
import { hours, places, rate, share } from "./amounts.js";
import { selector } from "./language-selector.js";
import { clockDuration, line, moment } from "./leaf.js";
import type { Draft } from "./schema-walk.js";
import { lasting, span } from "./spans.js";

/** Rings that one release may have. */
export const MOST_RINGS = 50;

const chance = share.optional();
const selection = selector.optional();
const time = span.optional();

const follows = z.strictObject({
  incident: line(200).meta({ description: "Name of the other incident.", examples: ["Firewall fails"] }),
  after: time.meta({ description: "How long after it. At once by default.", examples: ["2h", "1h to 1d"] }),
  from: z.enum(["repair", "beginning"]).default("repair").meta({ description: "Whether that time runs from the other's repair, as by default, or from its beginning.", examples: ["beginning"] }),
  chance: chance.meta({ description: "How probable it is each time that the other happens, 0 to 1 or as a percentage. Certain by default.", examples: [0.3] }),
});

export const ring = z.strictObject({
  where: selection.meta({ description: "Practices of this ring. Either this or share; with neither it is the rest.", examples: [{ region: "QKS" }] }),
  share: chance.meta({ description: "Share of the practices that are in no ring with a where, drawn at random: a number from 0 to 1 or a percentage.", examples: ["5%"] }),
  after: clockDuration.meta({ description: "How long after the beginning the ring gets it.", examples: ["2h"] }),
});

const release = z.strictObject({
  target: selector.meta({ description: "Practices that it was meant for.", examples: [{ tag: "resource-publisher" }] }),
  sentTo: selection.meta({ description: "The rule by which it really goes out. The target by default, as without a slip.", examples: [{ clinicalSystem: "EMIS Web" }] }),
  breaks: selector.meta({ description: "Practices that it harms, of those that get it: {} is all of them.", examples: [{ tag: "template-manager" }] }),
  rings: z.array(ring).min(1).max(MOST_RINGS).optional().meta({
    description: "Groups that get it one after another, until the mistake is found. Without rings all get it at once.",
    examples: [[{ share: "5%", after: "0m" }, { after: "4h" }]],
  }),
}).meta({ examples: [{ target: { tag: "resource-publisher" }, sentTo: { clinicalSystem: "EMIS Web" }, breaks: { tag: "template-manager" } }] });

const units = z.strictObject({
  of: z.enum(["workstations", "log-ins"]).meta({ description: "What is hit one by one: workstations, or the log-ins of the staff.", examples: ["log-ins"] }),
  share: share.meta({ description: "Chance of each to be hit, 0 to 1 or as a percentage.", examples: [0.97] }),
});

const flapping = z.strictObject({
  down: span.meta({ description: "How long it is down each time.", examples: ["10m to 30m"] }),
  up: span.meta({ description: "How long it works in between.", examples: ["15m to 1h"] }),
});

const spread = z.strictObject({
  over: clockDuration.meta({ description: "How long it would take to reach them all.", examples: ["3h"] }),
  until: z.enum(["found"]).meta({ description: "It reaches nobody more once it is found.", examples: ["found"] }),
});

const suspected = z.strictObject({
  cause: line(200).meta({ description: "What was blamed first.", examples: ["the network"] }),
  for: time.meta({ description: "How long work goes into the wrong cause before the repair begins. It delays nothing by default.", examples: ["3h"] }),
});

const repair = z.strictObject({
  takes: time.meta({ description: "How long the repair takes once it is found and no longer blamed on something else. One of takes, rollback and crews.", examples: ["3h", "1h to 4h"] }),
  rollback: time.meta({ description: "How long it takes until the release is taken back.", examples: ["2h30m"] }),
  crews: z.int().min(1).max(10_000).optional().meta({ description: "Crews that go from practice to practice and mend one unit after another, or the practice as a whole.", examples: [6] }),
  each: time.meta({ description: "With crews: how long one unit takes, or one practice where it is hit as a whole.", examples: ["3m to 5m"] }),
  travel: time.meta({ description: "With crews: the way to the next practice. None by default.", examples: ["25m"] }),
  per: z.enum(["all", "region"]).optional().meta({ description: "With crews: whether there are so many in all, as by default, or in each region.", examples: ["region"] }),
  hours: hours.optional().meta({ description: "With crews: their working hours, on weekdays unless it says otherwise. Day and night by default.", examples: ["08:00-18:00", { from: "08:00", to: "20:00", weekends: true }] }),
  self: z.strictObject({
    share: share.meta({ description: "Chance of each unit, or practice, to be mended by its users, 0 to 1 or as a percentage.", examples: [0.3] }),
    takes: span.meta({ description: "How long after the remedy is known.", examples: ["1h"] }),
  }).optional().meta({ description: "With crews: what users mend themselves.", examples: [{ share: 0.3, takes: "1h" }] }),
});

const returning = z.strictObject({
  over: clockDuration.optional().meta({ description: "Practices have it back evenly over this time after the repair. Either this or shares.", examples: ["26h"] }),
  shares: z.array(z.strictObject({
    by: clockDuration.meta({ description: "Time after the repair.", examples: ["15h"] }),
    share: share.meta({ description: "Share of practices that have it back by then, 0 to 1 or as a percentage.", examples: [0.4] }),
  })).min(1).max(100).optional().meta({ description: "Shares that have it back by so long after the repair, evenly in between; beyond the last nobody has it back.", examples: [[{ by: "15h", share: 0.4 }, { by: "3d", share: 1 }]] }),
  then: z.record(z.string(), clockDuration).optional().meta({ description: "Components that come back later still than the one that failed, each with how much later.", examples: [{ "appointment-book": "2h", results: "4h" }] }),
});

export const incident = z.strictObject({
  name: line(200).meta({ description: "Name for the page.", examples: ["Regional firewall fails"] }),
  component: line(100).meta({ description: "Id of the component that fails. What else is lost follows from what needs it.", examples: ["regional-firewall"] }),
  // When.
  at: moment.optional().meta({ description: "When it begins: date and time by the 24-hour clock. One of at, rate and follows.", examples: ["2023-03-16 08:00"] }),
  rate: rate.optional().meta({ description: "How often it happens by chance: a number and a day, a week, a month or a year.", examples: ["2.19 a month"] }),
  each: z.enum(["practice", "region", "all"]).optional().meta({
    description: "With rate: whether it happens so often to each practice, in each region, or in all. By default as there is one of the component: a practice, a region or nation-wide.",
    examples: ["practice"],
  }),
  follows: follows.optional().meta({ description: "It begins after another incident, for practices that the other hit unless it has a where of its own.", examples: [{ incident: "Firewall fails", after: "2h", chance: 0.3 }] }),
  // Whom.
  where: selection.meta({ description: "Practices that are hit, or whose ICBs are where the component is one an ICB. All by default.", examples: [{ region: "QKS" }] }),
  share: chance.meta({ description: "Of those, each is hit with this chance, 0 to 1 or as a percentage. Regions are drawn where the component is one an ICB.", examples: [0.3] }),
  draw: places.optional().meta({ description: "Of those, so many are hit, drawn at random: a number of practices, neighbourhoods or regions, or a percentage. Not with share.", examples: ["12 practices", "3 neighbourhoods", "2 regions", "30%"] }),
  release: release.optional().meta({ description: "It is a release: whom it was meant for, to whom it goes and whom it harms. Instead of where.", examples: [{ target: { tag: "resource-publisher" }, sentTo: { clinicalSystem: "EMIS Web" }, breaks: { tag: "template-manager" } }] }),
  // What it does.
  level: z.number().min(0).max(1).optional().meta({ description: "Share of users who still have it meanwhile, 0 to 1. 0, the default, is down; with slowness the default is 1.", examples: [0] }),
  slowness: z.number().min(1).max(10).optional().meta({ description: "It works but slowly: how many times as long work with it takes. 1.5 is half as long again.", examples: [1.5] }),
  units: units.optional().meta({ description: "Workstations or log-ins are hit one by one; the level is the share that works.", examples: [{ of: "log-ins", share: 0.97 }] }),
  flapping: flapping.optional().meta({ description: "It comes and goes, down first, in the same rhythm for all who share the component.", examples: [{ down: "10m to 30m", up: "15m to 1h" }] }),
  spread: z.union([clockDuration, spread]).optional().meta({ description: "It reaches them evenly over this time. All at once by default.", examples: ["3h", { over: "3h", until: "found" }] }),
  // How it is found and ends.
  found: time.meta({ description: "How long after its beginning somebody who can act knows of it; that ends a release, and a spread until found, as well. At once by default.", examples: ["40m", "20m to 2h"] }),
  suspected: suspected.optional().meta({ description: "What was blamed first.", examples: [{ cause: "the network", for: "3h" }] }),
  cause: line(300).optional().meta({ description: "The true cause, in words, for the page.", examples: ["a third party's antivirus update"] }),
  for: lasting.optional().meta({
    description: "How long it lasts: 30m, 4h, 2d, 1h30m, a time left to chance such as 20m to 2h, or, with at, 5 working days, which is the same time of day five working days later. One of for, until and repair.",
    examples: ["5 working days", "4h", "20m to 2h"],
  }),
  until: moment.optional().meta({ description: "When it ends. One of for, until and repair.", examples: ["2023-03-23 08:00"] }),
  repair: repair.optional().meta({ description: "How it is repaired once it is found: in a time, by taking a release back, or by crews. One of for, until and repair.", examples: [{ takes: "3h" }, { crews: 6, each: "3m to 5m", travel: "25m" }] }),
  return: returning.optional().meta({ description: "How things come back after the repair. All at once by default.", examples: [{ over: "26h" }] }),
  tail: z.strictObject({
    slowness: z.number().min(1).max(10).meta({ description: "How many times as long work with it takes at first: 1.1 is a tenth longer.", examples: [1.1] }),
    fades: clockDuration.meta({ description: "How long it takes to be back at its usual speed.", examples: ["1d"] }),
  }).optional().meta({ description: "Slowness after the return.", examples: [{ slowness: 1.1, fades: "1d" }] }),
  severity: line(200).optional().meta({ description: "How grave it was called: shown beside what is simulated, and without effect on it.", examples: ["medium (category 3)"] }),
}).meta({ description: "One thing that goes wrong.", examples: [{ name: "Telephones fail", component: "cloud-telephony", at: "2023-03-16 08:00", for: "4h" }] });

/** An incident as it is written, without what is wrong by itself. */
export type Written = Draft<z.output<typeof incident>>;
