/**
 * What patients will need, drawn once for a replication and a neighbourhood and shared by its arms. Rows of one practice stand together, in order of
 * time. Uniforms are 32-bit integers; what circumstances decide is mapped from them in each arm.
 */

/** Why somebody needs the practice. `planned` needs come from the practice: reviews, vaccinations, screening. `information` calls end in the menu. */
export const needKinds = ["sameDay", "bookable", "planned", "query", "prescription", "information"] as const;
export const SAME_DAY = 0, BOOKABLE = 1, PLANNED = 2, QUERY = 3, PRESCRIPTION = 4, INFORMATION = 5;

export const channels = ["telephone", "online", "desk", "practice"] as const;
export const TELEPHONE = 0, ONLINE = 1, DESK = 2, BY_PRACTICE = 3;

export const modes = ["face to face", "telephone", "video or online", "home"] as const;
export const FACE_TO_FACE = 0, BY_TELEPHONE = 1, BY_VIDEO = 2, AT_HOME = 3;

export interface Needs {
  readonly count: number;
  /** By practice of the neighbourhood (its place there, from 0): first row; one more entry ends the last. */
  readonly firstOf: Int32Array;
  /** Place of the practice in its neighbourhood. */
  readonly practice: Uint16Array;
  /** Who it is: a number below the practice's list size. The same person may have several needs; those with low numbers ask most often. */
  readonly patient: Int32Array;
  /** When the patient first asks, or the practice starts to invite. Before 0: asked before the first simulated day, only to fill the diary. */
  readonly arrivesAt: Float64Array;
  readonly kind: Uint8Array;
  readonly channel: Uint8Array;
  /** Index of `roles`, 0 to 2, of the clinician who is to see the patient (needs `sameDay`, `bookable`, `planned`). */
  readonly role: Uint8Array;
  readonly mode: Uint8Array;
  /** Days ahead that the patient or the practice wants the appointment. */
  readonly wantedDays: Uint8Array;
  /** Minutes of consultation, record-keeping included, or of handling for a query or request; 0 for information, which the menu gives. */
  readonly minutes: Float64Array;
  /** Key of the counter-based draws of this need. */
  readonly key: Uint32Array;
}

/**
 * What arrives without a patient: results, letters, prescription requests that need no contact, and forms to fill in (medical and insurance reports, certificates);
 * and the practice's own work with a date, claims and returns at the end of the financial year and the payroll of a month.
 */
export const itemKinds = ["result", "letter", "prescription", "report", "year end", "payroll"] as const;
export const RESULT = 0, LETTER = 1, REPEAT = 2, REPORT = 3, YEAR_END = 4, PAYROLL = 5;

export interface Items {
  readonly count: number;
  readonly firstOf: Int32Array;
  readonly practice: Uint16Array;
  readonly arrivesAt: Float64Array;
  readonly kind: Uint8Array;
  /** 1 for a result that cannot wait until the next day. */
  readonly urgent: Uint8Array;
  /** By when it is to be dealt with; Infinity where it has no date. */
  readonly dueAt: Float64Array;
  readonly key: Uint32Array;
}

export interface Demand {
  readonly needs: Needs;
  readonly items: Items;
}

