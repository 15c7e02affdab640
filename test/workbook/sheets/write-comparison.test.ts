import { afterEach, beforeEach, expect, test } from "vitest";
import { compareScenarios } from "../../../src/analysis/scenario-comparison";
import { US_DOLLAR } from "../../../src/core/currency";
import { AS_IT_IS } from "../../../src/deal/assumptions";
import { readScenarioTable } from "../../../src/deal/parse-scenario";
import type { ScenarioToWrite } from "../../../src/deal/scenario-to-write";
import { comparable, comparisonRequest } from "../../../src/taskpane/context/comparison-request";
import { decisionRequest } from "../../../src/taskpane/context/decision/decision-request";
import { FIRST_STATE } from "../../../src/taskpane/first-state";
import { fitOf } from "../../../src/taskpane/views/sheets/fit";
import { removeTable } from "../../../src/workbook/journal/roll-back";
import {
  addScenario,
  deleteScenario,
  restoreScenario,
} from "../../../src/workbook/scenarios/change-scenarios";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { writeComparison } from "../../../src/workbook/sheets/write-comparison";
import { writeDecision } from "../../../src/workbook/sheets/write-decision";
import type { LocalWorkbook } from "../../support/local-workbook";
import { agrees } from "../../tolerance";
import { FaultInjector, failsWithoutTrace } from "../fault-injector";
import { done, openForWorkbookCode } from "../open";
import { listTables, readDeal, readScenarios } from "../read";
import { snapshot } from "../snapshot";

const saboteur = new FaultInjector();
let workbook: LocalWorkbook;
beforeEach(async () => {
  workbook = await openForWorkbookCode({ beforeAction: saboteur.beforeAction });
  done(await insertExample(US_DOLLAR));
  done(await addScenario(HOLD, US_DOLLAR));
  done(await addScenario({ ...HOLD, name: "Reach", commitmentUsd: 500_000 }, US_DOLLAR));
});
afterEach(() => workbook.close());

const HOLD: ScenarioToWrite = {
  name: "Hold",
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
};

const SIDE_ROW = 5;

async function readings() {
  const table = done(await readScenarios());
  return table ? readScenarioTable(table, done(await readDeal()), US_DOLLAR) : [];
}

async function request() {
  const made = comparisonRequest(await readings(), new Date(2026, 10, 25, 10, 30));
  if (typeof made === "string") throw new Error(made);
  return made;
}

const column = async (letter: string) =>
  (await workbook.readCells("Comparison", `${letter}1:${letter}40`)).map(([value]) => value);

test("every figure on the sheet is the pane's, by formulas over the rows", async () => {
  const written = done(await writeComparison(await request(), US_DOLLAR));
  expect(written).toMatchObject({ title: "Scenarios compared", sheet: "Comparison" });
  expect(await workbook.readCell("Comparison", "A2")).toMatch(
    /^Made by Bandwise on November 25, 2026 at 10:30 AM from the scenarios Hold and Reach\./,
  );
  const labels = await column("A");
  const { outcomes } = compareScenarios(
    comparable(await readings()).map(({ compared }) => compared),
  );
  for (const [index, letter] of ["B", "C"].entries()) {
    const values = await column(letter);
    const at = (label: string) =>
      Number(values[labels.findIndex((one) => String(one).startsWith(label))]);
    const outcome = outcomes[index];
    const pairs = [
      [at("Expected cost"), outcome?.expectedCostUsd],
      [at("Expected saving"), outcome?.expectedSavingUsd],
      [at("Fill probability"), outcome?.fillProbability],
      [at("Loss probability"), outcome?.lossProbability],
      [at("Mean loss"), outcome?.worstTenthLossUsd],
      [at("Low year"), outcome?.lowUsageUsd],
      [at("High year"), outcome?.highUsageUsd],
      [at("Regret of a low"), outcome?.regretLowUsd],
      [at("Regret of a high"), outcome?.regretHighUsd],
      [at("Usage of this year"), outcome?.meanUsageUsd],
    ] as const;
    for (const [cell, core] of pairs) expect(agrees(cell, core ?? Number.NaN)).toBe(true);
  }
});

test("the cheapest at each usage is named, and changes exactly where the pane says", async () => {
  done(await writeComparison(await request(), US_DOLLAR));
  const [usages, hold, reach, named] = [
    await column("A"),
    await column("B"),
    await column("C"),
    await column("D"),
  ];
  const change = usages.indexOf(527_777.78);
  expect(change).toBeGreaterThan(2);
  expect(Math.abs(Number(hold[change]) - Number(reach[change]))).toBeLessThan(0.01);
  expect([named[change - 1], named[change + 1]]).toEqual(["Hold", "Reach"]);
  const sheet = workbook.grid.sheets().find(({ name }) => name === "Comparison");
  const [rule] = workbook.grid.conditionalFormats(sheet?.id ?? "");
  expect(rule?.rule).toMatchObject({ kind: "custom", formula: expect.stringContaining("MIN(") });
});

