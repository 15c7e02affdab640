import { combine, fail, type Result, succeed } from "../core/result";
import { readCell } from "./cells/cells";
import { readAmountUsd, readNumber } from "./cells/numbers";

/** More points than this between two neighbours make a table too long to read. */
const MOST_STEPS = 1000;

/** An axis as read: where it begins and ends, and the points between neighbours. */
export interface AxisEnds {
  readonly lowUsd: number;
  readonly highUsd: number;
  readonly steps: number;
}

/**
 * Reads steps (whole, 0 to 1,000), low and high (USD, low below high). What is omitted or blank takes its default;
 * a high of 0 is a blank too.
 */
export function readAxisEnds(
  steps: unknown,
  low: unknown,
  high: unknown,
  defaults: AxisEnds,
): Result<AxisEnds> {
  const highGiven = readCell(high).kind === "number" && Number(high) === 0 ? null : high;
  const read = combine({
    steps: unlessBlank(steps, defaults.steps, readSteps),
    lowUsd: unlessBlank(low, defaults.lowUsd, (raw) => readAmountUsd(raw, { argument: "low" })),
    highUsd: unlessBlank(highGiven, defaults.highUsd, (raw) =>
      readAmountUsd(raw, { argument: "high" }),
    ),
  });
  if (!read.ok || read.value.highUsd > read.value.lowUsd) return read;
  return fail({
    kind: "numberOutOfRange",
    place: { argument: "high" },
    given: read.value.highUsd,
    expected: `an amount above low, which is ${read.value.lowUsd}`,
  });
}

function unlessBlank<T>(raw: unknown, otherwise: T, read: (raw: unknown) => Result<T>): Result<T> {
  return readCell(raw).kind === "blank" ? succeed(otherwise) : read(raw);
}

function readSteps(raw: unknown): Result<number> {
  const place = { argument: "steps" };
  const read = readNumber(readCell(raw), place, "amount");
  if (!read.ok) return read;
  if (Number.isInteger(read.value) && read.value >= 0 && read.value <= MOST_STEPS) return read;
  return fail({
    kind: "numberOutOfRange",
    place,
    given: read.value,
    expected: `a whole number from 0 to ${MOST_STEPS}`,
  });
}
