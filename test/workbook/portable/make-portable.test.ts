import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { freezeOurs } from "../../../src/workbook/portable/freeze";
import { lookPortable, type ScopeKind } from "../../../src/workbook/portable/look-portable";
import { makePortable } from "../../../src/workbook/portable/make-portable";
import { restoreOurs } from "../../../src/workbook/portable/restore-ours";
import { EXHAUSTIVE } from "../../support/exhaustive";
import type { LocalWorkbook } from "../../support/local-workbook";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { listTables } from "../read";
import { snapshot } from "../snapshot";

const MADE_ON = "28 November 2026";

const BANDS = [
  ["Threshold", "Discount"],
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
];

let workbook: LocalWorkbook;
const saboteur = new FaultInjector();
/** Counts from the first batch on, so that all changes are those of later ones. */
const restoring = new FaultInjector("");

const put = (sheet: string, address: string, rows: readonly (readonly (string | number)[])[]) =>
  workbook.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).formulas = rows.map((row) => [
      ...row,
    ]);
    await context.sync();
  });

/** A table of costs, with usage down column D and commitments along row 1, and cells of their own beside it. */
const TABLE = [2, 3, 4].map((row) =>
  ["E", "F"].map((column) => `=COMMIT.EFFECTIVE_COST($D${row},${column}$1,Bands)`),
);
const OWN = [
  ["=COMMIT.EFFECTIVE_COST(D2,E1,Bands)"],
  ["=IF(D2>0,COMMIT.BAND_RATE(E1,Bands),0)"],
  ["=_xldudf_COMMIT_BAND_RATE(F1,$A$1:$B$4)"],
  ["=COMMIT.FUTURE(F1)"],
  ["=D2*2"],
];

async function open(): Promise<void> {
  workbook = await openForWorkbookCode({
    ...UNCALCULATED,
    registerFunctions: false,
    beforeAction(...action) {
      saboteur.beforeAction(...action);
      restoring.beforeAction(...action);
    },
  });
  await put("Sheet1", "A1:B4", BANDS);
  await put("Sheet1", "D1:F1", [["", 250_000, 500_000]]);
  await put("Sheet1", "D2:D4", [[100_000], [600_000], [1_200_000]]);
  await put("Sheet1", "E2:F4", TABLE);
  await put("Sheet1", "H1:H5", OWN);
  await workbook.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    context.workbook.names.add("Bands", sheet.getRange("A1:B4"));
    sheet.getRange("E2:F4").numberFormat = Array.from({ length: 3 }, () => ["0.00", "0.00"]);
    await context.sync();
  });
}

beforeEach(open);
afterEach(() => {
  saboteur.disarm();
  restoring.disarm();
  workbook.close();
});

/** Rows of ten costs each. */
const ROWS = EXHAUSTIVE ? 1000 : 100;

/** More changes than any of these writes makes: a loop that gets there never ends. */
const MOST_CHANGES = 100;

async function freeze() {
  return freezeOurs(done(await lookPortable("workbook")), MADE_ON);
}

async function make(kind: ScopeKind = "workbook") {
  return makePortable(done(await lookPortable(kind)), MADE_ON, US_DOLLAR);
}

const formulasOf = (sheet: string, address: string) =>
  workbook.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load("formulas");
    await context.sync();
    return range.formulas as string[][];
  });

