/** A release: to whom it goes, whom it harms, and in which order. */
import type { Estate, Selector } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import type { Ring } from "../infrastructure/incident.js";
import { shareOf } from "./amounts.js";
import { minutesOf } from "./duration.js";
import { MOST_RINGS, type Written } from "./language-incident.js";
import { messages } from "./messages.js";
import type { Path } from "./positions.js";
import { checkSelector } from "./selection.js";
import { endsInTime, type Setting } from "./setting.js";
import { aboutOf, subjectOf, valueAt } from "./subject.js";
import { isAboveOne, total } from "./sums.js";

type WrittenRelease = NonNullable<Written["release"]>;
type WrittenRing = NonNullable<NonNullable<WrittenRelease["rings"]>[number]>;

export interface Release {
  /** The rule by which it goes out. */
  readonly where: Selector;
  readonly harms?: Selector;
  readonly rings?: readonly Ring[];
}

/** The release at `path`, of an incident that begins at `from` where that is known. */
export function releaseOf(written: WrittenRelease, path: Path, from: number | undefined, setting: Setting): Release {
  const { whole, root, say } = setting;
  const { target, sentTo, breaks, rings } = written;
  if (whole) {
    for (const [key, selector] of Object.entries({ target, sentTo, breaks })) if (selector) checkSelector(selector, [...path, key], whole, root, say);
  }
  const where = sentTo ?? target ?? {};
  // More have been complained about, and would take long to compare.
  const read = rings && rings.length <= MOST_RINGS ? ringsOf(rings, [...path, "rings"], where, from, setting) : undefined;
  return { where, ...(breaks && !isEverybody(breaks) && { harms: breaks }), ...(read && { rings: read }) };
}

const isEverybody = (selector: Selector): boolean => Object.keys(selector).length === 0;

function ringsOf(written: readonly (WrittenRing | undefined)[], path: Path, sentTo: Selector, from: number | undefined, setting: Setting): Ring[] {
  checkShares(written, path, setting);
  checkTimes(written, path, from, setting);
  checkRest(written, path, setting);
  if (setting.whole) checkPlaces(written, path, sentTo, setting.whole, setting);
  return written.flatMap((ring) => {
    const after = minutesOf(ring?.after);
    const share = ring?.share === undefined ? undefined : shareOf(ring.share);
    return after === undefined ? [] : [{ ...(ring?.where && { where: ring.where }), ...(share !== undefined && { share }), after }];
  });
}

function checkShares(rings: readonly (WrittenRing | undefined)[], path: Path, { root, say }: Setting): void {
  const shares = rings.map((ring) => (ring?.share === undefined ? 0 : (shareOf(ring.share) ?? 0)));
  const index = shares.findIndex((_, last) => isAboveOne(shares.slice(0, last + 1)));
  if (index === -1) return;
  const own = [...path, index, "share"];
  say(own, messages.ringsFull(aboutOf(root, own), rings[index]!.share, total(shares.slice(0, index + 1))));
}

function checkTimes(rings: readonly (WrittenRing | undefined)[], path: Path, from: number | undefined, setting: Setting): void {
  let before: WrittenRing | undefined;
  rings.forEach((ring, index) => {
    const after = minutesOf(ring?.after);
    if (after === undefined) return;
    const own = [...path, index, "after"];
    if (after < (minutesOf(before?.after) ?? 0)) setting.say(own, messages.ringTooEarly(aboutOf(setting.root, own), ring!.after, before!.after!));
    if (from !== undefined) endsInTime(from + after, ring!.after, own, setting, "at");
    before = ring;
  });
}

/** At most one ring is what no other is. */
function checkRest(rings: readonly (WrittenRing | undefined)[], path: Path, { root, say }: Setting): void {
  // A share or a where that is wrong makes no rest: what counts is whether it was written.
  const written = rings.flatMap((ring, index) => (ring && aboutNobody(root, [...path, index]) ? [index] : []));
  for (const index of written.slice(1)) say([...path, index], messages.secondRest(subjectOf(root, [...path, index]), written[0]! + 1));
}

function aboutNobody(root: unknown, path: Path): boolean {
  return ["where", "share"].every((key) => valueAt(root, [...path, key]) === undefined);
}

/** Each ring with a `where` has somebody to whom the release goes, and shares nobody with another. */
function checkPlaces(rings: readonly (WrittenRing | undefined)[], path: Path, sentTo: Selector, estate: Estate, { root, say }: Setting): void {
  const reached = [...estate.practices.keys()].filter((practice) => selects(sentTo, estate, practice));
  const ringOf = new Map<number, number>();
  const told = new Set<string>();
  rings.forEach((ring, index) => {
    if (!ring?.where) return;
    const own = [...path, index, "where"];
    let isKnown = true;
    checkSelector(ring.where, own, estate, root, (...mistake) => {
      isKnown = false;
      say(...mistake);
    });
    const practices = reached.filter((practice) => selects(ring.where!, estate, practice));
    if (isKnown && reached.length > 0 && practices.length === 0) say(own, messages.ringOutside(subjectOf(root, [...path, index])));
    for (const practice of practices) {
      const other = ringOf.get(practice);
      if (other === undefined) ringOf.set(practice, index);
      else if (!told.has(`${other} ${index}`)) {
        told.add(`${other} ${index}`);
        say(own, messages.ringsOverlap(subjectOf(root, [...path, index]), estate.practices[practice]!.code, other + 1));
      }
    }
  });
}
