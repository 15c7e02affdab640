import type { Place } from "../core/faults/place";
import { fail, type Result, succeed } from "../core/result";
import { type Cell, isBlankOrZero, quoteCell } from "./cells/cells";
import { readNumber } from "./cells/numbers";
import { POWERS } from "./cells/text";

/** A threshold, and the end of its band where the same cell gives one. */
export interface ThresholdRange {
  readonly thresholdUsd: number;
  readonly end?: BandEnd;
}

/** Where a band ends, USD, and the unit in which the cell writes it: 1,000 for $249k. */
export interface BandEnd {
  readonly endUsd: number;
  readonly unitUsd: number;
}

const ABOVE =
  /^(?:[>＞](?!=)|(?:over|above|more than|greater than)\b)|\d(?:k|m|mm|mn|b|bn)? (?:over|above)$/i;
const UPPER_END = /^(?:[<＜≤]|(?:below|under|less than|up to|until|to|max(?:imum)?)\b)/i;
const FROM =
  /^(?:≥|>=|from|at least|min(?:imum|\.)?|starting at)\s*|\s*(?:\+|(?:and|or) (?:more|above|up|over|higher|greater)|upwards?)$/gi;
const BETWEEN = /^(.*?\d.*?)\s*(?:-|–|—|…|\bto\b|\buntil\b)\s*(\D{0,5}\d.*)$/i;

/** Reads a threshold under a heading that names it: an amount, `$250k+`, `≥ $250k`, `$250k – $500k`, `$1M and above`. */
export function readThresholdRange(cell: Cell, place: Place): Result<ThresholdRange> {
  if (cell.kind !== "text") return lowerEnd(cell, place);
  const given = cell.text;
  const refused = (fault: "above" | "upperEnd" | "sharedUnit"): Result<never> =>
    fail({ kind: "unfitRange", place, given, fault });
  if (/\d/.test(given) && UPPER_END.test(given)) return refused("upperEnd");
  if (/\d/.test(given) && ABOVE.test(given)) return refused("above");
  const bare = given.replace(FROM, "");
  const [, low, high = ""] = BETWEEN.exec(bare) ?? [];
  if (low === undefined) {
    const read = lowerEnd({ kind: "text", text: bare }, place);
    return read.ok ? read : lowerEnd(cell, place);
  }
  const end = readBandEnd({ kind: "text", text: high }, place);
  const start = lowerEnd({ kind: "text", text: low }, place);
  if (!start.ok || !end.ok || end.value === undefined) return lowerEnd(cell, place);
  const hasSuffix = (text: string): boolean => /\d\s*[a-z]/i.test(text.replace(/\s*usd$/i, ""));
  if (hasSuffix(high) && !hasSuffix(low) && start.value.thresholdUsd !== 0)
    return refused("sharedUnit");
  return succeed({ ...start.value, end: end.value });
}

function lowerEnd(cell: Cell, place: Place): Result<ThresholdRange> {
  const read = readNumber(cell, place, "amount");
  return read.ok ? succeed({ thresholdUsd: read.value }) : read;
}

const NO_END =
  /^(?:\+|-|–|—|∞|max|open|none|n\/a|no (?:limit|maximum|cap)|unlimited|and (?:above|up|over|more)|(?:or )?more|above|up(?:wards?)?|(?:and )?beyond)$/i;

/** Reads the end of a band; undefined where it has none: blank, 0 as the desktop sends a blank, "and above". */
export function readBandEnd(cell: Cell, place: Place): Result<BandEnd | undefined> {
  if (isBlankOrZero(cell)) return succeed(undefined);
  if (cell.kind === "text" && NO_END.test(cell.text)) return succeed(undefined);
  const read = readNumber(cell, place, "amount");
  return read.ok ? succeed({ endUsd: read.value, unitUsd: unitOf(quoteCell(cell)) }) : read;
}

/** What the last digit of an amount counts: with a suffix 1,000 for 249k, 100,000 for 0.9M; else a dollar. */
function unitOf(text: string): number {
  const [, decimals = "", suffix = ""] = /(?:\.(\d+)|\d)\s*([kmb])/i.exec(text) ?? [];
  return 10 ** ((POWERS[suffix.toLowerCase()] ?? 0) - decimals.length);
}
