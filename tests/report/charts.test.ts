import { describe, expect, test } from "vitest";
import type { ResultDocument } from "../../src/result/document.js";
import { colours, sizes, type ChartSpec } from "../../src/report/charts/frame.js";
import { charts, type ChartName } from "../../src/report/charts/index.js";
import { textWidth } from "../../src/report/charts/width.js";
import { escaped } from "../../src/report/html.js";
import { drawings, render } from "../../src/report/render.js";
import { beyondHorizon, fixture, hostile, unaffected } from "./fixture.js";

/** Those that every result has; the others are asked the same in catalogue.test.ts. */
const names = ["timeline", "disrupted", "backlog", "queues", "recovery", "workload"] as const satisfies readonly ChartName[];

function titleOf(spec: ChartSpec): string[] {
  return (spec.title as { text: string[] }).text;
}

/** A layer of a specification, as far as tests look at it. */
interface Drawn {
  readonly data?: { readonly values: readonly { readonly day: number }[] };
  readonly mark: { readonly text?: readonly string[]; readonly align?: string; readonly dx?: number };
  readonly encoding: Readonly<Record<"x" | "y", { readonly scale: { readonly domain: number[] } }>>;
}

/** As Vega writes text: quotes stay. */
function inSvg(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

describe.each([["an ordinary result", fixture()], ["no recovery by the horizon", beyondHorizon()], ["hostile texts", hostile()]])("%s", (_, document) => {
  test.each(names)("%s is drawn in both widths, with its title, and with no number missing", async (name) => {
    for (const layout of ["wide", "narrow"] as const) {
      const spec = charts[name](document, layout)!;
      const svg = await render(spec);
      expect(svg).toMatch(/^<svg [^>]*role="img"/);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
      for (const line of titleOf(spec)) expect(svg).toContain(inSvg(line));
      // In full, after the title where it does not begin with it.
      expect(/aria-label="([^"]*)"/.exec(svg)![1]!.endsWith(escaped(spec.description))).toBe(true);
      const width = Number(/<svg [^>]*width="([\d.]+)"/.exec(svg)![1]);
      expect(width).toBeLessThanOrEqual(sizes[layout].total);
    }
  });
});

test("an unaffected run has nothing to draw", async () => {
  expect(await drawings(unaffected())).toEqual([]);
});

test("a result without rows of practices or series leaves those charts out", () => {
  const document: ResultDocument = { ...fixture(), series: [], places: fixture().places.filter(({ kind }) => kind === "region") };
  expect(names.filter((name) => charts[name](document) === undefined)).toEqual(["backlog", "queues", "recovery"]);
});

test("the same result gives the same bytes, whatever was drawn before", async () => {
  const first = await drawings(fixture());
  await drawings(beyondHorizon());
  expect(await drawings(fixture())).toEqual(first);
});

test("markup in names stays text", async () => {
  for (const { svg, narrow } of await drawings(hostile())) {
    // A mark has a title, written by this program.
    expect((svg + narrow).replace(/<title>[^<]*<\/title>/g, "")).not.toMatch(/<script|<img|<\/style|<\/title|<b>/i);
  }
});

test.each([
  ["disrupted", "about 2,630 on Monday 20 March alone"],
  ["backlog", "Open work peaks on Monday 20 March; nine in ten practices are back to normal by 5 April 2023"],
  // Patients not yet seen are so a day after nine in ten practices are: that belongs to the last tenth, and is not told.
  ["queues", "Paper notes are close to normal after 28 March 2023; other tasks after 30 March 2023"],
  ["recovery", "within 7.2 working days of the return of systems, and nine in ten within 12 working days"],
  ["workload", "the most fall to GPs; over all staff the most go into typing notes in"],
  ["timeline", "5 of 6 services are lost from 08:05 on Thursday 16 March, for about 4 days"],
] as const)("the title of %s says what was found", (name, finding) => {
  expect(titleOf(charts[name](fixture())!).join(" ")).toContain(finding);
});

