import "../../src/taskpane/taskpane.css";
import type { Assumptions } from "../../src/deal/assumptions";
import { type ParsedDeal, readDealCells } from "../../src/deal/parse-deal";
import { followTheme } from "../../src/taskpane/kit/theme";
import { CommitmentView } from "../../src/taskpane/views/commitment/commitment-view";
import { table } from "../core/deals";
import { COMMITMENT_CASES, type CommitmentCase, type CommitmentGiven } from "./commitment-cases";
import { dealCells } from "./pane-scenarios";
import { showScenarios } from "./show-scenarios";

// The view in a browser on one case. What it is asked to do is told by the title.
Object.assign(globalThis, { Office: { context: {} } });
followTheme();

function readingOf(given: CommitmentGiven): ParsedDeal {
  return {
    ...readDealCells(
      dealCells({
        bands: [
          ["Threshold", "Discount"],
          [0, 0],
        ],
      }),
    ),
    bands: table(
      given.agreement.bands.map(({ thresholdUsd, discountFraction }) => [
        thresholdUsd,
        discountFraction,
      ]),
    ),
    forecastIsUsage: false,
    ...given,
  };
}

showScenarios((name) => {
  const view = new CommitmentView();
  Object.assign(view, {
    reading:
      name === "as written"
        ? readDealCells(dealCells())
        : readingOf(COMMITMENT_CASES[name as CommitmentCase]),
    suppose: (change: Partial<Assumptions>) => {
      view.whatIf = { ...view.whatIf, ...change };
    },
    sayHowSure: () => {
      document.title = "asked how sure";
    },
    build: () => {
      document.title = "asked to build";
    },
  });
  const heading = document.createElement("h1");
  heading.textContent = "Commitment";
  const main = document.createElement("main");
  main.style.padding = "16px";
  main.append(heading, view);
  return main;
});
