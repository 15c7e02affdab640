import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
import { AS_IT_IS } from "../../../../src/deal/assumptions";
import { readDealCells } from "../../../../src/deal/parse-deal";
import { decisionRequest } from "../../../../src/taskpane/context/decision/decision-request";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import type { DecisionRequest } from "../../../../src/workbook/sheets/write-decision";
import { fakeWorkbook } from "../../fake-actions";
import { dealCells, SCENARIOS } from "../../pane-scenarios";
import { viewsOf } from "../../view-models";

const NOW = new Date(2026, 10, 22, 10, 30);
const read = (change: Parameters<typeof dealCells>[0] = {}) =>
  ({ kind: "read", reading: readDealCells(dealCells(change)) }) as const;

describe("the decision sheet", () => {
  test("is made from the cells of the deal, with the time of making", () => {
    const request = decisionRequest(read(), AS_IT_IS, NOW);
    expect(request).toMatchObject({
      deal: { bands: "Bands", terms: "Terms", usage: "Usage", commitment: "Commitment" },
      madeOn: expect.stringMatching(/^November 22, 2026/),
    });
  });

  test("asks to mend what cannot be read, by name", () => {
    expect(decisionRequest(read({ usage: "much" }), AS_IT_IS, NOW)).toMatch(/^Mend Usage first/);
    expect(decisionRequest({ kind: "none" }, AS_IT_IS, NOW)).toMatch(/^Choose the cells/);
  });

  test("is built, listed and told", async () => {
    const asked: DecisionRequest[] = [];
    const { actions } = fakeWorkbook(SCENARIOS.example);
    const model = new PaneModel(
      {
        ...actions,
        writeDecision: async (request) => {
          asked.push(request);
          return actions.writeDecision(request, US_DOLLAR);
        },
      },
      () => {},
    );
    await model.start();
    await viewsOf(model).decision.build(decisionRequest(model.state.deal, AS_IT_IS, NOW));
    expect(asked).toHaveLength(1);
    expect(model.state.status).toMatchObject({
      tone: "done",
      text: "Built Decision. Everything on it is a live formula.",
    });
    expect(model.state.tables).toHaveLength(1);
    await model.stop();
  });

  test("that Excel refuses is a fault in words, and nothing is listed", async () => {
    const { actions } = fakeWorkbook(SCENARIOS.example);
    const refused = async () => ({ ok: false, fault: { kind: "protectedWorkbook" } }) as const;
    const model = new PaneModel({ ...actions, writeDecision: refused }, () => {});
    await model.start();
    await viewsOf(model).decision.build(decisionRequest(model.state.deal, AS_IT_IS, NOW));
    expect(model.state.status?.tone).toBe("fault");
    expect(model.state.status?.text).toMatch(/structure of this workbook is protected/);
    expect(model.state.tables).toEqual([]);
    await model.stop();
  });
});
