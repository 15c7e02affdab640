import { readMonth } from "../text/moment";
import { readAmount, type Separator } from "../text/numbers";
import { isForeign, namesMoney } from "../text/words";
import { type RowFault, type Unreadable, unreadable } from "./faults";
import { type HeadingOf, isOfAnyUnit } from "./headings";
import type { Identities } from "./identities";
import { cellAt, type MoneyRow, type RowReader } from "./rows";

/** Reads rows of a plain table of months: a row is the amount of one. */
export function monthRows(
  { words, at }: HeadingOf<"months">,
  separator: Separator,
  identities: Identities,
): RowReader<MoneyRow> {
  const of = identities.month();
  // Beside a heading that says cost, "tokens" may be what the cost is of; "thousand USD" and "EUR" are of the cost.
  const isOtherThanUsd = (unit: string): boolean =>
    isForeign(unit) && (isOfAnyUnit(cellAt(words, at.spend)) || namesMoney(unit));
  return (cells) => {
    const fault = (code: Unreadable, index: number | undefined): RowFault =>
      unreadable(code, cellAt(words, index));
    const month = readMonth(cellAt(cells, at.date));
    if (typeof month === "string") return fault(month, at.date);
    if (isForeign(cellAt(cells, at.currency))) return fault("currency", at.currency);
    if (isOtherThanUsd(cellAt(cells, at.unit))) return fault("currency", at.unit);
    const amount = readAmount(cellAt(cells, at.spend), separator);
    if (typeof amount === "string") return fault(amount, at.spend);
    return { of, ...month, cost: amount, list: amount };
  };
}
