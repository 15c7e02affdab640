import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { byInput } from "../../../src/deal/deal-inputs";
import type { ForecastToWrite } from "../../../src/deal/forecast-block";
import { readForecast } from "../../../src/input/forecast-cells";
import { CHOICE_KEY, chooseDeal, showDeal } from "../../../src/workbook/deal/deal-choice";
import { describeFault } from "../../../src/workbook/excel/outcome";
import { goToTable, removeTable } from "../../../src/workbook/journal/roll-back";
import { readWorkbook } from "../../../src/workbook/read-workbook";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { writeForecast } from "../../../src/workbook/sheets/write-forecast";
import type { LocalWorkbook } from "../../support/local-workbook";
import { agrees } from "../../tolerance";
import { done, openForWorkbookCode } from "../open";
import { listTables, readDeal } from "../read";
import { snapshot } from "../snapshot";

let workbook: LocalWorkbook;
beforeEach(async () => {
  workbook = await openForWorkbookCode();
});
afterEach(() => workbook.close());

const POINTS = { kind: "points", lowUsd: 300_000, likelyUsd: 550_000, highUsd: 1_100_000 } as const;

/** A deal that is read from its names and has no forecast. */
async function nameBands(): Promise<void> {
  await workbook.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B2").values = [
      [0, 0],
      [250_000, 0.1],
    ];
    sheet.getRange("D1").values = [[480_000]];
    context.workbook.names.add("Bands", sheet.getRange("A1:B2"));
    context.workbook.names.add("Commitment", sheet.getRange("D1"));
    await context.sync();
  });
}

/** Names a cell that holds no forecast, or a text that is no cells at all. */
async function takeName(formula: string): Promise<void> {
  await workbook.Excel.run(async (context) => {
    context.workbook.names.add("Forecast", formula);
    await context.sync();
  });
}

async function exampleKey(): Promise<string> {
  const { deals } = done(await readWorkbook());
  return deals.find(({ sheet }) => sheet === "Deal")?.key ?? "";
}

const sheetId = (name: string) => workbook.grid.sheets().find((one) => one.name === name)?.id ?? "";

