/** Teams that serve many practices: a unit of their own, in both arms. */
import { describe, expect, test } from "vitest";
import type { Team } from "../../src/estate/team.js";
import { DAY, daysOf, type Minutes } from "../../src/facts/days.js";
import { capabilities, undisturbed, type Capability, type History, type Steps } from "../../src/infrastructure/disruption.js";
import { teamOutcomes } from "../../src/outcomes/index.js";
import type { TeamJournal, TeamJournals } from "../../src/overflow/journal.js";
import { systemsOf } from "../../src/overflow/systems.js";
import { simulateTeam } from "../../src/overflow/team.js";
import { sumsAt, type Sum } from "../../src/experiment/tally.js";
import { threeWeeks } from "./region.js";

const bromley: Team = {
  name: "Bromley team", practices: [0, 1, 2], patients: [100_000, 200_000, 65_000], itemsADay: 400, minutes: [25, 12], appointments: 0.6, records: 1, staff: 22,
  hours: { from: 510, to: 1050, weekends: false },
};
const RECORDS: readonly Capability[] = ["seeRecords", "writeRecords"];
const thursday = 3 * DAY;

function historyOf(steps: Steps, lost: readonly Capability[] = RECORDS, services: History["services"] = []): History {
  return { capabilities: capabilities.map((capability) => (lost.includes(capability) ? steps : { times: [], level: [], slowness: [] })), services };
}

const fall = (from: Minutes, until: Minutes, level = 0, slowness = 1): Steps => ({ times: [from, until], level: [level, 1], slowness: [slowness, 1] });
const allDay = fall(thursday, thursday + DAY);

/** `histories` by practice. */
function lived(histories: readonly History[], change: Partial<Team> = {}, replication = 0): TeamJournals {
  const team = { ...bromley, ...change };
  return simulateTeam({ seed: "teams", replication, team, systems: systemsOf(team, (practice) => histories[practice]!), period: threeWeeks });
}

function sumOf(teams: readonly TeamJournals[], id: string, part = "all"): Sum {
  return sumsAt(teamOutcomes, { teams, period: threeWeeks }, 1).find((sum) => sum.id === id && sum.part === part)!;
}

function figureOf(teams: readonly TeamJournals[], id: string, part = "all"): number {
  return sumOf(teams, id, part).values[0]!;
}

const of = (history: History): History[] => [history, history, history];
const comeOn = ({ at }: TeamJournal, day: number): number => at.filter((time) => Math.floor(time / DAY) === day).length;
const unlimited = { staff: 5000 };

describe("without an effect the arms are one to the last bit", () => {
  test.each<readonly [string, readonly History[], Partial<Team>]>([
    ["where nothing happens", of(undisturbed), {}],
    ["where only telephones and results are lost", of(historyOf(allDay, ["telephone", "seeResults"])), {}],
    ["where records are lost that none of its work lies in", of(historyOf(allDay)), { records: 0 }],
    ["where records are lost while it is closed", of(historyOf(fall(thursday + 1200, thursday + DAY + 500))), {}],
  ])("%s", (_, histories, change) => {
    const journals = lived(histories, change);
    expect(journals.outage).toEqual(journals.none);
    for (const { id } of teamOutcomes) expect(figureOf([journals], id)).toBe(0);
  });
});

describe("nothing is lost on the way", () => {
  const journals = lived([historyOf(allDay), historyOf(fall(thursday + 600, thursday + 1000, 0.4, 1.5)), undisturbed]);

  test.each(["none", "outage"] as const)("every item is done after it came, or is open, arm %s", (arm) => {
    const { at, doneAt } = journals[arm];
    expect(at.length).toBeGreaterThan(14 * 350);
    at.forEach((time, item) => Number.isNaN(doneAt[item]!) || expect(doneAt[item]!).toBeGreaterThan(time));
    // Three weeks are enough to dig out: only the last evening's are open, if any.
    at.forEach((time, item) => Number.isNaN(doneAt[item]!) && expect(time).toBeGreaterThan((daysOf(threeWeeks) - 4) * DAY));
  });

  test("the same work comes in both arms, on working days while the team is open", () => {
    expect(journals.outage.at).toEqual(journals.none.at);
    for (const time of journals.none.at) {
      expect(Math.floor(time / DAY) % 7).toBeLessThan(5);
      expect(time % DAY).toBeGreaterThanOrEqual(510);
      expect(time % DAY).toBeLessThan(1050);
    }
  });

  test("as much as it is said to bring: Poisson, so within four standard deviations of 6,000 but for one seed in ten thousand", () => {
    expect(Math.abs(journals.none.at.length - 15 * 400)).toBeLessThan(4 * Math.sqrt(6000));
  });

  test("one after another as they came, where one person does them", () => {
    const tasks = lived(of(historyOf(allDay)), { staff: 1, itemsADay: 15, appointments: 0 });
    for (const { doneAt } of [tasks.none, tasks.outage]) {
      const done = doneAt.filter((time) => !Number.isNaN(time));
      expect(done).toEqual(done.slice().sort());
      expect(done.length).toBeGreaterThan(150);
    }
  });
});

