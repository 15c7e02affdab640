import type { Agreement } from "../core/agreement";
import { type BandTable, writtenThresholds } from "../core/bands";
import type { Currency } from "../core/currency";
import { CENT_USD } from "../core/hindsight";
import { HIGH_END_OF_LAST_THRESHOLD } from "../core/threshold-axis";
import { unlockColumns } from "../core/unlocks";
import type { DealReferences } from "../deal/deal-inputs";
import { columnLetters } from "../input/cells/a1";
import { PERCENT, TEXT, USD } from "../wording/format/number-formats";
import { type AnswerCells, answerSentence, anyAmountSentence } from "./answer-sentence";
import {
  ANSWER_ROW,
  BESIDE,
  type DecisionWidth,
  FIRST_PAGE_ROWS,
  OPTION_FORMATS,
  placeBlocks,
  roomForBands,
} from "./decision-blocks";
import {
  commit,
  excel,
  type Formula,
  formulaOf,
  type Operand,
  operation,
  quoted,
} from "./formulas/call";
import { printExpression } from "./formulas/print";
import { howSureParts } from "./how-sure-block";
import { orWord } from "./label-formula";
import { noteOfValues, titleOfValues } from "./plain-values";
import {
  type ComparedOptions,
  nextOnOfferFormula,
  recommendedFormula,
  roundingFormula,
} from "./recommended-commitment";
import { type CurvePlace, curveParts, curveRows } from "./savings-curve-block";
import { type CellArea, headingAt, type SheetBlock } from "./sheet-block";
import type { DecisionRoom, SheetForm } from "./sheet-definition";

/** References of the deal that the sheet decides about. */
export interface DecisionDeal extends Omit<DealReferences, "usage"> {
  readonly usage: Operand;
  /** What the header names as the source, where the references would not say it. */
  readonly source?: string;
}

/** A decision sheet as plain parts, ready to be written. */
export interface DecisionSheet {
  readonly title: string;
  readonly note: string;
  readonly parts: readonly SheetBlock[];
  /** Of the answer and its options, below which more may be added. */
  readonly ownRows: number;
  readonly rows: number;
  readonly columns: number;
  /** Of every column of the sheet. */
  readonly widths: readonly DecisionWidth[];
  readonly curve: CurvePlace;
  /** The cells that the chart stands over, which hold nothing. */
  readonly chart: CellArea;
  /** What prints, each area on pages of its own; the curve is the chart. */
  readonly pages: readonly CellArea[];
  /** Where it says what made it, and from what: below the answer, on its page. */
  readonly provenanceRow: number;
}

/**
 * Lays the decision sheet out: on its first page a sentence, the answer, how sure it is, a chart, the inputs and the options; beside
 * that clauses and thresholds, what bands carry, and the expected saving by commitment, of which the chart is drawn.
 *
 * Results are live formulas. Each quantity is worked out once, and referred to from there; only the answer works the options out
 * for itself, since cells that a formula spills into may still hold what was there before. What grows with the bands is the last of
 * its columns, so that no rows are kept free above anything that is read.
 *
 * @param madeOn Date and time of making, for the header.
 * @param curveToUsd Where the curve ends, USD; somebody may change it on the sheet.
 */
