import "../../src/taskpane/taskpane.css";
import type { Assumptions } from "../../src/deal/assumptions";
import { readDealCells } from "../../src/deal/parse-deal";
import { DecisionView } from "../../src/taskpane/decision-view";
import { followTheme } from "../../src/taskpane/kit/theme";
import { dealCells } from "./pane-scenarios";

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

// The whole decision in a browser, as the pane holds it: the page's query says which deal.
const name = new URLSearchParams(location.search).get("scenario") as DecisionCase;
Object.assign(globalThis, { Office: { context: {} } });
followTheme();
const main = document.body.appendChild(document.createElement("main"));
main.style.padding = "16px";
const view = new DecisionView();
view.reading = readDealCells(DEALS[name]);
view.suppose = (change: Partial<Assumptions>) => {
  view.whatIf = { ...view.whatIf, ...change };
};
main.append(view);
/** Reads the deal again, as after an edit. */
Object.assign(globalThis, {
  readAgain: () => {
    view.reading = readDealCells(DEALS[name]);
  },
});
