import fc from "fast-check";
import { TERM_PATHS } from "../cases/term-cases";

/** Cells and ranges as Excel might pass them: right, nearly right and wrong. */

const number = fc.oneof(
  fc.integer({ min: 0, max: 2_000_000 }),
  fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  fc.constantFrom(0, -0, 1, -1, 15, 0.005, 1e-6, 1e-305, 5e-324, 1e15, 1.1e15, 1e300, -1e15),
  fc.double(),
);

const text = fc.constantFrom(
  ...["", " ", "15%", "$250k", "1.2M", "500.000", "(1,000)", "n/a", "Mean", "CV", "SD", "Low"],
  ...["Mode", "High", "P10", "P90", "Distribution", "PERT", "normal", "triangular", "Usage"],
  ...["Probability", "Overage", "committed", "step-up", "re-rate", "list", "Basis", "net", "#REF!"],
  ...["Overage premium", "Forfeited share", "Term", "Value", "graduated", "up to", "discount"],
);

/** Text that begins as an amount does and cannot be read by itself. */
export const amountLikeText = fc.constantFrom(
  ...["400k+", "~400k", "€400k", "CHF 400k", "0,500", "10,5%", "15,125%", "1.250.000", "2,50,00"],
  ...["٤٠٠", "about 400k", "400 000 seats", "$4oo", "5 (6)", "1.2.3", "400k to 600k?"],
);

/** Invisible marks, headings and months, as found around tables. */
const furniture = fc.constantFrom(
  ...["\u200e250000", "\u2060Overage", "8e5", "1e999", "２５０ｋ", "Overage:", "Overage premum"],
  ...[
    "Threshold",
    "Commitment ($k)",
    "From",
    "To",
    "You pay",
    "Discount %",
    "Total",
    "* as agreed",
  ],
  ...["Jan", "Feb 2025", "Q1", "Month", "at list", "forfeited", "50% forfeited", "Unused"],
);

const blank = fc.constantFrom(null, undefined, "", 0);

const error = fc.constantFrom<unknown>(
  { type: "Error", basicType: "Error", basicValue: "#DIV/0!" },
  { code: "#N/A", message: "There is no higher threshold: the last band starts at $1M." },
  { type: "Error" },
);

const wrapped = number.map((basicValue) => ({ type: "Double", basicType: "Double", basicValue }));

const odd = fc.constantFrom<unknown>(true, false, {}, { type: "Entity" }, [[5]], [[]], []);

export const anyCell: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: number },
  { weight: 3, arbitrary: text },
  { weight: 1, arbitrary: amountLikeText },
  { weight: 1, arbitrary: furniture },
  { weight: 2, arbitrary: blank },
  { weight: 1, arbitrary: error },
  { weight: 1, arbitrary: wrapped },
  { weight: 1, arbitrary: odd },
);

const ragged = fc.array(fc.array(anyCell, { maxLength: 5 }), { maxLength: 6 });

/** A good range, at times with one cell replaced by any other. */
function perhapsSpoilt(good: fc.Arbitrary<unknown[][]>): fc.Arbitrary<unknown> {
  const spoilt = fc.tuple(good, fc.nat(), fc.nat(), anyCell).map(([rows, down, across, cell]) => {
    const row = rows.length === 0 ? 0 : down % rows.length;
    return rows.map((cells, index) =>
      index === row && cells.length > 0 ? cells.with(across % cells.length, cell) : cells,
    );
  });
  return fc.oneof(
    { weight: 5, arbitrary: good },
    { weight: 3, arbitrary: spoilt },
    { weight: 1, arbitrary: fc.oneof(ragged, anyCell) },
  );
}

const amount = fc.oneof(
  fc.integer({ min: 0, max: 300_000_000 }).map((cents) => cents / 100),
  fc.constantFrom(0, 0.004, 0.01, 1e-6, 249_999.99, 250_000, 499_999.999, 1e15),
);

const fraction = fc.integer({ min: 0, max: 99 }).map((percent) => percent / 100);

const termCells = fc.constantFrom(
  ["list", 0, 1],
  ["list", 0.05, 0.5],
  ["list", -1, 0],
  ["list", 4, 0.25],
  ["committed", 0, 1],
  ["committed", 0.1, 0],
  ["committed", -0.5, 0.75],
  ["step-up", 0, 0.5],
  ["re-rate", 0, 1],
  ["", "", ""],
);

