/** A neighbourhood at work: what stays the same while it is simulated, and the state that changes. */
import { cumulative } from "../engine/discrete.js";
import { exponentialTable, lognormalTable, normalTable, type Table } from "../engine/table.js";
import { AT_HOME, FACE_TO_FACE, type Demand } from "../demand/demand.js";
import type { InOrder } from "../demand/in-order.js";
import { tablesOf, type DemandTables } from "../demand/tables.js";
import type { Parameters } from "../facts/defaults.js";
import { capabilities, type Capability, type History } from "../infrastructure/disruption.js";
import type { Habits } from "./habits.js";
import type { Instruction } from "./instructions.js";
import type { Plan } from "./plan.js";
import type { LaterHabits } from "./policies.js";
import type { CareState } from "./state.js";

/** Kinds of event, and what their subject is. What arrives is no event of the calendar: see `arrivals`. */
export const COMES_AGAIN = 0, // need
  GIVES_UP = 1, // job
  JOB_ENDS = 2, // job
  PATIENT_ARRIVES = 3, // booking
  CLINICIAN_ENDS = 4, // server
  DAY_BEGINS = 5, // place
  SESSION_BEGINS = 6, // 2 * place + half
  SESSION_ENDS = 7, // 2 * place + half
  DESKS_CHANGE = 8, // place
  SYSTEMS_CHANGE = 9, // place
  PRACTICE_DECIDES = 10, // place
  STAFF_LEAVE = 11, // place
  INSTRUCTIONS_CHANGE = 12, // none
  CALL_BACK_OFFERED = 13, // job
  EXTRA_SESSIONS = 14, // place
  EVENING_BEGINS = 15, // place
  WEEKEND_BEGINS = 16; // none

/** What is counted of a run: events of the calendar, by kind, and what arrives. */
export const eventKinds = [
  "patient comes again", "caller gives up", "job ends", "patient arrives", "clinician ends", "day begins", "session begins", "session ends", "desks change", "systems change",
  "practice decides", "staff leave", "instructions change", "call-back offered", "extra sessions", "evening begins", "weekend begins", "need arises", "item comes in",
] as const;
export const NEED_ARISES = 17, ITEM_COMES_IN = 18;

export const SEE_RECORDS = place("seeRecords"), WRITE_RECORDS = place("writeRecords"), SEE_LIST = place("seeAppointmentList"), BOOK = place("book"),
  PRESCRIBE = place("prescribeElectronically"), SEE_RESULTS = place("seeResults"), RECEIVE_DOCUMENTS = place("receiveDocuments"), REFER = place("refer"),
  USE_TELEPHONE = place("telephone"), TAKE_ONLINE = place("takeOnlineRequests"), MESSAGE = place("messagePatients"),
  SEND_RETURNS = place("sendReturns"), RUN_PAYROLL = place("runPayroll");

export interface Care {
  readonly plan: Plan;
  readonly demand: Demand;
  readonly arrivals: InOrder;
  readonly habits: readonly Habits[];
  readonly parameters: Parameters;
  readonly tables: CareTables;
  /** By place: what happens to the practice's systems in this arm. */
  readonly histories: readonly History[];
  /** What the practices are told in this arm, and how habits change as an outage goes on. */
  readonly instructions: readonly Instruction[];
  readonly later: readonly LaterHabits[];
  readonly state: CareState;
  /** Events executed, by `eventKinds`; in the common past only with the arm that it was simulated in. */
  readonly executed: Uint32Array;
}

export interface CareTables {
  readonly demand: DemandTables;
  /** Handling times of mean 1. */
  readonly handling: Table;
  readonly patience: Table;
  readonly punctuality: Table;
  /** Cumulative shares of what patients do next. */
  readonly turnedAway: Float64Array;
  readonly redial: Float64Array;
  readonly notConnected: Float64Array;
  readonly declined: Float64Array;
  /** Cumulative shares of who does results and prescriptions. */
  readonly resultRoles: Float64Array;
  readonly prescriptionRoles: Float64Array;
}

const made = new WeakMap<Parameters, CareTables>();

/** Tables made once for a set of parameters. */
export function careTablesOf(parameters: Parameters): CareTables {
  let tables = made.get(parameters);
  if (tables !== undefined) return tables;
  const { care, response } = parameters;
  tables = {
    demand: tablesOf(parameters),
    handling: lognormalTable(1, care.handlingSd),
    patience: exponentialTable(care.patienceMinutes),
    punctuality: normalTable(care.punctuality[0]!, care.punctuality[1]!),
    turnedAway: cumulative(care.turnedAway), redial: cumulative(care.redial), notConnected: cumulative(response.notConnected), declined: cumulative(response.declined),
    resultRoles: cumulative(care.resultRoles), prescriptionRoles: cumulative(care.prescriptionRoles),
  };
  made.set(parameters, tables);
  return tables;
}

/** Share of users of the place who have the capability now. */
export function levelNow({ state, plan }: Care, capability: number, place: number): number {
  return state.level[capability * plan.practices + place]!;
}

/** Multiplier of work with the capability now. */
export function slownessNow({ state, plan }: Care, capability: number, place: number): number {
  return state.slowness[capability * plan.practices + place]!;
}

/** True of a patient who comes: as was wanted, or because there was no calling before. */
export function isInPerson({ state, demand }: Care, need: number): boolean {
  const mode = demand.needs.mode[need]!;
  return mode === FACE_TO_FACE || (mode !== AT_HOME && state.notCalled[need]! > 0);
}

/** Share of patients whom messages reach now. */
export function messagingNow(care: Care, place: number): number {
  return care.state.messagingOff[place] === 1 ? 0 : levelNow(care, MESSAGE, place);
}

function place(capability: Capability): number {
  return capabilities.indexOf(capability);
}
