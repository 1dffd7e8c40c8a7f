import type { Default } from "./default.js";

const SURVEY = "Pulse, survey of GPs on IT outages, June 2023";
const none = "no figure found";

/** What people do while systems are down, and afterwards. */
export const responseDefaults = {
  // At the highest of both, cancelRoutine and this are still less than 1.
  carryOnWithPaper: { value: 0.8, unit: "share of practices", grade: "B", range: { low: 0.64, high: 0.92 }, source: SURVEY, meaning: "Clinicians see everybody and write on paper" },
  cancelRoutine: { value: 0.06, unit: "share of practices", grade: "B", source: SURVEY, meaning: "Clinicians cancel routine appointments and see the rest on paper" },
  urgentOnly: { value: 0.14, unit: "share of practices", grade: "assumption", range: { fixed: "what carryOnWithPaper and cancelRoutine leave" }, source: `what ${SURVEY} leaves`, meaning: "Prebooked patients are seen on paper, of new requests only urgent ones" },
  receptionDeclines: { value: 0.32, unit: "share of practices", grade: "B", source: `${SURVEY}: 32% of administrative staff`, meaning: "Reception declines all requests until systems return; others take details on paper, and decline only what urgentOnly leaves out" },
  urgentShare: { value: 0.35, unit: "share", grade: "assumption", source: none, meaning: "Same-day needs that are clinically urgent" },
  noticeMinutes: { value: 15, unit: "minutes", grade: "assumption", source: none, meaning: "Mean time from the first loss in opening hours until a practice notices that it is no trouble of one computer" },
  newsMinutes: { value: 30, unit: "minutes", grade: "assumption", source: none, meaning: "Mean time from then until it has been told, or found out, what has failed" },
  decisionMinutes: { value: 10, unit: "minutes", grade: "assumption", source: none, meaning: "Mean time from then to a decision how to go on, in a practice with a continuity plan" },
  withoutPlanFactor: { value: 3, unit: "factor", grade: "assumption", source: none, meaning: "How many times as long the decision takes without a continuity plan" },
  gapMinutes: { value: 240, unit: "minutes", grade: "assumption", source: none, meaning: "Systems that are back for a shorter time and fail again have not come back: what a practice has decided holds, and the days of its outage go on" },
  planShare: { value: 0.6, unit: "share of practices", grade: "assumption", source: "written procedures are the rule, but in 28% of downtime incidents only were they followed and worked (PMC7647128)", meaning: "Practices with a continuity plan that they can use; those without are the most apt to decline requests" },
  onlineOffShare: { value: 0.25, unit: "share of practices", grade: "assumption", source: "July 2024: reported of some practices and one ICB", meaning: "Practices that switch online requests off while nobody can see records; patients telephone instead" },
  messagingOffShare: { value: 0.1, unit: "share of practices", grade: "assumption", source: "July 2024: reported of one practice", meaning: "Practices that switch messages to patients off while nobody can see records" },
  checkInMinutes: { value: 1.5, unit: "minutes", grade: "assumption", source: none, meaning: "Mean time to ask a patient who comes, and to write it down, while nobody can see the appointment list" },
  // Stated because the two are shares of different patients: that they add up to 1 is chance.
  handwrittenShare: { value: [0.7, 0.3], unit: "share of same-day needs, of others", grade: "assumption", range: { low: [0.35, 0.15], high: [1, 0.6] }, source: "handwritten as well as deferred prescriptions are reported of 2023 and 2024", meaning: "Prescriptions written by hand where they cannot be sent; the others are put off until they can" },
  laterInWeek: { value: 0.25, unit: "share", grade: "assumption", source: "July 2024: demand built up later in the week", meaning: "Patients with a need that can wait who, if not served, try two to four working days on instead of on the next" },
  sentOnShare: { value: 0.5, unit: "share", grade: "assumption", source: none, meaning: "Of patients who are turned away or declined and go elsewhere, those whom the practice sends there; they come again where it sends nobody on" },
  sentBackShare: {
    value: 0.23, unit: "share", grade: "B",
    source: "48% of calls to NHS 111 end with advice to see primary care, and 47.6% of these callers see it first (2021, PMC11216596): 0.23 of all. Out-of-hours services among it are taken to be the practice",
    meaning: "Of patients who call NHS 111 instead of their practice, those who turn to the practice after all",
  },
  sentBackSoonShare: { value: 0.58, unit: "share", grade: "B", source: "58% of them within the time that NHS 111 gave (2021, PMC11216596)", meaning: "Of these, those who telephone it within half an hour to three hours; the others on the next working day" },
  paperMultiplier: { value: 1.25, unit: "factor", grade: "assumption", source: "2.15 manual minutes a minute of downtime (AC Group 2011, vendor) includes later entry", meaning: "Length of a consultation on paper without records" },
  entryShare: { value: 0.5, unit: "share of the consultation", grade: "assumption", source: "as paperMultiplier: 1.25 + 0.5 and handling come near the survey's doubling", meaning: "Minutes to type a paper note in, for each minute the consultation would have taken" },
  noteByWriter: { value: 0.7, unit: "share", grade: "assumption", source: none, meaning: "Paper notes typed in by who wrote them; administrators type the rest" },
  paperRequestMinutes: { value: 3.5, unit: "minutes", grade: "assumption", source: none, meaning: "Mean time to deal with a request taken on paper, once systems are back" },
  paperContactFactor: { value: 1.2, unit: "factor", grade: "assumption", source: none, meaning: "Length of a contact while details are written on paper" },
  rebookingMinutes: { value: 3, unit: "minutes", grade: "assumption", source: none, meaning: "Mean time to call and rebook a patient who was not seen" },
  notConnected: {
    value: [0.22, 0.2, 0.33, 0.09, 0.05, 0.04, 0.07], unit: "share: later today, next working day, comes to the desk, NHS 111, urgent care or A&E, pharmacy, lets it rest", grade: "assumption", source: none,
    meaning: "What patients do who find the telephone or the online tool dead",
  },
  declined: {
    value: [0.66, 0.12, 0.06, 0.06, 0.1], unit: "share: next working day, NHS 111, urgent care or A&E, pharmacy, lets it rest", grade: "assumption", source: none,
    meaning: "What patients do whom the practice declines because of the outage",
  },
  mutualAid: { value: 0, unit: "patients", grade: "assumption", range: { fixed: "a policy" }, source: "none by default: an agreement that a network has to make", meaning: "Urgent patients of neighbours without records whom each practice of a network sees a day, in slots and extras of its own" },
  overtimeMinutes: { value: 30, unit: "minutes a session", grade: "assumption", source: none, meaning: "Most that a clinician stays on when work has piled up (others twice that after closing)" },
  overtimeTrigger: { value: 60, unit: "minutes of open work a person", grade: "assumption", source: none, meaning: "Piled-up work from which staff stay on" },
  extraSessions: { value: 0, unit: "GP sessions a week and practice", grade: "assumption", range: { fixed: "a policy" }, source: "a policy: none unless a scenario asks for it", meaning: "Evening sessions with bookable slots, in overtime, that a practice holds to catch up once records are back that it lost for at least a working day" },
  extraSessionWeeks: { value: 2, unit: "weeks", grade: "assumption", range: { fixed: "a policy" }, source: none, meaning: "How long it holds them, from the first working day after the return" },
  extraSessionMinutes: { value: 90, unit: "minutes", grade: "assumption", range: { fixed: "a policy" }, source: "18:30 to 20:00", meaning: "Length of an extra session" },
} as const satisfies Record<string, Default>;
