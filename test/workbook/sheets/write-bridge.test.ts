import { afterEach, beforeEach, expect, test } from "vitest";
import { offerBridge } from "../../../src/analysis/offer-bridge";
import { US_DOLLAR } from "../../../src/core/currency";
import { readDealCells } from "../../../src/deal/parse-deal";
import { readScenarioTable } from "../../../src/deal/parse-scenario";
import { changedTextTerms } from "../../../src/deal/text-terms";
import { blockOf, withoutSheet } from "../../../src/input/cells/a1";
import { bridgeRequest, offersOf } from "../../../src/taskpane/context/bridge-request";
import { FIRST_STATE } from "../../../src/taskpane/first-state";
import { bridgeSentence } from "../../../src/taskpane/views/negotiation/what-changed-messages";
import { fitOf } from "../../../src/taskpane/views/sheets/fit";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { readWorkbook } from "../../../src/workbook/read-workbook";
import { deleteScenario } from "../../../src/workbook/scenarios/change-scenarios";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { insertRound, type RoundToWrite } from "../../../src/workbook/sheets/insert-round";
import { writeBridge } from "../../../src/workbook/sheets/write-bridge";
import type { LocalWorkbook } from "../../support/local-workbook";
import { captureWorkbook } from "../../support/workbook-files";
import { agrees } from "../../tolerance";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode } from "../open";
import { listTables, readDeal, readScenarios } from "../read";
import { snapshot } from "../snapshot";

/** Other bands, terms, commitment and, where its usage is typed, usage than the example's. */
const ROUND: RoundToWrite = {
  numbers: {
    bands: [
      { thresholdUsd: 250_000, discountFraction: 0.12, name: "" },
      { thresholdUsd: 500_000, discountFraction: 0.175, name: "" },
    ],
    commitmentUsd: 500_000,
    forecast: { kind: "spread", meanUsd: 1, spreadFraction: 0.1 },
    proposal: {
      ...{ overage: "committed", overagePremiumFraction: 0, forfeitedShareFraction: 0.5 },
      ...{ source: "proposal", confidence: "", text: [], alsoSaid: [] },
    },
  },
  scenario: {
    ...{ name: "Acme, 14 Nov 2026", commitmentUsd: 500_000, usageUsd: 800_000, notes: "" },
    ...{ forecast: { kind: "certain" }, round: { from: "Acme", day: 46_340 } },
  },
};
const FIRST = 15;
const STEPS = 4;

const saboteur = new FaultInjector();
let workbook: LocalWorkbook;
beforeEach(async () => {
  workbook = await openForWorkbookCode({ beforeAction: saboteur.beforeAction });
  done(await insertExample(US_DOLLAR));
  done(await insertRound(ROUND, US_DOLLAR));
});
afterEach(() => workbook.close());

async function state() {
  const deal = done(await readDeal());
  const table = done(await readScenarios());
  const scenarios = table ? readScenarioTable(table, deal, US_DOLLAR) : [];
  const workbookDeal = { kind: "read", reading: readDealCells(deal) } as const;
  const { alsoSaid } = done(await readWorkbook());
  return { ...FIRST_STATE, workbookDeal, scenarios, alsoSaid };
}

const ENDS = { from: null, to: ROUND.scenario.name };

async function request() {
  const made = bridgeRequest(await state(), ENDS, new Date(2026, 10, 25, 10, 30));
  if (typeof made === "string") throw new Error(made);
  return made;
}

async function bridgeNow() {
  const [from, to] = offersOf(await state());
  if (!from || !to) throw new Error("there are no two offers");
  return offerBridge(from.offer, to.offer);
}

