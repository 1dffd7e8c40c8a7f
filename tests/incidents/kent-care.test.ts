/** Kent's five days in care: what pen and paper means, and what a server in the building would have left. */
import { describe, expect, test } from "vitest";
import {
  AT_DESK, BY_HAND, CALL, DECLINED, DEFERRED, DONE, ELECTRONIC, LETTER_TASK, NOTE, NO_RECORDS, ONLINE_REQUEST, ON_PAPER, REFERRAL, RESULT_TASK, SERVED, URGENT_RESULT,
} from "../../src/care/journal.js";
import { PRESCRIPTION, QUERY } from "../../src/demand/demand.js";
import { jobsOf, lived, totalOf, type Lived } from "./lived.js";
import { momentIn, shipped } from "./shipped.js";

const sample = ["generate: {region: QKS}", "generate: {region: QKS}\n  sample: 3 neighbourhoods"] as const;
const model = await shipped("kent-firewall-2023", sample, ["days: 67", "days: 14\n  warmUp: 14"]);
const [from, until] = [momentIn(model, "2023-03-16", "08:00"), momentIn(model, "2023-03-23", "08:00")];
const told = momentIn(model, "2023-03-16", "09:00");
const contacts = [CALL, ONLINE_REQUEST, AT_DESK];
const plain = lived(model);

const ended = (pairs: readonly Lived[], state: number, first: number, last: number): number => pairs.reduce((sum, { outage, demand }) =>
  sum + jobsOf(outage, contacts, first, last).filter((job) => outage.jobs.state[job] === state && [QUERY, PRESCRIPTION].includes(demand.needs.kind[outage.jobs.subject[job]!]!)).length, 0);

describe("K3: pen and paper", () => {
  test("no consultation has records meanwhile, each leaves a note to type in, and none is typed in before the return", () => {
    for (const { outage } of plain) {
      const during = [...outage.needs.records.keys()].filter((need) => outage.needs.consultedAt[need]! >= from && outage.needs.consultedAt[need]! < until);
      expect(during.length).toBeGreaterThan(100);
      expect(during.filter((need) => outage.needs.records[need] !== NO_RECORDS)).toEqual([]);
      const notes = jobsOf(outage, [NOTE]);
      // Who is being seen as the records go has been seen with them, and yet writes on paper.
      expect(notes.length).toBeGreaterThanOrEqual(during.length);
      expect(notes.filter((job) => outage.jobs.endedAt[job]! < until)).toEqual([]);
    }
  });

  test("requests are taken down on paper; from the instruction on no reception declines what it would have, left to its habits", async () => {
    expect(ended(plain, ON_PAPER, from, until)).toBeGreaterThan(20);
    expect(ended(plain, DECLINED, told, until)).toBe(0);
    expect(ended(lived({ ...model, policies: { directives: [], habits: [] } }), DECLINED, told, until)).toBeGreaterThan(20);
  });

  test("read as days in a row it is over on the Tuesday", async () => {
    const three = lived(await shipped("kent-firewall-2023-three-days", sample, ["days: 65", "days: 14, warmUp: 14"]), { most: 1 });
    for (const day of ["16", "17", "20"]) expect(totalOf(three, "consultationsWithoutRecords", `day:2023-03-${day}`), day).toBe(totalOf(three, "notesToTypeIn", `day:2023-03-${day}`));
    expect(totalOf(three, "consultationsWithoutRecords", "day:2023-03-20")).toBeGreaterThan(0);
    expect(totalOf(three, "consultationsWithoutRecords", "day:2023-03-22")).toBe(0);
  });
});

describe("B1: a store-and-forward server in every practice", async () => {
  const server = lived(await shipped("kent-firewall-2023", sample, ["days: 67", "days: 14\n  warmUp: 14"], ["hypotheses:", "infrastructure: {where: {local-server: {region: QKS}}}\n\nhypotheses:"]));

  test("no consultation is without records", () => {
    expect(totalOf(plain, "consultationsWithoutRecords")).toBeGreaterThan(500);
    expect(totalOf(server, "consultationsWithoutRecords")).toBe(0);
    expect(totalOf(server, "notesToTypeIn")).toBe(0);
  });

  test("telephone, online requests and electronic prescribing stay lost", () => {
    for (const { outage } of server) {
      expect(jobsOf(outage, [CALL, ONLINE_REQUEST], from, until).filter((job) => outage.jobs.state[job] === SERVED)).toEqual([]);
      const issued = (state: number): number => [...outage.needs.prescription.keys()]
        .filter((need) => outage.needs.prescription[need] === state && outage.needs.consultedAt[need]! >= from && outage.needs.consultedAt[need]! < until - 60).length;
      expect(issued(ELECTRONIC)).toBe(0);
      expect(issued(BY_HAND)).toBeGreaterThan(20);
      expect(issued(DEFERRED)).toBeGreaterThan(20);
    }
    expect(totalOf(server, "contactsNotConnected", "channel:telephone")).toBeGreaterThan(1000);
  });

  test.each([["incoming results", [RESULT_TASK, URGENT_RESULT]], ["incoming letters", [LETTER_TASK]], ["referrals", [REFERRAL]]] as const)("%s wait until the line is back, and then go on", (_, kinds) => {
    for (const { outage, none } of server) {
      const waiting = jobsOf(outage, kinds, from, until);
      expect(waiting.length).toBeGreaterThan(20);
      expect(waiting.filter((job) => outage.jobs.endedAt[job]! < until)).toEqual([]);
      expect(waiting.filter((job) => outage.jobs.state[job] === DONE).length).toBeGreaterThan(0);
      expect(jobsOf(none, kinds, from, until).filter((job) => none.jobs.endedAt[job]! < until).length).toBeGreaterThan(0);
    }
  });
});
