/** The guide to teams and hubs holds what the language takes. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { daysOf } from "../../src/facts/days.js";
import { compile } from "../../src/scenario/compile.js";
import { hub, team } from "../../src/scenario/language-teams.js";
import { schemaAt, settingsOf } from "../../src/scenario/schema-walk.js";

const guide = readFileSync(new URL("../../docs/teams.md", import.meta.url), "utf8");
const blocks = [...guide.matchAll(/```yaml\n([^]*?)```/g)].map(([, block]) => block!);
const modelOf = async (block: string) => (await compile(`question: Does the guide hold?\nname: guide\ncalendar: {start: 2026-01-12, days: 28}\n${block}`, "guide.yaml", () => Promise.reject(new Error("no file")))).model;

test("the guide shows every setting", () => {
  const settings = [...settingsOf(team), ...settingsOf(schemaAt(team, ["logsInTo"])), ...settingsOf(hub)];
  expect(settings.length).toBeGreaterThan(15);
  expect(settings.filter((setting) => !blocks.some((block) => new RegExp(`\\b${setting}:`).test(block)))).toEqual([]);
});

test("a team of forty practices and 365,000 patients", async () => {
  const { teams, estate } = await modelOf(blocks[0]!);
  const [bromley] = teams!;
  expect(bromley).toMatchObject({ name: "Bromley team", itemsADay: 365 * 1.2, appointments: 0.6, records: 1, hours: { from: 510, to: 1050 } });
  expect(new Set(bromley!.practices).size).toBe(40);
  for (const practice of bromley!.practices) expect(estate.regions[estate.practices[practice]!.region]!.code).toBe("QKK");
  expect(bromley!.patients.reduce((sum, own) => sum + own, 0)).toBeCloseTo(365_000, 6);
  // 438 items of 25 minutes, over nine hours at 85%.
  expect(bromley!.staff).toBe(24);
});

test("what is written is what the model has", async () => {
  const [visits] = (await modelOf(blocks[1]!)).teams!;
  expect(visits).toMatchObject({ appointments: 0.7, staff: 60, hours: { from: 480, to: 1200, weekends: true }, minutes: [40, 19.2] });
  const model = await modelOf(blocks[2]!);
  expect(model.teams!.map(({ records, host, component }) => [records, host !== undefined && model.estate.practices[host]!.code, component])).toEqual([[0.8, false, undefined], [0, "QKK-001", undefined], [0.5, false, "accurx"]]);
});

test("a hub's quotas add up to its appointments on every working day", async () => {
  const { hubs, period, estate } = await modelOf(blocks[3]!);
  const [hub] = hubs!;
  expect(hub).toMatchObject({ name: "Same-day hub", hours: { from: 600, to: 1200, weekends: false }, component: "emis-web" });
  expect(hub!.practices).toEqual([...estate.practices.keys()]);
  const days = daysOf(period);
  const monday = days - 7 * 2;
  const sums = [0, 4, 5, 6].map((day) => hub!.practices.reduce((sum, _, place) => sum + hub!.quotas[place * days + monday + day]!, 0));
  expect(sums).toEqual([60, 60, 0, 0]);
});

test("of a sample the practices keep the quotas that they have in the whole", async () => {
  const [whole, sampled] = await Promise.all([modelOf(blocks[3]!), modelOf(`${blocks[3]!}  sample: 5 neighbourhoods\n`)]);
  const days = daysOf(whole.period);
  const quotaOf = ({ hubs, estate }: typeof whole, code: string): Uint16Array => {
    const place = hubs![0]!.practices.findIndex((practice) => estate.practices[practice]!.code === code);
    return hubs![0]!.quotas.subarray(place * days, (place + 1) * days);
  };
  expect(sampled.hubs![0]!.practices.length).toBe(sampled.estate.practices.length);
  for (const { code } of sampled.estate.practices) expect(quotaOf(sampled, code)).toEqual(quotaOf(whole, code));
});