describe("makePortable()", () => {
  test("changes our formulas alone, and says what stays", async () => {
    const look = done(await lookPortable("workbook"));
    expect(look.plan.changes).toHaveLength(9);
    expect(look.plan.kept.map(({ place }) => place.row)).toEqual([4]);
    expect(done(await makePortable(look, MADE_ON, US_DOLLAR))).toMatchObject({
      ...{ sheet: "Workings", changed: 9, kept: [] },
    });
    const formulas = await formulasOf("Sheet1", "A1:H5");
    expect(formulas.flat().filter((one) => /COMMIT/.test(String(one)))).toEqual([
      "=COMMIT.FUTURE(F1)",
    ]);
    expect(formulas.map((row) => row[7]).slice(1)).toEqual([
      expect.stringMatching(/^=IF\(D2>0,Workings!\$B\$\d+,0\)$/),
      expect.stringMatching(/^=Workings!\$F\$\d+$/),
      ...["=COMMIT.FUTURE(F1)", "=D2*2"],
    ]);
    expect(done(await listTables())).toMatchObject([
      {
        title: "Formulas made portable",
        sheet: "Workings",
        holdsFormulas: "portable",
        complete: true,
      },
    ]);
  });

  test("takes text that reads as a formula for text", async () => {
    await put("Sheet1", "H1:H5", [
      ["'=COMMIT.BAND_RATE(E1,Bands)"],
      ["'=COMMIT.EFFECTIVE_COST(D2,E1,Bands)+1"],
      ...[[""], [""], ["=D2*2"]],
    ]);
    const { plan } = done(await lookPortable("workbook"));
    expect(plan.changes.map(({ place }) => place.column)).not.toContain(8);
  });

  test(`takes at most four round trips for ${ROWS * 10} cells`, async () => {
    const rows = Array.from({ length: ROWS }, (_, row) =>
      Array.from(
        { length: 10 },
        (__, column) => `=COMMIT.EFFECTIVE_COST($D${row + 12},${"EFGHIJKLMN"[column]}$11,Bands)`,
      ),
    );
    await put("Sheet1", "E11:N11", [Array.from({ length: 10 }, (_, at) => 50_000 * (at + 1))]);
    await put(
      "Sheet1",
      `D12:D${ROWS + 11}`,
      rows.map((_, at) => [1000 * at]),
    );
    await put("Sheet1", `E12:N${ROWS + 11}`, rows);
    const look = done(await lookPortable("workbook"));
    const before = workbook.trace.batches;
    expect(done(await makePortable(look, MADE_ON, US_DOLLAR)).changed).toBe(ROWS * 10 + 9);
    expect(workbook.trace.batches - before).toBeLessThanOrEqual(4);
  });

  test.each(["workbook", "sheet", "cells"] as const)(
    "with a fault on the way leaves the workbook as it was: %s",
    async (kind) => {
      await workbook.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("E2:H3").select();
        await context.sync();
      });
      expect(await failsWithoutTrace(workbook, saboteur, () => make(kind))).toBeGreaterThan(1);
    },
  );

  test.each([
    ["made portable", () => make()],
    ["frozen", () => freeze()],
  ] as const)("with a fault while cells change leaves them as they were: %s", async (_, write) => {
    const before = await snapshot(workbook);
    for (let at = 0; at < MOST_CHANGES; at++) {
      saboteur.arm(() => false, at);
      const outcome = await write();
      const { hasFailed } = saboteur;
      saboteur.disarm();
      if (!hasFailed) return expect(at).toBeGreaterThan(1);
      expect(outcome, `change ${at}`).toMatchObject({ ok: false, fault: { kind: "failed" } });
      expect(await snapshot(workbook), `change ${at}`).toEqual(before);
    }
    expect.unreachable();
  });

  test("writes workings that are too large for one round trip in parts, whole or not at all", async () => {
    const inParts = async () =>
      makePortable(done(await lookPortable("workbook")), MADE_ON, US_DOLLAR, undefined, 4000);
    const { id } = done(await make());
    const whole = await formulasOf("Workings", "A1:M120");
    done(await restoreOurs(id));
    const before = workbook.trace.batches;
    const parts = done(await inParts());
    expect(workbook.trace.batches - before).toBeGreaterThan(8);
    expect([parts.changed, parts.kept]).toEqual([9, []]);
    expect(await formulasOf("Workings", "A1:M120")).toEqual(whole);
    done(await restoreOurs(parts.id));
    expect(await failsWithoutTrace(workbook, saboteur, inParts)).toBeGreaterThan(1);
    const asItWas = await snapshot(workbook);
    for (let at = 0; at < MOST_CHANGES; at += EXHAUSTIVE ? 1 : 7) {
      saboteur.arm(() => false, at);
      const outcome = await inParts();
      const { hasFailed } = saboteur;
      saboteur.disarm();
      if (!hasFailed) break;
      expect(outcome, `change ${at}`).toMatchObject({ ok: false });
      expect(await snapshot(workbook), `change ${at}`).toEqual(asItWas);
    }
  });

  test("refuses what changed since it was looked at", async () => {
    const look = done(await lookPortable("workbook"));
    workbook.setCell("Sheet1", "A3", 300_000);
    const before = await snapshot(workbook);
    expect(await makePortable(look, MADE_ON, US_DOLLAR)).toEqual({
      ok: false,
      fault: { kind: "changedSinceLook", sheet: "Sheet1" },
    });
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("refuses where Excel calculates only when asked", async () => {
    workbook.host.calculationMode = "Manual";
    expect(await lookPortable("workbook")).toEqual({
      ok: false,
      fault: { kind: "manualCalculation" },
    });
  });

  test("leaves a protected sheet, and refuses one that was protected since", async () => {
    const look = done(await lookPortable("workbook"));
    await workbook.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").protection.protect();
      await context.sync();
    });
    expect(await makePortable(look, MADE_ON, US_DOLLAR)).toMatchObject({
      fault: { kind: "changedSinceLook" },
    });
    expect(done(await lookPortable("workbook")).plan).toMatchObject({
      changes: [],
      protectedSheets: [{ sheet: "Sheet1", cells: 10 }],
    });
  });
});

