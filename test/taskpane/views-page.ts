import "../../src/taskpane/taskpane.css";
import "../../src/taskpane/views/negotiation/clauses-view";
import "../../src/taskpane/views/offer/comparables-view";
import "../../src/taskpane/views/offer/offer-view";
import "../../src/taskpane/views/negotiation/comparison-view";
import "../../src/taskpane/views/proposal/proposal-form";
import "../../src/taskpane/views/scenarios/scenario-bar";
import "../../src/taskpane/views/scenarios/scenario-form";
import "../../src/taskpane/views/start/deal-source-view";
import "../../src/taskpane/views/start/empty-view";
import "../../src/taskpane/views/usage/forecast-form";
import "../../src/taskpane/views/usage/usage-facts-view";
import { html, render, type TemplateResult } from "lit";
import { US_DOLLAR } from "../../src/core/currency";
import { readComparableDeals } from "../../src/deal/comparable-deals";
import type { DealCells } from "../../src/deal/deal-inputs";
import { readDealCells } from "../../src/deal/parse-deal";
import type { ParsedScenario } from "../../src/deal/parse-scenario";
import { freshForecastForm, readForecastForm } from "../../src/taskpane/kit/forecast-form-state";
import { followTheme } from "../../src/taskpane/kit/theme";
import {
  FRESH_PROPOSAL,
  type ProposalForm,
  readProposal,
} from "../../src/taskpane/views/proposal/proposal";
import { newScenarioForm } from "../../src/taskpane/views/scenarios/scenario-form-start";
import { readScenarioForm } from "../../src/taskpane/views/scenarios/scenario-form-state";
import { dealCells, dealOf } from "./pane-scenarios";

// Each view alone in a browser: the page's query says which view, of which deal.

const MANY = Array.from({ length: 200 }, (_, index) => [10_000 * (index + 1), 0.001 * index]);
const LARGE = [
  ["Threshold", "Discount", "Source"],
  [12_345_678_901, 0.1, "Vendor quote of a long procedure with many words in it"],
  [23_456_789_012, 0.15, "Our estimate"],
];

const DEALS: Readonly<Record<string, DealCells>> = {
  example: dealCells(),
  faults: dealOf("faults"),
  "200 bands": dealCells({ bands: MANY }),
  large: dealCells({ bands: LARGE, usage: 20e9, commitment: 12.4e9 }),
  "one number": dealCells({ forecast: null }),
  "no commitment": dealCells({ commitment: 0 }),
  "high to low": dealCells({
    bands: [
      [500_000, 0.15],
      [250_000, 0.1],
    ],
  }),
};

const query = new URLSearchParams(location.search);
const reading = readDealCells(DEALS[query.get("deal") ?? "example"] ?? dealCells());
const addressed = {
  ...reading,
  faults: reading.faults.map((fault) => ({
    ...fault,
    cells: fault.errors.map((_, index) => `Deal!B${7 + index}`),
  })),
};

function scenario(name: string, commitmentUsd: number, factor = 1): ParsedScenario {
  const { agreement, forecast } = reading;
  const compared = agreement && forecast ? { name, forecast, agreement, commitmentUsd } : undefined;
  return {
    name,
    isNamed: true,
    problems: [],
    reading: { ...reading, commitmentUsd: commitmentUsd * factor },
    compared,
    row: undefined,
  } as unknown as ParsedScenario;
}

const NAMES = [
  "Hold",
  "Reach",
  "The vendor’s second offer after the call of November 12",
  "Sit below",
];
const SCENARIOS = [480_000, 500_000, 250_000, 1_000_000].map((usd, index) =>
  scenario(NAMES[index] ?? "", usd),
);

