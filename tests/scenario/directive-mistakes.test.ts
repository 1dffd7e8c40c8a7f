/** Mistakes in directives and habits, each with all that is said of it. */
import { describe, expect, test } from "vitest";
import { check } from "../../src/scenario/check.js";
import { policies, section } from "./policy-base.js";

/** Complaints as `line:column message > remedy`. */
const said = (...lines: string[]): string[] => check(policies(...lines), "f.yaml").map(({ line, column, message, remedy }) => `${line}:${column} ${message} > ${remedy}`);

const share = "Write a number from 0 to 1, such as 0.3, or a percentage up to 100%, such as 30%.";

test("what is right is not complained about", () => {
  expect(said(...section("directives", "{name: x, from: region, at: 2023-03-16 09:00, until: 2023-04-10 00:00, where: {region: QKS}, online: off, advice: {heeded: 1}}"))).toEqual([]);
  expect(said(...section("habits", "{fromDay: 2, receptionDeclines: 0}", "{fromDay: 60, carryOnWithPaper: 0.333, cancelRoutine: 0.333, urgentOnly: 33.3%}"))).toEqual([]);
});

/** In line 9. */
const complains = (written: string, ...complaints: string[]): void => expect(said(...section("directives", `{name: x, ${written}}`))).toEqual(complaints);

describe("who gives it, to whom, and when", () => {
  test.each<[written: string, ...complaints: string[]]>([
    ["at: 2023-03-16 08:00, online: off",
      '9:5 directive "x" has no "from". > Add it, such as from: region'],
    ["from: region, online: off",
      '9:5 directive "x" has no "at". > Add it, such as at: 2024-07-19 09:00'],
    ["from: icb, at: 2023-03-16 08:00, online: off",
      '9:21 directive "x" has from "icb", which is not one of nation, region. > Write one of nation, region.'],
    ["from: region, at: 2023-03-16, online: off",
      '9:33 directive "x" begins at "2023-03-16", which is not a date and time. > Write year, month, day and a time by the 24-hour clock, such as 2023-03-16 08:00.'],
    ["from: region, at: 2023-03-12 08:00, online: off",
      '9:33 directive "x" begins at "2023-03-12 08:00", before the calendar starts on 2023-03-13. > Write a later date, or start the calendar earlier.'],
    ["from: region, at: 2023-04-10 00:00, online: off",
      `9:33 directive "x" begins at "2023-04-10 00:00", after the calendar's last day, 2023-04-09. > Write an earlier date, or set the calendar's days to 29 or more.`],
    ["from: region, at: 2023-03-16 08:00, until: 2023-04-11 08:00, online: off",
      `9:58 directive "x" ends at "2023-04-11 08:00", after the calendar's last day, 2023-04-09. > Write an earlier date, or set the calendar's days to 30 or more.`],
    ["from: region, at: 2023-03-16 08:00, until: 2023-03-16 07:00, online: off",
      '9:58 directive "x" ends at "2023-03-16 07:00", and begins at 2023-03-16 08:00. > Write a later end, or an earlier beginning.'],
    ["from: region, at: 2023-03-16 08:00, until: 2023-03-16 08:00, online: off",
      '9:58 directive "x" ends at "2023-03-16 08:00", and begins at 2023-03-16 08:00. > Write a later end, or an earlier beginning.'],
    ["from: region, at: 2023-03-16 08:00, where: {region: QKX}, online: off",
      '9:67 the "where" of directive "x" has region "QKX", and the estate has no such region. > Did you mean QKS?'],
    ["from: region, at: 2023-03-16 08:00, where: {tag: template-manager, clinicalSystem: SystmOne}, online: off",
      '9:58 no practice of the estate fits the "where" of directive "x". > Leave out one of its conditions, or change it.'],
    ["from: region, at: 2023-03-16 08:00, followed: 80, online: off",
      `9:61 directive "x" is followed by 80, which is not a share. > ${share}`],
    ["from: region, at: 2023-03-16 08:00, followd: 80%, online: off",
      '9:51 directive "x" has "followd", which is not a setting here. > Did you mean "followed"?'],
  ])("%s", complains);
});

