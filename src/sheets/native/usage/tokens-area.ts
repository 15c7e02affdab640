import { type PricedKind, pricedKind } from "../../../efficiency/priced-kinds";
import { WORKLOAD_KINDS } from "../../../efficiency/workload";
import { readCell } from "../../../input/cells/cells";
import { readTokens } from "../../../input/efficiency/tokens-cells";
import type { NativeCell, NativeFormula, NativeRange } from "../excel/formula";
import { figuresAsText } from "../figures-as-text";
import { cellIn } from "../given";
import { NotNative } from "../not-native";

/** Where the quantity of each kind stands, and the words beside them, which may not change. */
export interface TokensArea {
  readonly range: NativeRange;
  readonly quantities: readonly { readonly kind: PricedKind; readonly place: NativeCell }[];
  readonly words: readonly { readonly text: string; readonly place: NativeCell }[];
}

/** Reads where quantities of kinds stand: the row of the Usage sheet, or kinds beside or above their numbers. */
export function readTokensArea(
  formula: NativeFormula,
  values: readonly (readonly unknown[])[],
): TokensArea | NotNative {
  const read = readTokens(values);
  if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
  if (formula.kind !== "range")
    return new NotNative({ kind: "layout", argument: "tokens", what: "what is no range of cells" });
  const asText = figuresAsText(formula, values);
  if (asText.length > 0)
    return new NotNative({ kind: "numbersAsText", argument: "tokens", cells: asText });
  const pairs = pairsIn(values);
  const quantities = pairs.flatMap(({ label, row, column }) => {
    const kind = pricedKind(label);
    return kind === undefined ? [] : [{ kind, row, column }];
  });
  // Cells in another shape would leave quantities out.
  const total = (all: readonly unknown[]): number =>
    all.reduce<number>((sum, one) => sum + Number(one || 0), 0);
  const isSame =
    total(Object.values(read.value)) ===
    total(quantities.map(({ row, column }) => values[row]?.[column]));
  if (!isSame)
    return new NotNative({ kind: "layout", argument: "tokens", what: "blank rows or columns" });
  return {
    range: formula,
    quantities: quantities.map(({ kind, row, column }) => ({
      kind,
      place: cellIn(formula, row, column),
    })),
    words: values.flatMap((row, down) =>
      row.flatMap((raw, along) =>
        typeof raw === "string" && raw.trim() !== ""
          ? [{ text: raw, place: cellIn(formula, down, along) }]
          : [],
      ),
    ),
  };
}

/** The word that says which kind a cell is of, and that cell, counted from 0. */
interface Pair {
  readonly label: string;
  readonly row: number;
  readonly column: number;
}

function pairsIn(values: readonly (readonly unknown[])[]): readonly Pair[] {
  const [top = [], below = []] = values;
  if (values.length === 1 && top.length > 2)
    return WORKLOAD_KINDS.slice(0, top.length).map((label, column) => ({ label, row: 0, column }));
  const isAcross =
    values.length === 2 &&
    top.every((raw) => readCell(raw).kind !== "number") &&
    below.every((raw) => readCell(raw).kind !== "text");
  if (isAcross) return top.map((label, column) => ({ label: String(label), row: 1, column }));
  return values.map(([label], row) => ({ label: String(label), row, column: 1 }));
}
