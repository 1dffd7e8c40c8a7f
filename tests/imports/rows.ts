/** Small files in the layouts of NHS England, with practices that do not exist. */

const encoder = new TextEncoder();

export function bytesOf(header: string, rows: readonly string[], newline = "\n"): Uint8Array {
  return encoder.encode([header, ...rows].map((line) => line + newline).join(""));
}

export const mapHeader =
  "PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME,ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME,SUPPLIER_NAME";
export const olderMapHeader =
  "PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_CCG_CODE,CCG_CODE,CCG_NAME,ONS_STP_CODE,STP_CODE,STP_NAME,ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME";
export const patientsHeader = "PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS";
export const workforceHeader =
  '"Practice.Code","Year","ICB_NAME","TOTAL_PATIENTS","TOTAL_GP_EXTGL_FTE","TOTAL_LOCUUM_TRN_FTE","TOTAL_NURSES_FTE","TOTAL_DPC_FTE","TOTAL_ADMIN_FTE"';

interface Mapped {
  readonly code: string;
  readonly name?: string;
  readonly pcn?: string;
  readonly pcnName?: string;
  readonly subIcb?: string;
  readonly icb?: string;
  readonly icbName?: string;
  readonly supplier?: string;
  readonly date?: string;
}

export function mapRow({ code, name = `"SURGERY, ${code}"`, pcn = "U90001", pcnName = "HARBOUR  PCN", subIcb = "91Q", icb = "QKS", icbName = "NHS Kent and Medway Integrated Care Board", supplier = "EMIS", date = "01Aug2026" }: Mapped): string {
  return `GP_PRAC_PAT_LIST,${date},${code},${name},ZZ1 1ZZ,${pcn},${pcnName},E00000000,${subIcb},NHS ICB - ${subIcb},E50000000,${icb},${icbName},E40000000,Y00,Somewhere,${supplier}`;
}

export function olderMapRow({ code, name = "SURGERY", pcn = "U90001", pcnName = "HARBOUR PCN", subIcb = "91Q", icb = "QKS", icbName = "Kent and Medway" }: Mapped): string {
  return `GP_PRAC_PAT_LIST,01Jan2022,${code},${name},ZZ1 1ZZ,${pcn},${pcnName},E00000000,${subIcb},NHS CCG,E50000000,${icb},${icbName},E40000000,Y00,Somewhere`;
}

export function patientsRow(code: string, patients: number | string, subIcb = "91Q", sex = "ALL"): string {
  return `GP_PRAC_PAT_LIST,2026-03-01,GP,${subIcb},E00000000,${code},ZZ1 1ZZ,${sex},ALL,${patients}`;
}

/** 27 columns, no header. */
export function epraccurRow(code: string, icb: string, { name = "SURGERY", grouping = "Y00", status = "A", setting = "4" } = {}): string {
  const fields = Array.from({ length: 27 }, () => "");
  [fields[0], fields[1], fields[2], fields[3], fields[12], fields[25]] = [code, name, grouping, icb, status, setting];
  return fields.map((field) => `"${field}"`).join(",");
}

/** GPs, locums and trainees, nurses, other direct care, administration. */
export function workforceRow(code: string, fte: readonly (number | string)[], { year = 2025, patients = 10_000 as number | string } = {}): string {
  return `"${code}","${year}","Kent and Medway",${patients},${fte.join(",")}`;
}