describe("restoreOurs()", () => {
  test("puts every formula back to the letter, and leaves nothing", async () => {
    const before = await snapshot(workbook);
    const { id } = done(await make());
    expect(await snapshot(workbook)).not.toEqual(before);
    expect(done(await restoreOurs(id))).toEqual({ changed: [], readers: [] });
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("after a sheet was renamed", async () => {
    const { id } = done(await make());
    await workbook.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").name = "My deal";
      context.workbook.worksheets.getItem("Workings").name = "How it is worked out";
      await context.sync();
    });
    const restored = done(await restoreOurs(id));
    expect(restored.readers).toEqual([]);
    expect(await formulasOf("My deal", "E2:F4")).toEqual(TABLE);
    expect(await formulasOf("My deal", "H1:H5")).toEqual(OWN);
  });

  test("keeps what was changed since, and says which cells", async () => {
    const { id } = done(await make());
    workbook.setCell("Sheet1", "E3", 5);
    expect(done(await restoreOurs(id))).toEqual({ changed: ["Sheet1!E3"], readers: [] });
    expect((await formulasOf("Sheet1", "E2:F4")).flat()).toEqual(
      TABLE.flat().map((one, at) => (at === 2 ? 5 : one)),
    );
  });

  test("keeps the workings where another cell reads them, until it no longer does", async () => {
    const before = await snapshot(workbook);
    const { id } = done(await make());
    workbook.setCell("Sheet1", "J1", "=Workings!B5*2");
    expect(done(await restoreOurs(id))).toEqual({ changed: [], readers: ["Sheet1!J1"] });
    expect(await formulasOf("Sheet1", "H1:H5")).toEqual(OWN);
    workbook.setCell("Sheet1", "J1", null);
    expect(done(await restoreOurs(id))).toEqual({ changed: [], readers: [] });
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("changes nothing where rows were added, since formulas would read other cells", async () => {
    const { id } = done(await make());
    await workbook.Excel.run(async (context) => {
      const name = context.workbook.names.getItem(`${`Bandwise_${id}`.replace(" ", "_")}_cells_1`);
      name.formula = "=Sheet1!$E$2:$H$6";
      await context.sync();
    });
    const before = await snapshot(workbook);
    expect(await restoreOurs(id)).toMatchObject({
      fault: { kind: "formulasMoved", sheet: "Sheet1", address: "A1:H4" },
    });
    expect(await snapshot(workbook)).toEqual(before);
  });

  test.each([
    ["made portable", () => make()],
    ["frozen", () => freeze()],
  ] as const)("with a fault at any change can be done again: %s", async (_, write) => {
    const before = await snapshot(workbook);
    for (let at = 0; at < MOST_CHANGES; at++) {
      const { id } = done<{ readonly id: string }>(await write());
      restoring.arm(() => false, at);
      const restored = await restoreOurs(id);
      const { hasFailed } = restoring;
      restoring.disarm();
      if (!restored.ok) done(await restoreOurs(id));
      expect(await snapshot(workbook), `change ${at}`).toEqual(before);
      if (!hasFailed) return expect(at).toBeGreaterThan(4);
    }
    expect.unreachable();
  });
});

describe("freezeOurs()", () => {
  test("gives cells their values, and keeps what each was", async () => {
    const before = await snapshot(workbook);
    workbook.setCell("Sheet1", "H1", "=B3");
    workbook.setCell("Sheet1", "H2", null);
    const changed = await snapshot(workbook);
    const { id, sheet, plan } = done(await freeze());
    expect(plan).toMatchObject({ formulas: 8, kept: [] });
    const formulas = await formulasOf("Sheet1", "E2:H5");
    expect(formulas.flat().filter((one) => /COMMIT/.test(String(one)))).toEqual([]);
    const [headings, first] = (await formulasOf(sheet, "A4:E6")) as readonly unknown[][];
    expect(headings).toEqual(["Sheet", "Cell", "Value", "Formula that it was", "What it read"]);
    expect(first).toEqual([
      ...["Sheet1", "E2", 0, "=COMMIT.EFFECTIVE_COST($D2,E$1,Bands)", "$D2; E$1; Bands"],
    ]);
    expect(done(await listTables())).toMatchObject([{ sheet, holdsFormulas: "frozen" }]);
    expect(done(await restoreOurs(id))).toEqual({ changed: [], readers: [] });
    expect(await snapshot(workbook)).toEqual(changed);
    expect(changed).not.toEqual(before);
  });

  test("with a fault on the way leaves the workbook as it was", async () => {
    expect(await failsWithoutTrace(workbook, saboteur, freeze)).toBeGreaterThan(1);
  });
});
