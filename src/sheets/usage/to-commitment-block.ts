import type { Currency } from "../../core/currency";
import type { DealReferences } from "../../deal/deal-inputs";
import { PERCENT, TEXT, USD } from "../../wording/format/number-formats";
import { commit, excel, type Formula, type Operand, operation, quoted } from "../formulas/call";
import { labelWords, orWord } from "../label-formula";
import { recommendedFormula, roundingFormula } from "../recommended-commitment";
import { headingAt, type SheetBlock } from "../sheet-block";
import { columnInHistory } from "./history-formulas";
import type { ForecastNames } from "./history-sheet";
import { amountWords, joined } from "./sentence-formula";

/** What the two usages are priced by. */
export interface CommitmentRequest {
  readonly deal: Omit<DealReferences, "forecast" | "usage">;
  readonly names: ForecastNames;
  readonly months: string;
  /** Months of the agreement, as a reference. */
  readonly monthsAhead: string;
  /** Efficient usage as a part of current usage. */
  readonly efficientPart: Formula;
}

/** Current and efficient usage side by side: what each should commit to, and what a commitment leaves of the saving. */
export interface CommitmentBlock {
  readonly parts: readonly SheetBlock[];
  /** What that comes to in one sentence. */
  readonly sentence: Formula;
}

const LABELS = [
  "Usage",
  "CV",
  "Best commitment on offer",
  "Best of any amount",
  "Band",
  "Expected cost",
  "Expected saving against list prices",
  "Commitment",
  "Effective cost",
  "Usage at the rate of the band",
  "Paid for what is not used",
] as const;
type Label = (typeof LABELS)[number];

const KEPT = ["List saving", "Saving that you keep", "Savings you cannot keep"] as const;

const FORMATS: Readonly<Record<Label, string>> = {
  ...{ Usage: USD, CV: PERCENT, Band: TEXT, Commitment: USD },
  "Best commitment on offer": USD,
  "Best of any amount": USD,
  "Expected cost": USD,
  "Expected saving against list prices": USD,
  "Effective cost": USD,
  "Usage at the rate of the band": USD,
  "Paid for what is not used": USD,
};

/** Rows of the block with its headings. */
export const COMMITMENT_ROWS = 1 + 1 + 7 + 2 + 4 + KEPT.length;
/** Rows between the two halves: a blank one and a heading. */
const HALF = 7;