const TYPED: ProposalForm = {
  ...FRESH_PROPOSAL,
  text: [
    "Hi Sam, quick recap of the call on 12 November:",
    "$250k: 8-10%, $500k: 15% and from $40k/month 12%. We need 36 months; rates are held for the term.",
    "Usage above the commitment is billed at list, unused commitment lapses.",
    "1M 20",
    "Call me on +1 555 0100.",
  ].join("\n"),
  commitment: "480",
  usage: {
    kind: "spread",
    texts: { ...FRESH_PROPOSAL.usage.texts, mean: "700k", spread: "33" },
    tried: false,
  },
};

function comparableDeals(rows: readonly (readonly unknown[])[]) {
  const values = [["Commitment", "Discount", "Source"], ...rows];
  return readComparableDeals({ address: "Comparables!B5:D25", values });
}

const COMPARABLES = comparableDeals([
  ...[0.05, 0.06, 0.08, 0.08, 0.12, 0.13, 0.15].map((discount, index) => [
    ...[300_000, discount, index % 3 === 0 ? "" : "Procurement network, spring 2026"],
  ]),
  [600_000, 0.15, "peer"],
  [700_000, 0.155, ""],
  [1_500_000, 0.22, "advisor"],
]);

const VIEWS: Readonly<Record<string, () => TemplateResult>> = {
  start: () => html`<bandwise-empty></bandwise-empty>`,
  another: () => html`<bandwise-empty .hasDeal=${true}></bandwise-empty>`,
  proposal: () => html`<bandwise-proposal
    .form=${TYPED}
    .reading=${readProposal(TYPED, US_DOLLAR)}
  ></bandwise-proposal>`,
  thousands: () => {
    const form = { ...TYPED, text: "$250 10%\n$500 15%" };
    return html`<bandwise-proposal .form=${form} .reading=${readProposal(form, US_DOLLAR)}></bandwise-proposal>`;
  },
  usage: () =>
    html`<bandwise-usage-facts .reading=${addressed} .goTo=${() => {}}></bandwise-usage-facts>`,
  forecast: () => {
    const form = { ...freshForecastForm(700_000, US_DOLLAR), kind: "certain" as const };
    return html`<bandwise-forecast-form .form=${form} .reading=${readForecastForm(form, US_DOLLAR)}></bandwise-forecast-form>`;
  },
  offer: () => html`<bandwise-offer .reading=${addressed} .goTo=${() => {}}></bandwise-offer>`,
  comparables: () => html`<bandwise-comparables
    .reading=${reading}
    .comparables=${COMPARABLES}
    .goTo=${() => {}}
  ></bandwise-comparables>`,
  "few comparables": () => html`<bandwise-comparables
    .reading=${reading}
    .comparables=${comparableDeals([
      [300_000, 0.12, "peer"],
      [450_000, 15, "peer"],
    ])}
    .goTo=${() => {}}
  ></bandwise-comparables>`,
  "no comparables": () => html`<bandwise-comparables .reading=${reading}></bandwise-comparables>`,
  negotiation: () => html`<bandwise-clauses .reading=${reading}></bandwise-clauses>`,
  compare2: () =>
    html`<bandwise-comparison .scenarios=${SCENARIOS.slice(0, 2)}></bandwise-comparison>`,
  compare4: () => html`<bandwise-comparison .scenarios=${SCENARIOS}></bandwise-comparison>`,
  scenarios: () => html`<bandwise-scenarios
    .scenarios=${SCENARIOS}
    .shown=${"Hold"}
    .note=${"Showing scenario Hold. The deal in the workbook, on Deal, says: commitment $480,000."}
  ></bandwise-scenarios>`,
  scenario: () => {
    const form = newScenarioForm(reading, undefined, US_DOLLAR);
    return html`<bandwise-scenario-form .form=${form} .reading=${readScenarioForm(form, [], true, US_DOLLAR)}></bandwise-scenario-form>`;
  },
};

Object.assign(globalThis, { Office: { context: {} } });
followTheme();
const main = document.body.appendChild(document.createElement("main"));
main.style.padding = "16px";
const view = VIEWS[query.get("scenario") ?? "start"];
if (!view) throw new Error(`there is no view called ${query.get("scenario")}`);
render(view(), main);
