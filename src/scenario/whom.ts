/** Whom an incident reaches. */
import type { Estate } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import type { Reach } from "../infrastructure/incident.js";
import type { Component } from "../infrastructure/model.js";
import { reachable } from "../infrastructure/reach.js";
import { drawOf, shareOf } from "./amounts.js";
import type { Written } from "./language-incident.js";
import { messages } from "./messages.js";
import type { Path } from "./positions.js";
import type { Release } from "./release.js";
import { checkSelector } from "./selection.js";
import type { Setting } from "./setting.js";
import { aboutOf } from "./subject.js";

/** Whom the incident at `path` reaches; `release` is what its release says of that. */
export function reachOf(written: Written, path: Path, component: Component | undefined, release: Release | undefined, setting: Setting): Reach {
  const { whole, root, say } = setting;
  if (written.where && whole) checkSelector(written.where, [...path, "where"], whole, root, say);
  const where = release?.where ?? written.where;
  const share = written.share === undefined ? undefined : shareOf(written.share);
  const draw = written.draw === undefined ? undefined : drawOf(written.draw);
  const reach: Reach = {
    ...(where && { where }),
    ...(share !== undefined ? { share } : draw && { draw }),
    ...(release?.harms && { harms: release.harms }),
  };
  if (component) {
    checkDraw(written, draw, [...path, "draw"], reach, component, setting);
    warnIfNobody(written, reach, component, release, setting);
  }
  return reach;
}

function checkDraw({ draw: text, rate, each }: Written, draw: Reach["draw"], path: Path, reach: Reach, component: Component, { whole, root, say }: Setting): void {
  if (!draw) return;
  const about = aboutOf(root, path);
  if (rate !== undefined && (each ?? eachByScope[component.scope]) === "practice") return say(path, messages.drawOfOne(about, text));
  if (!("of" in draw)) return;
  if (component.scope === "region" && draw.of !== "regions") return say(path, messages.drawWithinRegion(about, text, component.label));
  if (!whole) return;
  const among = reachable(reach, component, whole);
  const kind = ({ practices: undefined, neighbourhoods: "neighbourhood", regions: "region" } as const)[draw.of];
  const available = new Set(among.map((practice) => (kind ? whole.practices[practice]![kind] : practice))).size;
  // Where there is nobody at all, that is said.
  if (available > 0 && draw.number > available) say(path, messages.drawTooMany(about, text, available, available === 1 ? draw.of.slice(0, -1) : draw.of));
}

/** How a rate is meant where it is not said: as there is one of the component. */
export const eachByScope = { site: "practice", region: "region", national: "all" } as const;

function warnIfNobody({ name, draw, rate, each }: Written, reach: Reach, component: Component, release: Release | undefined, { whole, estate, warn }: Setting): void {
  if (name === undefined || !whole || !estate) return;
  const goesTo = reachable(reach, component, whole);
  const harmed = goesTo.filter((practice) => !reach.harms || selects(reach.harms, whole, practice));
  if (goesTo.length === 0) return warn(messages.hitsNobody(name, component.id));
  if (reach.draw && "part" in reach.draw) {
    const ofEach = rate !== undefined && (each ?? eachByScope[component.scope]) === "region";
    const most = mostAtOnce(goesTo, component, whole, ofEach);
    if (Math.round(reach.draw.part * most) === 0) return warn(messages.drawsNobody(name, draw!, most, component.scope === "region" ? "region" : "practice"));
  }
  if (harmed.length === 0) return release && warn(messages.harmsNobody(name));
  const simulated = new Set(estate.practices.map(({ code }) => code));
  if (!harmed.some((practice) => simulated.has(whole.practices[practice]!.code))) warn(messages.hitsNoneOfSample(name));
}

/** Of how many places, at most, one occurrence draws a part: practices, or regions where there is one of the component in each; `ofEach` region by itself or of all. */
function mostAtOnce(among: readonly number[], { scope }: Component, { practices }: Estate, ofEach: boolean): number {
  const counts = new Map<number, number>();
  for (const practice of among) {
    const { region } = practices[practice]!;
    counts.set(region, scope === "region" ? 1 : (counts.get(region) ?? 0) + 1);
  }
  return ofEach ? Math.max(...counts.values()) : [...counts.values()].reduce((sum, count) => sum + count, 0);
}
