import type { Currency } from "../../core/currency";
import { blockAddress } from "../../input/cells/a1";
import { printFormula } from "../../sheets/formulas/print";
import { headLine, pricedHeadLine } from "../../sheets/provenance";
import {
  blocksBesideChecks,
  CHECKS_WIDTH,
  checksAnswer,
  MOST_GROUPS,
} from "../../sheets/usage/discount-formulas";
import type { ImportedUsage } from "../../sheets/usage/imported-usage";
import {
  AT,
  byUsageTable,
  type TableColumn,
  USAGE_TABLES,
  type UsageTableKey,
} from "../../sheets/usage/usage-columns";
import {
  BASELINE_COLUMNS,
  BASELINES,
  baselineFormulas,
  FIRST_ROW,
  type TableNames,
  usageRows,
} from "../../sheets/usage/usage-rows";
import { TABLES } from "../../sheets/usage/usage-tables";
import { timeOfMaking } from "../../wording/format/format";
import { TEXT } from "../../wording/format/number-formats";
import { freeName } from "../excel/free-name";
import { setNumberFormat } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import type { WriteProgress } from "../excel/progress";
import { putHeadLine } from "../excel/put-head-line";
import { putText } from "../excel/put-text";
import { FaultError } from "../excel/run";
import { columnsAddress, type PagesOfSheet, setUpPage } from "../excel/set-up-page";
import type { NewRows } from "../journal/rewrite-tables";
import { type SheetBeside, type Target, writeSheet } from "../journal/write-sheet";
import type { WrittenTable } from "../journal/written-table";
import { alignColumn, putBlock } from "../sheets/put-sheet-part";
import { monthsChart, monthsChartArea, putMonthsChart } from "./months-chart";
import { priceBookSheet } from "./price-book-table";
import { printedRows } from "./printed-rows";
import { PRICE_BOOK_TABLE } from "./read-usage";
import { type UsageRecord, usageRecord } from "./usage-record";
import { validateExclusions } from "./validate-exclusions";

/** A filter would hide what stands beside the rows. */
const FILTERED: readonly UsageTableKey[] = ["usage", "unpriced", "leftOut"];
/** Blank rows of the exclusions to type into. */
const BLANK_EXCLUSIONS = 8;

/**
 * Writes imported usage for the first time: its tables, each on a sheet of its own, and the price book unless there is one.
 *
 * All of it is one write, which is taken out whole where it fails.
 *
 * @param now When they are made, which their heads say.
 * @param onFound Hears of the tables of an earlier import: nothing is written where the workbook has them.
 */
export function writeUsage(
  imported: ImportedUsage,
  currency: Currency,
  now: Date,
  progress?: WriteProgress,
  onFound?: (record: UsageRecord) => void,
): Promise<Outcome<WrittenTable>> {
  return writeSheet({
    kind: "usage",
    ...(progress && { progress }),
    plan(workbook) {
      const book = workbook.tables.getItemOrNullObject(PRICE_BOOK_TABLE);
      book.load("name");
      return (known) => {
        const found = usageRecord(known.records);
        if (found) {
          onFound?.(found);
          throw new FaultError({ kind: "tablesGone" });
        }
        const taken = [...known.sheets];
        const sheetNames = byUsageTable((key) => {
          const name = freeName(TABLES[key].sheet, taken);
          taken.push(name);
          return name;
        });
        const names: TableNames = {
          ...byUsageTable((key) => known.freeName(TABLES[key].table)),
          book: book.isNullObject ? known.freeName(PRICE_BOOK_TABLE) : PRICE_BOOK_TABLE,
          exclusionsSheet: sheetNames.exclusions,
          exclusionColumns: TABLES.exclusions.columns.length,
        };
        const rows = usageRows(imported, names);
        const line: HeadLine = {
          words: headLine(
            timeOfMaking(now),
            `Inputs: the imported files, which ${sheetNames.imports} lists.`,
          ),
          // A price book of the user's may lack the column.
          book: book.isNullObject ? names.book : undefined,
        };
        const besideOf = (printed: Readonly<Record<UsageTableKey, NewRows>>) =>
          USAGE_TABLES.slice(1).map((key): SheetBeside => {
            const { title } = TABLES[key];
            return {
              ...{ name: sheetNames[key], title, ...sizeOf(key, rows[key].length) },
              ...(key === "months" && { chart: monthsChart(rows.months.length).name }),
              put: (target) => putTable(target, key, printed[key], names, line, currency),
            };
          });
        return {
          place: { kind: "newSheet", name: sheetNames.usage },
          ...sizeOf("usage", rows.usage.length),
          async content() {
            const printed = await printedRows(rows, progress);
            return {
              title: "Imported usage",
              cells: rows.usage.length * TABLES.usage.columns.length,
              tables: [...USAGE_TABLES, "book" as const].map((key) => names[key]),
              beside: [
                ...besideOf(printed),
                ...(book.isNullObject
                  ? [
                      priceBookSheet(
                        ...([
                          freeName("Price book", taken),
                          names.book,
                          timeOfMaking(now),
                        ] as const),
                      ),
                    ]
                  : []),
              ],
              put: (target) => {
                putTable(target, "usage", printed.usage, names, line, currency);
                target.sheet.activate();
              },
            };
          },
        };
      };
    },
  });
}