export function layOutDecision(
  deal: DecisionDeal,
  table: BandTable,
  agreement: Agreement,
  madeOn: string,
  currency: Currency,
  curveToUsd = endOfCurve(table),
  form: SheetForm = "live",
): DecisionSheet {
  const { usage, bands } = deal;
  const forecast = deal.forecast ?? usage;
  const agreed = deal.terms === null ? [bands] : [bands, deal.terms];
  const under = (amount: Operand): readonly Operand[] => [forecast, amount, ...agreed];
  const parts: SheetBlock[] = [];
  const at = (label: string): string => `$${VALUE_LETTER}$${rowOf(label) + 1}`;
  const best = at(BEST);
  const expectedCost = (amount: Operand): Formula => commit("EXPECTED_COST", ...under(amount));
  const answer: AnswerCells = {
    ...{ best, cost: at(COST), present: at(PRESENT), rounding: at(ROUNDING) },
    ...{ other: at(OTHER), lead: at(LEAD), anyAmount: at(ANY_AMOUNT), gain: at(GAIN) },
  };
  const everyThreshold = commit("THRESHOLDS", at(USAGE), at(PRESENT), ...agreed);
  const everyOption = commit("COMMITMENT_OPTIONS", forecast, ...agreed);
  const unlocks = unlockColumns(table, agreement);
  const { blocks, widths, pages, rows, curveColumn } = placeBlocks(
    {
      options: everyOption,
      thresholds: everyThreshold,
      clauses: commit("CLAUSE_VALUES", ...under(at(PRESENT))),
      discount: commit("BAND_RATE", at(PRESENT), bands),
    },
    agreement,
    unlocks,
    currency,
  );
  const options: ComparedOptions = {
    options: everyOption,
    thresholds: everyThreshold,
    ...{ anyAmount: at(ANY_AMOUNT), rounding: at(ROUNDING) },
  };

  parts.push(headingAt(ANSWER_ROW, "The answer", PAGE_COLUMNS));
  parts.push({
    ...{ row: ANSWER_ROW + 1, column: 0, rows: 2, columns: 1 },
    cells: [[answerSentence(answer, currency)], [anyAmountSentence(answer, currency)]],
    ...{ look: "sentence", formats: [TEXT] },
  });
  const values: Readonly<Record<string, readonly [formula: Operand, format: string]>> = {
    [BEST]: [
      recommendedFormula(options, at(PRESENT), operation(at(MEAN), "-", at(PRESENT_COST))),
      USD,
    ],
    [COST]: [expectedCost(best), USD],
    [SAVING]: [operation(at(PRESENT_COST), "-", at(COST)), USD],
    "Fill probability": [commit("FILL_PROBABILITY", ...under(best)), PERCENT],
    "Loss probability": [commit("LOSS_PROBABILITY", ...under(best)), PERCENT],
    [USAGE]: [usage, USD],
    [PRESENT]: [deal.commitment ?? 0, USD],
    [PRESENT_COST]: [expectedCost(at(PRESENT)), USD],
    [MEAN]: [commit("FORECAST_MEAN", forecast), USD],
    "9 outcomes in 10 use at least": [commit("FORECAST_QUANTILE", forecast, 0.1), USD],
    "1 outcome in 10 uses more than": [commit("FORECAST_QUANTILE", forecast, 0.9), USD],
    "Mean loss in the worst tenth": [commit("CVAR_LOSS", ...under(best)), USD],
    "Foresight value": [commit("FORESIGHT_VALUE", forecast, ...agreed), USD],
    [OTHER]: [otherFormula(options, best, at(PRESENT)), USD],
    [LEAD]: [unlessWord(at(OTHER), operation(expectedCost(at(OTHER)), "-", at(COST))), USD],
    [ANY_AMOUNT]: [
      orWord(commit("OPTIMAL_COMMITMENT", forecast, ...agreed), "none: more is never dearer"),
      USD,
    ],
    [GAIN]: [
      unlessWord(at(ANY_AMOUNT), operation(at(COST), "-", expectedCost(at(ANY_AMOUNT)))),
      USD,
    ],
    [ROUNDING]: [roundingFormula(at(MEAN)), USD],
  };
  for (const { row, labels, heading } of PAIRS) {
    if (heading !== "") parts.push(headingAt(row - 1, heading, VALUE_COLUMN + 1));
    const size = { row, rows: labels.length, columns: 1 };
    const shown = labels.map((label) => values[label] ?? ["", TEXT]);
    parts.push(
      {
        ...size,
        column: 0,
        cells: labels.map((label) => [label]),
        look: "labels",
        formats: [TEXT],
      },
      {
        ...{ ...size, column: VALUE_COLUMN, look: "results" },
        cells: shown.map(([formula]) => [formulaOf(formula)]),
        formats: shown.map(([, format]) => format),
      },
    );
  }

  parts.push(...howSureParts(forecast, best, agreed, currency));

  for (const { row, column, heading, formula, rows, formats, look } of blocks)
    parts.push(headingAt(row, heading, formats.length, column), {
      ...{ row: row + 1, column, rows, columns: formats.length },
      ...{ cells: [[formula]], look, formats },
    });
  const place = { row: ANSWER_ROW, column: curveColumn };
  const drawn = curveParts(place, table, bands, curveToUsd, (amount) => [
    operation(at(MEAN), "-", expectedCost(amount)),
    commit("FILL_PROBABILITY", ...under(amount)),
  ]);
  const head = headOf(form, "Which commitment", deal.source ?? namesOf(deal), madeOn);
  // Its row heads every page, and is seen beside the answer too.
  const titles = pages.slice(1).map(({ column }) => headingAt(0, head.title, 1, column));
  return {
    ...head,
    parts: [...parts, ...drawn.parts, ...titles],
    ...{ ownRows: rows, rows, columns: OPTION_FORMATS.length, widths, pages },
    ...{ curve: drawn.curve, chart: CHART_PLACE, provenanceRow: PROVENANCE_ROW },
  };
}

