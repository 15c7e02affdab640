import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  callAsCell,
  isCellError,
  loadBuiltFunctions,
  loadMetadata,
} from "../support/built-functions";
import { assertProperty, runsOf } from "../support/property";
import { ARGUMENTS } from "./any-cells";

const WHOLE = 3_000;

const functions = loadBuiltFunctions();
const metadata = loadMetadata();

/** Why a cell could not show this; nothing for a value, or an error with a sentence. */
function faultOf(shown: unknown): string | undefined {
  if (isCellError(shown))
    return /^[A-Z"$#(\d-].{20,}\.$/.test(shown.message) &&
      !/undefined|NaN|Infinity|\[object/.test(shown.message)
      ? undefined
      : `an error without a sentence: ${shown.message}`;
  if (typeof shown === "number") return Number.isFinite(shown) ? undefined : `the number ${shown}`;
  return typeof shown === "string" ? undefined : `a ${typeof shown}`;
}

/** Every value of a table, whose rows are all of one length. */
function cellsOf(answer: unknown): readonly unknown[] {
  if (!Array.isArray(answer)) return [answer];
  const rows = answer as unknown[][];
  const width = rows[0]?.length ?? 0;
  return width > 0 && rows.every(({ length }) => length === width) ? rows.flat() : [answer];
}

describe("whatever stands in its cells", () => {
  test.each(metadata.map(({ id, parameters }) => [id, parameters] as const))(
    "%s shows finite values, or an error with a sentence",
    (id, parameters) => {
      const counts = { values: 0, errors: 0 };
      const args = fc.tuple(
        ...parameters.map(({ name }) => {
          const known = ARGUMENTS[name];
          if (!known) throw new Error(`no arbitrary for ${name}`);
          return known;
        }),
      );
      assertProperty(
        fc.property(args, (given) => {
          const shown = callAsCell(functions, id, given);
          if (isCellError(shown)) counts.errors++;
          else counts.values++;
          expect(cellsOf(shown).map(faultOf).filter(Boolean)).toEqual([]);
        }),
        { numRuns: WHOLE },
      );
      // Of both there are enough for the property to mean something.
      expect(counts.values).toBeGreaterThan(runsOf(WHOLE) / 15);
      expect(counts.errors).toBeGreaterThan(runsOf(WHOLE) / 15);
    },
  );
});