describe("what it asks for", () => {
  const held = "from: region, at: 2023-03-16 08:00";

  test.each<[asks: string, ...complaints: string[]]>([
    ["followed: 80%",
      '9:5 directive "x" asks for nothing. > Write at least one of clinicians, reception, continuityPlan, online, messaging, refer, advice.'],
    ["onlin: off",
      '9:51 directive "x" has "onlin", which is not a setting here. > Did you mean "online"?'],
    ["clinicians: urgent",
      '9:63 directive "x" has clinicians "urgent", which is not one of carry on, cancel routine, urgent only. > Did you mean "urgent only"?'],
    ["reception: on paper",
      '9:62 directive "x" has reception "on paper", which is not one of paper, decline. > Write one of paper, decline.'],
    ["online: on",
      '9:59 directive "x" has online "on", which is not off. > Write off, or leave the setting out.'],
    ["messaging: true",
      '9:62 directive "x" has messaging true, which is not off. > Write off, or leave the setting out.'],
    ["online:",
      '9:51 directive "x" has "online" without a value. > Write a value, such as online: off'],
    ["refer: all",
      '9:58 directive "x" has refer "all", which is not nobody. > Write nobody, or leave the setting out.'],
    ["continuityPlan: true",
      '9:67 directive "x" has continuityPlan true, which is not handed over. > Write handed over, or leave the setting out.'],
    ["advice: stay at home",
      '9:59 directive "x" has advice "stay at home", which is not a group of settings. > Write a group of settings, such as {heeded: 30%, to111: 50%, toPharmacy: 20%}.'],
    ["advice: {to111: 50%}",
      '9:59 directive "x" has no "heeded". > Add it, such as heeded: 30%'],
    ["advice: {heeded: some, to111: 50%, toPharmacy: 0.6}",
      '9:59 directive "x" has advice whose to111 and toPharmacy add up to 1.1. > Change them so that they add up to 1 at most; who is left lets it rest.',
      `9:68 directive "x" is heeded by "some", which is not a share. > ${share}`],
    ["advice: {heeded: 30%, to111: 150%}",
      `9:80 directive "x" has to111 "150%", which is not a share. > ${share}`],
    ["advice: {heeded: 30%, toPharmcy: 50%}",
      '9:73 directive "x" has "toPharmcy", which is not a setting here. > Did you mean "toPharmacy"?'],
  ])("%s", (asks, ...complaints) => complains(`${held}, ${asks}`, ...complaints));

  test("off that was made false on the way is off", () => {
    for (const off of ["off", "false", '"off"']) expect(said(...section("directives", `{name: x, ${held}, online: ${off}, messaging: ${off}}`))).toEqual([]);
  });

  test("an entry without a name goes by its place", () => {
    expect(said(...section("directives", `{name: x, ${held}, online: off}`, `{${held}, refer: some}`))).toEqual([
      '10:5 directive 2 has no "name". > Add it, such as name: Attend only if necessary',
      '10:49 directive 2 has refer "some", which is not nobody. > Write nobody, or leave the setting out.',
    ]);
  });

  test("there may be a hundred", () => {
    const many = (count: number): string[] => section("directives", ...Array.from({ length: count }, (_, index) => `{name: x${index}, ${held}, online: off}`));
    expect(said(...many(100))).toEqual([]);
    expect(said(...many(101))).toEqual(["9:3 the scenario has directives with 101 entries, which are more than 100. > Write fewer."]);
  });
});

