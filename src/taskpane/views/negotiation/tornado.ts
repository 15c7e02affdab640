import { ALL_CLAUSES, type ClauseValue } from "../../../forecast/clause-values";

/** A bar: where it starts and how long it is, as fractions of the width that all bars share. */
export interface Bar {
  readonly way: "alone" | "added last" | "together";
  readonly valueUsd: number;
  readonly startFraction: number;
  readonly lengthFraction: number;
}

/** The bars of one clause, or of all together. */
export interface TornadoRow {
  readonly clause: ClauseValue["clause"];
  readonly bars: readonly Bar[];
}

/** A tornado chart of clauses: the most valuable first, all together at the end; `zeroFraction` is where bars begin. */
export interface Tornado {
  readonly zeroFraction: number;
  readonly rows: readonly TornadoRow[];
}

/** Lays out the values of clauses as bars. */
export function tornado(values: readonly ClauseValue[]): Tornado {
  const amounts = values.flatMap(({ aloneUsd, addedLastUsd }) => [aloneUsd, addedLastUsd]);
  const lowUsd = Math.min(0, ...amounts);
  const spanUsd = Math.max(0, ...amounts) - lowUsd || 1;
  const bar = (way: Bar["way"], valueUsd: number): Bar => ({
    way,
    valueUsd,
    startFraction: (Math.min(0, valueUsd) - lowUsd) / spanUsd,
    lengthFraction: Math.abs(valueUsd) / spanUsd,
  });
  const single = values
    .filter(({ clause }) => clause !== ALL_CLAUSES)
    .sort((a, b) => b.aloneUsd - a.aloneUsd);
  const together = values.filter(({ clause }) => clause === ALL_CLAUSES);
  return {
    zeroFraction: Math.abs(lowUsd) / spanUsd,
    rows: [
      ...single.map(({ clause, aloneUsd, addedLastUsd }) => ({
        clause,
        bars: [bar("alone", aloneUsd), bar("added last", addedLastUsd)],
      })),
      ...together.map(({ clause, aloneUsd }) => ({
        clause,
        bars: [bar("together", aloneUsd)],
      })),
    ],
  };
}
