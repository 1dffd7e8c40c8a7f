import type { Default } from "./default.js";

const none = "no figure found";

/** What happens to those whom practices could not help: NHS 111, urgent treatment and A&E, community pharmacies. */
export const overflowDefaults = {
  callRate111: {
    value: 0.72, unit: "calls per 1,000 patients and day", grade: "B", source: "16.65 million calls to NHS 111 in 2021 (PMC11216596), over 63 million registered patients",
    meaning: "Calls to NHS 111, those of patients whom practices could not help among them",
  },
  callsByDay111: {
    value: [0.87, 0.83, 0.82, 0.83, 0.9, 1.42, 1.33],
    unit: "index, Monday to Sunday", grade: "assumption", source: "weekends are known to be the busiest; bank holidays are taken to be as Sundays",
    meaning: "Calls to NHS 111 by day of the week",
  },
  callsByHour111: {
    value: [2.2, 1.7, 1.4, 1.2, 1.2, 1.5, 2.5, 4.2, 4.6, 4.4, 4.2, 4, 3.9, 3.9, 4, 4.4, 5.1, 6.4, 8.4, 8.3, 7.2, 6, 5.2, 4.1], unit: "% by hour, from midnight", grade: "assumption",
    source: "low while practices are open, highest when they have closed", meaning: "Calls to NHS 111 on days on which practices are open",
  },
  callsByHour111Closed: {
    value: [2, 1.6, 1.3, 1.1, 1.1, 1.5, 2.7, 4.8, 6.8, 7.4, 7.2, 6.6, 6, 5.6, 5.3, 5.2, 5.2, 5.3, 5.3, 4.9, 4.3, 3.7, 2.9, 2.2],
    unit: "% by hour, from midnight", grade: "assumption",
    source: "highest in the morning", meaning: "The same at weekends and on bank holidays",
  },
  minutes111: {
    value: [15, 9], unit: "minutes: mean, standard deviation", grade: "B",
    source: "NHS England, NHS 111 minimum data set, 2014 and 2015: mean length of a call 15 minutes; the deviation is assumed",
    meaning: "Time that a call to NHS 111 takes of its staff",
  },
  occupancy111: {
    value: 0.88, unit: "share", grade: "assumption",
    source: "gives three to four calls in a hundred abandoned where two million patients share it; NHS England published 1.8 in a hundred for 2014-15",
    meaning: "Busy share of NHS 111's staff for which every hour of an ordinary week is staffed",
  },
  patience111: { value: 15, unit: "minutes", grade: "assumption", source: none, meaning: "Mean patience of callers of NHS 111 (exponential)" },
  attendanceRate: {
    value: 1.19, unit: "attendances per 1,000 patients and day", grade: "A", source: "NHS England: 27.4 million attendances in 2024, of all types, over 63 million registered patients",
    meaning: "Attendances at urgent treatment centres and A&E, those of patients whom practices could not help among them",
  },
  attendancesByDay: {
    value: [1.1, 1.02, 0.99, 0.98, 0.97, 0.96, 0.98], unit: "index, Monday to Sunday", grade: "assumption", source: "Mondays are known to be the busiest",
    meaning: "Attendances by day of the week",
  },
  attendancesByHour: {
    value: [2.2, 1.8, 1.5, 1.3, 1.2, 1.4, 1.9, 3.2, 5.2, 6.6, 7.1, 7, 6.6, 6.2, 6, 5.8, 5.8, 5.8, 5.7, 5.2, 4.5, 3.7, 2.6, 1.7],
    unit: "% by hour, from midnight", grade: "assumption",
    source: "highest in the late morning", meaning: "Attendances by time of day",
  },
  attendanceMinutes: {
    value: [60, 45], unit: "minutes: mean, standard deviation", grade: "assumption", source: none,
    meaning: "Time that an attendance takes of a clinician and a place",
  },
  attendanceOccupancy: {
    value: 0.97, unit: "share", grade: "assumption", source: "services that are known to be short of capacity",
    meaning: "Busy share of these for which every hour of an ordinary week is staffed",
  },
  attendancePatience: {
    value: 600, unit: "minutes", grade: "assumption", source: "a few patients in a hundred leave before they are seen",
    meaning: "Mean patience of those who wait to be seen (exponential)",
  },
  itemRate: {
    value: 65, unit: "items per 1,000 patients and working day", grade: "B", source: "1.04 billion items a year, NHS Digital 2021/22, over 253 working days and 63 million patients",
    meaning: "Prescribed items that reach pharmacies from practices that are not simulated; the others' are counted",
  },
  itemsPerPrescription: {
    value: [2.3, 1.3], unit: "items of a repeat prescription, of one that a consultation ends with", grade: "assumption", source: none,
    meaning: "Items on a prescription",
  },
  pharmacyHours: { value: [540, 1110], unit: "minutes after midnight", grade: "assumption", range: { fixed: "times of day" }, source: "09:00 to 18:30", meaning: "When pharmacies dispense" },
  pharmacyDays: {
    value: [1, 1, 1, 1, 1, 0.5, 0.1], unit: "share of a weekday's capacity, Monday to Sunday", grade: "assumption", source: "bank holidays as Sundays",
    meaning: "What pharmacies can dispense by day of the week",
  },
  pharmacyMargin: {
    value: 0.15, unit: "share", grade: "assumption", source: "no source: it decides how fast pharmacies catch up",
    meaning: "What pharmacies can dispense on a weekday above the items of a mean working day",
  },
  paperItemFactor: {
    value: 1.5, unit: "factor", grade: "assumption", source: none,
    meaning: "Work for an item on a prescription written by hand, which has to be read and typed, over that for one that is sent",
  },
  visitItems: {
    value: 4, unit: "items", grade: "assumption", source: "ten minutes with a pharmacist, against two and a half an item",
    meaning: "Work for a patient who comes to a pharmacy instead of the practice",
  },
  shortShare: { value: 0.05, unit: "share of items", grade: "assumption", source: none, meaning: "Items that a pharmacy which got no delivery does not have on the shelf" },
  deliveryMinutes: {
    value: 1440, unit: "minutes", grade: "assumption", source: "orders of one day come on the next",
    meaning: "Time from a pharmacy's order to the delivery; while its systems are down it orders nothing",
  },
  teamItems: {
    value: 1.2, unit: "items per 1,000 patients served and working day", grade: "assumption",
    source: "a twentieth of the appointments of general practice; no figure found for teams that serve many practices",
    meaning: "Work that comes to a team that serves many practices: appointments and tasks",
  },
  teamAppointments: {
    value: 0.6, unit: "share", grade: "assumption", source: none,
    meaning: "Items of a team that are appointments, put off to the next day where the record cannot be reached; the rest are tasks, which wait until it can",
  },
  teamItemMinutes: { value: [25, 12], unit: "minutes: mean, standard deviation", grade: "assumption", source: none, meaning: "Time that an item takes of one of the team" },
  teamRecords: {
    value: 1, unit: "share", grade: "assumption", source: "a team that serves 40 practices was stopped by failures of their clinical system (press, 2023)",
    meaning: "Items of a team that lie in the record of the patient's own practice",
  },
  teamHours: {
    value: [510, 1050], unit: "minutes after midnight", grade: "assumption", range: { fixed: "times of day" }, source: "08:30 to 17:30",
    meaning: "When teams that serve many practices, and hubs, are open on working days",
  },
  teamOccupancy: {
    value: 0.85, unit: "share", grade: "assumption", source: "no source: it decides how fast a team catches up",
    meaning: "Busy share of a team's people for which it is staffed, where their number is not given",
  },
} as const satisfies Record<string, Default>;
