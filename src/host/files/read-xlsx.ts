import { readXlsx, type Sheet, type Workbook } from "hucre/xlsx";
import { formatAddress, parseAddress } from "../address";
import { USUAL_FONT } from "./cell-format";
import { fromFileChart, readChartNames } from "./charts-in-files";
import { readColor } from "./file-color";
import { type FileReading, fileFaultOf } from "./file-fault";
import { fromFileFormula, unknownAddinFunctions } from "./formula-text";
import { leftOut } from "./left-out";
import { readStyleNames } from "./named-styles";
import { PackageParts } from "./package-parts";
import { PLAIN_PAGE } from "./page-setup";
import { type ReadingContext, readCells } from "./read-cells";
import { fromFileRule, fromFileValidation, readBlocks } from "./rules-in-files";
import { fromProperties } from "./settings-in-files";
import type {
  NameDocument,
  PageDocument,
  SheetDocument,
  WorkbookDocument,
} from "./workbook-document";
import { readAttributes, readXmlText, tagsNamed } from "./xml-text";

const POINTS_PER_DIGIT = 5.25;

/** Width of a column that a file says nothing about: 8.43 digits and a margin, 64 pixels. */
const USUAL_WIDTH = 48;
const COLUMNS_SHOWN = 40;

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
    const context: ReadingContext = {
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
      sheets: file.sheets.map((sheet) => {
        const path = paths.get(sheet.name) ?? "";
        return {
          ...readSheet(sheet, parts.text(path), context),
          charts: readCharts(sheet, readChartNames(parts, path)),
        };
      }),
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

/** A file that names its charts unlike the library finds them leaves them without names. */
function readCharts(sheet: Sheet, names: readonly string[]): SheetDocument["charts"] {
  const { charts = [] } = sheet;
  return charts.flatMap((chart, index) => {
    const usual = `Chart ${index + 1}`;
    const name = names.length === charts.length ? names[index] : undefined;
    const read = fromFileChart(chart, sheet.name, name || usual);
    return read ? [read] : [];
  });
}

function readSheet(
  sheet: Sheet,
  xml: string,
  context: ReadingContext,
): Omit<SheetDocument, "charts"> {
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

function readWidths(sheet: Sheet): readonly number[] {
  const columns = sheet.columns ?? [];
  return Array.from({ length: Math.max(COLUMNS_SHOWN, columns.length) }, (_, index) => {
    const width = columns[index]?.width;
    return width === undefined ? USUAL_WIDTH : width * POINTS_PER_DIGIT;
  });
}

function readNames(file: Workbook, workbookXml: string, context: ReadingContext): NameDocument[] {
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
