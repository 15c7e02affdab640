import type { Currency } from "../../core/currency";
import type { DealReferences } from "../../deal/deal-inputs";
import { HISTORY_METHODS } from "../../forecast/history/methods";
import { quotedSheet } from "../../input/cells/a1";
import { withUsageProvenance } from "../../sheets/provenance";
import type { CellArea } from "../../sheets/sheet-block";
import {
  type EfficientSheet,
  type EfficientTables,
  efficientPart,
  layOutEfficient,
} from "../../sheets/usage/efficient-sheet";
import {
  type ForecastNames,
  HISTORY_INPUTS,
  type HistorySheet,
  layOutHistory,
  SERIES_HEADINGS,
} from "../../sheets/usage/history-sheet";
import { LEVERS_TABLE, type LeverCells, leverContents } from "../../sheets/usage/lever-rows";
import { AXIS_USD } from "../../wording/format/number-formats";
import { allow } from "../deal/validate-deal";
import { freeName } from "../excel/free-name";
import { amountWidth, inCurrency } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putText } from "../excel/put-text";
import { setUpPage } from "../excel/set-up-page";
import { pointChart } from "../journal/drawn-chart";
import { BLOCK_NAME_PREFIX } from "../journal/record";
import { type SheetContent, type Target, writeSheet } from "../journal/write-sheet";
import type { WrittenTable } from "../journal/written-table";
import { putBlock, showSheet } from "../sheets/put-sheet-part";

/** What efficient use and the forecast of usage are written from. */
export interface EfficientWrite {
  /** Names of the tables of the import. */
  readonly tables: { readonly usage: string; readonly months: string; readonly book: string };
  readonly levers: readonly LeverCells[];
  /** Whether usage is known by model: without it there is a forecast and nothing to make efficient. */
  readonly hasUsage: boolean;
  readonly historyMonths: number;
  /** What the two usages commit under; null where the workbook has no deal. */
  readonly deal: Omit<DealReferences, "forecast" | "usage"> | null;
  /** The largest amount that is known of it, USD: columns need room for it. */
  readonly largestUsd: number;
  /** Date and time of making. */
  readonly madeOn: string;
}

/** Name of the sheets in the list of what was written. */
const TITLE = "Efficient use and usage forecast";
const EFFICIENT = "Efficient use";
const FORECAST = "Usage forecast";
const AMOUNTS = 92;
/** Title and note, which head every page. */
const TITLE_ROWS = 2;
const HISTORY_LABELS = 150;

/**
 * Writes the sheets Efficient use and Usage forecast, which refer to each other, as one write: levers to type into, usage after
 * each step, the forecast from history, and what both ask to commit to.
 */
export function writeEfficient(
  request: EfficientWrite,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  const { hasUsage, historyMonths, madeOn } = request;
  return writeSheet({
    kind: "efficient",
    plan: () => (known) => {
      const tables: EfficientTables = {
        ...request.tables,
        levers: known.freeName(LEVERS_TABLE.table),
      };
      const names: ForecastNames = {
        current: known.freeName(`${BLOCK_NAME_PREFIX}usage_forecast`),
        efficient: known.freeName(`${BLOCK_NAME_PREFIX}efficient_forecast`),
      };
      const { months } = request.tables;
      const part = hasUsage ? efficientPart(tables) : null;
      const history = withUsageProvenance(
        layOutHistory({ months, historyMonths, names, efficientPart: part }, currency),
        ...([madeOn, request.tables] as const),
      );
      const made = history.blocks.map(({ name }) => name);
      if (!hasUsage)
        return {
          place: { kind: "newSheet", name: FORECAST },
          ...{ rows: history.rows, columns: history.columns },
          content: () => ({
            ...{ title: FORECAST, names: made },
            put: (target) => {
              putHistory(target, history, request, currency);
              showSheet(target.sheet, TITLE_ROWS, { rows: history.rows });
            },
          }),
        };
      const forecastSheet = freeName(FORECAST, known.sheets);
      const monthsAhead = `${quotedSheet(forecastSheet)}!${HISTORY_INPUTS.monthsAhead}`;
      const commitment = request.deal && { deal: request.deal, names, months, monthsAhead };
      const efficient = withUsageProvenance(
        layOutEfficient({ tables, commitment }, currency),
        ...([madeOn, request.tables] as const),
      );
      return {
        place: { kind: "newSheet", name: EFFICIENT },
        ...{ rows: efficient.rows, columns: efficient.columns },
        content: () =>
          bothSheets(request, { efficient, history, tables, made, forecastSheet }, currency),
      };
    },
  });
}

