import { readXlsx, type Sheet, type Workbook } from "hucre/xlsx";
import { intersect, parseAddress, type Rect } from "../grid/address";
import { USUAL_TABLE } from "../grid/grid";
import { POINTS_PER_DIGIT, USUAL_FONT } from "./cell-format";
import { fromFileCharts, markLyingBars, readChartNames } from "./charts";
import { type RawSheet, readRawSheet } from "./compact-cells";
import { fromFileRule, fromFileValidation, readBlocks } from "./conditional-formats";
import { readColor } from "./file-color";
import { type FileReading, fileFaultOf } from "./file-fault";
import { fromFileFormula, unknownAddinFunctions } from "./formula-text";
import { known } from "./known";
import { HIDDEN, leftOut } from "./left-out";
import { readLinks } from "./links";
import { readStyleNames } from "./named-styles";
import { PackageParts, type SheetPart } from "./package-parts";
import { fromFilePage } from "./page-setup";
import { type ReadingContext, readCells } from "./read-cells";
import { fromProperties } from "./settings";
import type { NameDocument, SheetDocument, WorkbookDocument } from "./workbook-document";
import { readXmlText, tagsNamed } from "./xml-text";

/** Width of a column without one in the file: 8.43 digits and a margin, 64 pixels. */
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
    const whole = PackageParts.unzip(bytes);
    const parts = whole.readable();
    const tabs = parts.sheets();
    const raws = new Map<string, RawSheet>();
    for (const { name, kind, path } of tabs) {
      if (kind !== "worksheet") continue;
      const raw = readRawSheet(parts.text(path));
      raws.set(name, raw);
      parts.put(path, raw.xml);
    }
    markLyingBars(parts);
    if (tabs.length === 0) throw new Error("the workbook is missing");
    if (raws.size === 0) return { ok: false, fault: "noSheets" };
    const file = await readXlsx(parts.bytes(), {
      readStyles: true,
      sheets: ({ name }) => raws.has(name),
    });
    const notes = new Set(leftOut(whole.paths, tabs, file));
    const context: ReadingContext = {
      rewrite: (formula) => {
        const typed = fromFileFormula(formula, ownFunctions);
        for (const name of unknownAddinFunctions(typed)) {
          notes.add(`another add-in's function, ${name}: its cells show their last values`);
        }
        return typed;
      },
      theme: file.themeColors ?? [],
      usualFont: file.defaultFont?.name ?? USUAL_FONT.name,
      styleNames: readStyleNames(parts.text(parts.stylesPath)),
      notes,
    };
    const document: WorkbookDocument = {
      sheets: file.sheets.map((sheet) => {
        const path = tabs.find(({ name }) => name === sheet.name)?.path ?? "";
        const raw = raws.get(sheet.name) ?? readRawSheet("");
        return readSheet(sheet, raw, readChartNames(parts, path), context);
      }),
      names: readNames(file, tabs, parts.text(parts.workbookPath), context),
      links: readLinks(whole, parts),
      settings: fromProperties(file.properties?.custom ?? {}),
      activeSheet: tabs[file.activeSheet ?? 0]?.name ?? "",
    };
    if (!document.sheets.some(({ visibility }) => visibility === "Visible")) {
      return { ok: false, fault: "noSheets" };
    }
    return { ok: true, document, leftOut: [...notes] };
  } catch (error) {
    const fault = fileFaultOf(bytes);
    if (fault === "broken") console.warn(error);
    return { ok: false, fault };
  }
}

