/** What a planner reads: hours to find, the worst day, whom to ring, the map, the story by the hour, the situation report. */
import { describe, expect, test } from "vitest";
import { icbTiles, TILE_COLUMNS, TILE_ROWS, type Tile } from "../../src/facts/icb-tiles.js";
import { englishIcbs } from "../../src/facts/icbs.js";
import type { OutcomeRow, ResultDocument } from "../../src/result/document.js";
import { classOf, shadingOf } from "../../src/report/affected.js";
import { afterWorkingDays, spared, staffDays, staffRoles, toFind, together, toRing, worstCalls } from "../../src/report/outlook.js";
import { outlineOf } from "../../src/report/outline.js";
import { page } from "../../src/report/page.js";
import { multiplesOf, small } from "../../src/report/pictures/multiples.js";
import { hoursSentences, telephoneSentences } from "../../src/report/planning.js";
import { situation, situationReport, situationText } from "../../src/report/situation.js";
import { storylineOf } from "../../src/report/storyline.js";
import { beyondHorizon, fixture, hostile, payloads, unaffected } from "./fixture.js";
import { planners, shares } from "./planner-fixture.js";

const document = planners();
/** With practices hit in the timeline, as results have them. */
const shaded: ResultDocument = { ...document, timeline: document.timeline.map((row) => ({ ...row, practices: { all: 12, users: 12, hit: 9 } })) };
/** All that goes wrong makes systems slow, from the onset to noon of the next day. */
const slow: ResultDocument = {
  ...shaded, window: { ...document.window, restored: document.window.onset },
  incidents: document.incidents.map((incident) => ({ ...incident, effect: { ...incident.effect, level: 1, slowness: 1.3 } })),
  timeline: shaded.timeline.map((row) => ({ ...row, lowest: 1, practices: { all: 12, users: 12, hit: 0 }, steps: [{ at: "2023-03-16T08:05", level: 1, slowness: 1.3 }, { at: "2023-03-17T12:00", level: 1, slowness: 1 }] })),
};

function changed(rows: Readonly<Record<string, Partial<OutcomeRow>>>, from = document): ResultDocument {
  return { ...from, outcomes: from.outcomes.map((row) => (rows[row.id] === undefined ? row : { ...row, ...rows[row.id] })) };
}

describe("staff hours", () => {
  test("those of roles add up to those of the day, and days to the whole", () => {
    const days = staffDays(document);
    const rowOf = (part: string): number => document.outcomes.find((row) => row.id === "extraWorkHours" && row.part === part && row.where === "QKS" && row.kind === "difference")!.mean!;
    expect(staffRoles(document)).toHaveLength(shares.length);
    for (const { date, byRole, all } of days) {
      expect(all.mean).toBe(rowOf(`day:${date}`));
      expect(together(byRole).mean).toBeCloseTo(all.mean!, 6);
    }
    // The fixture's days add up to its whole, none of them below 0.
    expect(together(days.map(({ all }) => all)).mean).toBeCloseTo(rowOf("all"), 6);
  });

  test("hours to find are those of days on which more is worked than chance explains, and none of them is taken off another", () => {
    const day = (mean: number, low: number | null, high: number | null) => ({ date: "2023-03-20", byRole: [], all: { mean, low, high } });
    const days = [day(5, 1, 9), day(5, -1, 11), day(0.3, 0.2, 0.4), day(-7, -9, -5), day(-7, -15, 1), day(4, null, null)];
    expect(toFind(days).map(({ all }) => all.low)).toEqual([1, null]);
    expect(spared(days).map(({ all }) => all.high)).toEqual([-5]);
  });

  test("the range of a sum is that of its parts added up, and unknown where one of them is", () => {
    expect(together([{ mean: 3, low: 1, high: 5 }, { mean: -2, low: -4, high: 0 }])).toEqual({ mean: 1, low: -3, high: 5 });
    expect(together([{ mean: 3, low: null, high: null }, { mean: 1, low: 0, high: 2 }])).toEqual({ mean: 4, low: null, high: null });
  });

  test("they are told with the worst day, who works them and what of them is overtime", () => {
    const [hours, overtime, most] = hoursSentences(document);
    expect(hours).toBe("To cope and catch up, staff work about 1,170 more hours than usual, between 1,130 and 1,200");
    expect(overtime).toMatch(/^Of these about 430 hours, between 420 and 440, are overtime/);
    expect(most).toMatch(/^Most are worked on Wednesday 22 March 2023: about 170 hours, between 165 and 175: 68 of GPs, 34 of nurses/);
    expect(hoursSentences(unaffected())).toEqual(["On no day do staff work more than usual"]);
  });

  test("a result without hours by role still has those of days", () => {
    expect(staffRoles(fixture())).toEqual([]);
    expect(hoursSentences(fixture())[0]).toMatch(/^To cope and catch up, staff work about/);
  });
});

