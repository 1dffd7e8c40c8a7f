import { expect, test } from "vitest";
import { drawDemand } from "../../src/demand/draw.js";
import { planOf } from "../../src/care/plan.js";
import { addBooking, addJob, createState } from "../../src/care/state.js";
import { placeOf } from "./neighbourhoods.js";

test("rows beyond the room that was made for them keep what stood there, type and all", () => {
  const place = placeOf({ patients: [300] });
  const state = createState(planOf(place), drawDemand(place));
  const rows = 3 * Math.max(state.bookingNeed.length, state.jobPlace.length);
  for (let row = 0; row < rows; row++) {
    addBooking(state, row, row - 1, row % 7, row / 3, row / 2);
    addJob(state, row % 9, row % 12, row % 5, row, row / 4, row / 8);
  }
  expect([state.bookings, state.jobs]).toEqual([rows, rows]);
  for (let row = 0; row < rows; row++) {
    expect([state.bookingNeed[row], state.bookingSlot[row], state.madeAt[row], state.startsAt[row], state.bookingEndedAt[row]]).toEqual([row, row - 1, row / 3, row / 2, NaN]);
    expect([state.jobPlace[row], state.jobSubject[row], state.jobArrivedAt[row], state.jobMinutes[row], state.jobEndedAt[row], state.jobBy[row]]).toEqual([row % 9, row, row / 4, row / 8, NaN, -1]);
  }
  expect([state.jobPlace.constructor, state.jobKind.constructor, state.startsAt.constructor]).toEqual([Uint16Array, Uint8Array, Float64Array]);
});
