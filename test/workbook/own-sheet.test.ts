import { afterEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { type ByInput, byInput } from "../../src/deal/deal-inputs";
import { CHOICE_KEY, chooseDeal, forgetChoice } from "../../src/workbook/deal/deal-choice";
import { readTypedCells } from "../../src/workbook/excel/find-cells";
import { readSelectedReference } from "../../src/workbook/excel/selection";
import { removeTable } from "../../src/workbook/journal/roll-back";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { writeTable } from "../../src/workbook/sheets/write-table";
import type { LocalWorkbook, LocalWorkbookOptions } from "../support/local-workbook";
import { agrees } from "../tolerance";
import { FaultInjector, failAtEach } from "./fault-injector";
import { done, openForWorkbookCode } from "./open";
import { readDeal } from "./read";
import { REQUEST } from "./request";
import { snapshot } from "./snapshot";

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

const OWN: ByInput<string> = {
  Bands: "'My sheet'!B2:D5",
  Terms: "My_terms",
  Usage: "'My sheet'!G2",
  Commitment: "'My sheet'!G3",
  Forecast: "",
  Schedule: "",
};

/** A sheet as somebody keeps one: bands away from the corner, terms under a name of theirs, amounts as text. */
async function openOwnSheet(options: LocalWorkbookOptions = {}): Promise<void> {
  workbook = await openForWorkbookCode(options);
  await workbook.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("My sheet");
    sheet.getRange("B2:D5").values = [
      ["From", "Off", "Name"],
      [0, 0, "Base"],
      ["250k", "10%", "First"],
      [1_000_000, 0.2, "Second"],
    ];
    sheet.getRange("B8:C9").values = [
      ["Basis", "net"],
      ["Overage", "committed"],
    ];
    sheet.getRange("F2:G3").values = [
      ["Usage", 600_000],
      ["Commitment", 300_000],
    ];
    context.workbook.names.add("My_terms", sheet.getRange("B8:C9"));
    sheet.activate();
    await context.sync();
  });
}

async function makeTable(name: string): Promise<void> {
  await workbook.Excel.run(async (context) => {
    const table = context.workbook.worksheets.getItem("My sheet").tables.add("B2:D5", true);
    table.name = name;
    await context.sync();
  });
}

function select(address: string): Promise<void> {
  return workbook.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("My sheet").getRange(address).select();
    await context.sync();
  });
}

