import type { BandTermName } from "../../../core/terms";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import type { Layout } from "../layout";
import type { BandsArea } from "./bands-area";
import { filledIn } from "./cells-as-written";

/** Where the terms of a band stand, and whether the headings are those that the workings were made for. */
export interface NativeHeadings {
  /** Column of each term in the range, 0 where bands have none. */
  readonly columns: Readonly<Record<BandTermName, NativeCell>>;
  /** 1 is yes. */
  readonly hold: NativeCell;
}

/**
 * Checks the cells above the first band against what they held when the workings were made: another heading may change what a
 * column means. Columns of words may move, and one for a term may be added behind the others.
 */
export function headingsCheck(layout: Layout, area: BandsArea): NativeHeadings {
  const { range, headingRow, headings, movable } = area;
  layout.block("Headings of the bands");
  const heading = x`INDEX(${range},${headingRow},0)`;
  const made =
    headings.length === 0
      ? undefined
      : layout.table(headings.length, [
          ["Row", "", (row) => x`${headings[row]?.row ?? 0}`],
          ["Column", "", (row) => x`${headings[row]?.column ?? 0}`],
          ["Heading as read", "", (row) => text(headings[row]?.text ?? "")],
          [
            "Is it still there? (1 is yes)",
            "",
            (row, t) => {
              const read = t.at("Heading as read", row);
              const { text: words = "", row: at = 0 } = headings[row] ?? {};
              return at === headingRow && movable.has(words)
                ? x`IF(SUMPRODUCT((${heading}=${read})*1)>0,1,0)`
                : x`IF(INDEX(${range},${t.at("Row", row)},${t.at("Column", row)})=${read},1,0)`;
            },
          ],
        ]);
  const added: NativeFormula[] = [];
  const columnOf = (term: BandTermName): NativeCell => {
    const known = area.terms[term];
    const label = `Column headed ${term} (0 is none)`;
    if (headingRow === 0) return layout.step(label, "", x`0`);
    if (known && !known.foundByName) return layout.step(label, "", x`${known.column}`);
    const found = x`IF(SUMPRODUCT((${heading}=${text(term)})*1)=1,MATCH(${text(term)},${heading},0),0)`;
    const place = layout.step(label, "", found);
    if (!known) added.push(x`IF(${place}=0,0,IF(${place}>${lastRole(area)},1,NA()))`);
    return place;
  };
  const columns = {
    Overage: columnOf("Overage"),
    "Overage premium": columnOf("Overage premium"),
    "Forfeited share": columnOf("Forfeited share"),
  };
  const filled = layout.table(Math.max(1, area.rowsAbove), [
    ["Row above the bands", "", (row) => x`${row + 1}`],
    [
      "Cells that are not blank",
      "",
      (row, t) => (area.rowsAbove === 0 ? x`0` : filledIn(range, t.at("Row above the bands", row))),
    ],
  ]);
  const stillThere = made?.all("Is it still there? (1 is yes)");
  const expected = added.reduce(
    (sum, one) => x`${sum}+${one}`,
    stillThere ? x`COUNT(${stillThere})` : x`0`,
  );
  const count = layout.step("Headings that there should be", "", expected);
  const loose = layout.step("Cells without a heading", "", cellsWithoutHeading(area));
  const same = stillThere ? x`SUM(${stillThere})=COUNT(${stillThere})` : x`TRUE`;
  const hold = layout.step(
    "Are the headings as they were? (1 is yes)",
    "",
    x`IF(ISNUMBER(${count}),IF(AND(${same},${areFilled(area)},SUM(${filled.all("Cells that are not blank")})=${count},${loose}=${looseWhenMade(area)}),1,0),0)`,
  );
  return { columns, hold };
}

/** Without headings a column that is blank throughout is passed over, so that the next one would be the discount. */
function areFilled({ range, headingRow }: BandsArea): NativeFormula {
  if (headingRow > 0) return x`TRUE`;
  return x`SUMPRODUCT((INDEX(${range},0,1)<>"")*1)*SUMPRODUCT((INDEX(${range},0,2)<>"")*1)>0`;
}

/** The last column that says what others mean: a name is the first column behind threshold and discount. */
function lastRole({ threshold, discount, name = 0 }: BandsArea): number {
  return Math.max(threshold, discount.column, name);
}

/** Cells of columns that no heading names, or that are none of the first columns where there are no headings. */
function cellsWithoutHeading({ range, headingRow, name }: BandsArea): NativeFormula {
  if (headingRow > 0) return x`SUMPRODUCT((INDEX(${range},${headingRow},0)="")*(${range}<>""))`;
  const column = (at: number) => x`SUMPRODUCT((INDEX(${range},0,${at})<>"")*1)`;
  const named = name === undefined ? x`0` : column(name);
  return x`SUMPRODUCT((${range}<>"")*1)-${column(1)}-${column(2)}-${named}`;
}

function looseWhenMade({ headings, headingRow }: BandsArea): number {
  const headed = new Set(
    headings.filter(({ row }) => row === headingRow).map(({ column }) => column),
  );
  return headingRow === 0 ? 0 : headings.filter(({ column }) => !headed.has(column)).length;
}
