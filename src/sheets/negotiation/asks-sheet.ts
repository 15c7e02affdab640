import { USD } from "../../wording/format/number-formats";
import { resultColumn, textRows } from "../block-parts";
import { type DecisionDeal, namesOf } from "../decision-sheet";
import {
  commit,
  excel,
  type Formula,
  formulaOf,
  type Operand,
  operation,
  quoted,
} from "../formulas/call";
import { orWord } from "../label-formula";
import { headingAt, type SheetBlock } from "../sheet-block";
import { clauseParts, protectionParts, savedFormula } from "./asks-clauses";
import { ASKS_COLUMNS } from "./asks-columns";
import { NOW, PROTECTION_ROWS, PROTECTIONS_ROW, SAVED, SUMMARY_ROW } from "./asks-places";
import { tableParts } from "./asks-rows";
import type { AskRow } from "./asks-table";

/** A sheet of asks as plain parts. */
export interface AsksSheet {
  readonly title: string;
  readonly note: string;
  readonly noteBelow: string;
  readonly parts: readonly SheetBlock[];
  readonly rows: number;
  readonly columns: number;
}

export const ASKS_TITLE = "Asks";

/**
 * Lays the asks out: what the deal costs with what is won, the table that people type into, and below it what the values are taken
 * from. Every value is a live formula.
 *
 * @param perYear Periods a year of the term; undefined where the terms say none.
 */
export function layOutAsks(
  deal: DecisionDeal,
  rows: readonly AskRow[],
  perYear: number | undefined,
  madeOn: string,
): AsksSheet {
  const forecast = deal.forecast ?? deal.usage;
  const commitment = deal.commitment ?? 0;
  const agreed = deal.terms === null ? [deal.bands] : [deal.bands, deal.terms];
  const priced = [forecast, commitment, ...agreed];
  const mean = commit("FORECAST_MEAN", forecast);
  const yearly = perYear === undefined || perYear === 1 ? mean : operation(mean, "/", perYear);
  const overTerm = [yearly, commitment, ...agreed];
  const protections = rows.flatMap(({ name, about }) => (about === "term" ? [name] : []));
  return {
    title: ASKS_TITLE,
    note: `Made by Bandwise on ${madeOn} from ${deal.source ?? namesOf(deal)}. Values are live formulas: what each ask saves beside what is won.`,
    noteBelow:
      "Type into the shaded cells: how likely the vendor agrees (blank is not known), what matters most to us (1 first), what we could give, and how far it is. Rows are ranked as they were when written.",
    parts: [
      ...summaryParts(priced, perYear === undefined ? 1 : yearsOf(overTerm, perYear)),
      ...tableParts(rows, commit("BAND_RATE", commitment, deal.bands)),
      ...clauseParts(commit("CLAUSE_VALUES", ...priced)),
      ...(protections.length === 0
        ? []
        : protectionParts(protections, commit("TERM_PROTECTIONS", ...overTerm))),
    ],
    rows: PROTECTIONS_ROW + (protections.length === 0 ? 0 : PROTECTION_ROWS + 2),
    columns: ASKS_COLUMNS.length,
  };
}

/** Years of the term: the schedule has a heading and a row a period. */
function yearsOf(overTerm: readonly Operand[], perYear: number): Formula {
  const periods = operation(excel("ROWS", commit("TERM_SCHEDULE", ...overTerm)), "-", 1);
  return operation(periods, "/", perYear);
}

function summaryParts(priced: readonly Operand[], years: Operand): readonly SheetBlock[] {
  const values = commit("CLAUSE_VALUES", ...priced);
  const [usd, points] = [2, 4].map((column) =>
    excel("INDEX", "values", excel("ROWS", "values"), column),
  );
  const point = excel(
    "LET",
    ...["values", values, "usd", usd ?? 0, "points", points ?? 0],
    excel(
      "IF",
      operation(excel("ABS", "usd"), "<", 0.005),
      quoted("n/a"),
      operation("usd", "/", "points"),
    ),
  );
  const shown: readonly (readonly [string, Operand, string])[] = [
    ["Expected cost a year, as the deal is", commit("EXPECTED_COST", ...priced), USD],
    ["What is won saves a year", savedFormula(), USD],
    ["Expected cost a year, with what is won", operation(NOW, "-", SAVED), USD],
    ["A point of discount is worth a year", orWord(point, "n/a"), USD],
    ["Years that the term is counted as", years, "0.##"],
  ];
  return [
    headingAt(SUMMARY_ROW, "The deal, with the clauses of the year that are won", 5),
    textRows(
      SUMMARY_ROW + 1,
      shown.map(([label]) => label),
    ),
    resultColumn(
      SUMMARY_ROW + 1,
      2,
      shown.map(([, formula]) => formulaOf(formula)),
      shown.map(([, , format]) => format),
    ),
  ];
}
