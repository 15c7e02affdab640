import type { Currency } from "../../core/currency";
import { describeError } from "../../core/errors";
import { fail, type Result } from "../../core/result";
import { readCell } from "../../input/cells/cells";
import { readNumber } from "../../input/cells/numbers";
import { formatCount, formatExactUsd } from "../../wording/format/format";
import { readTypedUsd } from "./typed-amount";

/** A field as the pane shows it. An echo says how typed text was understood, an error why it was not. */
export interface Field {
  readonly text: string;
  readonly echo: string;
  readonly error: string;
}

/** Reads what was typed, or takes what stands where nothing was. */
export function readField(
  text: string | undefined,
  otherwise: number,
  read: (text: string) => Result<number>,
): Result<number> {
  return text === undefined ? { ok: true, value: otherwise } : read(text);
}

export function readUsd(text: string, argument: string, currency: Currency): Result<number> {
  if (text.trim() !== "") return readTypedUsd(text, { argument }, currency);
  return fail({
    kind: "missing",
    place: { argument },
    expected: `an amount in ${currency.code}, such as 250k`,
  });
}

/** A percentage, or a fraction as it stands in cells. */
export function readShare(
  text: string,
  argument: string,
  { least, most }: { readonly least: number; readonly most: number },
): Result<number> {
  const place = { argument };
  if (text.trim() === "")
    return fail({ kind: "missing", place, expected: "a percentage, such as 15%" });
  const read = readNumber(readCell(text), place, "fraction");
  if (!read.ok || (read.value >= least && read.value <= most)) return read;
  return fail({ kind: "fractionOutOfRange", place, given: read.value, least, most });
}

export function readWhole(
  text: string,
  argument: string,
  least: number,
  most: number,
): Result<number> {
  const expected = `a whole number from ${least} to ${formatCount(most)}`;
  const place = { argument };
  if (text.trim() === "") return fail({ kind: "missing", place, expected });
  const read = readNumber(readCell(text), place, "amount");
  if (!read.ok) return read;
  if (Number.isInteger(read.value) && read.value >= least && read.value <= most) return read;
  return fail({ kind: "numberOutOfRange", place, given: read.value, expected });
}

/** The end of an axis, which lies above its beginning. */
export function above(
  end: Result<number>,
  start: Result<number>,
  argument: string,
  expected: (start: number) => string,
): Result<number> {
  if (!end.ok || !start.ok || end.value > start.value) return end;
  const place = { argument };
  return fail({
    kind: "numberOutOfRange",
    place,
    given: end.value,
    expected: expected(start.value),
  });
}

export function aboveUsd(
  end: Result<number>,
  start: Result<number>,
  currency: Currency,
): Result<number> {
  return above(
    end,
    start,
    "usage to",
    (usd) => `an amount above usage from, which is ${formatExactUsd(usd, currency)}`,
  );
}

export function shown(
  text: string | undefined,
  otherwise: number,
  read: Result<number>,
  format: (value: number) => string,
  currency: Currency,
): Field {
  const standing = text ?? format(otherwise);
  if (!read.ok)
    return {
      text: standing,
      echo: "",
      error: read.errors.map((one) => describeError(one, currency)).join(" "),
    };
  const understood = format(read.value);
  return { text: standing, echo: understood === standing.trim() ? "" : understood, error: "" };
}

export function sentences(result: Result<unknown>, currency: Currency): readonly string[] {
  return result.ok ? [] : result.errors.map((one) => describeError(one, currency));
}
