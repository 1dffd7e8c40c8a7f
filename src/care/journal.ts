/**
 * What happened to every need, booking and job of one neighbourhood in one arm. Columns are typed arrays; a row's index is the entity's number.
 * NaN in a time column: has not happened.
 */

/**
 * Final states of a need, and `open`. A need met elsewhere went to NHS 111, urgent care or A&E, a pharmacy, or a hub that sees patients of many practices; one that lapsed
 * is no longer sought. Who calls NHS 111 and is sent back to the practice has a need that stays open, and a visit.
 */
export const needStates = ["open", "met", "not attended", "to 111", "to urgent care", "to pharmacy", "lapsed", "ended in menu", "at hub"] as const;
export const OPEN = 0, MET = 1, NOT_ATTENDED = 2, TO_111 = 3, TO_URGENT_CARE = 4, TO_PHARMACY = 5, LAPSED = 6, ENDED_IN_MENU = 7, AT_HUB = 8;

/** Records at a consultation: seen and written, neither seen nor written, or seen and not written (or the other way round). */
export const recordKinds = ["full", "none", "partial"] as const;
export const FULL_RECORDS = 0, NO_RECORDS = 1, PARTIAL_RECORDS = 2;

/** What became of the prescription that a consultation ends with: sent electronically, written by hand, or put off until it can be sent. */
export const prescriptionStates = ["none", "electronic", "by hand", "deferred"] as const;
export const NO_PRESCRIPTION = 0, ELECTRONIC = 1, BY_HAND = 2, DEFERRED = 3;

export const bookingStates = ["booked", "attended", "not attended", "cancelled by practice", "sent home or not called"] as const;
export const BOOKED = 0, ATTENDED = 1, DID_NOT_ATTEND = 2, CANCELLED_BY_PRACTICE = 3, SENT_HOME = 4;

/**
 * Work that waits for staff. The first three are contacts, from a patient who asks; the rest are tasks. What was taken down on paper is a `paper request` for
 * an appointment, or a `paper query` about anything else.
 */
export const jobKinds = [
  "call", "online request", "desk", "result", "letter", "letter for action", "prescription", "invitation", "rebooking", "paper request", "referral", "note",
  "paper query", "urgent result", "deferred prescription", "report", "triage", "check-in", "urgent referral", "year-end return", "payroll",
] as const;
export const CALL = 0, ONLINE_REQUEST = 1, AT_DESK = 2, RESULT_TASK = 3, LETTER_TASK = 4, ACTION_TASK = 5, PRESCRIPTION_TASK = 6, INVITATION = 7, REBOOKING = 8,
  PAPER_REQUEST = 9, REFERRAL = 10, NOTE = 11, PAPER_QUERY = 12, URGENT_RESULT = 13, DEFERRED_PRESCRIPTION = 14, REPORT_TASK = 15, TRIAGE = 16, CHECK_IN = 17,
  URGENT_REFERRAL = 18, RETURN_TASK = 19, PAYROLL_TASK = 20;

/**
 * How a job ended. A contact is `served` (booked, answered or taken over), `turned away` (the diary is full), `declined` (refused because of the outage),
 * taken down `on paper`, `closed` (before opening), `ended in menu`, `abandoned` or `not connected`; a task is `done`. All begin as `waiting`.
 */
export const jobStates = [
  "waiting", "served", "turned away", "declined", "on paper", "closed", "ended in menu", "abandoned", "not connected", "done",
] as const;
export const WAITING = 0, SERVED = 1, TURNED_AWAY = 2, DECLINED = 3, ON_PAPER = 4, CLOSED = 5, IN_MENU = 6, ABANDONED = 7, NOT_CONNECTED = 8, DONE = 9;

export const NO_SUBJECT = -1;

/** What staff minutes are spent on. */
export const activities = ["consultation", "contact", "task", "note"] as const;
export const CONSULTING = 0, CONTACT = 1, TASK = 2, TYPING_IN = 3;

export interface Journal {
  /** Practices of the neighbourhood, days simulated (warm-up included). */
  practices: number;
  days: number;
  needs: {
    state: Uint8Array;
    /** When the need reached its final state: the end of a consultation, the moment a query was answered or the patient went elsewhere. */
    closedAt: Float64Array;
    /** Consultation that met the need: when it began, minutes worked on it, whether with records. */
    consultedAt: Float64Array;
    consultedMinutes: Float64Array;
    records: Uint8Array;
    /** For a consultation of which a paper note was made: minutes that typing it in takes or took, and when that was done. */
    entryMinutes: Float64Array;
    enteredAt: Float64Array;
    /** `prescriptionStates`, and when it was issued; a deferred one stays `deferred`, issued or not. */
    prescription: Uint8Array;
    prescribedAt: Float64Array;
  };
  /** Every time that a patient turned to NHS 111, urgent care or A&E, or a pharmacy, in order of time; `to` is the final state that stands for it. */
  visits: { count: number; need: Int32Array; to: Uint8Array; at: Float64Array };
  /** `server` is who was to see the patient; `slot` is -1 for a place at the end of a session. */
  bookings: { count: number; need: Int32Array; madeAt: Float64Array; startsAt: Float64Array; state: Uint8Array; endedAt: Float64Array; slot: Int32Array; server: Int32Array };
  jobs: {
    count: number;
    practice: Uint16Array;
    kind: Uint8Array;
    /** Item of what came in without a patient there, need of all others; `NO_SUBJECT` of a prescription that was asked for in a contact. */
    subject: Int32Array;
    /** Index of `roles` who is to do it. */
    role: Uint8Array;
    state: Uint8Array;
    /** When the work came to exist, also where nobody could see it yet (a result behind a lost connection). */
    arrivedAt: Float64Array;
    endedAt: Float64Array;
    /** By when it is to be done; Infinity for work without a date. */
    dueAt: Float64Array;
    /** Minutes of staff time it took, or will take at normal speed while it waits. */
    minutes: Float64Array;
    /** 1 for a call whose caller asked to be called back; it ends as any other. */
    calledBack: Uint8Array;
  };
  /** Minutes worked: index ((practice * days + day) * 5 + role) * 4 + activity; `overtime` is the part of it outside rostered time, ((practice * days + day) * 5 + role). */
  worked: Float64Array;
  overtime: Float64Array;
  /** Minutes rostered, as `overtime`; of staff whom the neighbourhood shares in one more place after its practices. */
  rostered: Float64Array;
  /** Working days until the third next routine appointment with a GP, when the practice opens; index practice * days + day, NaN on days without. */
  access: Float64Array;
}

export function workedIndex(journal: Journal, practice: number, day: number, role: number, activity: number): number {
  return ((practice * journal.days + day) * 5 + role) * 4 + activity;
}
