import { formatAddress } from "../grid/address";
import type { Grid, NameInfo } from "../grid/grid";
import type { PlacedCell } from "../grid/whole-sheets";
import type { LocalHost } from "../model/local-host";
import { isHostError } from "../office/host-error";
import { type Calculable, calculableWith } from "./calculable";
import { known } from "./known";
import type { SheetDocument, WorkbookDocument } from "./workbook-document";

/** Restores one thing; notes what the grid refuses, and continues. */
type Attempt = (what: string, act: () => void) => void;

/**
 * Replaces the open workbook with a document's.
 *
 * @returns A phrase for each thing that could not be restored.
 * @throws When something fails that the grid did not refuse by name; the workbook is then half restored.
 */
export function restoreWorkbook(host: LocalHost, document: WorkbookDocument): readonly string[] {
  const { grid } = host;
  const notes: string[] = [];
  const attempt: Attempt = (what, act) => {
    try {
      act();
    } catch (error) {
      if (!isHostError(error)) throw error;
      notes.push(what);
    }
  };
  const before = clear(host);
  const placed = document.sheets.map((sheet) => ({ id: grid.addSheet(sheet.name), sheet }));
  const shown =
    placed.find(({ sheet }) => sheet.name === document.activeSheet) ??
    placed.find(({ sheet }) => sheet.visibility === "Visible");
  if (shown) grid.activateSheet(shown.id);
  for (const id of before) grid.deleteSheet(id);
  for (const { id, sheet } of placed) putSheet(host, id, sheet, attempt, notes);
  for (const { scope, ...name } of document.names) {
    const sheetId = placed.find(({ sheet }) => sheet.name === scope)?.id;
    attempt(`the name ${name.name}`, () => grid.putName(known<NameInfo>({ ...name, sheetId })));
  }
  const calculates = calculableWith((name) => grid.whole.hasFunction(name), document.names);
  const formulas = placed.map(({ sheet }) => formulasOf(grid, sheet, calculates));
  const unread = formulas.flat().filter(({ lastValue }) => lastValue?.stays === "always");
  grid.whole.leaveUnread(new Set(unread.map(({ formula }) => formula ?? "")));
  placed.forEach(({ id }, index) => {
    grid.whole.putCells(id, formulas[index] ?? []);
  });
  for (const { id, sheet } of placed) putRules(host, id, sheet, attempt);
  for (const { id, sheet } of placed) {
    if (sheet.visibility !== "Visible") grid.setVisibility(id, sheet.visibility);
    grid.protect(id, sheet.isProtected);
  }
  host.links = document.links ?? [];
  host.settings.clear();
  for (const [key, value] of document.settings) host.settings.set(key, value);
  grid.whole.forgetUndo();
  return notes;
}

/** Removes everything but the sheets, which stay under names that no file has until other sheets exist. */
function clear({ grid }: LocalHost): readonly string[] {
  for (const name of grid.names()) grid.deleteName(name);
  for (const { id } of grid.tables()) grid.removeTable(id);
  const sheets = grid.sheets();
  for (const { id, visibility } of sheets) {
    grid.protect(id, false);
    if (visibility !== "Visible") grid.setVisibility(id, "Visible");
  }
  for (const [index, { id }] of sheets.entries()) grid.renameSheet(id, `going ${index} ${id}`);
  return sheets.map(({ id }) => id);
}

function putSheet(
  host: LocalHost,
  id: string,
  sheet: SheetDocument,
  attempt: Attempt,
  notes: string[],
): void {
  const { grid } = host;
  // A formula's cell shows its last value first, which stays where the formula cannot be written.
  const cells = sheet.cells.map((cell) => ({ ...cell, formula: null }));
  grid.whole.putCells(id, cells);
  putWidths(grid, id, sheet.columnWidths);
  for (const [row, points] of sheet.rowHeights) grid.setRowHeight(id, row, 1, points);
  for (const rect of sheet.merges) {
    if (!grid.whole.merge(id, rect))
      notes.push(
        `merged cells at ${formatAddress(rect)} on ${sheet.name}, as far as they go beyond the cells shown`,
      );
  }
  if (sheet.tabColor !== "") grid.setTabColor(id, sheet.tabColor);
  if (!sheet.showsGridlines) grid.showGridlines(id, false);
  const { rows, columns } = sheet.frozen;
  if (rows > 0 || columns > 0) grid.freeze(id, rows, columns);
  host.sheet(id).pageLayout._info = sheet.page;
  for (const chart of sheet.charts) host.sheet(id).charts._put(chart);
  for (const table of sheet.tables) {
    const made = { ...table, id: host.newId("table"), sheetId: id };
    attempt(`the table ${table.name}`, () => grid.addTable(made));
  }
}

/** Formulas are written after the tables and names that they use; one that cannot be calculated keeps its last value. */
function formulasOf(
  grid: Grid,
  sheet: SheetDocument,
  calculates: Calculable,
): readonly PlacedCell[] {
  return sheet.cells.flatMap((cell): PlacedCell[] => {
    const { formula, value, lastValue } = cell;
    if (formula === null) return [];
    const isReadable = grid.whole.canRead(formula);
    // A formula that Excel could not calculate either is like any other.
    const isCalculated = lastValue === undefined || value === "#NAME?" || calculates(formula);
    if (isReadable && isCalculated) return [{ ...cell, look: null }];
    const { block } = lastValue ?? { block: [[value ?? "#NAME?"]] };
    return [{ ...cell, look: null, lastValue: { block, stays: "always" } }];
  });
}

function putRules(host: LocalHost, id: string, sheet: SheetDocument, attempt: Attempt): void {
  const { grid } = host;
  for (const { rects, rule } of sheet.conditionalFormats) {
    const format = { id: host.newId("format"), sheetId: id, rects, rule };
    attempt(`a conditional format on ${sheet.name}`, () => grid.putConditionalFormat(format));
  }
  for (const { rects, validation } of sheet.validations) {
    for (const rect of rects) {
      attempt(`data validation on ${sheet.name}`, () => grid.setValidation(id, rect, validation));
    }
  }
}

function putWidths(grid: Grid, id: string, widths: readonly number[]): void {
  for (let from = 0; from < widths.length; ) {
    const points = widths[from] ?? 0;
    let to = from + 1;
    while (to < widths.length && widths[to] === points) to += 1;
    grid.setColumnWidth(id, from, to - from, points);
    from = to;
  }
}