test("is found out of date when the thresholds of its scenarios change, and by which", async () => {
  done(await writeComparison(await request(), US_DOLLAR));
  const sentence = async (): Promise<string | undefined> => {
    const listed = done(await listTables()).find(({ title }) => title === "Scenarios compared");
    return (
      listed && fitOf(listed, { ...FIRST_STATE, scenarios: await readings() }, US_DOLLAR).outdated
    );
  };
  expect(await sentence()).toBeUndefined();
  workbook.setCell("Scenarios", "B6", 300_000);
  expect(await sentence()).toBeUndefined();
  workbook.setCell("Deal", "A8", 450_000);
  expect(await sentence()).toMatch(/^The thresholds of Hold and Reach have changed since/);
});

test("follows an edit of a row: a commitment, and a forecast that is blanked", async () => {
  done(await writeComparison(await request(), US_DOLLAR));
  const labels = await column("A");
  const row = labels.indexOf("Expected cost") + 1;
  const before = await workbook.readCell("Comparison", `B${row}`);
  workbook.setCell("Scenarios", "B6", 500_000);
  expect(await workbook.readCell("Comparison", `B${row}`)).toBe(
    await workbook.readCell("Comparison", `C${row}`),
  );
  expect(before).not.toBe(await workbook.readCell("Comparison", `B${row}`));
  for (const letter of "DEFG") workbook.setCell("Scenarios", `${letter}6`, "");
  workbook.setCell("Scenarios", "C6", 400_000);
  // 400,000 for certain under $500k: the commitment is all that is paid.
  expect(await workbook.readCell("Comparison", `B${row}`)).toBe(500_000);
});

test("finds a scenario by its name, after it was deleted and restored, and in another row", async () => {
  done(await writeComparison(await request(), US_DOLLAR));
  const before = await column("C");
  const deleted = done(await deleteScenario("Reach"));
  expect((await column("C"))[SIDE_ROW]).toBe("Reach");
  done(await restoreScenario(deleted));
  expect(await column("C")).toEqual(before);
  const first = done(await deleteScenario("Hold"));
  done(await restoreScenario({ ...first, index: 1 }));
  const rowOf = before.indexOf(3);
  const moved = await column("C");
  expect(moved.filter((_, index) => index !== rowOf)).toEqual(
    before.filter((_, index) => index !== rowOf),
  );
  expect(moved[rowOf]).toBe(2);
});

test("finds scenarios whose names Excel could take for numbers or patterns, and no others", async () => {
  const names = ["2027", "Ho*", 'The "bold" one', "~x", "Hold?"];
  for (const [index, name] of names.entries())
    done(await addScenario({ ...HOLD, name, commitmentUsd: 400_000 + index }, US_DOLLAR));
  done(await writeComparison(await request(), US_DOLLAR));
  const row = (await column("A")).indexOf("Commitment") + 1;
  expect(await workbook.readCells("Comparison", `D${SIDE_ROW + 1}:H${SIDE_ROW + 1}`)).toEqual([
    names,
  ]);
  expect(await workbook.readCells("Comparison", `D${row}:H${row}`)).toEqual([
    names.map((_, index) => 400_000 + index),
  ]);
});

test("a decision sheet of a scenario says so, and reads its row", async () => {
  const [hold] = await readings();
  if (!hold) throw new Error("there is no scenario");
  const made = decisionRequest(
    { kind: "read", reading: hold.reading },
    AS_IT_IS,
    new Date(2026, 10, 25),
  );
  if (typeof made === "string") throw new Error(made);
  done(await writeDecision(made, US_DOLLAR));
  expect(await workbook.readCell("Decision", "A2")).toContain(
    "from the scenario Hold, row 6 of Scenarios. Everything is a live",
  );
  const [mean, commitment] = [
    await workbook.readCell("Decision", "B14"),
    await workbook.readCell("Decision", "B15"),
  ];
  expect([agrees(Number(mean), 600_000), commitment]).toEqual([true, 250_000]);
  workbook.setCell("Scenarios", "B6", 300_000);
  expect(await workbook.readCell("Decision", "B15")).toBe(300_000);
  const answer = () => workbook.readCells("Decision", "A5:B20");
  const before = await answer();
  const deleted = done(await deleteScenario("Hold"));
  expect(await workbook.readCell("Decision", "B15")).not.toBe(300_000);
  done(await restoreScenario({ ...deleted, index: 1 }));
  expect(await answer()).toEqual(before);
  // Without its own forecast the usage of the row is certain, and one that is filled in again counts.
  for (const letter of "DEFGHIJK") workbook.setCell("Scenarios", `${letter}7`, "");
  workbook.setCell("Scenarios", "C7", 400_000);
  expect(await workbook.readCells("Decision", "B14:B17")).toMatchObject([
    ...[[400_000], [300_000], [expect.anything()], [400_000]],
  ]);
});

test("is listed and removed, and a fault on the way leaves the workbook as it was", async () => {
  const before = await snapshot(workbook);
  const made = await request();
  expect(
    await failsWithoutTrace(workbook, saboteur, () => writeComparison(made, US_DOLLAR)),
  ).toBeGreaterThan(2);
  const [, table] = done(await listTables());
  expect(table).toMatchObject({ sheet: "Comparison" });
  done(await removeTable(table?.id ?? ""));
  expect(await snapshot(workbook)).toEqual(before);
});
