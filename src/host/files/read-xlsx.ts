import { type Cell, readXlsx, type Sheet, type Workbook } from "hucre/xlsx";
import { formatAddress, parseAddress } from "../address";
import type { Scalar } from "../cell-value";
import type { PlacedCell } from "../whole-sheets";
import { fromFileStyle, USUAL_FONT } from "./cell-format";
import { readColor } from "./file-color";
import { type FileReading, fileFaultOf } from "./file-fault";
import { fromFileFormula, shiftFormula, unknownAddinFunctions } from "./formula-text";
import { leftOut } from "./left-out";
import { readStyleNames } from "./named-styles";
import { PackageParts } from "./package-parts";
import { PLAIN_PAGE } from "./page-setup";
import { fromFileRule, fromFileValidation, readBlocks } from "./rules-in-files";
import { fromProperties } from "./settings-in-files";
import type {
  NameDocument,
  PageDocument,
  SheetDocument,
  WorkbookDocument,
} from "./workbook-document";
import { innerOf, readAttributes, readXmlText, tagsNamed } from "./xml-text";

const POINTS_PER_DIGIT = 5.25;

/** Width of a column that a file says nothing about: 8.43 digits and a margin, 64 pixels. */
const USUAL_WIDTH = 48;
const COLUMNS_SHOWN = 40;

/** What reading one sheet needs of its file. */
interface Context {
  readonly rewrite: (formula: string) => string;
  readonly theme: readonly string[];
  readonly usualFont: string;
  readonly styleNames: readonly string[];
  readonly notes: Set<string>;
}

/**
 * Reads the bytes of an .xlsx file.
 *
 * @param ownFunctions Names of the add-in's functions, such as COMMIT.BAND_RATE.
 * @returns The workbook, with a phrase for each thing in the file that is left out; or why it cannot be read.
 */
export async function readWorkbookFile(
  bytes: Uint8Array,
  ownFunctions: readonly string[],
): Promise<FileReading> {
  try {
    const parts = new PackageParts(bytes);
    parts.checkWhole();
    const file = await readXlsx(bytes, { readStyles: true });
    const notes = new Set(leftOut(parts.paths, file));
    const context: Context = {
      rewrite: (formula) => {
        const typed = fromFileFormula(formula, ownFunctions);
        for (const name of unknownAddinFunctions(typed)) {
          notes.add(`another add-in's function, ${name}: its cells show #NAME?`);
        }
        return typed;
      },
      theme: file.themeColors ?? [],
      usualFont: file.defaultFont?.name ?? USUAL_FONT.name,
      styleNames: readStyleNames(parts.stylesXml),
      notes,
    };
    const paths = parts.sheetPaths();
    const document: WorkbookDocument = {
      sheets: file.sheets.map((sheet) =>
        readSheet(sheet, parts.text(paths.get(sheet.name) ?? ""), context),
      ),
      names: readNames(file, parts.workbookXml, context),
      settings: fromProperties(file.properties?.custom ?? {}),
      activeSheet: file.sheets[file.activeSheet ?? 0]?.name ?? "",
    };
    if (!document.sheets.some(({ visibility }) => visibility === "Visible")) {
      return { ok: false, fault: { kind: "noSheets" } };
    }
    return { ok: true, document, leftOut: [...notes] };
  } catch (error) {
    return { ok: false, fault: fileFaultOf(bytes, error) };
  }
}

function readSheet(sheet: Sheet, xml: string, context: Context): SheetDocument {
  const { rewrite, theme, notes } = context;
  const conditionalFormats = (sheet.conditionalRules ?? []).flatMap((given) => {
    const rule = fromFileRule(given, rewrite, theme);
    if (rule === null) notes.add(`conditional formats of the kind ${given.type}`);
    return rule ? [{ rects: readBlocks(given.range), rule }] : [];
  });
  const validations = (sheet.dataValidations ?? []).flatMap((given) => {
    const validation = fromFileValidation(given, rewrite);
    if (validation === null) notes.add(`data validation of the kind ${given.type}`);
    return validation ? [{ rects: readBlocks(given.range), validation }] : [];
  });
  return {
    name: sheet.name,
    visibility: sheet.veryHidden ? "VeryHidden" : sheet.hidden ? "Hidden" : "Visible",
    tabColor: readColor(sheet.view?.tabColor, theme) ?? "",
    showsGridlines: sheet.view?.showGridLines !== false,
    isProtected: sheet.protection?.sheet === true,
    frozen: { rows: sheet.freezePane?.rows ?? 0, columns: sheet.freezePane?.columns ?? 0 },
    cells: readCells(sheet, xml, context),
    columnWidths: readWidths(sheet),
    rowHeights: new Map(
      [...(sheet.rowDefs ?? [])].flatMap(([row, { height }]) =>
        height === undefined ? [] : [[row, height] as const],
      ),
    ),
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      row: startRow,
      col: startCol,
      rows: endRow - startRow + 1,
      cols: endCol - startCol + 1,
    })),
    tables: (sheet.tables ?? []).flatMap((table) => {
      const rect = parseAddress(table.range ?? "")?.rect;
      if (rect === undefined) return [];
      return [
        {
          name: table.name,
          rect,
          style: table.style ?? "TableStyleMedium2",
          showFilterButton: table.showAutoFilter !== false,
          showBandedRows: table.showRowStripes !== false,
        },
      ];
    }),
    conditionalFormats,
    validations,
    page: readPage(sheet.pageSetup),
  };
}