test("beyond the horizon the titles say so", () => {
  expect(titleOf(charts.backlog(beyondHorizon())!).join(" ")).toContain("half of the practices or more are not back to normal by 11 May 2023");
  expect(titleOf(charts.queues(beyondHorizon())!).join(" ")).toContain("; half of the practices or more are not back to normal by 11 May 2023");
  expect(titleOf(charts.recovery(beyondHorizon())!).join(" ")).toContain("Half of the affected practices or more are not back to normal by 11 May 2023, the end of the simulated time");
});

test("a queue is close to normal after the last working day on which it exceeds 5% of an ordinary day at every practice hit", () => {
  const base = fixture();
  const withNotes = (levels: Readonly<Record<number, number>>): ResultDocument => ({
    ...base, window: { ...base.window, recovered: "2023-05-10T18:00" },
    series: base.series.map((series) => {
      if (series.part !== "excess:notes" || series.stepMinutes !== 60) return series;
      const mean = series.mean.map((_, hour) => levels[Math.floor(hour / 24)] ?? 0);
      return { ...series, mean, low: mean, high: mean };
    }),
  });
  const title = (levels: Readonly<Record<number, number>>): string => titleOf(charts.queues(withNotes(levels))!).join(" ");
  // Of 12 practices: 0.6 practice-days. Day 0 is Thursday 16 March 2023, days 2 and 3 a weekend, days 22 to 25 Easter.
  expect(title({ 0: 10, 1: 0.7, 4: 0.5 })).toContain("Paper notes are close to normal after 17 March 2023");
  expect(title({ 0: 10, 1: 0.5, 2: 5 })).toContain("Paper notes are close to normal after 16 March 2023");
  expect(title({ 0: 10, 21: 0.7, 24: 9 })).toContain("paper notes and patients not yet seen after 6 April 2023");
  // Never above it on a working day: nothing to tell.
  expect(title({ 0: 0.5, 2: 5 })).not.toMatch(/paper notes/i);
  // Still there on the last day simulated: nobody saw the end of it, which is told where nobody saw practices recover either.
  expect(title({ 0: 10, 55: 0.7 })).not.toMatch(/paper notes/i);
  const late = titleOf(charts.queues({ ...withNotes({ 0: 10, 55: 0.7 }), outcomes: beyondHorizon().outcomes })!).join(" ");
  expect(late).toContain("paper notes are not close to normal by 11 May 2023; half of the practices or more are not back to normal by 11 May 2023");
});

test("queues that all stay close to normal are not drawn", () => {
  const base = fixture();
  const series = base.series.map((each) => (each.part.startsWith("excess") ? { ...each, mean: each.mean.map((value) => value / 100) } : each));
  expect(charts.queues({ ...base, series })).toBeUndefined();
});

test("several outages have no single return to normal: titles tell how high work rises, and no mark says when it is over", () => {
  const base = fixture();
  const [first] = base.incidents;
  const again = { ...first!, began: { median: "2023-04-17T08:00", least: "2023-04-17T08:00", most: "2023-04-17T08:00" } };
  const several = { ...base, incidents: [first!, again] };
  expect(titleOf(charts.backlog(several)!).join(" ")).toBe("Open work is furthest above normal on Monday 20 March, by about 31 practice-days");
  expect(titleOf(charts.queues(several)!).join(" ")).toMatch(/^Of what waits, .* rise most: at most about [\d.]+ practice-days more than usual, on 20 March 2023$/);
  for (const name of ["backlog", "queues"] as const) expect(JSON.stringify(charts[name](several))).not.toMatch(/back to normal|close to normal|Nine in ten|last working day/);
});

