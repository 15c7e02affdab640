import { type Cell, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { contains, formatAddress } from "../grid/address";
import { isCellErrorCode, type Scalar } from "../grid/cell-value";
import type { PlacedCell } from "../grid/whole-sheets";
import { POINTS_PER_DIGIT, toFileStyle, USUAL_FONT } from "./cell-format";
import { completeCharts, toFileChart } from "./charts";
import { compactPlace, writeRows } from "./compact-cells";
import { toFileRule, toFileValidation } from "./conditional-formats";
import { writeColor } from "./file-color";
import { toFileFormula, worksOnArrays } from "./formula-text";
import { known, unless } from "./known";
import { writeLinks } from "./links";
import { NamedStyleWriter } from "./named-styles";
import { PackageParts } from "./package-parts";
import { printNames, toFilePage } from "./page-setup";
import { toProperties } from "./settings";
import type { SheetDocument, WorkbookDocument } from "./workbook-document";

type NamedRange = NonNullable<Parameters<typeof writeXlsx>[0]["namedRanges"]>[number];

/** Errors that the file format has; newer ones would need parts that no library here writes. */
const FILE_ERRORS = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

/**
 * A workbook as the bytes of an .xlsx file.
 *
 * @param ownFunctions Names of the add-in's functions, such as COMMIT.BAND_RATE.
 * @throws With a sentence, when a file cannot hold the workbook, such as one with a sheet name that Excel forbids.
 */
export async function writeWorkbookFile(
  document: WorkbookDocument,
  ownFunctions: readonly string[],
): Promise<Uint8Array> {
  const sheets = document.sheets.map(withHeadings);
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => toFileSheet(sheet, ownFunctions)),
    namedRanges: [
      ...document.names.map(
        ({ name, formula, comment, scope }): NamedRange =>
          known<NamedRange>({
            name,
            range: toFileFormula(formula, ownFunctions),
            comment: unless(comment, ""),
            scope,
          }),
      ),
      ...document.sheets.flatMap(printNames),
    ],
    defaultFont: USUAL_FONT,
    activeSheet: Math.max(
      0,
      document.sheets.findIndex(({ name }) => name === document.activeSheet),
    ),
    properties: { custom: toProperties(document.settings) },
  });
  return withWhatIsMissing(bytes, { ...document, sheets });
}

/** Adds what the library does not write: hidden names, styles and charts by name, straight lines, links, and that an error is one. */
function withWhatIsMissing(bytes: Uint8Array, document: WorkbookDocument): Uint8Array {
  const parts = PackageParts.unzip(bytes);
  const { workbookPath, stylesPath } = parts;
  const names = document.names.values();
  parts.change(workbookPath, (xml) =>
    xml.replace(/(<definedName [^>]*)>/g, (tag, start: string) =>
      names.next().value?.visible === false ? `${start} hidden="1">` : tag,
    ),
  );
  writeLinks(parts, document.links ?? []);
  const styles = new NamedStyleWriter(parts.text(stylesPath));
  const tabs = parts.sheets();
  document.sheets.forEach((sheet, index) => {
    const path = tabs[index]?.path ?? "";
    parts.change(path, (xml) =>
      writeRows(xml, sheet, (written, { value, formula, look }) => {
        const isError = formula !== null && isFileError(value);
        const typed = isError ? written.replace('t="str"', 't="e"') : written;
        return styles.write(typed, look?.namedStyle ?? "Normal");
      }),
    );
    completeCharts(parts, path, sheet.charts);
  });
  parts.put(stylesPath, styles.stylesXml);
  return parts.bytes();
}

