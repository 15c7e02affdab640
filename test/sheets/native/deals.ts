import fc from "fast-check";
import { OVERAGE_TERMS } from "../../../src/core/terms";
import type { CommitFunction } from "../../../src/sheets/formulas/call";
import { EXHAUSTIVE } from "../../support/exhaustive";
import type { Typed, TypedRows } from "./cells";

/** A deal in cells, as people write it. */
export interface DealCells {
  readonly usage: Typed;
  readonly commitment: Typed;
  /** A commitment that is mostly above it. */
  readonly target: Typed;
  readonly bands: TypedRows;
  readonly terms: TypedRows | undefined;
  readonly forecast: TypedRows;
  readonly probability: Typed;
  /** Amounts along the sides of a table, among words and blanks. */
  readonly usages: TypedRows;
  readonly commitments: TypedRows;
  readonly measure: Typed;
  /** Of an axis around thresholds. */
  readonly steps: Typed;
  readonly low: Typed;
  readonly high: Typed;
  /** How much of the forecast is not among the worst outcomes. */
  readonly level: Typed;
}

const cents = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least * 100, max: most * 100 }).map((whole) => whole / 100);

const spelt: fc.Arbitrary<string> = fc.constantFrom(
  ...OVERAGE_TERMS,
  ...["List", "COMMITTED", "Step up", "stepup", "Re-Rate", "re rate"],
);

/** Overage, premium and share that fit together. */
const ownTerms = fc
  .record({
    overage: spelt,
    premium: fc.constantFrom(0, 0, 0.1, -0.05, 0.02),
    share: fc.constantFrom(1, 1, 0.5, 0.25, 0),
  })
  .map(({ overage, premium, share }) => ({
    overage,
    share,
    premium: /^(list|committed)$/i.test(overage) ? premium : 0,
  }));

const bandPart = fc.record({
  step: fc.oneof(fc.constant(250_000), cents(10_000, 500_000)),
  rise: fc.integer({ min: -30, max: 120 }).map((part) => part / 1000),
  name: fc.constantFrom("", "", "Gold", " Gold  plus "),
  own: fc.option(ownTerms, { freq: 2 }),
  note: fc.constantFrom("", "12 months", 5),
});

const numbers = { min: 0, max: 100 };

/** Forecasts around a mean: labels in some order and spelling, a list of outcomes, or one usage. */
function forecastCells(meanUsd: number): fc.Arbitrary<TypedRows> {
  const rounded = (amount: number): number => Math.round(amount * 100) / 100;
  const bell = fc
    .record({
      word: fc.constantFrom("lognormal", "normal", "Log-normal", ""),
      set: fc.constantFrom("CV", "SD", "P10"),
      percent: fc.integer({ min: 3, max: 95 }),
      turned: fc.boolean(),
    })
    .map(({ word, set, percent, turned }): TypedRows => {
      const spread = set === "CV" ? percent / 100 : rounded((meanUsd * percent) / 100);
      const parameters: TypedRows =
        set === "P10"
          ? [
              ["p10", rounded(meanUsd * 0.6)],
              ["P90", rounded(meanUsd * (1 + percent / 100))],
            ]
          : [
              ["Mean", meanUsd],
              [set, spread],
            ];
      const rows: TypedRows = [["Distribution", word], ...parameters, ["Mode", ""]];
      return turned ? rows.toReversed() : [["Label", "Value"], ...rows];
    });
  const points = fc
    .tuple(fc.constantFrom("PERT", "triangular"), fc.integer(numbers), fc.integer(numbers))
    .map(([word, mode, high]): TypedRows => {
      const lowUsd = rounded(meanUsd * 0.3);
      const modeUsd = rounded(lowUsd + (meanUsd * mode) / 100);
      return [
        ["Distribution", word],
        ["Low", lowUsd],
        ["Mode", modeUsd],
        ["High", rounded(modeUsd + 1 + (meanUsd * high) / 100)],
      ];
    });
  const outcome = fc
    .integer({ min: 0, max: 200 })
    .map((percent) => rounded(meanUsd * percent) / 100);
  const outcomes = fc
    .tuple(fc.array(fc.oneof(outcome, outcome, fc.constant("")), { maxLength: 12 }), outcome)
    .map(([some, last]): readonly Typed[] => [meanUsd, ...some, last]);
  const weighted = fc
    .array(fc.tuple(outcome, fc.integer({ min: 0, max: 9 })), { minLength: 2, maxLength: 6 })
    .filter((all) => all.some(([, weight]) => weight > 0))
    .map((all): TypedRows => {
      const total = all.reduce((sum, [, weight]) => sum + weight, 0);
      return [["Usage", "Probability"], ...all.map(([usd, weight]) => [usd, weight / total])];
    });
  const certain: readonly TypedRows[] = [
    [[meanUsd]],
    [
      ["Mean", meanUsd],
      ["CV", 0],
    ],
  ];
  return fc.oneof(
    { weight: 3, arbitrary: bell },
    { weight: 2, arbitrary: points },
    { weight: 1, arbitrary: outcomes.map((all): TypedRows => all.map((one) => [one])) },
    { weight: 1, arbitrary: outcomes.map((all): TypedRows => [all]) },
    { weight: 1, arbitrary: weighted },
    { weight: 1, arbitrary: fc.constantFrom(...certain) },
  );
}