/** What the best is measured against: the present commitment where there is one and it is another, else the next on offer. */
function otherFormula(options: ComparedOptions, best: string, present: string): Formula {
  const isOther = operation(
    operation(present, ">", 0),
    "*",
    operation(excel("ABS", operation(present, "-", best)), ">=", CENT_USD / 2),
  );
  const next = excel("IFERROR", nextOnOfferFormula(options, best), quoted("none"));
  return excel("IF", isOther, present, next);
}

function unlessWord(cell: string, formula: Formula): Formula {
  return excel("IF", excel("ISTEXT", cell), quoted("n/a"), formula);
}

/** Title and note of the sheet. */
function headOf(form: SheetForm, title: string, source: string, madeOn: string) {
  const beside = `Clauses and thresholds begin in column ${columnLetters(BESIDE)}.`;
  return form === "values"
    ? { title: titleOfValues(title, madeOn), note: `${noteOfValues(source, madeOn)} ${beside}` }
    : {
        title,
        note: `Made by Bandwise on ${madeOn} from ${source}. Everything is a live formula. ${beside}`,
      };
}

/** What the layout of a decision sheet has room for. */
export function decisionRoom(
  table: BandTable,
  agreement: Agreement,
  curveToUsd = endOfCurve(table),
): DecisionRoom {
  return {
    bands: roomForBands(agreement),
    ...{ curveRows: curveRows(table, curveToUsd), curveToUsd },
    carried: unlockColumns(table, agreement).length,
  };
}

function endOfCurve(table: BandTable): number {
  return lastThreshold(table) * HIGH_END_OF_LAST_THRESHOLD;
}

const BEST = "Best commitment on offer";
const COST = "Its expected cost";
const SAVING = "Expected saving over the present one";
const USAGE = "Usage at list prices";
const PRESENT = "Present commitment";
const PRESENT_COST = "Its expected cost, as it is now";
const MEAN = "Mean of the usage forecast";
const OTHER = "The present one, or the next best";
const LEAD = "It costs more by";
const ANY_AMOUNT = "Best of any amount";
const GAIN = "It costs less by";
const ROUNDING = "Differences within this are a tie";

interface PairGroup {
  readonly row: number;
  readonly heading: string;
  readonly labels: readonly string[];
}

/** Labels and values of the first page: the row of the first of each group, from 0, and what is above it. */
const PAIRS: readonly PairGroup[] = [
  { row: 6, heading: "", labels: [BEST, COST, SAVING, "Fill probability", "Loss probability"] },
  {
    row: 13,
    heading: "From these inputs",
    labels: [
      ...[USAGE, PRESENT, PRESENT_COST, MEAN],
      ...["9 outcomes in 10 use at least", "1 outcome in 10 uses more than"],
    ],
  },
  {
    row: 21,
    heading: "The risk that is left",
    labels: ["Mean loss in the worst tenth", "Foresight value"],
  },
  {
    row: 25,
    heading: "Measured against the best on offer",
    labels: [OTHER, LEAD, ANY_AMOUNT, GAIN, ROUNDING],
  },
];
/** Above four lines of that, and one that is blank. */
const PROVENANCE_ROW = FIRST_PAGE_ROWS - 5;
const PAGE_COLUMNS = 9;
/** Beside the answer and the inputs: on the first page, whole. */
const CHART_PLACE = { row: 6, column: 3, rows: 18, columns: 6 };

function rowOf(label: string): number {
  for (const { row, labels } of PAIRS) {
    const index = labels.indexOf(label);
    if (index >= 0) return row + index;
  }
  throw new Error(`there is no ${label} on the first page`);
}

const VALUE_COLUMN = 1;
const VALUE_LETTER = "B";

function lastThreshold(table: BandTable): number {
  return writtenThresholds(table).at(-1) || 1_000_000;
}

/** The names that a deal is read from, as the header of a sheet says them. */
export function namesOf({ bands, terms, usage, commitment, forecast }: DecisionDeal): string {
  const all = [bands, terms, usage, commitment, forecast]
    .filter((name) => name !== null)
    .map((name) => printExpression(formulaOf(name)));
  return `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
