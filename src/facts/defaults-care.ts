import type { Default } from "./default.js";

const none = "no figure found";

/** How practices work on ordinary days. */
export const careDefaults = {
  minutesPerFte: { value: 407, unit: "minutes present a working day", grade: "B", source: "37.5 hours a week, present on 229 of 253 working days", meaning: "Rostered time of one full-time equivalent" },
  pcnStaff: { value: 2.5, unit: "full-time equivalents per 10,000 patients", grade: "assumption", source: "staff of networks come on top of the practices' 2.70; from 1 to 5", meaning: "Pharmacists, physiotherapists and others whom networks employ for their practices together, on top of the practices' own other direct care" },
  slackGp: { value: 0.1, unit: "share of rostered time", grade: "assumption", source: "no source: it decides recovery, so vary it from 0.05 to 0.15", meaning: "GPs' time beyond appointments, tasks, breaks and other duties" },
  slackNurse: { value: 0.1, unit: "share of rostered time", grade: "assumption", source: "as GPs", meaning: "Nurses' slack" },
  slackOther: { value: 0.1, unit: "share of rostered time", grade: "assumption", source: "as GPs", meaning: "Other direct care staff's slack" },
  slackReception: { value: 0.1, unit: "share of rostered time", grade: "assumption", source: "as GPs", meaning: "Receptionists' slack" },
  slackAdmin: { value: 0.1, unit: "share of rostered time", grade: "assumption", source: "as GPs", meaning: "Other administrators' slack" },
  highestUtilisation: { value: 0.92, unit: "share of rostered time", grade: "assumption", source: "above it queues have no steady state worth the name", meaning: "A baseline whose required time is more is refused" },
  staffByWeekday: { value: [1.105, 1.047, 0.979, 0.964, 0.904], unit: "index, Monday to Friday", grade: "A", source: "NHS England, Appointments in General Practice, 2025: appointments by weekday", meaning: "Rostered sessions by weekday" },
  sessionMinutes: { value: 225, unit: "minutes", grade: "assumption", source: "half of a 7.5-hour day", meaning: "A clinician's session: clinic, then tasks" },
  morningSession: { value: 510, unit: "minutes after midnight", grade: "assumption", source: "08:30", meaning: "Start of morning sessions" },
  afternoonSession: { value: 855, unit: "minutes after midnight", grade: "assumption", source: "14:15", meaning: "Start of afternoon sessions" },
  horizonDays: { value: 56, unit: "days", grade: "assumption", source: "few appointments are booked more than eight weeks ahead", meaning: "How far ahead the diary is open" },
  sameDayMargin: { value: 0.08, unit: "share", grade: "assumption", source: none, meaning: "Same-day slots above the expected same-day need" },
  bookableMargin: { value: 0.1, unit: "share", grade: "assumption", source: none, meaning: "Bookable slots above the expected need" },
  extrasPerSession: { value: 2, unit: "patients", grade: "assumption", source: none, meaning: "Patients whom a clinician sees beyond the list when the diary is full" },
  fitInDays: { value: 7, unit: "days", grade: "assumption", source: none, meaning: "A patient who wants to come now, or was not seen, and finds no free slot so soon is fitted in at the end of a session, as far as extras go" },
  punctuality: { value: [-4, 6], unit: "minutes: mean, standard deviation", grade: "assumption", source: none, meaning: "Arrival before (negative) or after the slot" },
  notAttendedByLead: {
    value: [0.009, 0.027, 0.051, 0.073, 0.08, 0.081, 0.103], unit: "share at 0, 1, 2-7, 8-14, 15-21, 22-28, over 28 days", grade: "B", source: "GPAD of one area, 2022-23",
    meaning: "Patients who do not attend, by lead time",
  },
  afterCallMinutes: { value: 1, unit: "minutes", grade: "assumption", source: none, meaning: "Work after each answered call" },
  phoneOccupancy: { value: 0.74, unit: "share", grade: "assumption", source: "fits waits of answered calls", meaning: "Busy share of call handlers for which the average day is staffed" },
  patienceMinutes: { value: 14, unit: "minutes", grade: "assumption", source: "fits missed calls (10.8%)", meaning: "Mean patience of callers (exponential)" },
  deskMinutes: { value: 2.5, unit: "minutes", grade: "assumption", source: "as calls", meaning: "Mean time for a patient at the desk" },
  onlineMinutes: { value: 3, unit: "minutes", grade: "assumption", source: none, meaning: "Mean time to read and hand on an online request" },
  resultMinutes: { value: 2.5, unit: "minutes", grade: "B", source: "2 to 3 minutes a result (BMJ 2018)", meaning: "Mean time to review a result" },
  resultRoles: { value: [0.55, 0.15, 0.3], unit: "share GP, nurse, other direct care", grade: "assumption", source: none, meaning: "Who reviews results" },
  letterMinutes: { value: 2, unit: "minutes", grade: "assumption", source: none, meaning: "Mean time to code and file a letter" },
  letterActionShare: { value: 0.3, unit: "share", grade: "assumption", source: none, meaning: "Letters that a GP has to act on" },
  letterActionMinutes: { value: 2, unit: "minutes", grade: "assumption", source: none, meaning: "Mean time for such an action" },
  prescriptionMinutes: { value: 0.8, unit: "minutes", grade: "assumption", source: none, meaning: "Mean time for a repeat prescription request" },
  prescriptionRoles: { value: [0.4, 0.3, 0.3], unit: "share GP, other direct care, admin", grade: "assumption", source: none, meaning: "Who deals with repeat prescriptions" },
  invitationMinutes: { value: 1.5, unit: "minutes", grade: "assumption", source: none, meaning: "Mean time to invite and book a planned appointment" },
  referralShare: { value: 0.07, unit: "share", grade: "assumption", source: none, meaning: "Clinical consultations that lead to a referral" },
  referralMinutes: { value: 5, unit: "minutes", grade: "assumption", source: none, meaning: "Mean time to write a referral" },
  handlingSd: { value: 0.6, unit: "share of the mean", grade: "assumption", source: none, meaning: "Standard deviation of handling times" },
  turnedAway: {
    value: [0.6, 0.12, 0.06, 0.08, 0.14], unit: "share: tries again, NHS 111, urgent care or A&E, pharmacy, lets it rest", grade: "assumption",
    source: "ONS asks what patients do next, for GP contact failures; these shares are rounder than that", meaning: "What patients do whose same-day need finds no slot",
  },
  redial: {
    value: [0.55, 0.25, 0.04, 0.02, 0.02, 0.12], unit: "share: within the hour, next working day, NHS 111, urgent care or A&E, pharmacy, lets it rest", grade: "assumption", source: none,
    meaning: "What callers do who give up waiting",
  },
  mostAttempts: { value: 6, unit: "contacts", grade: "assumption", source: none, meaning: "Contacts after which a patient stops trying the practice" },
} as const satisfies Record<string, Default>;
