import type { BandTable } from "../../../core/bands";
import { sameWord } from "../../../core/fuzzy-match";
import { toCents } from "../../../core/money";
import type { Column } from "../../../input/band-columns";
import { readLaidOutBands } from "../../../input/bands-cells";
import { bandsWith, termsWith } from "../../../input/what-if-cells";
import { bareWord } from "../agreement/cells-as-written";
import { amountOf } from "../agreement/commitment-block";
import {
  type NativeCell,
  type NativeFormula,
  type NativeRange,
  range,
  text,
  x,
} from "../excel/formula";
import { figuresAsText, isFigureAsText } from "../figures-as-text";
import type { Layout } from "../layout";
import { NotNative } from "../not-native";

/** Cells of another range with one value replaced, on a sheet of their own, so that blocks read them as they read any range. */
export interface NativeCells {
  readonly range: NativeRange;
  /** What they hold now. */
  readonly values: readonly (readonly unknown[])[];
}

/** An argument as it stands in a formula, and its cells as typed. */
interface Written {
  readonly formula: NativeFormula;
  readonly values: readonly (readonly unknown[])[];
}

/** Bands with one value replaced in the row of a threshold; a term that has no column yet gets one. */
export function bandsWithSteps(
  layout: Layout,
  bands: Written,
  threshold: Written,
  column: string,
  value: Written,
): NativeCells | NotNative {
  const changed = bandsWith(bands.values, firstOf(threshold), column, firstOf(value));
  if (!changed.ok) return new NotNative({ kind: "refused", errors: changed.errors });
  const laidOut = readLaidOutBands(bands.values);
  if (!laidOut.ok) return new NotNative({ kind: "refused", errors: laidOut.errors });
  const { columns, body, heading, across } = laidOut.value.layout;
  const { formula: from } = bands;
  if (across || from.kind !== "range")
    return new NotNative({ kind: "layout", argument: "bands", what: "headings that run down" });
  const fault = numberAsText(value);
  if (fault) return fault;
  const width = Math.max(...bands.values.map((row) => row.length));
  const at = placeOf(columns, column) ?? width;
  const thresholds = placeOf(columns, "Threshold") ?? 0;
  const found = columns[at];
  const inPercent = found !== undefined && "divisor" in found && found.divisor === 100;
  layout.block(`Bands with another ${column}`);
  const wanted = layout.step(
    "Threshold of the band",
    "USD",
    amountOf(threshold.formula, x`ROWS(${from})=${bands.values.length}`),
  );
  const put = layout.step("Value to put", "", valueToPut(value.formula, column, inPercent));
  const isWanted = layout.table(bands.values.length, [
    [
      "Is it the band? (1 is yes)",
      "",
      (row) => {
        const written = cellOf(from, row, thresholds);
        if (row < body) return x`0`;
        return x`IF(ISNUMBER(${written}),IF(ROUND(100*${written},0)=ROUND(100*${wanted},0),1,0),0)`;
      },
    ],
  ]);
  const hold = layout.step(
    "Is there one such band? (1 is yes)",
    "",
    x`IF(AND(ISNUMBER(${wanted}),SUM(${isWanted.all("Is it the band? (1 is yes)")})=1),1,NA())`,
  );
  const cells = bands.values.map((row, down) =>
    Array.from({ length: Math.max(width, at + 1) }, (_, along): Placed => {
      const isNew = along >= width;
      const before = isNew ? (down === heading ? column : "") : (row[along] ?? "");
      const written = isNew ? text(String(before)) : asShown(from, down, along);
      const held = x`IF(${hold}=1,${written},NA())`;
      if (along !== at || down < body) return [held, before];
      const isBand = x`${isWanted.at("Is it the band? (1 is yes)", down)}=1`;
      const isBandNow = down + 1 === changedRow(laidOut.value.table, firstOf(threshold));
      const now = isBandNow ? valueNow(firstOf(value), inPercent) : before;
      return [x`IF(${isBand},${put},${held})`, now];
    }),
  );
  return placed(layout, cells);
}

