import type { Currency } from "../../core/currency";
import { PERCENT, TEXT, USD } from "../../wording/format/number-formats";
import { commit, excel, type Formula, type Operand, operation, quoted } from "../formulas/call";
import { orWord } from "../label-formula";
import { type CellArea, headingAt, type PartLook, type SheetBlock } from "../sheet-block";
import { amountWords, joined } from "../usage/sentence-formula";
import { layOutInputs, type TermOnSheet } from "./term-inputs";

/** What the sheet of several years is laid out from. */
export interface TermSheetDeal extends TermOnSheet {
  /** How many thresholds above 0 the bands have. */
  readonly thresholds: number;
  /** Rows of CASH_FLOWS. */
  readonly flows: number;
}

/** A sheet of several years as plain parts, ready to be written. */
export interface TermSheet {
  readonly title: string;
  readonly note: string;
  readonly parts: readonly SheetBlock[];
  readonly rows: number;
  readonly columns: number;
  /** Rows, from 0, that begin a page. */
  readonly pages: readonly number[];
  readonly chart: CellArea;
  /** The chart's lines: names of the years' columns, and where each is. */
  readonly series: { readonly across: CellArea; readonly lines: readonly TermSeries[] };
}

export interface TermSeries {
  readonly name: string;
  readonly values: CellArea;
}

/** Columns of TERM_SCHEDULE, from 1. */
const AT_LIST = 7;
const COMMITMENT = 8;
const CREDIT_USED = 10;
const USED = 11;
const OVERAGE_USED = 12;
const ROLLED = 14;
const LAPSED = 15;
const EXPIRED = 16;
const CLOSING = 17;
const COST = 21;

const ANSWER = 3;
const BY_YEAR = ANSWER + 4;
const CHART_ROWS = 15;
/** Columns of the widest block with few years. */
const LEAST_COLUMNS = 11;

/**
 * Lays out what several years cost: a sentence and the years with their chart; each commitment on offer in every year; what is paid
 * when, with Excel's own XNPV beside ours; the schedule period by period; and what all of it rests on.
 *
 * Everything is a live formula of the deal's cells and of the inputs at the end.
 */
