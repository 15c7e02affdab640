import { describe, expect, test } from "vitest";
import { loadMetadata } from "../support/built-functions";
import { call } from "./shown";

type Row = readonly unknown[];

const ROWS = 1_048_576;
const COLUMNS = 16_384;
const BANDS = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
  [1_000_000, 0.2],
];
const BLANKS = [
  ["nothing", null],
  ["empty text", ""],
  ["0, as on the desktop", 0],
] as const;

/** Cells at the head of a range of so many rows, all others blank. */
function column(rows: readonly Row[], blank: unknown, height = ROWS): readonly Row[] {
  const width = Math.max(...rows.map(({ length }) => length));
  const filled = (row: Row) => Array.from({ length: width }, (_, at) => row[at] ?? blank);
  const whole = new Array<Row>(height).fill(filled([]));
  for (const [at, row] of rows.entries()) whole[at] = filled(row);
  return whole;
}

/** The same of whole rows. */
function wholeRows(rows: readonly Row[], blank: unknown, width = COLUMNS): readonly Row[] {
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? blank));
}

const USAGES = [["Usage"], [410_000], [455_000], [480_000]];

/** Forecasts at the head of a whole column, or two; where they have gaps, the desktop's zeros would be usages of 0. */
const FORECASTS: readonly (readonly [name: string, rows: readonly Row[], mean: number])[] = [
  ["usages below a heading", USAGES, 448_333.3333333333],
  ["usages without a heading", [[410_000], [455_000], [480_000]], 448_333.3333333333],
  ["a heading below blank rows", [[], [], ...USAGES], 448_333.3333333333],
  ["one number", [[600_000]], 600_000],
  ["amounts in words", [["Usage"], ["$400k"], ["600,000"]], 500_000],
  ["zeros between usages", [[410_000], [0], [0], [480_000]], 222_500],
  [
    "usages and probabilities",
    [
      ["Usage", "Probability"],
      [400_000, 0.5],
      [600_000, 0.5],
    ],
    500_000,
  ],
  [
    "a last outcome of 0",
    [
      ["Usage", "Probability"],
      [400_000, 0.5],
      [0, 0.5],
    ],
    200_000,
  ],
  [
    "a last probability of 0",
    [
      ["Usage", "Probability"],
      [400_000, 1],
      [600_000, 0],
    ],
    400_000,
  ],
  [
    "gaps between outcomes",
    [["Usage", "Probability"], [400_000, 0.5], [], [600_000, 0.5]],
    500_000,
  ],
  [
    "labels",
    [
      ["Mean", 600_000],
      ["CV", 0.35],
    ],
    600_000,
  ],
  [
    "labels below a heading, with gaps",
    [["Label", "Value"], [], ["Distribution", "normal"], [], ["Mean", 600_000], ["SD", 1_000]],
    600_000,
  ],
  [
    "a last value of 0",
    [
      ["Mean", 600_000],
      ["CV", 0],
    ],
    600_000,
  ],
];

