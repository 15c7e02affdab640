import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askList } from "../../../src/analysis/negotiation/asks";
import { counterOffer } from "../../../src/analysis/negotiation/counter-offer";
import { US_DOLLAR } from "../../../src/core/currency";
import { readScenarioTable } from "../../../src/deal/parse-scenario";
import { withClauses } from "../../../src/deal/with-clauses";
import { CLAUSE_NAMES, type ClauseName } from "../../../src/forecast/clause-values";
import { expectedCost } from "../../../src/forecast/expected-cost";
import { rowsOfAsks } from "../../../src/sheets/negotiation/asks-cells";
import { ASKS_COLUMNS } from "../../../src/sheets/negotiation/asks-columns";
import { readAsks } from "../../../src/sheets/negotiation/asks-table";
import { asksRequest } from "../../../src/taskpane/context/negotiation/asks-request";
import {
  counterOfferRequest,
  weighedAsks,
} from "../../../src/taskpane/context/negotiation/counter-offer-request";
import { negotiationStaleness } from "../../../src/taskpane/context/negotiation/staleness";
import { asksOfShown, withWon } from "../../../src/taskpane/context/negotiation/won-clauses";
import type { PaneState } from "../../../src/taskpane/context/pane-state";
import { FIRST_STATE } from "../../../src/taskpane/first-state";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { readWorkbook } from "../../../src/workbook/read-workbook";
import { addScenario } from "../../../src/workbook/scenarios/change-scenarios";
import { markAsk } from "../../../src/workbook/sheets/change-asks";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { writeAsks } from "../../../src/workbook/sheets/write-asks";
import { writeCounterOffer } from "../../../src/workbook/sheets/write-counter-offer";
import { EXHAUSTIVE } from "../../support/exhaustive";
import type { LocalWorkbook } from "../../support/local-workbook";
import { captureWorkbook } from "../../support/workbook-files";
import { agrees } from "../../tolerance";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { stateNow } from "../read";
import { snapshot } from "../snapshot";

const NOW = new Date(2026, 10, 28, 9, 0);

function whole<T>(request: T | string): T {
  if (typeof request === "string") throw new Error(request);
  return request;
}

function readingOf({ deal }: PaneState) {
  if (deal.kind !== "read") throw new Error("there is no deal");
  const { agreement, forecast, commitmentUsd } = deal.reading;
  if (!agreement || !forecast || commitmentUsd === undefined) throw new Error("it has faults");
  return { ...deal.reading, agreement, forecast, commitmentUsd };
}

const writeAsksNow = async (again?: PaneState["tables"][number]) =>
  done(
    await writeAsks(
      { ...whole(asksRequest((await stateNow()).deal, NOW)), ...(again && { again }) },
      US_DOLLAR,
    ),
  );

const writeCounterNow = async () =>
  done(
    await writeCounterOffer(
      whole(counterOfferRequest(await stateNow(), "Asks", null, NOW)),
      US_DOLLAR,
    ),
  );

