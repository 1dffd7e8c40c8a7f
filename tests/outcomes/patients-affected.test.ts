import { expect, test } from "vitest";
import { AT_DESK, CALL, DECLINED, MET, NO_RECORDS, NOT_CONNECTED, PARTIAL_RECORDS, RESULT_TASK, SERVED, TO_111 } from "../../src/care/journal.js";
import { patientsAffected } from "../../src/outcomes/patients-affected.js";
import { at, pairOf, type NeedEnd } from "./journal-builder.js";
import { sums } from "./sums.js";

const seen = (time: number, records = 0): NeedEnd => ({ state: MET, consultedAt: time, closedAt: time + 10, records });
const friday = at(4, 10);

test("a need that ends in another way, on another day or without full records affects its patient; one that is met later the same day does not", () => {
  const ends = [seen(friday), seen(friday), seen(friday), seen(friday), seen(friday), {}];
  const pair = pairOf({
    needs: ends.map(() => ({})), none: { ends: { ...ends } },
    outage: { ends: { ...ends, 0: seen(at(4, 17)), 1: seen(at(7, 10)), 2: seen(friday, NO_RECORDS), 3: seen(friday, PARTIAL_RECORDS), 4: { state: TO_111, closedAt: friday } } },
  });
  expect(sums(pair, patientsAffected)).toEqual({ all: [4] });
});

test("a person counts once however often affected, and the same number at another practice is somebody else", () => {
  const pair = pairOf({
    practices: 2, needs: [{ patient: 7 }, { patient: 7 }, { patient: 3 }, { practice: 1, patient: 7 }, { practice: 1, patient: 9 }],
    none: { ends: { 0: seen(friday), 1: seen(friday), 2: seen(friday), 3: seen(friday), 4: seen(friday) } }, outage: { ends: { 4: seen(friday) } },
  });
  expect(sums(pair, patientsAffected)).toEqual({ all: [2, 1] });
});

test("who more often than in the twin does not get through or is declined is affected, though the need is met as in the twin; a call that is answered, or no contact at all, tells nothing", () => {
  const ends = Object.fromEntries(Array.from({ length: 6 }, (_, need) => [need, seen(friday)]));
  const job = (subject: number, kind: number, state: number) => ({ subject, kind, state, arrivedAt: at(3, 9), endedAt: at(3, 9) });
  const pair = pairOf({
    needs: Array.from({ length: 6 }, () => ({})),
    none: { ends, jobs: [job(2, CALL, NOT_CONNECTED), job(5, CALL, NOT_CONNECTED)] },
    outage: {
      ends,
      jobs: [
        job(0, CALL, NOT_CONNECTED), job(1, AT_DESK, DECLINED), job(2, CALL, NOT_CONNECTED), job(3, CALL, SERVED), job(4, RESULT_TASK, NOT_CONNECTED),
        job(5, CALL, NOT_CONNECTED), job(5, CALL, NOT_CONNECTED),
      ],
    },
  });
  expect(sums(pair, patientsAffected)).toEqual({ all: [3] });
});
