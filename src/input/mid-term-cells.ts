import { checkAmountUsd } from "../core/amount";
import { dayText } from "../core/calendar";
import { combine, fail, type Result, succeed } from "../core/result";
import { DEFAULT_POLICIES, POLICIES, type Policies, type PolicyName } from "../core/terms";
import type { Burndown } from "../term/burndown";
import type { Addition } from "../term/coterm";
import { parseUnderWay, type UnderWay } from "../term/early-renewal";
import { readBands } from "./bands-cells";
import { readCell } from "./cells/cells";
import { readInRange } from "./cells/number-range";
import { readAmountUsd } from "./cells/numbers";
import { readAgreement } from "./period-cells";
import { readTermCell } from "./term-cell";
import { type PlannedDeal, readPath } from "./term-deal-cells";
import { readTerms } from "./terms-cells";

/** Reads an argument as the value of a term is read; omitted or blank it is `otherwise`. */
function readAs<Name extends PolicyName>(
  term: Name,
  raw: unknown,
  argument: string,
  otherwise: Policies[Name],
): Result<Policies[Name]> {
  const read = readTermCell(readCell(raw), term, { argument });
  if (!read.ok) return read;
  const values: Policies = { ...DEFAULT_POLICIES, [term]: otherwise, ...read.value };
  return succeed(values[term]);
}

const amount = (raw: unknown, argument: string) => readAmountUsd(raw, { argument });

/** Reads the dates and amounts of a commitment added within a term; the day of the addition lies within it. */
export function readAddition(
  commitment: unknown,
  added: unknown,
  addedOn: unknown,
  start: unknown,
  end: unknown,
): Result<Addition> {
  const read = combine({
    commitmentUsd: amount(commitment, "commitment"),
    addedUsd: amount(added, "added"),
    addedOn: readDay(addedOn, "added_on"),
    start: readDay(start, "start"),
    end: readDay(end, "end"),
  });
  if (!read.ok) return read;
  const outside = (argument: string, day: number, expected: string): Result<never> =>
    fail({ kind: "numberOutOfRange", place: { argument }, given: dayText(day), expected });
  const { addedOn: day, start: first, end: last } = read.value;
  if (last < first) return outside("end", last, "the last day of the term, not before start");
  if (day < first || day > last) return outside("added_on", day, "a day from start to end");
  return read;
}

function readDay(raw: unknown, argument: string): Result<number> {
  const read = readAs("Start date", raw, argument, null);
  if (!read.ok) return read;
  if (read.value !== null) return succeed(read.value);
  const expected = "a date, such as DATE(2027,1,1)";
  return fail({ kind: "missing", place: { argument }, expected });
}

const MONTHS_OF_A_YEAR = { least: 0, most: 12 } as const;

/** Reads the arguments of EARLY_RENEWAL, in their order. */
export function readUnderWay(
  usage: unknown,
  used: unknown,
  elapsed: unknown,
  commitment: unknown,
  target: unknown,
  bands: unknown,
  terms?: unknown,
  topUp?: unknown,
): Result<UnderWay> {
  const read = combine({
    monthlyUsd: amount(usage, "usage"),
    usedUsd: amount(used, "used"),
    elapsedMonths: readInRange(elapsed, "elapsed", MONTHS_OF_A_YEAR, 0),
    commitmentUsd: amount(commitment, "commitment"),
    targetUsd: amount(target, "target"),
    topUpUsd: amount(topUp, "top_up"),
    agreement: readAgreement(bands, terms),
  });
  return read.ok ? parseUnderWay(read.value) : read;
}

/** Longest commitment that is tracked month by month. */
const MONTHS = { least: 1, most: 120, whole: true } as const;

/** Reads the months of a commitment so far: all entries of usage, or as many as `elapsed` says. */
export function readBurndown(
  usage: unknown,
  commitment: unknown,
  bands: unknown,
  terms?: unknown,
  months?: unknown,
  elapsed?: unknown,
): Result<Burndown> {
  const read = combine({
    usagesUsd: readPath(usage, "usage", checkAmountUsd),
    commitmentUsd: amount(commitment, "commitment"),
    bands: readBands(bands),
    terms: readTerms(terms),
    months: readInRange(months, "months", MONTHS, 12),
    elapsed: readInRange(elapsed, "elapsed", MONTHS, undefined),
  });
  if (!read.ok) return read;
  const { usagesUsd, terms: given, ...rest } = read.value;
  const entries = usagesUsd.length;
  const count = rest.elapsed ?? entries;
  const last = usagesUsd.findLastIndex((usd) => usd > 0) + 1;
  const empty = entries - last;
  if (rest.elapsed === undefined && empty > 0)
    return fail({
      kind: "missing",
      place: { argument: "elapsed" },
      expected: `how many months are past, since the last ${empty === 1 ? "entry of usage is" : `${empty} entries of usage are`} empty`,
    });
  if (count > entries || count > rest.months)
    return fail({
      kind: "entries",
      argument: "usage",
      entries,
      expected:
        count > entries
          ? `one for each of the ${count} months past, which elapsed says`
          : `at most ${rest.months}, the months of the commitment, or more months`,
    });
  if (last > count)
    return fail({
      kind: "numberOutOfRange",
      place: { argument: "usage", row: last },
      given: "after the months past, which elapsed says",
      expected: "a blank there, or count its month in elapsed",
    });
  return succeed({
    ...rest,
    usagesUsd: usagesUsd.slice(0, count),
    basis: given.basis,
    start: given["Start date"] ?? null,
  });
}

/** Reads a rate from 0 to 1. */
export function readRate(raw: unknown): Result<number> {
  return readAs("Discounting rate", raw, "rate", 0);
}

/** Reads a payment in equal parts of a year; omitted it is monthly in arrears. */
export function readEqualPayments(raw: unknown): Result<Policies["Payment"]> {
  const read = readAs("Payment", raw, "payment", "monthly in arrears");
  if (!read.ok || read.value.includes(" in ")) return read;
  const choices = POLICIES.Payment.filter((word) => word.includes(" in "));
  return fail({
    kind: "unknownChoice",
    place: { argument: "payment" },
    given: read.value,
    choices,
  });
}

/** Most paths, and most draws of one call: what a cell computes in about a second. */
const PATHS = { least: 2, most: 100_000, whole: true } as const;
export const MOST_DRAWS = 500_000;
const SEEDS = { least: 0, most: 2 ** 32 - 1, whole: true } as const;

/** How many paths are drawn, and from which seed. */
export interface Draws {
  readonly paths: number;
  readonly seed: number;
}

/** Reads how many paths to draw for a deal, and from which seed. */
export function readDraws(
  planned: Result<PlannedDeal>,
  paths?: unknown,
  seed?: unknown,
): Result<PlannedDeal & Draws> {
  const read = combine({
    planned,
    paths: readInRange(paths, "paths", PATHS, 4096),
    seed: readInRange(seed, "seed", SEEDS, 1),
  });
  if (!read.ok) return read;
  const { planned: deal, ...draws } = read.value;
  const most = Math.floor(MOST_DRAWS / deal.usageUsd.length);
  if (draws.paths <= most) return succeed({ ...deal, ...draws });
  return fail({
    kind: "numberOutOfRange",
    place: { argument: "paths" },
    given: draws.paths,
    expected: `at most ${most} for ${deal.usageUsd.length} periods`,
  });
}
