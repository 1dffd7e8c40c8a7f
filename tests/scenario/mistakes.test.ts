/** A table of mistakes, each with all that is said of it. */
import { describe, expect, test } from "vitest";
import { check } from "../../src/scenario/check.js";
import { format } from "../../src/scenario/complaint.js";
import { base } from "./base.js";

/** Complaints about a text as `line:column message > remedy`. */
const said = (text: string): string[] => check(text, "f.yaml").map(({ line, column, message, remedy }) => `${line}:${column} ${message} > ${remedy}`);
/** The base with one of its parts replaced. */
const instead = (part: string, replacement: string): string => {
  if (!base.includes(part)) throw new Error(`the base has no ${part}`);
  return base.replace(part, () => replacement);
};

test("the base that the table spoils has no mistake", () => {
  expect(said(base)).toEqual([]);
});

describe("the file as a whole", () => {
  const begin = "Begin with the question that the scenario answers: question: What would ...?";
  test.each([
    ["", `1:1 the file is empty. > ${begin}`],
    ["\n\n", `1:1 the file is empty. > ${begin}`],
    ["# only a comment\n", `1:1 the file is empty. > ${begin}`],
    ["Dear all,\nplease simulate.", "1:1 the file holds a text, not the settings of a scenario. > Write one setting a line, such as question: What would ...?"],
    ["- a\n- b\n", "1:1 the file holds a list, not the settings of a scenario. > Write one setting a line, such as question: What would ...?"],
    ["PK\u0003\u0004\0\0", "1:3 the file is not plain text: here it has a control character (3). > Save it as plain text in UTF-8."],
    ["name: x\nq: \ufffd\ufffd", "2:4 the file is not plain text: here it has bytes that are not UTF-8. > Save it as plain text in UTF-8."],
    ["name: \0x", "1:7 the file is not plain text: here it has a control character (0). > Save it as plain text in UTF-8."],
    // UTF-16 read as UTF-8, with a byte order mark and without.
    ["\ufffd\ufffdn\0a\0m\0e\0:\0", "1:1 the file is not plain text: here it has text in UTF-16. > Save it as plain text in UTF-8."],
    ["\0n\0a\0m\0e\0:", "1:1 the file is not plain text: here it has text in UTF-16. > Save it as plain text in UTF-8."],
  ])("%j", (text, complaint) => {
    expect(said(text)).toEqual([complaint]);
  });
});

describe("YAML: one complaint, about the first slip", () => {
  test.each([
    ["a second colon", "question: What: now\n", "1:11 there is a second colon in the line. > Put the text after the first colon in quotes, or begin a new line for the second setting."],
    ["a tab", "calendar:\n\tdays: 1\n", "2:1 the line is indented with a tab. > Indent with spaces, two for each level."],
    ["a bracket left open", "a: {b: 1\nc: 2\n", "2:1 a { or [ that was opened is not closed before this line. > Close it with } or ], or indent the lines that belong to it."],
    ["a quote left open", 'question: "What\nname: x\n', "1:11 a quote is opened here and never closed. > Close it at the end of the text, or leave it out."],
    ["a line out of place", "a:\n  b: 1\n c: 2\n", "3:1 the line does not stand where a line can stand here. > Let all entries of a group begin in the same column, and close every { or [ that is opened."],
    ["no colon", "a: 1\nbcd\ne: 2\n", "2:1 the line has no setting and value. > Write a setting, a colon, a space and a value, such as days: 63."],
    ["no space after the colon", "days:1\nb: 2\n", "1:1 the line has no setting and value. > Write a setting, a colon, a space and a value, such as days: 63."],
    ["no space after a dash", "a:\n- b\n-c\n", "3:1 a character is missing here or before. > Look for a missing colon with a space after it, dash with a space after it, closing quote, ], } or comma."],
    ["quotes within quotes", "a: 'don't'", "1:9 this is not expected here. > Put texts with quotes, brackets, commas or colons in them in double quotes as a whole, and look for a missing comma or bracket."],
    ["a reserved character", "a: @x\n", "1:4 a value cannot begin with this character. > Put the value in quotes."],
    ["two documents", "a: 1\n---\nb: 2\n", "2:1 a second document begins here. > Keep one scenario a file: remove the line --- and what belongs to another scenario."],
    ["a tag", "a: !foo 1\n", "1:4 tags such as !name have no meaning in a scenario. > Remove the word that begins with !, or put the value in quotes."],
    ["an alias of nothing", "a: *x\n", '1:4 * refers to "x", which is not marked with & before. > Write &x before the value that is to be repeated, or put the text in quotes.'],
    ["an alias of itself", "a: &x [*x]\n", '1:8 * refers to "x", which is not marked with & before. > Write &x before the value that is to be repeated, or put the text in quotes.'],
  ])("%s", (_name, text, complaint) => {
    expect(said(text)).toEqual([complaint]);
  });
});