const thresholds = fc
  .uniqueArray(
    fc.oneof(
      fc.integer({ min: 0, max: 2_000_000 }),
      fc.constantFrom(0, 0.01, 0.02, 250_000, 1e15 - 1, 1e15),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => [...all].sort((a, b) => a - b));

const discount = fc.oneof(fraction, fc.constantFrom(0, 0.999999, 0.999999999999));

const goodBands = fc
  .tuple(
    thresholds,
    fc.array(fc.tuple(discount, termCells), { minLength: 6, maxLength: 6 }),
    fc.boolean(),
  )
  .map(([usd, rest, withTerms]): unknown[][] => {
    const rows = usd.map((threshold, index) => {
      const [share = 0, terms = []] = rest[index] ?? [];
      return withTerms ? [threshold, share, "", ...terms] : [threshold, share];
    });
    const heading = ["Threshold", "Discount", "Name", "Overage", "Overage premium"];
    return withTerms ? [[...heading, "Forfeited share"], ...rows] : rows;
  });

const goodTerms = fc
  .tuple(termCells, fc.constantFrom("net", "list"))
  .map(([[overage, premium, share], basis]): unknown[][] => [
    ["Overage", overage],
    ["Overage premium", premium],
    ["Forfeited share", share],
    ["Basis", basis],
  ]);

const spread = fc.constantFrom(0, 1e-200, 1e-9, 0.001, 0.35, 1, 5, 10);
const threeAmounts = fc.tuple(amount, amount, amount).map((all) => [...all].sort((a, b) => a - b));

const goodForecast = fc.oneof(
  amount.map((usd): unknown[][] => [[usd]]),
  fc.array(
    amount.map((usd): unknown[] => [usd]),
    { minLength: 2, maxLength: 9 },
  ),
  fc.tuple(amount, amount, amount).map(([a, b, c]): unknown[][] => [
    ["Usage", "Probability"],
    [a, 0.25],
    [b, 0.5],
    [c, 0.25],
  ]),
  fc
    .tuple(fc.constantFrom("lognormal", "normal"), amount, spread)
    .map(([distribution, usd, variation]): unknown[][] => [
      ["Distribution", distribution],
      ["Mean", usd],
      ["CV", variation],
    ]),
  fc
    .tuple(fc.constantFrom("lognormal", "normal"), threeAmounts)
    .map(([distribution, [low, , high]]): unknown[][] => [
      ["Distribution", distribution],
      ["P10", low],
      ["P90", high],
    ]),
  fc
    .tuple(fc.constantFrom("triangular", "PERT"), threeAmounts)
    .map(([distribution, [low, mode, high]]): unknown[][] => [
      ["Distribution", distribution],
      ["Low", low],
      ["Mode", mode],
      ["High", high],
    ]),
);

const axis = fc.array(
  amount.map((usd): unknown[] => [usd]),
  { minLength: 1, maxLength: 5 },
);

const cellLike = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 6, arbitrary: good }, { weight: 2, arbitrary: anyCell });

/** Levels and probabilities: the ends, and the doubles closest to 1. */
const share = fc.oneof(fraction, fc.constantFrom(0, 1, 90, 1e-300, 1 - Number.EPSILON / 2));

const model = fc.constantFrom(
  ...["claude-opus-5", "Claude Haiku 5.5", "claude-sonnet-4-20250514", "claude-opus-4-6", "m"],
);
const kind = fc.constantFrom("input", "Output tokens", "cache read", "web search", "session hour");
const tokens = fc.oneof(
  fc.integer({ min: 0, max: 2_000_000_000 }),
  fc.constantFrom(0, 1, 100_000, 100_001, 2 ** 53 - 1, "", "1.5M"),
);

const goodTokens = fc.oneof(
  fc.array(fc.tuple(kind, tokens), { minLength: 1, maxLength: 3 }),
  fc.array(tokens, { minLength: 5, maxLength: 6 }).map((numbers) => [numbers]),
  fc.tuple(tokens, tokens).map((numbers) => [["Input", "Output"], numbers]),
);

const goodOptions = fc.constantFrom<unknown[][]>(
  [["batch", "standard", "global", 90_000]],
  [["", "", "", 0]],
  [["fast"]],
  [
    ["Geo", "us"],
    ["Prompt tokens", 100_001],
  ],
);

const goodBook = fc
  .array(fc.tuple(amount, amount, fc.constantFrom("", 0, 0.5)), { minLength: 1, maxLength: 3 })
  .map((rows): unknown[][] => [
    ["Model", "From", "To", "Input", "Output", "Batch"],
    ...rows.map(([input, output, batch], index) => [
      "m",
      `202${index}-01-01`,
      `202${index}-12-31`,
      input,
      output,
      batch,
    ]),
  ]);

