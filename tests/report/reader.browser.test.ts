/** What a page does for those whose browser runs scripts, by mouse and by keyboard; and that it stands without. */
import { expect, test } from "vitest";
import { page } from "../../src/report/page.js";
import { drawings } from "../../src/report/render.js";
import { fixture } from "./fixture.js";
import { opened } from "./opened.js";

const markup = page(fixture(), await drawings(fixture()));
const table = "#by-hours-table";

test("columns sort by a press of their head, and come back to their order at the third", async (context) => {
  const { view, troubles, close } = await opened(context, markup);
  const column = (number: number) => view.$$eval(`${table} tbody tr`, (rows, at) => rows.map((row) => row.querySelectorAll("th, td")[at]!.textContent!), number);
  const before = await column(0);
  const head = view.locator(`${table} thead th`).nth(1);
  const press = async () => {
    await head.locator("button").press("Enter");
    return head.getAttribute("aria-sort");
  };
  expect(await press()).toBe("descending");
  const patients = (await column(1)).map((text) => Number(text.replaceAll(",", "")));
  expect(patients).toEqual([...patients].sort((a, b) => b - a));
  expect(await press()).toBe("ascending");
  expect((await column(1)).map((text) => Number(text.replaceAll(",", "")))).toEqual([...patients].reverse());
  expect(await press()).toBe(null);
  expect(await column(0)).toEqual(before);
  // Names sort by their letters, ranks by their numbers; days by the calendar.
  await view.locator("#worst-days-table thead button").nth(2).click();
  const days = await view.$$eval("#worst-days-table tbody tr", (rows) => rows.map((row) => row.querySelectorAll("th, td")[2]!.textContent!));
  expect(days).toEqual([...days].sort((a, b) => Number(/\d+/.exec(a)![0]) - Number(/\d+/.exec(b)![0])));
  expect(new Set(days).size).toBeGreaterThan(1);
  expect(troubles).toEqual([]);
  await close();
});

test("a name or a code leaves the rows of that practice, and tells all of it; nothing brings all back", async (context) => {
  const { view, close } = await opened(context, markup);
  const shown = () => view.$$eval("section[aria-labelledby=practices] tbody tr", (rows: HTMLTableRowElement[]) => rows.filter((row) => !row.hidden).map((row) => row.querySelector(".code")?.textContent));
  const all = await shown();
  await view.locator("#place").fill("weald");
  expect(new Set(await shown())).toEqual(new Set(["G82011", "G82012", "G82013", "G82014"]));
  await view.locator("#place").fill("elm hou");
  expect(new Set(await shown())).toEqual(new Set(["G82015"]));
  expect(await view.locator(".chooser [role=status]").textContent()).toBe("1 of 12 rows: Elm House Surgery G82015");
  const told = (await view.locator(".chooser dl").textContent())!;
  for (const words of ["NetworkCoast PCN", "Patients9,100", "Appointments disrupted"]) expect(told).toContain(words);
  await view.locator("#place").fill("");
  expect(await shown()).toEqual(all);
  expect(await view.locator(".chooser dl").isVisible()).toBe(false);
  await close();
});

test("charts say the value nearest to the pointer, and one after the other by arrow keys", async (context) => {
  const { view, close } = await opened(context, markup);
  const figure = view.locator("section[aria-labelledby=days] figure");
  const [chart, told] = [figure.locator(".chart"), figure.locator(".nearest")];
  await chart.focus();
  expect(await told.isVisible()).toBe(false);
  const said: string[] = [];
  for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft", "End", "Home"]) {
    await view.keyboard.press(key);
    said.push((await told.textContent())!);
  }
  expect(said[1]).toMatch(/^Friday 17 March: about [\d,]+ \([\d,]+ to [\d,]+\)$/);
  expect([said[2], said[4]]).toEqual([said[0], said[0]]);
  await view.keyboard.press("Escape");
  expect(await told.isVisible()).toBe(false);
  const bar = figure.locator(".wide path.at, .wide path").filter({ hasNot: view.locator("title") });
  expect(await bar.count()).toBeGreaterThan(0);
  await view.keyboard.press("Home");
  const box = (await figure.locator(".wide .at").boundingBox())!;
  await view.keyboard.press("Escape");
  // Beside the bar, not upon it.
  await view.mouse.move(box.x - 4, box.y + box.height - 2);
  expect(await told.textContent()).toBe(said[0]);
  await view.mouse.move(5, 5);
  expect(await told.isVisible()).toBe(false);
  await close();
});

