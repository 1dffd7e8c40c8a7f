/** A scenario of two ICBs and four weeks, from Monday 13 March 2023, with these incidents: each on one line, in line 8 and after, from column 5. */
export const incidents = (...written: readonly string[]): string => `question: What would it do?
name: base
calendar: {start: 2023-03-13, days: 28}
estate: {generate: {region: [QKS, QNC]}}
experiment: {replications: 10}

incidents:
${written.map((incident) => `  - ${incident.replace(/\n\s*/g, " ")}\n`).join("")}`;
