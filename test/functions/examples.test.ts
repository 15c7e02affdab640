import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import {
  callAsCell,
  isCellError,
  loadBuiltFunctions,
  loadMetadata,
} from "../support/built-functions";
import { examplesIn } from "../support/example";
import { agrees } from "../tolerance";

const SOURCES = path.join(import.meta.dirname, "../../src/functions");
const sources = readdirSync(SOURCES).map((file) => readFileSync(path.join(SOURCES, file), "utf8"));
const examples = sources.flatMap(examplesIn);
const functions = loadBuiltFunctions();

describe("functions.js alone gives the examples in the docstrings", () => {
  test.each(examples.map((example) => [example.text, example] as const))(
    "%s",
    (_, { id, args, expected }) => {
      const metadata = loadMetadata().find((one) => one.id === id);
      expectSame(
        callAsCell(functions, id, asPassed(args, metadata?.parameters.length ?? 0)),
        expected,
      );
    },
  );

  test("every function has one with a value", () => {
    const shown = new Set(
      examples.flatMap(({ id, expected }) => (isCellError(expected) ? [] : id)),
    );
    expect(
      loadMetadata()
        .map(({ id }) => id)
        .filter((id) => !shown.has(id)),
    ).toEqual([]);
  });
});

/** Excel passes null for every omitted argument. */
function asPassed(args: readonly unknown[], parameters: number): readonly unknown[] {
  return [...args, ...Array.from({ length: parameters - args.length }, () => null)];
}

function expectSame(actual: unknown, expected: unknown): void {
  if (Array.isArray(expected)) {
    const rows = actual as unknown[][];
    expect(rows.length).toBe(expected.length);
    for (const [row, cells] of (expected as unknown[][]).entries()) {
      expect(rows[row]?.length).toBe(cells.length);
      for (const [column, cell] of cells.entries()) expectSame(rows[row]?.[column], cell);
    }
  } else if (typeof expected === "number") {
    expect(actual).toSatisfy(
      (value: unknown) => typeof value === "number" && agrees(value, expected),
    );
  } else if (isCellError(expected)) {
    expect(actual).toMatchObject(expected);
  } else {
    expect(actual).toBe(expected);
  }
}
