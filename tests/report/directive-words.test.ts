/** What practices and patients were told, in words. */
import { expect, test } from "vitest";
import { conflictIn, toldIn } from "../../src/report/directive-words.js";
import type { DirectiveFigures } from "../../src/result/document.js";

const silent: DirectiveFigures = {
  name: "x", from: "region", at: "2023-03-16T09:00", until: null, practices: 175, followed: 1, clinicians: null, reception: null, online: null, messaging: null, refer: null,
  plan: false, advice: null,
};
/** After the time and who says it. */
const told = (asks: Partial<DirectiveFigures>): string => /^From Thursday 16 March 2023 09:00 the ICB (.*)$/.exec(toldIn({ ...silent, ...asks }))![1]!;

test.each<[asks: Partial<DirectiveFigures>, words: string]>([
  [{ reception: "paper", clinicians: "carry on", online: "off", followed: 0.8 }, "tells 175 practices to take requests down on paper, to carry on with paper and to switch online requests off; 80% do so."],
  [{ reception: "decline", clinicians: "urgent only" }, "tells 175 practices to decline requests and to take only urgent ones of new requests."],
  [{ clinicians: "cancel routine", messaging: "off", refer: "nobody" }, "tells 175 practices to cancel routine appointments, to switch messages to patients off and to send nobody on to other services."],
  [{ plan: true, practices: 12, followed: 0.5 }, "hands a continuity plan to those of 12 practices that have none; 50% take it up."],
  [{ reception: "paper", plan: true }, "tells 175 practices to take requests down on paper. It hands a continuity plan to those of them that have none."],
  [{ reception: "paper", practices: 1 }, "tells 1 practice to take requests down on paper."],
])("instructions are told as things that practices do: %j", (asks, words) => expect(told(asks)).toBe(words));

test.each<[advice: NonNullable<DirectiveFigures["advice"]>, words: string]>([
  [{ heeded: 0.3, to111: 0.5, toPharmacy: 0.2 }, "30% of those whose need can wait do as they are asked: half of those who wanted to be seen on the day turn to NHS 111 or 111 online and a fifth go to a pharmacy; the others let it rest or ask later."],
  [{ heeded: 0.3, to111: 0.6, toPharmacy: 0.1 }, "30% of those whose need can wait do as they are asked: 60% of those who wanted to be seen on the day turn to NHS 111 or 111 online and 10% go to a pharmacy; the others let it rest or ask later."],
  [{ heeded: 0.3, to111: 0, toPharmacy: 0.35 }, "30% of those whose need can wait do as they are asked: 35% of those who wanted to be seen on the day go to a pharmacy; the others let it rest or ask later."],
  // Nobody is left who lets a need of the day rest: those who wanted something for another day ask later.
  [{ heeded: 1, to111: 0.7, toPharmacy: 0.3 }, "100% of those whose need can wait do as they are asked: 70% of those who wanted to be seen on the day turn to NHS 111 or 111 online and 30% go to a pharmacy; the others ask later."],
  [{ heeded: 0.3, to111: 0, toPharmacy: 0 }, "30% of those whose need can wait do as they are asked, and let it rest or ask later."],
])("advice says where patients turn: %j", (advice, words) => expect(told({ advice })).toBe(`asks the patients of 175 practices to come only if they must. ${words}`));

test("advice takes nothing away from what practices are told, nor from how many do so: patients of those who do not hear it too", () => {
  expect(told({ reception: "paper", followed: 0.8, advice: { heeded: 0.3, to111: 0, toPharmacy: 0 } })).toMatch(
    /^tells 175 practices to take requests down on paper; 80% do so\. It asks the patients of all 175 practices to come only if they must\. /,
  );
});

test("an end on the day of the beginning is a clock time, a later one has its date, and the nation is NHS England", () => {
  const time = (until: string): string => /^(.*) NHS England tells/.exec(toldIn({ ...silent, from: "nation", refer: "nobody", until }))![1]!;
  expect(time("2023-03-16T18:30")).toBe("From Thursday 16 March 2023 09:00 until 18:30");
  expect(time("2023-03-17T08:00")).toBe("From Thursday 16 March 2023 09:00 until Friday 17 March 2023 08:00");
});

test("who speaks is named, and so is to how many of their practices", () => {
  const from = (directive: Partial<DirectiveFigures>): string => /10:00 (.*)\.$/.exec(toldIn({ ...silent, at: "2024-07-19T10:00", refer: "nobody", ...directive }))![1]!;
  expect(from({ regions: ["Kent and Medway"], outOf: 175 })).toBe("NHS Kent and Medway tells its 175 practices to send nobody on to other services");
  expect(from({ regions: ["Kent and Medway"], outOf: 175, practices: 97 })).toBe("NHS Kent and Medway tells 97 of its 175 practices to send nobody on to other services");
  expect(from({ regions: ["Surrey", "Sussex"], outOf: 175 })).toBe("NHS Surrey and NHS Sussex tell their 175 practices to send nobody on to other services");
  expect(from({ regions: ["A", "B", "C", "D"], outOf: 300 })).toBe("4 ICBs tell 175 of their 300 practices to send nobody on to other services");
  expect(from({ from: "nation", outOf: 175 })).toBe("NHS England tells all 175 practices to send nobody on to other services");
});

test("that nation and ICB are at odds is said where both hold at once, and only there", () => {
  const nation: DirectiveFigures = { ...silent, from: "nation", outOf: 175, until: "2023-03-17T08:00", advice: { heeded: 0.3, to111: 0.6, toPharmacy: 0 } };
  const local: DirectiveFigures = { ...silent, regions: ["Kent and Medway"], outOf: 175, refer: "nobody" };
  expect(conflictIn([nation, local])).toBe("NHS England and NHS Kent and Medway are at odds, and what both say holds at once: patients are told to try NHS 111, practices of NHS Kent and Medway to send nobody there.");
  for (const others of [[{ ...local, at: nation.until! }], [{ ...local, refer: null }], []]) expect(conflictIn([nation, ...others])).toBeNull();
  expect(conflictIn([{ ...nation, practices: 12 }, local])).toBeNull();
  expect(conflictIn([{ ...nation, advice: { heeded: 0.3, to111: 0, toPharmacy: 0 } }, local])).toBeNull();
});

test("before ICBs took their place in July 2022 it was clinical commissioning groups that spoke", () => {
  expect(toldIn({ ...silent, at: "2022-06-30T09:00", refer: "nobody" })).toContain("the CCG tells");
  expect(toldIn({ ...silent, at: "2022-07-01T09:00", refer: "nobody" })).toContain("the ICB tells");
});
