import type { Currency } from "./currency";
import { BAND_SENTENCES, type BandFault } from "./faults/band-faults";
import { FORECAST_SENTENCES, type ForecastFault } from "./faults/forecast-faults";
import { HISTORY_SENTENCES, type HistoryFault } from "./faults/history-faults";
import { LAYOUT_SENTENCES, type LayoutFault } from "./faults/layout-faults";
import { NUMBER_SENTENCES, type NumberFault } from "./faults/number-faults";
import { type Across, line, type Place, type Sentences } from "./faults/place";
import { TABLE_SENTENCES, type TableFault } from "./faults/table-faults";
import { TERM_SENTENCES, type TermFault } from "./faults/term-faults";
import { all, number } from "./faults/text";
import { USAGE_SENTENCES, type UsageFault } from "./faults/usage-faults";

type Fault =
  | NumberFault
  | BandFault
  | LayoutFault
  | TermFault
  | ForecastFault
  | TableFault
  | UsageFault
  | HistoryFault;

/** Every way in which input can be wrong, as data. Its sentence is beside it, in the file of its subject. */
export type PricingError = Fault & Across;

const SENTENCES: Sentences<Fault> = {
  ...NUMBER_SENTENCES,
  ...BAND_SENTENCES,
  ...LAYOUT_SENTENCES,
  ...TERM_SENTENCES,
  ...FORECAST_SENTENCES,
  ...TABLE_SENTENCES,
  ...USAGE_SENTENCES,
  ...HISTORY_SENTENCES,
};

/** Sentences shown before the rest are counted; Excel's error card is small. */
const MOST_SENTENCES = 4;

/** All faults in one text, each cause a sentence. */
export function describeErrors(errors: readonly PricingError[], currency: Currency): string {
  const causes = byCause(errors);
  const shown = causes.slice(0, MOST_SENTENCES).map((one) => describeCause(one, currency));
  const more = causes.length - shown.length;
  return (
    shown.join(" ") +
    (more > 0 ? ` There ${more === 1 ? "is 1 more fault" : `are ${more} more faults`}.` : "")
  );
}

/** Faults that one sentence describes. */
export type Cause = readonly [PricingError, ...PricingError[]];

/** Faults of one kind in one column of cells, in the order of the first of each. */
export function byCause(errors: readonly PricingError[]): readonly Cause[] {
  const causes = new Map<string, [PricingError, ...PricingError[]]>();
  for (const [index, error] of errors.entries()) {
    const place = rowOf(error);
    const key = place ? [error.kind, place.argument, place.field].join() : String(index);
    const cause = causes.get(key);
    if (cause) cause.push(error);
    else causes.set(key, [error]);
  }
  return [...causes.values()];
}

/** Where a fault is that other rows may have too; undefined of every other fault. */
function rowOf(error: PricingError): Place | undefined {
  switch (error.kind) {
    case "discountOutOfRange":
      return { field: "discount", ...error, argument: "bands" };
    case "unknownTerm":
      return error.nearest ? undefined : { argument: "terms", field: "term", row: error.row };
    case "unknownLabel":
      return error.nearest ? undefined : { field: "label", ...error, argument: "forecast" };
    default:
      return "place" in error && error.place.row !== undefined ? error.place : undefined;
  }
}

/** A sentence for a cause: that of its first row, with the other rows that have the same fault. */
export function describeCause([first, ...others]: Cause, currency: Currency): string {
  const rows = others.flatMap((error) => rowOf(error)?.row ?? []);
  const place = rowOf(first);
  if (rows.length === 0 || !place) return describeError(first, currency);
  const what = place.field ? line(place) : "item";
  return `${describeError(first, currency).slice(0, -1)}; the same in ${what}${rows.length === 1 ? "" : "s"} ${all(stretches(rows))}.`;
}

/** Stretches of rows that a sentence names before it counts the rest. */
const MOST_STRETCHES = 4;

/** "3 to 5", "8", "9", "12 more" of ascending rows. */
function stretches(rows: readonly number[]): readonly string[] {
  const found: [from: number, to: number][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else found.push([row, row]);
  }
  const rest = found.slice(MOST_STRETCHES).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const named = found
    .slice(0, MOST_STRETCHES)
    .flatMap(([from, to]) =>
      to > from + 1 ? `${number(from)} to ${number(to)}` : [...new Set([from, to])].map(number),
    );
  return rest > 0 ? [...named, `${number(rest)} more`] : named;
}

/** The same fault of a block that lies across. */
export function countedAcross(error: PricingError): PricingError {
  const across = { across: true } as const;
  return "place" in error
    ? { ...error, place: { ...error.place, ...across } }
    : { ...error, ...across };
}

/** One fault in one sentence: where it is, what came, what would do. */
export function describeError(error: PricingError, currency: Currency): string {
  // Each sentence takes the fault of its own kind, which the type of a look-up by kind cannot say.
  const describe = SENTENCES[error.kind] as (error: PricingError, currency: Currency) => string;
  const sentence = describe(error, currency);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
