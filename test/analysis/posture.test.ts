import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Decided, decide } from "../../src/analysis/decision";
import { roundingOf } from "../../src/analysis/forecast-rounding";
import { aimOf, POSTURES, postures } from "../../src/analysis/posture";
import type { Agreement } from "../../src/core/agreement";
import { US_DOLLAR } from "../../src/core/currency";
import { toCents } from "../../src/core/money";
import { expectedCost } from "../../src/forecast/expected-cost";
import type { Forecast } from "../../src/forecast/forecast";
import { lognormal, lognormalFromVariation } from "../../src/forecast/lognormal";
import { certain, sample } from "../../src/forecast/sample";
import { namesOnCurve } from "../../src/wording/messages/commitment-names";
import {
  postureBadge,
  postureSummary,
  postureWords,
} from "../../src/wording/messages/posture-messages";
import { agreement, anyAgreement, cents, table } from "../core/deals";
import { anyForecast, GROWTH, THREE } from "../forecast/forecasts";
import { assertProperty } from "../support/property";

const committed = agreement({ overage: "committed" });
const list = agreement();
const one = agreement(
  {},
  table([
    [0, 0],
    [250_000, 0.1],
  ]),
);
const falling = agreement(
  { overage: "committed" },
  table([
    [0, 0],
    [250_000, 0.2],
    [500_000, 0.1],
  ]),
);
const returned = agreement({ forfeitedFraction: 0 });
const many = agreement(
  {},
  table(Array.from({ length: 200 }, (_, index) => [index * 10_000, index / 500] as const)),
);
const beyond = lognormal(lognormalFromVariation(1e7, 0.35));

function decidedOf(forecast: Forecast, deal: Agreement, commitmentUsd?: number): Decided {
  const decision = decide({
    bands: table(deal.bands.map((band) => [band.thresholdUsd, band.discountFraction] as const)),
    agreement: deal,
    forecast,
    commitmentUsd,
  });
  if (decision.kind !== "decided") throw new Error("the deal cannot be decided");
  return decision;
}

describe("postures()", () => {
  const rows: [string, Forecast, Agreement, number | undefined, string][] = [
    ["one commits too much", GROWTH, committed, 500_000, "sit hold hold"],
    ["one commits between thresholds", GROWTH, committed, 480_000, "sit hold hold"],
    ["one has the best", GROWTH, committed, 250_000, "sit hold hold"],
    ["nothing is committed", GROWTH, committed, 0, "reach hold hold"],
    ["the commitment is not known", GROWTH, committed, undefined, "reach hold hold"],
    ["one commits below the first threshold", GROWTH, committed, 100_000, "reach hold hold"],
    ["one leads between thresholds", GROWTH, list, 340_000, "sit hold hold"],
    ["the next threshold pays", certain(700_000), committed, 480_000, "sit reach hold"],
    ["two thresholds are on the way", certain(1_500_000), committed, 0, "reach reach reach"],
    ["no threshold pays", certain(200_000), list, 0, "hold hold hold"],
    ["no threshold pays and one commits", certain(200_000), list, 500_000, "hold hold hold"],
    ["the first ties with nothing", certain(250_000), list, 0, "hold hold hold"],
    ["a higher one ties", certain(556_000), committed, 250_000, "sit hold hold"],
    ["what one has ties with a lower one", certain(556_000), committed, 500_000, "sit sit hold"],
    ["two tie and one commits too much", certain(556_000), committed, 1e6, "sit hold hold"],
    ["usage is beyond all bands", beyond, list, 1e6, "sit sit sit"],
    ["one commits beyond all bands", beyond, list, 5e6, "sit sit sit"],
    ["there is one band", GROWTH, one, 0, "reach"],
    ["there is one band and one has it", GROWTH, one, 250_000, "sit"],
    ["a discount falls", certain(900_000), falling, 0, "reach hold"],
    ["nothing is forfeited", GROWTH, returned, 250_000, "sit reach reach"],
    ["a cent is missing", THREE, list, 499_999.99, "sit reach hold"],
    ["there is no threshold", GROWTH, agreement({}, table([[0, 0]])), 0, ""],
  ];
  test.each(rows)("where %s", (_, forecast, deal, at, words) => {
    expect(
      postures(decidedOf(forecast, deal, at))
        .map(({ word }) => word)
        .join(" "),
    ).toBe(words);
  });
});