interface BothSheets {
  readonly efficient: EfficientSheet;
  readonly history: HistorySheet;
  readonly tables: EfficientTables;
  readonly made: readonly string[];
  readonly forecastSheet: string;
}

function bothSheets(
  request: EfficientWrite,
  { efficient, history, tables, made, forecastSheet }: BothSheets,
  currency: Currency,
): SheetContent {
  return {
    ...{ title: TITLE, names: made, tables: [tables.levers] },
    beside: [
      {
        ...{ name: forecastSheet, title: FORECAST, rows: history.rows, columns: history.columns },
        // Its formulas name the table of levers, which is not there yet.
        put: () => {},
      },
    ],
    put: (target) => {
      putLevers(target.sheet, efficient, tables.levers, request.levers);
      const sheet = target.workbook.worksheets.getItem(forecastSheet);
      putHistory({ workbook: target.workbook, sheet }, history, request, currency);
      putEfficient(target.sheet, efficient, request.largestUsd, currency);
    },
  };
}

function putLevers(
  sheet: Excel.Worksheet,
  { levers }: EfficientSheet,
  name: string,
  rows: readonly LeverCells[],
): void {
  const { columns } = LEVERS_TABLE;
  sheet.getRangeByIndexes(levers.row, 0, 1, columns.length).values = [
    columns.map(({ heading }) => heading),
  ];
  const table = sheet.tables.add(rangeOf(sheet, levers), true);
  table.name = name;
  table.showFilterButton = false;
  const body = { ...levers, row: levers.row + 1, rows: levers.rows - 1 };
  const cells = rangeOf(sheet, body);
  cells.style = Excel.BuiltInStyle.input;
  for (const [index, { format }] of columns.entries()) {
    const column = cells.getColumn(index);
    column.numberFormat = format as unknown as string[][];
    column.format.horizontalAlignment = format === "General" ? "Left" : "Right";
  }
  if (rows.length > 0)
    sheet.getRangeByIndexes(body.row, 0, rows.length, columns.length).values =
      rows.map(leverContents);
  validateLevers(cells);
}