function readCells(sheet: Sheet, xml: string, context: Context): readonly PlacedCell[] {
  const raw = readRawCells(xml);
  const spilled = spilledCells(sheet);
  const shared = sharedFormulas(sheet);
  const placed: PlacedCell[] = [];
  sheet.rows.forEach((values, row) => {
    values.forEach((given, col) => {
      const key = `${row},${col}`;
      const cell = sheet.cells?.get(key);
      const { style: format = 0, number } = raw.get(key) ?? {};
      const named = context.styleNames[format] ?? "Normal";
      const look =
        cell?.style || named !== "Normal"
          ? fromFileStyle(cell?.style ?? {}, named, context.usualFont, context.theme)
          : null;
      const text = cell?.formula ?? undefined;
      const formula = text ? text : shared(cell, row, col);
      const value = readScalar(cell?.formulaResult ?? cell?.value ?? given, number);
      if (value === null && formula === null && look === null) return;
      const area = cell?.formulaRef ? parseAddress(cell.formulaRef)?.rect : undefined;
      const fills = cell?.formulaType === "array" && area && area.rows * area.cols > 1;
      placed.push({
        row,
        col,
        value,
        formula: formula === null ? null : context.rewrite(formula),
        spill: fills ? { rows: area.rows, cols: area.cols } : null,
        isSpilled: spilled.has(key),
        look,
      });
    });
  });
  return placed;
}

/** Numbers of the formats of cells, and their plain numbers: the library makes dates of some. */
function readRawCells(
  xml: string,
): ReadonlyMap<string, { readonly style: number; readonly number: number | undefined }> {
  const cells = new Map<string, { style: number; number: number | undefined }>();
  const pattern = /<(?:\w+:)?c\s([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
  for (const [, tag = "", content = ""] of xml.matchAll(pattern)) {
    const { r = "", s = "0", t = "n" } = readAttributes(tag);
    const rect = parseAddress(r)?.rect;
    if (rect === undefined) continue;
    const value = t === "n" ? innerOf(content, "v") : "";
    cells.set(`${rect.row},${rect.col}`, {
      style: Number(s),
      number: value === "" ? undefined : Number(value),
    });
  }
  return cells;
}

function readScalar(value: Cell["value"] | undefined, number: number | undefined): Scalar {
  if (value instanceof Date) return number ?? null;
  return value ?? null;
}

/** Cells that formulas of other cells fill. */
function spilledCells(sheet: Sheet): ReadonlySet<string> {
  const spilled = new Set<string>();
  for (const [key, { formulaType, formulaRef }] of sheet.cells ?? []) {
    const rect = formulaType === "array" && formulaRef ? parseAddress(formulaRef)?.rect : undefined;
    if (!rect) continue;
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      for (let col = rect.col; col < rect.col + rect.cols; col += 1) {
        if (`${row},${col}` !== key) spilled.add(`${row},${col}`);
      }
    }
  }
  return spilled;
}

/** Formulas that a file writes once for many cells, as each of them reads. */
function sharedFormulas(
  sheet: Sheet,
): (cell: Cell | undefined, row: number, col: number) => string | null {
  const masters = new Map<number, { row: number; col: number; formula: string }>();
  for (const [key, { formulaSharedIndex, formula }] of sheet.cells ?? []) {
    const [row = 0, col = 0] = key.split(",").map(Number);
    if (formulaSharedIndex !== undefined && formula) {
      masters.set(formulaSharedIndex, { row, col, formula });
    }
  }
  return (cell, row, col) => {
    const index = cell?.formulaSharedIndex;
    const master = index === undefined ? undefined : masters.get(index);
    return master ? shiftFormula(master.formula, row - master.row, col - master.col) : null;
  };
}

function readWidths(sheet: Sheet): readonly number[] {
  const columns = sheet.columns ?? [];
  return Array.from({ length: Math.max(COLUMNS_SHOWN, columns.length) }, (_, index) => {
    const width = columns[index]?.width;
    return width === undefined ? USUAL_WIDTH : width * POINTS_PER_DIGIT;
  });
}

function readNames(file: Workbook, workbookXml: string, context: Context): NameDocument[] {
  const hidden = new Set(
    tagsNamed(workbookXml, "definedName")
      .map(readAttributes)
      .filter(({ hidden: is }) => is === "1" || is === "true")
      .map(({ name, localSheetId }) => `${localSheetId ?? ""}!${name}`),
  );
  return (file.namedRanges ?? []).flatMap(({ name, range, comment, scope }) => {
    if (name.startsWith("_xlnm.")) return [];
    const place = scope === undefined ? -1 : file.sheets.findIndex((sheet) => sheet.name === scope);
    return [
      {
        name,
        formula: context.rewrite(readXmlText(range)),
        comment: comment ?? "",
        visible: !hidden.has(`${place < 0 ? "" : place}!${name}`),
        ...(scope === undefined ? {} : { scope }),
      },
    ];
  });
}

function readPage(setup: Sheet["pageSetup"]): PageDocument {
  if (setup === undefined) return PLAIN_PAGE;
  const fit = setup.fitToPage
    ? { wide: setup.fitToWidth ?? 1, high: setup.fitToHeight ?? 1 }
    : null;
  return {
    orientation: setup.orientation === "landscape" ? "Landscape" : "Portrait",
    scale: fit ? null : (setup.scale ?? 100),
    fit,
    titleRows: absolute(setup.printTitlesRow),
    titleColumns: absolute(setup.printTitlesColumn),
  };
}

function absolute(address: string | undefined): string {
  const rect = address === undefined ? undefined : parseAddress(address)?.rect;
  return rect ? formatAddress(rect, true) : "";
}