describe("over live cells", () => {
  let workbook: LocalWorkbook;
  beforeAll(async () => {
    workbook = await openForWorkbookCode();
    done(await insertExample(US_DOLLAR));
    await writeAsksNow();
    await writeCounterNow();
  });
  afterAll(() => workbook.close());

  /** Cells of the example's sheet, and what the example has there. */
  const CELLS: Readonly<Record<string, readonly [address: string, example: string | number]>> = {
    usage: ["F12", 700_000],
    commitment: ["F13", 480_000],
    cv: ["B22", 0.35],
    basis: ["B13", "net"],
    overage: ["B14", "list"],
    premium: ["B15", 0],
    forfeited: ["B16", 1],
    third: ["B8", 0.15],
    topOverage: ["D9", "committed"],
  };
  type Change = Readonly<Record<string, string | number>>;

  /** Deals with the clauses that are won in each; every other one, and all of them in an exhaustive run. */
  const DEALS: readonly (readonly [change: Change, won: readonly ClauseName[]])[] = [
    [{}, []],
    [{}, ["Overage at the committed rate"]],
    [{}, ["Step-up right"]],
    [{}, ["Half the shortfall returned"]],
    [{}, ["Overage at the committed rate", "Half the shortfall returned"]],
    [{}, ["Overage at the committed rate", "Step-up right"]],
    [{}, CLAUSE_NAMES],
    [{ overage: "committed" }, ["Half the shortfall returned"]],
    [{ overage: "committed" }, ["Step-up right", "Half the shortfall returned"]],
    [{ overage: "step-up", forfeited: 0.5 }, []],
    [{ overage: "list", premium: 0.1, usage: 900_000 }, ["Step-up right"]],
    [{ basis: "list", commitment: 500_000, third: 0.2 }, ["Half the shortfall returned"]],
    [
      { commitment: 1_000_000, usage: 1_200_000, topOverage: "" },
      ["Overage at the committed rate"],
    ],
    [{ cv: 0, usage: 600_000 }, []],
    [{ usage: 90_000 }, ["Half the shortfall returned"]],
  ];

  test.each(DEALS.filter((_, index) => EXHAUSTIVE || index % 2 === 0))(
    "they say what the core does of %o with %j won",
    async (change, won) => {
      for (const [key, [address, example]] of Object.entries(CELLS))
        workbook.setCell("Deal", address, change[key] ?? example);
      const column = (await workbook.readCells("Asks", "A1:A40")).map(([name]) => name);
      for (const name of CLAUSE_NAMES)
        workbook.setCell(
          "Asks",
          `J${column.indexOf(name) + 1}`,
          won.includes(name) ? "won" : "open",
        );
      const state = await stateNow();
      const deal = readingOf(state);
      const { agreement, forecast, commitmentUsd } = deal;
      const costWith = (clauses: readonly ClauseName[]): number =>
        expectedCost(forecast, commitmentUsd, withClauses(agreement, clauses));
      const { asks, problems } = readAsks(state.asks[0]?.values ?? []);
      expect(problems).toEqual([]);
      const lacking = (askList(deal)?.asks ?? []).map(({ name }) => name);
      for (const name of CLAUSE_NAMES) {
        const shown = asks.find((ask) => ask.name === name);
        if (!lacking.includes(name)) {
          expect(shown?.yearUsd).toBeUndefined();
          continue;
        }
        const others = won.filter((one) => one !== name);
        const saves = costWith(others) - costWith([...others, name]);
        expect(Math.abs((shown?.yearUsd ?? Number.NaN) - saves)).toBeLessThan(1e-6);
        if (won.includes(name)) expect(shown?.expectedUsd).toBe(shown?.termUsd);
      }
      const [[now], [saved], [then]] = (await workbook.readCells("Asks", "C6:C8")) as [
        [number],
        [number],
        [number],
      ];
      expect(agrees(now, costWith([]))).toBe(true);
      expect(Math.abs(saved - (costWith([]) - costWith(won)))).toBeLessThan(1e-6);
      expect(Math.abs(then - costWith(won))).toBeLessThan(1e-6);
      // What the pane takes as won is what the sheet says.
      const supposed = withWon(FIRST_STATE.whatIf, FIRST_STATE, state);
      expect(supposed.clauses).toEqual(won);
      await expectCounterOffer(state);
    },
  );

  /** What the counter-offer shows of both sides, as the cells that price them are now. */
  async function expectCounterOffer(state: PaneState): Promise<void> {
    const { agreement, forecast, commitmentUsd } = readingOf(state);
    const shown = await workbook.readCells("Counter-offer", "A10:D19");
    const at = (label: string): readonly unknown[] =>
      shown.find(([name]) => name === label)?.slice(1) ?? [];
    const [theirs, ours, none] = at("Expected cost a year");
    expect(agrees(Number(theirs), expectedCost(forecast, commitmentUsd, agreement))).toBe(true);
    expect(agrees(Number(none), expectedCost(forecast, 0, agreement))).toBe(true);
    // Terms of ours that go with theirs as they were may contradict theirs as they are: then the page shows an error, and is out of date.
    const counter = state.tables.find(({ title }) => title === "Counter-offer")?.definition;
    if (counter?.kind !== "counterOffer") throw new Error("it keeps no definition");
    expect(Number.isFinite(ours) || negotiationStaleness(counter, state) !== undefined).toBe(true);
    const lacking = (askList(readingOf(state))?.asks ?? []).map(({ name }) => name);
    for (const name of CLAUSE_NAMES)
      expect(at(name)[0]).toBe(lacking.includes(name) ? "no" : "this or better");
  }

  test("the counter-offer prices our side as the core does, and its asks as their sheet", async () => {
    for (const [, [address, example]] of Object.entries(CELLS))
      workbook.setCell("Deal", address, example);
    const column = (await workbook.readCells("Asks", "A1:A40")).map(([name]) => name);
    for (const name of CLAUSE_NAMES)
      workbook.setCell("Asks", `J${column.indexOf(name) + 1}`, "open");
    const state = await stateNow();
    const offer = counterOffer(readingOf(state), weighedAsks(state, undefined));
    expect(offer?.asks.map(({ name }) => name)).toEqual([
      "Step-up right",
      "Half the shortfall returned",
    ]);
    const shown = await workbook.readCells("Counter-offer", "A1:D40");
    const at = (label: string) => shown.find(([name]) => name === label)?.slice(1) ?? [];
    const [, cost] = at("Expected cost a year");
    expect(agrees(Number(cost), offer?.ours.costUsd ?? 0)).toBe(true);
    expect(at("Commitment a year").slice(0, 2)).toEqual([480_000, offer?.ours.commitmentUsd]);
    expect(shown[4]?.[0]).toBe(
      "We commit to $250,000 a year at 10.0% off list prices, with what is asked for below.",
    );
    const asked = shown.slice(21, 24).map(([name, year]) => [name, year]);
    const { asks } = readAsks(state.asks[0]?.values ?? []);
    expect(asked).toEqual([
      ...["Step-up right", "Half the shortfall returned"].map((name) => [
        name,
        asks.find((ask) => ask.name === name)?.yearUsd,
      ]),
      [null, null],
    ]);
  });

  test("what somebody typed beside an ask survives a rebuild, which ranks again", async () => {
    const before = (await stateNow()).tables.find(({ title }) => title === "Asks");
    if (!before) throw new Error("there is no sheet of asks");
    const column = (await workbook.readCells("Asks", "A1:A40")).map(([name]) => name);
    const rowOf = (name: string): number => column.indexOf(name) + 1;
    const half = rowOf("Half the shortfall returned");
    workbook.setCell("Asks", `F${half}`, 0.9);
    workbook.setCell("Asks", `H${half}`, 1);
    workbook.setCell("Asks", `I${half}`, "'=a reference call, 3-5 of them");
    workbook.setCell("Asks", `F${rowOf("Step-up right")}`, "=1/10");
    workbook.setCell("Asks", `C${rowOf("Senior account team")}`, 12_000);
    const own = column.indexOf("Faster support response") + 2;
    workbook.setCell("Asks", `A${own}`, "Training for our engineers");
    workbook.setCell("Asks", `C${own}`, 5_000);
    workbook.setCell("Asks", `F${own}`, 0.5);
    done(await markAsk(before.id, "Half the shortfall returned", "asked"));
    const again = await writeAsksNow(before);
    expect(again.id).toBe(before.id);
    const state = await stateNow();
    const { asks, problems } = readAsks(state.asks[0]?.values ?? []);
    expect(problems).toEqual([]);
    expect(asks.map(({ name }) => name)).toEqual([
      ...["Half the shortfall returned", "Step-up right", "Overage at the committed rate"],
      ...["Senior account team", "Faster support response", "Training for our engineers"],
    ]);
    expect(asks[0]).toMatchObject({ likelihood: 0.9, priority: 1, status: "asked" });
    expect(asks[0]?.give).toBe("=a reference call, 3-5 of them");
    expect(asks[0]?.expectedUsd).toBeCloseTo(0.9 * (asks[0]?.termUsd ?? 0), 6);
    expect(asks.at(-1)).toMatchObject({ yearUsd: 5_000, expectedUsd: 2_500, about: "own" });
    expect(asks[3]).toMatchObject({ yearUsd: 12_000, termUsd: 12_000 });
    const formula = await workbook.Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Asks").getRange("F14");
      cell.load("formulas");
      await context.sync();
      return cell.formulas[0]?.[0];
    });
    expect(formula).toBe("=1/10");
    // The counter-offer asks for other things now, and says so.
    const counter = state.tables.find(({ title }) => title === "Counter-offer")?.definition;
    if (counter?.kind !== "counterOffer") throw new Error("it keeps no definition");
    expect(negotiationStaleness(counter, state)).toEqual({ kind: "position" });
  });

  test("asks about the term are worth what TERM_PROTECTIONS says, and those of a year three times a year", async () => {
    const terms = [
      ["Term", "Value"],
      ["Overage", "list"],
      ["Term", 3],
      ["List price change", -0.1],
      ["Renewal every", 1],
      ["Renewal uplift ask", 0.08],
    ] as const;
    for (const [row, line] of terms.entries())
      for (const [at, value] of line.entries())
        workbook.setCell("Deal", `${"KL"[at]}${30 + row}`, value);
    await workbook.Excel.run(async (context) => {
      context.workbook.names.getItem("Terms").formula = "=Deal!$K$30:$L$35";
      await context.sync();
    });
    const [before] = (await stateNow()).tables;
    await writeAsksNow(before);
    const state = await stateNow();
    const list = askList(readingOf(state));
    expect(list).toMatchObject({ years: 3, perYear: 1 });
    const { asks } = readAsks(state.asks[0]?.values ?? []);
    const priced = (list?.asks ?? []).filter(({ about }) => about !== "service");
    expect(priced.map(({ about }) => about)).toContain("term");
    expect(priced.length).toBeGreaterThan(5);
    for (const { name, yearUsd, termUsd } of priced) {
      const shown = asks.find((ask) => ask.name === name);
      expect(Math.abs((shown?.termUsd ?? Number.NaN) - (termUsd ?? 0)), name).toBeLessThan(1e-6);
      expect(Math.abs((shown?.yearUsd ?? Number.NaN) - (yearUsd ?? 0)), name).toBeLessThan(1e-6);
    }
  });

  test("of a scenario they follow its row, by its name", async () => {
    await workbook.Excel.run(async (context) => {
      context.workbook.names.getItem("Terms").formula = "=Deal!$A$12:$B$16";
      await context.sync();
    });
    const scenario = {
      ...{
        name: "Reach",
        commitmentUsd: 500_000,
        usageUsd: 600_000,
        bands: "",
        terms: "",
        notes: "",
      },
      forecast: { kind: "certain" as const },
    };
    done(await addScenario(scenario, US_DOLLAR));
    const cells = done(await readWorkbook());
    const read = readScenarioTable(done(cells.scenarios) ?? never(), done(cells.deal), US_DOLLAR);
    const { reading } = read[0] ?? never();
    const deal = { kind: "read", reading } as const;
    const asks = done(await writeAsks(whole(asksRequest(deal, NOW)), US_DOLLAR));
    const { commitmentUsd, forecast, agreement } = readingOf({ ...FIRST_STATE, deal });
    const cost = expectedCost(forecast, commitmentUsd, agreement);
    const [[shown]] = (await workbook.readCells(asks.sheet, "C6")) as [[number]];
    expect(agrees(shown, cost)).toBe(true);
    const state: PaneState = { ...(await stateNow()), deal, shown: "Reach" };
    expect(asksOfShown(state)?.table.id).toBe(asks.id);
    const request = whole(counterOfferRequest(state, asks.sheet, null, NOW));
    const { sheet } = done(await writeCounterOffer(request, US_DOLLAR));
    const [[theirs, ours]] = (await workbook.readCells(sheet, "B15:C15")) as [[number, number]];
    expect(agrees(theirs, cost)).toBe(true);
    const offer = counterOffer(reading, weighedAsks(state, undefined));
    expect(agrees(ours, offer?.ours.costUsd ?? 0)).toBe(true);
  });
});

