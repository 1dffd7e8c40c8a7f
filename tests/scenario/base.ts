/** A small scenario without a mistake, for tests to spoil. */
export const base = `question: What would a morning without telephones do?
name: base
calendar: {start: 2023-03-13, days: 28}
estate: {generate: {region: QKS}}
infrastructure: {}
response: {}
incidents:
  - name: phones
    component: cloud-telephony
    where: {region: QKS}
    at: 2023-03-16 08:00
    for: 4h
    level: 0
    tail: {slowness: 1.1, fades: 1d}
experiment: {replications: 10}
hypotheses:
  - backlogRecovery p90 of practices <= 5 working days
  - consultationsWithoutRecords mean < 20000 where region QKS
`;
