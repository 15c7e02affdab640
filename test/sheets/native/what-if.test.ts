import { describe, expect, test } from "vitest";
import { settle } from "../../../src/core/settle";
import { readPeriod } from "../../../src/input/period-cells";
import { bandsWith, termsWith } from "../../../src/input/what-if-cells";
import type { NativeArgument } from "../../../src/sheets/native/blocks";
import { text } from "../../../src/sheets/native/excel/formula";
import { NotNative } from "../../../src/sheets/native/not-native";
import type { NativeCells } from "../../../src/sheets/native/tables/what-if-steps";
import { twinOf } from "../../../src/sheets/native/twins";
import { prepayBreakeven } from "../../../src/term/prepay";
import { calculated, calculationOf, Inputs, stepsDown, type Typed, type TypedRows } from "./cells";

const PLAIN: TypedRows = [
  [0, 0],
  [250_000, 0.1],
  [500_000, 0.15],
];
const HEADED: TypedRows = [
  ["Threshold", "Discount", "Overage"],
  [0, 0, ""],
  [250_000, 0.1, "committed"],
  [500_000, 0.15, ""],
];
const IN_PERCENT: TypedRows = [
  ["Commitment", "Discount %"],
  [0, 0],
  [250_000, 10],
  ["", ""],
  [500_000, 15],
];
const TERMS: TypedRows = [
  ["Term", "Value"],
  ["Overage", "list"],
];
const [USAGE, COMMITMENT] = [700_000, 500_000];

/** A word of a call, as somebody writes it into the formula. */
const word = (value: string): NativeArgument => ({ formula: text(value), values: [[value]] });

function costOf(bands: unknown, terms: unknown): number | undefined {
  const read = readPeriod(USAGE, COMMITMENT, bands, terms);
  if (!read.ok) return undefined;
  const { usageUsd, commitmentUsd, agreement } = read.value;
  return settle(usageUsd, commitmentUsd, agreement).costUsd;
}

/** The cost of a period under cells that a block made of others. */
function nativeCost(
  inputs: Inputs,
  cellsOf: (blocks: ReturnType<typeof stepsDown>["blocks"]) => NativeCells | NotNative,
  priced: (cells: NativeArgument) => readonly [NativeArgument, NativeArgument | undefined],
) {
  const { workings, blocks } = stepsDown();
  const made = cellsOf(blocks);
  if (made instanceof NotNative) throw new Error(JSON.stringify(made.reason));
  const [bands, terms] = priced({ formula: made.range, values: made.values });
  const twin = twinOf(blocks, "EFFECTIVE_COST", [
    inputs.put(USAGE),
    inputs.put(COMMITMENT),
    bands,
    terms,
  ]);
  if (twin instanceof NotNative) throw new Error(JSON.stringify(twin.reason));
  return () => calculated(twin, calculationOf(workings, inputs));
}

describe("the twin of BANDS_WITH", () => {
  test.each<readonly [TypedRows, number, string, Typed, Typed]>([
    [PLAIN, 500_000, "Discount", 0.18, 0.2],
    [PLAIN, 500_000, "Threshold", 450_000, 480_000],
    [PLAIN, 250_000, "discount", 0.12, 0],
    [HEADED, 500_000, "Overage", "committed", "step-up"],
    [HEADED, 500_000, "Overage", "re-rate", ""],
    [HEADED, 500_000, "Overage premium", 0.05, 0.1],
    [HEADED, 500_000, "Forfeited share", 0.5, 1],
    [HEADED, 250_000, "Discount", 0.14, 0.2],
    [IN_PERCENT, 500_000, "Discount", 0.185, 0.16],
    [IN_PERCENT, 500_000, "Discount", 18, 0.2],
    [PLAIN, 500_000, "Threshold", 600_000, 200_000],
  ])("of %j: at %d the %s is %s, then %s", (rows, threshold, column, value, later) => {
    const inputs = new Inputs();
    const given = [
      inputs.put(rows),
      inputs.put(threshold),
      word(column),
      inputs.put(value),
    ] as const;
    const shown = nativeCost(
      inputs,
      (blocks) => blocks.bandsWith(...given),
      (bands) => [bands, undefined],
    );
    const ours = (put: Typed): number | undefined => {
      const changed = bandsWith(rows, threshold, column, put);
      return changed.ok ? costOf(changed.value, undefined) : undefined;
    };
    const wanted = ours(value);
    expect(shown()).toEqual(wanted === undefined ? undefined : expect.closeTo(wanted, 6));
    inputs.retype(given[3], [[later]]);
    const wantedLater = ours(later);
    expect(shown()).toEqual(wantedLater === undefined ? undefined : expect.closeTo(wantedLater, 6));
  });

  test("refuses when its threshold is in no band any longer, or a row came into the bands", () => {
    const inputs = new Inputs();
    const given = [
      inputs.put(PLAIN),
      inputs.put(500_000),
      word("Discount"),
      inputs.put(0.18),
    ] as const;
    const shown = nativeCost(
      inputs,
      (blocks) => blocks.bandsWith(...given),
      (bands) => [bands, undefined],
    );
    inputs.retype(given[1], [[400_000]]);
    expect(shown()).toBeUndefined();
  });
});