export function layOutTerm(deal: TermSheetDeal, madeOn: string, currency: Currency): TermSheet {
  const { references, years, periods, perYear, thresholds, flows } = deal;
  const options = BY_YEAR + years + 3 + CHART_ROWS + 1;
  const columns = Math.max(LEAST_COLUMNS, years + 3);
  const optionRows = thresholds + 2;
  const paid = options + optionRows + 3;
  const periodRows = paid + 6 + flows + 2;
  const money = periodRows + periods + 3;
  const inputsRow = money + periods + 3;
  const inputs = layOutInputs(deal, inputsRow + 1);
  const { usage, commitment, terms, listIndex } = inputs;
  const under = (amount: Operand): readonly (Operand | null)[] =>
    trimmed([usage, amount, references.bands, terms, listIndex]);
  const schedule = commit("TERM_SCHEDULE", ...under(commitment));
  /** Sums of a year, or of all of them, over columns of a schedule. */
  const sum = (of: Formula, year: number | "all", columns: readonly number[]): Formula => {
    const rows = excel("CHOOSECOLS", of, ...columns);
    if (year === "all") return excel("SUM", excel("DROP", rows, 1));
    const before = year * perYear;
    const count = Math.min(perYear, periods - before);
    return excel("SUM", excel("TAKE", excel("DROP", rows, 1 + before), count));
  };
  const [first, last] = [BY_YEAR + 3, BY_YEAR + 2 + years];
  const total = last + 1;
  const headings = [
    ...["Year", "On demand, at list", "Cost", "Saving", "Saving, share"],
    ...["Commitment", "Used of it and of credits", "Overage", "Shortfall", "Rolled over"],
  ];
  const yearRow = (year: number | "all", label: number | string, row: number) => [
    label,
    sum(schedule, year, [AT_LIST]),
    sum(schedule, year, [COST]),
    operation(`$B${row}`, "-", `$C${row}`),
    excel("IF", operation(`$B${row}`, ">", 0), operation(`$D${row}`, "/", `$B${row}`), 0),
    sum(schedule, year, [COMMITMENT]),
    sum(schedule, year, [CREDIT_USED, USED]),
    sum(schedule, year, [OVERAGE_USED]),
    // What is left of the credits when the term ends is never used either.
    year === "all" || year === years - 1
      ? operation(
          sum(schedule, year, [LAPSED, EXPIRED]),
          "+",
          excel("INDEX", schedule, periods + 1, CLOSING),
        )
      : sum(schedule, year, [LAPSED, EXPIRED]),
    sum(schedule, year, [ROLLED]),
  ];
  const byYear: readonly SheetBlock[] = [
    headingAt(
      BY_YEAR,
      "By contract year; commitment and use of it in commitment dollars",
      columns - 1,
    ),
    tableHeadings(BY_YEAR + 1, headings),
    block(
      BY_YEAR + 2,
      years + 1,
      headings.length,
      "results",
      [...["0", USD, USD, USD, PERCENT, USD, USD, USD, USD, USD]],
      [
        ...Array.from({ length: years }, (_, year) => yearRow(year, year + 1, first + year)),
        yearRow("all", "Total", total),
      ],
    ),
  ];
  const cost = `$C$${total}`;
  const answer: readonly Formula[] = [
    joined(
      quoted(`${years === 1 ? "The year costs " : `${years} years cost `}`),
      amountWords(cost, currency),
      excel(
        "IF",
        operation(`$D$${total}`, ">=", 0),
        joined(
          quoted(", "),
          amountWords(`$D$${total}`, currency),
          quoted(" less than on demand at list prices."),
        ),
        joined(
          quoted(", "),
          amountWords(excel("ABS", `$D$${total}`), currency),
          quoted(" more than on demand at list prices."),
        ),
      ),
    ),
    excel(
      "IF",
      operation(`$I$${total}`, ">=", 0.5),
      joined(amountWords(`$I$${total}`, currency), quoted(" of commitment is never used.")),
      quoted("All of the commitment is used."),
    ),
  ];
  const yearLetters = Array.from({ length: years }, (_, year) => year);
  const optionHeadings = [
    "Commitment a year",
    ...yearLetters.map((year) => `Year ${year + 1}`),
    "All years",
    "More than the deal",
  ];
  const optionAt = (index: number): Operand => {
    if (index === 0) return 0;
    const found = commit("THRESHOLDS", ...trimmed([0, 0, references.bands, references.terms]));
    return excel("INDEX", found, index + 1, 1);
  };
  const optionRow = (label: Operand | string, of: (cell: string) => Formula, row: number) => {
    const table = of(`$A${row}`);
    const all = sum(table, "all", [COST]);
    return [
      label,
      ...yearLetters.map((year) => sum(table, year, [COST])),
      all,
      operation(`${letter(yearLetters.length + 1)}${row}`, "-", cost),
    ];
  };
  const optionBlocks: readonly SheetBlock[] = [
    headingAt(
      options,
      "Each commitment on offer in every year, under the same terms: cost",
      optionHeadings.length,
    ),
    tableHeadings(options + 1, optionHeadings),
    block(
      ...([options + 2, optionRows, optionHeadings.length, "results"] as const),
      [USD, ...optionHeadings.slice(1).map(() => USD)],
      [
        optionRow("As the deal is", () => schedule, options + 3),
        ...Array.from({ length: optionRows - 1 }, (_, index) =>
          optionRow(
            optionAt(index),
            (cell) => commit("TERM_SCHEDULE", ...under(cell)),
            options + 4 + index,
          ),
        ),
      ],
    ),
  ];
  const flowTop = paid + 6;
  const [flowFirst, flowLast] = [flowTop + 2, flowTop + 1 + flows];
  const column = (name: string): string => `$${name}$${flowFirst}:$${name}$${flowLast}`;
  const rate = rateFormula(deal);
  const ours = commit(
    "TERM_COST",
    ...([usage, commitment, references.bands, terms, listIndex] as const),
    quoted("present value"),
  );
  const isDated = excel("ISNUMBER", `$A$${flowFirst}`);
  const xnpv = excel(
    "IF",
    isDated,
    excel(
      "IF",
      operation(`$C$${paid + 2}`, ">", 0),
      excel("XNPV", `$C$${paid + 2}`, column("F"), column("A")),
      excel("SUM", column("F")),
    ),
    excel(
      "SUMPRODUCT",
      operation(column("F"), "/", excel("POWER", operation(1, "+", `$C$${paid + 2}`), column("B"))),
    ),
  );
  const cash: readonly SheetBlock[] = [
    headingAt(paid, "What is paid when", 7),
    labels(paid + 1, [
      "Discounting rate a year",
      "Present value, by TERM_COST",
      "The same by XNPV of Excel",
      "Difference",
    ]),
    {
      ...{ row: paid + 1, column: 2, rows: 4, columns: 1, look: "results" },
      formats: ["0.0###%", USD_CENTS, USD_CENTS, USD_CENTS],
      cells: [
        [rate],
        [ours],
        [xnpv],
        [excel("ABS", excel("ROUND", operation(`$C$${paid + 3}`, "-", `$C$${paid + 4}`), 6))],
      ],
    },
    label(
      paid + 2 + 1,
      3,
      excel(
        "IF",
        isDated,
        quoted(""),
        quoted("without a Start date, by months: no dates for XNPV"),
      ),
    ),
    body(flowTop, flows + 1, 7, orWord(commit("CASH_FLOWS", ...under(commitment)), "no date"), [
      ...["yyyy-mm-dd", "0.00", USD, USD, USD, USD, USD],
    ]),
  ];
  const pick = (...columns: readonly number[]): Formula =>
    orWord(excel("CHOOSECOLS", schedule, ...columns), "no date");
  const detail: readonly SheetBlock[] = [
    headingAt(periodRows, "Period by period: what is used", 11),
    body(periodRows + 1, periods + 1, 11, pick(1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13), [
      ...["0", "0", "yyyy-mm-dd", "0.0##", "0.0###", USD, USD, USD, USD, USD, USD],
    ]),
    headingAt(money, "Period by period: credits that roll over, and what is paid", 11),
    body(money + 1, periods + 1, 11, pick(1, 9, 10, 14, 15, 16, 17, 18, 19, 20, 21), [
      ...["0", USD, USD, USD, USD, USD, USD, USD, USD, USD, USD],
    ]),
    headingAt(inputsRow, "What it rests on", columns),
  ];
  const series = (at: number): CellArea => ({
    row: BY_YEAR + 2,
    column: at,
    rows: years,
    columns: 1,
  });
  return {
    title: "Several years",
    note: `Made by Bandwise on ${madeOn} from ${sources(deal)}. Everything is a live formula: change an input and it follows.`,
    parts: [
      headingAt(ANSWER, "The answer", columns - 1),
      {
        ...{ row: ANSWER + 1, column: 0, rows: 2, columns: 1, look: "sentence", formats: [TEXT] },
        cells: answer.map((sentence) => [sentence]),
      },
      ...byYear,
      ...optionBlocks,
      ...cash,
      ...detail,
      ...inputs.parts,
    ],
    rows: inputsRow + 1 + Math.max(inputs.rows, 1),
    columns,
    pages: [options, paid, periodRows, money, inputsRow],
    chart: {
      row: BY_YEAR + years + 4,
      column: 0,
      rows: CHART_ROWS - 1,
      columns: LEAST_COLUMNS - 1,
    },
    series: {
      across: series(0),
      lines: [
        { name: "From commitment and credits", values: series(6) },
        { name: "Overage", values: series(7) },
        { name: "Shortfall", values: series(8) },
      ],
    },
  };
}

