import type { Currency } from "../../core/currency";
import { LEAST_HISTORY } from "../../forecast/history/forecast-from-history";
import { columnLetters } from "../../input/cells/a1";
import { PERCENT, TEXT, USD } from "../../wording/format/number-formats";
import {
  type CellContent,
  commit,
  excel,
  type Formula,
  type Operand,
  operation,
  quoted,
} from "../formulas/call";
import { orWord } from "../label-formula";
import { type CellArea, headingAt, type SheetBlock } from "../sheet-block";
import {
  columnInHistory,
  forecastOf,
  type HistoryCells,
  monthsInHistory,
} from "./history-formulas";
import { amountWords, joined } from "./sentence-formula";

/** What the forecast of a history is made from. */
export interface HistoryRequest {
  /** Name of the table of months. */
  readonly months: string;
  /** Months in the history now: the chart has room for so many. */
  readonly historyMonths: number;
  /** Efficient usage as a part of current usage; null where no usage by model is known. */
  readonly efficientPart: Formula | null;
  /** Names of the two blocks. */
  readonly names: ForecastNames;
}

export interface ForecastNames {
  readonly current: string;
  readonly efficient: string;
}

/** The forecast from history as plain parts, ready to be written. */
export interface HistorySheet {
  readonly title: string;
  readonly note: string;
  readonly parts: readonly SheetBlock[];
  readonly rows: number;
  readonly columns: number;
  /** Cells that are typed: months ahead, gap and method, one below the other. */
  readonly inputs: CellArea;
  /** The labelled blocks that a deal or a scenario takes as its forecast. */
  readonly blocks: readonly { readonly name: string; readonly area: CellArea }[];
  /** Month and what SERIES_HEADINGS names, without their headings; blank where the forecast has fewer months. */
  readonly series: CellArea;
  readonly chart: CellArea;
}

const ANSWER = 3;
const INPUTS = 6;
const BLOCKS = 12;
const TESTS = 22;
const SERIES = 32;
/** Months of an agreement: at first, and at most. */
const AHEAD = 12;
const MOST_AHEAD = 60;
const MOST_MONTHS = 36;
/** Label, value, then a column between the blocks. */
const EFFICIENT_COLUMN = 3;
const CHART: CellArea = { row: 3, column: 7, rows: 18, columns: 6 };

/** The lines of the chart by month. A year that is P10 or P90 is shown as its average month. */
export const SERIES_HEADINGS = ["History", "Forecast", "P10 a month", "P90 a month"] as const;

/** Where the inputs stand on their sheet. */
export const HISTORY_INPUTS = {
  monthsAhead: `$B$${INPUTS + 2}`,
  gap: `$B$${INPUTS + 3}`,
  method: `$B$${INPUTS + 4}`,
};

export function layOutHistory(request: HistoryRequest, currency: Currency): HistorySheet {
  const { months, historyMonths, efficientPart, names } = request;
  const cells: HistoryCells = { months, ...HISTORY_INPUTS };
  const count = excel("COUNT", columnInHistory(months, "Month", quoted("")));
  const past = Math.min(MOST_MONTHS, Math.max(1, historyMonths));
  // Excel takes what there is where more is asked for; the local workbook fails.
  const latest = operation(0, "-", excel("MIN", past, excel("MAX", 1, count)));
  const last = excel("MAX", columnInHistory(months, "Month", 0));
  const ahead = excel("SEQUENCE", cells.monthsAhead, 1, operation(cells.gap, "+", 1));
  const aMonth = (row: number): Formula => {
    const average = operation(`$B$${BLOCKS + row}`, "/", cells.monthsAhead);
    return ifNumber(mean, excel("IF", excel("SEQUENCE", cells.monthsAhead), average));
  };
  const mean = `$B$${BLOCKS + 4}`;
  const series = {
    row: SERIES + 2,
    column: 0,
    rows: past + MOST_AHEAD,
    columns: 1 + SERIES_HEADINGS.length,
  };
  const spilled = (
    row: number,
    column: number,
    rows: number,
    formats: readonly string[],
    formula: Formula,
  ): SheetBlock => ({
    ...{ row, column, rows, columns: formats.length, formats },
    ...{ cells: [[formula]], look: rows > 1 ? "spilled" : "results" },
  });
  const parts: readonly SheetBlock[] = [
    headingAt(ANSWER, "The answer", 6),
    sentence(ANSWER + 1, answerFormula(mean, count, currency)),
    headingAt(INPUTS, "What to forecast", 6),
    labels(INPUTS + 1, 0, ["Months", "Gap", "Method"]),
    {
      ...{ row: INPUTS + 1, column: 1, rows: 3, columns: 1 },
      ...{ cells: [[AHEAD], [0], ["auto"]], look: "inputs", formats: ["0", "0", TEXT] },
    },
    beside(INPUTS + 1, [
      "Length of the agreement, 1 to 60",
      "Months between the last of the history and the first of the agreement, 0 to 24",
      "auto takes the method that forecast this history best",
    ]),
    ...(efficientPart === null
      ? []
      : [
          labels(INPUTS + 4, 0, ["Efficient part"]),
          spilled(INPUTS + 4, 1, 1, [PERCENT], efficientPart),
          beside(INPUTS + 4, ["Efficient usage as a part of current usage"]),
        ]),
    ...block(0, "Forecast from history", [
      orWord(excel("INDEX", forecastOf(cells, "block"), 3, 2), NONE),
      orWord(excel("INDEX", forecastOf(cells, "block"), 4, 2), NONE),
    ]),
    ...(efficientPart === null
      ? []
      : block(EFFICIENT_COLUMN, "Efficient forecast", [
          ifNumber(mean, operation(mean, "*", `$B$${INPUTS + 5}`)),
          `$B$${BLOCKS + 5}`,
        ])),
    headingAt(TESTS, "How each method did on this history", 6),
    {
      ...{ row: TESTS + 1, column: 0, rows: 7, columns: 6, look: "body" },
      cells: [[orWord(forecastOf(cells, "tests"), "not tested")]],
      formats: [TEXT, "0", USD, USD, PERCENT, TEXT],
    },
    headingAt(
      SERIES,
      "Months in history and ahead; P10 and P90 of the agreement as an average month",
      6,
    ),
    {
      ...{ row: SERIES + 1, column: 0, rows: 1, columns: series.columns, look: "tableHeading" },
      ...{ cells: [["Month", ...SERIES_HEADINGS]], formats: [] },
    },
    spilled(
      series.row,
      0,
      past,
      [MONTH, USD],
      excel("IFERROR", excel("TAKE", excel("SORT", monthsInHistory(months)), latest), quoted(NONE)),
    ),
    spilled(
      series.row + past,
      0,
      MOST_AHEAD,
      [MONTH],
      // A month even where there is no forecast: a text would number the points of every line.
      excel(
        "IF",
        excel("ISNUMBER", mean),
        excel("DATE", excel("YEAR", last), operation(excel("MONTH", last), "+", ahead), 1),
        last,
      ),
    ),
    spilled(
      series.row + past,
      2,
      MOST_AHEAD,
      [USD],
      ifNumber(mean, excel("CHOOSECOLS", excel("DROP", forecastOf(cells, "months"), 1), 2)),
    ),
    spilled(series.row + past, 3, MOST_AHEAD, [USD], aMonth(6)),
    spilled(series.row + past, 4, MOST_AHEAD, [USD], aMonth(8)),
  ];
  const area = (column: number): CellArea => ({ row: BLOCKS + 1, column, rows: 4, columns: 2 });
  return {
    title: "Usage forecast",
    note: `From the months under In history, ${currency.code} at list prices. Everything is a live formula: change a shaded cell, an exclusion or a lever and it follows.`,
    ...{ parts, rows: series.row + series.rows, columns: 6 },
    inputs: { row: INPUTS + 1, column: 1, rows: 3, columns: 1 },
    blocks: [
      { name: names.current, area: area(0) },
      ...(efficientPart === null ? [] : [{ name: names.efficient, area: area(EFFICIENT_COLUMN) }]),
    ],
    ...{ series, chart: CHART },
  };
}

