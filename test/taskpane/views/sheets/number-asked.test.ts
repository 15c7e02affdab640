import { describe, expect, test } from "vitest";
import { AS_IT_IS } from "../../../../src/deal/assumptions";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import { numberAsked } from "../../../../src/taskpane/views/sheets/portable/number-asked";
import { fakeWorkbook } from "../../fake-actions";
import { SCENARIOS } from "../../pane-scenarios";

async function example() {
  const pane = new PaneModel(fakeWorkbook(SCENARIOS.example).actions, () => {});
  await pane.start();
  return pane.state;
}

describe("numberAsked()", () => {
  test.each([
    ["expectedCost", "Expected cost", /^=COMMIT\.EXPECTED_COST\([^,]+,\d+,[^,]+/],
    ["expectedSaving", "Expected saving", /^=COMMIT\.FORECAST_MEAN\(.+\)-COMMIT\.EXPECTED_COST\(/],
    ["fill", "Fill probability", /^=COMMIT\.FILL_PROBABILITY\(/],
    ["loss", "Probability of costing more than list", /^=COMMIT\.LOSS_PROBABILITY\(/],
  ] as const)("is a formula over the cells of the deal: %s", async (asked, title, formula) => {
    const number = numberAsked(await example(), asked);
    expect(number).toMatchObject({ title, formula: expect.stringMatching(formula) });
    expect(typeof number === "object" && Number.isFinite(number.shows)).toBe(true);
  });

  test("what is supposed stands in no cell, and the sentence says what to do", async () => {
    const whatIf = { ...AS_IT_IS, loadFactor: 1.1 };
    expect(numberAsked({ ...(await example()), whatIf }, "fill")).toContain(
      "Undo that under Commitment",
    );
  });

  test("there is nothing to explain before the deal is read", () => {
    expect(numberAsked({ deal: { kind: "reading" }, whatIf: AS_IT_IS }, "fill")).toBe(
      "The deal cannot be read yet.",
    );
  });
});