/** The sheet against the pane: every cost on the way, in both orders, and its sums. */
async function agreesWithThePane(): Promise<void> {
  const bridge = await bridgeNow();
  const rows = await workbook.readCells("Bridge", `A${FIRST}:H${FIRST + STEPS + 3}`);
  const number = (row: number, column: number) => Number(rows[row]?.[column]);
  const near = (one: number, cents: number) => Math.abs(one - cents / 100) <= 0.011;
  expect(near(number(0, 1), bridge.fromCents)).toBe(true);
  for (const [index, step] of bridge.steps.entries()) {
    expect(near(number(index + 1, 2), step.inOrderCents)).toBe(true);
    expect(near(number(index + 1, 4), step.inReverseCents)).toBe(true);
    const [before, after] = [number(index, 1), number(index + 1, 1)];
    const [stays, less, more] = [5, 6, 7].map((column) => number(index + 1, column));
    expect(agrees((stays ?? 0) + (less ?? 0), before)).toBe(true);
    expect(agrees((stays ?? 0) + (more ?? 0), after)).toBe(true);
  }
  expect(near(number(STEPS + 1, 1), bridge.toCents)).toBe(true);
  const [sum, difference] = [STEPS + 2, STEPS + 3];
  for (const column of [2, 4])
    expect(agrees(number(sum, column), number(difference, column))).toBe(true);
  expect(await workbook.readCell("Bridge", `A${FIRST - 4}`)).toBe(
    bridgeSentence(bridge, US_DOLLAR),
  );
}

test("a bridge is the pane's, by live formulas over both offers", async () => {
  const written = done(await writeBridge(await request(), US_DOLLAR));
  expect(written).toMatchObject({ title: "What changed", sheet: "Bridge" });
  const labels = await workbook.readCells("Bridge", `A${FIRST}:A${FIRST + STEPS + 3}`);
  expect(labels.flat()).toEqual([
    ...["The deal in the workbook", "Bands", "Terms", "Commitment", "Usage"],
    ...["Acme, 14 Nov 2026", "Sum of the changes", "Difference of the two offers"],
  ]);
  await agreesWithThePane();
  const before = await bridgeNow();
  workbook.setCell("Deal", "B8", 0.16);
  workbook.setCell("Scenarios", "B6", 250_000);
  expect(await bridgeNow()).not.toEqual(before);
  await agreesWithThePane();
  workbook.setCell("Scenarios", "C6", "");
  workbook.setCell("Scenarios", "H6", 650_000);
  workbook.setCell("Scenarios", "I6", 0.2);
  await agreesWithThePane();
  const captured = await captureWorkbook(workbook.host);
  const [chart] = captured.sheets.find(({ name }) => name === "Bridge")?.charts ?? [];
  expect(chart).toMatchObject({
    type: "ColumnStacked",
    series: [{ name: "Cost" }, { name: "Less" }, { name: "More" }],
    upAxis: { minimum: expect.any(Number), maximum: expect.any(Number) },
  });
});

test("a bridge is out of date when an offer is read from other cells, or is gone", async () => {
  done(await writeBridge(await request(), US_DOLLAR));
  const sentence = async () => {
    const listed = done(await listTables()).find(({ title }) => title === "What changed");
    return listed && fitOf(listed, await state(), US_DOLLAR).outdated;
  };
  expect(await sentence()).toBeUndefined();
  workbook.setCell("Scenarios", "B6", 250_000);
  expect(await sentence()).toBeUndefined();
  workbook.setCell("Scenarios", "M6", "");
  expect(await sentence()).toBe("Acme, 14 Nov 2026 is now read from other cells.");
  done(await deleteScenario(ROUND.scenario.name));
  expect(await sentence()).toBe("Acme, 14 Nov 2026 is no longer among the scenarios.");
  expect(bridgeRequest(await state(), ENDS, new Date())).toMatch(/cannot be read: mend it first/);
});

test("a bridge is written again in its place, and removed without a trace", async () => {
  const before = await snapshot(workbook);
  const written = done(await writeBridge(await request(), US_DOLLAR));
  workbook.setCell("Scenarios", "N6", "");
  done(await writeBridge({ ...(await request()), again: written }, US_DOLLAR));
  await agreesWithThePane();
  workbook.setCell("Scenarios", "N6", "OfferTerms");
  const [listed] = done(await listTables()).filter(({ title }) => title === "What changed");
  done(await removeTable(listed?.id ?? ""));
  expect(await snapshot(workbook)).toEqual(before);
});

