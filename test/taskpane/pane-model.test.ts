import { describe, expect, test } from "vitest";
import { byInput, INPUT_NAMES } from "../../src/deal/deal-inputs";
import type { PaneActions } from "../../src/taskpane/context/pane-actions";
import type { PaneState } from "../../src/taskpane/context/pane-state";
import { PaneModel } from "../../src/taskpane/pane-model";
import { tableForm } from "../../src/taskpane/views/sheets/tables-model";
import { insertExample } from "../../src/taskpane/views/start/example-model";
import type { Outcome, WorkbookFault } from "../../src/workbook/excel/outcome";
import type { WrittenTable } from "../../src/workbook/journal/written-table";
import type { SelfCheckReport } from "../../src/workbook/self-check/report";
import { fakeWorkbook, workbookCells } from "./fake-actions";
import { dealCells, SCENARIOS, type ScenarioName } from "./pane-scenarios";
import { take, viewsOf } from "./view-models";

const WRITTEN: WrittenTable = {
  id: "Table 1",
  title: "Effective cost by usage and commitment",
  sheet: "Cost table",
  address: "A1:P15",
  complete: true,
};

function opened(name: ScenarioName, change: Partial<PaneActions> = {}) {
  const workbook = fakeWorkbook(SCENARIOS[name]);
  const states: PaneState[] = [];
  const model = new PaneModel({ ...workbook.actions, ...change }, (state) => states.push(state));
  return { workbook, model, states };
}

async function started(name: ScenarioName, change: Partial<PaneActions> = {}) {
  const all = opened(name, change);
  await all.model.start();
  return all;
}

