import { readAxisUsd } from "../../../input/axis-cells";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import { figuresAsText } from "../figures-as-text";
import type { Layout } from "../layout";
import { NotNative } from "../not-native";

/** The amounts along an axis of a table, where they stand. */
export interface NativeAxis {
  readonly amounts: readonly NativeCell[];
  /** 1 where the cells are amounts and words as they were when the workings were made. */
  readonly hold: NativeCell;
}

/** A cell that stays where it is: one that is no amount holds the text that it held. */
interface AxisCell {
  readonly place: NativeCell;
  readonly value: unknown;
}

/** Reads an axis as our function does: blanks and words between the amounts are passed over. */
export function axisSteps(
  layout: Layout,
  argument: "usages" | "commitments",
  formula: NativeFormula,
  values: readonly (readonly unknown[])[],
): NativeAxis | NotNative {
  const read = readAxisUsd(values, argument);
  if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
  if (formula.kind !== "cell" && formula.kind !== "range")
    return new NotNative({ kind: "layout", argument: "axis", what: "what is no range of cells" });
  const first = formula.kind === "range" ? formula.from : formula;
  const cells = values.flatMap((row, down) =>
    row.map(
      (value, along): AxisCell => ({
        value,
        place: { ...first, row: first.row + down, column: first.column + along },
      }),
    ),
  );
  const asText = figuresAsText(formula, values);
  if (asText.length > 0) return new NotNative({ kind: "numbersAsText", argument, cells: asText });
  const amounts = cells.filter(({ value }) => typeof value === "number");
  const words = cells.filter(({ value }) => typeof value === "string" && value.trim() !== "");
  layout.block(argument === "usages" ? "Usages of the table" : "Commitments of the table");
  const same = words.reduce<NativeFormula>(
    (sum, { place, value }) => x`${sum}+(${place}=${text(String(value))})`,
    x`0`,
  );
  const hold = layout.step(
    `Are the ${argument} as they were? (1 is yes)`,
    "",
    x`IF(AND(COUNT(${formula})=${amounts.length},SUMPRODUCT((${formula}<>"")*1)=${amounts.length + words.length},${same}=${words.length},MIN(${formula})>=0,MAX(${formula})<=1E15),1,NA())`,
  );
  return { amounts: amounts.map(({ place }) => place), hold };
}
