import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decoratedBands, decoratedForecast, decoratedTerms } from "../input/decorated-tables";
import {
  callAsCell,
  isCellError,
  loadBuiltFunctions,
  loadMetadata,
} from "../support/built-functions";
import { assertProperty, runsOf } from "../support/property";
import { ARGUMENTS, ARGUMENTS_OF, amountLikeText } from "./any-cells";

/** What a whole run of a function takes; an ordinary one takes a thirtieth where the function has values often enough. */
const WHOLE = 3_000;
const SELDOM_WITH_VALUES = ["BURNDOWN"];

const functions = loadBuiltFunctions();
const metadata = loadMetadata();

/** Why a cell could not show this; nothing for a value, or an error with a sentence. */
function faultOf(shown: unknown): string | undefined {
  if (isCellError(shown))
    return /^[A-Z"$#(\p{N}-].{20,}\.$/u.test(shown.message) &&
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

describe("with any content in its cells", () => {
  test.each(metadata.map(({ id, parameters }) => [id, parameters] as const))(
    "%s shows finite values, or an error with a sentence",
    (id, parameters) => {
      const isAll = runsOf(WHOLE) === WHOLE || SELDOM_WITH_VALUES.includes(id);
      const whole = isAll ? WHOLE : WHOLE / 3;
      const counts = { values: 0, errors: 0 };
      const args = fc.tuple(
        ...parameters.map(({ name }) => {
          const known = ARGUMENTS_OF[id]?.[name] ?? ARGUMENTS[name];
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
        { numRuns: whole },
      );
      // Enough of both, so that the property means something.
      expect(counts.values).toBeGreaterThan(runsOf(whole) / 15);
      expect(counts.errors).toBeGreaterThan(runsOf(whole) / 15);
    },
  );
});

/** What a cell shows, to nine figures; nothing where it refuses. */
function answerOf(id: string, ...args: readonly unknown[]): string | undefined {
  const shown = callAsCell(functions, id, args);
  return isCellError(shown) && shown.code === "#VALUE!"
    ? undefined
    : JSON.stringify(shown, (_, cell: unknown) =>
        typeof cell === "number" ? cell.toPrecision(9) : cell,
      );
}

describe("a table in people's own layout", () => {
  const usage = fc.integer({ min: 0, max: 3_000_000 });

  test("of bands and terms answers as the plain one, or refuses", () => {
    let answers = 0;
    assertProperty(
      fc.property(usage, usage, decoratedBands, decoratedTerms, (used, committed, bands, terms) => {
        for (const [id, plain, decorated] of [
          ["BAND_RATE", [committed, bands.plain], [committed, bands.decorated]],
          [
            "EFFECTIVE_COST",
            [used, committed, bands.plain, terms.plain],
            [used, committed, bands.decorated, terms.decorated],
          ],
          ["TIER_COST", [used, bands.plain], [used, bands.decorated]],
          ["NEXT_THRESHOLD", [committed, bands.plain], [committed, bands.decorated]],
        ] as const) {
          const shown = answerOf(id, ...decorated);
          if (shown === undefined) continue;
          answers++;
          expect(shown).toBe(answerOf(id, ...plain));
        }
      }),
      { numRuns: 1_000 },
    );
    expect(answers).toBeGreaterThan(3 * runsOf(1_000));
  });

  test("of bands changes as the plain one does", () => {
    assertProperty(
      fc.property(usage, usage, decoratedBands, (used, committed, { plain, decorated }) => {
        const [bare, other] = [plain, decorated].map((bands) => {
          const changed = callAsCell(functions, "BANDS_WITH", [
            bands,
            plain[1]?.[0],
            "Discount",
            0.5,
          ]);
          return answerOf("EFFECTIVE_COST", used, committed, changed, null);
        });
        expect(bare).toBeDefined();
        if (other !== undefined) expect(other).toBe(bare);
      }),
      { numRuns: 500 },
    );
  });

  test("of bands with a text that begins as an amount answers as without it, or refuses", () => {
    let refusals = 0;
    assertProperty(
      fc.property(
        usage,
        decoratedBands,
        fc.nat(),
        fc.nat(),
        amountLikeText,
        (usd, bands, down, across, text) => {
          const rows = bands.decorated;
          const row = down % rows.length;
          // Under a heading that says threshold it is 400,000.
          fc.pre(text !== "400k+");
          // Without the word that makes it a total, the row is a band.
          fc.pre(!(rows[row] ?? []).includes("Total"));
          const spoilt = rows.map((cells, index) =>
            index === row ? cells.with(across % cells.length, text) : cells,
          );
          const shown = answerOf("BAND_RATE", usd, spoilt);
          if (shown === undefined) refusals++;
          else expect(shown).toBe(answerOf("BAND_RATE", usd, bands.plain));
        },
      ),
      { numRuns: 1_500 },
    );
    expect(refusals).toBeGreaterThan(runsOf(1_500) / 3);
  });

  test("of usages answers as the plain one, or refuses", () => {
    let answers = 0;
    assertProperty(
      fc.property(decoratedForecast, ({ plain, decorated }) => {
        const shown = answerOf("FORECAST_MEAN", decorated);
        if (shown === undefined) return;
        answers++;
        expect(shown).toBe(answerOf("FORECAST_MEAN", plain));
      }),
      { numRuns: 1_000 },
    );
    expect(answers).toBeGreaterThan(0.9 * runsOf(1_000));
  });

  test("of an axis keeps every amount, or refuses", () => {
    const words = fc.constantFrom("Usage", "Usage 2025", "n/a", "-", "TBD", "", null);
    const cells = fc.array(fc.oneof(usage, words, amountLikeText), { minLength: 1, maxLength: 6 });
    assertProperty(
      fc.property(cells, (axis) => {
        const shown = callAsCell(functions, "SENSITIVITY", [
          axis.map((cell) => [cell]),
          [[0]],
          [[0, 0]],
          null,
          null,
        ]);
        if (isCellError(shown)) return;
        const kept = (shown as unknown[][]).slice(1).map(([amount]) => amount);
        expect(kept).toEqual(axis.filter((cell) => typeof cell === "number"));
      }),
      { numRuns: 1_000 },
    );
  });
});