/** Terms with one of them set: over its value where it has a row, else below the others. */
export function termsWithSteps(
  layout: Layout,
  terms: Written | undefined,
  term: string,
  value: Written,
): NativeCells | NotNative {
  const changed = termsWith(terms?.values ?? [[""]], term, firstOf(value));
  if (!changed.ok) return new NotNative({ kind: "refused", errors: changed.errors });
  const fault = numberAsText(value);
  if (fault) return fault;
  const from = terms?.formula.kind === "range" ? terms.formula : undefined;
  if (terms && (from === undefined || terms.values.some((row) => row.length !== 2)))
    return new NotNative({
      kind: "layout",
      argument: "terms",
      what: "more or fewer than two columns",
    });
  const before = from ? (terms?.values ?? []) : [];
  layout.block(`Terms with another ${term}`);
  const word = bareWord(text(term));
  const found = layout.table(before.length + 1, [
    [
      "Is it the term? (1 is yes)",
      "",
      (row) =>
        from && row < before.length ? x`IF(${bareWord(asShown(from, row, 0))}=${word},1,0)` : x`0`,
    ],
  ]);
  const count = layout.step(
    "Rows of the term",
    "",
    x`IF(${from ? x`ROWS(${from})=${before.length}` : x`TRUE`},SUM(${found.all("Is it the term? (1 is yes)")}),NA())`,
  );
  const put = layout.step("Value to put", "", x`IF(${value.formula}&""="","",${value.formula})`);
  const isNow = (name: unknown): boolean => sameWord(String(name ?? ""), term);
  const rows = before.map(([name, written], row): readonly Placed[] => {
    const shown = (along: number): NativeFormula =>
      from ? x`IF(ISNUMBER(${count}),${asShown(from, row, along)},NA())` : text("");
    const isTerm = x`${found.at("Is it the term? (1 is yes)", row)}=1`;
    return [
      [shown(0), name],
      [x`IF(${isTerm},${put},${shown(1)})`, isNow(name) ? firstOf(value) : written],
    ];
  });
  const isNew = !before.some(([name]) => isNow(name));
  const added = (formula: NativeFormula, now: unknown): Placed => [
    x`IF(${count}=0,${formula},"")`,
    isNew ? now : "",
  ];
  return placed(layout, [...rows, [added(text(term), term), added(put, firstOf(value))]]);
}

/** A formula, and what it shows now. */
type Placed = readonly [formula: NativeFormula, now: unknown];

function placed(layout: Layout, cells: readonly (readonly Placed[])[]): NativeCells {
  const width = cells[0]?.length ?? 0;
  const names = Array.from({ length: width }, (_, along) => `Column ${along + 1}`);
  const table = layout.table(
    cells.length,
    names.map((name, along) => [name, "", (row) => cells[row]?.[along]?.[0] ?? text("")] as const),
  );
  const { from } = table.all(names[0] ?? "");
  const { to } = table.all(names.at(-1) ?? "");
  return { range: range(from, to), values: cells.map((row) => row.map(([, now]) => now ?? "")) };
}

function cellOf({ from }: NativeRange, row: number, along: number): NativeCell {
  return { ...from, row: from.row + row, column: from.column + along };
}

/** A cell as it is, where a reference alone would show 0 for a blank. */
function asShown(from: NativeRange, row: number, along: number): NativeFormula {
  const written = cellOf(from, row, along);
  return x`IF(${written}&""="","",${written})`;
}

function firstOf({ values }: Written): unknown {
  return values[0]?.[0];
}

function numberAsText(value: Written): NotNative | undefined {
  return isFigureAsText(firstOf(value))
    ? new NotNative({
        ...{ kind: "numbersAsText", argument: "value" },
        cells: figuresAsText(value.formula, value.values),
      })
    : undefined;
}

/** Where a column of bands is; undefined for a term that has none. */
function placeOf(columns: readonly Column[], wanted: string): number | undefined {
  const at = columns.findIndex((column) =>
    sameWord(column.kind === "term" ? column.term : column.kind, wanted),
  );
  return at < 0 ? undefined : at;
}

/** The row of a threshold in its range, from 1. */
function changedRow({ bands }: BandTable, threshold: unknown): number | undefined {
  const cents = toCents(Number(threshold));
  return bands.find(({ row, thresholdUsd }) => row && toCents(thresholdUsd) === cents)?.row;
}

/** A fraction as the figures beside it are written: among whole percents a percentage. */
function valueToPut(value: NativeFormula, column: string, inPercent: boolean): NativeFormula {
  const figure = inPercent ? x`IF(AND(${value}>-1,${value}<1),100*${value},${value})` : value;
  const isZeroWord = sameWord(column, "Overage") ? x`${value}&""="0"` : x`FALSE`;
  return x`IF(${value}&""="","",IF(ISNUMBER(${value}),IF(${isZeroWord},"",${figure}),${value}))`;
}

function valueNow(value: unknown, inPercent: boolean): unknown {
  return inPercent && typeof value === "number" && Math.abs(value) < 1 ? 100 * value : value;
}
