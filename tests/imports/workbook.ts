/** Small Excel workbooks in the layouts of NHS England, with practices that do not exist. */
import { crc32 } from "node:zlib";

/** Days since 1899-12-30, as Excel counts them, of cells that are to be dates. */
export interface SheetDate {
  readonly days: number;
}
type Cell = string | number | SheetDate | null;

/** A workbook of these sheets: by name, rows of cells. Its archive is stored, not compressed. */
export function workbookOf(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const names = Object.keys(sheets);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const part = (type: string, target: string, id: string): string => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const all = (parts: readonly string[]): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts.join("")}</Relationships>`;
  return zipOf({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": all([part("officeDocument", "xl/workbook.xml", "r1")]),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": all([...names.map((_, at) => part("worksheet", `worksheets/sheet${at + 1}.xml`, `s${at}`)), part("styles", "styles.xml", "style")]),
    // The second style is Excel's own for months, "mmm-yy".
    "xl/styles.xml": `<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="17" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, `<worksheet xmlns="${main}"><sheetData>${sheets[name]!.map(rowXml).join("")}</sheetData></worksheet>`])),
  });
}

function rowXml(cells: readonly Cell[], row: number): string {
  const xml = cells.map((cell, column) => {
    const place = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
    if (cell === null) return "";
    if (typeof cell === "string") return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`;
    return typeof cell === "number" ? `<c ${place}><v>${cell}</v></c>` : `<c ${place} s="1"><v>${cell.days}</v></c>`;
  });
  return `<row r="${row + 1}">${xml.join("")}</row>`;
}

export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)];
    // Version, flags, method 0 (stored), time, date, sum, both sizes, length of the path, no extra field.
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(content.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(Buffer.from("PK\x03\x04"), head, path, content);
    central.push(Buffer.from("PK\x01\x02\x14\x00"), head, place, path);
    offset += 30 + path.length + content.length;
  }
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(Buffer.concat(central).length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...local, ...central, Buffer.from("PK\x05\x06"), end]));
}

/** Labels as published: line breaks, double spaces, marks of footnotes. */
const telephonyHeader = ["Month [1]", "GP Practice \r\n(ODS_CODE)", "GP Name", "PCN Code", "PCN  Name [2,3]", "ICB Code  [2]", "Count of  Inbound calls"];

/** February 2026, as Excel counts days. */
export const february = { days: 46_054 };

export function telephonyRow(code: string, calls: number | string = 5000, month: Cell = february): Cell[] {
  return [month, code, "SURGERY", "U90001", "HARBOUR  PCN", "QKS", calls];
}

/** Titles, a header in two rows, totals and notes stand about the rows. */
export function telephonyOf(rows: readonly (readonly Cell[])[]): Uint8Array {
  return workbookOf({
    "Title sheet": [["Cloud Based Telephony data in General Practice"]],
    "Table 3": [
      [null, null, null, null, null, null, 12_345], [], [], [], ["Return to Contents"], [], ["Table 3: Summary of Cloud based telephony call outcomes"], [],
      [null, null, null, null, null, null, "Count of Inbound Call Outcome"], telephonyHeader, [null, null, null, null, null, null, "Total"], [],
      ["Total", null, null, null, null, null, 99_999], [], ...rows, [], ["Notes:", "1   Data for earlier months is elsewhere"], [null, "2   Rates cannot be aggregated"],
    ],
  });
}

const onlineHeader = ["Month [1]", "GP Code", "GP Name", "PCN Code [2, 3]", "ICB Code", "Supplier [4, 5, 6]", "Submissions [7]", "Registered Patient Count [8]", "Rate per 1,000 Registered Patients [9, 10]", "Participation"];

export function onlineRow(code: string, requests: number | string, { patients = 10_000, takesPart = 1, month = february as Cell } = {}): Cell[] {
  return [month, code, "SURGERY", "U", "QKS", "SUPPLIER, OTHER SUPPLIER", requests, patients, 1.5, takesPart];
}

/** Titles, totals and notes stand about the rows. */
export function onlineOf(rows: readonly (readonly Cell[])[]): Uint8Array {
  return workbookOf({
    "Title sheet": [["Submissions via Online Consultation Systems"]],
    "Table 2": [[], ["Return to Contents"], ["_"], ["Table 2: Submissions received by practices"], [], onlineHeader, ...rows, [], ["Source"], ["Notes:", "1   Data for previous months is elsewhere"]],
  });
}