const USD_CENTS = "$#,##0.00;-$#,##0.00;$0.00";

/** The discounting rate that applies: what is set, else what the terms of the deal say. */
function rateFormula({ references, set }: TermOnSheet): Operand {
  const own = set.find(([name]) => name === "Discounting rate");
  if (own) return Number(own[1]);
  if (references.terms === null) return 0;
  const found = excel("VLOOKUP", quoted("Discounting rate"), references.terms, 2, 0);
  return excel("IFERROR", excel("VALUE", found), 0);
}

function sources({ references }: TermOnSheet): string {
  const { bands, terms, usage, commitment, forecast, schedule } = references;
  const all = [bands, terms, forecast ?? usage, commitment, schedule].filter(
    (one) => one !== null && one !== undefined,
  );
  return `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/** Arguments without those left out at the end. */
function trimmed(given: readonly (Operand | null)[]): readonly (Operand | null)[] {
  return given.slice(0, given.findLastIndex((one) => one !== null) + 1);
}

function letter(column: number): string {
  return `$${String.fromCharCode(65 + column)}`;
}

function block(
  row: number,
  rows: number,
  columns: number,
  look: PartLook,
  formats: readonly string[],
  cells: readonly (readonly (Operand | string)[])[],
): SheetBlock {
  return { row, column: 0, rows, columns, look, formats, cells };
}

function tableHeadings(row: number, texts: readonly string[]): SheetBlock {
  return {
    ...{ row, column: 0, rows: 1, columns: texts.length, look: "tableHeading" },
    ...{ cells: [texts], formats: texts.map(() => TEXT) },
  };
}

function labels(row: number, texts: readonly string[]): SheetBlock {
  return {
    ...{ row, column: 0, rows: texts.length, columns: 1, look: "labels", formats: [TEXT] },
    cells: texts.map((text) => [text]),
  };
}

function label(row: number, column: number, cell: Formula): SheetBlock {
  return {
    ...{ row, column, rows: 1, columns: 1, cells: [[cell]] },
    ...{ look: "labels", formats: [TEXT] },
  };
}

function body(
  row: number,
  rows: number,
  columns: number,
  formula: Formula,
  formats: readonly string[],
): SheetBlock {
  return { row, column: 0, rows, columns, cells: [[formula]], look: "body", formats };
}