function readSheet(
  sheet: Sheet,
  raw: RawSheet,
  chartNames: readonly string[],
  context: ReadingContext,
): SheetDocument {
  const { rewrite, theme, notes } = context;
  if (raw.hidesRows) notes.add(HIDDEN);
  const whatIfs = raw.cells.flatMap(({ whatIf }) => whatIf ?? []);
  if (whatIfs.length > 0) {
    const count = whatIfs.length === 1 ? "1 what-if table" : `${whatIfs.length} what-if tables`;
    notes.add(`${count} on ${sheet.name}: ${whatIfs.join(", ")} (their last values are shown)`);
  }
  const unlessLost = <T>(read: T | null | undefined, what: string): readonly T[] => {
    if (!read) notes.add(what);
    return read ? [read] : [];
  };
  const conditionalFormats = (sheet.conditionalRules ?? []).flatMap((given) => {
    const rule = fromFileRule(given, rewrite, theme);
    const format = rule && { rects: readBlocks(given.range), rule };
    return unlessLost(format, `conditional formats of the kind ${given.type}`);
  });
  const validations = (sheet.dataValidations ?? []).flatMap((given) => {
    const validation = fromFileValidation(given, rewrite);
    const placed = validation && { rects: readBlocks(given.range), validation };
    return unlessLost(placed, `data validation of the kind ${given.type}`);
  });
  const merges: Rect[] = [];
  for (const { ref = "" } of tagsNamed(raw.xml, "mergeCell")) {
    const rect = parseAddress(ref)?.rect;
    if (rect && !merges.some((other) => intersect(other, rect))) merges.push(rect);
    else notes.add(`merged cells at ${ref} on ${sheet.name}`);
  }
  return {
    name: sheet.name,
    visibility: sheet.veryHidden ? "VeryHidden" : sheet.hidden ? "Hidden" : "Visible",
    tabColor: readColor(sheet.view?.tabColor, theme) ?? "",
    showsGridlines: sheet.view?.showGridLines !== false,
    isProtected: sheet.protection?.sheet === true,
    frozen: { rows: sheet.freezePane?.rows ?? 0, columns: sheet.freezePane?.columns ?? 0 },
    cells: readCells(sheet, raw.cells, context),
    columnWidths: readWidths(sheet),
    rowHeights: raw.heights,
    merges,
    tables: (sheet.tables ?? []).flatMap(
      ({ name, range = "", style = USUAL_TABLE.style, showAutoFilter, showRowStripes }) => {
        const rect = parseAddress(range)?.rect;
        const showFilterButton = showAutoFilter !== false;
        const showBandedRows = showRowStripes !== false;
        return rect ? [{ name, rect, style, showFilterButton, showBandedRows }] : [];
      },
    ),
    conditionalFormats,
    validations,
    charts: fromFileCharts(sheet, chartNames),
    page: fromFilePage(sheet.pageSetup),
  };
}

function readWidths(sheet: Sheet): readonly number[] {
  const columns = sheet.columns ?? [];
  return Array.from({ length: Math.max(COLUMNS_SHOWN, columns.length) }, (_, index) => {
    const width = columns[index]?.width;
    return width === undefined ? USUAL_WIDTH : width * POINTS_PER_DIGIT;
  });
}

function readNames(
  file: Workbook,
  tabs: readonly SheetPart[],
  workbookXml: string,
  context: ReadingContext,
): NameDocument[] {
  const hidden = new Set(
    tagsNamed(workbookXml, "definedName")
      .filter(({ hidden: is }) => is === "1" || is === "true")
      .map(({ name, localSheetId }) => `${localSheetId ?? ""}!${name}`),
  );
  return (file.namedRanges ?? []).flatMap(({ name, range, comment, scope }) => {
    if (name.startsWith("_xlnm.")) return [];
    const place = tabs.findIndex((tab) => tab.name === scope);
    if (scope !== undefined && tabs[place]?.kind !== "worksheet") {
      context.notes.add(`the name ${name} of ${scope}`);
      return [];
    }
    const named = known<NameDocument>({
      name,
      formula: context.rewrite(readXmlText(range)),
      comment: comment ?? "",
      visible: !hidden.has(`${place < 0 ? "" : place}!${name}`),
      scope,
    });
    return [named];
  });
}
