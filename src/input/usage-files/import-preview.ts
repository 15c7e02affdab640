import { monthOfDay, monthText } from "../../core/calendar";
import type { PriceBook } from "../../efficiency/price-book";
import { type Stretch, stretchOf } from "./coverage";
import { type ImportMonth, importMonths } from "./import-months";
import type { KeptRows, MergeCounts } from "./kept-rows";
import { type ModelDiscount, modelDiscounts } from "./model-discounts";
import type { DayAmount } from "./pricing/day-amounts";
import {
  type ImportTotal,
  importTotals,
  type UnpricedGroup,
  unpricedGroups,
} from "./pricing/import-totals";
import { inside } from "./pricing/inside";
import { moneyTotals } from "./pricing/money-totals";
import {
  type SheetRow,
  sheetRows,
  type UnpricedSheetRow,
  unpricedSheetRows,
} from "./pricing/sheet-rows";
import { type UsageTotals, usageTotals } from "./pricing/usage-totals";
import { type DayComparison, impliedDiscount, realisedDiscount, reconcile } from "./reconcile";
import type {
  FileNote,
  FileReport,
  ImportWarning,
  ReadFile,
  RefusedFile,
} from "./rows/file-report";
import { type Source, sourceOf } from "./rows/formats";
import type { MoneyRow } from "./rows/rows";
import { sharedFocusDays, takenDays } from "./sources-per-day";

/** Everything that the pane shows before it writes: plain data, which a worker can post. */
export interface ImportPreview {
  /** Files that were read, in the order given. */
  readonly files: readonly FileReport[];
  readonly refused: readonly RefusedFile[];
  readonly warnings: readonly ImportWarning[];
  /** Readable rows of all files, before equal ones are merged. */
  readonly rowsRead: number;
  readonly merged: MergeCounts;
  readonly months: readonly ImportMonth[];
  /** Of usage and bills, sorted; "" where none is named. */
  readonly workspaces: readonly string[];
  readonly totals: readonly ImportTotal[];
  readonly unpriced: readonly UnpricedGroup[];
  /** Empty unless usage and a bill are both there. */
  readonly reconciliation: readonly DayComparison[];
  /** Days and models of a bill without usage to compare it with. */
  readonly billDays: readonly DayComparison[];
  /** Undefined without lines, or days, that tell it. */
  readonly realisedDiscount: number | undefined;
  readonly impliedDiscount: number | undefined;
  readonly discounts: readonly ModelDiscount[];
  readonly sheetRows: readonly SheetRow[];
  readonly unpricedRows: readonly UnpricedSheetRow[];
  /** Priced usage by day; empty where there is too much to tell. */
  readonly dayAmounts: readonly DayAmount[];
}

/**
 * Puts together what was read of all files.
 *
 * @param kept The rows of tables; it takes those of the Admin exports that stand.
 */
export function importPreview(
  read: readonly (ReadFile | RefusedFile)[],
  kept: KeptRows,
  book: PriceBook,
): ImportPreview {
  const readable = read.filter((file) => "tally" in file);
  const unread = read.filter((file) => "code" in file);
  const files: ReadFile[] = [];
  const doubled: RefusedFile[] = [];
  for (const file of readable) {
    const names = takenDays(file, readable);
    if (names.length === 0) files.push(file);
    else doubled.push({ file: file.file, code: "days already in from another format", names });
  }
  for (const { waiting } of files) for (const row of waiting) kept.add(row);
  const { usage: usageRows, money: moneyRows, counts } = kept.merged();
  const usage = usageTotals(usageRows, book);
  const money = moneyTotals(moneyRows);
  const costs = money.filter(({ source }) => source === "cost");
  const days = costs.length > 0 ? reconcile(usage.days, costs) : [];
  const [reconciliation, billDays] = usageRows.length > 0 ? [days, []] : [[], days];
  return {
    files: files.map((file) => reportOf(file, files)),
    refused: [...unread, ...doubled],
    warnings: [...sharedFocusDays(files), ...files.flatMap(monthsTwice)],
    rowsRead: files.reduce((sum, { tally }) => sum + tally.rows, 0),
    merged: counts,
    months: importMonths(usage, money, coveredBy(files)),
    workspaces: workspacesOf(usage, moneyRows),
    totals: importTotals(usage, money),
    unpriced: unpricedGroups(usage),
    ...{ reconciliation, billDays },
    realisedDiscount: realisedDiscount(costs),
    impliedDiscount: impliedDiscount(reconciliation),
    discounts: modelDiscounts(costs, reconciliation),
    sheetRows: sheetRows(usage),
    unpricedRows: unpricedSheetRows(usage),
    dayAmounts: usage.dayAmounts,
  };
}

function reportOf(file: ReadFile, files: readonly ReadFile[]): FileReport {
  const { tally, format, encoding } = file;
  const stretch = stretchOfFile(file);
  const areMore = files.every((other) => other.format !== format || other.hasMore);
  const notes: readonly FileNote[] = [
    ...file.cacheNotes,
    ...(encoding === "UTF-8" ? [] : [{ kind: "encoding", encoding } as const]),
    ...(areMore ? [{ kind: "morePages" } as const] : []),
  ];
  return {
    ...{ file: file.file, format, rows: tally.rows, ...stretch, notes },
    unknownColumns: file.unknownColumns,
    unreadable: tally.unreadable,
    unreadableRows: tally.unreadableRows,
    setAside: tally.setAside,
    setAsideRows: tally.setAsideRows,
  };
}

/** A file that was read has a row, so it has a day. */
function stretchOfFile({ tally, emptyDays }: ReadFile): Stretch {
  return stretchOf([...tally.days, ...emptyDays]) ?? { firstDay: 0, lastDay: 0 };
}

function coveredBy(files: readonly ReadFile[]): ReadonlyMap<Source, readonly Stretch[]> {
  const covered = new Map<Source, Stretch[]>();
  for (const file of files)
    inside(covered, sourceOf(file.format), () => []).push(stretchOfFile(file));
  return covered;
}

function monthsTwice({ file, tally }: ReadFile): readonly ImportWarning[] {
  const months = [...tally.monthsTwice].map(monthOfDay).map(monthText).toSorted();
  return months.length > 0 ? [{ kind: "monthTwice", file, months }] : [];
}

function workspacesOf(
  { priced, unpriced }: UsageTotals,
  money: readonly MoneyRow[],
): readonly string[] {
  const named = new Set([
    ...priced.map(({ workspace }) => workspace),
    ...unpriced.map(({ of }) => of.workspace),
  ]);
  for (const { of } of money) if (of.source === "cost") named.add(of.workspace);
  return [...named].toSorted();
}