describe("one mistake, one complaint", () => {
  test.each<[part: string, replacement: string, complaint: string]>([
    // Settings.
    ["name: base", "nam: base", '2:1 the scenario has "nam", which is not a setting here. > Did you mean "name"?'],
    ["start: 2023-03-13", "strat: 2023-03-13", '3:12 the calendar has "strat", which is not a setting here. > Did you mean "start"?'],
    ["start: 2023-03-13, ", "", '3:11 the calendar has no "start". > Add it, such as start: 2023-03-13'],
    ["name: base\n", "", '1:1 the scenario has no "name". > Add it, such as name: kent-firewall-2023'],
    ["name: base", "name: base\nname: other", '3:1 "name" stands here a second time; the first is in line 2. > Keep one of the two.'],
    ["name: base", "name:", '2:1 the scenario has "name" without a value. > Write a value, such as name: kent-firewall-2023'],
    ["name: base", "name: 2023", '2:7 the scenario has the name 2023, which is not a text. > Put it in quotes: "2023".'],
    ["name: base", "colour: red\nname: base", '2:1 the scenario has "colour", which is not a setting here. > Settings here: question, name, known, assumed, seed, calendar, estate, infrastructure, incidents, directives, habits, response, demand, care, overflow, experiment, objectives, hypotheses.'],
    ["days: 28", 'days: "28"', '3:37 the calendar has days "28", which is a text because of its quotes. > Write it without quotes: 28.'],
    ["days: 28", "days: four weeks", '3:37 the calendar has days "four weeks", which is not a number. > Write a number, such as 63.'],
    ["days: 28", "days: 0", "3:37 the calendar has days 0, which is below 1. > Write a number from 1 up."],
    ["days: 28", "days: 28.5", "3:37 the calendar has days 28.5, which is not a whole number. > Write a whole number, such as 63."],
    ["days: 28", "days: 1e300", "3:37 the calendar has days 1e+300, which is above 366. > Write a number up to 366."],
    ["days: 28", "days: .inf", "3:37 the calendar has days Infinity, which is not a number. > Write a number, such as 63."],
    ["calendar: {start: 2023-03-13, days: 28}", "calendar: March", '3:11 the scenario has calendar "March", which is not a group of settings. > Write a group of settings, such as {start: 2023-03-13, days: 63}.'],
    // Dates, times, durations.
    ["start: 2023-03-13", "start: 2023-02-30", '3:19 the calendar has start "2023-02-30", and there is no such date. > Check the day of the month.'],
    ["start: 2023-03-13", "start: 13/03/2023", '3:19 the calendar has start "13/03/2023", which is not a date. > Write year, month and day, such as 2023-03-16.'],
    ["start: 2023-03-13", "start: 2023", '3:19 the calendar has start "2023", which is not a date. > Write year, month and day, such as 2023-03-16.'],
    ["at: 2023-03-16 08:00", "at: 2023-03-16", '11:9 incident "phones" begins at "2023-03-16", which is not a date and time. > Write year, month, day and a time by the 24-hour clock, such as 2023-03-16 08:00.'],
    ["at: 2023-03-16 08:00", "at: 2023-02-30 08:00", '11:9 incident "phones" begins at "2023-02-30 08:00", and there is no such date. > Check the day of the month.'],
    ["at: 2023-03-16 08:00", "at: 2023-03-16 24:00", '11:9 incident "phones" begins at "2023-03-16 24:00", and there is no such time of day. > Write a time from 00:00 to 23:59.'],
    ["at: 2023-03-16 08:00", "at: 2023-03-12 08:00", '11:9 incident "phones" begins at "2023-03-12 08:00", before the calendar starts on 2023-03-13. > Write a later date, or start the calendar earlier.'],
    ["at: 2023-03-16 08:00", "at: 2023-04-10 00:00", '11:9 incident "phones" begins at "2023-04-10 00:00", after the calendar\'s last day, 2023-04-09. > Write an earlier date, or set the calendar\'s days to 29 or more.'],
    ["for: 4h", "for: 4x", '12:10 incident "phones" lasts "4x", which is not a duration. > Write a number and a unit, such as 30m, 4h, 2d, 1h30m or 5 working days.'],
    ["for: 4h", "for: 4", '12:10 incident "phones" lasts "4", which is not a duration. > Write a number and a unit, such as 30m, 4h, 2d, 1h30m or 5 working days.'],
    ["for: 4h", "for: 400d", '12:10 incident "phones" lasts "400d", which is longer than 366 days. > Write a shorter duration.'],
    ["for: 4h", "for: 30d", '12:10 incident "phones" lasts "30d", until 2023-04-15 08:00, after the calendar\'s last day, 2023-04-09. > Write a shorter duration, or set the calendar\'s days to 34 or more.'],
    ["for: 4h", "until: 2023-03-15 08:00", '12:12 incident "phones" ends at "2023-03-15 08:00", before it begins at 2023-03-16 08:00. > Write a later end, or an earlier beginning.'],
    ["for: 4h", "for: 4h\n    until: 2023-03-17 08:00", '13:12 incident "phones" has more than one of "for", "until", "repair". > Write exactly one of them, and remove the other.'],
    ["    for: 4h\n", "", '8:5 incident "phones" has none of "for", "until", "repair". > Write exactly one of them.'],
    ["    for: 4h\n", "    fro: 4h\n", '12:5 incident "phones" has "fro", which is not a setting here. > Did you mean "for"?'],
    ["fades: 1d", "fades: 2 working days", '14:34 incident "phones" fades over "2 working days", but working days have no meaning here. > Write minutes, hours or days, such as 30m, 4h or 2d.'],
    ["slowness: 1.1", "slowness: 0.9", '14:22 incident "phones" has slowness 0.9, which is below 1. > Write a number from 1 up.'],
    ["level: 0", "level: -0.5", '13:12 incident "phones" has level -0.5, which is below 0. > Write a number from 0 up.'],
    ["level: 0", "level: 1.5", '13:12 incident "phones" has level 1.5, which is above 1. > Write a number up to 1.'],
    // Places.
    ["region: QKS}}", "region: Kent and Medway}}", '4:29 the estate has region "Kent and Medway", which is not the code of an ICB. > Did you mean QKS (Kent and Medway)?'],
    ["region: QKS}}", "region: QKX}}", '4:29 the estate has region "QKX", which is not the code of an ICB. > Did you mean QK1 (Leicester, Leicestershire and Rutland), QKK (South East London) or QKS (Kent and Medway)?'],
    ["{generate: {region: QKS}}", "{}", '4:9 the estate has none of "generate", "import", "written". > Write exactly one of them.'],
    ["{generate: {region: QKS}}", "{generate: {region: QKS}, sample: forty}", '4:43 the estate has sample "forty", which is not a number of neighbourhoods. > Write a number and the word, such as 40 neighbourhoods.'],
    ["{generate: {region: QKS}}", "{generate: {region: [QKS, QKS]}}", "4:29 the estate cannot be made: QKS stands there twice. > Leave one of them."],
    ["where: {region: QKS}", "where: {region: QNC}", '10:21 the "where" of incident "phones" has region "QNC", and the estate has no such region. > The estate has QKS.'],
    ["where: {region: QKS}", "where: {practice: QKS-1777}", '10:23 the "where" of incident "phones" has practice "QKS-1777", and the estate has no such practice. > Did you mean QKS-077, QKS-107 or QKS-117?'],
    ["where: {region: QKS}", "where: {region: QKS, clinicalSystem: EMIS}", '10:42 the "where" of incident "phones" has clinicalSystem "EMIS", which is not one of EMIS Web, SystmOne, Medicus, other. > Did you mean "EMIS Web"?'],
    ["where: {region: QKS}", "where: {tag: template-manager, clinicalSystem: SystmOne}", '10:12 no practice of the estate fits the "where" of incident "phones". > Leave out one of its conditions, or change it.'],
    // Components.
    ["component: cloud-telephony", "component: cloud-telefony", '9:16 incident "phones" is about "cloud-telefony", which is not a component. > Did you mean "cloud-telephony"?'],
    ["component: cloud-telephony", "component: telephony", '9:16 incident "phones" is about "telephony", which is not a component. > Did you mean "cloud-telephony"?'],
    ["infrastructure: {}", "infrastructure: {needs: {telephon: hscn}}", '5:26 the "needs" of infrastructure names "telephon", which is neither a capability nor a component. > Did you mean "telephone"?'],
    ["infrastructure: {}", "infrastructure: {needs: {telephone: [hscn, {any: [emial]}]}}", '5:51 capability "telephone" needs "emial", which is not a component. > Did you mean "email"?'],
    ["infrastructure: {}", "infrastructure: {where: {mobile-routr: {region: QKS}}}", '5:26 the "where" of infrastructure names "mobile-routr", which is not a component. > Did you mean "mobile-router"?'],
    ["infrastructure: {}", "infrastructure: {components: [{id: emial, needs: hscn}]}", '5:36 component "emial" is new and has no "scope". > Add scope: national, region or site; or did you mean "email"?'],
    ["infrastructure: {}", "infrastructure: {components: [{id: ring, scope: regional}]}", '5:49 component "ring" has scope "regional", which is not one of national, region, site. > Did you mean "region"?'],
    ["infrastructure: {}", "infrastructure: {components: [{id: a, scope: site, needs: b}, {id: b, scope: site, needs: [hscn, a]}]}", '5:59 "a" needs itself in the end: a > b > a. > Take one of these needs away.'],
    // Figures.
    ["response: {}", "response: {paperMultiplyer: 2}", '6:12 response has "paperMultiplyer", which is not a setting here. > Did you mean "paperMultiplier"?'],
    ["response: {}", "response: {receptionDeclines: 32}", "6:31 response has receptionDeclines 32, which is above 1. > Write a number up to 1."],
    ["response: {}", "response: {carryOnWithPaper: 1}", "6:11 carryOnWithPaper, cancelRoutine, urgentOnly add up to 1.2. > Write all of them, so that they add up to 1."],
    ["response: {}", "response: {declined: [0.5, 0.5, 0.1, 0.1, 0.1]}", "6:22 response has declined shares that add up to 1.3. > Change them so that they add up to 1."],
    ["response: {}", "response: {declined: [0.5, 0.5]}", "6:22 response has declined a list of 2 numbers, where 5 are needed. > Write 5 numbers."],
    ["replications: 10", "replications: 0", "15:28 the experiment has replications 0, which is below 1. > Write a number from 1 up."],
    ["replications: 10", "replications: {minimum: 9, maximum: 5}", "15:28 the experiment has at least 9 and at most 5 replications. > Let the minimum be no more than the maximum."],
    ["replications: 10", "replications: {minimum: 9, maxmum: 12}", '15:41 the experiment has "maxmum", which is not a setting here. > Did you mean "maximum"?'],
    // Hypotheses.
    ["backlogRecovery", "backlogRecovry", '17:5 hypothesis 1 is about "backlogRecovry", which is not an outcome. > Did you mean "backlogRecovery"?'],
    [" p90 ", " p99 ", '17:21 hypothesis 1 has "p99" where a statistic is needed. > Did you mean "p90"?'],
    ["of practices", "of people", '17:28 hypothesis 1 has "people" after "of". > Write practices or replications.'],
    ["<= 5 working", "= 5 working", '17:38 hypothesis 1 has "=" where a comparison is needed. > Write one of < <= > >= and a number.'],
    ["<= 5 working", "<= 5,000 working", '17:41 hypothesis 1 compares with "5,000", which is not a number. > Write digits without commas, such as 20000.'],
    ["5 working days", "5 hours", '17:43 hypothesis 1 is in "hours", but backlogRecovery is in working days. > Write working days, or leave the unit out.'],
    ["where region QKS", "where region QNC", '18:59 hypothesis 2 is about "QNC", and the estate has no such region. > The estate has QKS.'],
    ["where region QKS", "where QKS", '18:52 hypothesis 2 has "QKS" after "where", but no place. > Write region, neighbourhood or practice and its code, such as where region QKS.'],
    ["consultationsWithoutRecords mean", "extraWorkHours role:gps mean", '18:20 hypothesis 2 is about "role:gps", which is not a part of extraWorkHours. > Did you mean "role:gp"?'],
    ["consultationsWithoutRecords mean", "extraWorkHours day:2023-05-05 mean", '18:20 hypothesis 2 is about "day:2023-05-05", which is not a day of the calendar. > Write one of its days, or give the calendar more.'],
    ["consultationsWithoutRecords mean < 20000 where region QKS", "mostly harmless", '18:5 hypothesis 2 is "mostly harmless", which is not a hypothesis. > Write outcome, statistic, comparison and number, such as backlogRecovery p90 of practices <= 5 working days.'],
  ])("%s -> %s", (part, replacement, complaint) => {
    expect(said(instead(part, replacement))).toEqual([complaint]);
  });
});

