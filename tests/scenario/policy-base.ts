/** A scenario of two ICBs and four weeks, from Monday 13 March 2023, with an incident in line 7 and these lines from line 8 on. */
export const policies = (...lines: readonly string[]): string => `question: What would it do?
name: base
calendar: {start: 2023-03-13, days: 28}
estate: {generate: {region: [QKS, QNC]}}
experiment: {replications: 10}
incidents:
  - {name: phones, component: cloud-telephony, at: 2023-03-16 08:00, for: 4h}
${lines.map((line) => `${line}\n`).join("")}`;

/** Those entries of a section, each on one line, from column 5. */
export const section = (name: "directives" | "habits", ...entries: readonly string[]): string[] => [`${name}:`, ...entries.map((entry) => `  - ${entry}`)];