function rowsOf(key: UsageTableKey, count: number): number {
  return Math.max(count, key === "exclusions" ? BLANK_EXCLUSIONS : 1);
}

function sizeOf(
  key: UsageTableKey,
  count: number,
): { readonly rows: number; readonly columns: number } {
  const columns = TABLES[key].columns.length;
  const beside = {
    exclusions: columns + (BASELINES.at(-1)?.after ?? 0) + BASELINE_COLUMNS,
    checks: CHECKS_WIDTH,
  };
  return {
    rows: FIRST_ROW - 1 + Math.max(rowsOf(key, count), key === "checks" ? 1 + MOST_GROUPS : 0),
    columns: key === "exclusions" || key === "checks" ? beside[key] : columns,
  };
}

/** What the sheets say of themselves, and the price book of which they say how new it is. */
interface HeadLine {
  readonly words: string;
  readonly book: string | undefined;
}

/** Writes title, note and what made the sheet; where the answer of the reconciliation stands, the note ends with that. */
function putHead(sheet: Excel.Worksheet, key: UsageTableKey, { words, book }: HeadLine): void {
  const { title, note } = TABLES[key];
  const isTaken = key === "checks";
  putText(sheet.getRange("A1"), title, Excel.BuiltInStyle.heading1);
  putText(
    sheet.getRange("A2"),
    isTaken ? `${note} ${words}` : note,
    Excel.BuiltInStyle.explanatoryText,
  );
  // The other sheets are written before the price book, and take their prices from this one.
  const isPriced = book !== undefined && key === "usage";
  if (!isTaken) putHeadLine(sheet, isPriced ? pricedHeadLine(words, book) : words);
}

function putTable(
  { sheet }: Pick<Target, "sheet">,
  key: UsageTableKey,
  rows: NewRows,
  names: TableNames,
  line: HeadLine,
  currency: Currency,
): void {
  const { columns } = TABLES[key];
  putHead(sheet, key, line);
  const count = rowsOf(key, rows.length);
  const at = FIRST_ROW - 2;
  sheet.getRangeByIndexes(at, 0, 1, columns.length).values = [
    columns.map(({ heading }) => heading),
  ];
  const table = sheet.tables.add(sheet.getRangeByIndexes(at, 0, count + 1, columns.length), true);
  table.name = names[key];
  // On a short table its arrows would only cover the headings.
  table.showFilterButton = FILTERED.includes(key);
  formatColumns(sheet, columns, at + 1, count, currency);
  if (rows.length > 0)
    sheet.getRangeByIndexes(at + 1, 0, rows.length, columns.length).formulas = rows.map((row) => [
      ...row,
    ]);
  if (key === "exclusions") {
    putBaselines(sheet, names, currency);
    validateExclusions(sheet.getRangeByIndexes(at + 1, 0, count, columns.length), currency);
  }
  if (key === "checks") putBesideChecks(sheet, names, currency);
  if (key === "months")
    putMonthsChart(
      sheet.getRangeByIndexes(at, 0, count + 1, columns.length),
      rows.length,
      currency,
    );
  setUpPage(sheet, FIRST_ROW - 1, pagesOf(key));
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, FIRST_ROW - 1, 1));
}

