import { describe, expect, test } from "vitest";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import { TablesModel } from "../../../../src/taskpane/views/sheets/tables-model";
import type { CellReader } from "../../../../src/workbook/journal/readers-of";
import { fakeWorkbook } from "../../fake-actions";
import { SCENARIOS } from "../../pane-scenarios";
import { take } from "../../view-models";

const TABLE = {
  ...{ id: "Efficient 1", title: "Efficient use and usage forecast", sheet: "Efficient use" },
  ...{ address: "A1:F40", complete: true },
};

/** A pane over four scenarios, in which what is removed is read by these. */
async function opened(readBy: readonly string[], areRulesInParts = false) {
  const removed: string[] = [];
  const asked: (readonly CellReader[])[] = [];
  const { actions } = fakeWorkbook(SCENARIOS["four scenarios"]);
  const pane = new PaneModel(
    {
      ...actions,
      async readersOf(_, readers) {
        asked.push(readers);
        return { ok: true, value: readBy };
      },
      async removeTable(id) {
        removed.push(id);
        return { ok: true, value: { areRulesInParts } };
      },
    },
    () => {},
  );
  await pane.start();
  return { pane, tables: new TablesModel(pane.context), removed, asked };
}

describe("TablesModel.remove()", () => {
  test("names what reads the cells, and removes them only where somebody says so", async () => {
    const { pane, tables, removed } = await opened(["Forecast of usage", "the deal on Deal"]);
    await tables.remove(TABLE);
    expect(pane.state.status).toMatchObject({
      tone: "asking",
      text: "Efficient use and usage forecast is read by Forecast of usage and the deal on Deal, which would show #REF! without it. Let them read other cells first, or remove it anyway.",
    });
    await take(pane, "keepTable");
    expect(pane.state.status?.text).toBe("Efficient use and usage forecast stays.");
    expect(removed).toEqual([]);
    await tables.remove(TABLE);
    await take(pane, "removeAnyway");
    expect(removed).toEqual(["Efficient 1"]);
  });

  test("asks about the deals and scenarios of the workbook, by their references and their cells", async () => {
    const { tables, asked, removed } = await opened([]);
    await tables.remove(TABLE);
    const names = asked[0]?.map(({ name }) => name) ?? [];
    expect(names[0]).toBe("the deal on Deal");
    expect(names.slice(1)).toHaveLength(4);
    expect(asked[0]?.[0]?.references).toEqual(
      expect.arrayContaining(["Bands", "Terms", "Usage", "Commitment", "Forecast"]),
    );
    expect(asked[0]?.[1]?.references.some((one) => one.startsWith("Scenarios!"))).toBe(true);
    expect(removed).toEqual(["Efficient 1"]);
  });

  test("says of an Excel that cannot join conditional formats that they are in parts", async () => {
    const { pane, tables } = await opened([], true);
    await tables.remove(TABLE);
    expect(pane.state.status?.text).toBe(
      "Removed Efficient use and usage forecast from Efficient use. Conditional formats that cross its edge are in parts now, since this version of Excel cannot join them: Home, Conditional Formatting, Manage Rules shows those of Efficient use.",
    );
  });

  test("puts back at once what stopped half way", async () => {
    const { tables, asked, removed } = await opened(["the deal on Deal"]);
    await tables.remove({ ...TABLE, complete: false });
    expect([asked, removed]).toEqual([[], ["Efficient 1"]]);
  });
});
