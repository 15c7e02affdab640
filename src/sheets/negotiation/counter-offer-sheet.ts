import type { Currency } from "../../core/currency";
import { CLAUSE_NAMES } from "../../forecast/clause-values";
import { columnLetters } from "../../input/cells/a1";
import { PERCENT, TEXT, USD } from "../../wording/format/number-formats";
import { type AssumedBlock, assumedParts } from "../assumed-deal";
import { type DecisionDeal, namesOf } from "../decision-sheet";
import {
  type CellContent,
  commit,
  excel,
  type Formula,
  formulaOf,
  type Operand,
  operation,
  quoted,
} from "../formulas/call";
import { orWord } from "../label-formula";
import { literalText } from "../literal-text";
import { type CellArea, headingAt, type PartLook, type SheetBlock } from "../sheet-block";
import { amountWords, joined } from "../usage/sentence-formula";
import type { AsksColumn } from "./asks-columns";

/** What a counter-offer says beside what its formulas work out. */
export interface CounterOfferWords {
  readonly title: string;
  /** The asks that it brings up, at most three, as the sheet of asks has them. */
  readonly asks: readonly string[];
  /** Where the forecast is from, in words. */
  readonly source: string;
  /** Our commitment, which somebody may change on the sheet, USD. */
  readonly ourUsd: number;
}

/** Cells that a counter-offer reads beside those of the deal. */
export interface CounterOfferCells {
  /** The bands and the terms that we propose, where they differ from theirs. */
  readonly ours: readonly AssumedBlock[];
  /** A column of the sheet of asks, without its heading. */
  readonly asks: (column: AsksColumn) => string;
  /** The forecast of efficient usage, where the workbook has one. */
  readonly efficient: string | undefined;
  /** The table of comparable deals with its headings, where the workbook has one. */
  readonly comparables: string | undefined;
}

/** A counter-offer as plain parts: one page, and below it the cells that its figures read. */
export interface CounterOfferSheet {
  readonly title: string;
  readonly note: string;
  readonly parts: readonly SheetBlock[];
  readonly rows: number;
  readonly columns: number;
  /** What prints. */
  readonly page: CellArea;
  /** The expected costs of their offer, ours and no deal, and what they are called. */
  readonly costs: CellArea;
  readonly sides: CellArea;
  /** The cells that the chart stands over, which hold nothing. */
  readonly chart: CellArea;
  /** Cells of words that may take more lines than one. */
  readonly wrapped: CellArea;
}

export const COUNTER_OFFER_TITLE = "Counter-offer";

const COLUMNS = 4;
const POSITION_ROW = 3;
const SIDES_ROW = 7;
const FIGURES_ROW = SIDES_ROW + 2;
const COMMITMENT = "Commitment a year";
const DISCOUNT = "Discount off list prices";
const COST = "Expected cost a year";
const SAVING = "Less than list prices by";
const FILLED = "Years in which usage fills it";
const DEARER = "Years dearer than list prices";
const USAGE = "Usage";
const SOURCE = "Forecast";
const SURE = "How sure";
/** Words that stand under figures, on the right as they are. */
const WORDS = "0;-0;0;@";
const LABELS: readonly string[] = [
  ...[COMMITMENT, DISCOUNT, ...CLAUSE_NAMES, COST, SAVING, FILLED, DEARER],
];
const FORMATS: readonly string[] = [
  ...[USD, PERCENT, ...CLAUSE_NAMES.map(() => WORDS), USD, USD, PERCENT, PERCENT],
];
const ASKS_ROW = FIGURES_ROW + LABELS.length + 1;
const MOST_ASKS = 3;
const TOGETHER_ROW = ASKS_ROW + MOST_ASKS + 2;
const RESTS_ROW = TOGETHER_ROW + 2;
const CHART_ROWS = 13;

const [THEIRS, OURS, NO_DEAL] = [1, 2, 3] as const;

/** What a side of the page is priced by. */
interface Side {
  readonly commitment: Operand;
  readonly agreed: readonly Operand[];
  readonly bands: Operand;
}

/**
 * Lays a counter-offer out: our position in a sentence, their offer and ours side by side, what we ask for and could give, what it
 * rests on, and what there is without a deal. Figures are live formulas; our commitment is typed.
 */
