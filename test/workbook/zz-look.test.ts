import { mkdirSync, writeFileSync } from "node:fs";
import { test } from "vitest";
import { AS_IT_IS } from "../../src/deal/assumptions";
import { readDealCells } from "../../src/deal/parse-deal";
import { readScenarioTable } from "../../src/deal/parse-scenario";
import { comparisonRequest } from "../../src/taskpane/views/scenarios/comparison-request";
import { decisionRequest } from "../../src/taskpane/views/sheets/decision-request";
import {
  FRESH_FORM,
  readTableForm,
  type TableForm,
} from "../../src/taskpane/views/sheets/table-form-state";
import { readDeal } from "../../src/workbook/deal/read-deal";
import { addScenario } from "../../src/workbook/scenarios/change-scenarios";
import { readScenarios } from "../../src/workbook/scenarios/read-scenarios";
import { insertExample } from "../../src/workbook/sheets/insert-example";
import { insertNumbers } from "../../src/workbook/sheets/insert-numbers";
import { writeComparison } from "../../src/workbook/sheets/write-comparison";
import { writeDecision } from "../../src/workbook/sheets/write-decision";
import { writeTable } from "../../src/workbook/sheets/write-table";
import * as files from "../support/workbook-files";
import { done, openForWorkbookCode } from "./open";

const OUT = "/tmp/looksheets";
mkdirSync(OUT, { recursive: true });

async function tables(forms: readonly Partial<TableForm>[]) {
  const deal = readDealCells(done(await readDeal()));
  for (const form of forms) {
    const { request, obstacles } = readTableForm({ ...FRESH_FORM, ...form }, deal);
    if (!request) throw new Error(obstacles.join());
    done(await writeTable({ ...request, madeOn: "November 27, 2026 at 9:00 PM" }));
  }
}
async function decision() {
  const reading = readDealCells(done(await readDeal()));
  const made = decisionRequest({ kind: "read", reading }, AS_IT_IS, new Date(2026, 10, 27));
  if (typeof made === "string") throw new Error(made);
  done(await writeDecision(made));
}

test("example", async () => {
  const workbook = await openForWorkbookCode();
  done(await insertExample());
  await decision();
  const HOLD = {
    name: "Hold at 250 thousand until the spring review",
    commitmentUsd: 250_000,
    usageUsd: null,
    forecast: {
      kind: "labelled",
      forecast: { kind: "points", lowUsd: 3e5, likelyUsd: 5.5e5, highUsd: 1.1e6 },
      distribution: undefined,
    },
    bands: "",
    terms: "",
    notes: "",
  } as const;
  done(await addScenario(HOLD));
  done(await addScenario({ ...HOLD, name: "Reach", commitmentUsd: 500_000 }));
  done(await addScenario({ ...HOLD, name: "Third way of doing it", commitmentUsd: 400_000 }));
  const table = done(await readScenarios());
  const parsed = table ? readScenarioTable(table, done(await readDeal())) : [];
  const made = comparisonRequest(parsed, new Date(2026, 10, 27));
  if (made) done(await writeComparison(made));
  await tables([
    {},
    { measure: "saving", columnAxis: "measures" },
    { measure: "expectedSaving", rowAxis: "threshold" },
  ]);
  await workbook.grid.settle();
  writeFileSync(`${OUT}/example.xlsx`, await files.saveWorkbook(workbook.host));
  workbook.close();
});
test("many", async () => {
  const workbook = await openForWorkbookCode();
  const bands = Array.from({ length: 200 }, (_, i) => ({
    thresholdUsd: (i + 1) * 25_000_000,
    discountFraction: (i + 1) / 1000 + 0.0045,
    name: "",
  }));
  done(
    await insertNumbers({
      bands,
      commitmentUsd: 2_250_000_000,
      forecast: { kind: "spread", meanUsd: 2_400_000_000, spreadFraction: 0.35 },
    }),
  );
  await decision();
  await tables([{}]);
  await workbook.grid.settle();
  writeFileSync(`${OUT}/many.xlsx`, await files.saveWorkbook(workbook.host));
  workbook.close();
});