const MONTH = "yyyy-mm";
const NONE = "n/a";

/** Labels and values of a forecast, and below them what a term of it may come to. */
function block(
  column: number,
  title: string,
  [mean, cv]: readonly [Operand, Operand],
): readonly SheetBlock[] {
  const [label, value] = [columnLetters(column), columnLetters(column + 1)];
  const cells = `$${label}$${BLOCKS + 2}:$${value}$${BLOCKS + 5}`;
  const quantile = (probability: number): Formula =>
    ifNumber(`$${value}$${BLOCKS + 4}`, commit("FORECAST_QUANTILE", cells, probability));
  const values: readonly CellContent[] = [
    "lognormal",
    ...[mean, cv].map(contentOf),
    ...[0.1, 0.5, 0.9].map(quantile),
  ];
  return [
    { ...headingAt(BLOCKS, title, 2), column },
    {
      ...{ row: BLOCKS + 1, column, rows: 1, columns: 2, look: "tableHeading" },
      ...{ cells: [["Label", "Value"]], formats: [TEXT, TEXT] },
    },
    labels(BLOCKS + 2, column, [
      ...["Distribution", "Mean", "CV"],
      ...["1 in 10 is below", "Half are below", "1 in 10 is above"],
    ]),
    {
      ...{ row: BLOCKS + 2, column: column + 1, rows: 6, columns: 1, look: "results" },
      cells: values.map((content) => [content]),
      formats: [TEXT, USD, PERCENT, USD, USD, USD],
    },
  ];
}

function contentOf(operand: Operand): Formula {
  return typeof operand === "object" ? operand : { kind: "reference", reference: String(operand) };
}

function ifNumber(cell: string, formula: Formula): Formula {
  return excel("IF", excel("ISNUMBER", cell), formula, quoted(NONE));
}

function labels(row: number, column: number, words: readonly string[]): SheetBlock {
  return {
    ...{ row, column, rows: words.length, columns: 1, look: "labels", formats: [TEXT] },
    cells: words.map((one) => [one]),
  };
}

/** What the inputs mean, beside them. */
function beside(row: number, words: readonly string[]): SheetBlock {
  return { ...labels(row, 2, words), look: "beside" };
}

function sentence(row: number, formula: Formula): SheetBlock {
  return {
    ...{ row, column: 0, rows: 1, columns: 1, look: "sentence", formats: [TEXT] },
    cells: [[formula]],
  };
}

function answerFormula(mean: string, count: Formula, currency: Currency): Formula {
  const amount = (row: number): Formula => amountWords(`$B$${BLOCKS + row}`, currency);
  const likely = joined(
    ...[quoted("On average "), amount(4), quoted(", and in 8 cases of 10 between ")],
    ...[
      amount(6),
      quoted(" and "),
      amount(8),
      quoted(": from "),
      count,
      quoted(" months of history."),
    ],
  );
  const none = joined(
    ...[quoted("No forecast from "), count],
    quoted(
      ` months: it takes ${LEAST_HISTORY} in a row, and a method that they can test. Give low, likely and high usage of a year in the pane instead.`,
    ),
  );
  return excel("IF", excel("ISNUMBER", mean), likely, none);
}
