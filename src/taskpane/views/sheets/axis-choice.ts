import { writtenThresholds } from "../../../core/bands";
import type { Currency } from "../../../core/currency";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { AXIS_KINDS, type AxisKind } from "../../../sheets/tables/axis";
import { isOfCertainYear, type TableMeasure } from "../../../sheets/tables/measures";
import { formatUsd } from "../../../wording/format/format";

/** What can stand across the top: an axis, nothing but the measure, or every measure of the same kind of year. */
export const NO_AXES = ["none", "measures"] as const;
export type ColumnChoice = AxisKind | (typeof NO_AXES)[number];

/** What a form says about its axes; undefined where nobody chose. */
export interface AxisChoice {
  readonly measure: TableMeasure;
  readonly rowAxis: AxisKind | undefined;
  readonly columnAxis: ColumnChoice | undefined;
}

/** The axes that a table will have: always two different ones. */
export interface ChosenAxes {
  readonly rows: AxisKind;
  readonly columns: ColumnChoice;
}

/** Axes to begin with, the rows first. */
function usualAxes(measure: TableMeasure): readonly [AxisKind, AxisKind] {
  return isOfCertainYear(measure) ? ["usage", "commitment"] : ["spread", "commitment"];
}

/** What was chosen as far as the measure has it, and as two different axes. */
export function chosenAxes(
  { measure, rowAxis, columnAxis }: AxisChoice,
  deal: ParsedDeal,
  currency: Currency,
): ChosenAxes {
  const [side, top] = usualAxes(measure);
  const isOffered = (kind: ColumnChoice | undefined): kind is ColumnChoice =>
    kind !== undefined && (isNone(kind) || whyNot(kind, measure, deal, currency) === undefined);
  const columns = isOffered(columnAxis) ? columnAxis : undefined;
  const rows =
    rowAxis !== undefined && isOffered(rowAxis) ? rowAxis : columns === side ? top : side;
  if (columns !== undefined && columns !== rows) return { rows, columns };
  return { rows, columns: rows === top ? side : top };
}

/** The choice with another axis along the rows; where that stands across the top, the two change places. */
export function withRows(
  choice: AxisChoice,
  rowAxis: AxisKind,
  deal: ParsedDeal,
  currency: Currency,
): Pick<AxisChoice, "rowAxis" | "columnAxis"> {
  const { rows, columns } = chosenAxes(choice, deal, currency);
  return { rowAxis, columnAxis: columns === rowAxis ? rows : columns };
}

/** The choice with another axis across the top; where that stands along the rows, the two change places. */
export function withColumns(
  choice: AxisChoice,
  columnAxis: ColumnChoice,
  deal: ParsedDeal,
  currency: Currency,
): Pick<AxisChoice, "rowAxis" | "columnAxis"> {
  const { rows, columns } = chosenAxes(choice, deal, currency);
  return { columnAxis, rowAxis: columnAxis === rows && !isNone(columns) ? columns : rows };
}

export function isNone(choice: ColumnChoice): choice is "none" | "measures" {
  return NO_AXES.some((none) => none === choice);
}

/** Axes that a table of a measure can have. */
export function offeredAxes(
  measure: TableMeasure,
  deal: ParsedDeal,
  currency: Currency,
): readonly AxisKind[] {
  return AXIS_KINDS.filter((kind) => whyNot(kind, measure, deal, currency) === undefined);
}

/** Why each of the other axes is not offered, in one sentence each. */
export function reasonsNot(
  measure: TableMeasure,
  deal: ParsedDeal,
  currency: Currency,
): readonly string[] {
  return AXIS_KINDS.flatMap((kind) => whyNot(kind, measure, deal, currency) ?? []);
}

function whyNot(
  kind: AxisKind,
  measure: TableMeasure,
  deal: ParsedDeal,
  currency: Currency,
): string | undefined {
  const { bands, agreement } = deal;
  switch (kind) {
    case "usage":
      return isOfCertainYear(measure)
        ? undefined
        : "Usage is no axis here: the forecast stands for it.";
    case "spread":
      return isOfCertainYear(measure)
        ? "Spread of the forecast is no axis here: this measure is of one usage."
        : undefined;
    case "threshold":
      return bands && !writtenThresholds(bands).some((usd) => usd > 0)
        ? `There is no threshold above ${formatUsd(0, currency)} to move.`
        : undefined;
    case "premium":
      return agreement && bands && takesNoPremium(deal)
        ? "An overage premium does not apply to step-up or re-rate overage."
        : undefined;
    default:
      return undefined;
  }
}

/** Whether a band that would take the agreement's premium has overage that takes none. */
function takesNoPremium({ agreement, bands }: ParsedDeal): boolean {
  const written = bands?.bands ?? [];
  return (agreement?.bands ?? []).some(
    ({ overage }, index) =>
      written[index]?.terms.overagePremiumFraction === undefined &&
      (overage === "step-up" || overage === "re-rate"),
  );
}
