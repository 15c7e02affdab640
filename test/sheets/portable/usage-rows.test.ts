import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../src/core/currency";
import { printContent } from "../../../src/sheets/formulas/print";
import { Calculation } from "../../../src/sheets/native/excel/evaluate-formula";
import { describeNotPortable } from "../../../src/sheets/portable/not-portable";
import { planPortable } from "../../../src/sheets/portable/portable-plan";
import { Book } from "../../../src/sheets/portable/read-book";
import { typedValue } from "../../../src/sheets/portable/typed-value";
import { FIRST_ROW, withPrices } from "../../../src/sheets/usage/usage-rows";
import { OURS } from "../native/ours";
import { block, bookOf } from "./book";

const NAMES = {
  ...{ usage: "Usage", months: "Months", exclusions: "Exclusions", unpriced: "Unpriced" },
  ...{ imports: "Imports", leftOut: "LeftOut", checks: "Checks", book: "PriceBook" },
  exclusionsSheet: "Exclusions",
  exclusionColumns: 9,
};

const PRICES = [
  ["Model", "From", "Prompt above", "Input", "Output", "Cache read", "Batch", "US only"],
  ["claude-opus-5", 46_227, "", 5, 25, 0.5, 0.5, 1.1],
  ["claude-haiku-5-5", 46_185, "", 0.1, 0.5, 0.01, 0.5, 1.1],
  ["claude-haiku-5-5", 46_185, 100_000, 0.5, 2.5, 0.05, 0.5, 1.1],
] as const;

/** Rows of an import: model, service, speed, geo, the prompt tokens of its card, and those of the dearest card that it may be on. */
const ROWS = [
  ["claude-opus-5", "standard", "standard", "global", "", ""],
  ["Claude Opus 5", "batch", "standard", "us", "", ""],
  ["claude-haiku-5-5", "standard", "", "global", 100_000, 100_000],
  ["claude-haiku-5-5", "batch", "standard", "", 100_000, 100_001],
  ["claude-haiku-5-5", "", "", "us", 100_001, 100_001],
] as const;

const QUANTITIES = [2_000_000, "", 0, 5_000_000, 300_000, 0] as const;

/** A cell that holds a formula, and what it shows. */
const asCell = (content: string | number): string | number | readonly [string, unknown] =>
  typeof content === "string" && content.startsWith("=") ? [content, 0] : content;

describe("planPortable() of the Usage sheet", () => {
  const usage = Object.assign(
    {},
    ...ROWS.map(([model, service, speed, geo, prompt, high], index) => {
      const row = FIRST_ROW + index;
      const cells = [46_235, 46_235, "", model, service, speed, geo, prompt, ...QUANTITIES];
      const inputs = { cells, promptTokensHigh: high };
      const line = withPrices(inputs, row, NAMES).map(printContent).map(asCell);
      return Object.fromEntries(
        line.map((one, column) => [`${"ABCDEFGHIJKLMNOPQ"[column]}${row}`, one]),
      );
    }),
  );
  const read = bookOf(
    { Usage: usage, "Price book": block("A1", PRICES) },
    { tables: [{ name: "PriceBook", sheet: "Price book", address: "A1:H4" }] },
  );
  const plan = planPortable(read, { kind: "workbook" });

  test("follows every row, the dearest card that its prompts may be on too", () => {
    expect(plan.kept.map(({ reason }) => describeNotPortable(reason, US_DOLLAR))).toEqual([]);
    expect(plan.changes).toHaveLength(2 * ROWS.length);
  });

  test("gives what TOKEN_COST answers", () => {
    const book = new Book(read);
    const calculation = new Calculation(plan.places.workings, (place) =>
      typedValue(book.valueAt(place)),
    );
    for (const [index, [model, service, speed, geo, prompt, high]] of ROWS.entries()) {
      const [low, dear] = [prompt, high].map((tokens) =>
        OURS["TOKEN_COST"]?.(model, [QUANTITIES], 46_235, [[service, speed, geo, tokens]], PRICES),
      );
      const at = plan.changes.filter(({ place }) => place.row === FIRST_ROW + index);
      const native = at.flatMap(({ next }) =>
        "kind" in next
          ? []
          : next.flatMap((part) => (typeof part === "string" ? [] : [calculation.evaluate(part)])),
      );
      expect(native).toEqual([expect.closeTo(Number(low), 9), expect.closeTo(Number(dear), 9)]);
    }
  });
});
