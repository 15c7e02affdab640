import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { type Place, type Target, writeSheet } from "../../../src/workbook/journal/write-sheet";
import { listTables } from "../../../src/workbook/journal/written";
import type { LocalWorkbook } from "../../support/local-workbook";
import { EVERY_CHANGE, FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode } from "../open";
import { snapshot } from "../snapshot";

const EXTRA_NAME = "FiveBlocks";
const CHART = "Chart of five blocks";
const SETTING = "FiveBlocks";
const FORMER = "before";

let workbook: LocalWorkbook;
const saboteur = new FaultInjector();
/** Counts from the first batch on, so that all changes are those of later ones. */
const removal = new FaultInjector("");

beforeEach(async () => {
  workbook = await openForWorkbookCode({
    registerFunctions: false,
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

/** Writes five blocks, each with a kind of change of its own: words, inputs, results, what follows them, and a chart. */
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
          title: "Five blocks",
          names: [known.freeName(EXTRA_NAME)],
          settings: { [SETTING]: "after" },
          undo: [{ kind: "restoreSetting", key: SETTING, value: FORMER }],
          ...(kind === "newSheet" && { sheetHolds: { chart: CHART } }),
          put: (target) => putFiveBlocks(target, kind),
        }),
      });
    },
  });
}

function putFiveBlocks({ workbook: excel, sheet, block }: Target, kind: PlaceKind): void {
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
  excel.names.add(EXTRA_NAME, results);
  block.getColumn(3).format.columnWidth = 200;
  if (kind === "userSheet") return;
  sheet.charts.add("XYScatterLinesNoMarkers", results, "Columns").name = CHART;
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
