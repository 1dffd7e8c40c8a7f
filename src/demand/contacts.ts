/** How needs reach a practice: how many by telephone, online and at the desk, in its region's measure or its own. Per 1,000 patients and working day. */
import type { Practice, Region } from "../estate/estate.js";
import type { Parameters } from "../facts/defaults.js";
import { BOOKABLE, INFORMATION, ONLINE, PLANNED, PRESCRIPTION, QUERY, SAME_DAY, TELEPHONE } from "./demand.js";

/** By kind of need and channel (telephone, online, desk). */
export type ByChannel = readonly (readonly number[])[];

/** Share of a kind of need that is asked for online, at most. */
const MOST_ONLINE = 0.9;
const CLINICAL = [SAME_DAY, BOOKABLE] as const, OTHERS = [QUERY, PRESCRIPTION] as const;

/** A practice like others in what it is asked online. */
const LIKE_OTHERS = [1];

/**
 * Contacts with a practice whose lasting effect on need is `effect`. `online`: how it stands to the mean of its region in online requests, where it has no rate of
 * its own. Who does not ask online telephones or comes to the desk. What calls its own rate, or its region's, then leaves over or lacks is made up by what is not clinical.
 */
export function contactsOf(region: Region, practice: Practice, effect: number, online: number, parameters: Parameters): ByChannel {
  const { demand } = parameters;
  const { ofRegion, expected, usual } = usualOf(region, demand);
  const needs = ofRegion.map((need) => need * effect);
  const factor = practice.onlineRate === undefined ? usual * online : factorFor(expected.online * practice.onlineRate, needs, LIKE_OTHERS, demand);
  const own = channelled(needs, factor, LIKE_OTHERS, demand);
  if (practice.callRate !== undefined) return withCalls(own, scaleFor(expected.calls * practice.callRate, practice.callRate / demand.nationalCallRate, own));
  if (region.callRate === undefined) return own;
  return withCalls(own, scaleFor(expected.calls * region.callRate, region.callRate / demand.nationalCallRate, channelled(ofRegion, usual, demand.onlineByPractice, demand)));
}

/** Of a region: needs by kind; what the need rates give for each contact that is published, calls being published with redials; and the factor of usual online shares. */
interface Usual {
  readonly ofRegion: readonly number[];
  readonly expected: { readonly online: number; readonly calls: number };
  readonly usual: number;
}

/** All practices of a region ask for it, in every replication. */
const found = new WeakMap<Parameters["demand"], WeakMap<Region, Usual>>();

function usualOf(region: Region, demand: Parameters["demand"]): Usual {
  let ofRegions = found.get(demand);
  if (ofRegions === undefined) found.set(demand, (ofRegions = new WeakMap()));
  let own = ofRegions.get(region);
  if (own === undefined) ofRegions.set(region, (own = worked(region, demand)));
  return own;
}

function worked(region: Region, demand: Parameters["demand"]): Usual {
  const national = channelled(needsAt(demand.nationalAppointmentRate, demand), 1, demand.onlineByPractice, demand);
  const ofRegion = needsAt(region.appointmentRate, demand);
  const expected = { online: totalBy(ONLINE, national) / demand.nationalOnlineRate, calls: totalBy(TELEPHONE, national) / demand.nationalCallRate };
  return { ofRegion, expected, usual: region.onlineRate === undefined ? 1 : factorFor(expected.online * region.onlineRate, ofRegion, demand.onlineByPractice, demand) };
}

/** Needs by kind where so many appointments are held; those of the practice, planned ones, are not among them. */
function needsAt(appointmentRate: number, demand: Parameters["demand"]): number[] {
  const clinical = appointmentRate / demand.nationalAppointmentRate;
  return [demand.sameDayRate * clinical, demand.bookableRate * clinical, 0, demand.queryRate, demand.prescriptionContactRate, demand.informationRate];
}

/** Mean contacts of practices that ask for `factor` times the usual share online, times what stands in `spread` (quantiles in equal steps). */
function channelled(needs: readonly number[], factor: number, spread: readonly number[], demand: Parameters["demand"]): number[][] {
  const split = (kind: number, [telephone, request, desk]: readonly number[]): number[] => {
    const need = needs[kind]!;
    if (telephone! + desk! === 0) return [0, request! * need, 0];
    const byRequest = meanUpTo(MOST_ONLINE, request! * factor, spread);
    const others = (1 - byRequest) / (telephone! + desk!);
    return [telephone! * others * need, byRequest * need, desk! * others * need];
  };
  return [split(SAME_DAY, demand.sameDayChannels), split(BOOKABLE, demand.bookableChannels), [0, 0, 0], split(QUERY, demand.queryChannels), split(PRESCRIPTION, demand.prescriptionChannels), [needs[INFORMATION]!, 0, 0]];
}

/** Mean of `share` times what is spread so, none of it above `most`. */
function meanUpTo(most: number, share: number, spread: readonly number[]): number {
  if (spread.length === 1) return Math.min(most, share * spread[0]!);
  let sum = 0;
  for (let step = 1; step < spread.length; step++) {
    const [from, to] = [share * spread[step - 1]!, share * spread[step]!];
    if (to <= most) sum += (from + to) / 2;
    else if (from >= most) sum += most;
    else sum += most - ((most - from) * (most - from)) / (2 * (to - from));
  }
  return sum / (spread.length - 1);
}

/** The factor of usual online shares with which `requests` come in, or as near to it as `MOST_ONLINE` lets them come. */
function factorFor(requests: number, needs: readonly number[], spread: readonly number[], demand: Parameters["demand"]): number {
  const at = (factor: number): number => totalBy(ONLINE, channelled(needs, factor, spread, demand));
  let [low, high] = [0, 1];
  while (at(high) < requests && high < 1024) high *= 2;
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2;
    if (at(middle) < requests) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** What `scaleFor` makes of calls. */
interface Scale {
  readonly clinical: number;
  readonly others: number;
  readonly information: number;
}

/**
 * Everywhere the menu answers the same share of all calls, so `information` scales what it answers. Clinical needs stay, and queries and prescriptions make up the
 * number of `calls`; where even the clinical ones are more, some of those come to the desk.
 */
function scaleFor(calls: number, information: number, contacts: ByChannel): Scale {
  const [clinical, others] = [CLINICAL, OTHERS].map((kinds) => kinds.reduce<number>((sum, kind) => sum + contacts[kind]![TELEPHONE]!, 0)) as [number, number];
  const left = Math.max(0, calls - information * contacts[INFORMATION]![TELEPHONE]!);
  return { clinical: clinical > left ? left / clinical : 1, others: others > 0 ? Math.max(0, left - clinical) / others : 1, information };
}

function withCalls(contacts: ByChannel, { clinical, others, information }: Scale): ByChannel {
  return contacts.map(([telephone, request, desk], kind) => {
    if (kind === PLANNED) return [0, 0, 0];
    if (kind === INFORMATION) return [telephone! * information, request!, desk!];
    return kind < PLANNED ? [telephone! * clinical, request!, desk! + telephone! * (1 - clinical)] : [telephone! * others, request!, desk! * others];
  });
}

function totalBy(channel: number, contacts: ByChannel): number {
  return contacts.reduce((sum, by) => sum + by[channel]!, 0);
}
