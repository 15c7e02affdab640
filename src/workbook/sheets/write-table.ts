import type { Currency } from "../../core/currency";
import { type Anchor, TITLE_ROWS } from "../../sheets/tables/content";
import { definitionOf } from "../../sheets/tables/definition-of";
import { layOutTable, type TableLayout, tableRows } from "../../sheets/tables/layout";
import { blockSize, sizeOf } from "../../sheets/tables/shape";
import { amountWidth } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { inSlices, type WriteProgress } from "../excel/progress";
import { setUpPage } from "../excel/set-up-page";
import { blockNameOf } from "../journal/record";
import { rewriteSheet } from "../journal/rewrite-sheet";
import { type SheetContent, type Target, writeSheet } from "../journal/write-sheet";
import type { TableRequest, WrittenTable } from "../journal/written-table";
import { drawnChartOf, putTableChart } from "./table-chart";
import { anchorIn, seekPlace } from "./table-place";
import { styleTable } from "./table-style";

/** Excel refused to group a write of 1,600 formulas (office-js issue 6491). */
const MOST_GROUPED_FORMULAS = 1_000;
/** Width of a column that shows $1,000,000 with room, in points. */
const COLUMN_WIDTH = 72;
/** Width of the first column, which holds headings and the corner's words: the least, a letter, and the edges of a cell. */
const FIRST_COLUMN = { least: 132, letter: 6.6, edges: 16 };
/** Room for amounts that are typed later: a hundred times those that are known, since a width has room for ten times an amount. */
const TYPED_LATER = 10;
/** Width of a column whose heading is the name of a measure, on two lines, and their height. */
const MEASURE_COLUMN = { width: 96, height: 32 };

/**
 * Writes a sensitivity table as live formulas. Where Excel can, the whole write is one step of its undo.
 *
 * @param progress Hears how far it is, and may give it up: the workbook is then as it was.
 */
export function writeTable(
  request: TableRequest,
  currency: Currency,
  progress?: WriteProgress,
): Promise<Outcome<WrittenTable>> {
  const { destination } = request;
  if (destination.kind === "again")
    return rewriteSheet(destination.table, {
      ...{ ...blockSize(request), progress },
      content: (origin, isOwnSheet) =>
        contentOf(request, destination.table.id, isOwnSheet, anchorIn(origin), progress, currency),
    });
  return writeSheet({
    kind: "table",
    mayGroup: mayGroup(request),
    progress,
    plan(workbook) {
      const placeOf = seekPlace(workbook, destination, request.measures[0]);
      return () => {
        const place = placeOf();
        const isOwnSheet = place.kind === "newSheet";
        const anchor = anchorIn(isOwnSheet ? { row: 0, column: 0 } : place);
        return {
          place,
          ...blockSize(request),
          content: (id) => contentOf(request, id, isOwnSheet, anchor, progress, currency),
        };
      };
    },
  });
}

/** A hidden sheet takes a write out of Excel's undo, and a large block of formulas makes it refuse the group. */
function mayGroup(request: TableRequest): boolean {
  const { rows, columns } = sizeOf(request);
  const formulas = request.form === "cells" ? (rows - 1) * (columns - 1) : 1;
  return request.destination.kind === "newSheet" && formulas <= MOST_GROUPED_FORMULAS;
}

