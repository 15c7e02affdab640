import { NoAnswer } from "../../src/core/no-answer";
import { isCellError } from "../support/built-functions";
import { DISTRIBUTION_TOLERANCE, RELATIVE_TOLERANCE } from "../tolerance";
import { argumentsOf, type TermCase } from "./term-cases";

/**
 * Where an answer differs from its case: amounts by more than 1e-12 of the largest amount in the call, since a difference of
 * amounts keeps no more, ratios by more than 1e-12 of themselves or 1; what rests on drawn paths by 1e-9.
 */
export function differences(one: TermCase, answer: unknown): readonly string[] {
  const { expected } = one;
  const tolerance =
    one.inputs.function === "TERM_RISK" ? DISTRIBUTION_TOLERANCE : RELATIVE_TOLERANCE;
  const isAmount = (value: unknown): value is number =>
    typeof value === "number" && Math.abs(value) > 1_000;
  const largest = Math.max(
    0,
    ...[...argumentsOf(one), expected]
      .flatMap((part) => (Array.isArray(part) ? part.flat() : [part]))
      .filter(isAmount)
      .map(Math.abs),
  );
  const differ = (actual: unknown, wanted: unknown, isRatio: boolean): boolean => {
    if (typeof wanted !== "number")
      return shown(actual) !== (isError(wanted) ? wanted.error : wanted);
    if (typeof actual !== "number") return true;
    const unit = isRatio ? Math.max(1, Math.abs(wanted)) : Math.max(1, largest);
    return !(Math.abs(actual - wanted) <= tolerance * unit);
  };
  if (!Array.isArray(expected))
    return differ(answer, expected, one.inputs.function === "PREPAY_BREAKEVEN")
      ? [`${JSON.stringify(shown(answer))} is not ${JSON.stringify(expected)}`]
      : [];
  const table = Array.isArray(answer) ? (answer as readonly (readonly unknown[])[]) : [];
  if (table.length !== expected.length)
    return [`${table.length} rows are not ${expected.length}: ${JSON.stringify(answer)}`];
  const headings = (expected as readonly (readonly unknown[])[])[0] ?? [];
  return (expected as readonly (readonly unknown[])[]).flatMap((row, index) =>
    row.flatMap((wanted, column) => {
      const heading = String(headings[column]);
      const label = `${heading} ${String(row[0])}`;
      const actual = table[index]?.[column];
      return differ(actual, wanted, RATIO.test(label))
        ? [`row ${index}, ${heading}: ${String(shown(actual))} is not ${String(wanted)}`]
        : [];
    }),
  );
}

const RATIO =
  /^(?:Period|Year|Rate|List index|Years|Uplift|Index|Fall|Points|Share|Exhausted|Date|Starts)|Discount by|Days|Chance/;

function isError(value: unknown): value is { readonly error: string } {
  return typeof value === "object" && value !== null && "error" in value;
}

/** An answer of the core, of a built function or of a cell, as a case writes it. */
function shown(value: unknown): unknown {
  if (value instanceof NoAnswer) return "#N/A";
  return isCellError(value) ? value.code : value;
}
