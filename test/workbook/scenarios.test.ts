import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import type { ScenarioToWrite } from "../../src/deal/scenario-to-write";
import { describeFault } from "../../src/workbook/excel/outcome";
import { removeTable } from "../../src/workbook/journal/roll-back";
import {
  addScenario,
  changeScenario,
  deleteScenario,
  duplicateScenario,
  restoreScenario,
  showScenario,
} from "../../src/workbook/scenarios/change-scenarios";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import type { LocalWorkbook } from "../support/local-workbook";
import { done, openForWorkbookCode } from "./open";
import { listTables, readScenarios } from "./read";
import { snapshot } from "./snapshot";

let workbook: LocalWorkbook;
beforeEach(async () => {
  workbook = await openForWorkbookCode();
});
afterEach(() => workbook.close());

const BASE: ScenarioToWrite = {
  name: "Base",
  commitmentUsd: 480_000,
  usageUsd: 700_000,
  forecast: { kind: "certain" },
  bands: "",
  terms: "",
  notes: "",
};
const POINTS: ScenarioToWrite = {
  ...BASE,
  name: "Bold",
  commitmentUsd: 500_000,
  usageUsd: null,
  forecast: {
    kind: "labelled",
    forecast: { kind: "points", lowUsd: 3e5, likelyUsd: 5.5e5, highUsd: 1.1e6 },
    distribution: undefined,
  },
  notes: "=as the vendor said",
};

async function scenarios() {
  const table = done(await readScenarios());
  if (!table) throw new Error("there are no scenarios");
  return table;
}

const names = async () => (await scenarios()).rows.map(({ name }) => name);

function faultOf(outcome: Awaited<ReturnType<typeof changeScenario>>): string {
  return outcome.ok ? "none" : describeFault(outcome.fault);
}

