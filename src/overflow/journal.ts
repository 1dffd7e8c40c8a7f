/** What happened downstream of the practices of one region in one arm: typed arrays, as in the journal of care. */
import type { Minutes } from "../facts/days.js";

/** Where somebody is seen or heard, first come, first served; those who came before the first reported onset are left out but for two days. */
export interface LineJournal {
  /** Everybody who called or came, in order of time. */
  readonly at: Float64Array;
  /** 1 for whom a practice of the estate could not help; 0 for all others. */
  readonly isHandedOver: Uint8Array;
  /** When somebody took the call or saw the patient; NaN for who gave up before, or waits at the horizon. */
  readonly startedAt: Float64Array;
  /** When who waited gave up; NaN for all others. */
  readonly gaveUpAt: Float64Array;
}

/** Community pharmacies of a region, by simulated hour. */
export interface PharmacyJournal {
  /** Items issued by practices, and items handed to patients, during the hour. */
  readonly issued: Float64Array;
  readonly dispensed: Float64Array;
  /** Items issued and not dispensed at the end of the hour. */
  readonly waiting: Float64Array;
  /** Patients who come instead of to their practice, during the hour. */
  readonly visits: Float64Array;
}

export interface Arms<Of> {
  readonly none: Of;
  readonly outage: Of;
}

/** One region in one replication. */
export interface RegionJournals {
  /** Index in the estate. */
  readonly region: number;
  /** Of the replication: first change for any practice of the estate. */
  readonly onset: Minutes;
  readonly nhs111: Arms<LineJournal>;
  readonly urgentCare: Arms<LineJournal>;
  readonly pharmacies: Arms<PharmacyJournal>;
}

/** What a team had to do, in order of arrival. */
export interface TeamJournal {
  /** When an item came, of an appointment when it was to be. */
  readonly at: Float64Array;
  /** When it was done; NaN for one that is open at the horizon. */
  readonly doneAt: Float64Array;
}

/** One team in one replication. */
export interface TeamJournals extends Arms<TeamJournal> {
  readonly team: string;
  /** Items that it expects on a day on which it is open. */
  readonly itemsADay: number;
  /** End of the last time in which fewer than 95 in 100 of its people could reach anything of what it needs; -Infinity where there is none. */
  readonly restored: Minutes;
}
