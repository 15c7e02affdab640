import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rewriteSheet, type WrittenPlace } from "../../../src/workbook/journal/rewrite-sheet";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import {
  type Place,
  type SheetContent,
  type Target,
  writeSheet,
} from "../../../src/workbook/journal/write-sheet";
import type { LocalWorkbook } from "../../support/local-workbook";
import { captureWorkbook } from "../../support/workbook-files";
import { EVERY_CHANGE, FaultInjector, failAtEach, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { listTables } from "../read";
import { snapshot } from "../snapshot";

const EXTRA_NAME = "FiveBlocks";
const CELL = { row: 2, rows: 3, columns: 1 };
const DRAWN = {
  name: "Chart of five blocks",
  across: { ...CELL, column: 1 },
  lines: [{ name: "Line", values: { ...CELL, column: 2 } }],
};
const SETTING = "FiveBlocks";
const FORMER = "before";

let workbook: LocalWorkbook;
const saboteur = new FaultInjector();
/** Counts from the first batch on, so that all changes are those of later ones. */
const removal = new FaultInjector("");

beforeEach(async () => {
  workbook = await openForWorkbookCode({
    ...UNCALCULATED,
    beforeAction(...action) {
      saboteur.beforeAction(...action);
      removal.beforeAction(...action);
    },
  });
  await workbook.Excel.run(async (context) => {
    const { settings, worksheets } = context.workbook;
    settings.add(SETTING, FORMER);
    const sheet = worksheets.getItem("Sheet1");
    sheet.getRange("A1").formulas = [["=B2*2"]];
    sheet.getRange("B2:C3").values = [
      [12, "note"],
      ["", "007"],
    ];
    sheet.getRange("B2").format.fill.color = "#00FF00";
    sheet.getRange("C2:C3").numberFormat = [["0.00"], ["@"]];
    sheet.getRange("D4:E4").merge(false);
    sheet.getRange("B2:C3").conditionalFormats.add("Custom").custom.rule.formula = "=B2>1";
    sheet.activate();
    await context.sync();
  });
});
afterEach(() => {
  saboteur.disarm();
  removal.disarm();
  workbook.close();
});

/** More than any of these writes makes: a loop that gets there never ends. */
const MOST_CHANGES = 100;

type PlaceKind = Place["kind"];
const PLACES: readonly PlaceKind[] = ["newSheet", "userSheet"];

/** Five blocks, each with a kind of change of its own: words, inputs, results, what follows them, and a chart. */
function fiveBlocks(extraName: string, isOwnSheet: boolean): SheetContent {
  return {
    title: "Five blocks",
    names: [extraName],
    ...(isOwnSheet && { chart: DRAWN }),
    put: (target) => putFiveBlocks(target, isOwnSheet),
  };
}

function writeFiveBlocks(kind: PlaceKind) {
  return writeSheet({
    kind: "table",
    plan(excel) {
      const sheet = excel.worksheets.getItem("Sheet1");
      sheet.load("id,name");
      return (known) => ({
        place:
          kind === "newSheet"
            ? { kind, name: "Five" }
            : { kind, sheet, row: 1, column: 1, agreedCells: 3 },
        rows: 8,
        columns: 4,
        content: () => ({
          ...fiveBlocks(known.freeName(EXTRA_NAME), kind === "newSheet"),
          settings: { [SETTING]: "after" },
          undo: [{ kind: "restoreSetting", key: SETTING, value: FORMER }],
        }),
      });
    },
  });
}

function putFiveBlocks(
  { workbook: excel, sheet, block, madeNames, hasChart }: Target,
  isOwnSheet: boolean,
): void {
  const title = block.getCell(0, 0);
  title.values = [["Five blocks"]];
  title.style = "Heading1";
  const inputs = block.getCell(2, 0).getResizedRange(2, 0);
  inputs.values = [[1], [2], [3]];
  inputs.numberFormat = [["0.0"], ["0.0"], ["0.0"]];
  inputs.dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
  const results = block.getCell(2, 1).getResizedRange(2, 1);
  results.formulas = [
    ["=1+1", "=2+2"],
    ["=3+3", 4],
    ["=5+5", 6],
  ];
  results.format.font.bold = true;
  results.conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
  for (const name of madeNames) excel.names.add(name, results);
  block.getColumn(3).format.columnWidth = 200;
  if (!isOwnSheet || hasChart) return;
  const chart = sheet.charts.add("XYScatterLinesNoMarkers", results, "Columns");
  chart.name = DRAWN.name;
  chart.series.getItemAt(0).name = "Line";
  sheet.showGridlines = false;
}

describe("writeSheet()", () => {
  test.each(PLACES)(
    "with a fault at any change leaves the workbook as it was: %s",
    async (kind) => {
      const faults = await failsWithoutTrace(
        workbook,
        saboteur,
        () => writeFiveBlocks(kind),
        EVERY_CHANGE,
      );
      expect(faults).toBeGreaterThan(15);
    },
  );

  test.each(PLACES)(
    "with a fault that stops its repair too keeps the record, by which it can be removed: %s",
    async (kind) => {
      const before = await snapshot(workbook);
      // A fault at the first change leaves nothing that needs a repair.
      for (let at = 1; at < MOST_CHANGES; at++) {
        saboteur.arm(({ index }) => index === at, "every action");
        const outcome = await writeFiveBlocks(kind);
        saboteur.disarm();
        if (outcome.ok) return expect(at).toBeGreaterThan(15);
        expect(outcome, `change ${at}`).toMatchObject({ fault: { kind: "notRestored" } });
        const [left] = done(await listTables());
        expect(left, `change ${at}`).toMatchObject({ title: "Five blocks", complete: false });
        done(await removeTable(left?.id ?? ""));
        expect(await snapshot(workbook), `change ${at}`).toEqual(before);
      }
      expect.unreachable();
    },
  );

  test.each(PLACES)(
    "with a fault at any change of the repair can be repaired again: %s",
    async (kind) => {
      const before = await snapshot(workbook);
      for (let at = 0; at < MOST_CHANGES; at++) {
        // As late as can be, so that there is most to repair.
        saboteur.arm(({ index, kind: one }) => index > 3 && one === "add.value", at);
        const outcome = await writeFiveBlocks(kind);
        saboteur.disarm();
        expect(outcome.ok).toBe(false);
        if (!outcome.ok && outcome.fault.kind === "failed") {
          expect(at).toBeGreaterThan(4);
          expect(await snapshot(workbook)).toEqual(before);
          return;
        }
        const [left] = done(await listTables());
        done(await removeTable(left?.id ?? ""));
        expect(await snapshot(workbook), `change ${at}`).toEqual(before);
      }
      expect.unreachable();
    },
  );
});

describe("removeTable()", () => {
  test.each(PLACES)("with a fault at any change can be done again: %s", async (kind) => {
    const before = await snapshot(workbook);
    for (let at = 0; at < MOST_CHANGES; at++) {
      const { id } = done(await writeFiveBlocks(kind));
      removal.arm(() => false, at);
      const removed = await removeTable(id);
      removal.disarm();
      if (!removal.hasFailed) {
        expect(at).toBeGreaterThan(4);
        expect(removed.ok).toBe(true);
        expect(await snapshot(workbook)).toEqual(before);
        return;
      }
      expect(removed, `change ${at}`).toMatchObject({ fault: { kind: "failed" } });
      done(await removeTable(id));
      expect(await snapshot(workbook), `change ${at}`).toEqual(before);
    }
    expect.unreachable();
  });
});

/** The same blocks with another title and a name more, in a row and a column more; their chart shows another line. */
function rewriteFiveBlocks(table: WrittenPlace) {
  return rewriteSheet(table, {
    rows: 9,
    columns: 5,
    content(_, isOwnSheet) {
      const drawn = { ...DRAWN, lines: [{ name: "Other", values: { ...CELL, column: 1 } }] };
      return {
        ...fiveBlocks("SixBlocks", isOwnSheet),
        title: "Six blocks",
        ...(isOwnSheet && { chart: drawn }),
        put(target) {
          putFiveBlocks(target, isOwnSheet);
          target.block.getCell(8, 4).values = [["grown"]];
        },
      };
    },
  });
}

describe("rewriteSheet()", () => {
  const now = async () => {
    const { sheets } = await captureWorkbook(workbook.host);
    return { ...(await snapshot(workbook)), charts: sheets.map(({ charts }) => charts) };
  };

  test.each(PLACES)(
    "with a fault at any change leaves the former block whole: %s",
    async (kind) => {
      const empty = await snapshot(workbook);
      const table = done(await writeFiveBlocks(kind));
      const before = await now();
      const rewrite = () => rewriteFiveBlocks(table);
      const check = async (outcome: Awaited<ReturnType<typeof rewrite>>, at: string) => {
        expect(outcome, at).toMatchObject({ ok: false, fault: { kind: "failed" } });
        expect(await now(), at).toEqual(before);
      };
      const { result, faults } = await failAtEach(saboteur, rewrite, check, EVERY_CHANGE);
      expect(faults).toBeGreaterThan(15);
      expect(done(result)).toMatchObject({ id: table.id, sheet: table.sheet, title: "Six blocks" });
      const [grown] = done(await listTables());
      expect(grown?.address).toBe(kind === "newSheet" ? "A1:E9" : "B2:F10");
      done(await removeTable(table.id));
      expect(await snapshot(workbook)).toEqual(empty);
    },
  );

  test.each(PLACES)(
    "with a fault while it ends is the former block or the new one: %s",
    async (kind) => {
      const empty = await snapshot(workbook);
      for (let at = 0; at < MOST_CHANGES; at++) {
        const table = done(await writeFiveBlocks(kind));
        const before = await now();
        saboteur.arm(() => false, at);
        const outcome = await rewriteFiveBlocks(table);
        const { hasFailed } = saboteur;
        saboteur.disarm();
        const [listed, ...others] = done(await listTables());
        expect(others).toEqual([]);
        expect(listed?.title).toBe(outcome.ok ? "Six blocks" : "Five blocks");
        if (!outcome.ok) expect(await now()).toEqual(before);
        expect(workbook.grid.sheets().filter(({ name }) => name.includes("backup"))).toHaveLength(
          kind === "newSheet" ? 0 : 1,
        );
        done(await removeTable(table.id));
        expect(await snapshot(workbook), `change ${at}`).toEqual(empty);
        if (!hasFailed) return expect(at).toBeGreaterThan(4);
      }
      expect.unreachable();
    },
  );

  test.each(PLACES)(
    "that stopped half way, its repair too, is removed with its block: %s",
    async (kind) => {
      const empty = await snapshot(workbook);
      const table = done(await writeFiveBlocks(kind));
      saboteur.arm(({ index }) => index === 12, "every action");
      expect(await rewriteFiveBlocks(table)).toMatchObject({ fault: { kind: "notRestored" } });
      saboteur.disarm();
      expect(done(await listTables())).toHaveLength(2);
      done(await removeTable(table.id));
      expect(done(await listTables())).toEqual([]);
      expect(await snapshot(workbook)).toEqual(empty);
    },
  );

  test.each(PLACES)("refuses to grow over cells that hold something: %s", async (kind) => {
    const table = done(await writeFiveBlocks(kind));
    const [sheet, cell] = kind === "newSheet" ? ["Five", "E3"] : ["Sheet1", "F3"];
    workbook.setCell(sheet, cell, "Mine");
    const before = await now();
    const fault = {
      kind: "noRoomToGrow",
      sheet,
      address: kind === "newSheet" ? "E1:E9" : "F2:F10",
    };
    expect(await rewriteFiveBlocks(table)).toEqual({ ok: false, fault });
    expect(await now()).toEqual(before);
  });
});