test("an estate written out: each complaint stands at what it is about", () => {
  const written = instead("{generate: {region: QKS}}", `
  written:
    practices:
      - {code: P1, patients: 8000, region: QKS, neighbourhood: N1}
      - {code: P1, patients: 9000, region: QKS}
      - {code: P3, patients: 9000, region: QNC, neighbourhood: N1}
      - {code: P4, patients: 0}
      - {code: P5, patient: 8000}`);
  // Practices 4 and 5 are wrong by themselves, so how all fit together is not looked at yet.
  expect(said(written)).toEqual([
    "10:30 practice \"P4\" has patients 0, which is below 1. > Write a number from 1 up.",
    '11:20 practice "P5" has "patient", which is not a setting here. > Did you mean "patients"?',
  ]);
  expect(said(written.replace("patients: 0", "patients: 1").replace("patient: 8000", "patients: 8000"))).toEqual([
    "8:16 the estate cannot be made: Practice P1 stands there twice. > Leave one of them.",
    "9:16 the estate cannot be made: Practice P3 is in region QNC, its neighbourhood N1 in QKS. > A neighbourhood lies in one region: change one of them.",
  ]);
});

test("all mistakes at once, in the order of the file, whatever section they are in", () => {
  const text = base
    .replace("name: base", "nam: base")
    .replace("days: 28", "days: x")
    .replace("region: QKS}}", "region: QKX}}")
    .replace("infrastructure: {}", "infrastructure: {needs: {telephon: hscn}}")
    .replace("response: {}", "response: {paperMultiplyer: 2}")
    .replace("cloud-telephony", "cloud-telefony")
    .replace("08:00\n", "8am\n")
    .replace("4h", "4x")
    .replace("level: 0", "level: 2")
    .replace("replications: 10", "replications: ten")
    .replace("backlogRecovery p90", "backlogRecovery p99");
  expect(check(text, "f.yaml").map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 9, 11, 12, 13, 15, 17]);
});

