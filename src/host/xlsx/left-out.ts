import type { Cell, Sheet, Workbook } from "hucre/xlsx";
import { CHART_PART, fromFileChart, hasLooks } from "./charts";
import type { SheetPart } from "./package-parts";

/** Parts of a file that the local workbook does not show, by their paths. */
const PARTS: readonly (readonly [path: RegExp, what: string])[] = [
  [/^xl\/media\//, "pictures"],
  [/^xl\/(comments|threadedComments)/, "comments"],
  [/^xl\/pivotTables\//, "pivot tables"],
  [/^xl\/slicers\//, "slicers"],
  [/^xl\/timelines\//, "timelines"],
  [/^xl\/(queryTables\/|connections\.xml)/, "connections to data"],
  [/^xl\/vbaProject\.bin$/, "macros"],
];

/** Tabs that are no worksheets, by their kinds. */
const TABS: readonly (readonly [kind: RegExp, what: string])[] = [
  [/^chartsheet$/, "chart sheets"],
  [/^dialogsheet$/, "dialog sheets"],
  [/macrosheet$/i, "macro sheets"],
];

export const HIDDEN = "hidden rows and columns (they are shown)";

/** Parts of a sheet that are not read. */
const IN_SHEETS: readonly (readonly [has: (sheet: Sheet) => boolean, what: string])[] = [
  [({ autoFilter }) => autoFilter !== undefined, "filters (every row is shown)"],
  [({ sparklines = [] }) => sparklines.length > 0, "sparklines"],
  [({ textBoxes = [] }) => textBoxes.length > 0, "text boxes"],
  [({ splitPane }) => splitPane !== undefined, "split windows"],
  [({ columns = [] }) => columns.some(({ hidden }) => hidden), HIDDEN],
  [hasCell(({ richText }) => richText !== undefined), "several looks inside one cell"],
  [hasCell(({ hyperlink }) => hyperlink !== undefined), "links in cells"],
  [({ headerFooter }) => headerFooter !== undefined, "headers and footers of printed pages"],
  [({ rowBreaks = [], colBreaks = [] }) => rowBreaks.length + colBreaks.length > 0, "page breaks"],
  [({ tables = [] }) => tables.some(({ showTotalRow }) => showTotalRow), "total rows of tables"],
];

function hasCell(is: (cell: Cell) => boolean): (sheet: Sheet) => boolean {
  return ({ cells }) => [...(cells?.values() ?? [])].some(is);
}

/** A phrase for each kind of thing in a file that the local workbook does not show. */
export function leftOut(
  paths: readonly string[],
  tabs: readonly SheetPart[],
  file: Workbook,
): readonly string[] {
  const kept = file.sheets.flatMap(({ charts = [], name }) =>
    charts.filter((chart) => fromFileChart(chart, name, "") !== null),
  );
  const charts = paths.filter((path) => CHART_PART.test(path));
  const parts = PARTS.filter(([path]) => paths.some((part) => path.test(part)));
  const others = TABS.flatMap(([kind, what]) => {
    const named = tabs.filter((tab) => kind.test(tab.kind)).map(({ name }) => name);
    return named.length > 0 ? [`${what} (${named.join(", ")})`] : [];
  });
  const inSheets = IN_SHEETS.filter(([has]) => file.sheets.some(has));
  return [
    ...(charts.length > kept.length
      ? ["charts other than straight lines and stacked columns"]
      : []),
    ...(kept.some(hasLooks) ? ["colours and other looks of charts"] : []),
    ...parts.map(([, what]) => what),
    ...others,
    ...inSheets.map(([, what]) => what),
    ...(file.dateSystem === "1904"
      ? ["that days are counted from 1904 (dates show four years and a day early)"]
      : []),
  ];
}
