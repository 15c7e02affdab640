import { beforeEach, describe, expect, test } from "vitest";
import { dayOf } from "../../../../src/core/calendar";
import { byUsageTable } from "../../../../src/sheets/usage/usage-columns";
import { TABLES } from "../../../../src/sheets/usage/usage-tables";
import type { PaneActions } from "../../../../src/taskpane/context/pane-actions";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import { EfficientModel } from "../../../../src/taskpane/views/usage/efficient-model";
import type { EfficientSheets } from "../../../../src/workbook/usage/levers";
import { fakeWorkbook } from "../../fake-actions";
import { dealCells, SCENARIOS } from "../../pane-scenarios";

type Asked = readonly [action: string, ...given: unknown[]];

const SHEETS: EfficientSheets = {
  ...{ current: "Current_block", efficient: "Efficient_block" },
  levers: [["Batch", "Support", "", "", 0.9, "", "", ""]],
};

const MONTHS = {
  address: "Months!A4:L12",
  values: [
    TABLES.months.columns.map(({ heading }) => heading),
    ...Array.from({ length: 8 }, (_, index) => [
      ...[dayOf(2026, index + 1, 1), "", "", "yes", 50_000, 50_000, "priced usage", "", 0, 0],
      ...[50_000 + index * 1_000, "yes"],
    ]),
  ],
};
const USAGE = {
  address: "Usage!A4:Q5",
  values: [
    TABLES.usage.columns.map(({ heading }) => heading),
    TABLES.usage.columns.map(({ heading }) =>
      heading === "Model" ? "claude-opus-5" : heading === "Input" ? 1e9 : "",
    ),
  ],
};
const NONE = { address: "", values: [] };

let asked: Asked[];
let sheets: EfficientSheets | null;
let reads: number;
let months: typeof MONTHS;
/** What the reading of usage waits for. */
let gate: Promise<void>;
let pane: PaneModel;
let model: EfficientModel;

async function open(deal = dealCells()): Promise<void> {
  const exclusions = {
    address: "Exclusions!A4:I5",
    values: [TABLES.exclusions.columns.map(({ heading }) => heading)],
  };
  const { actions } = fakeWorkbook({
    ...SCENARIOS.example,
    deal,
  });
  const noting: PaneActions = {
    ...actions,
    async readWorkbook(typed) {
      const read = await actions.readWorkbook(typed);
      return read.ok ? { ...read, value: { ...read.value, usage: { months, exclusions } } } : read;
    },
    async readUsage() {
      reads++;
      await gate;
      const names = {
        ...byUsageTable((key) => `Table_${key}`),
        book: "Book",
        exclusionsSheet: "",
        exclusionColumns: 9,
      };
      return {
        ok: true,
        value: { names, tables: { ...byUsageTable(() => NONE), usage: USAGE }, book: null },
      };
    },
    async readEfficientSheets() {
      return { ok: true, value: sheets };
    },
    async writeEfficient(request, currency) {
      asked.push(["writeEfficient", request]);
      sheets = SHEETS;
      return actions.writeEfficient(request, currency);
    },
    async writeLevers(levers) {
      asked.push(["writeLevers", levers]);
      return { ok: true, value: undefined };
    },
    async writeForecast(forecast, currency) {
      asked.push(["writeForecast", forecast]);
      return actions.writeForecast(forecast, currency);
    },
    async addScenario(scenario, currency) {
      asked.push(["addScenario", scenario.name, scenario.forecast]);
      return actions.addScenario(scenario, currency);
    },
  };
  pane = new PaneModel(noting, () => {});
  model = new EfficientModel(pane.context);
  await pane.refresh();
  await model.read();
}

beforeEach(() => {
  [asked, sheets, reads] = [[], null, 0];
  [months, gate] = [MONTHS, Promise.resolve()];
});

describe("EfficientModel", () => {
  test("reads the usage once for the same months, and keeps the levers that were moved", async () => {
    await open();
    model.set({ batched: 0.3 });
    await model.read();
    await pane.refresh();
    await model.read();
    expect(reads).toBe(1);
    expect(pane.state.drafts.efficient?.shares.batched).toBe(0.3);
  });

  test("reads again where the months change while it reads", async () => {
    await open();
    months = { ...MONTHS, values: MONTHS.values.slice(0, -1) };
    await pane.refresh();
    let go = (): void => {};
    gate = new Promise((opened) => {
      go = opened;
    });
    const reading = model.read();
    months = MONTHS;
    await pane.refresh();
    go();
    await reading;
    expect(reads).toBe(3);
    expect(pane.state.drafts.efficient?.history).toBe(pane.state.usage);
  });

  test("builds the sheets over the tables and the deal as they are called", async () => {
    await open();
    model.set({ batched: 0.3 });
    await model.write();
    expect(asked).toMatchObject([
      [
        "writeEfficient",
        {
          tables: { usage: "Table_usage", months: "Table_months", book: "Book" },
          levers: [["Batch", "", "", "", 0.3, "", "", ""]],
          ...{ hasUsage: true, historyMonths: 8 },
          deal: { bands: "Bands", terms: "Terms", commitment: "Commitment" },
        },
      ],
    ]);
    expect(pane.state.drafts.efficient?.sheets).toEqual(SHEETS);
  });

  test("writes the levers into the table that is there, beside those of one workload", async () => {
    sheets = SHEETS;
    await open();
    model.set({ batched: 0.2 });
    await model.write();
    expect(asked).toEqual([
      ["writeLevers", [["Batch", "", "", "", 0.2, "", "", ""], ...SHEETS.levers]],
    ]);
  });

  test("builds without a deal where the workbook has none", async () => {
    await open(dealCells({ bands: [["no", "bands"]] }));
    await model.write();
    expect(asked).toMatchObject([["writeEfficient", { deal: null }]]);
  });

  test("sends a forecast into the deal, or into a scenario with a name that is free", async () => {
    sheets = SHEETS;
    await open(dealCells({ forecast: null }));
    await model.use("current", "deal");
    await model.use("efficient", "scenario");
    await model.use("efficient", "scenario");
    expect(asked).toMatchObject([
      ["writeForecast", { kind: "linked", name: "Current_block" }],
      ["addScenario", "Efficient usage", { kind: "cells", reference: "Efficient_block" }],
      ["addScenario", "Efficient usage 2", { kind: "cells", reference: "Efficient_block" }],
    ]);
  });

  test("says that the sheets come first where there are none", async () => {
    await open();
    await model.use("efficient", "deal");
    expect(asked).toEqual([]);
    expect(pane.state.status?.text).toMatch(/^Build the sheets first/);
  });
});
