import type { Default } from "./default.js";

const SURVEY = "Pulse, survey of GPs on IT outages, June 2023";
const none = "no figure found";

/** What people do while systems are down, and afterwards. */
export const responseDefaults = {
  carryOnWithPaper: { value: 0.8, unit: "share of practices", grade: "B", source: SURVEY, meaning: "Clinicians see everybody and write on paper" },
  cancelRoutine: { value: 0.06, unit: "share of practices", grade: "B", source: SURVEY, meaning: "Clinicians cancel routine appointments and see the rest on paper" },
  urgentOnly: { value: 0.14, unit: "share of practices", grade: "assumption", source: `what ${SURVEY} leaves`, meaning: "Prebooked patients are seen on paper, of new requests only urgent ones" },
  receptionDeclines: { value: 0.32, unit: "share of practices", grade: "B", source: `${SURVEY}: 32% of administrative staff`, meaning: "Reception declines all requests until systems return; others take details on paper, and decline only what urgentOnly leaves out" },
  urgentShare: { value: 0.35, unit: "share", grade: "assumption", source: none, meaning: "Same-day needs that are clinically urgent" },
  decisionMinutes: { value: 60, unit: "minutes", grade: "assumption", source: none, meaning: "From the first loss to a practice's decision how to go on" },
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
  overtimeMinutes: { value: 30, unit: "minutes a session", grade: "assumption", source: none, meaning: "Most that a clinician stays on when work has piled up (others twice that after closing)" },
  overtimeTrigger: { value: 60, unit: "minutes of open work a person", grade: "assumption", source: none, meaning: "Piled-up work from which staff stay on" },
  extraSessions: { value: 0, unit: "GP sessions a week and practice", grade: "assumption", source: "a policy: none unless a scenario asks for it", meaning: "Evening sessions with bookable slots, in overtime, that a practice holds to catch up once records are back that it lost for at least a working day" },
  extraSessionWeeks: { value: 2, unit: "weeks", grade: "assumption", source: none, meaning: "How long it holds them, from the first working day after the return" },
  extraSessionMinutes: { value: 90, unit: "minutes", grade: "assumption", source: "18:30 to 20:00", meaning: "Length of an extra session" },
} as const satisfies Record<string, Default>;