/** Deals with headings in some order or none, blank rows, terms of a band, and terms in any order and spelling. */
const settledDeal = fc
  .record({
    parts: fc.array(bandPart, { minLength: 1, maxLength: 5 }),
    first: fc.oneof(fc.constant(0), cents(1, 200_000)),
    firstDiscount: fc.constantFrom(0, 0, 0.03),
    layout: fc.constantFrom("plain", "named", "headed", "percent", "turned"),
    terms: fc.option(ownTerms, { freq: 4 }),
    basis: fc.constantFrom("net", "list", "Net", ""),
    order: fc.boolean(),
    blankRow: fc.option(fc.nat(5), { freq: 2 }),
    // Discounts that rise, of whose shortfall nothing returns: hindsight has a formula for these alone.
    isPlain: fc.boolean(),
    at: fc.record({ usage: fc.integer({ min: 0, max: 160 }), kind: fc.nat(3), band: fc.nat(4) }),
  })
  .map(({ parts, first, firstDiscount, layout, terms, basis, order, blankRow, isPlain, at }) => {
    const riseOf = ({ rise }: { rise: number }): number => (isPlain ? Math.abs(rise) : rise);
    let threshold = first;
    let discount: number = firstDiscount;
    const rows = parts.map((part) => {
      const row = { ...part, own: isPlain ? null : part.own, threshold, discount };
      threshold = Math.round((threshold + part.step) * 100) / 100;
      discount = Math.min(0.9, Math.max(0, Math.round((discount + riseOf(part)) * 1e4) / 1e4));
      return row;
    });
    // A premium of the agreement fits only bands that take one.
    const agreed = terms && !isPlain ? terms : { overage: "list", premium: 0, share: 1 };
    const fits = (own: { overage: string } | null) =>
      own === null || agreed.premium === 0 || /^(list|committed)$/i.test(own.overage);
    const lastUsd = rows.at(-1)?.threshold || 400_000;
    const partOfLast = (percent: number): number => Math.round(lastUsd * percent) / 100;
    const ofBand = rows[at.band % rows.length]?.threshold ?? 0;
    const commitments = [
      0,
      ofBand,
      Math.max(0, Math.round(ofBand * 100 - 1) / 100),
      partOfLast(at.usage),
    ];
    const commitment = commitments[at.kind] ?? 0;
    const body = rows.map((row): readonly Typed[] => {
      const own = fits(row.own) ? row.own : null;
      const ownCells: readonly Typed[] = own ? [own.overage, own.premium, own.share] : ["", "", ""];
      const [overage = "", premium = "", share = ""] = ownCells;
      const plain = [row.threshold, row.discount];
      if (layout === "plain") return plain;
      if (layout === "named") return [...plain, row.name];
      if (layout === "turned") return [share, row.discount, overage, row.threshold, premium];
      const written = layout === "percent" ? Math.round(row.discount * 100) : row.discount;
      return [row.threshold, written, row.name, ...ownCells, row.note];
    });
    const rest = ["Overage", "Overage premium", "Forfeited share", "Rate lock"] as const;
    const headings: Readonly<Record<string, readonly Typed[] | undefined>> = {
      headed: ["Threshold", "Discount", "Name", ...rest],
      percent: ["Commitment (USD)", "Discount %", "Band", ...rest],
      turned: ["Forfeited share", "Discount", "Overage", "Threshold", "Overage premium"],
    };
    const heading = headings[layout];
    const bands = heading ? [heading, ...body] : body;
    const blank = bands[0]?.map(() => "") ?? [];
    const termRows: readonly (readonly Typed[])[] = [
      ["Basis", basis],
      ["Overage", agreed.overage],
      ["Overage premium", agreed.premium],
      ["forfeited-share", agreed.share],
    ];
    return {
      lastUsd,
      target: Math.round((commitment + (lastUsd * (at.usage % 90)) / 100) * 100) / 100,
      usage: partOfLast((at.usage * 7) % 161),
      commitment,
      bands:
        blankRow === null || rows.length === 1
          ? bands
          : bands.toSpliced(1 + (blankRow % bands.length), 0, blank),
      terms: terms ? [["Term", "Value"], ...(order ? termRows : termRows.toReversed())] : undefined,
    };
  });