describe("the table of scenarios", () => {
  test("is made with the first scenario: a heading, what each column is for, inputs, a name", async () => {
    expect(done(await readScenarios())).toBe(null);
    done(await addScenario(BASE, US_DOLLAR));
    const [title, note, , meanings, headings, row] = await workbook.readCells("Scenarios", "A1:Q6");
    expect(title?.[0]).toBe("Scenarios");
    expect(note?.[0]).toMatch(/^One row is one deal that you consider\./);
    expect(meanings?.every((meaning) => /^.+\n.+\.$/.test(String(meaning)))).toBe(true);
    expect(headings).toEqual(
      "Name,Commitment,Usage,Distribution,Low,Mode,High,Mean,CV,P10,P90,Usage cells,Bands,Terms,Notes,From,Date".split(
        ",",
      ),
    );
    expect(row?.slice(0, 4)).toEqual(["Base", 480_000, 700_000, null]);
    expect(workbook.grid.tables()).toMatchObject([{ name: "DealScenarios" }]);
    const id = workbook.grid.sheets().find(({ name }) => name === "Scenarios")?.id ?? "";
    expect(workbook.grid.namedStyle(id, 5, 1)).toBe("Input");
    workbook.setCell("Sheet1", "A1", "=ROWS(ScenarioList)");
    expect(await workbook.readCell("Sheet1", "A1")).toBe(2);
  });

  test("gets other names where these are taken", async () => {
    await workbook.Excel.run(async (context) => {
      const { names: all, worksheets } = context.workbook;
      worksheets.add("Scenarios");
      all.add("DealScenarios", "=1");
      all.add("ScenarioList", worksheets.getItem("Sheet1").getRange("A1:A3"));
      await context.sync();
    });
    expect(done(await readScenarios())).toBe(null);
    done(await addScenario(BASE, US_DOLLAR));
    expect(await scenarios()).toMatchObject({ sheet: "Scenarios 2", shown: "Base" });
    expect(workbook.grid.tables()).toMatchObject([{ name: "DealScenarios_2" }]);
  });

  test("has a row for each scenario, read with where its cells are", async () => {
    done(await addScenario(BASE, US_DOLLAR));
    done(await addScenario(POINTS, US_DOLLAR));
    const { rows, shown, address } = await scenarios();
    expect([address, shown]).toEqual(["A5:Q7", "Bold"]);
    expect(rows[1]).toMatchObject({
      name: "Bold",
      index: 1,
      row: 7,
      addresses: { Commitment: "Scenarios!$B$7" },
      values: { Commitment: 500_000, Usage: "", Notes: expect.stringContaining("=as the vendor") },
      forecast: { reference: "IF({1;0},Scenarios!$D$5:$K$5,Scenarios!$D$7:$K$7)" },
    });
    expect(rows[0]?.forecast).toBe(null);
    workbook.setCell("Sheet1", "A1", `=COMMIT.FORECAST_MEAN(${rows[1]?.forecast?.reference})`);
    expect(await workbook.readCell("Sheet1", "A1")).toBe(600_000);
  });

  test("is read by its headings, wherever a user moved them, in any order of rows", async () => {
    done(await addScenario(BASE, US_DOLLAR));
    workbook.setCell("Scenarios", "A5", "commitment");
    workbook.setCell("Scenarios", "B5", "Name");
    workbook.setCell("Scenarios", "A6", 250_000);
    workbook.setCell("Scenarios", "B6", "Swapped");
    const [row] = (await scenarios()).rows;
    expect([row?.name, row?.values.Commitment]).toEqual(["Swapped", 250_000]);
    done(await changeScenario("swapped", { ...BASE, name: "Swapped", commitmentUsd: 300_000 }));
    expect(await workbook.readCells("Scenarios", "A6:B6")).toEqual([[300_000, "Swapped"]]);
  });

  test("keeps a user's own column", async () => {
    done(await addScenario(BASE, US_DOLLAR));
    workbook.setCell("Scenarios", "O5", "Owner");
    workbook.setCell("Scenarios", "O6", "Ada");
    done(await changeScenario("Base", { ...BASE, commitmentUsd: 1 }));
    done(await duplicateScenario("Base"));
    expect((await workbook.readCells("Scenarios", "O6:O7")).flat()).toEqual(["Ada", "Ada"]);
  });

  test("holds who offers a scenario and when, as a date of Excel", async () => {
    const round = { from: "=Acme", day: 46_338 };
    done(await addScenario({ ...BASE, round }, US_DOLLAR));
    done(await addScenario({ ...POINTS, round: { from: "us", day: 46_340 } }, US_DOLLAR));
    const { rows } = await scenarios();
    expect(rows.map(({ values }) => [String(values.From).trim(), values.Date])).toEqual([
      ["=Acme", 46_338],
      ["us", 46_340],
    ]);
    done(await changeScenario("Base", BASE));
    expect(await workbook.readCells("Scenarios", "P6:Q6")).toEqual([[null, null]]);
  });

  test("made before rounds refuses one, says which column to add, and then takes it", async () => {
    done(await addScenario(BASE, US_DOLLAR));
    workbook.setCell("Scenarios", "Q5", "Owner");
    const before = await workbook.readCells("Scenarios", "A5:Q7");
    const round = { from: "", day: 46_338 };
    expect(faultOf(await addScenario({ ...POINTS, round }, US_DOLLAR))).toBe(
      "The table of scenarios in Scenarios!A5:Q6 has no column headed Date, so that would be lost. Nothing was changed: type Date into the cell right of its last heading, and save again.",
    );
    expect(faultOf(await changeScenario("Base", { ...BASE, round }))).toMatch(/headed Date/);
    expect(await workbook.readCells("Scenarios", "A5:Q7")).toEqual(before);
    done(await addScenario(POINTS, US_DOLLAR));
    workbook.setCell("Scenarios", "Q5", "Date");
    done(await changeScenario("Base", { ...BASE, round }));
    expect((await scenarios()).rows[0]?.values.Date).toBe(46_338);
  });

  test("tells a reference that means nothing with its row, and reads all others", async () => {
    done(await insertExample(US_DOLLAR));
    done(await addScenario({ ...BASE, bands: "Nowhere!A1:B3" }, US_DOLLAR));
    done(await addScenario({ ...BASE, name: "Odd", bands: "XYZ1" }, US_DOLLAR));
    done(
      await addScenario(
        { ...BASE, name: "Good", bands: "DealBands", terms: "Deal!A12:B16" },
        US_DOLLAR,
      ),
    );
    const { rows } = await scenarios();
    expect(rows.map(({ found }) => found.Bands)).toMatchObject([
      { kind: "refused", fault: { kind: "noSuchSheet", sheet: "Nowhere" } },
      { kind: "refused", fault: { kind: "nothingCalled", name: "XYZ1" } },
      { kind: "cells", reference: "DealBands[#All]" },
    ]);
    expect(rows[2]?.found.Terms).toMatchObject({ reference: "Deal!$A$12:$B$16" });
  });

  test("reads a quoted sheet although Excel took the first apostrophe", async () => {
    await workbook.Excel.run(async (context) => {
      context.workbook.worksheets.add("My sheet").getRange("A1:B2").values = [
        [0, 0],
        [100, 0.1],
      ];
      await context.sync();
    });
    done(await addScenario({ ...BASE, bands: "'My sheet'!A1:B2" }, US_DOLLAR));
    done(await addScenario({ ...BASE, name: "Typed" }, US_DOLLAR));
    workbook.setCell("Scenarios", "M7", "My sheet'!A1:B2");
    const { rows } = await scenarios();
    for (const { found } of rows)
      expect(found.Bands).toMatchObject({ reference: "'My sheet'!$A$1:$B$2" });
  });

  test("skips blank rows, and says that a table without names tells none apart", async () => {
    done(await addScenario(BASE, US_DOLLAR));
    done(await addScenario(POINTS, US_DOLLAR));
    for (const column of "ABC") workbook.setCell("Scenarios", `${column}6`, "");
    expect(await names()).toEqual(["Bold"]);
    workbook.setCell("Scenarios", "A5", "Scenario");
    const read = await readScenarios();
    expect(read.ok ? "" : describeFault(read.fault)).toBe(
      "The table of scenarios in Scenarios!A5:Q7 has no column headed Name, so no scenario can be told from another. Head a column Name again.",
    );
  });

  test("is listed, and removed with everything made for it", async () => {
    const before = await snapshot(workbook);
    done(await addScenario(BASE, US_DOLLAR));
    done(await addScenario(POINTS, US_DOLLAR));
    const [table] = done(await listTables());
    expect(table).toMatchObject({
      title: "Scenarios",
      sheet: "Scenarios",
      address: "A5:Q7",
      holdsScenarios: true,
    });
    done(await removeTable(table?.id ?? ""));
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("leaves what a user put beside it when it is removed", async () => {
    done(await addScenario(BASE, US_DOLLAR));
    workbook.setCell("Scenarios", "R2", "mine");
    const [table] = done(await listTables());
    done(await removeTable(table?.id ?? ""));
    expect(await workbook.readCell("Scenarios", "R2")).toBe("mine");
    expect(await workbook.readCell("Scenarios", "A1")).toBe(null);
    expect(workbook.grid.tables()).toEqual([]);
    expect(done(await readScenarios())).toBe(null);
  });
});

describe("a scenario", () => {
  test("is changed in the cells that differ, and followed to another name", async () => {
    done(await addScenario(BASE, US_DOLLAR));
    workbook.setCell("Scenarios", "C6", "=350000*2");
    done(await changeScenario("Base", { ...BASE, name: "May 2026", commitmentUsd: null }));
    expect(await workbook.readCells("Scenarios", "A6:C6")).toEqual([["May 2026", null, 700_000]]);
    const id = workbook.grid.sheets().find(({ name }) => name === "Scenarios")?.id ?? "";
    const usage = { row: 5, col: 2, rows: 1, cols: 1 };
    expect(workbook.grid.formulas(id, usage)).toEqual([["=350000*2"]]);
    expect((await scenarios()).shown).toBe("May 2026");
  });

  test("is copied into the row below it, formulas and all", async () => {
    done(await addScenario(BASE, US_DOLLAR));
    done(await addScenario(POINTS, US_DOLLAR));
    workbook.setCell("Scenarios", "B6", "=240000*2");
    expect(done(await duplicateScenario("Base"))).toBe("Base 2");
    expect(await names()).toEqual(["Base", "Base 2", "Bold"]);
    const { rows, shown } = await scenarios();
    expect(rows[1]?.values).toMatchObject({ Commitment: 480_000, Usage: 700_000 });
    expect(shown).toBe("Base 2");
  });

  test("is deleted, and put back where it was", async () => {
    for (const name of ["A", "B", "C"])
      done(await addScenario({ ...BASE, name, notes: `of ${name}` }, US_DOLLAR));
    done(await showScenario("B"));
    const before = await workbook.readCells("Scenarios", "A5:Q8");
    const deleted = done(await deleteScenario("b"));
    expect(await names()).toEqual(["A", "C"]);
    expect((await scenarios()).shown).toBe(null);
    done(await restoreScenario(deleted));
    expect(await workbook.readCells("Scenarios", "A5:Q8")).toEqual(before);
    expect((await scenarios()).shown).toBe("B");
  });

  test("may be the last to go: its row stays blank, for the next one or for itself", async () => {
    done(await addScenario(BASE, US_DOLLAR));
    const deleted = done(await deleteScenario("Base"));
    expect((await scenarios()).rows).toEqual([]);
    done(await restoreScenario(deleted));
    expect((await scenarios()).address).toBe("A5:Q6");
    expect(await names()).toEqual(["Base"]);
  });

  test("is refused under a name that is taken, and where it is gone", async () => {
    done(await addScenario(BASE, US_DOLLAR));
    done(await addScenario(POINTS, US_DOLLAR));
    expect(faultOf(await addScenario({ ...BASE, name: "base" }, US_DOLLAR))).toBe(
      "There is a scenario called base already. Nothing was changed; give another name.",
    );
    expect(faultOf(await changeScenario("Bold", { ...POINTS, name: "Base" }))).toMatch(/already/);
    expect(faultOf(await changeScenario("Gone", BASE))).toBe(
      "There is no scenario called Gone any more. Nothing was changed.",
    );
  });

  test("stays as it is on a protected sheet", async () => {
    done(await addScenario(BASE, US_DOLLAR));
    const id = workbook.grid.sheets().find(({ name }) => name === "Scenarios")?.id ?? "";
    workbook.grid.protect(id, true);
    for (const outcome of [
      await addScenario(POINTS, US_DOLLAR),
      await changeScenario("Base", { ...BASE, name: "Other" }),
    ])
      expect(faultOf(outcome)).toBe(
        "Scenarios is protected, so its scenarios cannot be changed. Nothing was changed; unprotect it in Review.",
      );
    expect(await names()).toEqual(["Base"]);
  });

  test("cannot be the first in a protected workbook", async () => {
    workbook.host.isStructureProtected = true;
    expect(faultOf(await addScenario(BASE, US_DOLLAR))).toMatch(
      /structure of this workbook is protected/,
    );
  });

  test("is shown until another one is, or the deal", async () => {
    done(await addScenario(BASE, US_DOLLAR));
    done(await showScenario(null));
    expect((await scenarios()).shown).toBe(null);
    done(await showScenario("BASE"));
    expect((await scenarios()).shown).toBe("Base");
  });
});