describe("readTypedCells()", () => {
  test("finds addresses, tables with their headings and names, and changes nothing", async () => {
    await openOwnSheet();
    await makeTable("Offer");
    const before = await snapshot(workbook);
    const found = done(await readTypedCells({ ...OWN, Bands: "offer", Usage: "G2" }));
    expect(found.Bands).toMatchObject({ kind: "cells", reference: "Offer[#All]", isName: false });
    expect(found.Bands).toHaveProperty("cells.0.0", "From");
    expect(found.Terms).toMatchObject({ reference: "My_terms", isName: true });
    expect(found.Usage).toMatchObject({ reference: "'My sheet'!$G$2", cells: [[600_000]] });
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("says for each part why its text means no cells", async () => {
    await openOwnSheet();
    const found = done(
      await readTypedCells({
        Bands: "Offers",
        Terms: "Terms!A1:B4",
        Usage: "G2:G3",
        Commitment: "half a million",
        Forecast: "Outlook",
        Schedule: "",
      }),
    );
    expect(
      byInput((part) => (found[part].kind === "refused" ? found[part].fault.kind : "")),
    ).toEqual({
      Bands: "nothingCalled",
      Terms: "noSuchSheet",
      Usage: "notOneCell",
      Commitment: "notAReference",
      Forecast: "nothingCalled",
      Schedule: "",
    });
    const large = done(await readTypedCells({ ...OWN, Bands: "A1:Z1000" }));
    expect(large.Bands).toMatchObject({ kind: "refused", fault: { kind: "tooManyCells" } });
  });
});

describe("readSelectedReference()", () => {
  test("gives the selected cells, or the table that they are", async () => {
    await openOwnSheet();
    await select("B2:D5");
    expect(done(await readSelectedReference(true))).toBe("'My sheet'!B2:D5");
    await makeTable("Offer");
    expect(done(await readSelectedReference(true))).toBe("Offer");
    await select("B3:D5");
    expect(done(await readSelectedReference(true))).toBe("Offer");
    await select("C4");
    expect(done(await readSelectedReference(true))).toBe("Offer");
    expect(done(await readSelectedReference(false))).toBe("'My sheet'!C4");
    await select("B2:C5");
    expect(done(await readSelectedReference(true))).toBe("'My sheet'!B2:C5");
  });

  test("cuts whole columns to what is used of them", async () => {
    await openOwnSheet();
    await select("F:G");
    expect(done(await readSelectedReference(true))).toMatch(/^'My sheet'!F2:G\d$/);
  });
});

describe("chooseDeal()", () => {
  test("makes readDeal() follow the choice, before the names and across renames", async () => {
    await openOwnSheet();
    done(await insertExample(US_DOLLAR));
    done(await chooseDeal(OWN));
    expect(done(await readDeal())).toMatchObject({
      chosen: true,
      usage: 600_000,
      commitment: 300_000,
      references: {
        bands: "'My sheet'!$B$2:$D$5",
        terms: "My_terms",
        usage: "'My sheet'!$G$2",
        commitment: "'My sheet'!$G$3",
      },
    });
    await workbook.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("My sheet").name = "Offer 2027";
      await context.sync();
    });
    const renamed = done(await readDeal());
    expect(renamed.references.bands).toBe("'Offer 2027'!$B$2:$D$5");
    expect(renamed.usage).toBe(600_000);
  });

  test("follows a table to its new name, and reads its headings", async () => {
    await openOwnSheet();
    await makeTable("Offer");
    done(await chooseDeal({ ...OWN, Bands: "Offer", Terms: "" }));
    await workbook.Excel.run(async (context) => {
      context.workbook.tables.getItem("Offer").name = "Offer2027";
      await context.sync();
    });
    const deal = done(await readDeal());
    expect(deal.references).toMatchObject({ bands: "Offer2027[#All]", terms: null });
    expect(deal.bands[0]).toEqual(["From", "Off", "Name"]);
    expect(deal.terms).toBeNull();
  });

  test("can be changed and given up, and leaves no name behind", async () => {
    await openOwnSheet();
    const before = await snapshot(workbook);
    done(await chooseDeal(OWN));
    done(await chooseDeal({ ...OWN, Usage: "", Commitment: "'My sheet'!G2" }));
    expect(done(await readDeal())).toMatchObject({ usage: null, commitment: 600_000 });
    const names = workbook.grid.names().map(({ name }) => name);
    expect(names.filter((name) => name.startsWith("Bandwise_"))).toHaveLength(2);
    done(await forgetChoice());
    expect(await snapshot(workbook)).toEqual(before);
    expect(await readDeal()).toMatchObject({ ok: false, fault: { kind: "nothingNamed" } });
  });

  test("is refused without bands or with a reference to nothing", async () => {
    await openOwnSheet();
    const before = await snapshot(workbook);
    expect(await chooseDeal({ ...OWN, Bands: "" })).toMatchObject({
      ok: false,
      fault: { kind: "notChosen", part: "Bands" },
    });
    expect(await chooseDeal({ ...OWN, Terms: "Nowhere" })).toMatchObject({
      ok: false,
      fault: { kind: "notChosen", part: "Terms" },
    });
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("says which part is lost when its cells are gone, rather than price without it", async () => {
    await openOwnSheet();
    await workbook.Excel.run(async (context) => {
      const other = context.workbook.worksheets.add("Other");
      other.getRange("A1:B1").values = [["Basis", "list"]];
      await context.sync();
    });
    done(await chooseDeal({ ...OWN, Terms: "Other!A1:B1" }));
    await workbook.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Other").delete();
      await context.sync();
    });
    expect(await readDeal()).toMatchObject({
      ok: false,
      fault: { kind: "choiceLost", part: "Terms", reference: "Other!$A$1:$B$1" },
    });
  });

  test("a choice from before there were forecasts is read, without one", async () => {
    await openOwnSheet();
    done(await insertExample(US_DOLLAR));
    done(await chooseDeal({ ...OWN, Forecast: "Forecast" }));
    expect(done(await readDeal())).toMatchObject({ references: { forecast: "Forecast" } });
    const kept: unknown = JSON.parse(String(workbook.host.settings.get(CHOICE_KEY)));
    const { Forecast: chosen, ...former } = kept as Readonly<Record<string, unknown>>;
    expect(chosen).toEqual({ name: "Forecast", reference: "Forecast" });
    workbook.host.settings.set(CHOICE_KEY, JSON.stringify(former));
    expect(done(await readDeal())).toMatchObject({
      chosen: true,
      usage: 600_000,
      forecast: null,
      references: { bands: "'My sheet'!$B$2:$D$5", forecast: null },
    });
  });

  test("a setting that is not ours to read counts as no choice", async () => {
    await openOwnSheet();
    for (const value of ["", "{", "[]", '{"Bands":5}', 7]) {
      workbook.host.settings.set(CHOICE_KEY, value);
      expect(await readDeal()).toMatchObject({ ok: false, fault: { kind: "nothingNamed" } });
    }
  });

  test("a fault at any change leaves a whole choice and no stray name", async () => {
    const saboteur = new FaultInjector("names.add(");
    await openOwnSheet({ beforeAction: saboteur.beforeAction });
    done(await chooseDeal(OWN));
    const before = JSON.stringify(await readDeal());
    const attempt = () => chooseDeal({ ...OWN, Commitment: "'My sheet'!G2", Usage: "" });
    const isWhole = async (): Promise<"as before" | "as chosen"> => {
      const isAsBefore = JSON.stringify(await readDeal()) === before;
      const names = workbook.grid.names().map(({ name }) => name);
      expect(names.filter((name) => name.startsWith("Bandwise_"))).toHaveLength(isAsBefore ? 3 : 2);
      return isAsBefore ? "as before" : "as chosen";
    };
    const left = new Set<string>();
    const { result, faults } = await failAtEach(saboteur, attempt, async (chosen, at) => {
      expect(chosen.ok, at).toBe(false);
      left.add(await isWhole());
      done(await chooseDeal(OWN));
    });
    expect(result.ok).toBe(true);
    expect(await isWhole()).toBe("as chosen");
    expect(faults).toBeGreaterThan(2);
    expect([...left].sort()).toEqual(["as before", "as chosen"]);
  });
});

