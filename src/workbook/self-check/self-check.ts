import type { Currency } from "../../core/currency";
import { blockAddress } from "../../input/cells/a1";
import { notRestored, type Outcome } from "../excel/outcome";
import { runExcel } from "../excel/run";
import { pauseFor, readWhenCalculated } from "../excel/wait";
import { removeTable, rollBack } from "../journal/roll-back";
import { writeSheet } from "../journal/write-sheet";
import { styleTable } from "../sheets/table-style";
import { type CheckFailure, compareBlocks } from "./compare";
import { describeHost } from "./host";
import type { SelfCheckReport } from "./report";
import { CHECK_COLUMN, type CheckSheet, layOutChecks } from "./sheet";

const TITLE = "Check of this Excel";
const SHEET = "Bandwise check";

/** More than a wrong answer could spill over: everything on the sheet is ours, and goes with it. */
const WHOLE_SHEET = { rows: 20_000, columns: 700 };

type Cells = readonly (readonly unknown[])[];

/** What was read, and what Excel would not do. */
interface Findings {
  readonly cells: Cells;
  readonly refusals: readonly CheckFailure[];
}

/**
 * Tries our functions and tables in the Excel that is running: worked cases and a table of each kind are calculated on a
 * scratch sheet, read back, and compared.
 *
 * The sheet goes again, also where this stops half way; of the user's own sheets nothing is read but their names.
 *
 * @param pause How to wait for cells that are still calculating.
 */
export async function checkThisExcel(
  currency: Currency,
  pause: (ms: number) => Promise<void> = pauseFor,
): Promise<Outcome<SelfCheckReport>> {
  const sheet = layOutChecks(currency);
  const written = await writeSheet({
    kind: "check",
    isScratch: true,
    plan: () => () => ({
      place: { kind: "newSheet", name: SHEET },
      ...WHOLE_SHEET,
      content: () => ({ title: TITLE, put: (target) => putChecks(target.sheet, sheet) }),
    }),
  });
  if (!written.ok) return written;
  const { id } = written.value;
  const found = await runExcel(async (context): Promise<Findings> => {
    const scratch = context.workbook.worksheets.getItem(written.value.sheet);
    const refusals = await tryFormats(context, scratch, sheet, currency);
    const cells = await readWhenCalculated(() => readChecks(context, scratch, sheet), pause);
    return { cells, refusals };
  });
  if (!found.ok) return { ok: false, fault: await rollBack(id, found.fault) };
  const removed = await removeTable(id);
  if (!removed.ok) return { ok: false, fault: notRestored(removed.fault) };
  return { ok: true, value: reportOf(sheet, found.value) };
}

function putChecks(scratch: Excel.Worksheet, { lines, inputs, tables }: CheckSheet): void {
  for (const { block, rows } of inputs)
    scratch.getRange(blockAddress(block)).values = rows.map((row) =>
      Array.from({ length: block.columns }, (_, column) => row[column] ?? ""),
    );
  scratch.getRangeByIndexes(0, 0, lines.length, 1).values = lines.map(([name]) => [name]);
  scratch.getRangeByIndexes(0, CHECK_COLUMN, lines.length, 1).formulas = lines.map(
    ([, formula]) => [formula],
  );
  for (const { top, layout } of tables) {
    const columns = layout.cells[0]?.length ?? 1;
    scratch.getRangeByIndexes(top, 0, layout.cells.length, columns).formulas = layout.cells.map(
      (row) => [...row],
    );
  }
}

/** Formats the tables as they are in earnest. Excel may refuse a style or a rule, and the numbers are checked all the same. */
async function tryFormats(
  context: Excel.RequestContext,
  scratch: Excel.Worksheet,
  { tables }: CheckSheet,
  currency: Currency,
): Promise<readonly CheckFailure[]> {
  for (const { row, layout, bands } of tables) {
    const block = scratch.getRangeByIndexes(row, 0, layout.rows, layout.columns);
    styleTable(block, layout, bands, currency);
  }
  try {
    await context.sync();
    return [];
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    const found = `${error.code} at ${error.debugInfo.errorLocation ?? "an unnamed member"}: ${error.message}`;
    return [{ name: "Formats of the tables", formula: "", expected: "formats", found }];
  }
}

async function readChecks(
  context: Excel.RequestContext,
  scratch: Excel.Worksheet,
  { rows, columns }: CheckSheet,
): Promise<Cells> {
  const cells = scratch.getRangeByIndexes(0, 0, rows, columns);
  cells.load("values");
  await context.sync();
  return cells.values;
}

function reportOf(sheet: CheckSheet, { cells, refusals }: Findings): SelfCheckReport {
  return {
    host: describeHost(),
    checks: sheet.expected.length + 1,
    failures: [...compareBlocks(sheet.expected, cells), ...refusals],
    observations: sheet.observed.map(
      ({ row, describe }) => `${describe(cells[row]?.[CHECK_COLUMN])}.`,
    ),
  };
}
