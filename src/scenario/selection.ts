/** Whether "where" finds anybody. */
import type { Estate, Selector } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import { icbCodes } from "../facts/icbs.js";
import { icbsLike } from "./leaf.js";
import { messages } from "./messages.js";
import type { Say } from "./mistake.js";
import { allNearest } from "./nearest.js";
import type { Path } from "./positions.js";
import { aboutOf } from "./subject.js";

/** Says which codes and labels of the selector at `path` the estate does not have, or else if nobody fits all of it. */
export function checkSelector(selector: Selector, path: Path, estate: Estate, root: unknown, say: Say): void {
  const known = knownIn(estate);
  let isKnown = true;
  for (const [kind, codes] of Object.entries(known)) {
    const written = selector[kind as keyof typeof known] ?? [];
    const list: readonly string[] = typeof written === "string" ? [written] : written;
    list.forEach((code, index) => {
      if (kind === "region" ? hasRegion(estate, code) : codes.has(code)) return;
      isKnown = false;
      const own = typeof written === "string" ? [...path, kind] : [...path, kind, index];
      say(own, messages.notInEstate(aboutOf(root, own), code, kind, suggestionsFor(kind, code, codes), [...codes.keys()]));
    });
  }
  if (isKnown && !estate.practices.some((_, practice) => selects(selector, estate, practice))) say(path, messages.selectsNothing(aboutOf(root, path).subject, keyOf(path)));
}

/** Setting of a release, a team or a hub that the selector is, or "where": it may also stand under the name of a component. */
function keyOf(path: Path): string {
  return ["serves", "target", "sentTo", "breaks"].find((key) => key === path.at(-1)) ?? "where";
}

/** What the estate has under a code or label, by kind: code to name. */
export function knownIn({ regions, neighbourhoods, practices }: Estate): Readonly<Record<"region" | "neighbourhood" | "practice" | "tag", ReadonlyMap<string, string>>> {
  const byCode = (places: readonly { code: string; name: string }[]): ReadonlyMap<string, string> => new Map(places.map(({ code, name }) => [code, name]));
  const tags = new Set(practices.flatMap((practice) => practice.tags));
  return { region: byCode(regions), neighbourhood: byCode(neighbourhoods), practice: byCode(practices), tag: new Map([...tags].map((tag) => [tag, tag])) };
}

/** Regions are also found by their code of the other era. */
function hasRegion(estate: Estate, region: string): boolean {
  return estate.regions.some(({ code }) => code === region) || (icbCodes.includes(region) && estate.practices.some((_, practice) => selects({ region }, estate, practice)));
}

/** What was probably meant, three at most: by code, by name, or as the ICB of this name. */
export function suggestionsFor(kind: string, written: string, codes: ReadonlyMap<string, string>): string[] {
  const places = [...codes];
  const byCode = allNearest(written, places, ([code]) => code);
  const near = byCode.length > 0 ? byCode : allNearest(written, places, ([, name]) => name);
  const icbs = near.length === 0 && kind === "region" ? icbsLike(written).map((icb) => icb.split(" ")[0]!).filter((code) => codes.has(code)) : [];
  return [...near.map(([code]) => code), ...icbs].slice(0, 3);
}
