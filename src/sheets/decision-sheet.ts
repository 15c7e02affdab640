import type { Agreement } from "../core/agreement";
import { type BandTable, writtenThresholds } from "../core/bands";
import type { Currency } from "../core/currency";
import { CENT_USD } from "../core/hindsight";
import { HIGH_END_OF_LAST_THRESHOLD } from "../core/threshold-axis";
import { unlockColumns } from "../core/unlocks";
import type { DealReferences } from "../deal/deal-inputs";
import { PERCENT, TEXT, USD, WRITTEN_PERCENT } from "../wording/format/number-formats";
import { type AnswerCells, answerSentence, anyAmountSentence } from "./answer-sentence";
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
import { labelColumn, orWord } from "./label-formula";
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
  readonly rows: number;
  readonly columns: number;
  readonly curve: CurvePlace;
  /** The cells that the chart stands over, which hold nothing. */
  readonly chart: CellArea;
  /** What prints, each area on pages of its own; the curve is the chart. */
  readonly pages: readonly CellArea[];
  /** Where it says what made it, and from what: below the answer, on its page. */
  readonly provenanceRow: number;
  /** Cells of words that may take two lines. */
  readonly wrapped: readonly CellArea[];
}

/** Columns of THRESHOLDS before those of the bands; the last is the verdict. */
const THRESHOLD_FORMATS = [USD, WRITTEN_PERCENT, USD, USD, PERCENT, USD, USD, TEXT] as const;
const OPTION_FORMATS = [
  ...([USD, WRITTEN_PERCENT, USD, USD, PERCENT, USD, PERCENT, USD, USD, USD] as const),
  "0",
] as const;
const CLAUSE_FORMATS = [TEXT, USD, USD, "0.0", "0.0"] as const;
const CLAUSE_ROWS = 5;
/** Bands that a spilled block has room for at least, and how many more than there are now; of those, as many as print. */
const ROOM = { least: 20, more: 20, printed: 3 };

/**
 * Lays the decision sheet out: on its first page a sentence, the answer, how sure it is, a chart, the inputs and the options; on the
 * second clauses, thresholds and what bands carry. Expected saving by commitment, of which the chart is drawn, does not print.
 *
 * Results are live formulas. Each quantity is worked out once, and referred to from there; only the answer works the options out
 * for itself, since cells that a formula spills into may still hold what was there before. Blocks that grow with the bands have
 * room for twenty, or for twenty more.
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
  const room = roomForBands(agreement);
  const unlocks = unlockColumns(table, agreement);
  const everyThreshold = commit("THRESHOLDS", at(USAGE), at(PRESENT), ...agreed);
  const everyOption = commit("COMMITMENT_OPTIONS", forecast, ...agreed);
  const priced = THRESHOLD_FORMATS.map((_, index) => index + 1);
  const carried = [1, ...unlocks.map((_, index) => priced.length + index + 1)];
  const columnsOf = (columns: readonly number[]): Formula =>
    excel("CHOOSECOLS", everyThreshold, ...columns);
  const printed = agreement.bands.length + ROOM.printed;
  const byThreshold = { rows: room + 1, printed: printed + 1 };
  const blocks = stacked([
    {
      heading: OPTIONS_HEADING,
      formula: everyOption,
      // None, every threshold, and at most one point inside each band.
      ...{ rows: 2 + 2 * room, printed: 2 + 2 * printed, formats: OPTION_FORMATS },
      beginsPage: false,
    },
    {
      heading: CLAUSES_HEADING,
      formula: clausesFormula(
        commit("CLAUSE_VALUES", ...under(at(PRESENT))),
        commit("BAND_RATE", at(PRESENT), bands),
      ),
      ...{ rows: CLAUSE_ROWS, printed: CLAUSE_ROWS, formats: CLAUSE_FORMATS, beginsPage: true },
    },
    {
      heading: THRESHOLDS_HEADING,
      formula: orWord(
        labelColumn(
          unlocks.length > 0 ? columnsOf(priced) : everyThreshold,
          priced.length,
          currency,
        ),
        "n/a",
      ),
      ...{ ...byThreshold, formats: THRESHOLD_FORMATS, beginsPage: false },
    },
    ...(unlocks.length === 0
      ? []
      : [
          {
            heading: "What each band carries",
            formula: columnsOf(carried),
            ...{ ...byThreshold, formats: [USD, ...unlocks.map(() => TEXT)], beginsPage: false },
          },
        ]),
  ]);
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

  const wrapped: CellArea[] = [];
  for (const { row, heading, formula, rows, printed: shown, formats } of blocks) {
    const words = formats.indexOf(TEXT);
    if (words > 0)
      wrapped.push({
        row: row + 2,
        column: words,
        rows: Math.min(rows, shown) - 1,
        columns: formats.length - words,
      });
    parts.push(headingAt(row, heading, formats.length), {
      ...{ row: row + 1, column: 0, rows, columns: formats.length },
      ...{ cells: [[formula]], look: "body", formats },
    });
  }
  const row = blocks.reduce((last, block) => Math.max(last, endOf(block)), FIRST_PAGE_ROWS);
  const columns = Math.max(OPTION_FORMATS.length, THRESHOLD_FORMATS.length, carried.length);
  const drawn = curveParts(row, table, bands, curveToUsd, (amount) => [
    operation(at(MEAN), "-", expectedCost(amount)),
    commit("FILL_PROBABILITY", ...under(amount)),
  ]);
  return {
    ...headOf(form, "Which commitment", deal.source ?? namesOf(deal), madeOn),
    parts: [...parts, ...drawn.parts],
    rows: drawn.curve.row + drawn.curve.rows,
    ...{ columns, curve: drawn.curve, chart: CHART_PLACE, wrapped },
    ...{ pages: pagesOf(blocks, columns), provenanceRow: PROVENANCE_ROW },
  };
}

/** CLAUSE_VALUES, with n/a where a value is more points than the whole discount of the band, as the pane has it. */
function clausesFormula(values: Formula, discount: Formula): Formula {
  const isPoints = operation(excel("SEQUENCE", 1, CLAUSE_FORMATS.length), ">", POINTS_AFTER);
  const size = excel("IFERROR", excel("ABS", "values"), 0);
  const isMore = operation(size, ">", operation(operation(100, "*", "discount"), "+", NOISE));
  const shown = excel(
    "IF",
    operation(isPoints, "*", isMore),
    quoted("n/a"),
    orWord(formulaOf("values"), "n/a"),
  );
  return excel("LET", "values", orWord(values, "n/a"), "discount", discount, shown);
}

