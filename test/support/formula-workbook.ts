import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A cell of a workbook to calculate: a formula with its equals sign, or a value. */
export interface GivenCell {
  readonly sheet: string;
  /** Such as B4. */
  readonly address: string;
  readonly row: number;
  readonly column: number;
  readonly content:
    | { readonly kind: "formula"; readonly formula: string }
    | { readonly kind: "value"; readonly value: number | string | boolean };
}

/** The shown value of a cell: an error is its code as text, such as #N/A. */
export type ShownCell = number | string | boolean | null;

/** A workbook of formulas without results, so that the program that opens it must calculate them. */
export function xlsxOf(cells: readonly GivenCell[]): Uint8Array {
  const names = [...new Set(cells.map(({ sheet }) => sheet))];
  const parts: Record<string, string> = {
    "[Content_Types].xml": types(names),
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${names
      .map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      names.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`]),
    ),
  };
  for (const [at, name] of names.entries()) {
    const rows = new Map<number, GivenCell[]>();
    for (const one of cells) {
      if (one.sheet !== name) continue;
      const row = rows.get(one.row) ?? [];
      rows.set(one.row, row);
      row.push(one);
    }
    const xml = [...rows]
      .toSorted(([one], [other]) => one - other)
      .map(([row, all]) => {
        const inOrder = all.toSorted((one, other) => one.column - other.column);
        return `<row r="${row}">${inOrder.map(cellXml).join("")}</row>`;
      });
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${xml.join("")}</sheetData></worksheet>`;
  }
  const files = Object.entries(parts).map(
    ([path, xml]) => [path, strToU8(DECLARATION + xml)] as const,
  );
  return zipSync(Object.fromEntries(files));
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function types(names: readonly string[]): string {
  const sheets = names.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${sheets.join("")}</Types>`;
}

function relations(all: readonly (readonly [kind: string, target: string])[]): string {
  const links = all.map(
    ([kind, target], at) =>
      `<Relationship Id="r${at + 1}" Type="${LINKS}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${links.join("")}</Relationships>`;
}

function cellXml({ address, content }: GivenCell): string {
  if (content.kind === "formula")
    return `<c r="${address}"><f>${escaped(content.formula.slice(1))}</f></c>`;
  const { value } = content;
  if (typeof value === "number") return `<c r="${address}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${address}" t="b"><v>${Number(value)}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" },
  "'": "&apos;",
};

/** The shown values of a workbook, by place such as Workings!B4. */
export function valuesIn(file: Uint8Array): ReadonlyMap<string, ShownCell> {
  const parts = unzipSync(file);
  const xmlOf = (path: string): string => {
    const part = parts[path];
    return part ? strFromU8(part) : "";
  };
  const shared = [...xmlOf("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, si = ""]) =>
      unescaped([...si.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, words = ""]) => words).join("")),
  );
  const values = new Map<string, ShownCell>();
  const names = [...xmlOf("xl/workbook.xml").matchAll(/<sheet name="([^"]*)"/g)];
  for (const [at, [, name = ""]] of names.entries()) {
    const cells = xmlOf(`xl/worksheets/sheet${at + 1}.xml`).matchAll(
      /<c r="([A-Z]+\d+)"[^>]*?(?: t="(\w+)")?(?:\/>|>(.*?)<\/c>)/gs,
    );
    for (const [, address = "", type = "", body = ""] of cells) {
      const written = /<v>(.*?)<\/v>/s.exec(body)?.[1];
      if (written === undefined) continue;
      values.set(`${unescaped(name)}!${address}`, shownValue(type, written, shared));
    }
  }
  return values;
}

function shownValue(type: string, written: string, shared: readonly string[]): ShownCell {
  if (type === "s") return shared[Number(written)] ?? "";
  if (type === "str" || type === "e") return unescaped(written);
  return type === "b" ? written === "1" : Number(written);
}

function unescaped(words: string): string {
  return words.replace(
    /&(?:amp|lt|gt|quot|apos);/g,
    (code) => Object.keys(ESCAPES).find((sign) => ESCAPES[sign] === code) ?? code,
  );
}
