import { MOST_ASKS } from "../../analysis/negotiation/counter-offer";
import type { Currency } from "../../core/currency";
import { CLAUSE_NAMES } from "../../forecast/clause-values";
import { columnLetters } from "../../input/cells/a1";
import { TEXT, USD } from "../../wording/format/number-formats";
import { type AssumedBlock, assumedParts } from "../assumed-deal";
import { cellAt, resultColumn, tableHeadings, textRows } from "../block-parts";
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
import { type CellArea, headingAt, type SheetBlock } from "../sheet-block";
import type { AsksColumn } from "./asks-columns";
import { evidenceCount, evidenceParts } from "./counter-offer-evidence";
import {
  ASKS_ROW,
  at,
  CHART_ROWS,
  COLUMNS,
  COMMITMENT,
  COST,
  FIGURES_ROW,
  FORMATS,
  LABELS,
  OURS,
  POSITION_ROW,
  RESTS_ROW,
  rowOf,
  SIDES_ROW,
  type Side,
  THEIRS,
  TOGETHER_ROW,
} from "./counter-offer-places";
import { noDealSentence, positionSentences } from "./counter-offer-sentences";

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
  const noDealRow = RESTS_ROW + evidenceCount(cells) + 2;
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
      tableHeadings(SIDES_ROW + 1, ["", "Their offer", "Our position", "No deal"]),
      textRows(FIGURES_ROW, LABELS),
      ...sides.map((side, index) =>
        figuresOf(side, index + 1, forecast, mean, index === OURS - 1 ? words.ourUsd : undefined),
      ),
      ...ourCommitment(words.ourUsd),
      ...askParts(words.asks, cells.asks),
      cellAt(TOGETHER_ROW, 0, "All that changes, together", TEXT, "labels"),
      cellAt(
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
      ...evidenceParts(
        { ...cells, source: words.source },
        { forecast, mean, theirs, ours },
        currency,
      ),
      headingAt(noDealRow, "If there is no deal", COLUMNS),
      textRows(noDealRow + 1, [noDealSentence(currency)]),
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
  return resultColumn(FIGURES_ROW, column, figures, FORMATS);
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
  return [cellAt(rowOf(COMMITMENT), OURS, usd, USD, "inputs")];
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
  return [
    headingAt(ASKS_ROW, "What we ask for, and its worth at the commitment offered", COLUMNS),
    tableHeadings(ASKS_ROW + 1, ["", "Worth a year", "Over the term", "What we could give"]),
    textRows(
      first,
      lines.map((name, line) =>
        name === undefined ? (line === 0 ? "Nothing more is asked for." : "") : literalText(name),
      ),
      "labels",
    ),
    resultColumn(first, 1, shown("Value a year", "not known"), [USD]),
    resultColumn(first, 2, shown("Over the term", "not known"), [USD]),
    resultColumn(first, 3, shown("What we could give", ""), [TEXT]),
  ];
}
