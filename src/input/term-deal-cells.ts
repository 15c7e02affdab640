import { checkAmountUsd } from "../core/amount";
import type { PricingError } from "../core/errors";
import type { Place } from "../core/faults/place";
import { LARGEST_AMOUNT_USD } from "../core/money";
import { chain, combine, fail, failWith, type Result, succeed } from "../core/result";
import { parseTermDeal, type TermDeal } from "../term/deal";
import { yearsAlone } from "../term/headroom";
import { type Plan, parsePlan } from "../term/plan";
import { renewedYearly } from "../term/renewal-cost";
import { readBands } from "./bands-cells";
import { isBlankOrZero, readCell } from "./cells/cells";
import { checkRange } from "./cells/number-range";
import { readNumber } from "./cells/numbers";
import { rememberingLast } from "./cells/remember-last";
import { usedRows } from "./cells/used-rows";
import { readTerms } from "./terms-cells";

/** The plan of a deal over several years, and the list usage of each of its periods. */
export interface PlannedDeal {
  readonly plan: Plan;
  readonly usageUsd: readonly number[];
}

/** A reader of the arguments of a deal over several years, which reports the faults of all of them together. */
export type DealReader = (
  usage: unknown,
  commitment: unknown,
  bands: unknown,
  terms?: unknown,
  listIndex?: unknown,
) => Result<PlannedDeal>;

/** @param settled Changes the deal before it is planned. */
function dealReader(settled: (deal: TermDeal) => TermDeal): DealReader {
  // Everything but the amounts of usage, which is the same in many formulas; the first block is how many usages there are.
  const readPlan = rememberingLast(
    (usages: unknown, commitments: unknown, bands: unknown, terms: unknown, indexes: unknown) => {
      const read = combine({ bands: readBands(bands), terms: readTerms(terms) });
      if (!read.ok) return read;
      const [[listIndex = []] = []] = [indexes as readonly (readonly number[])[]];
      const [[commitmentsUsd = []] = []] = [commitments as readonly (readonly number[])[]];
      const deal = parseTermDeal({
        ...read.value,
        usages: Number(usages),
        commitmentsUsd,
        listIndex: listIndex.length > 0 ? listIndex : undefined,
      });
      return deal.ok ? parsePlan(settled(deal.value)) : deal;
    },
  );
  return (usage, commitment, bands, terms, listIndex) => {
    const isIndexed = entriesOf(listIndex).entries.some((raw) => !isBlankOrZero(readCell(raw)));
    const read = combine({
      usagesUsd: readPath(usage, "usage", checkAmountUsd),
      commitmentsUsd: readPath(commitment, "commitment", checkAmountUsd),
      bands: readBands(bands),
      terms: readTerms(terms),
      indexes: isIndexed ? readPath(listIndex, "list_index", checkIndex, "fraction") : succeed([]),
    });
    if (!read.ok) return read;
    const { usagesUsd, commitmentsUsd, indexes } = read.value;
    const planned = readPlan([[usagesUsd.length]], [commitmentsUsd], bands, terms, [indexes]);
    if (!planned.ok) return planned;
    return withUsage(planned.value, usagesUsd);
  };
}

/** A plan with the usage of each of its periods, which of one usage grows at each anniversary; or which is too large. */
export function withUsage(plan: Plan, usagesUsd: readonly number[]): Result<PlannedDeal> {
  const usageUsd = usagesUsd.length > 1 ? usagesUsd : grown(plan, usagesUsd[0] ?? 0);
  const high = usageUsd.findIndex((usd) => usd > LARGEST_AMOUNT_USD);
  const checked = checkAmountUsd(usageUsd[high] ?? 0, { argument: "usage", row: high + 1 });
  return checked.ok ? succeed({ plan, usageUsd }) : checked;
}

export const readTermDeal = dealReader((deal) => deal);
export const readYearsAlone = dealReader(yearsAlone);
export const readRenewedYearly = dealReader(renewedYearly);

/** One usage, which grows at each anniversary. */
function grown({ policies, perYear, yearOf }: Plan, usageUsd: number): readonly number[] {
  const growth = 1 + policies["Usage growth"];
  return yearOf.map((_, period) => usageUsd * growth ** Math.floor(period / perYear));
}

/**
 * Reads one number, or one for each entry of a row or a column. A blank entry is 0, the last ones too; only of a whole column are
 * the blanks below its last entry left out.
 */
export function readPath(
  raw: unknown,
  argument: string,
  check: (value: number, place: Place) => Result<number>,
  wanted: "amount" | "fraction" = "amount",
): Result<readonly number[]> {
  const { rows, entries } = entriesOf(raw);
  if (rows > 1 && entries.length > rows)
    return fail({
      kind: "entries",
      argument,
      entries: entries.length,
      expected: "one row or one column, no block",
    });
  const errors: PricingError[] = [];
  const values: number[] = [];
  for (let index = 0; index < Math.max(1, entries.length); index++) {
    const one = entries[index];
    const place = entries.length > 1 ? { argument, row: index + 1 } : { argument };
    // Most entries are numbers already.
    const read =
      typeof one === "number" && Number.isFinite(one)
        ? check(one, place)
        : chain(readNumber(readCell(one), place, wanted), (value) => check(value, place));
    if (read.ok) values.push(read.value);
    else errors.push(...read.errors);
  }
  return errors.length > 0 ? failWith(errors) : succeed(values);
}

/** Longer columns and rows run on to the end of the sheet, or hold more than a term. */
const MOST_ENTRIES = 1_000;

/** The cells of a row or a column in order, and how many rows there are. Plain loops, since schedules read a path each. */
function entriesOf(raw: unknown): { readonly rows: number; readonly entries: readonly unknown[] } {
  const isLong = (values: readonly unknown[]): boolean => values.length > MOST_ENTRIES;
  const isShort = Array.isArray(raw) && !isLong(raw) && !(Array.isArray(raw[0]) && isLong(raw[0]));
  const rows: readonly unknown[] = isShort ? raw : usedRows(raw);
  const entries: unknown[] = [];
  for (const row of rows)
    if (Array.isArray(row)) for (const one of row) entries.push(one);
    else entries.push(row);
  return { rows: rows.length, entries };
}

/** An index that is 100 at signing, or typed as a percentage, would multiply every price. */
const INDEX = {
  least: 0,
  most: 10,
  above: true,
  what: "an index",
  note: " that is 1 at signing, such as 0.8 where list prices are 20% lower",
} as const;

function checkIndex(given: number, place: Place): Result<number> {
  return checkRange(given, INDEX, place);
}