describe("a day without the records of all its practices, worked by hand", () => {
  // So many people that whatever can be reached is begun at once: nothing of any other day is late.
  const journals = lived(of(historyOf(allDay)), unlimited);

  test("what came that day is done on another, and nothing else is", () => {
    expect(figureOf([journals], "teamItemsDelayed")).toBe(comeOn(journals.none, 3));
    const { at, doneAt } = journals.outage;
    at.forEach((time, item) => expect(Math.floor(doneAt[item]! / DAY)).toBe(Math.floor(time / DAY) === 3 ? 4 : Math.floor(time / DAY)));
  });

  test("at its end the backlog is that day's items, and it is gone by ten o'clock", () => {
    expect(figureOf([journals], "teamBacklog")).toBeCloseTo(comeOn(journals.none, 3) / 400, 12);
    // Begun at 08:30 all at once: at 09:00 more than one in twenty are still in hand, who take more than half an hour, at 10:00 hardly any. A working day is 08:00 to 18:30.
    expect(figureOf([journals], "teamRecovery")).toBeCloseTo((600 - 480) / 630, 12);
  });

  test("the appointments of the days after are held on their days all the same, and it is the rest that waits", () => {
    const { at, doneAt } = lived(of(historyOf(allDay)), { appointments: 0.5 }).outage;
    const late = [...at.keys()].filter((item) => Math.floor(at[item]! / DAY) === 4 && !(Math.floor(doneAt[item]! / DAY) === 4));
    // Half of Friday's items are tasks, behind Thursday's 400: with room for some 60 besides Friday's own, hardly one of them is done on the Friday, and no appointment is late.
    expect(late.length).toBeGreaterThan(150);
    expect(late.length).toBeLessThan(230);
  });

  test("with the people that it ordinarily has it is dug out in days, not at once", () => {
    const own = lived(of(historyOf(allDay)));
    // At 85% busy each day makes up for less than a fifth of the day lost: more than three days, and it ends within the simulated time.
    expect(figureOf([own], "teamRecovery")).toBeGreaterThan(3);
    expect(figureOf([own], "teamRecovery")).toBeLessThan(11);
    expect(figureOf([own], "teamItemsDelayed")).toBeGreaterThan(comeOn(own.none, 3));
  });

  test("a task waits until records return, an appointment until the next day", () => {
    const morning = of(historyOf(fall(thursday, thursday + 720)));
    const before = (journal: TeamJournal): number => journal.at.filter((time) => time >= thursday && time < thursday + 720).length;
    const tasks = lived(morning, { ...unlimited, appointments: 0 });
    expect(figureOf([tasks], "teamItemsDelayed")).toBe(0);
    tasks.outage.at.forEach((time, item) => time >= thursday && time < thursday + 720 && expect(tasks.outage.doneAt[item]!).toBeGreaterThan(thursday + 720));
    const appointments = lived(morning, { ...unlimited, appointments: 1 });
    expect(figureOf([appointments], "teamItemsDelayed")).toBe(before(appointments.none));
  });
});