function formatColumns(
  sheet: Excel.Worksheet,
  columns: readonly TableColumn[],
  row: number,
  rows: number,
  currency: Currency,
): void {
  for (const [index, { format, width, isInput }] of columns.entries()) {
    const cells = sheet.getRangeByIndexes(row, index, rows, 1);
    if (isInput) cells.style = Excel.BuiltInStyle.input;
    setNumberFormat(cells, format, currency);
    const withHeading = sheet.getRangeByIndexes(row - 1, index, rows + 1, 1).format;
    alignColumn(withHeading, format === TEXT, index);
    sheet.getRangeByIndexes(0, index, 1, 1).format.columnWidth = width;
  }
}

/** A table prints on pages of its own, and so does what stands beside it, a column away. */
function pagesOf(key: UsageTableKey): PagesOfSheet {
  const { columns } = TABLES[key];
  const widths = columns.map(({ width }) => width);
  const table = columnsAddress(0, columns.length);
  const beside = columns.length + 1;
  switch (key) {
    case "usage":
    case "unpriced":
      return { columns: { widths, repeated: AT.model + 1 } };
    case "months":
      return { areas: [table, blockAddress(monthsChartArea(FIRST_ROW - 2))] };
    case "exclusions":
    case "checks":
      return { areas: [table, columnsAddress(beside, sizeOf(key, 0).columns - beside)] };
    case "imports":
    case "leftOut":
      return {};
  }
}

function putBesideChecks(sheet: Excel.Worksheet, names: TableNames, currency: Currency): void {
  const cells = [[checksAnswer(names.checks, currency)]];
  const above = { row: FIRST_ROW - 3, column: 0, rows: 1, columns: 1, formats: [TEXT] };
  putBlock(sheet, { ...above, cells, look: "sentence" }, currency);
  for (const { column, title, cells, formats } of blocksBesideChecks(names.checks)) {
    const row = FIRST_ROW - 3;
    putText(sheet.getRangeByIndexes(row, column, 1, 1), title, Excel.BuiltInStyle.heading3);
    const below = { row: row + 1, column, rows: 1 + MOST_GROUPS, columns: formats.length };
    putBlock(sheet, { ...below, cells, look: "body", formats }, currency);
    sheet.getRangeByIndexes(0, column, 1, formats.length).format.columnWidth = 92;
    sheet.getRangeByIndexes(0, column + 1, 1, 1).format.columnWidth = 150;
  }
}

function putBaselines(sheet: Excel.Worksheet, names: TableNames, currency: Currency): void {
  const formulas = baselineFormulas(names);
  for (const [index, { after, title }] of BASELINES.entries()) {
    const column = names.exclusionColumns + after;
    const formula = formulas[index];
    if (formula === undefined) continue;
    putText(
      sheet.getRangeByIndexes(FIRST_ROW - 3, column, 1, 1),
      title,
      Excel.BuiltInStyle.heading3,
    );
    sheet.getRangeByIndexes(FIRST_ROW - 2, column, 1, 1).formulas = [[printFormula(formula)]];
    const amounts = sheet.getRangeByIndexes(FIRST_ROW - 2, column + 1, 61, BASELINE_COLUMNS - 1);
    setNumberFormat(amounts, "$#,##0", currency);
    amounts.format.horizontalAlignment = "Right";
  }
}
