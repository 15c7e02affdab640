import type { Currency } from "../../core/currency";
import { TEXT, USD } from "../../wording/format/number-formats";
import { commit, excel, type Formula, type Operand } from "../formulas/call";
import { orWord } from "../label-formula";
import { type CellArea, headingAt, type SheetBlock } from "../sheet-block";
import { body, trimmed } from "./term-blocks";
import { cashRowsOf, layOutCash } from "./term-cash";
import { layOutInputs, type TermOnSheet, type TermSheetDeal } from "./term-inputs";
import { layOutOptions, optionRowsOf } from "./term-options";
import { layOutYears } from "./term-years";

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
  const { references, years, periods } = deal;
  const options = BY_YEAR + years + 3 + CHART_ROWS + 1;
  const columns = Math.max(LEAST_COLUMNS, years + 3);
  const paid = options + optionRowsOf(deal) + 3;
  const periodRows = paid + cashRowsOf(deal);
  const money = periodRows + periods + 3;
  const inputsRow = money + periods + 3;
  const inputs = layOutInputs(deal, inputsRow + 2);
  const { usage, commitment, terms, listIndex } = inputs;
  const under = (amount: Operand) => [usage, amount, references.bands, terms, listIndex] as const;
  const scheduleAt = (amount: Operand): Formula =>
    commit("TERM_SCHEDULE", ...trimmed(under(amount)));
  const schedule = scheduleAt(commitment);
  const byYear = layOutYears(schedule, deal, BY_YEAR, columns - 1, currency);
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
        cells: byYear.answer.map((sentence) => [sentence]),
      },
      ...byYear.parts,
      ...layOutOptions(deal, options, schedule, scheduleAt, byYear.costCell),
      ...layOutCash(deal, paid, under(commitment)),
      ...detail,
      ...inputs.parts,
    ],
    rows: inputsRow + 2 + Math.max(inputs.rows, 1),
    columns,
    pages: [paid],
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

function sources({ references }: TermOnSheet): string {
  const { bands, terms, usage, commitment, forecast, schedule } = references;
  const all = [bands, terms, forecast ?? usage, commitment, schedule].filter(
    (one) => one !== null && one !== undefined,
  );
  return `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
