/** The journal of a finished run: views into its state, trimmed to what is used. */
import type { Care } from "./care.js";
import type { Journal } from "./journal.js";

export function journalOf({ state, plan }: Care): Journal {
  const { visits, bookings, jobs } = state;
  return {
    practices: plan.practices,
    days: plan.days,
    needs: {
      state: state.needState, closedAt: state.closedAt, consultedAt: state.consultedAt, consultedMinutes: state.consultedMinutes, records: state.records,
      entryMinutes: state.entryMinutes, enteredAt: state.enteredAt, prescription: state.prescription, prescribedAt: state.prescribedAt,
    },
    visits: { count: visits, need: state.visitNeed.subarray(0, visits), to: state.visitTo.subarray(0, visits), at: state.visitAt.subarray(0, visits) },
    bookings: {
      count: bookings, need: state.bookingNeed.subarray(0, bookings), madeAt: state.madeAt.subarray(0, bookings), startsAt: state.startsAt.subarray(0, bookings),
      state: state.bookingState.subarray(0, bookings), endedAt: state.bookingEndedAt.subarray(0, bookings),
      slot: state.bookingSlot.subarray(0, bookings), server: state.bookingServer.subarray(0, bookings),
    },
    jobs: {
      count: jobs, practice: state.jobPlace.subarray(0, jobs), kind: state.jobKind.subarray(0, jobs), subject: state.jobSubject.subarray(0, jobs),
      role: state.jobRole.subarray(0, jobs), state: state.jobState.subarray(0, jobs), arrivedAt: state.jobArrivedAt.subarray(0, jobs),
      endedAt: state.jobEndedAt.subarray(0, jobs), dueAt: state.jobDueAt.subarray(0, jobs), minutes: state.jobMinutes.subarray(0, jobs), calledBack: state.jobCalledBack.subarray(0, jobs),
    },
    worked: state.worked,
    overtime: state.overtime,
    rostered: plan.rostered,
    access: state.access,
  };
}