describe.each(BLANKS)("whole columns whose blank cells arrive as %s", (_, blank) => {
  test.each(FORECASTS)("hold a forecast: %s", (_name, rows, mean) => {
    expect(call("FORECAST_MEAN", column(rows, blank))).toBeCloseTo(mean, 6);
  });

  test("hold a forecast for every function that takes one", () => {
    const parameters: Readonly<Record<string, unknown>> = {
      commitment: 250_000,
      bands: BANDS,
      probability: 0.5,
      terms: null,
      level: null,
    };
    const asked = loadMetadata().filter((one) =>
      one.parameters.some(({ name }) => name === "forecast"),
    );
    expect(asked.length).toBeGreaterThan(10);
    for (const { id, parameters: named } of asked) {
      const answer = (forecast: unknown) =>
        call(id, ...named.map(({ name }) => (name === "forecast" ? forecast : parameters[name])));
      expect(answer(column(USAGES, blank)), id).toEqual(answer(USAGES));
      expect(answer(USAGES), id).not.toHaveProperty("message");
    }
  });

  test.each([
    ["a column and a column", USAGES, [[300_000], [600_000]]],
    ["words between amounts", [["Usage 2025"], [400_000], ["n/a"], [600_000]], [[0], [500_000]]],
    ["one amount each", [[400_000]], [[500_000]]],
    ["an amount of 0 above others", [[0], [400_000]], [[0], [250_000], [500_000]]],
  ])("hold the axes of SENSITIVITY: %s", (_name, usages, commitments) => {
    const answer = call("SENSITIVITY", column(usages, blank), column(commitments, blank), BANDS);
    expect(answer).toEqual(call("SENSITIVITY", usages, commitments, BANDS));
    expect(answer).not.toHaveProperty("message");
  });

  test.each<readonly [string, readonly Row[]]>([
    ["alone", BANDS],
    ["below a heading", [["Threshold", "Discount"], ...BANDS]],
    ["with gaps", [...BANDS.slice(0, 2), [], [], ...BANDS.slice(2)]],
    [
      "with columns of text",
      [
        ["Threshold", "Discount", "Name", "Contact", "Overage"],
        [0, 0, "Start", "none", "list"],
        [500_000, 0.15, "Growth", "Ann", "committed"],
      ],
    ],
  ])("hold bands %s", (_name, bands) => {
    const whole = column(bands, blank);
    expect(call("EFFECTIVE_COST", 800_000, 600_000, whole, null)).toBe(
      call("EFFECTIVE_COST", 800_000, 600_000, bands, null),
    );
    expect(call("BANDS_WITH", whole, 500_000, "Discount", 0.18)).toEqual(
      call("BANDS_WITH", column(bands, blank, bands.length), 500_000, "Discount", 0.18),
    );
    expect(call("THRESHOLDS", 800_000, 600_000, whole, null)).toEqual(
      call("THRESHOLDS", 800_000, 600_000, bands, null),
    );
  });

  test("hold terms, a last premium of 0 among them", () => {
    const terms = [["Term", "Value"], ["Overage", "committed"], [], ["Overage premium", 0]];
    const whole = column(terms, blank);
    expect(call("EFFECTIVE_COST", 800_000, 500_000, BANDS, whole)).toBe(680_000);
    expect(call("TERMS_WITH", whole, "Overage", "list")).toEqual(
      call("TERMS_WITH", column(terms, blank, terms.length), "Overage", "list"),
    );
  });

  test("hold nothing", () => {
    const empty = column([[null, null]], blank);
    expect(call("FORECAST_MEAN", empty)).toMatchObject({
      message: expect.stringMatching(/^Forecast is missing/),
    });
    expect(call("SENSITIVITY", empty, [[500_000]], BANDS)).toMatchObject({
      message: expect.stringMatching(/^Usages is missing/),
    });
    expect(call("BAND_RATE", 500_000, empty)).toMatchObject({
      message: expect.stringMatching(/^Bands holds no band/),
    });
    expect(call("EFFECTIVE_COST", 800_000, 500_000, BANDS, empty)).toBe(
      call("EFFECTIVE_COST", 800_000, 500_000, BANDS, null),
    );
  });

  test("may begin below the first row", () => {
    expect(call("FORECAST_MEAN", column(USAGES, blank, ROWS - 4))).toBeCloseTo(448_333.33, 1);
    expect(call("FORECAST_MEAN", column(USAGES, blank, 1_000_000))).toBeCloseTo(448_333.33, 1);
  });

  test("may be whole rows", () => {
    const usages = [[410_000, 455_000, 480_000]];
    expect(call("FORECAST_MEAN", wholeRows(usages, blank))).toBeCloseTo(448_333.33, 1);
    expect(call("FORECAST_MEAN", wholeRows(usages, blank, COLUMNS - 3))).toBeCloseTo(448_333.33, 1);
    expect(
      call(
        "FORECAST_MEAN",
        wholeRows(
          [
            ["Distribution", "Mean", "CV"],
            ["normal", 600_000, 0.35],
          ],
          blank,
        ),
      ),
    ).toBeCloseTo(600_000, 6);
    expect(call("SENSITIVITY", [[400_000]], wholeRows([[0, 500_000]], blank), BANDS)).toEqual(
      call("SENSITIVITY", [[400_000]], [[0, 500_000]], BANDS),
    );
  });
});

