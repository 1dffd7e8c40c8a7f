import type { PublishedFigure } from "./published-figure.js";

const COSTMOS = "NICE COSTmos";
const GP_COSTS = `${COSTMOS}, unit_costs_hsc_gp.rda (PSSRU 2025, table 9.4.2)`;
const NO_COSTS = "only hours of work are priced";

/** What things cost, what becomes of patients in other services, what is owed to practices and what would help them. */
export const publishedElsewhere: readonly PublishedFigure[] = [
  {
    group: "cost", parameter: "GP 10-min consult incl/excl qualification", value: "48/40", unit: "GBP", year: "2025", source: GP_COSTS, grade: "A",
    unused: `${NO_COSTS}; it would price a consultation lost or held again`,
  },
  {
    group: "cost", parameter: "GP hour patient contact incl/excl qualification", value: "285/239", unit: "GBP", year: "2025", source: GP_COSTS, grade: "A",
    usedIn: { "src/facts/defaults-cost.ts": "239 pounds an hour of patient contact, qualification excluded" },
  },
  {
    group: "cost", parameter: "GP practice nurse working hour excl/incl qualification", value: "50/57", unit: "GBP", year: "2025", source: `${COSTMOS}, unit_costs_hsc_gp_nurse.rda`, grade: "A",
    usedIn: { "src/facts/defaults-cost.ts": "value: 50, unit: \"pounds a working hour\", grade: \"A\"" },
  },
  {
    group: "cost", parameter: "Band 4 staff hour (upper proxy for receptionist)", value: "42", unit: "GBP", year: "2025", source: `${COSTMOS}, unit_costs_hsc_community_hcp.rda`, grade: "C",
    usedIn: { "src/facts/defaults-cost.ts": "below 42 pounds of band 4" },
  },
  {
    group: "cost", parameter: "A&E attendance mean over VB01Z-VB99Z", value: "280.17", unit: "GBP", year: "2024/25", source: `${COSTMOS}, ncc.rda, weighted by activity`, grade: "A",
    unused: `${NO_COSTS}; it would price patients who turn to A&E, at most`,
  },
  {
    group: "cost", parameter: "A&E VB11Z no investigation", value: "126.76", unit: "GBP", year: "2024/25", source: `${COSTMOS}, ncc.rda, weighted by activity`, grade: "A",
    unused: `${NO_COSTS}; it would price patients who turn to A&E with what a GP could have dealt with`,
  },
  {
    group: "cost", parameter: "NHS 111 call", value: "8", unit: "GBP", year: "c.2014", source: "PERMSS, BMJ Open, table of costs", grade: "D",
    unused: `${NO_COSTS}; it would price calls to NHS 111`,
  },
  {
    group: "cost", parameter: "ambulance conveyed A&E; see&treat", value: "459; 327", unit: "GBP", year: "2023/24", source: "The King's Fund, by selfcareforum.org", grade: "B",
    unused: `${NO_COSTS}, nor ambulances; it would price those who call 999`,
  },
  {
    group: "substitution", parameter: "111 calls per year; share to primary care disposition", value: "16650745; 0.48", unit: "calls", year: "2021", source: "PMC11216596", grade: "A",
    usedBy: ["overflow.callRate111", "response.sentBackShare"],
  },
  {
    group: "substitution", parameter: "first interaction is primary care; within timeframe", value: "0.476; 0.58", unit: "fraction", year: "2021", source: "PMC11216596", grade: "A",
    usedBy: ["response.sentBackShare", "response.sentBackSoonShare"],
  },
  {
    group: "substitution", parameter: "last contact led to 999/A&E after GP contact failure", value: "0.006", unit: "fraction", year: "2024", source: "Office for National Statistics and NHS England, by the press", grade: "C",
    unused: "a share of all who were asked, not of those who failed; with figures for the other ways out it would replace the shares assumed in care.turnedAway",
  },
  {
    group: "substitution", parameter: "practice could not help that day", value: "0.053", unit: "fraction", year: "2024", source: "Office for National Statistics and NHS England", grade: "A",
    unused: "contacts and needs are not asked for in the same words; it would check how many same-day needs find no slot on ordinary days",
  },
  {
    group: "sla", parameter: "GPIT availability support hours 06:30-20:30; permitted downtime 31-day month", value: "0.999; 26", unit: "fraction; minutes", year: "2019-",
    source: "GP IT Futures, service levels, gpitbjss.atlassian.net, page 1949925787", grade: "A",
    usedIn: { "src/outcomes/availability.ts": "99.9%", "tests/outcomes/availability.test.ts": "26 minutes" },
  },
  {
    group: "measure", parameter: "4G/5G failover; trigger", value: "20-40; 5-15", unit: "GBP/month; s", year: "2025", source: "telexico.com, a vendor", grade: "D",
    unused: "options are not compared yet; it would price a second line to the internet, and time its taking over",
  },
];
