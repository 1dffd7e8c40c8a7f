/** The incidents section: what fails, when, for whom and how, and how it ends. */
import type { Effect, Incident, Spread } from "../infrastructure/incident.js";
import { shareOf } from "./amounts.js";
import { beginningOf, checkHowOften } from "./beginning.js";
import { checkRegional, checkTogether } from "./combinations.js";
import { componentNamed } from "./component-name.js";
import { minutesOf } from "./duration.js";
import { checkFollowing } from "./follow.js";
import type { Written } from "./language-incident.js";
import { messages } from "./messages.js";
import type { Path } from "./positions.js";
import { releaseOf } from "./release.js";
import { findingOf, repairOf, returnOf } from "./repair.js";
import { endsInTime, type Setting } from "./setting.js";
import { isNoTime, spanOf } from "./spans.js";
import { aboutOf } from "./subject.js";
import { reachOf } from "./whom.js";

/** The incidents in their order; undefined where one lacks something right that it needs, which has been said. */
export function incidentsOf(written: readonly (Written | undefined)[], setting: Setting): (Incident | undefined)[] {
  checkFollowing(written, setting);
  return written.map((incident, index) => incident && incidentOf(incident, ["incidents", index], setting));
}

function incidentOf(written: Written, path: Path, setting: Setting): Incident | undefined {
  checkTogether(path, setting);
  const { name, cause, severity } = written;
  const component = written.component === undefined ? undefined : componentNamed(written.component, [...path, "component"], undefined, "is about", setting);
  if (component) checkRegional(path, component, setting);
  const begins = beginningOf(written, path, component, setting);
  const from = begins && "at" in begins ? begins.at : undefined;
  const release = written.release && releaseOf(written.release, [...path, "release"], from, setting);
  const reach = reachOf(written, path, component, release, setting);
  if (begins && component) checkHowOften(begins, [...path, "rate"], reach, component, setting);
  const effect = effectOf(written, path, setting);
  const spread = release?.rings ? { rings: release.rings } : spreadOf(written.spread, [...path, "spread"], from, setting);
  const finding = findingOf(written, path, setting);
  const repair = repairOf(written, path, begins, finding, setting);
  if (name !== undefined && from !== undefined && spread && "over" in spread && repair?.by === "end" && "until" in repair && from + spread.over > repair.until) setting.warn(messages.spreadOutlasts(name));
  const back = written.return && returnOf(written.return, [...path, "return"], component, setting);
  const tail = tailOf(written);
  if (name === undefined || !component || !begins || !repair) return undefined;
  return {
    name, component: component.id, begins, reach, effect, repair,
    ...(spread && { spread }), ...finding,
    ...(cause !== undefined && { cause }),
    ...(back && { return: back }),
    ...(tail && { tail }),
    ...(severity !== undefined && { severity }),
  };
}

function effectOf({ level, slowness, units, flapping }: Written, path: Path, { root, say }: Setting): Effect {
  const share = units?.share === undefined ? undefined : shareOf(units.share);
  const [down, up] = [flapping?.down, flapping?.up].map((length) => (length === undefined ? undefined : spanOf(length)));
  // A rhythm without length would turn for ever at one moment.
  for (const [key, length] of [["down", down], ["up", up]] as const) {
    const own = [...path, "flapping", key];
    if (length !== undefined && isNoTime(length)) say(own, messages.noTime(aboutOf(root, own)));
  }
  return {
    level: units ? 0 : (level ?? (slowness === undefined ? 0 : 1)),
    slowness: slowness ?? 1,
    ...(units?.of !== undefined && share !== undefined && { units: { of: units.of, share } }),
    ...(down !== undefined && up !== undefined && { flapping: { down, up } }),
  };
}

function spreadOf(written: Written["spread"], path: Path, from: number | undefined, setting: Setting): Spread | undefined {
  const [text, own] = typeof written === "string" ? [written, path] : [written?.over, [...path, "over"]];
  const over = minutesOf(text);
  if (over === undefined) return undefined;
  if (from !== undefined) endsInTime(from + over, text, own, setting);
  return { over, ...(typeof written === "object" && written.until !== undefined && { untilFound: true }) };
}

function tailOf({ tail }: Written): Incident["tail"] {
  const fades = minutesOf(tail?.fades);
  return tail?.slowness !== undefined && fades !== undefined ? { slowness: tail.slowness, fades } : undefined;
}