export const dealCells: fc.Arbitrary<DealCells> = settledDeal.chain(({ lastUsd, ...deal }) =>
  fc
    .record({
      mean: fc.integer({ min: 20, max: 150 }),
      probability: fc.constantFrom(0, 1, 0.1, 0.5, 0.9, 0.123),
      level: fc.constantFrom<Typed>(0.9, 0.9, 0.5, 0, "", 0.99),
      measure: fc.constantFrom("cost", "Discount", "saving", "shortfall", "utilization", ""),
      steps: fc.constantFrom<Typed>("", 0, 1, 3),
      low: fc.constantFrom<Typed>("", 0, 50_000.01),
      high: fc.constantFrom<Typed>("", 0, 3_000_000),
      words: fc.constantFrom("", "Usage", "in 2027"),
    })
    .chain(({ mean, words, ...more }) =>
      forecastCells(Math.round(lastUsd * mean) / 100).map((forecast) => ({
        ...{ ...deal, ...more, forecast },
        usages: [[words], [deal.usage], [0], [deal.target]],
        commitments: [[deal.commitment, "", deal.target]],
      })),
    ),
);

/** A call that a deal answers: the name of a function, and which of its parts are the arguments. */
export type Call = readonly [CommitFunction, ...(keyof DealCells)[]];

export const CALLS: readonly Call[] = [
  ["BAND_RATE", "commitment", "bands"],
  ["BAND_NAME", "commitment", "bands"],
  ["NEXT_THRESHOLD", "commitment", "bands"],
  ["TIER_COST", "usage", "bands"],
  ...(["EFFECTIVE_COST", "EFFECTIVE_DISCOUNT", "SHORTFALL", "OVERAGE_COST"] as const).map(
    (name) => [name, "usage", "commitment", "bands", "terms"] as const,
  ),
  ...(["UTILIZATION", "COVERAGE", "SETTLEMENT"] as const).map(
    (name) => [name, "usage", "commitment", "bands", "terms"] as const,
  ),
  ["BREAKEVEN_USAGE", "commitment", "target", "bands", "terms"],
  ["TOLERABLE_WASTE", "commitment", "target", "bands", "terms"],
  ["FORECAST_MEAN", "forecast"],
  ["FORECAST_QUANTILE", "forecast", "probability"],
  ...(["EXPECTED_COST", "EXPECTED_SHORTFALL", "FILL_PROBABILITY", "CLAUSE_VALUES"] as const).map(
    (name) => [name, "forecast", "commitment", "bands", "terms"] as const,
  ),
  ["LOSS_PROBABILITY", "forecast", "commitment", "bands", "terms"],
  ["DISCOUNT_POINT_VALUE", "forecast", "commitment", "bands", "terms"],
  ["CVAR_LOSS", "forecast", "commitment", "bands", "terms", "level"],
];

/** Those whose workings are long: hundreds of steps each. */
export const LONG_CALLS: readonly Call[] = [
  ...(["OPTIMAL_COMMITMENT", "COMMITMENT_OPTIONS", "FORESIGHT_VALUE"] as const).map(
    (name) => [name, "forecast", "bands", "terms"] as const,
  ),
  ["OPTIMAL_COMMITMENT", "forecast", "bands", "terms", "level"],
  ["DISCOUNT_NEEDED", "usage", "target", "bands", "terms"],
  ["DISCOUNT_NEEDED", "usage", "commitment", "bands", "terms"],
  ["THRESHOLDS", "usage", "commitment", "bands", "terms"],
  ["THRESHOLD_AXIS", "bands", "steps", "low", "high"],
  ["SENSITIVITY", "usages", "commitments", "bands", "terms", "measure"],
];

/** What one deal of many is asked: all calls in `npm run soak`, else the short ones and one of the long ones in turn. */
export function someCalls(index: number): readonly Call[] {
  const long = EXHAUSTIVE
    ? LONG_CALLS
    : LONG_CALLS.filter((_, at) => at === index % LONG_CALLS.length);
  return [...CALLS, ...long];
}