test("what does not share every step stands in a bar of its own", () => {
  const base = fixture();
  const late = base.timeline.map((row) => (row.what === "docman" ? { ...row, steps: row.steps.map((step, index) => (index === 1 ? { ...step, at: "2023-03-20T18:00" } : step)) } : row));
  const bars = (rows: ResultDocument["timeline"]): string[] => charts.timeline({ ...base, timeline: rows })!.description.split(". ")[1]!.split("; ").map((bar) => bar.split(":")[0]!);
  expect(bars(base.timeline)).toEqual([
    "EMIS Web, Electronic prescription service, Docman, Accurx and Email", "Telephones", "See records, Write records, Book appointments and Prescribe electronically", "Telephone",
  ]);
  expect(bars(late)).toContain("Docman");
  expect(bars(late)).toContain("EMIS Web, Electronic prescription service, Accurx and Email");
});

test("every affected practice stands in one bar", () => {
  const { description } = charts.recovery(beyondHorizon())!;
  const counts = [...description.matchAll(/: (\d+) practices?/g)].map(([, count]) => Number(count));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
});

test("a short outage is told in hours, not in days", () => {
  const base = fixture();
  const steps = [0, 1].map((hour) => ({ at: `2023-03-16T${hour === 0 ? "10:00" : "14:00"}`, level: hour, slowness: 1 }));
  const spec = charts.timeline({ ...base, timeline: base.timeline.map((row) => ({ ...row, steps })) })!;
  expect(titleOf(spec).join(" ")).toContain("6 services are lost from 10:00 on Thursday 16 March, for 4 hours");
  expect(JSON.stringify(spec)).toContain("12:00");
});

describe("the title of the timeline", () => {
  const base = fixture();
  const practices = { all: 6169, users: 3601, hit: 3601 };
  const row = { ...base.timeline[0]!, practices, hours: 3, lowest: 0 };
  const stepsOf = (...steps: readonly (readonly [at: string, level: number])[]) => steps.map(([at, level]) => ({ at: `2023-03-${at}`, level, slowness: 1 }));
  const titleFor = (...rows: readonly (typeof row)[]): string => titleOf(charts.timeline({ ...base, incidents: [], timeline: rows })!).join(" ");

  test("says at how many practices it is lost, and when they have it back", () => {
    expect(titleFor({ ...row, steps: stepsOf(["16T09:00", 0], ["16T13:00", 1]) })).toBe("EMIS Web is lost at 3,601 of 6,169 practices from 09:00 on Thursday 16 March, for 4 hours");
    const bitByBit = stepsOf(["16T05:09", 0], ["16T13:00", 0.1], ["16T20:00", 0.5], ["17T08:00", 0.9], ["20T13:00", 1]);
    expect(titleFor({ ...row, steps: bitByBit })).toBe("EMIS Web is lost at 3,601 of 6,169 practices from 05:09 on Thursday 16 March; half have it back by 20:00, the last at 13:00 on Monday 20 March");
  });

  test("is about records before all else, however long that is away; common nouns are written as such, and what works for some is partly lost", () => {
    const pharmacies = { ...row, what: "pharmacy-systems", label: "Community pharmacies' systems", practices: { all: 6169, users: 6169, hit: 6169 }, hours: 30, lowest: 0.3, steps: stepsOf(["16T05:00", 0.3], ["17T05:00", 1]) };
    expect(titleFor(pharmacies, { ...row, steps: stepsOf(["16T09:00", 0], ["16T10:00", 1]) })).toContain("EMIS Web is lost");
    expect(titleFor(pharmacies)).toBe("Community pharmacies' systems are partly lost at all 6,169 practices from 05:00 on Thursday 16 March, for 24 hours");
  });

  test("counts how often it comes and goes, and for how long in all", () => {
    const twice = stepsOf(["16T08:00", 0], ["16T08:30", 1], ["16T09:00", 0], ["16T09:45", 1]);
    expect(titleFor({ ...row, hours: 1.25, steps: twice })).toContain("from 08:00 on Thursday 16 March, twice, for 75 minutes in all");
    // Others at another time: nobody lacks it for as long as both together.
    const inTurns = twice.map((step) => ({ ...step, level: Math.max(0.4, step.level) }));
    expect(titleFor({ ...row, hours: 1.25, steps: inTurns })).toContain("twice, for 75 minutes in all at the average practice hit");
    const incidents = [{ ...base.incidents[0]!, times: { mean: 338, least: 331, most: 344 } }];
    expect(titleOf(charts.timeline({ ...base, incidents, timeline: [{ ...row, steps: inTurns }] })!).join(" ")).toContain("practices again and again from Thursday 16 March on, for 3 hours in all");
  });
});