describe("a table over cells of one's own", () => {
  test.each([
    ["an address", "'My sheet'!B2:D5", "'My sheet'!$B$2:$D$5"],
    ["a table", "Offer", "Offer[#All]"],
  ])("prices by %s, live, in one consistent reference", async (what, bands, reference) => {
    await openOwnSheet();
    if (what === "a table") await makeTable("Offer");
    const before = await snapshot(workbook);
    done(await chooseDeal({ ...OWN, Bands: bands }));
    const { references } = done(await readDeal());
    const { id } = done(await writeTable({ ...REQUEST, deal: references }, US_DOLLAR));
    const [sheet] = workbook.grid.sheets().filter(({ name }) => name === "Cost table");
    const formulas = workbook.grid
      .formulas(sheet?.id ?? "", { row: 4, col: 1, rows: 3, cols: 15 })
      .flat();
    for (const formula of formulas)
      expect(formula).toMatch(
        new RegExp(
          `^=COMMIT\\.EFFECTIVE_COST\\(\\$A\\d+,[A-Z]+\\$4,${escaped(reference)},My_terms\\)$`,
        ),
      );
    const at250k = (await workbook.readCells("Cost table", "A4:P4"))[0]?.indexOf(250_000) ?? 0;
    const cost = async () => Number((await workbook.readCells("Cost table", "A7:P7"))[0]?.[at250k]);
    expect(agrees(await cost(), 600_000 * 0.9)).toBe(true);
    workbook.setCell("My sheet", "C4", "20%");
    expect(agrees(await cost(), 600_000 * 0.8)).toBe(true);
    workbook.setCell("My sheet", "C4", "10%");
    done(await removeTable(id));
    done(await forgetChoice());
    expect(await snapshot(workbook)).toEqual(before);
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
