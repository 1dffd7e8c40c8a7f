/** Contents page: every outcome, in the order of the page. */
import { accessDelay } from "./access-delay.js";
import { appointmentsCancelled } from "./appointments-cancelled.js";
import { appointmentsDisrupted } from "./appointments-disrupted.js";
import { availability } from "./availability.js";
import { peakBacklog } from "./backlog.js";
import { careDelay } from "./care-delay.js";
import { consultations, consultationsWithoutRecords, netUndelivered } from "./consultations.js";
import { contactsNotConnected, excessAbandonment, requestsDeclined } from "./contacts.js";
import { continuityBreaches } from "./continuity.js";
import { deadlinesMissed } from "./deadlines.js";
import { documentationLag } from "./documentation-lag.js";
import { abandonedElsewhere, backlogElsewhere, contactsElsewhere, dispensingDelay, dispensingDelayOfItem, recoveryElsewhere, waitingElsewhere, waitsElsewhere } from "./elsewhere.js";
import { declaredAs, type Description, type Outcome, type RegionOutcome, type TeamOutcome } from "./outcome.js";
import { backEntryHours, notesToTypeIn, workloadFactor } from "./paperwork.js";
import { patientsAffected } from "./patients-affected.js";
import { prescriptionDelay } from "./prescription-delay.js";
import { prescriptionsWithoutAllergyCheck } from "./prescriptions.js";
import { recordedShortfall } from "./recorded-shortfall.js";
import { backlogRecovery, recoveryRatio } from "./recovery.js";
import { teamBacklog, teamItemsDelayed, teamRecovery } from "./teams.js";
import { needUnmetSameDay, needUnmetSameDayRate } from "./unmet-need.js";
import { urgentResultHours } from "./urgent-results.js";
import { extraWorkHours, workMultiple } from "./work.js";
import { worstTenth } from "./worst-tenth.js";

const inOrder: readonly (Outcome | RegionOutcome | TeamOutcome | Description)[] = [
  appointmentsDisrupted, appointmentsCancelled, netUndelivered, recordedShortfall, contactsNotConnected, requestsDeclined, excessAbandonment, needUnmetSameDay,
  needUnmetSameDayRate, careDelay, patientsAffected, consultations, consultationsWithoutRecords, prescriptionsWithoutAllergyCheck, urgentResultHours, notesToTypeIn,
  backEntryHours, workloadFactor, extraWorkHours, workMultiple, peakBacklog, worstTenth, backlogRecovery, recoveryRatio, documentationLag, prescriptionDelay, dispensingDelay, dispensingDelayOfItem, accessDelay,
  deadlinesMissed, availability, continuityBreaches,
  contactsElsewhere, waitsElsewhere, waitingElsewhere, abandonedElsewhere, backlogElsewhere, recoveryElsewhere, teamItemsDelayed, teamBacklog, teamRecovery,
];

/** Those that fold journals of neighbourhoods, and those of regions downstream and of teams; the others are computed once every replication is folded. */
export const outcomes: readonly Outcome[] = inOrder.filter((each): each is Outcome => "fold" in each && each.ofRegions !== true && each.ofTeams !== true);
export const regionOutcomes: readonly RegionOutcome[] = inOrder.filter((each): each is RegionOutcome => "fold" in each && each.ofRegions === true);
export const teamOutcomes: readonly TeamOutcome[] = inOrder.filter((each): each is TeamOutcome => "fold" in each && each.ofTeams === true);

/** All, as plain data. */
export const descriptions: readonly Description[] = inOrder.map((each) => {
  if (!("fold" in each)) return each;
  const { fold: _, ...description } = each;
  return description;
});

/** The description of one part of an outcome; undefined where there is no such outcome or no such part. */
export function descriptionOf(id: string, part: string): Description | undefined {
  return descriptions.find((description) => description.id === id && description.parts.includes(declaredAs(part)));
}
