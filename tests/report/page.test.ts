import { describe, expect, test } from "vitest";
import type { OutcomeRow, ResultDocument } from "../../src/result/document.js";
import { charts } from "../../src/report/charts/index.js";
import { page } from "../../src/report/page.js";
import { drawings } from "../../src/report/render.js";
import { descriptions } from "../../src/outcomes/index.js";
import { clauseOf, partName } from "../../src/report/labels.js";
import { beyondHorizon, fixture, hostile, payloads, unaffected } from "./fixture.js";

const whole = page(fixture(), await drawings(fixture()));

/** What a reader sees of a part of the page, without markup. */
function text(markup: string): string {
  return markup.replace(/<(style|script)>.*?<\/\1>|<svg.*?<\/svg>/gs, "").replace(/<[^>]+>/g, " ").replaceAll("&#39;", "'").replaceAll("&quot;", "\"").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").replace(/\s+/g, " ");
}

function partOf(markup: string, id: string): string {
  return text(new RegExp(`<section aria-labelledby="${id}">.*?</section>`, "s").exec(markup)![0]);
}

test("the answer says what was lost, what it cost and how long it took", () => {
  const answer = partOf(whole, "answer");
  expect(answer).toContain("disrupts about 7,400 appointments (7,200 to 7,600)");
  expect(answer).toMatch(/equals 63% of a normal week's consultations of these practices/);
  expect(answer).toContain(": about 1,310 are not held on their day and about 6,110 are held without full records.");
  expect(answer).toContain("Staff work about 1,170 more hours (1,130 to 1,200) in all by 11 May 2023");
  expect(answer).toContain("about 430 hours are worked in overtime, and about 6,100 paper notes (5,900 to 6,300) have to be typed in");
  expect(answer).toContain("within 7.2 working days of the return of systems");
  expect(answer).toContain("nine in ten within 12");
});

test("the question heads the page, and the scenario's name is small beside the product's", () => {
  const { question, name } = fixture().scenario;
  expect(/<h1>(.*?)<\/h1>/s.exec(whole)![1]).toBe(question);
  expect(text(/<header>.*?<\/header>/s.exec(whole)![0])).toContain(`Outage Lab ${name}`);
});

test("hours in all are said to be a net figure where some work grew and other work was not done, and only there", () => {
  expect(partOf(whole, "answer")).toContain(
    "by 11 May 2023: about 1,230 more on typing in paper notes, on answering patients, and on results, letters and other tasks, about 64 fewer in consultations that were not held;",
  );
  const base = fixture();
  const grown = base.outcomes.map((row) => (row.part === "activity:consultation" ? { ...row, mean: 12, low: 10, high: 14 } : row));
  expect(partOf(page({ ...base, outcomes: grown }, []), "answer")).toContain("in all by 11 May 2023; about 430 hours");
  const fewer = base.outcomes.map((row) => (row.id === "extraWorkHours" && row.part === "all" ? { ...row, mean: -310, low: -330, high: -290 } : row));
  expect(partOf(page({ ...base, outcomes: fewer }, []), "answer")).toContain("Staff work about 310 hours less (290 to 330) in all by 11 May 2023, because patients did not get through: ");
});

test("the hours to be found once systems are back stand beside the net figure", () => {
  const base = fixture();
  const spared = base.outcomes.map((row) => (row.id === "extraWorkHours" && row.part === "day:2023-03-17" ? { ...row, mean: -400 } : row));
  expect(partOf(page({ ...base, outcomes: spared }, []), "workload")).toMatch(/Before Monday 20 March 2023, when systems return, staff work about 3\d\d hours less than usual.* about 1,\d00 hours more/);
  // In the fixture itself there is more work on every day.
  expect(partOf(whole, "workload")).not.toContain("less than usual, since");
});

test("recovery never stands without what was not delivered and the need that was not met", () => {
  for (const document of [fixture(), beyondHorizon()]) {
    const sentence = /<p class="answer">[^<]*back to normal[^<]*<\/p>/.exec(page(document, []))![0];
    expect(sentence).toContain("by 11 May 2023 about 318 appointments (308 to 328) have not been made up for");
    expect(sentence).toContain("about 2,140 patients");
    expect(partOf(page(document, []), "backlog")).toMatch(/Appointments not made up for.*Same-day needs not met/);
  }
});

test("practices that deliver more than they lost are not said to have lost", () => {
  const base = fixture();
  const outcomes = base.outcomes.map((row) => (row.id === "netUndelivered" ? { ...row, mean: -12, low: -15, high: -9 } : row));
  expect(partOf(page({ ...base, outcomes }, []), "answer")).toContain("on balance the practices deliver about 12 appointments (9 to 15) more than without it");
});

test("ranges are called what they are", () => {
  expect(partOf(whole, "answer")).toContain("simulation error alone");
  const base = fixture();
  const plausible = base.outcomes.filter(({ id, part, where }) => id === "appointmentsDisrupted" && part === "all" && where === "all").map((row) => ({ ...row, low: 3100, high: 15_200 }));
  const ranged = page({ ...base, plausible }, []);
  expect(partOf(ranged, "answer")).toContain("about 7,000 appointments (3,000 to 15,000)");
  expect(partOf(ranged, "answer")).toContain("plausible ranges");
  expect(partOf(ranged, "outcomes")).toContain("7,200 to 7,600");
});

test("every outcome is explained in the table, those of the answer in a clause, and recovery where it is drawn", () => {
  const { glossary } = fixture();
  const outcomes = partOf(whole, "outcomes");
  for (const { id, label, unit, definition } of glossary) expect(outcomes).toContain(`${label} (${unit}) ${id} ${definition}`);
  for (const id of ["appointmentsDisrupted", "extraWorkHours", "notesToTypeIn", "backlogRecovery", "netUndelivered", "needUnmetSameDay"]) {
    expect(clauseOf(id)).not.toBe("");
    expect(partOf(whole, "answer")).toContain(clauseOf(id));
  }
  expect(partOf(whole, "backlog")).toContain(glossary.find(({ id }) => id === "backlogRecovery")!.definition);
});

test("every outcome of the model has its place among its kin", () => {
  const outcomes = partOf(whole, "outcomes");
  expect(new Set(fixture().glossary.map(({ id }) => id))).toEqual(new Set(descriptions.map(({ id }) => id)));
  expect(outcomes).not.toContain("Others");
  expect(outcomes).toMatch(/Prescriptions and results Prescriptions without a check.*Delay of prescriptions.*Hours that urgent results wait unseen.*Paper and staff time/);
});

test("a percentage is as fine as what it lacks of 100, and what only the outage has is not said to be missing without it", () => {
  const outcomes = partOf(whole, "outcomes");
  expect(outcomes).toContain("95.87 95.83 to 95.91");
  expect(outcomes).toContain("Consultations, without the outage");
  for (const label of ["Availability in service hours", "Time until a paper note is in the record"]) expect(outcomes).not.toContain(`${label}, without the outage`);
  expect(outcomes).toMatch(/Until nineteen in twenty notes are in the record \d+/);
  const claimed = { text: "availability mean >= 99.9 %", verdict: "broken", estimate: 95.87, low: 95.83, high: 95.91, reason: "" } as const;
  expect(partOf(page({ ...fixture(), hypotheses: [claimed] }, []), "hypotheses")).toMatch(/Availability in service hours, mean: at least 99\.9% .*95\.87 \(95\.83 to 95\.91\)/);
});

test("dates and times are written the British way", () => {
  expect(partOf(whole, "answer")).toContain("begins at 08:05 on Thursday 16 March 2023 and is over at 17:10 on Monday 20 March 2023");
  expect(text(whole)).not.toMatch(/2023-03-1\dT/);
});

test("the worst days of the telephones are named", () => {
  expect(partOf(whole, "days")).toMatch(/Calls and online requests not connected .* 4,300 Thursday 16 March 1,500 .*Calls abandoned .* 810 Tuesday 21 March 420/);
});

test("practices are ranked by extra hours for their size and by recovery", () => {
  const rows = partOf(whole, "practices");
  expect(rows).toMatch(/by extra staff hours per 1,000 patients.*1\. Harbour Surgery G82018.*12\. Abbey Court Surgery G82011.*by recovery time.*1\. Ferry View Surgery G82016/);
});

test("of many practices the ten hit worst and the ten hit least are shown", () => {
  const base = fixture();
  const first = base.places.find(({ code }) => code === "G82011")!;
  const many = Array.from({ length: 30 }, (_, index) => ({ ...first, code: `N${100 + index}`, name: `Surgery number ${100 + index}`, patients: 5000 }));
  const rows = base.outcomes.filter(({ where, part, kind }) => where === "G82011" && part === "all" && kind !== "ratio");
  const inAll = base.outcomes.filter(({ id, part, where }) => id === "extraWorkHours" && part === "all" && where === "all");
  const outcomes = many.flatMap(({ code }, index) => rows.map((row) => ({ ...row, where: code, mean: row.mean! + index, low: row.low! + index, high: row.high! + index })));
  const shown = partOf(page({ ...base, places: [...base.places.filter(({ kind }) => kind === "region"), ...many], outcomes: [...inAll, ...outcomes] }, []), "practices");
  expect(shown).toMatch(/ten practices hit worst, by extra staff hours.*1\. Surgery number 129.*10\. Surgery number 120.*ten affected practices hit least, by extra staff hours.*21\. Surgery number 109.*30\. Surgery number 100/);
  const [ranked, all] = shown.split("Look up one of all 30 affected practices") as [string, string];
  expect(ranked).not.toContain("Surgery number 115");
  // The others are there to be looked up, in order of their codes.
  expect(all).toMatch(/Surgery number 100 N100 .*Surgery number 115 N115 .*Surgery number 129 N129 /);
});

test("regions stand side by side where there are several", () => {
  const base = fixture();
  const places = [...base.places, { code: "QNC", kind: "region", name: "Staffordshire and Stoke-on-Trent", parent: null, patients: 1_200_000 } as const];
  expect(partOf(page({ ...base, places }, []), "practices")).toMatch(/By region.*Kent and Medway QKS.*Staffordshire and Stoke-on-Trent QNC/);
  expect(partOf(whole, "practices")).not.toContain("By region");
});

test("hypotheses come with verdict and reason, assumptions with source, grade and change", () => {
  expect(partOf(whole, "hypotheses")).toMatch(/backlogRecovery p90 of practices <= 5 working days ✗ broken 12 \(11 to 13\) The whole range contradicts the claim\./);
  expect(partOf(whole, "hypotheses")).toContain("? undecided – A 90th percentile of replications needs 36");
  const assumptions = partOf(whole, "assumptions");
  expect(assumptions).toMatch(/care\.slackGp 0\.08 fraction changed No source; recovery is sensitive to it assumption/);
  expect(assumptions).toContain("26, 19.9, 18.5, 17.9, 17.7 %");
  expect(assumptions).toContain("the scenario changes 1 , marked");
});

test("beside each assumption stands its plausible range, or why it has none, and below them what grades mean", () => {
  const assumptions = partOf(whole, "assumptions");
  expect(assumptions).toContain("27.3 calls per 1,000 patients and working day 24.6 to 30 NHS England");
  expect(assumptions).toContain(" % 23.4 to 28.6, 17.9 to 21.9, ");
  expect(assumptions).toContain("; scaled to 100 together NHS England");
  expect(assumptions).toContain("not varied: what the others leave");
  expect(assumptions).toMatch(/Grades tell .*A, an official statistic, 0\.9 to 1\.1 times the value; .*assumption, no source known, 0\.5 to 2 times the value/);
});

test.each([
  ["backlogRecovery p90 of practices <= 5 working days", "Recovery time, nine in ten practices: at most 5 working days"],
  ["backlogRecovery region mean <6 where region QKS", "Recovery time, until nine in ten practices of a region are back to normal, Kent and Medway, mean: less than 6"],
  ["notesToTypeIn mean >= 100000 where region QKS", "Notes to type in, Kent and Medway, mean: at least 100,000 notes"],
  ["needUnmetSameDay destination:urgent care p50 of replications > 12 patients", "Same-day needs not met that day, went to urgent care or A&E, half simulated runs: more than 12 patients"],
  ["workloadFactor mean <= 1.9", "Workload factor, mean: at most 1.9"],
  ["something that nobody foresaw", "something that nobody foresaw"],
])("the claim %s is put into words", (claim, words) => {
  const document: ResultDocument = { ...fixture(), hypotheses: [{ text: claim, verdict: "held", estimate: 1, low: 1, high: 1, reason: "So it is." }] };
  expect(partOf(page(document, []), "hypotheses")).toContain(`Why ${words} ${words === claim ? "✓" : claim}`);
});

test("no text that a reader sees holds a backtick or the name that a program has for a part", () => {
  for (const { label, definition, parts } of descriptions) {
    expect(label + definition).not.toMatch(/`|[a-z]:[a-z]|08-10/);
    for (const part of parts.filter((each) => each !== "day:")) expect(partName(part)).not.toMatch(/:[a-z]|08-10/);
  }
});

test("a practice-day is explained where it first stands", () => {
  const shown = text(whole);
  expect(shown.slice(shown.indexOf("practice-day"))).toMatch(/^practice-days; one practice-day is what a practice’s staff do in an ordinary day/);
});

test("each incident is told, and what it was called stands beside what is simulated; without an incident nothing is told", () => {
  const told = partOf(page(fixture(), []), "timeline");
  expect(told).toContain("The regional firewall is down from Thursday 16 March 2023 08:05. Noticed after 30 min. First blamed: a cut line, for 2 h. Cause: a faulty part.");
  expect(told).toMatch(/Reported severity: medium\. Simulated impact: .+ appointments disrupted/);
  expect(told).toContain("It hits 4 of 5 practices with 40,000 patients.");
  expect(partOf(page({ ...fixture(), incidents: [] }, []), "timeline")).not.toContain("severity");
});

test("what practices and patients were told stands with its times, and where nobody was told anything nothing does", () => {
  const told = partOf(page(fixture(), []), "timeline");
  expect(told).toContain("Pen and paper From Thursday 16 March 2023 10:00 until Monday 20 March 2023 17:10 the ICB tells 5 practices to take requests down on paper, to carry on with paper and to switch online requests off; 80% do so. It asks the patients of all 5 practices to come only if they must.");
  expect(partOf(page({ ...fixture(), directives: [] }, []), "timeline")).not.toContain("were told");
});

test("incidents are told in the order of time, each of ten, and what comes of them is said to be of all", () => {
  const base = fixture();
  const [incident] = base.incidents;
  const on = (day: number) => ({ median: `2023-03-${day}T09:00`, least: `2023-03-${day}T09:00`, most: `2023-03-${day}T09:00` });
  const short = { median: 60, least: 60, most: 60 };
  const days = [26, 15, 16, 17, 18, 19, 20, 21, 22, 23];
  const document: ResultDocument = { ...base, incidents: days.map((day) => ({ ...incident!, name: `Failure ${day}`, began: on(day), repairedAfter: short, backAfter: short })) };
  const told = partOf(page(document, []), "timeline");
  expect([...told.matchAll(/Failure (\d+)/g)].map(([, day]) => Number(day))).toEqual([...days].sort());
  expect(told).toContain("Simulated impact of all 10 together:");
  const answer = partOf(page({ ...document, typical: { replication: 0, differ: false, practices: { all: 12, hit: 8 }, hours: 17.4 } }, []), "answer");
  expect(answer).toMatch(/10 outages between 08:05 on Thursday 16 March 2023 and .*: the average practice hit lacks something for 17 hours in all\./);
  expect(answer).not.toContain("The outage begins");
  expect(answer).toContain("of the last return of systems");
  expect(partOf(page(document, []), "elsewhere")).not.toContain("Back to normal after");
  // Overlapping ones are one outage.
  expect(partOf(page({ ...document, incidents: document.incidents.map((each) => ({ ...each, began: on(15) })) }, []), "answer")).toContain("The outage begins");
});

test("of a sample no region is shown by itself", () => {
  const base = fixture();
  const places = [...base.places, { code: "QNC", kind: "region" as const, name: "Staffordshire", parent: null, patients: 1 }];
  expect(partOf(page({ ...base, places }, []), "practices")).toContain("By region");
  expect(partOf(page({ ...base, places, sample: { taken: 40, of: 1391 } }, []), "practices")).not.toContain("By region");
});

test("what comes and goes is told by its episodes", () => {
  const base = fixture();
  const episodes = { times: { median: 9, least: 8, most: 11 }, each: { median: 18, least: 10, most: 30 }, all: { median: 150, least: 120, most: 180 } };
  const told = partOf(page({ ...base, incidents: [{ ...base.incidents[0]!, episodes }] }, []), "timeline");
  expect(told).toContain("There are 9 (median; 8 to 11) episodes of 10 min to 30 min, 2 h 30 min (median; 2 h to 3 h) in all.");
});

test("services that share one fate share one row", () => {
  expect(partOf(whole, "timeline")).toMatch(/Services EMIS Web, Electronic prescription service, Docman, Accurx, Email lost 08:05 .* Telephones 35% have it/);
});

test("the page says how to reproduce it", () => {
  const base = fixture();
  const how = partOf(whole, "reproduce");
  // Precision ended it: with a fixed number intervals would be others.
  expect(how).toContain("outagelab run FILE --seed kent-1 --max-replications 20 ");
  expect(partOf(page({ ...base, stoppedBy: "replications", intervals: "student" }, []), "reproduce")).toContain("--seed kent-1 --replications 20 ");
  expect(partOf(page({ ...base, tolerance: 0.025 }, []), "reproduce")).toContain("--max-replications 20 --precision 2.5% ");
  expect(partOf(page({ ...base, stoppedBy: "decided", untilDecided: true }, []), "reproduce")).toContain("--max-replications 20 --until-decided ");
  for (const part of [base.scenario.hash, base.inputs[0]!.sha256, base.warnings[0]!, "lasts: 4d 9h", "version 0.1.0"]) expect(how).toContain(part);
  expect(partOf(page({ ...base, seed: "it's 7" }, []), "reproduce")).toContain("--seed 'it'\\''s 7'");
});

test("the page says what pairing saved, of measures that vary", () => {
  const shown = partOf(whole, "outcomes");
  expect(shown).toContain("What pairing saves");
  expect(shown).toMatch(/Consultations 0\.987 64\b.*Staff hours worked above 0\.999 5,100\b/);
  expect(shown).not.toContain("Telephone calls");
  expect(partOf(page({ ...fixture(), pairing: [] }, []), "outcomes")).not.toContain("pairing");
});

test("verdicts by an interval that holds at all times say after how many runs they were reached", () => {
  const base = fixture();
  const decided = page({ ...base, untilDecided: true, hypotheses: base.hypotheses.map((each) => ({ ...each, reason: "Decided after 15 replications." })) }, []);
  expect(partOf(decided, "hypotheses")).toContain("Decided after 15 replications.");
  expect(partOf(decided, "hypotheses")).toContain("holds however often it is looked at");
});

test("nothing is missing, whatever the result", async () => {
  for (const document of [fixture(), beyondHorizon(), unaffected()]) expect(text(page(document, await drawings(document)))).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
});

/** Rows of some outcomes, all parts and places, with other values. */
function changed(base: ResultDocument, ids: readonly string[], change: (row: OutcomeRow) => Partial<OutcomeRow>): ResultDocument {
  return { ...base, outcomes: base.outcomes.map((row) => (ids.includes(row.id) ? { ...row, ...change(row) } : row)) };
}

const nothing = { mean: 0, low: 0, high: 0 };

test("practices that are not hit are in no list, and where less work is done need is what ranks the others", () => {
  const base = fixture();
  const spared = new Set(["G82018", "G82013"]);
  const effects = ["appointmentsDisrupted", "contactsNotConnected", "extraWorkHours", "netUndelivered", "needUnmetSameDay", "peakBacklog"];
  const some = changed(base, effects, ({ where }) => (spared.has(where) ? nothing : {}));
  const shown = partOf(page(some, []), "practices");
  expect(shown).toContain("10 of the 12 practices that are simulated are affected; the others are left out.");
  for (const code of spared) expect(shown).not.toContain(code);
  const less = changed(base, ["extraWorkHours"], ({ mean, low, high }) => ({ mean: -mean!, low: -high!, high: -low! }));
  expect(partOf(page(less, []), "practices")).toMatch(/worst first, by same-day needs not met that day, per 1,000 patients/);
});

test("a loss of telephones alone begins with the calls, and what is 0 has no figure", () => {
  const base = fixture();
  const calls = changed(changed(base, ["appointmentsDisrupted"], ({ mean, low, high }) => ({ mean: mean! / 100, low: low! / 100, high: high! / 100 })), ["notesToTypeIn"], () => nothing);
  const answer = partOf(page(calls, []), "answer");
  expect(answer).toMatch(/^ The answer About 4,300 calls and online requests, between 4,100 and 4,400, do not connect\. .* About 4,300 calls and online requests \(4,100 to 4,400\) do not connect\. The outage disrupts/);
  expect(answer).not.toMatch(/have to be typed in|Notes to type in/);
  expect(answer).toContain("Calls and online requests not connected about 4,300");
});

test("where less work is done no overtime is told and the chart names the largest change", () => {
  const less = changed(fixture(), ["extraWorkHours"], ({ mean, low, high }) => ({ mean: -mean!, low: -high!, high: -low! }));
  for (const id of ["answer", "workload"]) expect(partOf(page(less, []), id)).not.toMatch(/−[\d,]+ hours|hours? (is|are) worked in overtime/);
  expect((charts.workload(less)!.title as { text: string[] }).text.join(" ")).toMatch(/^About 1,170 staff hours less: largest changes for GPs \(about −400\) and typing notes in \(about −740\)/);
});

test("of one affected practice no half is told, and no time is called zero days", () => {
  const base = fixture();
  const one = { ...base, places: base.places.filter(({ kind, code }) => kind !== "practice" || code === "G82011") };
  expect(partOf(page(one, []), "answer")).toContain("The affected practice is back to normal within 7.2 working days of the return of systems;");
  const soon = partOf(page(changed(base, ["backlogRecovery"], () => ({ p50: 0, p90: 1.5 })), []), "answer");
  expect(soon).toContain("Half of the affected practices are back to normal when systems return, and nine in ten within 1.5 working days");
  // 0.054 of 630 minutes.
  const within = partOf(page(changed(base, ["backlogRecovery"], () => ({ p50: 0, p90: 0.054 })), []), "answer");
  expect(within).toContain("and nine in ten within 34 minutes of opening time");
  expect(soon).not.toContain("within 0");
  expect(partOf(page(changed(base, ["backlogRecovery"], () => ({ low: -3 })), []), "outcomes")).not.toContain("−3");
});

test.each([
  ["2023-03-16T20:00", "2023-03-17T06:00", "Systems failed when practices were closed; nothing differs from an ordinary period."],
  ["2023-03-18T08:00", "2023-03-19T18:00", "Systems failed when practices were closed; nothing differs from an ordinary period."],
  ["2023-03-16T10:00", "2023-03-16T11:00", "Practices do without what failed; nothing differs from an ordinary period."],
])("of an outage from %s to %s without effect one sentence is told", async (onset, restored, sentence) => {
  const calm = unaffected();
  const steps = [{ at: onset, level: 0, slowness: 1 }, { at: restored, level: 1, slowness: 1 }];
  const document: ResultDocument = { ...calm, window: { ...calm.window, onset, restored }, timeline: fixture().timeline.map((row) => ({ ...row, steps })) };
  const drawn = await drawings(document);
  expect(drawn.map(({ name }) => name)).toEqual(["timeline"]);
  const answer = partOf(page(document, drawn), "answer");
  expect(answer).toContain(sentence);
  expect(answer).not.toMatch(/disrupts|0 appointments/);
});

test("warnings stand under the answer, and few replications are called few", () => {
  const warnings = Array.from({ length: 7 }, (_, index) => `Sample: ${index} of 20 neighbourhoods are simulated.`);
  const answer = partOf(page({ ...fixture(), warnings }, []), "answer");
  for (const warning of warnings.slice(0, 5)) expect(answer).toContain(warning);
  expect(answer).toContain("2 more warnings");
  expect(answer).not.toContain("Intervals from so few");
  const few = { ...fixture(), outcomes: fixture().outcomes.map((row) => ({ ...row, replications: 4 })) };
  expect(partOf(page(few, []), "answer")).toContain("Intervals from so few runs say little");
});

test("values beyond the horizon are said to be", () => {
  const late = page(beyondHorizon(), []);
  expect(partOf(late, "answer")).toContain("are not back to normal by 11 May 2023, the end of the simulated time");
  expect(partOf(late, "outcomes")).toContain("Nine in ten affected practices within beyond 11 May 2023");
  expect(partOf(late, "practices")).toContain("beyond 11 May 2023");
});

describe("an unaffected run", () => {
  const calm = page(unaffected(), []);
  test("says that nothing happened", () => {
    expect(partOf(calm, "answer")).toContain("every difference is exactly 0");
    expect(partOf(calm, "practices")).toContain("No practice is affected.");
    expect(partOf(calm, "timeline")).toContain("No service was lost");
    expect(partOf(calm, "hypotheses")).toContain("The scenario states none.");
  });
  test("still shows every outcome", () => {
    expect(partOf(calm, "outcomes")).toMatch(/Appointments disrupted \(appointments\)[^–]* 0 –/);
    expect(partOf(calm, "outcomes")).toContain("not defined: nothing is affected");
  });
});

test("a document without any optional part gives a page", () => {
  const bare: ResultDocument = { ...fixture(), outcomes: [], series: [], incidents: [], directives: [], timeline: [], hypotheses: [], assumptions: [], warnings: [], glossary: [], inputs: [] };
  expect(text(page(bare, []))).not.toMatch(/NaN|undefined/);
});

test("texts from the document cannot become markup", async () => {
  const attacked = page(hostile(), await drawings(hostile()));
  expect(attacked).not.toMatch(/<script[^>]|<img|<b>/i);
  expect(attacked.match(/<\/?script/gi)).toHaveLength(2);
  expect(attacked.match(/<\/style>/g)).toHaveLength(1);
  // Marks of pictures have titles too.
  expect(attacked.replace(/<svg.*?<\/svg>/gs, "").match(/<\/title>/g)).toHaveLength(1);
  // Within pictures quotes stand in text, where they end no attribute.
  expect(attacked.replace(/<svg.*?<\/svg>/gs, "")).not.toContain(payloads[1]);
  for (const payload of payloads) expect(text(attacked)).toContain(payload);
  expect(attacked).not.toMatch(/[^\t\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
});

test("a result written by hand cannot pass for markup where it has objects or lists in place of texts", () => {
  const forged = { markup: "<img src=x onerror=alert(1)>" } as unknown as string;
  const base = fixture();
  for (const text of [forged, [forged] as unknown as string]) {
    const attacked = page({ ...base, scenario: { ...base.scenario, name: text, question: text, text }, warnings: [text], seed: base.seed }, []);
    expect(attacked).not.toContain("<img");
  }
});

test("one file, in British English, that may load nothing, and run what is its own", () => {
  expect(whole).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
  expect(whole.includes("default-src &#39;none&#39;")).toBe(true);
  expect(whole).not.toMatch(/<script[^>]|<link rel="stylesheet|@import|src="http|url\(/);
  // Quoted addresses would not be loaded, but a reader would wonder.
  expect(text(whole)).not.toContain("http");
});

test("recovery at other slack is a table of its own, where it was simulated; what lies beyond the horizon is said to", () => {
  const base = fixture();
  const outcomes = base.outcomes.filter(({ where }) => where === "all");
  const late = changed(base, ["backlogRecovery"], () => ({ p90: null, censored: 24 })).outcomes.filter(({ where }) => where === "all");
  const backlog = partOf(page({ ...base, slack: [{ slack: 0.05, affected: 240, outcomes: late }, { slack: 0.1, affected: 240, outcomes }] }, []), "backlog");
  expect(backlog).toContain("with slack the same for all five kinds of staff, whatever the scenario says of it");
  expect(backlog).toMatch(/5% 7\.2 beyond at least 11\.4 \([\d. to]+\) 10% 2\.7\d? \([^%]* 10% 7\.2 12 11\.4 \([\d. to]+\) 0% 2\.7\d? \([\d. to]+\) 1,170 \([\d, to]+\) 7,400 \(/);
  expect(partOf(whole, "backlog")).not.toContain("five kinds of staff");
});

test("no recovery time stands without the slack that it rests on", () => {
  const document = fixture();
  for (const id of ["answer", "backlog"]) expect(partOf(page(document, []), id)).toContain("Recovery assumes slack of 8% of rostered time, a share without a source.");
  const [slack] = document.assumptions.filter(({ id }) => id === "care.slackGp");
  const mixed = { ...document, assumptions: [...document.assumptions, { ...slack!, id: "care.slackAdmin", value: 0.15 }] };
  expect(partOf(page(mixed, []), "answer")).toContain("slack of 8% to 15% of rostered time");
});

test("what is known and what is assumed of the story stands below what came of it and above all assumptions, where the scenario says it", () => {
  expect(partOf(whole, "story")).toMatch(/What is known and what is assumed of this story Known Thursday 16 March 2023 is known\. Assumed The time of day is assumed\./);
  const order = ["answer", "action", "hours", "timeline", "story", "assumptions"].map((id) => whole.indexOf(`id="${id}"`));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  const { story: _, ...silent } = fixture();
  expect(page(silent, [])).not.toContain("#story");
});

test("work with a date is told where some is late, or where practices cannot send claims or run the payroll", () => {
  const base = fixture();
  expect(partOf(whole, "days")).toMatch(/About 9\.0 year-end claims .*, about 3\.00 payrolls .* and about 40 time-critical referrals \(39 to 41\) are late\./);
  const some = changed(base, ["deadlinesMissed"], ({ part }) => (part === "work:urgent referrals" ? {} : nothing));
  expect(partOf(page(some, []), "days")).toContain("No year-end claim and no payroll is late; about 40 time-critical referrals (39 to 41) are.");
  const none = changed(base, ["deadlinesMissed"], () => nothing);
  expect(partOf(page(none, []), "days")).not.toContain("is late");
  const payroll = { ...none, timeline: [{ ...base.timeline[0]!, what: "runPayroll", kind: "capability" as const }] };
  expect(partOf(page(payroll, []), "days")).toContain("No year-end claim, no payroll and no time-critical referral is late.");
});

test("practices that are not back are counted, and those with the largest backlog come first", () => {
  const base = beyondHorizon();
  const peak = (where: string): number => (where === "G82022" ? 9 : where === "G82013" ? 8 : 1);
  const codes = new Set(base.places.filter(({ kind }) => kind === "practice").map(({ code }) => code));
  const outcomes = base.outcomes.map((row) => (codes.has(row.where) && row.id === "peakBacklog" ? { ...row, mean: peak(row.where) } : codes.has(row.where) && row.id === "backlogRecovery" ? { ...row, p50: null, censored: 20 } : row));
  const shown = partOf(page({ ...base, outcomes }, []), "practices");
  expect(shown).toContain("12 of 12 practices are not back to normal by 11 May 2023, the end of the simulated time; by recovery time the largest backlog comes first among them.");
  expect(shown).toMatch(/by recovery time .*1\. Lower Stour Surgery G82022 .*2\. Castle Street Surgery G82013 .*3\. Abbey Court Surgery G82011/);
});

test("a bank holiday has its name, and where nobody is told anything that is said", () => {
  expect(partOf(whole, "answer")).toContain("Friday 7 April 2023, Monday 10 April 2023, Monday 1 May 2023 and Monday 8 May 2023 are bank holidays.");
  expect(partOf(page({ ...fixture(), directives: [] }, []), "timeline")).toContain("nobody tells practices or patients what to do");
});

test("what rounds to nothing is not told, nor a multiple of one", () => {
  const little = changed(fixture(), ["extraWorkHours"], ({ part }) => (part === "overtime" ? { mean: 0.3, low: -40, high: 41 } : part === "multiple" ? { mean: 1.0004 } : {}));
  for (const id of ["answer", "workload"]) expect(partOf(page(little, []), id)).not.toContain("are worked in overtime");
  expect(partOf(page(little, []), "workload")).toContain("All work done by 11 May 2023 is about as much as it would have been.");
});

test("below a working day hours of opening time are told", () => {
  const within = partOf(page(changed(fixture(), ["backlogRecovery"], () => ({ p50: 0.28, p90: 0.99 })), []), "answer");
  expect(within).toContain("back to normal within 3 hours of opening time after the return of systems, and nine in ten within 10 hours of opening time");
});
