/** What planners print and read on a telephone, in a real browser. */
import { expect, test } from "vitest";
import type { ResultDocument } from "../../src/result/document.js";
import { page } from "../../src/report/page.js";
import { situationReport } from "../../src/report/situation.js";
import { browserFor } from "./browser.js";
import { beyondHorizon, unaffected } from "./fixture.js";
import { planners } from "./planner-fixture.js";

const base = planners();
/** As much as a report of one incident says: many are told, by many, of long names. */
const long: ResultDocument = {
  ...base, directives: [...base.directives, ...base.directives, ...base.directives], incidents: [...base.incidents, ...base.incidents],
  places: base.places.map((place) => ({ ...place, name: `${place.name}, formerly of Saint Bartholomew's Road` })),
};

for (const [name, document] of [["of one incident", base], ["with much to say", long], ["beyond the horizon", beyondHorizon()], ["of nothing", unaffected()]] as const) {
  test(`a situation report is one side of A4: ${name}`, async (context) => {
    const view = await (await browserFor(context)).newPage();
    await view.setContent(situationReport(document));
    const pdf = (await view.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await view.close();
  });
}

test("on a telephone nothing of it, and nothing that planners read on the page, has to be pushed sideways; on paper nothing is cut", async (context) => {
  const browser = await browserFor(context);
  for (const markup of [situationReport(long), page(long, [])]) {
    const view = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await view.setContent(markup);
    expect(await view.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await view.emulateMedia({ media: "print" });
    await view.setViewportSize({ width: 680, height: 1001 });
    expect(await view.evaluate(() => [...document.querySelectorAll(".scroll")].filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.querySelector("table")!.id))).toEqual([]);
    await view.close();
  }
});
