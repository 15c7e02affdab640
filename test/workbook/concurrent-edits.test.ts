import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeFault, type Outcome } from "../../src/workbook/excel/outcome";
import { removeTable } from "../../src/workbook/journal/roll-back";
import type { TableRequest } from "../../src/workbook/journal/written-table";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeTable } from "../../src/workbook/sheets/write-table";
import type { LocalWorkbook, LocalWorkbookOptions } from "../support/local-workbook";
import { done, openForWorkbookCode, UNCALCULATED } from "./open";
import { listTables } from "./read";
import { REQUEST } from "./request";
import { snapshot, withoutChance } from "./snapshot";

let workbook: LocalWorkbook;
/** Put back the workbook with the example: as it is, and with something of the user's at the target. */
let plain: () => void;
let filled: () => void;
let removing = false;
/** Runs before each batch of the command under test; batches count from 1. */
let beforeBatch: ((batch: number) => void) | undefined;
/** The batch that the command under test began with. */
let first: number | undefined;

const OPTIONS: LocalWorkbookOptions = {
  beforeAction(batch, action) {
    if (beforeBatch === undefined) {
      first = undefined;
      return;
    }
    if (action > 0) return;
    first ??= batch;
    beforeBatch(batch - first + 1);
  },
};

beforeAll(async () => {
  workbook = await openForWorkbookCode({ ...UNCALCULATED, ...OPTIONS });
  done(await insertExample(US_DOLLAR));
  await workbook.Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("Sheet1").getRange("C5");
    cell.worksheet.activate();
    cell.select();
    await context.sync();
  });
  plain = workbook.keep();
  workbook.setCell("Sheet1", "C5", "Mine");
  workbook.setCell("Sheet1", "D6", 7);
  filled = workbook.keep();
});

afterAll(() => workbook.close());

const HERE: TableRequest = { ...REQUEST, destination: { kind: "selection" } };
const OVER: TableRequest = {
  ...REQUEST,
  destination: { kind: "overwrite", sheet: "Sheet1", address: "C5:R11", cells: 2 },
};

async function open(isFilled: boolean): Promise<void> {
  beforeBatch = undefined;
  removing = false;
  await afterLastRun();
  (isFilled ? filled : plain)();
}

/** Excel.run gives its ranges back in a round trip that it does not wait for; this one comes after it. */
function afterLastRun(): Promise<void> {
  return workbook.Excel.run(async (context) => {
    context.workbook.worksheets.load("items/name");
    await context.sync();
  });
}

const sheetId = (name: string) => workbook.grid.sheets().find((one) => one.name === name)?.id ?? "";

/** What a co-author may do while we work. */
const EDITS = {
  "fills the target": () => workbook.setCell("Sheet1", "D8", "Theirs"),
  "renames the sheet": () => workbook.grid.renameSheet(sheetId("Sheet1"), "Renamed"),
  "deletes the sheet": () => workbook.grid.deleteSheet(sheetId("Sheet1")),
  "protects the sheet": () => workbook.grid.protect(sheetId("Sheet1"), true),
  "protects the structure": () => {
    workbook.host.isStructureProtected = true;
  },
  "takes the new sheet's name": () => void workbook.grid.addSheet("Cost table"),
} as const;
type Edit = keyof typeof EDITS;

/** Lifts what a co-author protected, so that what is left can be taken out. */
function unprotect(): void {
  workbook.host.isStructureProtected = false;
  for (const { id } of workbook.grid.sheets()) workbook.grid.protect(id, false);
}

/** Whether a table stands complete by now: what follows is no longer in the middle of its writing. */
function isOver(): boolean {
  const records = [...workbook.host.settings.values()].map(String);
  return !removing && records.some((text) => /"kind":"table".*"complete":true/.test(text));
}

/** Does a command while somebody edits before its batch number k. */
async function during<T>(
  k: number,
  edit: Edit,
  command: () => Promise<Outcome<T>>,
): Promise<{ readonly outcome: Outcome<T>; readonly happened: boolean }> {
  let happened = false;
  beforeBatch = (batch) => {
    if (batch !== k || happened || isOver()) return;
    happened = true;
    EDITS[edit]();
  };
  const outcome = await command();
  beforeBatch = undefined;
  return { outcome, happened };
}

async function state(): Promise<unknown> {
  return withoutChance(await snapshot(workbook));
}

const editedStates = new Map<string, unknown>();

/** The state of a workbook where somebody edited and we wrote nothing. The open workbook is another one afterwards. */
async function editedState(edit: Edit, isFilled: boolean): Promise<unknown> {
  const key = `${edit}, ${isFilled}`;
  if (!editedStates.has(key)) {
    await open(isFilled);
    EDITS[edit]();
    unprotect();
    editedStates.set(key, await state());
  }
  return editedStates.get(key);
}

