import type { Band } from "../../../core/bands";
import { formatShortUsd } from "../../../core/money";
import type { AxisKind } from "../../../sheets/tables/axis";
import { MOST_FORMULA_CELLS, type TableForm } from "../../../sheets/tables/content";
import { MEASURES } from "../../../sheets/tables/measure";
import { type TableMeasure, UNCERTAIN_MEASURES } from "../../../sheets/tables/table-measure";
import {
  formatCount,
  formatCounted,
  formatExactPercent,
  formatExactUsd,
  formatList,
} from "../../../wording/format/format";
import { paneCurrency } from "../../kit/pane-currency";
import type { SteppedKind } from "./stepped-axis";
import type { ColumnsPreview, ParsedForm, SelectedUsages } from "./table-form-state";

/** Measures by their name for a reader, in the order of the list. */
const MEASURE_NAMES: Readonly<Record<TableMeasure, string>> = {
  cost: "Effective cost",
  discount: "Discount received",
  saving: "Saving against list",
  shortfall: "Shortfall",
  utilization: "Utilization",
  expectedCost: "Expected cost",
  expectedSaving: "Expected saving",
  expectedShortfall: "Expected shortfall",
  fillChance: "Fill probability",
  lossChance: "Loss probability",
  worstTenth: "Mean loss in the worst tenth",
};

/** What each measure says, in one sentence. */
const MEASURE_MEANINGS: Readonly<Record<TableMeasure, string>> = {
  cost: "Everything paid for the year: commitment, overage, less what comes back.",
  discount: "What the year really costs below list, after shortfall and overage.",
  saving: "Usage at list prices less what the year costs.",
  shortfall: "Commitment that the usage does not fill.",
  utilization: "Part of the commitment that the usage fills.",
  expectedCost: "What the year costs on average over the forecast.",
  expectedSaving: "What the year costs below list prices, on average over the forecast.",
  expectedShortfall: "Commitment that goes unfilled, on average over the forecast.",
  fillChance: "How likely the forecast is to fill the commitment.",
  lossChance: "How likely the year is to cost more than list prices would.",
  worstTenth: "What is paid above list prices, on average over the worst tenth of outcomes.",
};

/** Measures of one kind of year, as the list groups them. */
export interface MeasureGroup {
  readonly name: string;
  readonly measures: readonly { readonly measure: TableMeasure; readonly name: string }[];
}

const named = (measures: readonly TableMeasure[]): MeasureGroup["measures"] =>
  measures.map((measure) => ({ measure, name: MEASURE_NAMES[measure] }));

export const MEASURE_GROUPS: readonly MeasureGroup[] = [
  { name: "Of one usage", measures: named(MEASURES) },
  { name: "Of an uncertain year", measures: named(UNCERTAIN_MEASURES) },
];

export function measureMeaning(measure: TableMeasure): string {
  return MEASURE_MEANINGS[measure];
}

/** Axes by their name for a reader. */
const AXIS_NAMES: Readonly<Record<AxisKind, string>> = {
  usage: "Usage at list prices",
  commitment: "Commitment, around the thresholds",
  discount: "Discount of a band",
  threshold: "Position of a threshold",
  premium: "Overage premium",
  share: "Forfeited share",
  spread: "Spread of the forecast",
};

export function axisName(kind: AxisKind): string {
  return AXIS_NAMES[kind];
}

/** What stands across the top where no axis does. */
export const NO_AXIS_NAMES = {
  none: "Nothing: one column",
  measures: "Every measure, side by side",
} as const;

/** What an axis goes through, in one sentence. */
export function axisMeaning(kind: SteppedKind): string {
  return AXIS_MEANINGS[kind];
}

const AXIS_MEANINGS: Readonly<Record<SteppedKind, string>> = {
  discount:
    "The discount of one band, all else as in the deal. The one offered is always among them.",
  threshold:
    "Where one threshold stands, between its neighbours. Thresholds are often not confirmed: this shows what hangs on it.",
  premium: "Added to the overage price. Bands that carry a premium of their own keep it.",
  share: "Part of a shortfall that is lost. Bands that carry a share of their own keep it.",
  spread: "A lognormal forecast around the mean of the deal's; 35% is a usual spread for a year.",
};

/** A band as the list names it: "From $500k, 15%". */
export function bandChoice({ thresholdUsd, discountFraction }: Band): string {
  return `From ${formatShortUsd(thresholdUsd, paneCurrency())}, ${formatExactPercent(discountFraction)}`;
}

/** Ways to write a table, as the list names them. */
export const FORM_NAMES: Readonly<Record<TableForm, string>> = {
  cells: "Live formulas",
  spill: "One formula for the whole table",
  values: "Plain values",
};

/** What each way means, in one sentence. */
export function formMeaning(form: TableForm): string {
  return FORM_MEANINGS[form];
}

const FORM_MEANINGS: Readonly<Record<TableForm, string>> = {
  cells: "Each cell is a formula that can be read and followed. For workbooks that stay with you.",
  spill: "Quick for large tables; headings come from the formula and cannot be typed over.",
  values: "For people without the add-in. They do not follow the deal, and the sheet says so.",
};

/** Thresholds named one by one before they are only counted. */
const MOST_THRESHOLDS = 4;

/** Which commitments stand across the top: "From $0 to $1.25M: $1 below, at and $1 above $250k, $500k and $1M." */
export function columnsSentence({ thresholdsUsd, lowUsd, highUsd }: ColumnsPreview): string {
  const thresholds =
    thresholdsUsd.length > MOST_THRESHOLDS
      ? `each of the ${thresholdsUsd.length} thresholds`
      : formatList(thresholdsUsd.map((one) => formatShortUsd(one, paneCurrency())));
  return `Commitments from ${formatShortUsd(lowUsd, paneCurrency())} to ${formatShortUsd(highUsd, paneCurrency())}: ${formatShortUsd(1, paneCurrency())} below, at and ${formatShortUsd(1, paneCurrency())} above ${thresholds}, and even points between.`;
}

/** How large the table will be, and how it is then written. */
export function sizeSentence({ size, form }: ParsedForm): string {
  if (!size) return "";
  const { rows, columns } = size;
  const count = rows * columns;
  const cells = `${formatCounted(rows, "row", "rows")} × ${formatCounted(columns, "column", "columns")} = ${formatCounted(count, "cell", "cells")}`;
  switch (form) {
    case "cells":
      return `${cells}, each a live formula`;
    case "values":
      return `${cells} of plain values`;
    case "spill":
      return count > MOST_FORMULA_CELLS
        ? `${cells}. Above 10,000 cells the table is one formula that spills, not a formula in each cell.`
        : `${cells} in one formula that spills`;
  }
}

/** What was taken from the selection: "12 usages in Sheet1!A2:A13, $300,000 to $900,000". */
export function selectedSentence(
  { reference }: SelectedUsages,
  usagesUsd: readonly number[],
): string {
  const least = Math.min(...usagesUsd);
  const most = Math.max(...usagesUsd);
  const span =
    least === most
      ? formatExactUsd(least, paneCurrency())
      : `${formatExactUsd(least, paneCurrency())} to ${formatExactUsd(most, paneCurrency())}`;
  const count = `${formatCount(usagesUsd.length)} ${usagesUsd.length === 1 ? "usage" : "usages"}`;
  return `${count} in ${reference}: ${span}.`;
}