test("the page of complaints: position and sentence, the line with a mark, the remedy", () => {
  expect(format(check(instead("for: 4h", "for: 4x"), "scenarios/phones.yaml"))).toBe([
    'scenarios/phones.yaml:12:10  incident "phones" lasts "4x", which is not a duration.',
    "   12 |     for: 4x",
    "      |          ^",
    "        Write a number and a unit, such as 30m, 4h, 2d, 1h30m or 5 working days.",
  ].join("\n"));
});

test("Windows line ends and a byte order mark move no position", () => {
  expect(said(`\ufeff${instead("for: 4h", "for: 4x").replaceAll("\n", "\r\n")}`)).toEqual(said(instead("for: 4h", "for: 4x")));
});

test("a repeated value is complained about wherever it stands", () => {
  const text = instead("where: {region: QKS}", "where: &here {region: QNC}")
    .replace("experiment:", "  - {name: again, component: hscn, where: *here, at: 2023-03-16 08:00, for: 4h}\nexperiment:");
  expect(check(text, "f.yaml").map(({ line, column }) => `${line}:${column}`)).toEqual(["10:27", "15:43"]);
});

test("a baseline that its staff cannot work is refused, by region and role", () => {
  const complaints = said("question: Q?\nname: x\ncalendar: {start: 2023-03-13, days: 7}\nestate: {generate: {region: QKS}}\ndemand: {sameDayRate: 20}\n");
  // Nearly twice the same-day need: GPs and nurses are beyond 92%, and nobody else.
  expect(complaints).toHaveLength(2);
  ["GPs", "nurses"].forEach((role, at) => expect(complaints[at]).toMatch(
    new RegExp(`^4:1 without any outage ${role} in Kent and Medway would need \\d{4} hours a working day and are rostered for \\d{4}\\. > Above 92% nobody ever catches up: `)));
});

test("a practice with work for somebody it does not have is refused", () => {
  const complaints = said("question: Q?\nname: x\ncalendar: {start: 2023-03-13, days: 7}\nestate: {written: {practices: [{code: P1, patients: 5000, staff: {gp: 0}}, {code: P2, patients: 5000}]}}\n");
  expect(complaints[0]).toBe("4:1 practice P1 has work for GPs and has none. > Give it some with staff: {...}, or leave its staff out: then they follow from its list size.");
});
