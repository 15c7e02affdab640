import { expect, test } from "vitest";
import type { PaneActions } from "../../../../src/taskpane/context/pane-actions";
import { PaneModel } from "../../../../src/taskpane/pane-model";
import { buildBridge } from "../../../../src/taskpane/views/negotiation/bridge-model";
import { RebuildModel } from "../../../../src/taskpane/views/sheets/rebuild-model";
import type { BridgeRequest } from "../../../../src/workbook/sheets/write-bridge";
import { fakeWorkbook } from "../../fake-actions";
import { SCENARIOS, type ScenarioName } from "../../pane-scenarios";

async function started(name: ScenarioName, change: Partial<PaneActions> = {}) {
  const requests: BridgeRequest[] = [];
  const { actions } = fakeWorkbook(SCENARIOS[name]);
  const model = new PaneModel(
    {
      ...actions,
      writeBridge: (request, currency) => {
        requests.push(request);
        return actions.writeBridge(request, currency);
      },
      ...change,
    },
    () => {},
  );
  await model.start();
  return { model, requests };
}

test("a bridge is built from the deal to a scenario, and listed", async () => {
  const { model, requests } = await started("scenarios");
  await buildBridge(model.context, { from: null, to: "Reach for $500k" });
  expect(model.state.status).toMatchObject({
    tone: "done",
    text: "Built Bridge. Its costs are live formulas over both offers.",
  });
  expect(requests[0]).toMatchObject({
    from: { kind: "deal", title: "The deal in the workbook" },
    to: { kind: "scenario", title: "Reach for $500k" },
    definition: {
      ...{ kind: "bridge", form: "live" },
      from: { scenario: null, bands: "Bands", commitment: "Commitment", forecast: "Forecast" },
      to: { scenario: "Reach for $500k", bands: "Bands", commitment: null, forecast: null },
    },
  });
  const table = model.state.tables.find(({ title }) => title === "What changed");
  if (!table) throw new Error("the bridge is not listed");
  await new RebuildModel(model.context).rebuild(table);
  expect(requests[1]).toMatchObject({
    again: { sheet: "Bridge" },
    definition: requests[0]?.definition,
  });
  expect(model.state.status?.text).toBe("Rebuilt What changed on Bridge.");
});

test.each([
  ["an offer that cannot be read", "Broken"],
  ["a scenario that is gone", "Nowhere"],
])("no bridge is built to %s", async (_, to) => {
  const { model, requests } = await started("scenarios");
  await buildBridge(model.context, { from: null, to });
  expect(requests).toEqual([]);
  expect(model.state.status).toMatchObject({
    tone: "fault",
    text: "One of the two offers cannot be read: mend it first.",
  });
});
