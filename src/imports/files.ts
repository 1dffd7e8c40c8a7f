/** The published files from which an estate is imported. */
import type { Table } from "./table.js";

/** Publications of NHS England: two that are needed, and those that bring practices' own figures. */
export interface EstateFiles {
  /** `gp-reg-pat-prac-map`, with ICBs and suppliers or, until 2022, with CCGs and STPs. */
  readonly map: Uint8Array;
  /** `gp-reg-pat-prac-all`. */
  readonly patients: Uint8Array;
  /** General Practice Workforce by practice: full-time equivalents, a row for each year. */
  readonly workforce?: Uint8Array;
  /** Table 3 of `CBT_Publication_Summary`, as `telephonyTable` reads it. */
  readonly telephony?: Table;
  /** Table 2 of `Submissions_via_OC_Systems`, as `onlineTable` reads it. */
  readonly online?: Table;
  /** `epraccur`: 27 columns, no header. */
  readonly ods?: Uint8Array;
}

/** What messages call them: each begins with its name. */
export const fileNames: Readonly<Record<keyof EstateFiles, string>> = {
  map: "practice map (gp-reg-pat-prac-map)",
  patients: "registered patients (gp-reg-pat-prac-all)",
  workforce: "workforce (General Practice Workforce by practice)",
  telephony: "cloud telephony (CBT_Publication_Summary, Table 3)",
  online: "online requests (Submissions_via_OC_Systems, Table 2)",
  ods: "organisations (epraccur)",
};
