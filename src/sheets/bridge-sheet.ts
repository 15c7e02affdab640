import type { BridgeChange } from "../analysis/offer-bridge";
import type { Currency } from "../core/currency";
import { TEXT, USD } from "../wording/format/number-formats";
import { BRIDGE_ORDER, changeNames } from "../wording/messages/bridge-words";
import { dollarsIn, joined } from "./answer-sentence";
import { asTyped, type ComparedReferences, ROW, rowOf } from "./comparison-sheet";
import {
  type CellContent,
  commit,
  excel,
  type Formula,
  formulaOf,
  type Operand,
  operation,
  quoted,
} from "./formulas/call";
import { type CellArea, headingAt, type SheetBlock } from "./sheet-block";
import { type TextTermTables, textTermsBlock } from "./text-terms-block";

/** What a year of an offer costs by, as formulas name it. */
export interface BridgedReferences {
  readonly bands: string;
  readonly terms: string | null;
  readonly commitment: Operand;
  readonly forecast: Operand;
}

/** One of the two offers: the deal in the workbook, or a scenario that is found by its name wherever its row is. */
export type BridgeEnd =
  | { readonly kind: "deal"; readonly title: string; readonly references: BridgedReferences }
  | { readonly kind: "scenario"; readonly title: string; readonly scenario: ComparedReferences };

/** The bridge as plain parts. */
export interface BridgeSheet {
  readonly title: string;
  readonly note: string;
  readonly noteBelow: string;
  readonly parts: readonly SheetBlock[];
  readonly rows: number;
  readonly columns: number;
  /** What the columns of the chart are called, and the columns of their parts with their names. */
  readonly across: CellArea;
  readonly lines: readonly { readonly name: string; readonly values: CellArea }[];
  /** The cells that the chart stands over, which hold nothing. */
  readonly chart: CellArea;
}

const TITLE = "What changed";
const HEADINGS = [
  ...["What changes", "Cost after it", "Change in cost"],
  ...["In reverse: cost after it", "In reverse: change in cost"],
] as const;
/** Parts of a column of the chart: what stays, and on it what goes away or is added. */
const PARTS = ["Cost", "Less", "More"] as const;
const COLUMNS = HEADINGS.length + PARTS.length;
const CHART_ROWS = 18;

/** Rows, from 0. */
const OFFERS = 3;
const FIGURES = ["Commitment", "Average usage", "Expected cost"] as const;
const ROW_LINE = OFFERS + 2;
const COMMITMENT_LINE = ROW_LINE + 1;
const COST_LINE = ROW_LINE + FIGURES.length;
const SENTENCE = COST_LINE + 2;
const STEPS = SENTENCE + 2;
const FIRST = STEPS + 2;

/**
 * Lays out how the expected cost of one offer becomes that of another, one change at a time, in the stated order and in
 * reverse: each cost is EXPECTED_COST of the first offer with some of its parts replaced by those of the second.
 *
 * @param alsoSaid What each says beside its prices.
 * @param order What changes together, in the order of the changes.
 * @param madeOn Date and time of making.
 */
