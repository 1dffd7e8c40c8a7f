import type { PublishedFigure } from "./published-figure.js";

const DURATIONS = "actual durations of Appointments in General Practice, 2025 (23.4, 25.3, 19.3, 12.8, 12.0, 7.2% of 1-5 to 31-60 minutes)";
const WORKFORCE = "staff per 10,000 patients of General Practice Workforce, 2023 to 2025, in icb-table.ts";

/** Consultations, staff and paperwork. */
export const publishedWork: readonly PublishedFigure[] = [
  {
    group: "service", parameter: "GP F2F; GP phone; nurse F2F; nurse phone mean", value: "9.24; 5.32; 9.70; 5.73", unit: "minutes", year: "2013-14", source: "PMC5701995", grade: "A",
    supersededBy: `${DURATIONS}, to which demand.minutesGp, demand.minutesNurse and demand.minutesByTelephone are fitted: later`,
  },
  {
    group: "service", parameter: "GP consultation mean", value: "10.9", unit: "minutes", year: "2014-16", source: "medRxiv 2020.01.27.20018960", grade: "A",
    supersededBy: `${DURATIONS}, to which demand.minutesGp is fitted: later`,
  },
  {
    group: "service", parameter: "appointments >15 min; >20 min", value: "0.32; 0.191", unit: "fraction", year: "Jun 2022", source: "gponline.com, article 1794470", grade: "A",
    supersededBy: `${DURATIONS}: later; they agree, with 32.0 and 19.2%`,
  },
  {
    group: "service", parameter: "appointments lasting 1-5 min", value: "0.168", unit: "fraction", year: "Mar 2022", source: "Daily Telegraph, 29 April 2022, by pressreader.com", grade: "B",
    supersededBy: `${DURATIONS}: later, and NHS England's own`,
  },
  {
    group: "service", parameter: "F2F share; GP-led share", value: "0.65; 0.45", unit: "fraction", year: "Apr 2024", source: "Royal College of General Practitioners, surveys", grade: "A",
    supersededBy: "63.6 and 44.5% (Appointments in General Practice, 2025), in demand.modesGp and demand.gpShareSameDay: later",
  },
  {
    group: "service", parameter: "appointments per FTE GP per day; per year", value: "25.8; 5900", unit: "appts", year: "2025", source: "pulsepcn.co.uk", grade: "B",
    unused: "it is of fully qualified GPs, and what GPs do follows from appointments, their share of them and staff; a check of the three",
  },
  {
    group: "staff", parameter: "FTE GPs; fully qualified; direct patient care", value: "37833; 28250; 17437", unit: "FTE", year: "May 2025", source: "NHS England, by polimapper.co.uk", grade: "A",
    supersededBy: `${WORKFORCE}: by ICB and practice`,
  },
  {
    group: "staff", parameter: "FTE nurses; admin", value: "16501; 71639", unit: "FTE", year: "Jan 2022", source: "practicebusiness.co.uk", grade: "A",
    supersededBy: `${WORKFORCE}: later, by ICB and practice`,
  },
  {
    group: "staff", parameter: "practices; registered patients", value: "6123; 63601941", unit: "count", year: "Apr 2026", source: "geraclinic.com, from ODS and NHS England", grade: "B",
    supersededBy: "6,169 and 63,707,358 (Patients Registered at a GP Practice, March 2026), in icb-table.ts: NHS England's own file",
  },
  {
    group: "staff", parameter: "GP hours per week", value: "40", unit: "hours", year: "2019", source: "10th GP Worklife Survey, by pulsetoday.co.uk", grade: "A",
    supersededBy: "37.5 hours a week of a full-time equivalent, in care.minutesPerFte: figures for calibration win, and staff are counted in full-time equivalents",
  },
  {
    group: "staff", parameter: "GP time direct/indirect/admin", value: "0.621/0.197/0.084", unit: "fraction", year: "2015", source: "8th GP Worklife Survey, in written question 31774 to Parliament", grade: "A",
    usedIn: { "src/facts/defaults-cost.ts": "of which 0.621 are worked with patients" },
    unused: "of care: there it follows from appointments, their durations and staff of 2025, which win as figures for calibration, and let it lie between 0.60 and 0.80",
  },
  {
    group: "work", parameter: "tests per person-year", value: "4.93", unit: "tests", year: "2015/16", source: "O'Sullivan and others, BMJ 2018, by pulsetoday.co.uk, article 20037871", grade: "A",
    usedBy: ["demand.resultRate"],
  },
  {
    group: "work", parameter: "minutes to review a test", value: "2-3", unit: "minutes", year: "2016", source: "BMJ 2018, by ausdoc.com.au", grade: "B",
    usedBy: ["care.resultMinutes"],
  },
  {
    group: "work", parameter: "letters per day 11000-patient practice", value: "110-120", unit: "letters", year: "older", source: "Docman, case study of Victoria Road", grade: "C",
    usedBy: ["demand.letterRate"],
  },
  {
    group: "work", parameter: "documents per practice per day", value: "80-150", unit: "documents", year: "2023", source: "ideoshift.co.uk, a vendor; unverified", grade: "D",
    supersededBy: "letters a day of a practice of 11,000, in demand.letterRate: of the better grade, and of a known list size; both agree",
  },
  {
    group: "work", parameter: "EPS items; share electronic; total items", value: "996m; 0.95; 1.04bn", unit: "per year", year: "2021/22", source: "NHS Digital, by govmemo.com, 9 February 2023", grade: "A",
    usedBy: ["demand.repeatRate", "overflow.itemRate"],
    unused: "of the first two: in the model all prescriptions are electronic as long as they can be sent; they would tell of the 5% that no outage stops",
  },
];
