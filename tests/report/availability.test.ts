import { expect, test } from "vitest";
import { availability } from "../../src/report/charts/availability.js";
import { sizes, type ChartSpec } from "../../src/report/charts/frame.js";
import { render } from "../../src/report/render.js";
import { wholePercent } from "../../src/report/numbers.js";
import { documentOf, firewall, logIns, modelWith } from "../result/incident-builder.js";

const titleOf = (spec: ChartSpec | undefined): string => (spec!.title as { text: string[] }).text.join(" ");
const one = documentOf(modelWith([firewall]), 1).document;
const many = documentOf(modelWith([firewall, logIns]), 5).document;

test.each([["one replication", one], ["several", many]])("%s: drawn in both widths, with its title, and with no number missing", async (_, document) => {
  for (const layout of ["wide", "narrow"] as const) {
    const spec = availability(document, layout)!;
    const svg = await render(spec);
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
    for (const line of (spec.title as { text: string[] }).text) expect(svg).toContain(line);
    expect(svg).toContain("Source: simulation with Outage Lab 0.0.0, by-hand, ");
    expect(Number(/<svg [^>]*width="([\d.]+)"/.exec(svg)![1])).toBeLessThanOrEqual(sizes[layout].total);
  }
});

test("the title says who could do what, and for how long", () => {
  expect(titleOf(availability(one))).toBe("No practice in QKS can see records, write records, see the appointment list and 10 more for 4 hours from Thursday 16 March, 08:00");
  const { tail: _, ...sharp } = firewall;
  const everywhere = documentOf(modelWith([{ ...sharp, reach: {}, component: "cloud-telephony", effect: { level: 0.4, slowness: 1 } }]), 1).document;
  expect(titleOf(availability(everywhere))).toBe("At worst 40% of practices can telephone, from Thursday 16 March, 08:00");
  const slow = documentOf(modelWith([{ ...firewall, reach: {}, component: "docman", effect: { level: 1, slowness: 1.3 } }]), 1).document;
  expect(titleOf(availability(slow))).toBe("Nothing is lost, but to receive documents takes up to 30% longer, most from Thursday 16 March, 08:00");
});

test("where nothing is lost there is nothing to draw", () => {
  expect(availability(documentOf(modelWith([{ ...firewall, component: "email" }]), 1).document)).toBeUndefined();
});

test("what fares alike has one panel, and several replications a band", () => {
  const panels = (document: typeof one): number => (availability(document) as { vconcat: unknown[] }).vconcat.length - 1;
  // What needs the records, and the rest, as SystmOne is in neither incident.
  expect([panels(one), panels(many)]).toEqual([1, 2]);
  expect(JSON.stringify(availability(one))).not.toContain("\"area\"");
  expect(JSON.stringify(availability(many))).toContain("\"area\"");
});

test.each([[0, "0%"], [1e-9, "<1%"], [0.0099, "<1%"], [0.43, "43%"], [0.99, "99%"], [0.991, ">99%"], [1 - 1e-9, ">99%"], [1, "100%"]])("%d is written %s", (share, text) => {
  expect(wholePercent(share)).toBe(text);
});

test("the specification is the committed one", async () => {
  await expect(`${JSON.stringify(availability(one), null, 1)}\n`).toMatchFileSnapshot("specs/availability.vl.json");
});
