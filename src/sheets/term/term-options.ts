import { USD } from "../../wording/format/number-formats";
import { commit, excel, type Formula, type Operand, operation } from "../formulas/call";
import { headingAt, type SheetBlock } from "../sheet-block";
import { block, letter, tableHeadings, trimmed } from "./term-blocks";
import type { TermSheetDeal } from "./term-inputs";
import { costOf } from "./term-years";

/** Rows of the table below its headings: the deal, no commitment, and each threshold. */
export function optionRowsOf({ thresholds }: TermSheetDeal): number {
  return thresholds + 2;
}

/**
 * Lays out what each commitment on offer would cost in every year, from a row on.
 *
 * @param scheduleAt The schedule of the deal with a commitment.
 */
export function layOutOptions(
  deal: TermSheetDeal,
  row: number,
  schedule: Formula,
  scheduleAt: (commitment: Operand) => Formula,
  costCell: string,
): readonly SheetBlock[] {
  const { references, years } = deal;
  const count = optionRowsOf(deal);
  const headings = [
    "Commitment a year",
    ...Array.from({ length: years }, (_, year) => `Year ${year + 1}`),
    ...["All years", "More than the deal"],
  ];
  const optionAt = (index: number): Operand => {
    if (index === 0) return 0;
    const found = commit("THRESHOLDS", ...trimmed([0, 0, references.bands, references.terms]));
    return excel("INDEX", found, index + 1, 1);
  };
  const optionRow = (label: Operand | string, of: (cell: string) => Formula, at: number) => {
    const table = of(`$A${at}`);
    return [
      label,
      ...Array.from({ length: years }, (_, year) => costOf(table, deal, year)),
      costOf(table, deal, "all"),
      operation(`${letter(years + 1)}${at}`, "-", costCell),
    ];
  };
  return [
    headingAt(
      row,
      "Each commitment on offer in every year, under the same terms: cost",
      headings.length,
    ),
    tableHeadings(row + 1, headings),
    block(
      ...([row + 2, count, headings.length, "results"] as const),
      headings.map(() => USD),
      [
        optionRow("As the deal is", () => schedule, row + 3),
        ...Array.from({ length: count - 1 }, (_, index) =>
          optionRow(optionAt(index), scheduleAt, row + 4 + index),
        ),
      ],
    ),
  ];
}
