/** What a practice is to expect on an average working day: the means from which demand is drawn and for which staff and diary are planned. */
import { inverseNormal, exp } from "../engine/maths.js";
import { stream, uniform } from "../engine/random.js";
import type { Estate, Practice } from "../estate/estate.js";
import type { Parameters } from "../facts/defaults.js";
import { contactsOf, type ByChannel } from "./contacts.js";
import { PLANNED, type DESK, type ONLINE, type TELEPHONE } from "./demand.js";

export interface Rates {
  /** Lasting factor of the practice's need, and of its staff, against others of its size. */
  readonly effect: number;
  /** Needs a working day, by kind (index of `needKinds`). */
  readonly needs: readonly number[];
  /** Of these, by kind and channel (telephone, online, desk). */
  readonly byChannel: ByChannel;
  /** Shares of GP, nurse and other direct care, for same-day needs and for needs booked ahead. */
  readonly sameDayRoles: readonly number[];
  readonly aheadRoles: readonly number[];
  /** What arrives without a patient a working day, by kind (index of `itemKinds`). */
  readonly items: readonly number[];
}

export function ratesOf(estate: Estate, practice: Practice, parameters: Parameters, seed: string): Rates {
  const { demand } = parameters;
  // Calls of its own say what lasts: whether its patients need more of everything besides is not known.
  const effect = practice.callRate === undefined ? practiceEffect(practice, parameters, seed) : 1;
  const region = estate.regions[practice.region]!;
  const thousands = practice.patients / 1000;
  const byChannel = contactsOf(region, practice, effect, onlineFactor(practice, parameters, seed), parameters).map((channels) => channels.map((rate) => rate * thousands));
  const needs = byChannel.map((channels) => channels.reduce((sum, count) => sum + count, 0));
  needs[PLANNED] = demand.plannedRate * (region.appointmentRate / demand.nationalAppointmentRate) * thousands * effect;
  const { gp, nurse } = practice.staff;
  const other = otherDirectCare(practice, parameters);
  const clinicians = gp + nurse + other;
  const gpFactor = clinicians > 0 ? gp / clinicians / demand.nationalGpShareOfStaff : 1;
  const byNurses = nurse * demand.nursePerOther;
  const nurseShare = byNurses + other > 0 ? byNurses / (byNurses + other) : 0;
  const roles = (gpShare: number) => {
    const byGp = nurse + other > 0 ? Math.min(0.95, gpShare * gpFactor) : 1;
    return [byGp, (1 - byGp) * nurseShare, (1 - byGp) * (1 - nurseShare)];
  };
  return {
    effect,
    needs,
    byChannel,
    sameDayRoles: roles(demand.gpShareSameDay),
    aheadRoles: roles(demand.gpShareAhead),
    items: [demand.resultRate, demand.letterRate, demand.repeatRate, demand.reportRate].map((rate) => rate * thousands * effect),
  };
}

/** Full-time equivalents of other direct care at the practice: its own and its share of the network's. */
export function otherDirectCare({ staff, patients }: Practice, { care }: Parameters): number {
  return staff.other + (care.pcnStaff * patients) / 10_000;
}

/** Share of the practice's other direct care that the network's staff give; 0 where there is none at all. */
export function networkShareOf(practice: Practice, parameters: Parameters): number {
  const all = otherDirectCare(practice, parameters);
  return all > 0 ? 1 - practice.staff.other / all : 0;
}

/** Needs a working day that reach the practice by a channel, in all and by kind. */
export function kindsBy(rates: Rates, channel: typeof TELEPHONE | typeof ONLINE | typeof DESK): { total: number; shares: number[] } {
  const shares = rates.byChannel.map((channels) => channels[channel]!);
  return { total: shares.reduce((sum, share) => sum + share, 0), shares };
}

/** How the practice's online requests stand to the mean of its region: the same in every replication. */
function onlineFactor(practice: Practice, { demand }: Parameters, seed: string): number {
  const quantiles = demand.onlineByPractice;
  const at = uniform(stream(seed, "online effect", practice.code)) * (quantiles.length - 1);
  const below = Math.floor(at);
  return quantiles[below]! + (at - below) * (quantiles[below + 1]! - quantiles[below]!);
}

/** Lasting factor of the practice, lognormal with mean 1: the same in every replication. */
function practiceEffect(practice: Practice, parameters: Parameters, seed: string): number {
  const sd = parameters.demand.practiceSd;
  return exp(sd * inverseNormal(uniform(stream(seed, "practice effect", practice.code))) - (sd * sd) / 2);
}
