import { afterEach, beforeEach, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { MOST_LOG_ROWS } from "../../../src/sheets/log/log-sheet";
import type { LogDefinition } from "../../../src/sheets/sheet-definition";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import type { WrittenTable } from "../../../src/workbook/journal/written-table";
import { writeLog } from "../../../src/workbook/sheets/write-log";
import type { LocalWorkbook } from "../../support/local-workbook";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { listTables } from "../read";
import { snapshot } from "../snapshot";

const definition = (best: number): LogDefinition => ({
  ...{ kind: "log", form: "live", begunOn: "28 November 2026" },
  last: { answers: [{ name: "Best commitment on offer", value: best }], inputs: [] },
});
const row = (when: string) => [
  ...[when, "Best commitment on offer", 250_000, 500_000, "Usage", "Deal!F12", 700_000, 900_000],
];

const saboteur = new FaultInjector();
let workbook: LocalWorkbook;
beforeEach(async () => {
  workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
});
afterEach(() => {
  saboteur.disarm();
  workbook.close();
});

const begin = () => writeLog({ definition: definition(250_000), rows: [] }, US_DOLLAR);
async function log() {
  const [again] = done(await listTables());
  if (!again) throw new Error("there is no log");
  return again;
}
async function add(rows: readonly (readonly (string | number)[])[], found?: WrittenTable) {
  const again = found ?? (await log());
  return writeLog({ definition: definition(500_000), rows, again }, US_DOLLAR);
}

test("the log adds rows below those that it has, and is taken out whole", async () => {
  const before = await snapshot(workbook);
  const { id, sheet } = done(await begin());
  done(await add([row("first"), row("second")]));
  workbook.setCell(sheet, "B5", "What somebody typed");
  const found = await log();
  const { batches } = workbook.trace;
  done(await add([row("third")], found));
  expect(workbook.trace.batches - batches).toBeLessThanOrEqual(6);
  const cells = await workbook.readCells("Log", "A4:H8");
  expect(cells.map(([when, answer]) => [when, answer])).toEqual([
    ["When", "Answer"],
    ["first", "What somebody typed"],
    ["second", "Best commitment on offer"],
    ["third", "Best commitment on offer"],
    [null, null],
  ]);
  expect(cells[2]?.slice(2)).toEqual(row("").slice(2));
  expect(done(await listTables())).toMatchObject([
    { sheet: "Log", address: "A1:H7", definition: definition(500_000) },
  ]);
  done(await removeTable(id));
  expect(await snapshot(workbook)).toEqual(before);
});

test("the oldest rows give way", async () => {
  done(await begin());
  done(await add(Array.from({ length: MOST_LOG_ROWS }, (_, at) => row(`day ${at}`))));
  done(await add([row("today")]));
  const last = MOST_LOG_ROWS + 4;
  expect(await workbook.readCells("Log", `A5:A${last}`)).toMatchObject({
    0: ["day 1"],
    [MOST_LOG_ROWS - 1]: ["today"],
  });
});

test("a fault on the way leaves the workbook as it was", async () => {
  expect(await failsWithoutTrace(workbook, saboteur, begin)).toBeGreaterThan(2);
  done(await add([row("first")]));
  expect(await failsWithoutTrace(workbook, saboteur, () => add([row("second")]))).toBeGreaterThan(
    2,
  );
});
