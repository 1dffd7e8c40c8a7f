/** Mistakes in the description of teams and hubs. */
import { expect, test } from "vitest";
import { check } from "../../src/scenario/check.js";

const scenario = (teams: string, hubs = "", hypotheses = ""): string => `question: What of the teams?
name: teams
calendar: {start: 2023-03-13, days: 28}
estate:
  generate: {region: QKK}
  teams: [${teams}]
  hubs: [${hubs}]
hypotheses: [${hypotheses}]
`;
const said = (text: string): string[] => check(text, "f.yaml").map(({ message, remedy }) => `${message} > ${remedy}`);
const bromley = "{name: Bromley, serves: {region: QKK}}";

test("what is right is not complained about", () => {
  expect(said(scenario(`${bromley}, {name: Lewisham, serves: {region: QKK}, practices: 40}`, "{name: Hub, serves: {region: QKK}, appointments: 40}", "teamRecovery team:Bromley mean <= 5 working days, teamItemsDelayed mean < 9"))).toEqual([]);
});

test.each<[teams: string, hubs: string, hypotheses: string, complaint: RegExp]>([
  ["{serves: {region: QKK}}", "", "", /^team 1 has no "name"\. > Add it/],
  ["{name: Bromley}", "", "", /^team "Bromley" has no "serves"/],
  ["{name: Bromley, serves: {region: QNC}}", "", "", /^the "serves" of team "Bromley" has region "QNC", and the estate has no such region\. > The estate has QKK\./],
  ["{name: Bromley, serves: {tag: x}}", "", "", /^the "serves" of team "Bromley" has tag "x", and the estate has no such tag/],
  ["{name: Bromley, serves: {region: QKK}, practices: 4000}", "", "", /^team "Bromley" serves 4000, and only \d+ can be served\. > Write \d+ or fewer/],
  ["{name: Bromley, serves: {region: QKK}, staf: 4}", "", "", /^team "Bromley" has "staf", which is not a setting here\. > Did you mean "staff"\?/],
  ["{name: Bromley, serves: {region: QKK}, hours: 18:00-08:00}", "", "", /^team "Bromley" has hours from 18:00 to 08:00, which is no time of a day/],
  ["{name: Bromley, serves: {region: QKK}, logsInTo: {records: 2}}", "", "", /has records 2/],
  ["{name: Bromley, serves: {region: QKK}, logsInTo: {practice: QKK-1001}}", "", "", /^team "Bromley" logs in as "QKK-1001", and the estate has no such practice\. > Did you mean/],
  ["{name: Bromley, serves: {region: QKK}, logsInTo: {component: emis}}", "", "", /^team "Bromley" logs in to "emis", which is not a component\. > Did you mean "emis-web"\?/],
  ["{name: Bromley, serves: {region: QKK}, logsInTo: {component: hscn}}", "", "", /^team "Bromley" logs in to "hscn", which is no service that people log in to\. > Write the id of a service, such as/],
  [`${bromley}, ${bromley}`, "", "", /^several of the teams are called "Bromley"\. > Give each a name of its own\./],
  ["", "{name: Hub, serves: {region: QKK}}", "", /^hub "Hub" has no "appointments"\. > Add it, such as appointments: 40/],
  ["", "{name: Hub, serves: {region: QKK}, appointments: 4}, {name: Other, serves: {practice: QKK-002}, appointments: 4}", "", /^hub "Other" takes in practice QKK-002, which hub "Hub" serves already\. > Let every practice have one hub\./],
  [bromley, "", "teamRecovery team:Lewisham mean <= 5", /^hypothesis 1 is about "team:Lewisham", and the estate has no such team\. > The estate has team:Bromley\./],
  ["", "", "teamRecovery mean <= 5", /^hypothesis 1 is about teams, and the estate has no such team\. > Describe the team under estate: \{teams: \.\.\.\}\./],
  [bromley, "", "teamRecovery mean <= 5 where region QKK", /^hypothesis 1 asks for teamRecovery by place, and it is kept by team/],
  [bromley, "", "teamRecovery crew mean <= 5", /team:NAME/],
])("teams [%s], hubs [%s], hypotheses [%s]", (teams, hubs, hypotheses, complaint) => {
  const complaints = said(scenario(teams, hubs, hypotheses));
  expect(complaints.length).toBe(1);
  expect(complaints[0]).toMatch(complaint);
});
