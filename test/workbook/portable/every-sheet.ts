import { US_DOLLAR } from "../../../src/core/currency";
import { readDealCells } from "../../../src/deal/parse-deal";
import { readScenarioTable } from "../../../src/deal/parse-scenario";
import type { TermSheetKind } from "../../../src/sheets/sheet-definition";
import { termSheetRequest } from "../../../src/sheets/term/term-request";
import { bridgeRequest } from "../../../src/taskpane/context/bridge-request";
import { comparisonRequest } from "../../../src/taskpane/context/comparison-request";
import { asksRequest } from "../../../src/taskpane/context/negotiation/asks-request";
import { counterOfferRequest } from "../../../src/taskpane/context/negotiation/counter-offer-request";
import type { PaneState } from "../../../src/taskpane/context/pane-state";
import { FIRST_STATE } from "../../../src/taskpane/first-state";
import { writeComparables } from "../../../src/workbook/comparables/write-comparables";
import { readWorkbook } from "../../../src/workbook/read-workbook";
import { addScenario } from "../../../src/workbook/scenarios/change-scenarios";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { insertRound, type RoundToWrite } from "../../../src/workbook/sheets/insert-round";
import { writeAsks } from "../../../src/workbook/sheets/write-asks";
import { writeBridge } from "../../../src/workbook/sheets/write-bridge";
import { writeComparison } from "../../../src/workbook/sheets/write-comparison";
import { writeCounterOffer } from "../../../src/workbook/sheets/write-counter-offer";
import { writeDecision } from "../../../src/workbook/sheets/write-decision";
import { writeTable } from "../../../src/workbook/sheets/write-table";
import { writeTerm } from "../../../src/workbook/sheets/write-term";
import { importUsage } from "../../../src/workbook/usage/import-usage";
import { writeEfficient } from "../../../src/workbook/usage/write-efficient";
import { EXHAUSTIVE } from "../../support/exhaustive";
import { decisionRequest } from "../decision-request";
import { done } from "../open";
import { readDeal } from "../read";
import { REQUEST } from "../request";
import { checkRow, IMPORTED, month, monthRow, usageRow } from "../usage/imported";

const NOW = new Date(2026, 10, 28, 9, 0);
const MONTHS = 6;

async function state(): Promise<PaneState> {
  const cells = done(await readWorkbook());
  const deal = done(cells.deal);
  const read = { kind: "read", reading: readDealCells(deal) } as const;
  const table = done(cells.scenarios);
  return {
    ...{ ...FIRST_STATE, deal: read, workbookDeal: read, tables: cells.tables, asks: cells.asks },
    scenarios: table ? readScenarioTable(table, deal, US_DOLLAR) : [],
  };
}

function whole<T>(request: T | string): T {
  if (typeof request === "string") throw new Error(request);
  return request;
}

/** The workbook of the example with every kind of sheet that the add-in writes; those of imported usage in a soak alone. */
export async function writeEverySheet(): Promise<void> {
  done(await insertExample(US_DOLLAR));
  done(await writeTable(REQUEST, US_DOLLAR));
  done(await writeDecision((await decisionRequest()).request, US_DOLLAR));
  await writeScenarios();
  // Their tables take as long to calculate as all the others, and half of what is on them is frozen.
  if (EXHAUSTIVE) await writeUsageSheets();
  done(await writeComparables({ bands: "Bands", commitment: "Commitment" }, US_DOLLAR));
  done(await writeTermSheet("term"));
  done(await writeTermSheet("burndown"));
  done(await writeAsks(whole(asksRequest((await state()).deal, NOW)), US_DOLLAR));
  done(
    await writeCounterOffer(
      whole(counterOfferRequest(await state(), "Asks", null, NOW)),
      US_DOLLAR,
    ),
  );
}

async function writeTermSheet(sheet: TermSheetKind) {
  const settings = { policies: { Term: 2 }, commitmentsUsd: undefined };
  const reading = readDealCells(done(await readDeal()));
  return writeTerm(whole(termSheetRequest(reading, settings, sheet, "28 Nov 2026")), US_DOLLAR);
}

/** Two scenarios and the vendor's next offer, side by side and as a bridge. */
async function writeScenarios(): Promise<void> {
  const hold = {
    ...{ name: "Hold", commitmentUsd: 250_000, usageUsd: null, bands: "", terms: "", notes: "" },
    forecast: {
      kind: "labelled",
      forecast: { kind: "points", lowUsd: 3e5, likelyUsd: 5.5e5, highUsd: 1.1e6 },
      distribution: undefined,
    },
  } as const;
  done(await addScenario(hold, US_DOLLAR));
  done(await addScenario({ ...hold, name: "Reach", commitmentUsd: 500_000 }, US_DOLLAR));
  const name = "Acme, 14 Nov 2026";
  const round: RoundToWrite = {
    numbers: {
      bands: [
        { thresholdUsd: 250_000, discountFraction: 0.12, name: "" },
        { thresholdUsd: 500_000, discountFraction: 0.175, name: "" },
      ],
      commitmentUsd: 500_000,
      forecast: { kind: "spread", meanUsd: 700_000, spreadFraction: 0.1 },
      proposal: {
        ...{ overage: "committed", overagePremiumFraction: 0, forfeitedShareFraction: 0.5 },
        ...{ source: "proposal", confidence: "", text: [], alsoSaid: [] },
      },
    },
    scenario: {
      ...{ name, commitmentUsd: 500_000, usageUsd: 800_000, notes: "" },
      ...{ forecast: { kind: "certain" }, round: { from: "Acme", day: 46_340 } },
    },
  };
  done(await insertRound(round, US_DOLLAR));
  const { scenarios } = await state();
  done(await writeComparison(whole(comparisonRequest(scenarios, NOW)), US_DOLLAR));
  const ends = { from: null, to: name };
  done(await writeBridge(whole(bridgeRequest(await state(), ends, NOW)), US_DOLLAR));
}

/** Imported months with their reconciliation, efficient use, and the forecast from them. */
export async function writeUsageSheets(): Promise<void> {
  const months = Array.from({ length: MONTHS }, (_, index) => month(2026, 3) + index);
  const rows = months.map((one, index) =>
    usageRow(one, { quantities: [6e8 * (10 + index), 0, 0, 2e8, 6e7 * (10 + index), 0] }),
  );
  const imported = {
    ...{ ...IMPORTED, rows, months: months.map((one) => monthRow(one)) },
    checks: months.map((one) => checkRow(one)),
  };
  done(await importUsage(imported, US_DOLLAR));
  const request = {
    tables: { usage: "UsageTable", months: "UsageMonths", book: "PriceBook" },
    levers: [["Cache", "", "", "", 0.5, "", "", ""]],
    ...{ hasUsage: true, historyMonths: MONTHS, largestUsd: 1_000_000, madeOn: "28 Nov 2026" },
    deal: { bands: "Bands", terms: "Terms", commitment: "Commitment" },
  } as const;
  done(await writeEfficient(request, US_DOLLAR));
}
