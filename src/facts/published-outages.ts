import type { PublishedFigure } from "./published-figure.js";

const HOSPITALS = "of hospitals";

/** What outages did, there and elsewhere, and how they went. */
export const publishedOutages: readonly PublishedFigure[] = [
  {
    group: "downtime", parameter: "manual minutes per minute of downtime (plus update time)", value: "2.15", unit: "ratio", year: "2011", source: "AC Group, by marketwired.com; paid for by a vendor", grade: "D",
    usedBy: ["response.paperMultiplier", "response.entryShare"],
  },
  {
    group: "downtime", parameter: "downtime cost per physician-hour", value: "488 (2011); 634 (2017)", unit: "USD", year: "", source: "fortherecordmag.com; fabertranscription.com", grade: "D",
    unused: "costs are not counted yet, and American prices are not England's; it would tell in what region a price of an hour may lie",
  },
  {
    group: "downtime", parameter: "lab result delay", value: "+62%", unit: "ratio", year: "2019", source: "PMC6620179", grade: "A",
    unused: `${HOSPITALS}; in practices results wait until they can be seen again; it would tell how much longer they take where laboratories report on paper`,
  },
  {
    group: "downtime", parameter: "ED LOS increase", value: "19 / 76 / ~0", unit: "minutes", year: "2019", source: "Frontiers in Public Health, fpubh.2019.00267", grade: "A",
    unused: `${HOSPITALS}; it would tell what an outage of their own does to emergency departments that patients turn to`,
  },
  {
    group: "downtime", parameter: "episode length", value: "4.8 (sd 2.7)", unit: "hours", year: "2016-17", source: "Qatar Medical Journal, qmj.2020.20", grade: "B",
    unused: "of one health system abroad; lengths of small outages in scenarios/ordinary-year.yaml are assumed shorter; it would tell how long larger ones last",
  },
  {
    group: "downtime", parameter: "OR duration ratio; LOS ratio", value: "1.10; 1.04", unit: "ratio", year: "2019", source: "doi 10.1093/jamia/ocz029", grade: "A",
    unused: `${HOSPITALS}, of operations and stays; it would bound response.paperMultiplier from below`,
  },
  {
    group: "downtime", parameter: "downtime incidents where procedures worked", value: "0.276", unit: "fraction", year: "2018", source: "PMC7647128", grade: "A",
    usedBy: ["response.planShare"],
  },
  {
    group: "downtime", parameter: "health-IT failure harm no/low/moderate/severe/death", value: "2106/331/102/14/4 of 2557", unit: "count", year: "2019", source: "Lancet Digital Health, S2589-7500(19)30057-3", grade: "A",
    unused: "exposures are counted, not harm; of incidents that were reported it would tell how grave they were, and nothing of how often an exposure harms",
  },
  {
    group: "downtime", parameter: "back-entry: days of entry per day of downtime (Adastra estimate)", value: "7", unit: "ratio", year: "2022", source: "Daily Telegraph, 31 August 2022, by pressreader.com", grade: "C",
    unused: "a forecast, of out-of-hours services; days of entry come out of response.entryShare and of the time staff have; it would check them",
  },
  {
    group: "outage", parameter: "EMIS / SystmOne outages per practice-month", value: "2.19 / 0.94", unit: "per month", year: "2023", source: "Pulse, survey of GPs on IT outages, June 2023", grade: "B",
    usedIn: { "scenarios/ordinary-year.yaml": "EMIS Web 2.19 times a month and SystmOne 0.94 times a month", "tests/incidents/ordinary-year.test.ts": "2.19" },
  },
  {
    group: "outage", parameter: "CrowdStrike push; fix", value: "04:09; 05:27", unit: "UTC", year: "2024", source: "inforisktoday.eu, article 25827", grade: "A",
    usedIn: { "scenarios/crowdstrike-2024.yaml": "05:09 local time" },
    unused: "of the second: EMIS Web came back with the computers that hosted it, not with the withdrawal",
  },
  {
    group: "outage", parameter: "CrowdStrike systems fixed Fri night; Mon evening; 29 July", value: "0.89; 0.93; ~0.99", unit: "fraction", year: "2024",
    source: "inforisktoday.eu; nogosee.com, after CrowdStrike's analysis of the causes", grade: "B",
    usedIn: { "scenarios/crowdstrike-2024.yaml": "89 in 100 were back by Friday night and 93 by Monday" },
    unused: "of the third: every practice in the scenario is back by Monday; it would tell of a last computer in a hundred",
  },
  {
    group: "outage", parameter: "manual endpoint fix PC (barcode-assisted); server", value: "3-5; 20", unit: "minutes", year: "2024", source: "The Register, by britishft.com", grade: "B",
    usedIn: { "docs/incidents.md": "each: 3m to 5m" },
    unused: "of servers: those of practices are not mended by crews in any scenario here",
  },
  {
    group: "outage", parameter: "US hospitals hit; restored <6 h", value: "0.34; 0.58", unit: "fraction", year: "2024", source: "PMC12276631; itmagazine.com", grade: "A",
    unused: `${HOSPITALS} abroad; in England practices were hit with the hosting of EMIS Web; it would tell how fast large organisations mend their own`,
  },
  {
    group: "outage", parameter: "Synnovis capacity wk1/wk3/wk4", value: "0.10/0.45/0.54", unit: "fraction", year: "2024", source: "publictechnology.net, 10 July 2024", grade: "A",
    unused: "no scenario here takes a laboratory down; it would tell how its results come back over weeks",
  },
];
