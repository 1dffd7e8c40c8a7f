import { describe, expect, test } from "vitest";
import { check } from "../../src/scenario/check.js";
import { compile } from "../../src/scenario/compile.js";
import { hypothesisOf } from "../../src/scenario/hypothesis.js";
import { base } from "./base.js";

const read = (text: string) => {
  const result = hypothesisOf(text, "hypothesis 1");
  if (!("hypothesis" in result)) throw new Error(result.words.message);
  return result.hypothesis;
};

describe("a hypothesis in full", () => {
  test("outcome, statistic, population, comparison, number, unit, place", () => {
    const text = "backlogRecovery p90 of practices <= 5 working days where region QKS";
    expect(read(text)).toEqual({ text, outcome: "backlogRecovery", part: "all", statistic: "p90", of: "practices", comparison: "<=", value: 5, where: "QKS" });
  });

  test("a part stands between outcome and statistic, whatever words it has", () => {
    expect(read("extraWorkHours role:gp mean < 100").part).toBe("role:gp");
    expect(read("notesToTypeIn day:2023-03-16 mean < 100").part).toBe("day:2023-03-16");
    expect(read("needUnmetSameDay per 1,000 patients mean < 5").part).toBe("per 1,000 patients");
  });

  test("spaces around the comparison may be missing, and the unit may be one", () => {
    expect(read("backlogRecovery p50<1 working day")).toMatchObject({ comparison: "<", value: 1 });
    expect(read("netUndelivered mean>=-2.5")).toMatchObject({ comparison: ">=", value: -2.5 });
  });
});

test("without a population: practices for what is averaged over practices, replications for what is added up", () => {
  expect(read("backlogRecovery p90 <= 5").of).toBe("practices");
  expect(read("backlogRecovery region p90 <= 5").of).toBe("replications");
  expect(read("consultationsWithoutRecords p90 < 20000").of).toBe("replications");
  expect(read("consultationsWithoutRecords p90 of practices < 200").of).toBe("practices");
});

test.each([
  ["careDelay not met mean <= 500 patient-days", "not met", 500],
  ["patientsAffected p90 of replications < 40000 patients", "all", 40_000],
  ["recordedShortfall day:2023-03-16 mean < 100 appointments", "day:2023-03-16", 100],
  ["prescriptionsWithoutAllergyCheck mean <= 10 prescriptions", "all", 10],
  ["urgentResultHours p90 <= 4 hours", "all", 4],
  ["documentationLag 95th percentile mean <= 72 hours", "95th percentile", 72],
  ["prescriptionDelay prescription:put off mean < 24 item-hours", "prescription:put off", 24],
  ["accessDelay most p90 of practices <= 2 days", "most", 2],
  ["availability p10 of practices >= 99.9 %", "all", 99.9],
  ["appointmentsCancelled lost mean <= 50 appointments", "lost", 50],
])("%j can be claimed", (text, part, value) => {
  expect(read(text)).toMatchObject({ part, value });
});

test.each([
  ["backlogRecovery", 14, "nothing where a statistic is needed"],
  ["no idea", 0, "is not a hypothesis"],
  ["backlogRecovery p90 <=", 21, "compares with nothing"],
  ["backlogRecovery p90 of", 21, 'nothing after "of"'],
  ["backlogRecovery p90 <= 5 where region", 31, 'after "where"'],
  ["backlogRecovery p90 <= 5 where region QKS now", 42, '"now"'],
  ["backlogRecovery <= 5", 16, "where a statistic is needed"],
  ["backlogRecovery day:2023-03-16 p90 <= 5", 16, "not a part of backlogRecovery"],
  ["notesToTypeIn day:2023-02-30 mean <= 5", 14, "not a part of notesToTypeIn"],
  ["notesToTypeIn day:2023-03-16 mean <= 5 where practice QKS-001", 45, "less than a region"],
  ["contactsElsewhere mean <= 5 where practice QKS-001", 34, "less than a region"],
  ["waitsElsewhere service:111 mean of practices <= 5", 15, "less than a region"],
])("%j is refused at character %i", (text, within, message) => {
  const result = hypothesisOf(text, "hypothesis 1");
  expect(result).toMatchObject({ within });
  expect("words" in result && result.words.message).toContain(message);
});

describe("weights and objectives", () => {
  const said = (...lines: string[]): string[] => check(base.replace(/hypotheses:[^]*/, `${lines.join("\n")}\n`), "f.yaml").map(({ line, column, message, remedy }) => `${line}:${column} ${message} > ${remedy}`);
  const compiled = async (...lines: string[]) => (await compile(base.replace(/hypotheses:[^]*/, `${lines.join("\n")}\n`), "f.yaml", () => Promise.reject(new Error("no file")))).model;

  test("a hypothesis may say what it is worth, and a scenario what practices are to achieve", async () => {
    const model = await compiled("objectives: {recoveryTime: 1.5 working days, minimumService: 50%}", "hypotheses:", "  - {hypothesis: continuityBreaches mean <= 5 % of practice-days, weight: 2}", "  - notesToTypeIn mean < 9");
    expect(model.hypotheses.map(({ text, weight }) => [text, weight])).toEqual([["continuityBreaches mean <= 5 % of practice-days", 2], ["notesToTypeIn mean < 9", undefined]]);
    expect(model.objectives).toEqual({ recoveryTime: 1.5, minimumService: 0.5 });
    expect(model.steady).toBeUndefined();
  });

  test("mistakes in them are said where they are", () => {
    const state = "State it, such as objectives: {recoveryTime: 2 working days, minimumService: 50%}.";
    expect(said("hypotheses:", "  - {hypothesis: notesToTypeIn p91 < 3, weight: 2}")).toEqual(['17:32 hypothesis 1 has "p91" where a statistic is needed. > Did you mean "p90"?']);
    expect(said("hypotheses:", "  - {hypothesis: notesToTypeIn mean < 3, weight: 0}")).toEqual(["17:50 hypothesis 1 has weight 0, which is below 0.01. > Write a number from 0.01 up."]);
    expect(said("hypotheses:", "  - {hypothesis: continuityBreaches mean < 3}")).toEqual([`17:18 hypothesis 1 is about continuityBreaches, and the scenario states no such objective. > ${state}`]);
    expect(said("objectives: {recoveryTime: 2 working days}", "hypotheses: [continuityBreaches minimum service mean < 3]"))
      .toEqual([`17:14 hypothesis 1 is about continuityBreaches "minimum service", and the scenario states no such objective. > ${state}`]);
    expect(said("objectives: {}")).toEqual(["16:13 objectives state nothing. > Write at least one of recoveryTime, minimumService, or leave them out."]);
    expect(said("objectives: {recoveryTime: 2d}")).toEqual(['16:28 objectives has recoveryTime "2d", which is not a number of working days. > Write a number and the words, such as 2 working days.']);
  });
});
