import "../../src/taskpane/taskpane.css";
import { html, render } from "lit";
import { withClauses } from "../../src/deal/with-clauses";
import type { ClauseName } from "../../src/forecast/clause-values";
import type { Forecast } from "../../src/forecast/forecast";
import { certain } from "../../src/forecast/sample";
import "../../src/taskpane/views/negotiation/clauses-view";
import { readDealCells } from "../../src/deal/parse-deal";
import { followTheme } from "../../src/taskpane/kit/theme";
import "../../src/taskpane/views/commitment/threshold-choices-view";
import { GROWTH } from "../forecast/forecasts";
import { dealCells } from "./pane-scenarios";
import { showScenarios } from "./show-scenarios";

/** A deal, and what usage may be where that is not the forecast of the worked cases. */
interface Case {
  readonly deal: ReturnType<typeof dealCells>;
  readonly forecast?: Forecast | undefined;
}

const bare = (...rows: readonly (readonly [number, number])[]) => [
  ["Threshold", "Discount"],
  [0, 0],
  ...rows,
];

/** What the two sections are shown with, by name. */
const CASES: Readonly<Record<string, Case>> = {
  example: { deal: dealCells() },
  mission: { deal: dealCells({ terms: [["Overage", "committed"]], commitment: 250_000 }) },
  "at a threshold": { deal: dealCells({ commitment: 500_000 }) },
  "no commitment": { deal: dealCells({ commitment: 0 }) },
  "top band": { deal: dealCells({ commitment: 1_200_000 }) },
  marginal: {
    deal: dealCells({ bands: bare([250_000, 0.14], [500_000, 0.15]), commitment: 250_000 }),
  },
  "no thresholds": { deal: dealCells({ bands: bare() }) },
  "many thresholds": {
    deal: dealCells({
      bands: bare(...Array.from({ length: 40 }, (_, at) => [(at + 1) * 50_000, at / 100] as const)),
      commitment: 500_000,
    }),
  },
  "every clause": {
    deal: dealCells({
      bands: bare([250_000, 0.1], [500_000, 0.15]),
      terms: [
        ["Overage", "step-up"],
        ["Forfeited share", 0.5],
      ],
    }),
  },
  "certain usage": { deal: dealCells(), forecast: certain(700_000) },
  "never filled": { deal: dealCells(), forecast: certain(10_000) },
  "no forecast": { deal: dealCells(), forecast: undefined },
  "terms at fault": { deal: dealCells({ terms: [["Overage", "commited"]] }) },
};

// Both sections in a browser, joined as the pane joins them: what is switched on prices the thresholds.
Object.assign(globalThis, { Office: { context: {} } });
followTheme();
showScenarios((name) => {
  const chosen = CASES[name];
  if (!chosen) throw new Error(`there is no case called ${name}`);
  const forecast = "forecast" in chosen ? chosen.forecast : GROWTH;
  const reading = { ...readDealCells(chosen.deal), forecast };
  const main = document.createElement("main");

  function draw(on: readonly ClauseName[]): void {
    const { agreement } = reading;
    const priced = { ...reading, agreement: agreement && withClauses(agreement, on) };
    render(
      html`<h1>A deal</h1>
        <h2>Thresholds</h2>
        <bandwise-threshold-choices .reading=${priced}></bandwise-threshold-choices>
        <bandwise-clauses .reading=${reading} .on=${on} .change=${draw}></bandwise-clauses>`,
      main,
    );
  }

  draw([]);
  return main;
});
