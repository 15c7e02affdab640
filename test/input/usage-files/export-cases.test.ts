import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readExports } from "../../../scripts/exports-on-disk";
import expected from "../../cases/exports/expected.json";

const CASES = path.join(import.meta.dirname, "../../cases");

describe("exports", () => {
  test.each(expected.imports.map((one) => [one.id, one.about, one] as const))(
    "%s: %s",
    async (_, __, { id: ___, about: ____, files, ...report }) => {
      const read = await readExports(
        files.map((file) => path.join(CASES, "exports", file)),
        path.join(CASES, "price-book.csv"),
      );
      expect(read).toEqual({ ok: true, value: close(report) });
    },
  );

  test("are in an import, every file of the folder", () => {
    const files = readdirSync(path.join(CASES, "exports")).filter((file) => /^\d/.test(file));
    expect(files).toHaveLength(26);
    expect([...new Set(expected.imports.flatMap(({ files: of }) => of))].toSorted()).toEqual(files);
  });
});

/** The same with every number of money or discount as one that differs by rounding alone. */
function close(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(close);
  if (typeof value === "number" && !Number.isInteger(value)) return expect.closeTo(value, 9);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, close(one)]));
}