const goodWorkloads = fc
  .array(fc.tuple(fc.constantFrom("a", "b", ""), model, tokens, tokens), {
    minLength: 1,
    maxLength: 4,
  })
  .map((rows): unknown[][] => [
    ["Workload", "Model", "Input", "Output", "Prompt tokens"],
    ...rows.map((row) => [...row, 50_000]),
  ]);

const goodLevers = fc
  .array(
    fc.tuple(
      fc.constantFrom("Route", "Cache", "Batch"),
      fc.constantFrom("a", "b", ""),
      model,
      model,
      fraction,
    ),
    { maxLength: 3 },
  )
  .map((rows): unknown[][] => [["Lever", "Workload", "From", "To", "Share"], ...rows]);

const date = fc.constantFrom("2026-10-08", "2026/11/1", 46_301, "2020-06-01", "2026-02-30");
const left = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof(fc.constant(null), arbitrary);

/** A path of several years, at times of another length than its neighbours. */
const path = fc.oneof(
  amount.map((usd): unknown[][] => [[usd]]),
  fc.array(
    amount.map((usd): unknown[] => [usd]),
    { minLength: 2, maxLength: 3 },
  ),
);

/** Rows of several years, with one of the terms of one. */
const termsOfYears = fc.array(
  fc.constantFrom<unknown[]>(
    ["Term", 2],
    ["Term", 2.5],
    ["Period", "quarter"],
    ["Usage growth", 0.2],
    ["Commitment test", "total contract"],
    ["Commitment test", "quarterly"],
    ["Band follows", "average"],
    ["Rollover share", 0.5],
    ["Rollover life", 2],
    ["Rollover order", "rollover first"],
    ["Price path", "locked"],
    ["Price path", "lower of"],
    ["Price path lasts", 1],
    ["Floor re-based", true],
    ["List price change", -0.9],
    ["List price change", 4],
    ["Renewal every", 1],
    ["Renewal uplift ask", -0.5],
    ["Renewal uplift cap", 0.03],
    ["Uplift on", "discount"],
    ["Payment", "upfront"],
    ["Payment", "true-up"],
    ["Payment", "monthly in arrears"],
    ["Discounting rate", 0.08],
    ["Start date", 46_388.5],
    ["Usage volatility", 3],
    ["List price volatility", 0.3],
    ["Forfeited share", 0],
    ["Overage", "committed"],
    ["Basis", "list"],
  ),
  { maxLength: 4 },
);

const ofYears = {
  usage: perhapsSpoilt(path),
  commitment: perhapsSpoilt(path),
  terms: fc.oneof(fc.constant(null), perhapsSpoilt(termsOfYears)),
};

