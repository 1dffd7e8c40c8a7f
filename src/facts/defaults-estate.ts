import type { Default } from "./default.js";

export const estateDefaults = {
  appointmentRate: {
    value: 23.3,
    unit: "appointments per 1,000 patients and working day",
    meaning: "Appointments in England; an ICB without a figure of its own has it in proportion to its clinical staff per patient",
    source: "NHS England, Appointments in General Practice, 2025",
    grade: "A",
  },
  receptionShare: {
    value: 0.539,
    unit: "share",
    meaning: "Receptionists among administrative staff, by full-time equivalents (6.45 of 11.96 per 10,000 patients)",
    source: "NHS England, General Practice Workforce, 2025",
    grade: "A",
  },
  cloudTelephonyShare: {
    value: 0.823,
    unit: "share of practices",
    meaning: "Practices with cloud-based telephony; the others have an exchange on site",
    source: "NHS England, Cloud Based Telephony, February 2026: 5,112 of 6,208 practices report, so a lower bound; fewer had it in 2023",
    grade: "B",
  },
  linesPerThousand: {
    value: 4,
    unit: "lines per 1,000 patients",
    meaning: "Callers that a practice can have on the line and in the queue together, so that no caller of a normal Monday at 08:00 finds it engaged",
    source: "From 35.5 calls per 1,000 patients on a Monday, 32% of them from 08:00 to 10:00, if half of those come within half an hour and stay up to 15 minutes: 2.8 together, and room to spare",
    grade: "assumption",
  },
  fewestLines: {
    value: 4,
    unit: "lines",
    meaning: "Lines of the smallest practice",
    source: "No source",
    grade: "assumption",
  },
  workstationsPerFte: {
    value: 1.3,
    unit: "workstations per full-time equivalent",
    meaning: "Workstations of a practice; part-time staff share them, visiting staff and spare rooms add to them",
    source: "No source",
    grade: "assumption",
  },
  templateManagerShare: {
    value: 0.5,
    unit: "share of EMIS Web practices",
    meaning: "Practices that still used Template Manager, tagged template-manager; the rest used Resource Publisher",
    source: "May 2023: thousands of about 4,000 EMIS Web practices were hit",
    grade: "assumption",
  },
} as const satisfies Record<string, Default>;