export function layOutCounterOffer(
  deal: DecisionDeal,
  words: CounterOfferWords,
  cells: CounterOfferCells,
  madeOn: string,
  currency: Currency,
): CounterOfferSheet {
  const forecast = deal.forecast ?? deal.usage;
  const mean = commit("FORECAST_MEAN", forecast);
  const theirs = sideOf(deal, deal.commitment ?? 0);
  // How many rows the evidence has does not depend on where our cells are.
  const known = [USAGE, SOURCE, SURE, cells.efficient, cells.comparables].filter(
    (one) => one !== undefined,
  );
  const noDealRow = RESTS_ROW + known.length + 2;
  const chartRow = noDealRow + 3;
  const placed = placeOurs(deal, cells.ours, chartRow + CHART_ROWS + 1);
  const ours = sideOf({ ...deal, ...placed.references }, at(OURS, COMMITMENT));
  const sides: readonly Side[] = [theirs, ours, { ...theirs, commitment: 0 }];
  return {
    title: words.title,
    note: `Made by Bandwise on ${madeOn} from ${deal.source ?? namesOf(deal)}.`,
    parts: [
      headingAt(POSITION_ROW, "Our position", COLUMNS),
      textRows(POSITION_ROW + 1, positionSentences(currency), "sentence"),
      headingAt(SIDES_ROW, "Side by side", COLUMNS),
      {
        ...{ row: SIDES_ROW + 1, column: 0, rows: 1, columns: COLUMNS, look: "tableHeading" },
        ...{ cells: [["", "Their offer", "Our position", "No deal"]], formats: [TEXT] },
      },
      textRows(FIGURES_ROW, LABELS, "labels"),
      ...sides.map((side, index) =>
        figuresOf(side, index + 1, forecast, mean, index === OURS - 1 ? words.ourUsd : undefined),
      ),
      ...ourCommitment(words.ourUsd),
      ...askParts(words.asks, cells.asks),
      cell(TOGETHER_ROW, 0, "All that changes, together", TEXT, "labels"),
      cell(
        TOGETHER_ROW,
        1,
        operation(
          at(THEIRS, COST),
          "-",
          commit("EXPECTED_COST", forecast, at(THEIRS, COMMITMENT), ...ours.agreed),
        ),
        USD,
        "results",
      ),
      headingAt(RESTS_ROW, "What it rests on", COLUMNS),
      ...evidenceParts(words, cells, { forecast, mean, theirs, ours }, currency),
      headingAt(noDealRow, "If there is no deal", COLUMNS),
      textRows(noDealRow + 1, [noDealSentence(currency)], "labels"),
      ...placed.parts,
    ],
    rows: placed.rows,
    columns: Math.max(COLUMNS, placed.columns),
    page: { row: 0, column: 0, rows: chartRow + CHART_ROWS, columns: COLUMNS },
    costs: { row: rowOf(COST), column: THEIRS, rows: 1, columns: 3 },
    sides: { row: SIDES_ROW + 1, column: THEIRS, rows: 1, columns: 3 },
    chart: { row: chartRow, column: 0, rows: CHART_ROWS, columns: COLUMNS },
    wrapped: { row: ASKS_ROW + 2, column: 3, rows: MOST_ASKS, columns: 1 },
  };
}

function sideOf({ bands, terms }: DecisionDeal, commitment: Operand): Side {
  return { commitment, bands, agreed: terms === null ? [bands] : [bands, terms] };
}

/** The cells that say what we propose, below the page, and what the formulas read in place of those of the deal. */
function placeOurs(deal: DecisionDeal, blocks: readonly AssumedBlock[], firstRow: number) {
  const parts: SheetBlock[] = [];
  let references: Partial<Pick<DecisionDeal, "bands" | "terms">> = {};
  let row = firstRow;
  let columns = 0;
  for (const { part, cells } of blocks) {
    if (part === "forecast") continue;
    const width = cells[0]?.length ?? 0;
    parts.push(
      headingAt(row, part === "bands" ? "Our bands" : "Our terms", Math.max(COLUMNS, width)),
      ...assumedParts(cells, row + 1, deal[part] ?? "", part === "bands"),
    );
    const address = `$A$${row + 2}:$${columnLetters(width - 1)}$${row + 1 + cells.length}`;
    references = { ...references, [part]: address };
    row += cells.length + 2;
    columns = Math.max(columns, width);
  }
  return { parts, references, columns, rows: row };
}

function figuresOf(
  { commitment, bands, agreed }: Side,
  column: number,
  forecast: Operand,
  mean: Formula,
  ourUsd: number | undefined,
): SheetBlock {
  const priced = [forecast, at(column, COMMITMENT), ...agreed];
  const values = commit("CLAUSE_VALUES", ...priced);
  const figures: readonly CellContent[] = [
    ourUsd ?? formulaOf(commitment),
    commit("BAND_RATE", at(column, COMMITMENT), bands),
    ...CLAUSE_NAMES.map((name) => hasClause(values, `$A$${rowOf(name) + 1}`)),
    commit("EXPECTED_COST", ...priced),
    operation(mean, "-", at(column, COST)),
    unlessNone(column, commit("FILL_PROBABILITY", ...priced)),
    unlessNone(column, commit("LOSS_PROBABILITY", ...priced)),
  ];
  return {
    ...{ row: FIGURES_ROW, column, rows: figures.length, columns: 1, look: "results" },
    ...{ cells: figures.map((cell) => [cell]), formats: FORMATS },
  };
}