async function contentOf(
  request: TableRequest,
  id: string,
  isOwnSheet: boolean,
  anchor: Anchor,
  progress: WriteProgress | undefined,
  currency: Currency,
): Promise<SheetContent> {
  const layout = layOutTable(
    request,
    anchor,
    currency,
    await inSlices(tableRows(request, anchor), progress),
  );
  const { title, rows, columns } = layout;
  const { deal, thresholdsUsd } = request;
  const marksThresholds = layout.marks.some(({ equals }) => equals === null);
  // Rules of conditional formats take no Table.
  const needsName = marksThresholds && deal.bands.includes("[");
  const bandsName = needsName ? `${blockNameOf(id)}_bands` : undefined;
  const chart = isOwnSheet ? drawnChartOf(layout, `Chart of ${id}`) : undefined;
  return {
    title,
    ...(bandsName !== undefined && { names: [bandsName] }),
    ...(chart && { chart }),
    recipe: definitionOf(request, thresholdsUsd),
    cells: (rows - 1) * (columns - 1),
    put(target) {
      if (bandsName !== undefined) nameBands(target, bandsName, `=${deal.bands}`);
      putTable(target, layout, bandsName ?? deal.bands, currency);
      if (isOwnSheet) setUpSheet(target, layout, currency);
      else widenColumns(target, layout, currency);
      if (chart && !target.hasChart)
        putTableChart(target.sheet, target.block, layout, chart, currency);
    },
  };
}

function nameBands({ workbook, madeNames }: Target, name: string, formula: string): void {
  if (!madeNames.includes(name)) workbook.names.getItem(name).formula = formula;
  else workbook.names.add(name, formula, "Bands of a table, for its colours");
}

function putTable({ block }: Target, layout: TableLayout, bands: string, currency: Currency): void {
  block.getCell(0, 0).values = [[layout.title]];
  block.getCell(1, 0).values = [[layout.note]];
  block.getCell(2, 0).values = [[layout.making]];
  for (const [index, { label, cell }] of layout.held.entries())
    block.getCell(TITLE_ROWS + index, 0).getResizedRange(0, 1).formulas = [[label, cell]];
  const [first] = layout.cells;
  const written = block
    .getCell(layout.rowsAbove, 0)
    .getResizedRange(layout.cells.length - 1, (first?.length ?? 1) - 1);
  written.formulas = layout.cells.map((row) => [...row]);
  styleTable(block, layout, bands, currency);
}

/** Widths, frozen headings and printing for a sheet that is ours alone. */
function setUpSheet({ sheet, block }: Target, layout: TableLayout, currency: Currency): void {
  const { columns, rowsAbove } = layout;
  const [side, others] = [sideWidth(layout, currency), columnWidth(layout, currency)];
  block.getColumn(0).format.columnWidth = side;
  block.getCell(0, 1).getResizedRange(0, columns - 2).format.columnWidth = others;
  if (isOfMeasures(layout)) {
    const { format } = block.getCell(rowsAbove, 1).getResizedRange(0, columns - 2);
    format.wrapText = true;
    format.rowHeight = MEASURE_COLUMN.height;
  }
  sheet.freezePanes.freezeAt(sheet.getRange(`A1:A${rowsAbove + 1}`));
  const widths = Array.from({ length: columns }, (_, at) => (at === 0 ? side : others));
  setUpPage(sheet, rowsAbove + 1, { columns: { widths, repeated: 1 } });
  sheet.activate();
}

/** On a sheet of the user's, columns only grow, and only where numbers would not show. */
function widenColumns(
  { block, columnWidths }: Target,
  layout: TableLayout,
  currency: Currency,
): void {
  for (const [index, width] of columnWidths.entries()) {
    const needed = index === 0 ? sideWidth(layout, currency) : columnWidth(layout, currency);
    if (width < needed) block.getColumn(index).format.columnWidth = needed;
  }
}

function sideWidth({ sideLetters, largestUsd }: TableLayout, currency: Currency): number {
  const { least, letter, edges } = FIRST_COLUMN;
  const amounts = amountWidth(least, currency, TYPED_LATER * largestUsd);
  return Math.max(amounts, sideLetters * letter + edges);
}

function columnWidth(layout: TableLayout, currency: Currency): number {
  const least = isOfMeasures(layout) ? MEASURE_COLUMN.width : COLUMN_WIDTH;
  return amountWidth(least, currency, TYPED_LATER * layout.largestUsd);
}

/** Whether names of measures stand across the top. */
function isOfMeasures({ cells }: TableLayout): boolean {
  return typeof cells[0]?.[1] === "string";
}