test("all can be reached by the Tab key alone, is seen where it is, and the first stop leads past the contents", async (context) => {
  const { view, close } = await opened(context, markup);
  const at = () => view.evaluate(() => {
    const element = document.activeElement!;
    const [box, style] = [element.getBoundingClientRect(), getComputedStyle(element)];
    return { what: `${element.tagName} ${element.textContent!.slice(0, 30)}`, name: element.getAttribute("aria-label") ?? element.getAttribute("aria-labelledby") ?? ((element as HTMLInputElement).labels?.[0] ?? element).textContent, isSeen: box.bottom > 0 && box.top < innerHeight && box.right > 0, outline: style.outlineStyle };
  });
  await view.keyboard.press("Tab");
  expect(await at()).toMatchObject({ what: "A Skip to the report", isSeen: true });
  await view.keyboard.press("Enter");
  expect(await view.evaluate(() => document.activeElement!.id)).toBe("main");
  const stops = await view.evaluate(() => [...document.querySelectorAll("a, button, input, summary, [tabindex='0']")].filter((each) => each.checkVisibility()).length);
  let seen = 0;
  for (;;) {
    await view.keyboard.press("Tab");
    const stop = await at();
    if (stop.what.startsWith("BODY") || stop.what.startsWith("A Skip")) break;
    expect(stop).toMatchObject({ isSeen: true, outline: "solid" });
    expect(stop.name).not.toBe("");
    seen++;
  }
  // All but the skip link and the contents, which were passed by.
  expect(seen).toBe(stops - 1 - (await view.locator("nav a").count()));
  await close();
});

test("frames that hold their table are no stop; those that must be pushed sideways are, and have a name", async (context) => {
  const { view, close } = await opened(context, markup, { viewport: { width: 760, height: 800 } });
  await view.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
  await view.waitForTimeout(100);
  const frames = await view.$$eval(".scroll", (each) => each.map((frame) => ({ pushed: frame.scrollWidth > frame.clientWidth, stop: frame.getAttribute("tabindex") === "0", name: document.getElementById(frame.getAttribute("aria-labelledby") ?? "")?.textContent ?? "" })));
  expect(frames.filter(({ pushed, stop }) => pushed !== stop)).toEqual([]);
  expect(frames.filter(({ name }) => name === "")).toEqual([]);
  expect(frames.some(({ pushed }) => pushed)).toBe(true);
  await close();
});

test("without scripts all words and numbers stand, charts say their values, and every frame is a stop", async (context) => {
  const { view, requests, close } = await opened(context, markup, { javaScriptEnabled: false });
  const still = await view.evaluate(() => ({ words: document.querySelector("main")!.textContent!.replace(/\s+/g, ""), titles: document.querySelectorAll(".wide title").length, buttons: document.querySelectorAll("button, input").length, frames: document.querySelectorAll(".scroll:not([tabindex='0'])").length }));
  expect(still.titles).toBeGreaterThan(50);
  expect(still).toMatchObject({ buttons: 0, frames: 0 });
  expect(requests).toEqual([]);
  await close();
});

test("a script or a style that somebody adds does nothing, and nothing is fetched", async (context) => {
  const added = "<script>document.title = 'ran'</script><img src='https://example.org/x.png' onerror=\"document.title = 'ran'\"><p id='added' style='color: rgb(1, 2, 3)' onclick=\"document.title = 'ran'\">press</p><style>h1 { color: rgb(1, 2, 3) }</style></main>";
  const { view, requests, troubles, close } = await opened(context, markup.replace("</main>", added));
  await view.locator("#added").click();
  const found = await view.evaluate(() => ({ title: document.title, colours: ["h1", "#added"].map((each) => getComputedStyle(document.querySelector(each)!).color) }));
  expect(found.title).toContain("Outage Lab");
  expect(found.colours).not.toContain("rgb(1, 2, 3)");
  expect(requests).toEqual([]);
  expect(troubles.filter((trouble) => /Content Security Policy/.test(trouble)).length).toBeGreaterThanOrEqual(4);
  await close();
  const changed = await opened(context, markup.replace("<script>", "<script>document.title = 'ran';"));
  expect(await changed.view.title()).toContain("Outage Lab");
  expect(await changed.view.locator("button").count()).toBe(0);
  await changed.close();
});

test("the page of five hundred practices, the most that it shows, stays below two megabytes", async () => {
  const base = fixture();
  const practices = base.places.filter(({ kind }) => kind === "practice");
  const codes = Array.from({ length: 500 }, (_, index) => ({ code: `Y${10_000 + index}`, like: practices[index % practices.length]! }));
  const rows = new Map(practices.map(({ code }) => [code, base.outcomes.filter(({ where, part }) => where === code && part === "all")]));
  const large = page({
    ...base, places: [...base.places.filter(({ kind }) => kind !== "practice"), ...codes.map(({ code, like }) => ({ ...like, code }))],
    outcomes: [...base.outcomes.filter(({ where }) => !rows.has(where)), ...codes.flatMap(({ code, like }) => rows.get(like.code)!.map((row) => ({ ...row, where: code })))],
  }, await drawings(base));
  expect(large.match(/Y10\d\d\d<\/span>/g)!.length).toBeGreaterThanOrEqual(500);
  expect(large.length).toBeLessThan(2e6);
});