describe("properties", () => {
  const anyDecided = fc
    .tuple(anyForecast, anyAgreement, fc.option(cents, { nil: undefined }))
    .map(([forecast, deal, at]) => decidedOf(forecast, deal, at));

  test("each threshold above 0 has one word, and the words ascend from those passed to those held below", () => {
    assertProperty(
      fc.property(anyDecided, (decided) => {
        const found = postures(decided);
        const thresholds = decided.agreement.bands.filter((band) => toCents(band.thresholdUsd) > 0);
        expect(found.map(({ thresholdUsd }) => thresholdUsd)).toEqual(
          thresholds.map(({ thresholdUsd }) => thresholdUsd),
        );
        const order = ["sit", "reach", "hold"];
        const places = found.map(({ word }) => order.indexOf(word));
        expect([...places].sort((a, b) => a - b)).toEqual(places);
        expect(found.every(({ word }) => POSTURES.includes(word))).toBe(true);
        expect(found.filter(({ holdsAim }) => holdsAim).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  test("the recommended threshold is reached for above the present commitment and sat in at or below it", () => {
    assertProperty(
      fc.property(anyDecided, (decided) => {
        const { recommendation, curve } = decided;
        if (recommendation.kind !== "beats") return;
        const best = postures(decided).find(
          ({ thresholdUsd }) =>
            toCents(thresholdUsd) === toCents(recommendation.best.commitmentUsd),
        );
        if (!best) return;
        const presentUsd = curve.marks.current?.commitmentUsd ?? 0;
        const isAbove = toCents(best.thresholdUsd) > toCents(presentUsd);
        expect(best).toMatchObject({ word: isAbove ? "reach" : "sit", holdsAim: true });
      }),
      { numRuns: 300 },
    );
  });

  test("no threshold held below saves more than the commitment to make by more than a rounding", () => {
    assertProperty(
      fc.property(anyDecided, (decided) => {
        const { forecast, agreement: deal } = decided;
        const aim = aimOf(decided);
        for (const { word, thresholdUsd } of postures(decided))
          if (word === "hold")
            expect(forecast.meanUsd - expectedCost(forecast, thresholdUsd, deal)).toBeLessThan(
              aim.expectedSavingUsd + roundingOf(forecast) + 0.02,
            );
      }),
      { numRuns: 300 },
    );
  });
});

describe("postureWords()", () => {
  const said = (forecast: Forecast, deal: Agreement, at?: number): readonly string[] => {
    const decided = decidedOf(forecast, deal, at);
    return postures(decided).map(
      (posture) =>
        `${postureBadge(posture)}; ${postureWords(posture, decided.certain, namesOnCurve(decided.curve, US_DOLLAR), US_DOLLAR)}`,
    );
  };

  test.each<[Forecast, Agreement, number | undefined, ...string[]]>([
    [
      GROWTH,
      committed,
      500_000,
      "sit here; sit: $250k saves $32,800 a year more than $500k",
      "hold below; hold: $500k is filled in 46 of 100 years",
      "hold below; hold: $1M is filled in 1 of 100 years",
    ],
    [
      GROWTH,
      one,
      250_000,
      "sit here; sit: you have committed it, and usage fills it in 98 of 100 years",
    ],
    [
      GROWTH,
      list,
      340_000,
      "sit here; sit: you have committed $340k, and usage fills that in 88 of 100 years",
      "hold below; hold: $500k is filled in 46 of 100 years",
      "hold below; hold: $1M is filled in 1 of 100 years",
    ],
    [
      certain(700_000),
      committed,
      480_000,
      "sit above; sit: $500k is above it",
      "reach for it; reach: $500k saves $35,000 a year more than $480k",
      "hold below; hold: usage does not fill $1M",
    ],
    [
      certain(1_500_000),
      committed,
      undefined,
      "reach beyond; reach: it is on the way to $1M",
      "reach beyond; reach: it is on the way to $1M",
      "reach for it; reach: $1M saves $300,000 a year more than committing nothing",
    ],
    [
      certain(556_000),
      committed,
      250_000,
      "sit here; sit: you have committed it, and usage fills it",
      "hold below; hold: $500k comes to the same as $250k and promises more",
      "hold below; hold: usage does not fill $1M",
    ],
    [
      certain(900_000),
      falling,
      0,
      "reach for it; reach: $250k saves $180,000 a year more than committing nothing",
      "hold below; hold: $500k saves $90,000 a year less than $250k",
    ],
    [
      sample([240_000, 400_000]),
      one,
      0,
      "reach for it; reach: $250k saves $8,890 a year more than committing nothing",
    ],
  ])("of deal %#", (forecast, deal, at, ...words) => {
    expect(said(forecast, deal, at)).toEqual(words);
  });
});

describe("postureSummary()", () => {
  test.each<[Forecast, Agreement, number | undefined, string]>([
    [GROWTH, committed, 500_000, "Sit at $250k, hold below $500k and $1M"],
    [GROWTH, list, 340_000, "Sit at $340k, hold below $500k and $1M"],
    [GROWTH, one, 0, "Reach for $250k"],
    [certain(200_000), list, 0, "Hold below $250k, $500k and $1M"],
    [GROWTH, many, 480_000, "Sit at $330k, hold below $340k and 165 higher thresholds"],
    [GROWTH, agreement({}, table([[0, 0]])), 0, ""],
  ])("of deal %#", (forecast, deal, at, words) => {
    expect(postureSummary(decidedOf(forecast, deal, at), US_DOLLAR)).toBe(words);
  });
});
