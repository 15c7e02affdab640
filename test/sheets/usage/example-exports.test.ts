import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { monthText } from "../../../src/core/calendar";
import { readPriceBook } from "../../../src/input/price-book-cells";
import type { ImportPreview } from "../../../src/input/usage-files/import-preview";
import { toNumber } from "../../../src/input/usage-files/text/decimal";
import {
  EXAMPLE_YEAR,
  type ExampleMonths,
  exampleExports,
  filesToTry,
} from "../../../src/sheets/usage/example-exports";
import { known } from "../../cases/door";
import { fileOf, previewOf } from "../../input/usage-files/import-text";

const BOOK = known(readPriceBook(undefined));
const DOCS = path.resolve(import.meta.dirname, "../../../docs/example-exports");

function imported(months?: ExampleMonths): Promise<ImportPreview> {
  const { usage, cost } = exampleExports(BOOK, months);
  return previewOf(
    [usage, cost].map(({ name, text }) => fileOf(text, { name })),
    { book: BOOK },
  );
}

const amounts = ({ months }: ImportPreview): readonly number[] =>
  months.map(({ history }) => (history ? toNumber(history.usd.lowUsd) : 0));

describe("exampleExports()", () => {
  let year: ImportPreview;
  beforeAll(async () => {
    year = await imported();
  });

  test("is read whole: twelve complete months of priced usage, of about $55k each", () => {
    expect(year.refused).toEqual([]);
    expect(
      year.files.map(({ unreadableRows, setAsideRows }) => [unreadableRows, setAsideRows]),
    ).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(
      year.months.map(({ month, isComplete, history }) => [
        ...[monthText(month), isComplete, history?.from],
      ]),
    ).toEqual(
      [
        "2025-11",
        "2025-12",
        ...Array.from({ length: 10 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`),
      ].map((month) => [month, true, "priced usage"]),
    );
    const usual = amounts(year).filter((_, index) => index !== 6);
    const mean = usual.reduce((sum, usd) => sum + usd, 0) / usual.length;
    expect(mean).toBeGreaterThan(54_000);
    expect(mean).toBeLessThan(57_000);
  });

  test("holds one month with a backfill in a workspace of its own", () => {
    const [before = 0, backfilled = 0, after = 0] = amounts(year).slice(5, 8);
    expect(backfilled).toBeGreaterThan(1.3 * Math.max(before, after));
    const rows = year.sheetRows.filter(({ workspace }) => workspace === "Backfill");
    expect(rows.map(({ month, service }) => [monthText(month), service])).toEqual([
      ["2026-05", "batch"],
    ]);
  });

  test("has a model without a price in its first month alone, so that the months after it follow one another", () => {
    expect(year.unpricedRows.map(({ month, model }) => [monthText(month), model])).toEqual([
      ["2025-11", "claude-example-preview"],
    ]);
  });

  test("has a bill at list prices that agrees with the usage on every day", () => {
    const verdicts = new Set(
      year.reconciliation
        .filter(({ model }) => model !== "claude-example-preview")
        .map(({ verdict }) => verdict),
    );
    expect([...verdicts]).toEqual(["agrees"]);
    expect(year.realisedDiscount).toBe(0);
  });

  test("gives the same files again, and the month after as a file that follows on", async () => {
    expect(exampleExports(BOOK)).toEqual(exampleExports(BOOK));
    const longer = exampleExports(BOOK, { ...EXAMPLE_YEAR, months: 13 });
    const next = { from: EXAMPLE_YEAR.from + 12, months: 1 };
    const lines = (text: string): readonly string[] => text.split("\n").slice(1);
    expect(longer.usage.text).toBe(
      exampleExports(BOOK).usage.text + lines(exampleExports(BOOK, next).usage.text).join("\n"),
    );
    expect(amounts(await imported(next))[0]).toBeGreaterThan(60_000);
  });

  test("with fewer days a month has nearly the same months", async () => {
    const few = await imported({ ...EXAMPLE_YEAR, daysAMonth: 2 });
    expect(few.months.every(({ isComplete }) => isComplete)).toBe(true);
    for (const [index, usd] of amounts(few).entries())
      expect(Math.abs(usd / (amounts(year)[index] ?? 0) - 1)).toBeLessThan(0.08);
  });
});

describe("docs/example-exports", () => {
  test.each(filesToTry(BOOK).map(({ name, text }) => [name, text]))(
    "%s is what scripts/example-exports.mjs makes, and a few kilobytes",
    (name, text) => {
      expect(readFileSync(path.join(DOCS, name), "utf8")).toBe(text);
      expect(text.length).toBeLessThan(10_000);
    },
  );
});