test("the timeline shows everywhere, or the one region that is hit; in a gradual return it shows tenths, not every practice", () => {
  const base = fixture();
  const places = [...base.places, { code: "QNC", kind: "region" as const, name: "Staffordshire", parent: null, patients: 1 }];
  const steps = Array.from({ length: 100 }, (_, minute) => ({ at: `2023-03-16T${String(10 + Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`, level: (minute + 1) / 100, slowness: 1 }));
  const row = (where: string) => ({ ...base.timeline[0]!, where, steps });
  const typical = { replication: 3, differ: true, practices: { all: 6169, hit: 3601 }, hours: 3 };
  const subtitle = (...where: readonly string[]): string => (charts.timeline({ ...base, places, typical, timeline: where.map(row) })!.title as { subtitle: string[] }).subtitle.join(" ");
  expect(subtitle("all", "QKS", "QNC")).toContain("All 6,169 practices. What stands above a bar is lost and comes back together. Shown is a typical simulated");
  expect(subtitle("all", "QNC")).toContain("Staffordshire. What");
  const { description } = charts.timeline({ ...base, places, typical, timeline: [row("all"), row("QKS"), row("QNC")] })!;
  expect(description.match(/\d+% have it/g)!.length).toBeLessThanOrEqual(11);
});

test("work is never said to be back to normal before it peaks, and a peak that recovery would not notice is none", () => {
  const base = fixture();
  const early = { ...base, window: { ...base.window, recovered: "2023-03-17T10:00" } };
  expect(titleOf(charts.backlog(early)!).join(" ")).toBe("Open work is furthest above normal on Monday 20 March, by about 31 practice-days");
  const twin = base.series.find(({ id, part, arm, where }) => id === "backlog" && part === "all" && arm === "none" && where === "QKS")!;
  // A hundredth of it: 0.3 practice-days, and 12 practices may have 0.6 more than usual.
  const slight = base.series.map((series) => {
    if (series.id !== "backlog" || series.part !== "all" || series.arm !== "outage" || series.where !== "QKS") return series;
    return { ...series, mean: series.mean.map((value, step) => twin.mean[step]! + (value - twin.mean[step]!) / 100) };
  });
  expect(charts.queues({ ...base, series: slight })).toBeUndefined();
  expect(titleOf(charts.backlog({ ...base, series: slight })!).join(" ")).toBe("Open work stays close to normal: at most about 0.31 practice-days more, on Monday 20 March");
});

test("the date in the title belongs to what the answer says, and never stands against it", () => {
  const base = fixture();
  const title = (document: ResultDocument): string => titleOf(charts.backlog(document)!).join(" ");
  const withRecovery = (p50: number | null, p90: number | null): ResultDocument["outcomes"] => base.outcomes.map((row) => (row.id === "backlogRecovery" ? { ...row, p50, p90 } : row));
  // Whatever date an earlier version of the product wrote.
  expect(title({ ...base, outcomes: withRecovery(7.2, null) })).toContain("; fewer than nine in ten practices are back to normal by 11 May 2023");
  expect(title({ ...base, window: { ...base.window, recovered: null } })).toContain("; nine in ten practices are back to normal within 12 working days of the return of systems");
  expect(title({ ...base, window: { ...base.window, recovered: null }, outcomes: withRecovery(0, 0) })).toContain("; nine in ten practices are back to normal when systems return");
  const one = { ...base, places: base.places.filter(({ kind, code }) => kind !== "practice" || code === base.places.find((place) => place.kind === "practice")!.code) };
  expect(title(one)).toContain("; the affected practice is back to normal by 5 April 2023");
});