/** Whether a side has a clause, or something better: CLAUSE_VALUES lists those that it lacks. */
function hasClause(values: Formula, name: string): Formula {
  const lacks = excel("ISNUMBER", excel("MATCH", name, excel("CHOOSECOLS", "values", 1), 0));
  const heading = excel("INDEX", "values", 1, 1);
  return excel(
    "LET",
    ...["values", values],
    excel(
      "IF",
      lacks,
      quoted("no"),
      excel("IF", excel("ISTEXT", heading), quoted("this or better"), orWord(heading, "none")),
    ),
  );
}

function unlessNone(column: number, formula: Formula): Formula {
  return excel("IF", operation(at(column, COMMITMENT), "=", 0), quoted("none"), formula);
}

/** The cell of our commitment looks as if one may type into it. */
function ourCommitment(usd: number): readonly SheetBlock[] {
  return [cell(rowOf(COMMITMENT), OURS, usd, USD, "inputs")];
}

function positionSentences(currency: Currency): readonly Formula[] {
  const amount = (usd: Operand): Formula => amountWords(usd, currency);
  const [usd, cost, theirCost] = [at(OURS, COMMITMENT), at(OURS, COST), at(THEIRS, COST)];
  const gap = operation(theirCost, "-", cost);
  return [
    excel(
      "IF",
      operation(usd, "=", 0),
      quoted(
        "As things are we commit to nothing: every commitment on offer is expected to cost more.",
      ),
      joined(
        quoted("We commit to "),
        amount(usd),
        quoted(" a year at "),
        percent(at(OURS, DISCOUNT)),
        quoted(" off list prices, with what is asked for below."),
      ),
    ),
    joined(
      quoted("It is expected to cost "),
      amount(cost),
      quoted(" a year, "),
      excel(
        "IF",
        operation(excel("ROUND", gap, 0), "=", 0),
        quoted("as much as your offer."),
        joined(
          amount(excel("ABS", gap)),
          excel(
            "IF",
            operation(gap, ">", 0),
            quoted(" less than your offer."),
            quoted(" more than your offer."),
          ),
        ),
      ),
    ),
  ];
}

function noDealSentence(currency: Currency): Formula {
  const amount = (usd: Operand): Formula => amountWords(usd, currency);
  const [cost, ours] = [at(NO_DEAL, COST), at(OURS, COST)];
  const gap = operation(cost, "-", ours);
  return joined(
    quoted("We pay for usage as it comes: "),
    amount(cost),
    quoted(" a year is expected, "),
    amount(excel("ABS", gap)),
    excel(
      "IF",
      operation(gap, ">=", 0),
      quoted(" more than under our position."),
      quoted(" less than under our position."),
    ),
  );
}

function askParts(
  names: readonly string[],
  column: (name: AsksColumn) => string,
): readonly SheetBlock[] {
  const first = ASKS_ROW + 2;
  const lines = Array.from({ length: MOST_ASKS }, (_, index) => names[index]);
  const of = (name: AsksColumn, line: number): Formula =>
    excel("INDEX", column(name), excel("MATCH", `$A$${first + line + 1}`, column("Ask"), 0));
  const shown = (name: AsksColumn, word: string): readonly CellContent[] =>
    lines.map((ask, line) => {
      if (ask === undefined) return "";
      const value = orWord(of(name, line), "not listed");
      return excel("IF", operation(value, "=", quoted("")), quoted(word), value);
    });
  const part = (at: number, contents: readonly CellContent[], format: string): SheetBlock => ({
    ...{ row: first, column: at, rows: MOST_ASKS, columns: 1, look: "results" },
    ...{ cells: contents.map((one) => [one]), formats: [format] },
  });
  return [
    headingAt(ASKS_ROW, "What we ask for, and its worth at the commitment offered", COLUMNS),
    {
      ...{ row: ASKS_ROW + 1, column: 0, rows: 1, columns: COLUMNS, look: "tableHeading" },
      ...{ cells: [["", "Worth a year", "Over the term", "What we could give"]], formats: [TEXT] },
    },
    textRows(
      first,
      lines.map((name, line) =>
        name === undefined ? (line === 0 ? "Nothing more is asked for." : "") : literalText(name),
      ),
      "labels",
    ),
    part(1, shown("Value a year", "not known"), USD),
    part(2, shown("Over the term", "not known"), USD),
    part(3, shown("What we could give", ""), TEXT),
  ];
}