/** A sheet whose tables have the headings that the file format requires: text, none blank and none repeated. */
function withHeadings(sheet: SheetDocument): SheetDocument {
  const cells = new Map(sheet.cells.map((cell) => [`${cell.row},${cell.col}`, cell]));
  for (const { rect } of sheet.tables) {
    const seen = new Set<string>();
    for (let offset = 0; offset < rect.cols; offset += 1) {
      const place = { row: rect.row, col: rect.col + offset };
      const key = `${place.row},${place.col}`;
      const { value = null, look = null } = cells.get(key) ?? {};
      const given = String(value ?? "") || `Column${offset + 1}`;
      let name = given;
      for (let number = 2; seen.has(name.toLowerCase()); number += 1) name = `${given}${number}`;
      seen.add(name.toLowerCase());
      cells.set(key, { ...place, value: name, formula: null, spill: null, isSpilled: false, look });
    }
  }
  return { ...sheet, cells: [...cells.values()].sort((a, b) => a.row - b.row || a.col - b.col) };
}

function toFileSheet(sheet: SheetDocument, ownFunctions: readonly string[]): WriteSheet {
  const rewrite = (formula: string): string => toFileFormula(formula, ownFunctions);
  const cells = sheet.cells.map((cell, index): [string, Partial<Cell>] => {
    const { row, col } = compactPlace(index);
    return [`${row},${col}`, toFileCell(cell, ownFunctions)];
  });
  const tables = sheet.tables.map(({ name, rect, style, showBandedRows, showFilterButton }) => ({
    name,
    displayName: name,
    range: formatAddress(rect),
    columns: sheet.cells
      .filter((cell) => contains({ ...rect, rows: 1 }, { ...cell, rows: 1, cols: 1 }))
      .map(({ value }) => ({ name: writable(String(value)) })),
    style,
    showRowStripes: showBandedRows,
    showAutoFilter: showFilterButton,
  }));
  const { frozen } = sheet;
  return {
    name: sheet.name,
    cells: new Map(cells),
    tables,
    hidden: sheet.visibility === "Hidden",
    veryHidden: sheet.visibility === "VeryHidden",
    view: known<NonNullable<WriteSheet["view"]>>({
      showGridLines: sheet.showsGridlines,
      tabColor: sheet.tabColor === "" ? undefined : { rgb: writeColor(sheet.tabColor) },
    }),
    ...(frozen.rows > 0 || frozen.columns > 0 ? { freezePane: frozen } : {}),
    ...(sheet.isProtected ? { protection: { sheet: true } } : {}),
    columns: sheet.columnWidths.map((points) => ({ width: points / POINTS_PER_DIGIT })),
    merges: sheet.merges.map(({ row, col, rows, cols }) => ({
      startRow: row,
      startCol: col,
      endRow: row + rows - 1,
      endCol: col + cols - 1,
    })),
    conditionalRules: sheet.conditionalFormats.map(({ rects, rule }, index) =>
      toFileRule(rects, rule, index + 1, rewrite),
    ),
    dataValidations: sheet.validations.map(({ rects, validation }) =>
      toFileValidation(rects, validation, rewrite),
    ),
    charts: sheet.charts.map((chart) => toFileChart(chart, sheet.name)),
    pageSetup: toFilePage(sheet.page),
  };
}

function toFileCell(cell: PlacedCell, ownFunctions: readonly string[]): Partial<Cell> {
  const { value, formula, spill, look } = cell;
  const style = look ? { style: toFileStyle(look) } : {};
  if (formula === null) return { value: writable(value), ...style };
  const address = formatAddress({ ...cell, ...(spill ?? { rows: 1, cols: 1 }) });
  const isArray = spill !== null || worksOnArrays(formula, ownFunctions);
  const isNewError = isCellErrorCode(value) && !isFileError(value);
  return {
    formula: toFileFormula(formula, ownFunctions),
    ...(value === null || isNewError ? {} : { formulaResult: writable(value) }),
    ...(isArray ? { formulaType: "array", formulaRef: address, formulaDynamic: true } : {}),
    ...style,
  };
}

function isFileError(value: Scalar): boolean {
  return typeof value === "string" && FILE_ERRORS.includes(value);
}

/** Text that XML can hold, with text escaped that looks like an escape. */
function writable<T extends Scalar>(value: T): T | string {
  if (typeof value !== "string") return value;
  return value
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (mark) => (/\s/.test(mark) ? mark : ""))
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
