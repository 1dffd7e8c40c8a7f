import type { PublishedFigure } from "./published-figure.js";

const APPOINTMENTS = "Appointments in General Practice, 2025";
const TELEPHONY = "Cloud Based Telephony, February 2026";
const NO_SHOWS = "Mathew-raju/nhs-noshow-prediction on GitHub, README: 624.9 million appointments of GPAD";

/** What patients ask for. */
export const publishedDemand: readonly PublishedFigure[] = [
  {
    group: "demand", parameter: "GP-practice phone calls England (reporting practices only)", value: "31000000", unit: "calls/month (Oct)", year: "2025",
    source: "NHS England, by wired-gov.net, 27 November 2025, and managementinpractice.com, 1 December 2025", grade: "A",
    supersededBy: `27.3 calls per 1,000 patients and working day (${TELEPHONY}): later, and of known patients`,
  },
  {
    group: "demand", parameter: "phone calls per 1000 patients per working day (practices that report)", value: "27.3", unit: "calls", year: "Feb 2026",
    source: "NHS England, Cloud Based Telephony, February 2026: 5,112 of 6,208 practices with 83.9% of patients", grade: "A",
    usedBy: ["demand.informationRate", "demand.queryRate", "estate.cloudTelephonyShare"], usedIn: { "src/calibration/observed.ts": "27.3" },
  },
  {
    group: "demand", parameter: "online submissions per 1000 registered (participating practices)", value: "135.8", unit: "per month", year: "2025",
    source: "managementinpractice.com, 1 December 2025", grade: "A",
    supersededBy: "6.75 per 1,000 patients and working day (Submissions via Online Consultation Systems, February 2026): later; both agree",
  },
  {
    group: "demand", parameter: "online submissions clinical share", value: "5.5/8.3", unit: "fraction", year: "2025", source: "pulsetoday.co.uk, 2025", grade: "A",
    supersededBy: "65% (Submissions via Online Consultation Systems, February 2026): later; both agree",
  },
  {
    group: "demand", parameter: "weekday phone index Mon..Fri (one practice)", value: "1/0.82/0.51/0.58/0.66", unit: "ratio to Monday", year: "2024",
    source: "ainsdalemedicalcentre.nhs.uk", grade: "C",
    supersededBy: `26.0, 19.9, 18.5, 17.9, 17.7% of the week's calls (${TELEPHONY}), in demand.contactsByWeekday: later, of 5,112 practices`,
  },
  {
    group: "demand", parameter: "appointments Mon vs Fri England", value: "1.29m vs 1.09m", unit: "per day", year: "2021", source: "fullfact.org, on general practice on Mondays and Fridays", grade: "A",
    supersededBy: `1.105 and 0.904 of the mean day (${APPOINTMENTS}), in care.staffByWeekday: later, all five days`,
  },
  {
    group: "demand", parameter: "calls answered share (one practice range before/after fix)", value: "0.70-0.78 then 0.88", unit: "fraction", year: "2022",
    source: "practice365.co.uk, practice B85028", grade: "C",
    supersededBy: `55.2% answered and 10.8% missed, the rest the menu's or called back (${TELEPHONY}): later, of 5,112 practices`,
  },
  {
    group: "demand", parameter: "appointments Kent & Medway", value: "10800000", unit: "per year", year: "2023", source: "kentandmedway.icb.nhs.uk, 28 February 2024", grade: "A",
    supersededBy: `19.6 per 1,000 patients and working day (${APPOINTMENTS}), in icbs.ts: later, and of NHS England's own files`,
  },
  {
    group: "demand", parameter: "patients Kent & Medway", value: "1900000", unit: "patients", year: "2022-24", source: "kentandmedway.icb.nhs.uk, plans to improve primary care", grade: "A",
    supersededBy: "2,041,841 (Patients Registered at a GP Practice, March 2026), in icb-table.ts: later, and counted",
  },
  {
    group: "demand", parameter: "practices Kent & Medway", value: "190", unit: "practices", year: "2022-24", source: "kentandmedway.icb.nhs.uk, plans to improve primary care", grade: "A",
    supersededBy: "175 (Patients Registered at a GP Practice, March 2026), in icb-table.ts: later, and counted",
  },
  {
    group: "demand", parameter: "same-day share", value: "0.426 (Nov 2023); 0.45 (Apr 2024)", unit: "fraction", year: "2023-24",
    source: "Written question 9116 to Parliament; Royal College of General Practitioners, surveys", grade: "A",
    supersededBy: `43.7% (${APPOINTMENTS}), in demand.sameDayRate: later`,
  },
  {
    group: "demand", parameter: "booking lead-time distribution same/1/2-7/8-14/15-21/22-28/>28 d", value: "0.42/0.07/0.20/0.14/0.08/0.05/0.05", unit: "fraction (rounded)", year: "Sep2018-Aug2019",
    source: "Written question 293663 to Parliament", grade: "A",
    supersededBy: `43.7, 7.4, 17.4, 12.7, 7.6, 5.2, 5.9% (${APPOINTMENTS}), to which demand.wantedBookable and demand.wantedPlanned are fitted: later, and not rounded`,
  },
  {
    group: "demand", parameter: "DNA rate overall", value: "0.0494", unit: "fraction of attended+DNA", year: "2022-23", source: NO_SHOWS, grade: "B",
    supersededBy: `4.3 to 4.9% (${APPOINTMENTS}): later, and NHS England's own`,
  },
  {
    group: "demand", parameter: "DNA same-day; >28 d", value: "0.0189; 0.1032", unit: "fraction", year: "2022-23", source: NO_SHOWS, grade: "B",
    supersededBy: "0.9 and 10.3%, with five classes between them, of one area and the same year, in care.notAttendedByLead: figures for calibration win; the second is the same",
  },
  {
    group: "demand", parameter: "DNA F2F/home/phone/video", value: "0.0604/0.0322/0.0248/0.0222", unit: "fraction", year: "2022-23", source: NO_SHOWS, grade: "B",
    unused: "patients fail to attend by lead time, not by mode; it would tell how many more come to telephone appointments, should a practice move to them",
  },
];