function evidenceParts(
  { source }: CounterOfferWords,
  { efficient, comparables }: CounterOfferCells,
  {
    forecast,
    mean,
    theirs,
    ours,
  }: {
    readonly forecast: Operand;
    readonly mean: Formula;
    readonly theirs: Side;
    readonly ours: Side;
  },
  currency: Currency,
): readonly SheetBlock[] {
  const amount = (usd: Operand): Formula => amountWords(usd, currency);
  const [low, high] = [0.1, 0.9].map((share) => commit("FORECAST_QUANTILE", forecast, share));
  const rank = commit(
    "BENCHMARK_RANK",
    ...[at(THEIRS, DISCOUNT), at(THEIRS, COMMITMENT), comparables ?? "", theirs.bands],
  );
  const evidence: readonly (readonly [label: string, text: CellContent])[] = [
    [
      USAGE,
      joined(
        amount(mean),
        quoted(" a year on average, likely "),
        amount(low ?? mean),
        quoted(" to "),
        amount(high ?? mean),
        quoted("."),
      ),
    ],
    [SOURCE, literalText(`${source}.`)],
    [SURE, howSure(forecast, ours, currency)],
    ...(efficient === undefined
      ? []
      : [
          [
            "Efficient usage",
            joined(
              amount(commit("FORECAST_MEAN", efficient)),
              quoted(" a year on average, once the savings planned are made."),
            ),
          ] as const,
        ]),
    ...(comparables === undefined
      ? []
      : [
          [
            "Comparable deals",
            orWord(
              joined(
                quoted("Their discount is better than "),
                percent(rank),
                quoted(" of those in its band."),
              ),
              "Fewer than five are known in this band.",
            ),
          ] as const,
        ]),
  ];
  return evidence.flatMap(([label, text], index) => [
    cell(RESTS_ROW + 1 + index, 0, label, TEXT, "labels"),
    cell(RESTS_ROW + 1 + index, 1, text, TEXT, "labels"),
  ]);
}

/** Between which averages of usage our commitment stays the cheapest on offer, from ANSWER_RANGE. */
function howSure(forecast: Operand, { agreed }: Side, currency: Currency): Formula {
  const amount = (usd: Operand): Formula => amountWords(usd, currency);
  const end = (column: number): Formula => excel("INDEX", "range", 2, column);
  const [isOpenBelow, isOpenAbove] = [excel("ISTEXT", "low"), excel("ISTEXT", "high")];
  const best = quoted("Best on offer ");
  const [bands = "", terms = null] = agreed;
  const sentence = excel(
    "LET",
    ...[
      "range",
      commit("ANSWER_RANGE", forecast, at(OURS, COMMITMENT), bands, terms, quoted("usage")),
    ],
    ...["low", end(3), "high", end(4)],
    excel(
      "IF",
      isOpenBelow,
      excel(
        "IF",
        isOpenAbove,
        joined(best, quoted("whatever average usage is.")),
        joined(best, quoted("up to average usage of "), amount("high"), quoted(".")),
      ),
      excel(
        "IF",
        isOpenAbove,
        joined(best, quoted("from average usage of "), amount("low"), quoted(" on.")),
        joined(
          best,
          quoted("for average usage from "),
          amount("low"),
          quoted(" to "),
          amount("high"),
          quoted("."),
        ),
      ),
    ),
  );
  return orWord(sentence, "No range of usage is known in which ours stays the cheapest on offer.");
}

/** A share in words: 15.0%. */
function percent(share: Operand): Formula {
  return joined(excel("FIXED", operation(100, "*", share), 1), quoted("%"));
}

function rowOf(label: string): number {
  return FIGURES_ROW + LABELS.indexOf(label);
}

function at(column: number, label: string): string {
  return `$${columnLetters(column)}$${rowOf(label) + 1}`;
}

function cell(
  row: number,
  column: number,
  content: CellContent,
  format: string,
  look: PartLook,
): SheetBlock {
  return { row, column, rows: 1, columns: 1, cells: [[content]], look, formats: [format] };
}

function textRows(row: number, texts: readonly CellContent[], look: PartLook): SheetBlock {
  return {
    ...{ row, column: 0, rows: texts.length, columns: 1, look, formats: [TEXT] },
    cells: texts.map((text) => [text]),
  };
}