/** Arguments for a parameter of that name. */
export const ARGUMENTS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  bands: perhapsSpoilt(goodBands),
  terms: fc.oneof(fc.constantFrom(null, undefined), perhapsSpoilt(goodTerms)),
  forecast: perhapsSpoilt(goodForecast),
  model: cellLike(model),
  kind: cellLike(kind),
  tokens: perhapsSpoilt(goodTokens),
  options: left(perhapsSpoilt(goodOptions)),
  book: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: perhapsSpoilt(goodBook) },
  ),
  date: left(cellLike(date)),
  workloads: perhapsSpoilt(goodWorkloads),
  levers: left(perhapsSpoilt(goodLevers)),
  detail: left(cellLike(fc.constantFrom("steps", "total", "workloads", "tokens"))),
  usages: perhapsSpoilt(axis),
  commitments: perhapsSpoilt(axis),
  usage: cellLike(amount),
  commitment: cellLike(amount),
  target: cellLike(amount),
  low: fc.oneof(fc.constant(null), cellLike(amount)),
  high: fc.oneof(fc.constant(null), cellLike(amount)),
  steps: fc.oneof(fc.constant(null), cellLike(fc.integer({ min: 0, max: 20 }))),
  level: fc.oneof(fc.constant(null), cellLike(share)),
  mean_low: fc.oneof(fc.constant(null), cellLike(amount)),
  mean_high: fc.oneof(fc.constant(null), cellLike(amount)),
  cv_low: fc.oneof(fc.constant(null), cellLike(spread)),
  cv_high: fc.oneof(fc.constant(null), cellLike(spread)),
  best_alternative: fc.oneof(fc.constant(null), cellLike(amount)),
  probability: cellLike(share),
  method: cellLike(fc.constantFrom(null, "graduated", "graduated net", "round up")),
  boundary: cellLike(fc.constantFrom(null, "up to", "at or above")),
  threshold: cellLike(fc.constantFrom(0, 0.01, 250_000, 1e15)),
  column: cellLike(fc.constantFrom("Threshold", "Discount", "Overage", "Forfeited share")),
  term: cellLike(fc.constantFrom("Basis", "Overage", "Overage premium", "Forfeited share")),
  list_index: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: perhapsSpoilt(fc.constantFrom<unknown[][]>([[1], [0.8]], [[1], [1e-9]], [[1]])),
    },
  ),
  rate: cellLike(share),
  payment: cellLike(fc.constantFrom(null, "annual in arrears", "Quarterly in advance", "upfront")),
  paths: cellLike(fc.constantFrom(null, 2, 3, 16)),
  seed: cellLike(fc.constantFrom(null, 0, 1, 4_294_967_295)),
  added: cellLike(amount),
  added_on: cellLike(fc.constantFrom(46_388, 46_500, 46_752)),
  start: cellLike(fc.constantFrom(46_388, 46_419, 61)),
  end: cellLike(fc.constantFrom(46_752, 46_753.5, 2_958_465)),
  used: cellLike(amount),
  elapsed: cellLike(fc.constantFrom(null, 1, 2, 6.5)),
  months: cellLike(fc.constantFrom(null, 12, 36)),
  top_up: fc.oneof(fc.constant(null), cellLike(amount)),
  value: cellLike(fc.oneof(amount, fraction, fc.constantFrom("committed", "", null))),
  measure: cellLike(
    fc.constantFrom(null, "cost", "discount", "saving", "shortfall", "total", "present value"),
  ),
};

const month = fc.constantFrom<unknown>("2026-01", "2026-02", "Mar 2026", 46_113, "2026-05-31", "");
const optional = (good: fc.Arbitrary<unknown>) => fc.oneof(fc.constant(null), cellLike(good));
const headed = (headings: readonly string[], ...cells: readonly fc.Arbitrary<unknown>[]) =>
  fc
    .array(fc.tuple(...cells), { minLength: 1, maxLength: 8 })
    .map((rows): unknown[][] => [[...headings], ...rows.map((row) => [...row])]);

const history = fc
  .tuple(fc.array(amount, { minLength: 4, maxLength: 40 }), fc.constantFrom(0, 1, 2))
  .map(([amounts, form]): unknown[][] =>
    amounts.map((usd, at) => [
      ...(form === 0 ? [] : [form === 1 ? `${2020 + Math.floor(at / 12)}-${(at % 12) + 1}` : ""]),
      usd,
    ]),
  );

/** Arguments of functions whose parameter has another meaning than elsewhere. */
export const ARGUMENTS_OF: Readonly<
  Record<string, Readonly<Record<string, fc.Arbitrary<unknown>>>>
> = {
  ...Object.fromEntries(TERM_PATHS.map((id) => [id, ofYears])),
  BURNDOWN: { usage: ofYears.usage, terms: ofYears.terms },
  // Most amounts are not the cheapest on offer, and have no range.
  ANSWER_RANGE: {
    commitment: cellLike(fc.constant(0)),
    detail: optional(fc.constantFrom("all", "usage", "bands")),
  },
  BASELINE_USAGE: {
    usage: perhapsSpoilt(headed(["Month", "Workspace", "Usage"], month, text, amount)),
    exclusions: fc.oneof(
      fc.constant(null),
      perhapsSpoilt(headed(["From", "To", "Share", "Reason"], month, fc.constant(""), share, text)),
    ),
  },
  FORECAST_FROM_HISTORY: {
    history: perhapsSpoilt(history),
    months: optional(fc.integer({ min: 0, max: 61 })),
    gap: optional(fc.integer({ min: 0, max: 25 })),
    method: optional(fc.constantFrom("auto", "drift", "seasonal", "seasonal growth")),
    detail: optional(fc.constantFrom("block", "months", "tests")),
  },
  BENCHMARK_RANK: {
    discount: cellLike(fraction),
    comparables: perhapsSpoilt(headed(["Commitment", "Discount"], amount, fraction)),
    detail: optional(fc.constantFrom("rank", "summary")),
    bands: optional(goodBands),
  },
};