describe("telephones", () => {
  test("the worst day is that on which most contacts come to nothing, and after the return that on which most hang up", () => {
    const { worst, afterReturn } = worstCalls(document)!;
    expect([worst.date, afterReturn!.date]).toEqual(["2023-03-20", "2023-03-20"]);
    const early = { ...document, window: { ...document.window, restored: "2023-03-21T07:00" } };
    expect(worstCalls(early)!.afterReturn!.date).toBe("2023-03-21");
    expect(telephoneSentences(early)[1]).toMatch(/^Once systems are back it is Tuesday 21 March: about 420 callers, between 410 and 430, hang up before they are answered; [\d.]+ times as many calls/);
  });

  test("the short form gives no number without a range", () => expect(telephoneSentences(document, "short").join(" ")).not.toContain("times as many"));
  test("where everybody gets through it says so", () => expect(telephoneSentences(unaffected())).toEqual(["On no day do more callers fail to get through than usual"]));
});

test("practices most often among the worst tenth come first, then those that carry the most", () => {
  const chances = toRing(document).map(({ chance }) => chance!.mean!);
  expect(chances.slice(0, 4)).toEqual([0.8, 0.15, 0.05, 0]);
  expect(chances).toEqual([...chances].sort((a, b) => b - a));
  expect(page(document, [])).toContain("16 of 20 runs");
});

test.each([
  ["2023-03-16T08:00", 0.5, "2023-03-16"], ["2023-03-16T08:00", 1.01, "2023-03-17"], ["2023-03-17T13:15", 0.6, "2023-03-20"], ["2023-03-17T19:00", 0.2, "2023-03-20"],
  // Good Friday and Easter Monday lie between.
  ["2023-04-06T08:00", 1.5, "2023-04-11"],
])("%s and %d working days is %s", (from, days, date) => expect(afterWorkingDays(from, days)).toBe(date));