describe("writeForecast()", () => {
  // The means of PERT, (300 + 4 x 550 + 1,100) / 6, and of P10 and P90 are those in the docstring of FORECAST_MEAN.
  test.each<readonly [ForecastToWrite, string, number, number]>([
    [POINTS, "Low, Mode, High", 600_000, 14],
    [{ kind: "spread", meanUsd: 600_000, spreadFraction: 0.35 }, "Mean, CV", 600_000, 13],
    [{ kind: "percentiles", p10Usd: 400_000, p90Usd: 850_000 }, "P10, P90", 608_863.2095152994, 13],
  ])(
    "writes %o in labels that are read back, and what it comes to",
    async (asked, labels, mean, rows) => {
      await nameBands();
      const written = done(await writeForecast(asked, US_DOLLAR));
      expect(written).toMatchObject({ sheet: "Forecast", address: `A1:C${rows}`, complete: true });
      const { forecast, references, chosen } = done(await readDeal());
      expect([references.forecast, chosen]).toEqual(["Forecast", false]);
      expect(
        forecast
          ?.map(([label]) => label)
          .slice(2)
          .join(", "),
      ).toBe(labels);
      const read = readForecast(forecast);
      expect(read.ok && agrees(read.value.meanUsd, mean)).toBe(true);
      const results = (await workbook.readCells("Forecast", `B${rows - 3}:B${rows}`)).flat();
      expect(agrees(Number(results[0]), mean)).toBe(true);
      const [p10 = 0, p50 = 0, p90 = 0] = results.slice(1).map(Number);
      expect(p10 < p50 && p50 < p90).toBe(true);
      expect(read.ok && agrees(p90, read.value.quantile(0.9))).toBe(true);
    },
  );

  test("stays live, and refuses a negative amount that is typed", async () => {
    done(
      await writeForecast({ kind: "spread", meanUsd: 600_000, spreadFraction: 0.35 }, US_DOLLAR),
    );
    workbook.setCell("Forecast", "B6", 900_000);
    expect(await workbook.readCell("Forecast", "B10")).toBe(900_000);
    const rules = await workbook.Excel.run(async (context) => {
      const cells = ["B5", "B6", "B7"].map((address) => {
        const { dataValidation } = context.workbook.worksheets
          .getItem("Forecast")
          .getRange(address);
        dataValidation.load("rule");
        return dataValidation;
      });
      await context.sync();
      return cells.map(({ rule }) => rule);
    });
    expect(rules).toMatchObject([
      { list: { source: "lognormal,normal,triangular,PERT" } },
      { decimal: { operator: "GreaterThanOrEqualTo" } },
      { decimal: { operator: "GreaterThanOrEqualTo" } },
    ]);
  });

  test("is listed, found and removed, and everything is as it was", async () => {
    await nameBands();
    const before = await snapshot(workbook);
    const written = done(await writeForecast(POINTS, US_DOLLAR));
    expect(done(await listTables())).toEqual([written]);
    done(await goToTable(written.id));
    done(await removeTable(written.id));
    expect(await snapshot(workbook)).toEqual(before);
    expect(done(await readDeal()).forecast).toBeNull();
  });

  test("joins the chosen cells, and leaves them when it is removed", async () => {
    await nameBands();
    done(await chooseDeal({ ...byInput(() => ""), Bands: "Sheet1!A1:B2" }));
    const before = await snapshot(workbook);
    const { id } = done(await writeForecast(POINTS, US_DOLLAR));
    expect(done(await readDeal())).toMatchObject({
      chosen: true,
      references: { bands: "Sheet1!$A$1:$B$2", commitment: null, forecast: "Forecast" },
    });
    done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
    expect(done(await readDeal())).toMatchObject({ chosen: true, forecast: null });
  });

  test("takes another name where Forecast is no cells, as a chosen part, and gives the choice up with it", async () => {
    await nameBands();
    await takeName("=1");
    const before = await snapshot(workbook);
    const named = done(await readDeal());
    const { id } = done(await writeForecast(POINTS, US_DOLLAR));
    expect(done(await readDeal())).toMatchObject({
      chosen: true,
      bands: named.bands,
      commitment: 480_000,
      references: { bands: "Bands", terms: null, commitment: "Commitment", forecast: "Forecast_2" },
    });
    done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
    expect(done(await readDeal())).toEqual(named);
  });

  test("keeps a choice that the user made over the one it had made", async () => {
    await nameBands();
    await takeName("=1");
    const { id } = done(await writeForecast(POINTS, US_DOLLAR));
    done(await chooseDeal({ ...byInput(() => ""), Bands: "Sheet1!A1:B2", Forecast: "Forecast_2" }));
    done(await removeTable(id));
    expect(done(await readDeal())).toMatchObject({
      chosen: true,
      references: { bands: "Sheet1!$A$1:$B$2", forecast: null },
    });
  });

  test("a removal before ours were chosen leaves another forecast chosen", async () => {
    await nameBands();
    const { id } = done(await writeForecast(POINTS, US_DOLLAR));
    done(
      await chooseDeal({ ...byInput((part) => (part === "Bands" ? part : "")), Forecast: "D1" }),
    );
    const kept = workbook.host.settings.get(CHOICE_KEY);
    done(await removeTable(id));
    expect(workbook.host.settings.get(CHOICE_KEY)).toBe(kept);
  });

  test("gives the deal that is shown a forecast where the sheet of another deal has the name", async () => {
    await nameBands();
    done(await insertExample(US_DOLLAR));
    const example = done(await readDeal());
    expect(example.references.forecast).toBe("Forecast");
    done(await showDeal("names"));
    const before = await snapshot(workbook);
    const own = done(await readDeal());
    expect(own.references).toMatchObject({ bands: "Bands", terms: null, forecast: null });
    const { id, sheet } = done(await writeForecast(POINTS, US_DOLLAR));
    expect(sheet).toBe("Forecast");
    expect(done(await readDeal()).references).toMatchObject({
      ...{ bands: "Bands", terms: null, usage: null, commitment: "Commitment" },
      forecast: "Forecast_2",
    });
    const [asked] = await workbook.readCells("Forecast", "B6:B6");
    expect(asked).toEqual([POINTS.lowUsd]);
    done(await showDeal(example.chosen ? "chosen" : await exampleKey()));
    expect(done(await readDeal())).toEqual(example);
    done(await showDeal("names"));
    done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
    expect(done(await readDeal())).toEqual(own);
  });

  test("says so where the name is taken and the one choice is another deal's", async () => {
    await nameBands();
    done(await insertExample(US_DOLLAR));
    await workbook.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("F1:G2").values = [
        [0, 0],
        [100_000, 0.2],
      ];
      await context.sync();
    });
    done(await chooseDeal({ ...byInput(() => ""), Bands: "Sheet1!F1:G2" }));
    done(await showDeal("names"));
    const before = await snapshot(workbook);
    const refused = await writeForecast(POINTS, US_DOLLAR);
    expect(refused.ok ? "" : describeFault(refused.fault)).toMatch(
      /^Other cells are named Forecast, .* Nothing was written; /,
    );
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("does not write beside a forecast that the deal has", async () => {
    done(await insertExample(US_DOLLAR));
    const before = await snapshot(workbook);
    const named = await writeForecast(POINTS, US_DOLLAR);
    expect(named.ok ? "" : describeFault(named.fault)).toBe(
      "This deal has a forecast already, in Deal!A19:B22. Nothing was written; change it there.",
    );
    expect(await snapshot(workbook)).toEqual(before);
    done(await chooseDeal(byInput((part) => (part === "Schedule" ? "" : part))));
    expect(await writeForecast(POINTS, US_DOLLAR)).toEqual({
      ok: false,
      fault: { kind: "inputThere", part: "Forecast", reference: "Forecast" },
    });
  });

  test("says that there are no bands to choose beside it where its name is taken", async () => {
    await takeName("=1");
    const before = await snapshot(workbook);
    expect(await writeForecast(POINTS, US_DOLLAR)).toMatchObject({
      fault: { kind: "nothingNamed" },
    });
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("takes at most three round trips", async () => {
    await nameBands();
    const before = workbook.trace.batches;
    done(await writeForecast(POINTS, US_DOLLAR));
    expect(workbook.trace.batches - before).toBeLessThanOrEqual(3);
  });
});

describe("what is protected", () => {
  test("stops the forecast in a workbook whose structure is", async () => {
    await nameBands();
    workbook.host.isStructureProtected = true;
    const before = await snapshot(workbook);
    expect(await writeForecast(POINTS, US_DOLLAR)).toEqual({
      ok: false,
      fault: { kind: "protectedWorkbook" },
    });
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("stops its removal until the sheet is unprotected, in words of a removal", async () => {
    await nameBands();
    const before = await snapshot(workbook);
    const { id } = done(await writeForecast(POINTS, US_DOLLAR));
    workbook.grid.protect(sheetId("Forecast"), true);
    const removed = await removeTable(id);
    expect(removed.ok ? "" : describeFault(removed.fault)).toBe(
      "Forecast is protected, so what stands there cannot be taken out. Nothing was changed; unprotect it in Review, then remove again.",
    );
    workbook.grid.protect(sheetId("Forecast"), false);
    done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
  });
});