describe("later habits", () => {
  const shares = "carryOnWithPaper: 0.9, cancelRoutine: 5%, urgentOnly: 0.05";

  test.each<[entries: string[], ...complaints: string[]]>([
    [["{receptionDeclines: 0.1}"],
      '9:5 habit 1 has no "fromDay". > Add it, such as fromDay: 2'],
    [["{fromDay: 1, receptionDeclines: 0.1}"],
      "9:15 habit 1 has fromDay 1, which is below 2. > Write a number from 2 up."],
    [["{fromDay: 61, receptionDeclines: 0.1}"],
      "9:15 habit 1 has fromDay 61, which is above 60. > Write a number up to 60."],
    [["{fromDay: 2.5, receptionDeclines: 0.1}"],
      "9:15 habit 1 has fromDay 2.5, which is not a whole number. > Write a whole number, such as 2."],
    [["{fromDay: 3, receptionDeclines: 0.1}", "{fromDay: 2, receptionDeclines: 0.1}"],
      "10:15 habit 2 has fromDay 2, and the habit before it 3. > Write each day once, in the order of the days."],
    [["{fromDay: 3, receptionDeclines: 0.1}", "{fromDay: x, receptionDeclines: 0.1}", "{fromDay: 3, receptionDeclines: 0.2}"],
      '10:15 habit 2 has fromDay "x", which is not a number. > Write a number, such as 2.',
      "11:15 habit 3 has fromDay 3, and the habit before it 3. > Write each day once, in the order of the days."],
    [["{fromDay: 2}"],
      "9:5 habit 1 changes nothing. > Write carryOnWithPaper, cancelRoutine and urgentOnly, or receptionDeclines, or all of them."],
    [["{fromDay: 2, carryOnWithPaper: 0.9, urgentOnly: 0.1}"],
      '9:5 habit 1 has "carryOnWithPaper" and "urgentOnly" without "cancelRoutine". > Write all three, so that they add up to 1, or none of them.'],
    [["{fromDay: 2, carryOnWithPaper: 1, receptionDeclines: 0.1}"],
      '9:5 habit 1 has "carryOnWithPaper" without "cancelRoutine" and "urgentOnly". > Write all three, so that they add up to 1, or none of them.'],
    [[`{fromDay: 2, ${shares.replace("0.9", "0.8")}}`],
      "9:5 habit 1 has carryOnWithPaper, cancelRoutine and urgentOnly that add up to 0.9. > Change them so that they add up to 1."],
    [[`{fromDay: 2, ${shares.replace("5%", "50")}}`],
      `9:56 habit 1 has cancelRoutine 50, which is not a share. > ${share}`],
    [[`{fromDay: 2, ${shares.replace("urgentOnly", "urgntOnly")}}`],
      '9:60 habit 1 has "urgntOnly", which is not a setting here. > Did you mean "urgentOnly"?'],
    [["{fromDay: 2, receptionDecline: 0.1}"],
      '9:18 habit 1 has "receptionDecline", which is not a setting here. > Did you mean "receptionDeclines"?'],
    [["paper"],
      '9:5 habit 1 is "paper", which is not a group of settings. > Write a group of settings, such as {fromDay: 2, receptionDeclines: 0.1}.'],
    [Array.from({ length: 31 }, (_, index) => `{fromDay: ${index + 2}, receptionDeclines: 0.1}`),
      "9:3 the scenario has habits with 31 entries, which are more than 30. > Write fewer."],
  ])("%s", (entries, ...complaints) => expect(said(...section("habits", ...entries))).toEqual(complaints));
});

test("all that is wrong is said at once, beside what is wrong elsewhere", () => {
  expect(said(...section("directives", "{name: x, from: region, at: 2023-06-16 08:00, where: {region: QKX}, followed: 3, online: on}"), ...section("habits", "{fromDay: 1}")).map((complaint) => complaint.split(",")[0])).toEqual([
    '9:33 directive "x" begins at "2023-06-16 08:00"',
    '9:67 the "where" of directive "x" has region "QKX"',
    '9:83 directive "x" is followed by 3',
    '9:94 directive "x" has online "on"',
    "11:5 habit 1 changes nothing. > Write carryOnWithPaper",
    "11:15 habit 1 has fromDay 1",
  ]);
});