/** For each kind of write: the fault where it was edited before round trip 1, 2, …, then how many tables were whole. */
const ENDINGS: Readonly<Record<Edit, readonly (readonly (string | number)[])[]>> = {
  "fills the target": [
    [2],
    ["occupied", "occupied", "changedMeanwhile", 0],
    ["occupied", "occupied", "changedMeanwhile", 0],
  ],
  "renames the sheet": [[2], [3], ["sheetGone", 2]],
  "deletes the sheet": [
    [2],
    ["occupied", "sheetGone", "sheetGone", 0],
    ["sheetGone", "sheetGone", "sheetGone", 0],
  ],
  "protects the sheet": [
    [2],
    ["protectedSheet", "protectedSheet", "protectedSheet", 0],
    ["protectedSheet", "protectedSheet", "protectedSheet", 0],
  ],
  "protects the structure": [
    ["protectedWorkbook", "protectedWorkbook", 0],
    ["protectedWorkbook", "protectedWorkbook", "protectedWorkbook", 0],
    ["protectedWorkbook", "protectedWorkbook", "protectedWorkbook", 0],
  ],
  "takes the new sheet's name": [["nameTaken", 1], [3], [3]],
};

describe("somebody else, between any two round trips of a write,", () => {
  const WRITES = [
    ["a table on a new sheet", REQUEST, false],
    ["a table at the selected cell", HERE, false],
    ["a table over cells", OVER, true],
  ] as const;
  for (const [index, [what, request, isFilled]] of WRITES.entries())
    for (const edit of Object.keys(EDITS) as Edit[])
      test(`${edit}: ${what} is whole or not there`, async () => {
        const faults: string[] = [];
        let tables = 0;
        for (let k = 1; ; k++) {
          await open(isFilled);
          const { outcome, happened } = await during(k, edit, () => writeTable(request, US_DOLLAR));
          if (!happened) break;
          if (!outcome.ok) {
            faults.push(outcome.fault.kind);
            expect(describeFault(outcome.fault)).toMatch(/^[A-Z].+\.$/);
            expect(done(await listTables())).toEqual([]);
          } else tables += 1;
          unprotect();
          if (outcome.ok) done(await removeTable(outcome.value.id));
          expect(await state(), `before round trip ${k}`).toEqual(
            await editedState(edit, isFilled),
          );
        }
        expect([...faults, tables]).toEqual(ENDINGS[edit][index]);
      });
});

describe("somebody else, between any two round trips of a removal,", () => {
  const REMOVALS: readonly (readonly [Edit, TableRequest, boolean])[] = [
    ["renames the sheet", HERE, false],
    ["deletes the sheet", HERE, false],
    ["deletes the sheet", OVER, true],
    ["protects the sheet", OVER, true],
    ["protects the structure", OVER, true],
  ];
  test.each(REMOVALS)(
    "%s: the removal is complete, or can be done again",
    async (edit, request, isFilled) => {
      for (let k = 1; ; k++) {
        await open(isFilled);
        const { id } = done(await writeTable(request, US_DOLLAR));
        removing = true;
        const { outcome, happened } = await during(k, edit, () => removeTable(id));
        if (!happened) break;
        unprotect();
        if (!outcome.ok) {
          expect(outcome.fault.kind).toMatch(/^(protectedRemoval|protectedWorkbook|failed)$/);
          done(await removeTable(id));
        }
        expect(await state(), `before round trip ${k}`).toEqual(await editedState(edit, isFilled));
      }
    },
  );

  test("deletes the new sheet: the removal finishes all the same", async () => {
    for (const k of [1, 2, 3]) {
      await open(false);
      const before = await state();
      const { id } = done(await writeTable(REQUEST, US_DOLLAR));
      await afterLastRun();
      beforeBatch = (batch) => {
        if (batch === k) workbook.grid.deleteSheet(sheetId("Cost table"));
      };
      const removed = await removeTable(id);
      beforeBatch = undefined;
      expect(removed, `before round trip ${k}`).toEqual({
        ok: true,
        value: { areRulesInParts: false },
      });
      expect(await state()).toEqual(before);
    }
  });
});

describe("two co-authors who build at the same moment", () => {
  test("neither takes the other's table for a part of his own", async () => {
    const other = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    const both = await Promise.all([
      writeTable(REQUEST, US_DOLLAR),
      writeTable(REQUEST, US_DOLLAR),
    ]);
    const written = both.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
    const refused = both.flatMap((outcome) => (outcome.ok ? [] : [outcome.fault.kind]));
    expect([written.length, refused]).toEqual([1, ["nameTaken"]]);
    expect(done(await listTables())).toHaveLength(1);
    expect(await other.readCell("Cost table", "B5")).toBe(400_000);
    other.close();
  });
});
