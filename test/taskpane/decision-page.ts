import "../../src/taskpane/taskpane.css";
import { render } from "lit";
import type { Assumptions } from "../../src/deal/assumptions";
import { followTheme } from "../../src/taskpane/kit/theme";
import { PaneModel } from "../../src/taskpane/pane-model";
import { connect } from "../../src/taskpane/views/commitment/view";
import { fakeWorkbook } from "./fake-actions";
import { dealCells, SCENARIOS } from "./pane-scenarios";

const MANY_BANDS = [
  ["Threshold", "Discount"],
  ...Array.from({ length: 200 }, (_, index) => [index * 10_000, index / 500]),
];

/** The deals that the decision is shown with, by name. */
const DEALS = {
  example: dealCells(),
  "200 bands": dealCells({ bands: MANY_BANDS }),
  "200 bands, step-up": dealCells({ bands: MANY_BANDS, terms: [["Overage", "step-up"]] }),
} as const;
export type DecisionCase = keyof typeof DEALS;

// The view of the commitment in a browser, as the pane holds it: the page's query says which deal.
const name = new URLSearchParams(location.search).get("scenario") as DecisionCase;
Object.assign(globalThis, { Office: { context: {} } });
followTheme();
const workbook = fakeWorkbook({ ...SCENARIOS.example, deal: DEALS[name] });
const view = document.createElement("bandwise-decision");
const root = view.attachShadow({ mode: "open" });
const model = new PaneModel(workbook.actions, (state) => render(draw(state), root));
const draw = connect(model.context);
const main = document.body.appendChild(document.createElement("main"));
main.style.padding = "16px";
main.append(view);
Object.defineProperty(view, "whatIf", {
  get: () => model.state.whatIf,
  set: (whatIf: Assumptions) => model.suppose(whatIf),
});
/** Reads the deal again, as after an edit. */
Object.assign(globalThis, { readAgain: () => model.refresh() });
void model.refresh();
