/** Contents page: every outcome, in the order of the page. */
import { appointmentsCancelled } from "./appointments-cancelled.js";
import { appointmentsDisrupted } from "./appointments-disrupted.js";
import { peakBacklog } from "./backlog.js";
import { consultations, consultationsWithoutRecords, netUndelivered } from "./consultations.js";
import { contactsNotConnected, excessAbandonment, requestsDeclined } from "./contacts.js";
import { byDay, type Description, type Outcome } from "./outcome.js";
import { backEntryHours, notesToTypeIn, workloadFactor } from "./paperwork.js";
import { backlogRecovery, recoveryRatio } from "./recovery.js";
import { needUnmetSameDay, needUnmetSameDayRate } from "./unmet-need.js";
import { extraWorkHours, workMultiple } from "./work.js";

/** Those that fold journals. */
export const outcomes: readonly Outcome[] = [
  appointmentsDisrupted, appointmentsCancelled, netUndelivered, contactsNotConnected, requestsDeclined, excessAbandonment, needUnmetSameDay, needUnmetSameDayRate,
  consultations, consultationsWithoutRecords, notesToTypeIn, backEntryHours, workloadFactor, extraWorkHours, workMultiple, peakBacklog,
];

/** All, those included that are computed once every replication is folded. */
export const descriptions: readonly Description[] = [
  ...outcomes.map(({ fold: _, ...description }) => description), backlogRecovery, recoveryRatio,
];

/** The description of one part of an outcome; undefined where there is no such outcome or no such part. */
export function descriptionOf(id: string, part: string): Description | undefined {
  const declared = part.startsWith(byDay) ? byDay : part;
  return descriptions.find((description) => description.id === id && description.parts.includes(declared));
}
