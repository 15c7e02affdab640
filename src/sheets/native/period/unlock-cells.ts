import { BAND_TERM_NAMES, type BandTermName } from "../../../core/terms";
import { type UnlockColumn, unlockColumns } from "../../../core/unlocks";
import { readLaidOutBands } from "../../../input/bands-cells";
import { readAgreement } from "../../../input/period-cells";
import type { NativeAgreement, PricedBands } from "../agreement/agreement-block";
import { OVERAGE_WORDS } from "../agreement/terms-block";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import { NotNative } from "../not-native";

/** A column of what bands carry beside threshold and discount: its heading, and the cell of a band's row. */
export interface NativeUnlock {
  readonly heading: string;
  readonly cellOf: (row: NativeCell) => NativeFormula;
}

type Values = readonly (readonly unknown[])[] | undefined;

/** What bands carry, in the order of our function: columns of words, then the terms that any band sets itself. */
export function unlockCells(
  agreement: NativeAgreement,
  bands: Values,
  terms: Values,
): readonly NativeUnlock[] | NotNative {
  const [laidOut, agreed] = [readLaidOutBands(bands), readAgreement(bands, terms)];
  if (!laidOut.ok) return new NotNative({ kind: "refused", errors: laidOut.errors });
  if (!agreed.ok) return new NotNative({ kind: "refused", errors: agreed.errors });
  const { table, layout } = laidOut.value;
  const columns = unlockColumns(table, agreed.value);
  const named = columns.filter(({ heading }) => isTerm(heading));
  // Columns that carry the years of a term follow those of words, and have no place here.
  if (layout.columns.some((column) => column.kind === "term" && !isTerm(column.term)))
    return new NotNative({ kind: "layout", argument: "bands", what: "terms of several years" });
  const worded = columns.filter(({ heading }) => !isTerm(heading));
  const { texts } = agreement.area;
  const shown = texts.filter(({ column }) => isShown(worded, layout.columns[column - 1]));
  return [
    ...shown.map(({ column, heading }, index) => ({
      heading: worded[index]?.heading ?? heading,
      cellOf: (row: NativeCell) => wordsOf(agreement, row, column, heading),
    })),
    ...BAND_TERM_NAMES.filter((name) => named.some(({ heading }) => heading === name)).map(
      (name) => ({
        heading: name,
        cellOf: (row: NativeCell) => termOf(agreement.bands, row, name),
      }),
    ),
  ];
}

function isTerm(heading: string): heading is BandTermName {
  return BAND_TERM_NAMES.some((name) => name === heading);
}

function isShown(
  worded: readonly UnlockColumn[],
  column: { readonly kind: string; readonly heading?: string } | undefined,
): boolean {
  return worded.some(({ heading }) => heading === column?.heading);
}

/** Words of a band as written; a column that has moved has other words, and is refused. */
function wordsOf(
  { area }: NativeAgreement,
  row: NativeCell,
  column: number,
  heading: string,
): NativeFormula {
  const { range, rowsAbove, headingRow } = area;
  const found = x`INDEX(${range},${rowsAbove - 1}+${row},${column})`;
  // Digits are written alike in every language up to a million.
  const figure = x`IF(${found}=0,"",IF(AND(ROUND(${found},0)=${found},${found}>0,${found}<1000000),${found}&"",NA()))`;
  const words = x`IF(ISNUMBER(${found}),${figure},${found}&"")`;
  if (headingRow === 0) return words;
  return x`IF(INDEX(${range},${headingRow},${column})&""=${text(heading)},${words},NA())`;
}

function termOf(bands: PricedBands, row: NativeCell, name: BandTermName): NativeFormula {
  const value = x`INDEX(${bands.all(name)},${row})`;
  if (name !== "Overage") return value;
  const { stepUp, reRate } = OVERAGE_WORDS;
  return x`IF(${value}=${text(stepUp)},"step-up",IF(${value}=${text(reRate)},"re-rate",${value}))`;
}