/** @param top Row of its heading, from 0. */
export function layOutCommitment(
  top: number,
  { deal, names, months, monthsAhead, efficientPart }: CommitmentRequest,
  currency: Currency,
): CommitmentBlock {
  const rowOf = (label: Label): number => {
    const index = LABELS.indexOf(label);
    return top + 2 + index + (index >= HALF ? 2 : 0);
  };
  const keptRow = rowOf("Paid for what is not used") + 1;
  const at = (column: Column, label: Label): string => `$${column}$${rowOf(label) + 1}`;
  const agreed: readonly Operand[] = deal.terms === null ? [deal.bands] : [deal.bands, deal.terms];
  const present = deal.commitment === null ? 0 : excel("N", deal.commitment);
  const mean = excel("INDEX", names.current, 3, 2);
  const hasForecast = excel("ISNUMBER", mean);
  const usual = operation(
    excel("AVERAGE", columnInHistory(months, "Baseline", quoted(""))),
    "*",
    monthsAhead,
  );

  const column = (letter: Column): Readonly<Record<Label, Formula>> => {
    const isCurrent = letter === "B";
    const cell = (label: Label): string => at(letter, label);
    const forecast = excel(
      "IF",
      hasForecast,
      isCurrent ? names.current : names.efficient,
      cell("Usage"),
    );
    const under = (amount: Operand): readonly Operand[] => [forecast, amount, ...agreed];
    const paid: readonly Operand[] = [cell("Usage"), cell("Commitment"), ...agreed];
    const best = cell("Best commitment on offer");
    const unused = operation(cell("Effective cost"), "-", cell("Usage at the rate of the band"));
    return {
      Usage: isCurrent
        ? excel("IF", hasForecast, mean, usual)
        : operation(at("B", "Usage"), "*", efficientPart),
      CV: excel("IF", hasForecast, excel("INDEX", names.current, 4, 2), quoted("taken as certain")),
      "Best commitment on offer": recommendedFormula(
        {
          options: commit("COMMITMENT_OPTIONS", forecast, ...agreed),
          thresholds: commit("THRESHOLDS", cell("Usage"), present, ...agreed),
          anyAmount: cell("Best of any amount"),
          rounding: roundingFormula(cell("Usage")),
        },
        present,
        operation(cell("Usage"), "-", commit("EXPECTED_COST", ...under(present))),
      ),
      "Best of any amount": orWord(
        commit("OPTIMAL_COMMITMENT", forecast, ...agreed),
        "more is never dearer",
      ),
      Band: labelWords(commit("BAND_NAME", best, deal.bands), currency),
      "Expected cost": commit("EXPECTED_COST", ...under(best)),
      "Expected saving against list prices": operation(cell("Usage"), "-", cell("Expected cost")),
      Commitment: isCurrent
        ? excel("IF", operation(present, ">", 0), present, best)
        : excel("N", at("B", "Commitment")),
      "Effective cost": commit("EFFECTIVE_COST", ...paid),
      "Usage at the rate of the band": operation(
        cell("Usage"),
        "*",
        operation(1, "-", commit("BAND_RATE", cell("Commitment"), deal.bands)),
      ),
      "Paid for what is not used": excel(
        "IF",
        operation(commit("SHORTFALL", ...paid), ">", 0),
        excel("MAX", 0, unused),
        0,
      ),
    };
  };
  const [current, efficient] = [column("B"), column("C")];
  const difference = (label: Label): Formula => operation(at("B", label), "-", at("C", label));
  const unused = (letter: Column): string => at(letter, "Paid for what is not used");
  const lost = operation(unused("C"), "-", unused("B"));
  const kept = [difference("Usage"), difference("Effective cost"), excel("MAX", 0, lost)];

  const half = (labels: readonly Label[]): SheetBlock[] => {
    const row = rowOf(labels[0] ?? "Usage");
    const rows = labels.length;
    return [
      {
        ...{ row, column: 0, rows, columns: 1, look: "labels", formats: [TEXT] },
        cells: labels.map((label) => [label]),
      },
      ...[current, efficient].map(
        (formulas, index): SheetBlock => ({
          ...{ row, column: 1 + index, rows, columns: 1, look: "results" },
          cells: labels.map((label) => [formulas[label]]),
          formats: labels.map((label) => FORMATS[label]),
        }),
      ),
    ];
  };
  return {
    parts: [
      headingAt(top, "To the commitment", 3),
      headings(top + 1),
      ...half(LABELS.slice(0, HALF)),
      headingAt(rowOf("Commitment") - 1, "What this commitment leaves of the saving", 3),
      ...half(LABELS.slice(HALF)),
      {
        ...{ row: keptRow, column: 0, rows: KEPT.length, columns: 1, look: "labels" },
        ...{ cells: KEPT.map((label) => [label]), formats: [TEXT] },
      },
      {
        ...{ row: keptRow, column: 2, rows: KEPT.length, columns: 1, look: "results" },
        ...{ cells: kept.map((formula) => [formula]), formats: KEPT.map(() => USD) },
      },
    ],
    sentence: commitmentSentence(
      { ...byColumn((letter) => at(letter, "Band")), commitment: at("B", "Commitment") },
      { list: `$C$${keptRow + 1}`, lost: `$C$${keptRow + KEPT.length}` },
      currency,
    ),
  };
}

type Column = "B" | "C";

function byColumn(cell: (letter: Column) => string) {
  return { current: cell("B"), efficient: cell("C") };
}

function headings(row: number): SheetBlock {
  return {
    ...{ row, column: 1, rows: 1, columns: 2, look: "tableHeading", formats: [TEXT, TEXT] },
    cells: [["Current usage", "Efficient usage"]],
  };
}

function commitmentSentence(
  {
    current,
    efficient,
    commitment,
  }: Readonly<Record<"current" | "efficient" | "commitment", string>>,
  { list, lost }: Readonly<Record<"list" | "lost", string>>,
  currency: Currency,
): Formula {
  const amount = (cell: string): Formula => amountWords(cell, currency);
  const warning = joined(
    ...[quoted("Savings you cannot keep: "), amount(lost), quoted(" of the list saving of ")],
    ...[amount(list), quoted(", since a commitment of "), amount(commitment)],
    quoted(" is paid whether it is used or not."),
  );
  const bands = excel(
    "IF",
    operation(current, "=", efficient),
    joined(quoted("Current and efficient usage ask for the same band, "), current, quoted(".")),
    joined(
      ...[quoted("Current usage asks for the band "), current],
      ...[quoted(", efficient usage for "), efficient, quoted(".")],
    ),
  );
  return excel("IF", operation(lost, ">=", 0.5), warning, bands);
}