describe("whose work is lost", () => {
  const delayed = (histories: readonly History[], change: Partial<Team> = {}): number => figureOf([lived(histories, { ...unlimited, ...change })], "teamItemsDelayed");

  test("that of the practices whose records are lost, by the patients that are served there", () => {
    const all = delayed(of(historyOf(allDay)));
    // 100,000 of 365,000 patients: a binomial count of some 400, within four standard deviations.
    expect(Math.abs(delayed([historyOf(allDay), undisturbed, undisturbed]) - (all * 100) / 365)).toBeLessThan(4 * Math.sqrt(all * 0.2));
  });

  test("more of them the fewer can log in, and the same ones among them", () => {
    const at = [0, 0.3, 0.6, 1].map((level) => delayed(of(historyOf(fall(thursday, thursday + DAY, level)))));
    expect(at[3]).toBe(0);
    expect(Math.abs(at[2]! - 0.4 * at[0]!)).toBeLessThan(4 * Math.sqrt(at[0]! * 0.24));
    expect(at[1]!).toBeGreaterThan(at[2]!);
    const late = ({ at, doneAt }: TeamJournal): number[] => [...at.keys()].filter((item) => Math.floor(doneAt[item]! / DAY) > Math.floor(at[item]! / DAY));
    const [worse, better] = [0.3, 0.6].map((level) => late(lived(of(historyOf(fall(thursday, thursday + DAY, level))), unlimited).outage));
    expect(better!.filter((item) => !worse!.includes(item))).toEqual([]);
  });

  test("all of it where the practice as which it logs in has lost them, and none where only others have", () => {
    const host = { records: 0, host: 2 };
    expect(delayed([undisturbed, undisturbed, historyOf(allDay)], host)).toBe(delayed(of(historyOf(allDay))));
    expect(delayed([historyOf(allDay), historyOf(allDay), undisturbed], host)).toBe(0);
  });

  test("and where the service that it needs is down for a patient's practice", () => {
    const down = historyOf(allDay, [], [{ component: "accurx", label: "Accurx", steps: allDay }]);
    expect(delayed(of(down), { records: 0, component: "accurx" })).toBe(delayed(of(historyOf(allDay))));
    expect(delayed(of(down), { records: 0, component: "docman" })).toBe(0);
    expect(delayed([down, undisturbed, undisturbed], { records: 0, component: "accurx", host: 1 })).toBe(0);
  });

  test("slow systems make items longer", () => {
    const { none, outage } = lived(of(historyOf(fall(thursday, thursday + DAY, 1, 2))), unlimited);
    none.at.forEach((time, item) => {
      const factor = Math.floor(time / DAY) === 3 ? 2 : 1;
      expect(outage.doneAt[item]! - time).toBeCloseTo(factor * (none.doneAt[item]! - time), 6);
    });
  });
});

test("in all, items are added up; of backlog and recovery the worst team's count", () => {
  const [hit, spared] = [lived(of(historyOf(allDay))), { ...lived(of(undisturbed)), team: "Other team" }];
  for (const { id } of teamOutcomes) {
    expect(figureOf([hit, spared], id)).toBe(figureOf([hit], id));
    expect(figureOf([hit, spared], id, "team:Bromley team")).toBe(figureOf([hit], id));
    expect(figureOf([hit, spared], id, "team:Other team")).toBe(0);
  }
});

describe("a recovery that is cut at the horizon is marked, of the team and of all", () => {
  const recovered = lived(of(historyOf(allDay)));
  const cutIn = (journals: TeamJournals): number[] => ["all", "team:Bromley team", "team:Other team"].map((part) => sumOf([journals, { ...recovered, team: "Other team" }], "teamRecovery", part).censored);

  test("where systems do not return before it", () => {
    const never = lived(of(historyOf({ times: [thursday], level: [0], slowness: [1] })));
    expect(cutIn(never)).toEqual([1, 1, 0]);
    // Of no time after their return is anything known: at least none.
    expect(figureOf([never], "teamRecovery")).toBe(0);
  });

  test("where they return and the backlog is not gone by then", () => {
    const wednesday = 16 * DAY;
    const late = lived(of(historyOf(fall(wednesday, wednesday + DAY))));
    expect(cutIn(late)).toEqual([1, 1, 0]);
    // From Thursday's opening to the end of Friday.
    expect(figureOf([late], "teamRecovery")).toBe(2);
  });

  test("and no other", () => {
    expect(cutIn(recovered)).toEqual([0, 0, 0]);
    expect(cutIn(lived(of(undisturbed)))).toEqual([0, 0, 0]);
  });
});

test("replications differ", () => {
  expect(lived(of(undisturbed), {}, 1).none.at).not.toEqual(lived(of(undisturbed)).none.at);
});