describe("PaneModel", () => {
  test("finds no deal, adds the example and builds a table in two clicks", async () => {
    const { model, workbook } = await started("empty");
    expect(model.state.deal.kind).toBe("none");
    await insertExample(model.context);
    expect(model.state.deal.kind).toBe("read");
    expect(model.state.status?.text).toMatch(/^Added Deal with illustrative bands\./);
    expect(model.state.status?.offers.map(({ kind }) => kind)).toEqual(["exampleUsage"]);
    model.open({ name: "sheets" });
    expect(model.state.status).toBeUndefined();
    await viewsOf(model).tables.buildTable();
    expect(workbook.requests).toHaveLength(1);
    expect(model.state.tables).toHaveLength(1);
    expect(model.state.status).toEqual({
      tone: "done",
      text: "Built Effective cost by usage and commitment on Cost table, A1:P15.",
      offers: [],
    });
  });

  const AT_DEAL = byInput((part) => `Deal!$A$5:$B$${9 + INPUT_NAMES.indexOf(part)}`);

  test("says of a deal that is gone where it stood last", async () => {
    const { model, workbook } = await started("example");
    expect(model.state.deal.kind).toBe("read");
    workbook.edit({ ...dealCells(), addresses: AT_DEAL });
    await model.refresh();
    workbook.edit("none");
    await model.refresh();
    expect(model.state.deal).toEqual({ kind: "none", gone: "Deal!$A$5:$B$9" });
    await model.refresh();
    expect(model.state.deal).toEqual({ kind: "none", gone: "Deal!$A$5:$B$9" });
    await insertExample(model.context);
    expect(model.state.deal.kind).toBe("read");
  });

  test("says of a chosen part that is gone where it stood last, not where it was chosen", async () => {
    const { model, workbook } = await started("example");
    workbook.edit({ ...dealCells(), chosen: true, addresses: AT_DEAL });
    await model.refresh();
    const lost = { kind: "choiceLost", part: "Usage", reference: "Sheet1!$F$2" } as const;
    workbook.edit(lost);
    await model.refresh();
    workbook.edit(lost);
    await model.refresh();
    expect(model.state.deal).toEqual({
      kind: "refused",
      fault: { ...lost, reference: "Deal!$A$5:$B$11" },
    });
  });

  test("does not call a deal gone that was never there, or that the user gave up", async () => {
    const { model } = await started("empty");
    expect(model.state.deal).toEqual({ kind: "none", gone: undefined });
    const own = await started("example");
    own.workbook.edit({ ...dealCells(), chosen: true, addresses: AT_DEAL });
    await own.model.refresh();
    await viewsOf(own.model).cells.useNames();
    expect(own.model.state.deal).toEqual({ kind: "none", gone: undefined });
  });

  test("labels amounts with the currency that is chosen, and keeps what it was where that fails", async () => {
    const { model } = await started("example");
    expect(model.state.currency).toEqual({ code: "USD", sign: "$" });
    await viewsOf(model).settings.chooseCurrency("EUR");
    expect(model.state.currency).toEqual({ code: "EUR", sign: "€" });
    expect(model.state.status).toEqual({
      tone: "done",
      text: "Amounts are now labelled EUR. Nothing was converted. Sheets already written keep theirs.",
      offers: [],
    });
    const failing = await started("example", {
      chooseCurrency: async () => ({ ok: false, fault: { kind: "protectedWorkbook" } }) as const,
    });
    await viewsOf(failing.model).settings.chooseCurrency("GBP");
    expect(failing.model.state.currency.code).toBe("USD");
    expect(failing.model.state.status?.tone).toBe("fault");
  });

  test("goes on with the label it has where the workbook's cannot be read", async () => {
    let answers = true;
    const { model } = await started("example", {
      readWorkbook: async () =>
        answers
          ? workbookCells({ currency: "GBP" })
          : { ok: false, fault: { kind: "protectedWorkbook" } },
    });
    answers = false;
    await model.refresh();
    expect(model.state.currency.code).toBe("GBP");
  });

  test("says how much it writes, and gives a table up when asked", async () => {
    const { model, states } = await started("example", {
      writeTable: (_, __, progress) => {
        progress?.writing(10_000);
        return new Promise((answer) =>
          progress?.signal.addEventListener("abort", () =>
            answer({ ok: false, fault: { kind: "cancelled" } }),
          ),
        );
      },
    });
    const built = viewsOf(model).tables.buildTable();
    expect(model.state.status).toEqual({
      tone: "working",
      text: "Building the table… 10,000 cells",
      offers: [{ kind: "cancel", take: expect.any(Function) }],
    });
    await take(model, "cancel");
    expect(states.map(({ status }) => status?.text)).toContain(
      "Cancelling: what was written is taken out again…",
    );
    await built;
    expect(model.state.status).toEqual({
      tone: "done",
      text: "Cancelled. The workbook is as it was.",
      offers: [],
    });
    expect(model.state.task).toBeUndefined();
  });

  test("says of a cancel that came too late what was written and how to take it out", async () => {
    const workbook = fakeWorkbook(SCENARIOS.example);
    const { model } = await started("example", {
      ...workbook.actions,
      async writeTable(...asked) {
        const written = await workbook.actions.writeTable(...asked);
        // Excel has written when the user cancels.
        await take(model, "cancel");
        return written;
      },
    });
    await viewsOf(model).tables.buildTable();
    expect(model.state.status).toEqual({
      tone: "done",
      text: "Cancel came too late. Built Effective cost by usage and commitment on Cost table, A1:P15. Remove this table takes it out.",
      offers: [],
    });
    expect(model.state.tables).toHaveLength(1);
  });

  test("offers no cancelling once a table is written, and takes none", async () => {
    let isBuilding = false;
    const seen: unknown[] = [];
    const workbook = fakeWorkbook(SCENARIOS.example);
    const { model, states } = await started("example", {
      ...workbook.actions,
      readWorkbook() {
        // The reading that follows the write.
        if (isBuilding) {
          seen.push(model.state.status?.offers);
          void states.flatMap(({ status }) => status?.offers ?? [])[0]?.take();
          seen.push(model.state.status?.text);
        }
        return workbook.actions.readWorkbook();
      },
    });
    isBuilding = true;
    await viewsOf(model).tables.buildTable();
    expect(seen).toEqual([[], "Reading the workbook…"]);
    expect(model.state.status?.text).toMatch(/^Built /);
    expect(model.state.tables).toHaveLength(1);
  });

  test("keeps up with edits, and stops when it is stopped", async () => {
    const { model, workbook } = await started("example");
    workbook.edit(dealCells({ commitment: 600_000 }));
    await expect
      .poll(() => model.state.deal.kind === "read" && model.state.deal.reading.commitmentUsd)
      .toBe(600_000);
    await model.stop();
    workbook.edit("none");
    await Promise.resolve();
    expect(model.state.deal.kind).toBe("read");
  });

  test("of two readings that overlap, the one asked for last stands", async () => {
    const answers: (() => void)[] = [];
    let commitment = 0;
    const { model } = opened("example", {
      readWorkbook() {
        commitment += 100_000;
        const deal = { ok: true, value: dealCells({ commitment }) } as const;
        return new Promise((resolve) => answers.push(() => resolve(workbookCells({ deal }))));
      },
    });
    const overtaken = model.refresh();
    const both = Promise.all([overtaken, model.refresh()]);
    answers[0]?.();
    // What was overtaken does not end on what is old.
    setTimeout(() => answers[1]?.());
    await overtaken;
    expect(model.state.deal).toMatchObject({ reading: { commitmentUsd: 200_000 } });
    await both;
    expect(model.state.deal).toMatchObject({ reading: { commitmentUsd: 200_000 } });
  });

  test("offers ways on where the selected cells are occupied, and builds on a new sheet", async () => {
    const { model, workbook } = await started("occupied");
    viewsOf(model).tables.changeForm({ destination: "selection" });
    await viewsOf(model).tables.buildTable();
    expect(model.state.status?.tone).toBe("fault");
    expect(model.state.status?.text).toMatch(/^This would overwrite 62 cells on Deal/);
    expect(model.state.status?.offers.map(({ kind }) => kind)).toEqual([
      "anotherPlace",
      "newSheet",
    ]);
    await take(model, "newSheet");
    expect(workbook.requests.map(({ destination }) => destination.kind)).toEqual([
      "selection",
      "newSheet",
    ]);
    expect(model.state.status?.tone).toBe("done");
  });

  test("overwrites only the place and the count that were shown, once it is agreed to", async () => {
    const { model, workbook } = await started("cells to overwrite");
    viewsOf(model).tables.changeForm({ destination: "selection" });
    await viewsOf(model).tables.buildTable();
    await take(model, "overwrite");
    expect(workbook.requests.at(-1)?.destination).toEqual({
      kind: "overwrite",
      sheet: "Sheet2",
      address: "B4:Q18",
      cells: 12,
    });
    expect(model.state.status?.tone).toBe("done");
    expect(tableForm(model.state).destination).toBe("selection");
  });

  test("asks for another place, and builds there when told", async () => {
    const { model, workbook } = await started("protected sheet");
    viewsOf(model).tables.changeForm({ destination: "selection" });
    await viewsOf(model).tables.buildTable();
    expect(model.state.status?.text).toMatch(/^Board pack is protected\./);
    expect(model.state.status?.offers.map(({ kind }) => kind)).toEqual([
      "anotherPlace",
      "newSheet",
    ]);
    await take(model, "anotherPlace");
    expect(model.state.status).toMatchObject({
      tone: "asking",
      text: "Select the cell where the table should begin, then choose Build here.",
    });
    expect(workbook.requests).toHaveLength(1);
    await take(model, "here");
    expect(workbook.requests.at(-1)?.destination).toEqual({ kind: "selection" });
  });

  test("says what is wrong instead of building", async () => {
    const { model, workbook } = await started("example");
    viewsOf(model).tables.changeForm({ rows: "none" });
    await viewsOf(model).tables.buildTable();
    expect(model.state.status).toMatchObject({
      tone: "fault",
      text: 'Rows is "none": give a number.',
    });
    expect(workbook.requests).toEqual([]);
    viewsOf(model).tables.changeForm({ rows: "5" });
    expect(model.state.status).toBeUndefined();
  });

  test("does one thing at a time", async () => {
    const { model, workbook } = await started("example");
    await Promise.all([viewsOf(model).tables.buildTable(), viewsOf(model).tables.buildTable()]);
    expect(workbook.requests).toHaveLength(1);
    expect(model.state.task).toBeUndefined();
  });

  test("shows what it is doing while it does it", async () => {
    const { model, states } = await started("example");
    await viewsOf(model).tables.buildTable();
    expect(states.map(({ task, status }) => [task?.kind, status?.text])).toContainEqual([
      "build",
      "Building the table…",
    ]);
  });

  test("goes to a table, and says when it is gone", async () => {
    const { model } = await started("tables");
    const [table] = model.state.tables;
    if (!table) throw new Error("there is a table");
    await viewsOf(model).tables.goTo(table);
    expect(model.state.status?.text).toBe(
      "Effective cost by usage and commitment is selected on Cost table.",
    );
    await viewsOf(model).tables.goTo({ ...table, id: "Table 9" });
    expect(model.state.status).toMatchObject({
      tone: "fault",
      text: "Cost table is no longer in the workbook.",
    });
  });

  test("removes a table and says so", async () => {
    const { model } = await started("tables");
    const [table] = model.state.tables;
    if (!table) throw new Error("there is a table");
    await viewsOf(model).tables.remove(table);
    expect(model.state.tables.map(({ id }) => id)).toEqual(["Table 2", "Table 3"]);
    expect(model.state.status?.text).toBe(
      "Removed Effective cost by usage and commitment from Cost table. Everything else is as it was.",
    );
  });

  test("takes rows from the selected cells, and gives them back", async () => {
    const { model } = await started("example");
    await viewsOf(model).tables.useSelectedCells();
    expect(tableForm(model.state).selected?.reference).toBe("Forecast!B3:B8");
    expect(model.state.status?.text).toBe("Rows come from Forecast!B3:B8.");
    viewsOf(model).tables.changeForm({ selected: undefined });
    expect(tableForm(model.state).selected).toBeUndefined();
  });

  test("reading again says what was found", async () => {
    const none = await started("empty");
    await none.model.readAgain();
    expect(none.model.state.status?.text).toBe("No cells named Bands were found in this workbook.");
    const refused = await started("refused");
    await refused.model.readAgain();
    expect(refused.model.state.status).toMatchObject({
      tone: "fault",
      text: "Excel refused: There was a problem (GeneralException). The workbook is as it was.",
    });
  });

  test("catching up reads anew without a word", async () => {
    const { model, workbook } = await started("example");
    await model.stop();
    workbook.edit(dealCells({ commitment: 1 }));
    await model.catchUp();
    expect(model.state.deal).toMatchObject({ reading: { commitmentUsd: 1 } });
    expect(model.state.status).toBeUndefined();
  });

  test("checks this Excel, keeps the report and says how many checks failed", async () => {
    const { model, states } = await started("example");
    await viewsOf(model).settings.checkExcel();
    expect(states.map(({ task, status }) => [task?.kind, status?.text])).toContainEqual([
      "check",
      "Checking this Excel…",
    ]);
    expect(model.state.report?.failures).toHaveLength(1);
    expect(model.state.status).toMatchObject({
      tone: "fault",
      text: "1 of 102 checks failed. The report is ready to copy.",
    });
  });

  test("a check that passes is done, and one that stopped leaves no report of another", async () => {
    const { check } = SCENARIOS.example;
    const outcomes: Outcome<SelfCheckReport>[] = [
      { ok: true, value: { ...check, failures: [] } },
      { ok: false, fault: { kind: "protectedWorkbook" } },
    ];
    const { model } = await started("example", {
      async checkThisExcel() {
        return outcomes.shift() ?? { ok: true, value: check };
      },
    });
    await viewsOf(model).settings.checkExcel();
    expect(model.state.status).toMatchObject({
      tone: "done",
      text: "All 102 checks passed. The report is ready to copy.",
    });
    await viewsOf(model).settings.checkExcel();
    expect(model.state.report).toBeUndefined();
    expect(model.state.status?.tone).toBe("fault");
  });

  test("does not list what a check writes while it runs, but lists what it could not remove", async () => {
    const left = { ...WRITTEN, id: "Check 1", complete: false };
    let fault: WorkbookFault | undefined;
    let isListed = false;
    const { model, workbook, states } = await started("example", {
      async readWorkbook() {
        return workbookCells({ tables: isListed ? [left] : [] });
      },
      async checkThisExcel() {
        isListed = true;
        workbook.edit(dealCells());
        await new Promise((resolve) => setTimeout(resolve));
        if (fault) return { ok: false, fault };
        isListed = false;
        return { ok: true, value: SCENARIOS.example.check };
      },
    });
    await viewsOf(model).settings.checkExcel();
    expect(states.filter(({ tables }) => tables.length > 0)).toEqual([]);
    fault = { kind: "notRestored", cause: "the line is down" };
    await viewsOf(model).settings.checkExcel();
    expect(model.state.tables).toEqual([left]);
    expect(model.state.status?.tone).toBe("fault");
  });

  test("an edit of the deal takes back what was said of it before, and only that", async () => {
    const { model, workbook } = await started("example");
    await viewsOf(model).tables.buildTable();
    workbook.edit(dealCells());
    await new Promise((resolve) => setTimeout(resolve));
    expect(model.state.status?.text).toMatch(/^Built /);
    workbook.edit(dealCells({ usage: "about 700k" }));
    await expect.poll(() => model.state.status).toBeUndefined();
  });

  test("says of a table over other cells how to have them back", async () => {
    const { model } = await started("cells to overwrite");
    await viewsOf(model).tables.buildTable({
      kind: "overwrite",
      sheet: "Sheet2",
      address: "B4:Q18",
      cells: 12,
    });
    expect(model.state.status).toMatchObject({
      tone: "done",
      text: "Built Effective cost by usage and commitment on Cost table, A1:P15. Remove this table puts back what was there.",
    });
  });

  test("a promise that breaks is a fault that is said", async () => {
    const { model } = await started("example", {
      async writeTable() {
        throw new Error("the runtime went away");
      },
    });
    await viewsOf(model).tables.buildTable();
    expect(model.state.status).toMatchObject({ tone: "fault" });
    expect(model.state.status?.text).toContain("the runtime went away");
    expect(model.state.task).toBeUndefined();
  });

  test("says when edits cannot be followed", async () => {
    const fault = { kind: "failed", code: "X", message: "no" } as const;
    const { model } = await started("example", {
      async watchWorkbook() {
        return { ok: false, fault };
      },
    });
    expect(model.state.status?.text).toMatch(/^Edits cannot be followed: choose Read again/);
  });

  test("opens views, and back leads through them to home", async () => {
    const { model } = await started("example");
    model.open({ name: "commitment" });
    model.open({ name: "usage" });
    model.open({ name: "usage", form: "forecast" });
    model.back();
    expect(model.state.view).toEqual({ name: "usage" });
    model.back();
    expect(model.state.view).toEqual({ name: "commitment" });
    model.back();
    model.back();
    expect(model.state.view).toEqual({ name: "home" });
  });

  test("keeps the form that was open in a view, and what was typed into it", async () => {
    const { model } = await started("example");
    model.open({ name: "usage", form: "forecast" });
    viewsOf(model).forecast.type("low", "300k");
    model.open({ name: "sheets" });
    expect(model.state.drafts.forecast?.texts.low).toBe("300k");
    model.open({ name: "usage" });
    expect(model.state.view).toEqual({ name: "usage", form: "forecast" });
    viewsOf(model).forecast.close();
    expect(model.state.drafts.forecast).toBeUndefined();
    expect(model.state.view).toEqual({ name: "sheets" });
    model.open({ name: "usage" });
    expect(model.state.view).toEqual({ name: "usage" });
  });

  test("shows the deal that was written at home, whichever view was open", async () => {
    const { model } = await started("empty");
    model.open({ name: "proposal", form: "text" });
    await insertExample(model.context);
    expect(model.state.view).toEqual({ name: "home" });
    model.back();
    expect(model.state.view).toEqual({ name: "home" });
  });

  test("takes back what was said when another view opens, but not what waits for an answer", async () => {
    const { model } = await started("cells to overwrite");
    await viewsOf(model).tables.buildTable();
    model.open({ name: "offer" });
    expect(model.state.status).toBeUndefined();
    viewsOf(model).tables.changeForm({ destination: "selection" });
    await viewsOf(model).tables.buildTable();
    model.open({ name: "home" });
    expect(model.state.status?.offers).toHaveLength(3);
  });
});