describe("as they are written", () => {
  let workbook: LocalWorkbook;
  const saboteur = new FaultInjector();
  beforeAll(async () => {
    workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
    done(await insertExample(US_DOLLAR));
  });
  afterAll(() => workbook.close());

  test("a change that fails leaves the workbook as it was, on a new sheet and again", async () => {
    const before = await snapshot(workbook);
    const request = whole(asksRequest((await stateNow()).deal, NOW));
    expect(
      await failsWithoutTrace(workbook, saboteur, () => writeAsks(request, US_DOLLAR)),
    ).toBeGreaterThan(2);
    const [asks] = (await stateNow()).tables;
    if (!asks) throw new Error("there is no sheet of asks");
    expect(
      await failsWithoutTrace(workbook, saboteur, () =>
        writeAsks({ ...request, again: asks }, US_DOLLAR),
      ),
    ).toBeGreaterThan(2);
    const offer = whole(counterOfferRequest(await stateNow(), "Asks", null, NOW));
    expect(
      await failsWithoutTrace(workbook, saboteur, () => writeCounterOffer(offer, US_DOLLAR)),
    ).toBeGreaterThan(2);
    const { tables } = await stateNow();
    expect(tables.map(({ title }) => title)).toEqual(["Asks", "Counter-offer"]);
    for (const { id } of tables) done(await removeTable(id));
    expect(await snapshot(workbook)).toEqual(before);
  });

  test("the page is upright, one page, and without the cells below it; statuses are a list", async () => {
    const { address, id } = await writeAsksNow();
    const counter = await writeCounterNow();
    const { sheets } = await captureWorkbook(workbook.host);
    const page = sheets.find(({ name }) => name === "Counter-offer");
    expect(page?.page).toMatchObject({ areas: ["$A$1:$D$47"] });
    expect(page?.charts.map(({ place }) => place)).toEqual([
      { row: 34, col: 0, rows: 13, cols: 4 },
    ]);
    const asks = sheets.find(({ name }) => name === "Asks");
    expect(address).toMatch(/^A1:J/);
    expect(JSON.stringify(asks)).toContain("open,asked,won,refused");
    for (const written of [counter.id, id]) done(await removeTable(written));
  });

  test("a row that is gone, and a sheet that is gone, are told and nothing is written", async () => {
    const { id } = await writeAsksNow();
    const before = await snapshot(workbook);
    expect(await markAsk(id, "A unicorn", "won")).toMatchObject({
      ok: false,
      fault: { kind: "rowChanged", sheet: "Asks" },
    });
    expect(await snapshot(workbook)).toEqual(before);
    done(await markAsk(id, "step-up right", "won"));
    const state = await stateNow();
    expect(withWon(FIRST_STATE.whatIf, FIRST_STATE, state).clauses).toEqual(["Step-up right"]);
    const { rows } = rowsOfAsks(asksOfShown(state)?.cells.values ?? []);
    expect(rows[0]?.cells[ASKS_COLUMNS.indexOf("Status")]).toBe("won");
    done(await removeTable(id));
    expect(await markAsk(id, "Step-up right", "won")).toMatchObject({
      fault: { kind: "sheetGone" },
    });
    expect(
      withWon({ ...FIRST_STATE.whatIf, clauses: ["Step-up right"] }, state, await stateNow()),
    ).toMatchObject({ clauses: [] });
  });
});

function never(): never {
  throw new Error("there is no scenario");
}