test("a bridge leaves the workbook as it was where a fault stops it", async () => {
  const made = await request();
  expect(
    await failsWithoutTrace(workbook, saboteur, () => writeBridge(made, US_DOLLAR)),
  ).toBeGreaterThan(2);
});

type TextRow = readonly [label: string, priced: string, words: string];

/** Sheets of the two offers, beside the one of every test. */
const OFFERS = ["Offer 2", "Offer 3"] as const;

/** Rows of Also said in two offers, two at most. */
const SAID: readonly (readonly [from: readonly TextRow[], to: readonly TextRow[]])[] = [
  [[], []],
  [[["Payment", "not priced yet", "within 45 days: “net 45”"]], []],
  [[], [["Rate lock", "not priced yet", "prices stay, for 18 months: “held”"]]],
  [
    [["Payment", "not priced yet", "within 45 days: “net 45”"]],
    [["payment ", "not priced yet", "within 45  days: “invoices: 45 days”"]],
  ],
  [
    [["Payment", "not priced yet", "within 45 days: “net 45”"]],
    [["Payment", "not priced yet", "within 30 days: “net 30”"]],
  ],
  [
    [["Not understood", "not priced", "Support: “gold”"]],
    [["Not understood", "not priced", "Support: “silver”"]],
  ],
  [
    [
      ["Not understood", "not priced", "A named engineer."],
      ["Left out", "not priced", "20% at $1M"],
    ],
    [
      ["Left out", "not priced", "20% at $1M"],
      ["Not understood", "not priced", "A NAMED engineer."],
    ],
  ],
  [
    [["Not understood", "not priced", "5% * or more?"]],
    [["Not understood", "not priced", "5% of all or more?"]],
  ],
  [[["Not understood", "not priced", `${"long ".repeat(80)}end`]], []],
  [
    [["Left out", "not priced", "the same"]],
    [
      ["Not understood", "not priced", "the same"],
      ["Left out", "not priced", "the same"],
    ],
  ],
];

test("text terms that only one offer says are listed live, as the pane has them", async () => {
  const alsoSaid = [1, 2].map((at) => ({ label: "Row", isTerm: false, words: `${at}` }));
  const { proposal } = ROUND.numbers;
  const numbers = { ...ROUND.numbers, ...(proposal && { proposal: { ...proposal, alsoSaid } }) };
  for (const name of ["First", "Second"])
    done(await insertRound({ numbers, scenario: { ...ROUND.scenario, name } }, US_DOLLAR));
  const made = bridgeRequest(await state(), { from: "First", to: "Second" }, new Date());
  if (typeof made === "string") throw new Error(made);
  const { sheet, address } = done(await writeBridge(made, US_DOLLAR));
  const onlyIn = async (name: string) => {
    const rows = await workbook.readCells(sheet, `A1:B${blockOf(address).rows}`);
    const below = rows.slice(rows.findIndex(([cell]) => cell === `Only in ${name}`) + 1);
    const listed = below.slice(
      0,
      below.findIndex(([cell]) => cell === null),
    );
    return listed
      .filter(([label]) => label !== "nothing")
      .map(([label, words]) => ({ label: trimmed(label), words: trimmed(words) }));
  };
  for (const sides of SAID) {
    for (const [side, rows] of sides.entries()) {
      const { row } = blockOf(withoutSheet(made.alsoSaid[side]?.address ?? ""));
      for (const [line, cells] of [rows[0], rows[1]].entries())
        for (const [at, letter] of ["A", "B", "C"].entries())
          workbook.setCell(OFFERS[side] ?? "", `${letter}${row + line + 2}`, cells?.[at] ?? "");
    }
    const { alsoSaid: now } = await state();
    const [from, to] = made.alsoSaid.map((before) =>
      now.find(({ table }) => table === before?.table),
    );
    const { gone, added } = changedTextTerms(from, to);
    expect([await onlyIn("First"), await onlyIn("Second")], JSON.stringify(sides)).toEqual([
      gone,
      added,
    ]);
  }
});

function trimmed(cell: unknown): string {
  return String(cell).replace(/ +/g, " ").trim();
}