test.each(["wide", "narrow"] as const)("the name of a curve stays within a %s chart, wherever its peak lies", (layout) => {
  const base = fixture();
  // Two curves that lie on each other and share one name, the longest there is.
  const withPeak = (share: number): ResultDocument => ({
    ...base, window: { ...base.window, recovered: null },
    series: base.series.map((series) => {
      const mean = series.mean.map((_, step) => (series.arm === "outage" && step === Math.floor(share * (series.mean.length - 1)) ? 1010 : 1000));
      return series.id === "backlog" && series.part === "all" ? { ...series, mean, low: mean, high: mean } : series;
    }),
  });
  for (const share of [0, 0.2, 0.4, 0.5, 0.6, 0.8, 1]) {
    const { width, layer } = (charts.backlog(withPeak(share), layout) as unknown as { vconcat: [{ width: number; layer: Drawn[] }] }).vconcat[0];
    const name = layer.find(({ mark }) => String(mark.text).startsWith("With the outage"))!;
    const at = (name.data!.values[0]!.day / name.encoding.x.scale.domain[1]!) * width + name.mark.dx!;
    // Arial's bold letters are a tenth wider than its others.
    const long = Math.max(...name.mark.text!.map((line) => textWidth(line, sizes[layout].text))) * 1.1;
    expect(name.mark.text!.join(" ")).toBe("With the outage; dashed: without it");
    expect(name.mark.align === "right" ? at - long : at).toBeGreaterThanOrEqual(0);
    expect(name.mark.align === "right" ? at : at + long).toBeLessThanOrEqual(width);
  }
});

test("no interval of what cannot be less than nothing reaches below the axis", () => {
  const document = fixture();
  const wide = { ...document, outcomes: document.outcomes.map((row) => (row.id === "appointmentsDisrupted" && row.low !== null ? { ...row, low: -row.low } : row)) };
  const [panel] = (charts.disrupted(wide)! as unknown as { vconcat: readonly { data: { values: readonly { low: number }[] } }[] }).vconcat;
  expect(panel!.data.values.length).toBeGreaterThan(0);
  expect(Math.min(...panel!.data.values.map(({ low }) => low))).toBe(0);
});

test("days with fewer than without the outage have room below the axis", () => {
  const base = fixture();
  const outcomes = base.outcomes.map((row) => (row.id === "requestsDeclined" && row.part === "day:2023-03-17" ? { ...row, mean: -900, low: -1000, high: -800 } : row));
  const domains = (document: ResultDocument): number[][] =>
    (charts.disrupted(document) as unknown as { vconcat: { layer?: Drawn[] }[] }).vconcat.flatMap(({ layer }) => (layer === undefined ? [] : [layer[0]!.encoding.y.scale.domain]));
  expect(new Set(domains(base).map(([low]) => low))).toEqual(new Set([0]));
  for (const [low] of domains({ ...base, outcomes })) expect(low).toBeLessThan(-1000);
});

test("colours that stand side by side differ in grey", () => {
  const luminance = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const contrast = (one: string, other: string): number => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };
  // Bars of loss and of slowness; writing on white.
  expect(contrast(colours.blue, colours.orange)).toBeGreaterThan(2);
  expect(contrast(colours.grey, "#FFFFFF")).toBeGreaterThan(4.5);
  expect(contrast(colours.blue, "#FFFFFF")).toBeGreaterThan(4.5);
});

test.each(names)("the specification of %s is the committed one", async (name) => {
  // Long data are cut: what the curve looks like is told by its first points.
  const text = JSON.stringify(charts[name](fixture()), (key, value: unknown) => (key === "values" && Array.isArray(value) && value.length > 60 ? value.slice(0, 5) : value), 1);
  await expect(`${text}\n`).toMatchFileSnapshot(`specs/${name}.vl.json`);
});
