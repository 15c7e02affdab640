import type { BandTable } from "../core/bands";
import {
  BAND_POLICY_NAMES,
  defaultOf,
  POLICIES,
  type PolicyName,
  type TermName,
} from "../core/terms";
import type { BandLayout } from "./band-layout";
import { sendsZeroForBlank } from "./bands-cells";
import { BLANK, isBlankOrZero } from "./cells/cells";
import { isWordTerm } from "./term-cell";
import type { ReadTerms } from "./terms-cells";

/** A blank cell that counts as 0, or that Excel on the desktop hands to functions as a 0 of another price. */
export interface BlankPricedCell {
  readonly row: number;
  readonly field: "threshold" | "discount" | "Overage premium" | "Forfeited share" | PolicyName;
}

/**
 * The blank cells of bands that set a price: a threshold or a discount counts as 0; a share or a premium is the agreement's,
 * but the desktop sends it as 0, which counts unless a missing word beside it shows that it is a blank.
 */
export function blankBandCells(
  { bands }: BandTable,
  layout: BandLayout,
): readonly BlankPricedCell[] {
  const { rows, columns } = layout;
  return bands.flatMap(({ row }): readonly BlankPricedCell[] => {
    if (row === undefined) return [];
    const cells = rows[row - 1] ?? [];
    const onDesktop = columns.map((_, index) => {
      const cell = cells[index] ?? BLANK;
      return cell.kind === "blank" ? { kind: "number" as const, value: 0 } : cell;
    });
    const countsZeros = !sendsZeroForBlank(cells, columns);
    const desktopCountsZeros = !sendsZeroForBlank(onDesktop, columns);
    const fields = columns.map((column, index) => {
      const cell = cells[index] ?? BLANK;
      if (!isBlankOrZero(cell)) return undefined;
      if (column.kind === "threshold" || column.kind === "discount")
        return cell.kind === "blank" ? column.kind : undefined;
      if (column.kind !== "term" || isWordTerm(column.term)) return undefined;
      const counts = cell.kind !== "blank" && countsZeros;
      return counts === desktopCountsZeros ? undefined : column.term;
    });
    return ORDER.filter((field) => fields.includes(field)).map((field) => ({ row, field }));
  });
}

const ORDER = [
  "threshold",
  "discount",
  "Overage premium",
  "Forfeited share",
  ...BAND_POLICY_NAMES,
] as const;

/** The blank values of terms whose default is not 0. */
export function blankTermCells({ blanks }: ReadTerms): readonly BlankPricedCell[] {
  return blanks.flatMap(({ row, term }) =>
    term === "Forfeited share" || isPolicyAbove0(term) ? [{ row, field: term }] : [],
  );
}

/** Whether a policy is a number, and another than 0 where nothing is written. */
function isPolicyAbove0(term: TermName | PolicyName): term is PolicyName {
  return term in POLICIES && !isWordTerm(term) && defaultOf(term as PolicyName) !== 0;
}
