import type { BandTermName } from "../../../core/terms";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import type { Layout, StepTable } from "../layout";
import type { BandsArea } from "./bands-area";
import { asWritten, filledIn, SPARE_ROWS } from "./cells-as-written";
import type { NativeHeadings } from "./headings-check";

export type WrittenHeading =
  | "Row of the bands"
  | "Threshold written"
  | "Discount written"
  | "Overage written"
  | "Overage premium written"
  | "Forfeited share written"
  | "Is it a band? (1 is yes)";
export type WrittenBands = StepTable<WrittenHeading>;

/** The rows below the headings, and which of them are bands (docs/reading-cells.md). */
export function writtenBands(
  layout: Layout,
  area: BandsArea,
  headings: NativeHeadings,
): WrittenBands {
  const { range } = area;
  const rows = range.to.row - range.from.row + 1 - area.rowsAbove + SPARE_ROWS;
  const ownTerm = (term: BandTermName) => (row: number, t: WrittenBands) => {
    const column = headings.columns[term];
    return x`IF(${column}=0,"",${asWritten(range, t.at("Row of the bands", row), column)})`;
  };
  return layout.table<WrittenHeading>(rows, [
    [
      "Row of the bands",
      "",
      (row, t) =>
        row === 0 ? x`${area.rowsAbove + 1}` : x`${t.at("Row of the bands", row - 1)}+1`,
    ],
    [
      "Threshold written",
      "USD",
      (row, t) => asWritten(range, t.at("Row of the bands", row), x`${area.threshold}`),
    ],
    [
      "Discount written",
      "fraction",
      (row, t) => asWritten(range, t.at("Row of the bands", row), x`${area.discount.column}`),
    ],
    ["Overage written", "", ownTerm("Overage")],
    ["Overage premium written", "fraction", ownTerm("Overage premium")],
    ["Forfeited share written", "fraction", ownTerm("Forfeited share")],
    ["Is it a band? (1 is yes)", "", (row, t) => isBand(row, t, area)],
  ]);
}

/**
 * Blank cells count as 0, a row of zeros below the first band is blank, and a note is the text it was. Words where a figure
 * belongs, a name that is a figure, and a row of totals are refused.
 */
function isBand(row: number, t: WrittenBands, area: BandsArea): NativeFormula {
  const [threshold, discount] = [t.at("Threshold written", row), t.at("Discount written", row)];
  const place = t.at("Row of the bands", row);
  const isFigure = (value: NativeCell) => x`OR(${value}="",ISNUMBER(${value}))`;
  const isZero = (value: NativeCell) => x`OR(${value}="",${value}=0)`;
  const note = area.notes.reduce<NativeFormula>(
    (any, words) =>
      x`OR(${any},AND(${threshold}=${text(words)},${mayFollow(words, row, t, area)}))`,
    x`FALSE`,
  );
  const isAlone = x`IF(${note},${filledIn(area.range, place)}=1,FALSE)`;
  const passed = area.notes.length > 0 ? x`IF(${isAlone},0,NA())` : x`NA()`;
  const blank =
    row === 0
      ? x`FALSE`
      : x`AND(SUM(${t.all("Is it a band? (1 is yes)", 0, row - 1)})>0,${isZero(threshold)},${isZero(discount)})`;
  const band = x`IF(${blank},0,IF(${mayBeTotal(place, area)},NA(),1))`;
  return x`IF(AND(${threshold}="",${discount}=""),0,IF(AND(${isFigure(threshold)},${isFigure(discount)}),${band},${passed}))`;
}

const STARTS_AS_NOTE = /^\s*(?:\*|notes?\b)/i;

/** Whether words may be a note where they stand: with a star or Note before them, behind a blank row, or behind another note. */
function mayFollow(
  words: string,
  row: number,
  t: WrittenBands,
  { range }: BandsArea,
): NativeFormula {
  if (STARTS_AS_NOTE.test(words)) return x`TRUE`;
  if (row === 0) return x`FALSE`;
  const isNote = x`AND(${t.at("Is it a band? (1 is yes)", row - 1)}=0,${t.at("Threshold written", row - 1)}<>"")`;
  return x`OR(${isNote},${filledIn(range, t.at("Row of the bands", row - 1))}=0)`;
}

const TOTALS = ["total", "totals", "total:", "sum", "sums", "grand total", "subtotal"] as const;

/** Whether a row is named as a total, or its name is a figure, which our reader takes for something else. */
function mayBeTotal(row: NativeCell, { range, name }: BandsArea): NativeFormula {
  const cells = x`INDEX(${range},${row},0)`;
  const [first, ...more] = TOTALS.map((word) => x`(${cells}=${text(word)})`);
  const any = more.reduce((sum, one) => x`${sum}+${one}`, first ?? x`0`);
  const isNamed = x`IF(${row}>ROWS(${range}),0,SUMPRODUCT(${any}))`;
  const figure =
    name === undefined ? x`0` : x`IF(ISNUMBER(${asWritten(range, row, x`${name}`)}),1,0)`;
  return x`${isNamed}+${figure}>0`;
}

/** Position of the first band among the rows. */
export function firstBand(written: WrittenBands): NativeFormula {
  return x`MATCH(1,${written.all("Is it a band? (1 is yes)")},0)`;
}
