import type { Currency } from "../../core/currency";
import { PERCENT, TEXT, USD } from "../../wording/format/number-formats";
import { commit, excel, type Formula, type Operand, operation, quoted } from "../formulas/call";
import { orWord } from "../label-formula";
import { headingAt, type SheetBlock } from "../sheet-block";
import { amountWords, joined } from "../usage/sentence-formula";

/** What the indicators of a year are made of. */
export interface IndicatorsOnSheet {
  /** List usage of the year. */
  readonly usage: Formula;
  readonly commitment: string;
  /** Bands, and terms where there are some. */
  readonly agreed: readonly Operand[];
}

const VALUE = 2;

/** Rows that the indicators take, their heading included. */
export const INDICATOR_ROWS = 11;

/**
 * Lays out the indicators of a year from a row on, each with what it is over: the ratios of docs/pricing-model.md 23.10 as live
 * formulas.
 */
export function layOutIndicators(
  row: number,
  { usage, commitment, agreed }: IndicatorsOnSheet,
  currency: Currency,
): readonly SheetBlock[] {
  const at = (index: number): string => `$C$${row + 2 + index}`;
  const [usageAt, costAt] = [at(0), at(1)];
  const [bands = 0] = agreed;
  const discount = commit("BAND_RATE", commitment, bands);
  const contract = operation(usageAt, "*", operation(1, "-", discount));
  const amount = (cell: Operand): Formula => amountWords(cell, currency);
  const orNone = (formula: Formula): Formula => excel("IFERROR", formula, quoted("n/a"));
  const period = [usageAt, commitment, ...agreed];
  const lines: readonly (readonly [
    name: string,
    format: string,
    value: Formula,
    over: string | Formula,
  ])[] = [
    [
      "Usage of the year, at list",
      USD,
      usage,
      "at the pace so far; by the forecast before a month is typed",
    ],
    ["Cost of the year", USD, commit("EFFECTIVE_COST", ...period), "what is paid in all"],
    [
      "Utilization",
      PERCENT,
      orWord(commit("UTILIZATION", ...period), "n/a"),
      joined(quoted("used of it, over the commitment of "), amount(commitment)),
    ],
    [
      "Coverage",
      PERCENT,
      orWord(commit("COVERAGE", ...period), "n/a"),
      joined(quoted("paid from the commitment, over usage at list prices, "), amount(usageAt)),
    ],
    [
      "Effective savings rate, over list",
      PERCENT,
      orWord(commit("EFFECTIVE_DISCOUNT", ...period), "n/a"),
      joined(quoted("saved, over usage at list prices, "), amount(usageAt)),
    ],
    [
      "Effective savings rate, over contract",
      PERCENT,
      orNone(operation(1, "-", operation(costAt, "/", contract))),
      joined(quoted("saved, over the same usage at the contracted price, "), amount(contract)),
    ],
    [
      "Leakage",
      PERCENT,
      orNone(operation(discount, "-", operation(1, "-", operation(costAt, "/", usageAt)))),
      "contracted discount less the one received, over usage at list prices",
    ],
    [
      "The discount brings",
      USD,
      operation(usageAt, "-", contract),
      "usage at list less the same at the contracted price",
    ],
    [
      "The commitment costs",
      USD,
      operation(costAt, "-", contract),
      "paid above the contracted price: overage, and what is not used",
    ],
    ["Saving", USD, operation(usageAt, "-", costAt), "the one less the other"],
  ];
  const rows = lines.length;
  return [
    headingAt(row, "Indicators of the year by itself: nothing rolls into it or out of it", 8),
    {
      ...{ row: row + 1, column: 0, rows, columns: 1, look: "labels", formats: [TEXT] },
      cells: lines.map(([name]) => [name]),
    },
    {
      ...{ row: row + 1, column: VALUE, rows, columns: 1, look: "results" },
      formats: lines.map(([, format]) => format),
      cells: lines.map(([, , value]) => [value]),
    },
    {
      ...{ row: row + 1, column: VALUE + 1, rows, columns: 1, look: "beside", formats: [TEXT] },
      cells: lines.map(([, , , over]) => [over]),
    },
  ];
}
