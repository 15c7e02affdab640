import { afterEach, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { readDealCells } from "../../../src/deal/parse-deal";
import { readScenarioTable } from "../../../src/deal/parse-scenario";
import { cellReaders } from "../../../src/taskpane/views/sheets/tables-model";
import { describeFault } from "../../../src/workbook/excel/outcome";
import { readersOf } from "../../../src/workbook/journal/readers-of";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import { addScenario } from "../../../src/workbook/scenarios/change-scenarios";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { insertRound, type RoundToWrite } from "../../../src/workbook/sheets/insert-round";
import type { LocalWorkbook } from "../../support/local-workbook";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode, UNCALCULATED } from "../open";
import { listTables, readDeal, readScenarios } from "../read";
import { snapshot } from "../snapshot";

const ROUND: RoundToWrite = {
  numbers: {
    bands: [
      { thresholdUsd: 250_000, discountFraction: 0.12, name: "=Growth" },
      { thresholdUsd: 500_000, discountFraction: 0.175, name: "" },
    ],
    commitmentUsd: 500_000,
    forecast: { kind: "spread", meanUsd: 1, spreadFraction: 0.1 },
    proposal: {
      ...{ overage: "committed", overagePremiumFraction: 0, forfeitedShareFraction: 0.5 },
      ...{ source: "proposal, received 14 Nov 2026", confidence: "Low", text: ["=1+1"] },
      alsoSaid: [{ label: "Rollover", isTerm: true, words: "“unused rolls over”" }],
    },
  },
  scenario: {
    ...{ name: "Acme, 14 Nov 2026", commitmentUsd: 500_000, usageUsd: null, notes: "" },
    ...{ forecast: { kind: "cells", reference: "Forecast" } },
    round: { from: "Acme", day: 46_340 },
  },
};

let workbook: LocalWorkbook;
afterEach(() => workbook.close());

async function readRounds() {
  const table = done(await readScenarios());
  if (!table) throw new Error("there are no scenarios");
  return readScenarioTable(table, done(await readDeal()), US_DOLLAR);
}

test("insertRound() adds a scenario priced by its own bands and terms, and the deal's usage", async () => {
  workbook = await openForWorkbookCode();
  done(await insertExample(US_DOLLAR));
  const deal = readDealCells(done(await readDeal()));
  expect(done(await insertRound(ROUND, US_DOLLAR)).sheet).toBe("Offer");
  const [round] = await readRounds();
  expect(round?.problems).toEqual([]);
  expect(round?.round).toMatchObject({ from: "Acme", day: 46_340, dateFault: undefined });
  expect(round?.reading.references).toMatchObject({
    ...{ bands: "OfferBands[#All]", terms: "OfferTerms[#All]", forecast: "Forecast" },
  });
  expect(round?.reading.commitmentUsd).toBe(500_000);
  expect(round?.reading.forecast?.meanUsd).toBe(deal.forecast?.meanUsd);
  expect(round?.reading.agreement?.bands.at(-1)).toMatchObject({
    ...{ thresholdUsd: 500_000, discountFraction: 0.175, overage: "committed" },
    forfeitedFraction: 0.5,
  });
  expect(readDealCells(done(await readDeal())).commitmentUsd).toBe(deal.commitmentUsd);
  const cells = await workbook.readCells("Offer", "A1:C30");
  const column = cells.map(([first]) => first);
  expect(column).toEqual(expect.arrayContaining(["Offer: Acme, 14 Nov 2026", "Also said", "=1+1"]));
  const next = { ...ROUND, scenario: { ...ROUND.scenario, name: "Acme again" } };
  expect(done(await insertRound(next, US_DOLLAR)).sheet).toBe("Offer 2");
  const rounds = await readRounds();
  expect(rounds.map(({ problems }) => problems)).toEqual([[], []]);
  // Whoever removes the sheet of an offer hears first which scenario reads it.
  const offers = done(await listTables()).filter(({ title }) => title.startsWith("Offer: "));
  const readers = cellReaders({ deals: [], scenarios: rounds });
  const read = await Promise.all(offers.map(async ({ id }) => done(await readersOf(id, readers))));
  expect(read).toEqual([["the scenario Acme, 14 Nov 2026"], ["the scenario Acme again"]]);
});

test("insertRound() takes its sheet out again where the scenario cannot be added", async () => {
  workbook = await openForWorkbookCode(UNCALCULATED);
  const { name } = ROUND.scenario;
  done(await addScenario({ ...ROUND.scenario, bands: "", terms: "" }, US_DOLLAR));
  const before = await snapshot(workbook);
  const twice = await insertRound(ROUND, US_DOLLAR);
  expect(twice.ok ? "" : describeFault(twice.fault)).toMatch(`a scenario called ${name} already`);
  expect(await snapshot(workbook)).toEqual(before);
});

test("insertRound() leaves no trace of its sheet when that is removed, or where a fault stops it", async () => {
  const saboteur = new FaultInjector();
  workbook = await openForWorkbookCode({ ...UNCALCULATED, beforeAction: saboteur.beforeAction });
  const before = await snapshot(workbook);
  expect(
    await failsWithoutTrace(workbook, saboteur, () => insertRound(ROUND, US_DOLLAR)),
  ).toBeGreaterThan(2);
  for (const { id } of done(await listTables())) done(await removeTable(id));
  expect(await snapshot(workbook)).toEqual(before);
});