export function layOutBridge(
  from: BridgeEnd,
  to: BridgeEnd,
  alsoSaid: TextTermTables,
  order: readonly (readonly BridgeChange[])[],
  madeOn: string,
  currency: Currency,
): BridgeSheet {
  const at = (letter: string, line: number): string => `$${letter}$${line + 1}`;
  const [fromCost, toCost] = [at("B", COST_LINE), at("C", COST_LINE)];
  const ends = [
    { end: from, letter: "B" },
    { end: to, letter: "C" },
  ] as const;
  const references = ends.map(({ end, letter }) => referencesOf(end, at(letter, ROW_LINE)));
  const costs = ends.map(({ letter }, index) => ({
    ...pick(references, index),
    commitment: at(letter, COMMITMENT_LINE),
  }));
  const [before, after] = [pick(costs, 0), pick(costs, 1)];
  const last = order.length - 1;
  const costWith = (changed: readonly BridgeChange[]): Formula =>
    costOf(mixed(before, after, changed));
  const lineOf = (step: number): number => FIRST + 1 + step;
  const toLine = lineOf(order.length);
  const stepRows = order.map((changes, step): readonly CellContent[] => {
    const [cost, reverse] = [at("B", lineOf(step)), at("D", lineOf(step))];
    const below = step === last ? fromCost : at("D", lineOf(step + 1));
    return [
      changeNames(changes),
      step === last ? formulaOf(toCost) : costWith(order.slice(0, step + 1).flat()),
      operation(cost, "-", at("B", lineOf(step - 1))),
      step === 0 ? formulaOf(toCost) : costWith(order.slice(step).flat()),
      operation(reverse, "-", below),
      ...partsOf(at("B", lineOf(step - 1)), cost),
    ];
  });
  const endRow = (name: CellContent, cost: string): readonly CellContent[] => [
    ...[name, formulaOf(cost), "", "", ""],
    ...[formulaOf(cost), 0, 0],
  ];
  const names = ends.map(({ end }) => nameOf(end));
  const rows = [endRow(pick(names, 0), fromCost), ...stepRows, endRow(pick(names, 1), toCost)];
  const sum = (letter: string): Formula =>
    excel("SUM", `${at(letter, lineOf(0))}:${at(letter, lineOf(last))}`);
  const difference = operation(toCost, "-", fromCost);
  const chartRow = toLine + 5;
  const textTerms = textTermsBlock(chartRow + CHART_ROWS + 1, COLUMNS, alsoSaid, [
    at("B", OFFERS + 1),
    at("C", OFFERS + 1),
  ]);
  const amounts = HEADINGS.slice(1).map(() => USD);
  return {
    title: TITLE,
    note: `Made by Bandwise on ${madeOn} from ${from.title} and ${to.title}. Every cost is a live formula over their cells.`,
    noteBelow: BRIDGE_ORDER,
    parts: [
      headingAt(OFFERS, "The two offers", COLUMNS),
      {
        ...{ row: OFFERS + 1, column: 0, rows: 1, columns: 3, look: "tableHeading" },
        ...{ cells: [["Offer", ...names]], formats: [TEXT] },
      },
      {
        ...{ row: ROW_LINE, column: 0, rows: FIGURES.length + 1, columns: 1, look: "labels" },
        ...{ cells: [ROW, ...FIGURES].map((label) => [label]), formats: [TEXT] },
      },
      ...ends.map(
        ({ end, letter }, index): SheetBlock => ({
          ...{ row: ROW_LINE, column: index + 1, rows: FIGURES.length + 1, columns: 1 },
          cells: [
            [end.kind === "scenario" ? rowOf(end.scenario, at(letter, OFFERS + 1)) : ""],
            [formulaOf(pick(references, index).commitment)],
            [commit("FORECAST_MEAN", pick(references, index).forecast)],
            [costOf(pick(costs, index))],
          ],
          ...{ look: "results", formats: ["0", ...FIGURES.map(() => USD)] },
        }),
      ),
      {
        ...{ row: SENTENCE, column: 0, rows: 1, columns: COLUMNS, look: "sentence" },
        ...{ cells: [[bridgeWords(fromCost, toCost, currency)]], formats: [TEXT] },
      },
      headingAt(STEPS, "One change at a time", COLUMNS),
      {
        ...{ row: STEPS + 1, column: 0, rows: 1, columns: COLUMNS, look: "tableHeading" },
        ...{ cells: [[...HEADINGS, ...PARTS]], formats: [TEXT] },
      },
      {
        ...{ row: FIRST, column: 0, rows: rows.length, columns: 1, look: "labels" },
        ...{ cells: rows.map(([label = ""]) => [label]), formats: [TEXT] },
      },
      {
        ...{ row: FIRST, column: 1, rows: rows.length, columns: COLUMNS - 1, look: "results" },
        ...{
          cells: rows.map(([, ...cells]) => cells),
          formats: [...amounts, ...PARTS.map(() => USD)],
        },
      },
      {
        ...{ row: toLine + 1, column: 0, rows: 2, columns: 1, look: "labels" },
        ...{ cells: [["Sum of the changes"], ["Difference of the two offers"]], formats: [TEXT] },
      },
      ...(["C", "E"] as const).map(
        (letter, index): SheetBlock => ({
          ...{ row: toLine + 1, column: index === 0 ? 2 : 4, rows: 2, columns: 1, look: "results" },
          ...{ cells: [[sum(letter)], [difference]], formats: [USD, USD] },
        }),
      ),
      ...textTerms.parts,
    ],
    rows: textTerms.rows,
    columns: COLUMNS,
    across: { row: FIRST, column: 0, rows: rows.length, columns: 1 },
    lines: PARTS.map((name, index) => ({
      name,
      values: { row: FIRST, column: HEADINGS.length + index, rows: rows.length, columns: 1 },
    })),
    chart: { row: chartRow, column: 0, rows: CHART_ROWS, columns: COLUMNS },
  };
}

function pick<T>(pair: readonly T[], index: number): T {
  const one = pair[index];
  if (one === undefined) throw new Error("a bridge has two ends");
  return one;
}

function nameOf(end: BridgeEnd): CellContent {
  return end.kind === "scenario" ? asTyped(end.scenario.name) : end.title;
}

function referencesOf(end: BridgeEnd, row: string): BridgedReferences {
  return end.kind === "scenario" ? end.scenario.at(row) : end.references;
}

function mixed(
  before: BridgedReferences,
  after: BridgedReferences,
  changed: readonly BridgeChange[],
): BridgedReferences {
  const of = (change: BridgeChange): BridgedReferences =>
    changed.includes(change) ? after : before;
  return {
    bands: of("bands").bands,
    terms: of("terms").terms,
    commitment: of("commitmentUsd").commitment,
    forecast: of("forecast").forecast,
  };
}

function costOf({ bands, terms, commitment, forecast }: BridgedReferences): Formula {
  return commit("EXPECTED_COST", forecast, commitment, bands, ...(terms === null ? [] : [terms]));
}

/** What stays of the cost before a change, what goes away, and what is added. */
function partsOf(before: string, after: string): readonly Formula[] {
  return [
    excel("MIN", before, after),
    excel("MAX", 0, operation(before, "-", after)),
    excel("MAX", 0, operation(after, "-", before)),
  ];
}

/** "The expected cost falls by $32,800 a year, from $573,272 to $540,472." */
function bridgeWords(from: string, to: string, currency: Currency): Formula {
  const { amount } = dollarsIn(currency);
  const change = operation(to, "-", from);
  return excel(
    "IF",
    operation(excel("ROUND", change, 0), "=", 0),
    joined(quoted("The expected cost stays at "), amount(from), quoted(" a year.")),
    joined(
      quoted("The expected cost "),
      excel("IF", operation(change, "<", 0), quoted("falls"), quoted("rises")),
      quoted(" by "),
      amount(excel("ABS", change)),
      quoted(" a year, from "),
      amount(from),
      quoted(" to "),
      amount(to),
      quoted("."),
    ),
  );
}
