import type { Agreement } from "../../src/core/agreement";
import type { Forecast } from "../../src/forecast/forecast";
import { normal } from "../../src/forecast/normal";
import { certain, sample } from "../../src/forecast/sample";
import { scaled } from "../../src/forecast/scaled";
import { agreement, table } from "../core/deals";
import { GROWTH, THREE } from "../forecast/forecasts";

/** What the view is given. */
export interface CommitmentGiven {
  readonly forecast: Forecast;
  readonly agreement: Agreement;
  readonly commitmentUsd: number | undefined;
  readonly forecastIsUsage?: boolean;
}

const committed = agreement({ overage: "committed" });
const billions = table([
  [0, 0],
  [2_345_678_901, 0.0525],
  [4_567_890_123.45, 0.101],
  [12_345_678_901, 0.2],
]);
const manyBands = table(
  Array.from({ length: 200 }, (_, index) => [index * 10_000, index / 500] as const),
);

/** What the view is shown with, by name. */
export const COMMITMENT_CASES = {
  example: { forecast: GROWTH, agreement: committed, commitmentUsd: 480_000 },
  "present threshold": { forecast: GROWTH, agreement: committed, commitmentUsd: 500_000 },
  "present is best": { forecast: GROWTH, agreement: committed, commitmentUsd: 250_000 },
  "no commitment yet": { forecast: GROWTH, agreement: agreement(), commitmentUsd: 0 },
  "too much promised": { forecast: GROWTH, agreement: committed, commitmentUsd: 1_000_000 },
  "certain usage": {
    forecast: certain(700_000),
    agreement: committed,
    commitmentUsd: 480_000,
    forecastIsUsage: true,
  },
  "none pays": { forecast: certain(200_000), agreement: agreement(), commitmentUsd: 0 },
  tie: { forecast: certain(556_000), agreement: committed, commitmentUsd: 500_000 },
  billions: {
    forecast: scaled(GROWTH, 9_123.4567),
    agreement: agreement({ overage: "committed" }, billions),
    commitmentUsd: 4_567_890_123.45,
  },
  "next pays": { forecast: scaled(GROWTH, 1.5), agreement: committed, commitmentUsd: 250_000 },
  outcomes: { forecast: THREE, agreement: agreement(), commitmentUsd: 499_999.99 },
  "nothing forfeited": {
    forecast: GROWTH,
    agreement: agreement({ forfeitedFraction: 0 }),
    commitmentUsd: 250_000,
  },
  "normal below zero": {
    forecast: normal({ meanUsd: 600_000, deviationUsd: 500_000 }),
    agreement: committed,
    commitmentUsd: undefined,
  },
  history: {
    forecast: sample([410, 455, 480, 520, 560, 590, 640, 700, 780, 950].map((usd) => usd * 1_000)),
    agreement: agreement({ overage: "step-up" }),
    commitmentUsd: 480_000,
  },
  "no threshold": {
    forecast: GROWTH,
    agreement: agreement({}, table([[0, 0]])),
    commitmentUsd: 0,
  },
  "200 bands, step-up": {
    forecast: GROWTH,
    agreement: agreement({ overage: "step-up" }, manyBands),
    commitmentUsd: 480_000,
  },
  "200 bands": { forecast: GROWTH, agreement: agreement({}, manyBands), commitmentUsd: 480_000 },
} as const satisfies Record<string, CommitmentGiven>;

export type CommitmentCase = keyof typeof COMMITMENT_CASES;