describe("zeros that may be blank cells", () => {
  const ZEROS = "zeros in a row, which Excel gives for blank cells";
  const mean = (rows: readonly Row[]) => call("FORECAST_MEAN", rows);
  const many = (value: number, count: number) => Array.from({ length: count }, () => [value]);

  test("a usage of 0 counts at the end of a range that ends before the sheet does", () => {
    expect(mean([[400_000], [600_000], [0]])).toBeCloseTo(333_333.33, 1);
    expect(mean(column([[400_000], [600_000], [0]], null))).toBeCloseTo(333_333.33, 1);
    expect(mean([...many(365, 3_350), ...many(0, 300)])).toBeCloseTo(335, 9);
    expect(mean([...many(2, 10_000), ...many(0, 10_000)])).toBe(1);
  });

  test("outcomes of a simulation may hold more, sorted or not", () => {
    expect(mean([...many(0, 20_000), ...many(2, 20_000)])).toBe(1);
    expect(mean(Array.from({ length: 40_000 }, (_, row) => [(row % 2) * 2]))).toBe(1);
  });

  test.each<readonly [string, () => readonly Row[], string]>([
    ["a range that ends before the sheet does", () => column(USAGES, 0, 50_000), "49,996"],
    ["a total in the last row", () => column(USAGES, 0, 50_000).with(-1, [1_345_000]), "49,995"],
    ["a total in the last column", () => [wholeRows([[5, 6]], 0)[0]?.with(-1, 11) ?? []], "16,381"],
    ["a range without a number", () => column([["Usage"]], 0, 20_000), "19,999"],
    ["a row that ends before the sheet does", () => wholeRows([[5, 6]], 0, 12_000), "11,998"],
  ])("more than 10,000 behind the first usage are refused: %s", (_name, rows, zeros) => {
    expect(mean(rows())).toMatchObject({ message: expect.stringContaining(`${zeros} ${ZEROS}`) });
  });

  test("a total in the last row counts where blanks arrive as nothing", () => {
    expect(mean(column(USAGES, null).with(-1, [1_345_000]))).toBe(672_500);
  });

  test("the axes of SENSITIVITY refuse them by their name", () => {
    const message = (...axes: readonly unknown[]) => call("SENSITIVITY", ...axes, BANDS);
    const long = column(USAGES, 0, 50_000);
    expect(message(long, [[500_000]])).toMatchObject({
      message: `Usages has 49,996 ${ZEROS}: give the range without its blank cells.`,
    });
    expect(message([[500_000]], long)).toMatchObject({
      message: `Commitments has 49,996 ${ZEROS}: give the range without its blank cells.`,
    });
  });
});

describe("the cells of long columns", () => {
  test("may be more than a call takes arguments", () => {
    const full = Array.from({ length: 200_000 }, (_, row) => [row % 2 === 0 ? 400_000 : 600_000]);
    expect(call("FORECAST_MEAN", full)).toBe(500_000);
  });

  test("of one fault are refused in one sentence, which names the rows", () => {
    const column = Array.from({ length: 200_000 }, () => [-1]);
    expect(call("EXPECTED_COST", column, 500_000, BANDS, null)).toMatchObject({
      message: expect.stringMatching(/; the same in items 2 to 200,000\.$/),
    });
    const bands = Array.from({ length: 200_000 }, (_, row) => [row, "x"]);
    expect(call("EXPECTED_COST", 600_000, 500_000, bands, null)).toMatchObject({
      message: expect.stringMatching(/; the same in rows 2 to 200,000\.$/),
    });
  });

  test.each([
    ["nothing", null, 20_000],
    ["0", 0, ROWS],
  ])("are looked at once where they are blank and arrive as %s", (_, blank, height) => {
    let looks = 0;
    /** A range that counts how often a row of it is asked for. */
    const counted = (rows: readonly Row[]) =>
      new Proxy(column(rows, blank, height), {
        get: (all, key) => {
          if (typeof key === "string" && /^\d/.test(key)) looks++;
          return Reflect.get(all, key);
        },
      });
    const asked: readonly (readonly [id: string, ...given: readonly unknown[]])[] = [
      ["BAND_RATE", 300_000, counted(BANDS)],
      ["EFFECTIVE_COST", 800_000, 300_000, BANDS, counted([["Overage", "committed"]])],
      ["THRESHOLDS", 800_000, 300_000, counted([["Threshold", "Discount"], ...BANDS]), null],
      ["BANDS_WITH", counted(BANDS), 500_000, "Discount", 0.18],
      ["TERMS_WITH", counted([["Overage", "committed"]]), "Overage", "list"],
      ["COMMITMENT_OPTIONS", counted(USAGES), BANDS, null],
      ["SENSITIVITY", counted(USAGES), [[500_000]], BANDS, null, null],
    ];
    for (const [id, ...given] of asked) {
      looks = 0;
      expect(call(id, ...given), id).not.toHaveProperty("message");
      expect(looks / height, id).toBeGreaterThan(0.99);
      expect(looks / height, id).toBeLessThan(1.01);
    }
  });
});