/** Lets Excel itself refuse what EFFICIENT_USAGE would refuse. */
function validateLevers(cells: Excel.Range): void {
  const column = (heading: string): Excel.Range =>
    cells.getColumn(LEVERS_TABLE.columns.findIndex((one) => one.heading === heading));
  const list = (heading: string, source: string, message: string): void =>
    allow(column(heading), { list: { inCellDropDown: true, source } }, message);
  list("Lever", "Route,Cache,Batch", "Give Route, Cache or Batch.");
  list("Write", "5m,1h", "Give 5m or 1h: how long a cache write lasts. Blank is 5m.");
  allow(
    column("Share"),
    { decimal: { formula1: 0, formula2: 1, operator: "Between" } },
    "Give the share of the tokens that moves, or of the prompt that is read from cache, from 0% to 100%.",
  );
  allow(
    column("Write ratio"),
    { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
    "Give the tokens written to the cache for each that is read, such as 10%. Blank is 10%.",
  );
  allow(
    column("Prompt tokens"),
    { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
    "Give the tokens of one prompt after the route, 0 or more. Blank is as before.",
  );
}

function putEfficient(
  sheet: Excel.Worksheet,
  efficient: EfficientSheet,
  largestUsd: number,
  currency: Currency,
): void {
  for (const [index, { width, format }] of LEVERS_TABLE.columns.entries()) {
    const room =
      index > 0 && format === "General" ? amountWidth(width, currency, largestUsd) : width;
    sheet.getRangeByIndexes(0, index, 1, 1).format.columnWidth = room;
  }
  putHead(sheet, efficient);
  for (const part of efficient.parts) putBlock(sheet, part, currency);
  const { row, column, rows } = efficient.steps;
  const across = { row, column, rows, columns: 1 };
  putChart(
    sheet,
    "ColumnStacked",
    {
      name: "Usage after each step",
      ...{ across, lines: [{ name: "Usage", values: { ...across, column: column + 1 } }] },
    },
    efficient.chart,
    currency,
  );
  showSheet(sheet, TITLE_ROWS, { rows: efficient.rows });
}

function putHistory(
  { workbook, sheet }: Pick<Target, "workbook" | "sheet">,
  history: HistorySheet,
  { largestUsd }: EfficientWrite,
  currency: Currency,
): void {
  const beforeChart = history.chart.column - 1;
  sheet.getRangeByIndexes(0, 0, 1, beforeChart).format.columnWidth = amountWidth(
    AMOUNTS,
    currency,
    largestUsd,
  );
  sheet.getRange("A1").format.columnWidth = HISTORY_LABELS;
  putHead(sheet, history);
  for (const part of history.parts) putBlock(sheet, part, currency);
  for (const { name, area } of history.blocks)
    workbook.names.add(name, rangeOf(sheet, area), "What usage of the agreement may be");
  validateInputs(rangeOf(sheet, history.inputs));
  const across = { ...history.series, columns: 1 };
  const lines = SERIES_HEADINGS.map((name, index) => ({
    name,
    values: { ...across, column: across.column + 1 + index },
  }));
  const drawn = { name: FORECAST, across, lines };
  // Points at their days: a chart of columns would keep room for every month that an agreement may have.
  const chart = putChart(sheet, "XYScatterLinesNoMarkers", drawn, history.chart, currency);
  if (chart) chart.axes.categoryAxis.numberFormat = "yyyy-mm";
  setUpPage(sheet, TITLE_ROWS, { rows: history.rows });
}

function validateInputs(cells: Excel.Range): void {
  const whole = (row: number, least: number, most: number, message: string): void =>
    allow(
      cells.getRow(row),
      { wholeNumber: { formula1: least, formula2: most, operator: "Between" } },
      message,
    );
  whole(0, 1, 60, "Give the months of the agreement, from 1 to 60.");
  whole(1, 0, 24, "Give the months between the history and the agreement, from 0 to 24.");
  allow(
    cells.getRow(2),
    { list: { inCellDropDown: true, source: ["auto", ...HISTORY_METHODS].join(",") } },
    `Give auto, ${HISTORY_METHODS.slice(0, -1).join(", ")} or ${HISTORY_METHODS.at(-1)}.`,
  );
}

function putHead(
  sheet: Excel.Worksheet,
  { title, note }: { readonly title: string; readonly note: string },
): void {
  putText(sheet.getRange("A1"), title, Excel.BuiltInStyle.heading1);
  putText(sheet.getRange("A2"), note, Excel.BuiltInStyle.explanatoryText);
}

function putChart(
  sheet: Excel.Worksheet,
  type: "ColumnStacked" | "XYScatterLinesNoMarkers",
  drawn: Parameters<typeof pointChart>[2],
  place: CellArea,
  currency: Currency,
): Excel.Chart | undefined {
  const [first] = drawn.lines;
  if (first === undefined) return undefined;
  const chart = sheet.charts.add(type, rangeOf(sheet, first.values), Excel.ChartSeriesBy.columns);
  chart.name = drawn.name;
  pointChart(chart, sheet.getRange("A1"), drawn, 1);
  chart.title.text = `${drawn.name}, ${currency.code} at list prices`;
  chart.legend.visible = drawn.lines.length > 1;
  chart.axes.valueAxis.numberFormat = inCurrency(AXIS_USD, currency);
  // Cut off, a small saving would look like a large one.
  if (type === "ColumnStacked") chart.axes.valueAxis.minimum = 0;
  const under = rangeOf(sheet, place);
  chart.setPosition(under.getCell(0, 0), under.getCell(place.rows - 1, place.columns - 1));
  return chart;
}

function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: CellArea): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}
