import type { Default } from "./default.js";
import { fitted } from "./fitted.js";

const GPAD = "NHS England, Appointments in General Practice, 2025";
const CBT = "NHS England, Cloud Based Telephony in General Practice, February 2026";
const DAILY = "NHS England, Appointments in General Practice, daily counts of March and April 2026";
const OCS = "NHS England, Submissions via Online Consultation Systems, February 2026";

/** What patients need and what arrives, per working day. */
export const demandDefaults = {
  nationalAppointmentRate: {
    value: 23.3, unit: "appointments per 1,000 patients and working day", grade: "A", range: { fixed: "the point of reference; the rates of regions are varied" }, source: GPAD,
    meaning: "Rate at which the need rates below hold; a region's own rate scales its clinical needs",
  },
  nationalCallRate: {
    value: 27.3, unit: "calls per 1,000 patients and working day, redials among them", grade: "A", source: `${CBT}: 5,112 practices with 83.9% of patients`,
    meaning: "Rate at which the need rates below hold; own calls of a region or practice scale its queries, prescription contacts and information calls, so that all its calls stand to the nation's as published",
  },
  nationalOnlineRate: {
    value: 6.75, unit: "requests per 1,000 patients and working day", grade: "A", source: `${OCS}: 6,020 practices with requests, over the patients of all`,
    meaning: "Rate at which the channels below hold; own online requests of a region or practice scale what its patients ask online, at most nine in ten of a kind",
  },
  sameDayRate: {
    value: fitted.demand.sameDayRate, unit: "needs per 1,000 patients and working day", grade: "B", source: `${GPAD}: 43.7% of 23.3 on the day of booking, and what finds no slot`,
    meaning: "Clinical needs for the same day",
  },
  bookableRate: {
    value: fitted.demand.bookableRate, unit: "needs per 1,000 patients and working day", grade: "assumption", source: "a third of what GPAD shows as booked ahead",
    meaning: "Clinical needs that can wait, raised by the patient",
  },
  plannedRate: {
    value: fitted.demand.plannedRate, unit: "needs per 1,000 patients and working day", grade: "assumption", source: "the other two thirds of what GPAD shows as booked ahead",
    meaning: "Reviews, vaccinations and screening that the practice books ahead",
  },
  queryRate: {
    value: fitted.demand.queryRate, unit: "contacts per 1,000 patients and working day", grade: "assumption", source: "what the answered calls leave after clinical needs",
    meaning: "Administrative queries",
  },
  prescriptionContactRate: {
    value: 1.5, unit: "contacts per 1,000 patients and working day", grade: "assumption", source: "few requests come by telephone or at the desk",
    meaning: "Repeat prescriptions asked for by telephone or at the desk",
  },
  informationRate: {
    value: fitted.demand.informationRate, unit: "calls per 1,000 patients and working day", grade: "A", source: `${CBT}: 26.5% of 27.3 calls end in the menu, 5.2% of them before opening`,
    meaning: "Calls that end in the telephone menu",
  },
  resultRate: {
    value: 19.5, unit: "results per 1,000 patients and working day", grade: "B", source: "4.93 tests a person-year (O'Sullivan, BMJ 2018) over 253 working days",
    meaning: "Results that come in",
  },
  letterRate: {
    value: 10.5, unit: "letters per 1,000 patients and working day", grade: "C", source: "110 to 120 a day in a practice of 11,000 (Docman case study)",
    meaning: "Letters and discharge summaries that come in",
  },
  repeatRate: {
    value: 26.5, unit: "requests per 1,000 patients and working day", grade: "B", source: "1.04 billion items a year, NHS Digital 2021/22, at an assumed 2.3 items a request, less those asked for by telephone",
    meaning: "Repeat prescription requests that need no contact",
  },
  reportRate: {
    value: 0.5, unit: "forms per 1,000 patients and working day", grade: "assumption", source: "no figure found; 5 a day in a practice of 10,000",
    meaning: "Medical and insurance reports and certificates that practices are asked for",
  },
  urgentResultShare: {
    value: 0.02, unit: "share", grade: "assumption", source: "no figure found; 4 a day in a practice of 10,000", meaning: "Results that cannot wait until the next day",
  },
  yearEndRate: {
    value: 6, unit: "tasks per 1,000 patients and year", grade: "assumption", source: "no figure found; with care.yearEndMinutes 15 hours in a practice of 10,000",
    meaning: "Claims, QOF and other returns due by 31 March, the end of the financial year",
  },
  yearEndDays: { value: 20, unit: "working days", grade: "assumption", source: "no figure found", range: { low: 10, high: 40 }, meaning: "Working days before that date over which they come up" },
  payrollDay: { value: 25, unit: "day of the month", grade: "assumption", range: { fixed: "a convention" }, source: "no figure found", meaning: "Day by which a month's payroll is to be sent, or the last working day before it" },
  payrollDays: { value: 3, unit: "working days", grade: "assumption", range: { fixed: "whole days, as many as pressingDays spans" }, source: "no figure found", meaning: "Working days before that day on which it comes up" },
  regionDaySd: {
    value: fitted.demand.regionDaySd, unit: "standard deviation", grade: "B",
    source: `${DAILY}: 0.0118 within weeks, without the weekday's mean and the days beside Easter, over the 44% of appointments that are for the same day; regions are taken to move together; fitted, since full diaries pass on part of a busy day. Calls of October 2025 to February 2026: 0.014`,
    meaning: "Day effect on contacts that a region's practices share",
  },
  regionWeekSd: {
    value: fitted.demand.regionWeekSd, unit: "standard deviation", grade: "B",
    source: `${DAILY}: 0.021 between weeks, over the 62% of clinical needs that patients raise; regions are taken to move together. Calls of October 2025 to February 2026, within months: 0.037`,
    meaning: "Week effect on contacts that a region's practices share",
  },
  practiceDaySd: { value: 0.06, unit: "standard deviation", grade: "assumption", source: "no figure found", meaning: "Day effect of one practice" },
  practiceSd: {
    value: fitted.demand.practiceSd, unit: "standard deviation of the logarithm", grade: "B",
    source: `${CBT}: 17.7 and 41.0 calls per 1,000 at the 10th and 90th percentile of practices; that all needs differ as calls do is an assumption`,
    meaning: "Lasting difference between practices in need per patient; staff and diary follow it",
  },
  onlineByPractice: {
    value: [0, 0.034, 0.072, 0.103, 0.137, 0.173, 0.221, 0.277, 0.352, 0.452, 0.596, 0.801, 1.073, 1.355, 1.596, 1.822, 2.003, 2.188, 2.386, 2.677, 3.366],
    unit: "ratio to the mean at 0%, 5%, and so on to 95% and 99% of practices", grade: "A",
    range: { fixed: "counted over nearly all practices" },
    source: `${OCS}: 6,146 practices that take part, over their mean of 5.8 requests per 1,000; larger practices have more, which the model leaves out`,
    meaning: "How practices differ in what is asked for online; who does not ask online telephones or comes to the desk",
  },
  contactsByWeekday: {
    value: [1.3, 0.995, 0.925, 0.895, 0.885], unit: "index, Monday to Friday", grade: "A", source: `${CBT}: 26.0, 19.9, 18.5, 17.9, 17.7% of the week's calls`,
    meaning: "Patients' contacts by weekday, but for online requests",
  },
  onlineByWeekday: {
    value: [1.391, 0.989, 0.914, 0.876, 0.83], unit: "index, Monday to Friday", grade: "A", source: `${OCS}: 27.8, 19.8, 18.3, 17.5, 16.6% of requests from Monday to Friday`,
    meaning: "Online requests by weekday",
  },
  contactsByMonth: {
    value: [1.053, 1.009, 1.014, 1.0, 1.006, 0.98, 0.954, 0.932, 0.984, 1.016, 1.02, 1.034], unit: "index, January to December", grade: "A",
    source: "NHS England, Appointments in General Practice, 2023 to 2025: appointments booked on the day, per patient and working day, against the year's; mean 1 over working days",
    meaning: "Patients' contacts by season",
  },
  plannedByMonth: {
    value: [0.956, 0.978, 0.993, 0.955, 0.966, 0.958, 0.939, 0.885, 1.052, 1.345, 1.058, 0.882], unit: "index, January to December", grade: "B",
    source: "as contactsByMonth: all appointments, less patients' own needs with the season of contacts; October's vaccinations show in lead times of 8 days and more (index 1.36), not on the day (1.02)",
    meaning: "Planned work by the month it is planned for",
  },
  // Ranges of both: two standard errors.
  afterHoliday: {
    value: 1.1, unit: "factor", grade: "C", range: { low: 0.96, high: 1.23 }, source: `${DAILY}: Tuesday 7 April 4.1% above its week, all of it laid to the 44% for the same day; one day, with a standard error of 3 points`,
    meaning: "Contacts on the working day after a bank holiday",
  },
  beforeHoliday: {
    value: 1.01, unit: "factor", grade: "C", range: { low: 0.87, high: 1.15 }, source: `${DAILY}: Thursday 2 April 0.4% above its week, likewise; Christmas and New Year's Eve are quieter (calls of 2025)`,
    meaning: "Contacts on the working day before a bank holiday",
  },
  callsByTime: {
    value: [5.2, 11.5, 7.0, 5.4, 4.6, 21.1, 16.3, 17.2, 10.4, 0.7], unit: "% in 06:00-08:00, four half hours to 10:00, two-hour steps to 18:00, to 18:30", grade: "A",
    source: `${CBT}; the split of 28.5% from 08:00 to 10:00 over half hours is an assumption`, meaning: "Calls by time of day",
  },
  callsByTimeMonday: {
    value: [5.9, 12.9, 7.8, 6.0, 5.2, 20.6, 15.2, 15.8, 9.5, 0.6], unit: "as callsByTime", grade: "A",
    source: `${CBT}, Mondays: 31.9% from 08:00 to 10:00, split over half hours as callsByTime`, meaning: "Calls by time of day on Mondays; the other days have what these leave of callsByTime",
  },
  contactsByTenth: {
    value: [40, 16, 11, 8, 6, 5, 4.5, 4, 3, 2.5], unit: "% of contacts by tenth of the list", grade: "B",
    source: "Kontopantelis and others, BMJ Open 2021: the tenth who consult most have four in ten consultations; the other tenths are an assumption",
    meaning: "How unevenly patients ask: frequent attenders first",
  },
  onlineByTime: {
    value: [3.6, 38.6, 20.7, 14.4, 12.2, 8.2, 2.4], unit: "% in two-hour steps 06:00 to 18:00, to 22:00", grade: "A", source: `${OCS}: Mondays to Fridays; 0.3% come before 06:00, some of the last after 22:00`,
    meaning: "Online requests by time of day",
  },
  sameDayChannels: { value: fitted.demand.sameDayChannels, unit: "telephone, online, desk", grade: "assumption", source: `fits ${CBT} and 6.75 online requests per 1,000 and day, 65% clinical (${OCS})`, meaning: "How same-day needs reach the practice" },
  bookableChannels: { value: fitted.demand.bookableChannels, unit: "telephone, online, desk", grade: "assumption", source: "as same-day needs", meaning: "How bookable needs reach the practice" },
  queryChannels: { value: fitted.demand.queryChannels, unit: "telephone, online, desk", grade: "assumption", source: "as same-day needs", meaning: "How queries reach the practice" },
  prescriptionChannels: { value: [0.6, 0, 0.4], unit: "telephone, online, desk", grade: "assumption", source: "no figure found", meaning: "How prescription contacts reach the practice" },
  gpShareSameDay: {
    value: fitted.demand.gpShareSameDay, unit: "share", grade: "B", source: `${GPAD} 44.5% of appointments by GPs; same-day share of GPs 64%, of others 34% (one area)`,
    meaning: "Same-day needs for a GP, where a practice's GPs are the national share of its clinical staff",
  },
  gpShareAhead: { value: fitted.demand.gpShareAhead, unit: "share", grade: "B", source: "as same-day needs", meaning: "Needs booked ahead for a GP, likewise" },
  nationalGpShareOfStaff: { value: 0.425, unit: "share", grade: "B", source: "NHS England, General Practice Workforce 2025: 5.79 of 11.15 FTE per 10,000, and care.pcnStaff", meaning: "GPs among GPs, nurses and other direct care; a practice with fewer gives fewer of its needs to them" },
  nursePerOther: { value: fitted.demand.nursePerOther, unit: "ratio", grade: "B", source: `${GPAD}: nurses 19.6% of appointments; other direct care 25.4% and, by assumption, all of the 8.3% without a role`, meaning: "Appointments a nurse's full-time equivalent holds for one of other direct care" },
  modesGp: { value: [0.49, 0.37, 0.12, 0.02], unit: "face to face, telephone, video or online, home", grade: "B", source: `${GPAD}: 63.6, 24.6, 8.2, 1.2% over all staff; the split by role is an assumption`, meaning: "How GPs see patients" },
  modesNurse: { value: [0.87, 0.1, 0.03, 0], unit: "face to face, telephone, video or online, home", grade: "B", source: "as GPs", meaning: "How nurses see patients" },
  modesOther: { value: [0.74, 0.18, 0.07, 0.01], unit: "face to face, telephone, video or online, home", grade: "B", source: "as GPs", meaning: "How other direct care staff see patients" },
  wantedBookable: {
    value: fitted.demand.wantedBookable, unit: "share 1, 2-7, 8-14, 15-21, 22-28, 29-42 days", grade: "assumption", source: `with planned needs fits the lead times of ${GPAD}`,
    meaning: "Lead time that patients want",
  },
  wantedPlanned: {
    value: fitted.demand.wantedPlanned, unit: "share 1, 2-7, 8-14, 15-21, 22-28, 29-42 days", grade: "assumption", source: "as bookable needs",
    meaning: "Lead time that practices plan with",
  },
  minutesGp: { value: fitted.demand.minutesGp, unit: "minutes: mean, standard deviation", grade: "B", source: `${GPAD}: actual durations, of which 23.4, 25.3, 19.3, 12.8, 12.0 and 7.2% are of 1-5, 6-10, 11-15, 16-20, 21-30 and 31-60 minutes; with the others of this group, fitted to them as a mixture by role and mode, of which the split is an assumption`, meaning: "GP consultation face to face, record-keeping included" },
  minutesNurse: { value: fitted.demand.minutesNurse, unit: "minutes: mean, standard deviation", grade: "B", source: "as GPs", meaning: "Nurse consultation face to face" },
  minutesOther: { value: fitted.demand.minutesOther, unit: "minutes: mean, standard deviation", grade: "B", source: "as GPs", meaning: "Other direct care consultation face to face" },
  minutesByTelephone: { value: fitted.demand.minutesByTelephone, unit: "minutes: mean, standard deviation", grade: "B", source: "as GPs; 5.3 minutes in 2013-14 (PMC5701995) is superseded", meaning: "Consultation by telephone" },
  minutesOnline: { value: fitted.demand.minutesOnline, unit: "minutes: mean, standard deviation", grade: "assumption", source: "as GPs", meaning: "Consultation by video or online message" },
  minutesAtHome: { value: [32, 12], unit: "minutes: mean, standard deviation", grade: "assumption", source: "no figure found; travel included", meaning: "Home visit" },
  callMinutes: { value: [0.231, 0.359, 0.332, 0.079], unit: "share under 1, 1-2, 2-5, 5-12 minutes", grade: "A", source: CBT, meaning: "Length of answered calls" },
} as const satisfies Record<string, Default>;