describe("the twin of TERMS_WITH", () => {
  test.each<readonly [TypedRows, string, Typed, Typed]>([
    [TERMS, "Overage", "committed", "step-up"],
    [TERMS, "Overage premium", 0.05, 0.1],
    [TERMS, "Forfeited share", 0.5, 0],
    [TERMS, "Basis", "list", "net"],
    [[["overage", "re-rate"]], "Overage", "list", "committed"],
    [
      [
        ["Basis", "list"],
        ["forfeited-share", 0.5],
      ],
      "Forfeited share",
      1,
      0.25,
    ],
    [
      [
        ["", ""],
        ["Overage", "committed"],
      ],
      "Overage premium",
      0.02,
      "",
    ],
    [[["Overage", ""]], "Overage", "committed", "list"],
    [[["Overage premium", 0.1]], "Overage premium", 0, 0.2],
    [[["Forfeited share", 1]], "Overage", "step-up", "free"],
  ])("of %j: %s is %s, then %s", (rows, term, value, later) => {
    const inputs = new Inputs();
    const bands = inputs.put(PLAIN);
    const given = [inputs.put(rows), word(term), inputs.put(value)] as const;
    const shown = nativeCost(
      inputs,
      (blocks) => blocks.termsWith(...given),
      (terms) => [bands, terms],
    );
    const ours = (put: Typed): number | undefined => {
      const changed = termsWith(rows, term, put);
      return changed.ok ? costOf(PLAIN, changed.value) : undefined;
    };
    for (const [put, isLater] of [
      [value, false],
      [later, true],
    ] as const) {
      if (isLater) inputs.retype(given[2], [[put]]);
      const wanted = ours(put);
      expect(shown()).toEqual(wanted === undefined ? undefined : expect.closeTo(wanted, 6));
    }
  });
});

describe("the twin of PREPAY_BREAKEVEN", () => {
  test.each<readonly [Typed, string, number | undefined]>([
    [0, "monthly in arrears", 0],
    [0.25, "annual in arrears", 0.2],
    [0.08, "annual in advance", prepayBreakeven(0.08, "annual in advance")],
    [0.08, "quarterly in advance", prepayBreakeven(0.08, "quarterly in advance")],
    [0.08, "quarterly in arrears", prepayBreakeven(0.08, "quarterly in arrears")],
    [0.08, "monthly in advance", prepayBreakeven(0.08, "monthly in advance")],
    [1, "monthly in arrears", prepayBreakeven(1, "monthly in arrears")],
    ["", "monthly in arrears", 0],
    [1.5, "monthly in arrears", undefined],
    [-0.1, "annual in arrears", undefined],
    ["8%", "annual in arrears", undefined],
  ])("at %s, %s", (rate, payment, wanted) => {
    const inputs = new Inputs();
    const { workings, blocks } = stepsDown();
    const twin = twinOf(blocks, "PREPAY_BREAKEVEN", [inputs.put(rate), word(payment)]);
    if (twin instanceof NotNative) throw new Error(JSON.stringify(twin.reason));
    const shown = calculated(twin, calculationOf(workings, inputs));
    expect(shown).toEqual(wanted === undefined ? undefined : expect.closeTo(wanted, 12));
  });
});
