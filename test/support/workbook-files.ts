import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parseAddress } from "../../src/host/grid/address";
import type { Scalar } from "../../src/host/grid/cell-value";
import { hostForNode } from "./host-bundle";
import type { LocalWorkbook } from "./local-workbook";

/** The local workbook's own opening and saving of files, from the bundle whose classes the open workbook uses. */
export const { openWorkbook, saveWorkbook, lossesOfSaving, captureWorkbook, restoreWorkbook } =
  hostForNode;

/** The text of one part of an .xlsx file. */
export function partOf(file: Uint8Array, path: string): string {
  const part = unzipSync(file)[path];
  if (part === undefined) throw new Error(`the file has no part ${path}`);
  return strFromU8(part);
}

/** The file with parts changed or added; undefined takes one out. */
export function withParts(
  file: Uint8Array,
  parts: Readonly<Record<string, string | ((before: string) => string) | undefined>>,
): Uint8Array {
  const entries = unzipSync(file);
  for (const [path, part] of Object.entries(parts)) {
    const before = entries[path];
    if (part === undefined) delete entries[path];
    else
      entries[path] = strToU8(
        typeof part === "string" ? part : part(before ? strFromU8(before) : ""),
      );
  }
  return zipSync(entries);
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Formats of the cells of a file that fileOf() makes: s="1" is a date, s="2" is bold. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" applyFont="1"/></cellXfs></styleSheet>`;

export interface FileParts {
  /** Each sheet's name, and the XML of its rows and merged cells. */
  readonly sheets: Readonly<Record<string, string>>;
  /** XML of the names. */
  readonly names?: string;
  /** Parts beside, by path. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Tabs that are no worksheets: kind, and the path of a part that is among `parts`. */
  readonly tabs?: Readonly<Record<string, readonly [kind: string, path: string]>>;
  /** Links of the workbook beside its sheets: kind, and path. */
  readonly links?: readonly (readonly [kind: string, path: string])[];
}

/** The least .xlsx file that holds some rows, as another program would write it. */
export function fileOf({
  sheets,
  names = "",
  parts = {},
  tabs = {},
  links = [],
}: FileParts): Uint8Array {
  const worksheets = Object.entries(sheets).map(
    ([name], index) => [name, "worksheet", `worksheets/sheet${index + 1}.xml`] as const,
  );
  const others = Object.entries(tabs).map(([name, [kind, path]]) => [name, kind, path] as const);
  const all = [...others, ...worksheets];
  const link = (kind: string, path: string, id: string): string =>
    `<Relationship Id="${id}" Type="${LINKS}/${kind}" Target="${path}"/>`;
  const list = (items: readonly string[]): string =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}">${items.join("")}</Relationships>`;
  const references = links
    .filter(([kind]) => kind === "externalLink")
    .map((_, index) => `<externalReference r:id="rIdLink${index + 1}"/>`);
  const text: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": list([link("officeDocument", "xl/workbook.xml", "rId1")]),
    "xl/workbook.xml": `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${all
      .map(
        ([name], index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
      )
      .join("")}</sheets>${
      references.length > 0 ? `<externalReferences>${references.join("")}</externalReferences>` : ""
    }${names === "" ? "" : `<definedNames>${names}</definedNames>`}</workbook>`,
    "xl/_rels/workbook.xml.rels": list([
      ...all.map(([, kind, path], index) => link(kind, path, `rId${index + 1}`)),
      ...links.map(([kind, path], index) => link(kind, path, `rIdLink${index + 1}`)),
      link("styles", "styles.xml", "rIdStyles"),
    ]),
    "xl/styles.xml": DECLARATION + STYLES,
    ...Object.fromEntries(
      Object.values(sheets).map((xml, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        sheetXml(xml),
      ]),
    ),
    ...parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(text).map(([path, part]) => [
        path,
        typeof part === "string" ? strToU8(part) : part,
      ]),
    ),
  );
}

/** A sheet's XML around its rows, and merged cells behind them. */
export function sheetXml(rows: string): string {
  const [data = "", ...rest] = rows.split(/(?=<mergeCells)/);
  return `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${LINKS}"><sheetData>${data}</sheetData>${rest.join("")}</worksheet>`;
}

/** What a cell shows, once everything is calculated. */
export async function shownAt({ grid }: LocalWorkbook, place: string): Promise<Scalar> {
  await grid.settle();
  const { sheet, rect } = parseAddress(place) ?? {};
  const { id } = grid.sheets().find(({ name }) => name === (sheet ?? "Sheet1")) ?? {};
  if (id === undefined || rect === undefined) throw new Error(`there is no ${place}`);
  return grid.values(id, rect)[0]?.[0] ?? null;
}
