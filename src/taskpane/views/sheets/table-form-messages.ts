import type { Band } from "../../../core/bands";
import type { Currency } from "../../../core/currency";
import { blockAddress, blockOf } from "../../../input/cells/a1";
import { AXIS_LOOKS, type AxisKind } from "../../../sheets/tables/axis";
import { MOST_FORMULA_CELLS, type TableForm } from "../../../sheets/tables/content";
import { MEASURES } from "../../../sheets/tables/measure";
import { MEASURE_RECORDS } from "../../../sheets/tables/measure-records";
import { type TableMeasure, UNCERTAIN_MEASURES } from "../../../sheets/tables/measures";
import { blockSize } from "../../../sheets/tables/shape";
import { labelUsd } from "../../../wording/format/approximate";
import {
  formatCount,
  formatCounted,
  formatExactPercent,
  formatExactUsd,
  formatList,
} from "../../../wording/format/format";
import type { SteppedKind } from "./stepped-axis";
import {
  type ColumnsPreview,
  firstCellOf,
  type ParsedForm,
  type SelectedUsages,
} from "./table-form-state";

/** Measures of one kind of year, as the list groups them. */
export interface MeasureGroup {
  readonly name: string;
  readonly measures: readonly { readonly measure: TableMeasure; readonly name: string }[];
}

const named = (measures: readonly TableMeasure[]): MeasureGroup["measures"] =>
  measures.map((measure) => ({ measure, name: MEASURE_RECORDS[measure].title }));

export const MEASURE_GROUPS: readonly MeasureGroup[] = [
  { name: "Of one usage", measures: named(MEASURES) },
  { name: "Of an uncertain year", measures: named(UNCERTAIN_MEASURES) },
];

export function measureMeaning(measure: TableMeasure): string {
  return MEASURE_RECORDS[measure].meaning;
}

export function axisName(kind: AxisKind): string {
  return AXIS_LOOKS[kind].name;
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
export function bandChoice({ thresholdUsd, discountFraction }: Band, currency: Currency): string {
  return `From ${labelUsd(thresholdUsd, currency)}, ${formatExactPercent(discountFraction)}`;
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
export function columnsSentence(preview: ColumnsPreview, currency: Currency): string {
  const { aroundUsd, leftOut, highUsd } = preview;
  const lowUsd = leftOut > 0 ? preview.lowUsd : 0;
  const thresholds =
    leftOut > 0
      ? `the ${formatCounted(aroundUsd.length, "threshold", "thresholds")} nearest to ${labelUsd(preview.centreUsd, currency)}`
      : aroundUsd.length > MOST_THRESHOLDS
        ? `each of the ${aroundUsd.length} thresholds`
        : formatList(aroundUsd.map((one) => labelUsd(one, currency)));
  const rest =
    leftOut > 0
      ? ` Left out: ${formatCounted(leftOut, "other threshold", "other thresholds")}.`
      : "";
  return `Commitments from ${labelUsd(lowUsd, currency)} to ${labelUsd(highUsd, currency)}: ${labelUsd(1, currency)} below, at and ${labelUsd(1, currency)} above ${thresholds}, and even points between.${rest}`;
}

/** Where a table at a named place will stand: "At D2 on Sheet1, down to S20". */
export function placeSentence({ request }: ParsedForm, place: string | undefined): string {
  if (place === undefined) return "At the selected cell";
  const { sheet, address } = firstCellOf(place);
  if (!request) return `At ${address} on ${sheet}`;
  const { row, column } = blockOf(address);
  const { rows, columns } = blockSize({ ...request, madeOn: "" });
  const last = { row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 };
  return `At ${address} on ${sheet}, down to ${blockAddress(last)}`;
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
  currency: Currency,
): string {
  const least = Math.min(...usagesUsd);
  const most = Math.max(...usagesUsd);
  const span =
    least === most
      ? formatExactUsd(least, currency)
      : `${formatExactUsd(least, currency)} to ${formatExactUsd(most, currency)}`;
  const count = `${formatCount(usagesUsd.length)} ${usagesUsd.length === 1 ? "usage" : "usages"}`;
  return `${count} in ${reference}: ${span}.`;
}