describe("tile map", () => {
  const at = (code: string): Tile => icbTiles.find((tile) => tile.code === code)!;
  const steps = (one: Tile, other: Tile): number => Math.max(Math.abs(one.column - other.column), Math.abs(one.row - other.row));

  test("it has a tile for each of the 42 ICBs, no two on one place, and none beyond its edge", () => {
    expect(icbTiles.map(({ code }) => code).sort()).toEqual([...englishIcbs].sort());
    expect(icbTiles).toHaveLength(42);
    expect(new Set(icbTiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(42);
    for (const { column, row } of icbTiles) expect(column >= 0 && column < TILE_COLUMNS && row >= 0 && row < TILE_ROWS).toBe(true);
  });

  test.each([
    ["QKS", "QKK"], ["QKS", "QNX"], ["QNC", "QJ2"], ["QNC", "QUA"], ["QNC", "QOC"], ["QWO", "QF7"], ["QOP", "QWO"], ["QYG", "QOP"], ["QE1", "QHM"], ["QOQ", "QHM"], ["QT6", "QJK"], ["QJK", "QSL"],
    ["QVV", "QRL"], ["QMM", "QJG"], ["QUE", "QMM"], ["QHG", "QM7"], ["QRV", "QMJ"], ["QMJ", "QMF"], ["QMF", "QKK"], ["QWE", "QKK"], ["QXU", "QWE"], ["QGH", "QHL"], ["QR1", "QUY"], ["QJM", "QT1"], ["QK1", "QPM"],
  ])("neighbours %s and %s touch", (one, other) => expect(steps(at(one), at(other))).toBe(1));

  test("north is up and east is right", () => {
    for (const [north, south] of [["QHM", "QNC"], ["QNC", "QUY"], ["QMM", "QKS"], ["QUY", "QT6"]] as const) expect(at(north).row).toBeLessThan(at(south).row);
    for (const [west, east] of [["QT6", "QKS"], ["QOC", "QMM"], ["QYG", "QOQ"], ["QSL", "QMF"]] as const) expect(at(west).column).toBeLessThan(at(east).column);
  });

  test("names that a square has room for", () => {
    for (const { lines } of icbTiles) {
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(13);
    }
  });

  test("one region is shaded by the share of its practices, others are white", () => {
    const { tiles, of } = shadingOf(shaded)!;
    expect(of).toBe("Share of practices that lose something");
    expect(tiles.filter(({ value }) => value !== undefined).map(({ tile, value }) => [tile.code, value])).toEqual([["QKS", 0.75]]);
  });

  test("of several whole regions it shows disrupted appointments for every 1,000 patients, of a sample the share of practices", () => {
    const other = { code: "QKK", kind: "region", name: "South East London", parent: null, patients: 100_000 } as const;
    const row = document.outcomes.find(({ id, part, where }) => id === "appointmentsDisrupted" && part === "all" && where === "QKS")!;
    const two: ResultDocument = { ...document, places: [...document.places, other], outcomes: [...document.outcomes, { ...row, where: "QKK", mean: 1000 }] };
    const { tiles, classes } = shadingOf(two)!;
    expect(tiles.find(({ tile }) => tile.code === "QKK")!.value).toBe(10);
    expect(classes.at(-1)).toBeGreaterThanOrEqual(Math.max(...tiles.map(({ value = 0 }) => value)));
    expect(shadingOf({ ...two, sample: { taken: 2, of: 9 } })!.of).toBe("Share of practices that lose something");
    // Of dead telephones it shows what they do.
    const telephones = changed({ notesToTypeIn: { mean: 0, low: 0, high: 0 }, contactsNotConnected: { mean: 50_000 } }, two);
    expect(shadingOf(telephones)!.of).toBe("Calls and online requests not connected for every 1,000 patients");
  });

  test("an ICB of since April 2026 is drawn where those were that most of its practices were in", () => {
    const merged = { ...document, places: document.places.map((place) => (place.code === "QKS" ? { ...place, code: "S9B9J", name: "Surrey and Sussex" } : place)) };
    expect(shadingOf(merged)!.tiles.filter(({ region }) => region !== undefined).map(({ tile }) => tile.code).sort()).toEqual(["QNX", "QXU"]);
  });

  test("where there is nothing to shade there is no map", () => {
    expect(page(shaded, [])).toContain('id="map"');
    expect(page(slow, [])).not.toContain('id="map"');
  });

  test("an ICB that lies on several squares stands in the table once", () => {
    const merged = { ...shaded, places: document.places.map((place) => (place.code === "QKS" ? { ...place, code: "S9B9J", name: "Surrey and Sussex" } : place)), timeline: shaded.timeline.map((row) => ({ ...row, where: "S9B9J" })) };
    const table = /<table id="map-table"[^]*?<\/table>/.exec(page(merged, []))![0];
    expect(table.match(/S9B9J/g)).toHaveLength(1);
  });

  test("an area that is no ICB has no map", () => {
    const own = { ...document, places: document.places.map((place) => (place.code === "QKS" ? { ...place, code: "LOCAL" } : place)) };
    expect(shadingOf(own)).toBeUndefined();
    expect(page(own, [])).not.toContain('id="map"');
  });

  test.each([[0, -1], [0.001, 0], [0.2, 0], [0.21, 1], [1, 4]])("a value of %d is in class %d", (value, index) => expect(classOf(value, [0.2, 0.4, 0.6, 0.8, 1])).toBe(index));
});

describe("the story by the hour", () => {
  const moments = storylineOf(document);

  test("it is told in order of time, and begins and ends as the timeline does", () => {
    expect(moments.map(({ at }) => at)).toEqual(moments.map(({ at }) => at).sort());
    const changes = document.timeline.flatMap(({ steps }) => steps.filter(({ level }) => level < 1).map(({ at }) => at)).sort();
    const returns = document.timeline.map(({ steps }) => steps.find(({ level }) => level >= 1)!.at).sort();
    const lost = moments.filter(({ kind }) => kind === "lost").map(({ at }) => at);
    const back = moments.filter(({ kind }) => kind === "back").map(({ at }) => at);
    expect(lost[0]).toBe(changes[0]);
    expect(new Set(back)).toEqual(new Set(returns));
  });

  test("what practices are told, how days go, the busiest hour and the highest backlog stand in it", () => {
    const words = moments.map(({ words }) => words).join("\n");
    expect(words).toMatch(/tells its practices|tells 5 practices|The ICB tells/);
    expect(words).toContain("patients are seen on paper without their records");
    expect(moments.find(({ words }) => words.startsWith("The busiest hour"))).toMatchObject({ at: "2023-03-21T08:00" });
    expect(words).toContain("Open work is at its highest");
  });

  test("one of anything is told as one", () => {
    const one = changed({ appointmentsCancelled: { mean: 1, low: 1, high: 1 }, needUnmetSameDay: { mean: 1, low: 1, high: 1 } });
    const words = storylineOf(one).map(({ words }) => words).join("\n");
    expect(words).toContain("1 appointment is cancelled");
    expect(words).toContain("1 patient who needs help that day does not get it");
  });

  test("what is slow and never lost is slow and as fast as usual again, and nothing is said to return", () => {
    const told = storylineOf(slow);
    expect(told.find(({ kind }) => kind === "lost")).toMatchObject({ at: "2023-03-16T08:05", words: expect.stringMatching(/ (is|are) slow\.$/) as string });
    expect(told.find(({ kind }) => kind === "back")).toMatchObject({ at: "2023-03-17T12:00", words: expect.stringMatching(/ as fast as usual again\.$/) as string });
    expect(told.map(({ kind }) => kind)).not.toContain("normal");
    expect(page(slow, [])).toContain("Systems are slow from 08:05 on Thursday 16 March 2023 on, and as fast as usual again at 12:00 on Friday 17 March 2023.");
    const text = situationText(slow);
    expect(text).toContain("All systems are as fast as usual again at 12:00 on Friday 17 March 2023");
    expect(text).toContain("systems are slow, and none is lost");
  });

  test("nothing lost, no story; many outages, none either", () => {
    expect(storylineOf(unaffected())).toEqual([]);
    const often = { ...document, incidents: document.incidents.map((incident) => ({ ...incident, times: { mean: 40, least: 30, most: 50 } })) };
    expect(storylineOf(often)).toEqual([]);
  });
});

test("small pictures show the worst and a typical one on one scale, all where there are few", () => {
  const multiples = multiplesOf(document)!;
  expect(multiples).toMatchObject({ of: "practices", outOf: 12 });
  expect(multiples.smalls.map(({ isTypical }) => isTypical)).toEqual([...new Array<boolean>(8).fill(false), true]);
  expect(new Set(multiples.smalls.map(({ values }) => values.length)).size).toBe(1);
  const few = { ...document, places: document.places.filter(({ kind, code }) => kind !== "practice" || code < "G82014") };
  expect(multiplesOf(few)!.smalls.map(({ isTypical }) => isTypical)).toEqual([false, false, false]);
});

test("of an outage on the last day a small picture shows that day", () => {
  const multiples = multiplesOf(document)!;
  const last = multiples.smalls.map((one) => ({ ...one, values: one.values.slice(0, 1) }));
  expect(small(last[0]!, { ...multiples, smalls: last }).markup).not.toContain("NaN");
});

describe("situation report", () => {
  test("it says what, where, since when, impact, needs, when normal and how sure", () => {
    expect(situation(document).map(({ head }) => head)).toEqual(["As at", "What", "Where", "Since when", "Told to practices", "Impact", "What is needed", "When normal", "How sure"]);
    const text = situationText(document);
    expect(text).toContain("08:05 on Thursday 16 March 2023");
    expect(text).toContain("About 7,400 appointments, between 7,200 and 7,600, are disrupted");
    expect(text).toContain("this is not a report of real events");
  });

  test("page and text say the same, and the page is linked from the report", () => {
    const markup = situationReport(document).replace(/<[^>]+>/g, "").replaceAll("&#39;", "'").replaceAll("&quot;", "\"");
    for (const { sentences } of situation(document)) for (const sentence of sentences) expect([markup.includes(sentence), situationText(document).includes(sentence)]).toEqual([true, true]);
    expect(page(document, [])).toContain('href="situation-report.html"');
  });

  test("every figure that varies has its range", () => {
    const said = situation(document).filter(({ head }) => ["Impact", "What is needed", "When normal"].includes(head)).flatMap(({ sentences }) => sentences);
    for (const sentence of said) for (const [part] of sentence.matchAll(/about [\d,.]+ (?!March|April|May)[a-z][^;.]*/g)) expect(part).toMatch(/between [\d,.]+/);
    expect(said.length).toBeGreaterThan(5);
  });

  test("where the story is one of calls they come first, whatever else there is to tell", () => {
    const telephones = changed({ notesToTypeIn: { mean: 0, low: 0, high: 0 }, appointmentsDisrupted: { mean: 0, low: 0, high: 0 } });
    const impact = situation(telephones).find(({ head }) => head === "Impact")!.sentences;
    expect(impact[0]).toMatch(/ do not connect\.$/);
    expect(impact.join(" ")).not.toContain("disrupted");
  });

  test("one run gives no ranges, and no comma closes one", () => {
    const single: ResultDocument = { ...document, outcomes: document.outcomes.map((row) => ({ ...row, low: null, high: null, replications: 1, mean: row.id === "worstTenth" ? 1 : row.mean })) };
    const text = situationText(single);
    expect(text).toContain("One simulated run gives no ranges");
    expect(text).not.toMatch(/95% interval|\),/);
    expect(text).toContain("(among the worst tenth in 1 of 1 run)");
    const [day] = staffDays(single);
    expect(day!.byRole.map(({ low, high }) => [low, high])).toEqual(shares.map(() => [null, null]));
    expect(page(single, [])).not.toMatch(/over 1 simulated run/);
  });

  test("hours that chance alone may explain are not said to be none", () => {
    const unsure = changed({ extraWorkHours: { mean: 8, low: -20, high: 36 } });
    expect(hoursSentences(unsure)).toEqual(["On no day do staff work more than chance alone may explain"]);
  });

  test("names of ICBs, which have an “and”, are told apart", () => {
    const others = [["QMM", "Norfolk and Waveney"], ["QE1", "Lancashire and South Cumbria"]].map(([code, name]) => ({ code: code!, kind: "region", name: name!, parent: null, patients: 1000 }) as const);
    expect(situationText({ ...document, places: [...document.places, ...others] })).toContain("Kent and Medway, Norfolk and Waveney, and Lancashire and South Cumbria");
  });

  test("nothing lost, nothing to do; beyond the horizon no date is made up", () => {
    expect(situation(unaffected()).map(({ head }) => head)).toEqual(["As at", "Impact"]);
    expect(situationText(beyondHorizon())).toContain("back to normal by 11 May 2023");
  });

  test("what a scenario says is text", () => {
    for (const payload of payloads.filter((each) => each.includes("<"))) expect(situationReport(hostile())).not.toContain(payload);
  });
});

test("a page stays below 2 MB without its charts, and below a quarter of that", () => expect(page(document, []).length).toBeLessThan(500_000));

test("with an outline the map is drawn in it, each ICB that both have", () => {
  const ring = (x: number): number[][] => [[x, 51], [x + 1, 51], [x + 1, 52], [x, 52], [x, 51]];
  const outline = outlineOf(JSON.stringify({ type: "FeatureCollection", features: ["QKS", "QHM"].map((code, at) => ({ properties: { code }, geometry: { type: "Polygon", coordinates: [ring(at)] } })) }));
  const drawn = page(shaded, [], outline);
  const section = drawn.slice(drawn.indexOf('id="map"'), drawn.indexOf("</figure>", drawn.indexOf('id="map"')));
  expect(section.match(/<path /g)).toHaveLength(2);
  // Both are named where one points, and what is known of both stands there or that nothing is.
  expect(section.match(/<path [^>]*><title>[^<]+: [^<]+<\/title>/g)).toHaveLength(2);
  expect(section).toContain("in the outline that was given");
});