/** Columns of CLAUSE_VALUES before those of points, and points that are rounding. */
const POINTS_AFTER = 3;
const NOISE = 1e-9;

/** The areas that print: each goes on to the last block before another page begins, without the rows that it has left. */
function pagesOf(
  blocks: readonly (SpilledBlock & { row: number })[],
  columns: number,
): readonly CellArea[] {
  const starts = [0, ...blocks.filter(({ beginsPage }) => beginsPage).map(({ row }) => row)];
  return starts.map((row, index) => {
    const next = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const last = blocks.findLast((block) => block.row < next);
    const end = last ? last.row + 1 + Math.min(last.rows, last.printed) : FIRST_PAGE_ROWS;
    return { row, column: 0, rows: end - row, columns };
  });
}

/** Spilled blocks below one another, each with the row of its heading. */
function stacked(blocks: readonly SpilledBlock[]): readonly (SpilledBlock & { row: number })[] {
  let row = FIRST_PAGE_ROWS;
  return blocks.map((block) => {
    const placed = { ...block, row };
    row = endOf(placed);
    return placed;
  });
}

function endOf({ row, rows }: { readonly row: number; readonly rows: number }): number {
  return row + rows + 2;
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
  return form === "values"
    ? { title: titleOfValues(title, madeOn), note: noteOfValues(source, madeOn) }
    : {
        title,
        note: `Made by Bandwise on ${madeOn} from ${source}. Everything is a live formula: change an input and it follows.`,
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

function roomForBands({ bands }: Agreement): number {
  return Math.max(ROOM.least, bands.length + ROOM.more);
}

function endOfCurve(table: BandTable): number {
  return lastThreshold(table) * HIGH_END_OF_LAST_THRESHOLD;
}

/** A block that spills from one formula, under its heading. */
interface SpilledBlock {
  readonly heading: string;
  readonly formula: Formula;
  /** What it may cover, its own headings included, and how much of that prints. */
  readonly rows: number;
  readonly printed: number;
  readonly formats: readonly string[];
  readonly beginsPage: boolean;
}

const CLAUSES_HEADING =
  "What each clause is worth at the present commitment; points as with overage at the committed rate";

const THRESHOLDS_HEADING = "Each threshold at this usage";
/** COMMITMENT_OPTIONS writes headings of its own below it, of which three are other words than the pane's. */
const OPTIONS_HEADING =
  "Commitments compared under the forecast. Probability to fill is the fill probability; probability of a loss, the loss probability (of paying more than list); worst 10%, the worst tenth of years";

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
const ANSWER_ROW = 3;
const PROVENANCE_ROW = 31;
/** Below four lines of that. */
const FIRST_PAGE_ROWS = PROVENANCE_ROW + 5;
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
