import { readMonth } from "../text/moment";
import { readAmount, type Separator } from "../text/numbers";
import { isForeign } from "../text/words";
import { unreadable } from "./faults";
import type { HeadingOf } from "./headings";
import type { Identities } from "./identities";
import type { MoneyRow, RowReader } from "./rows";

/** Reads rows of a plain table of months: a row is the amount of one. */
export function monthRows(
  { words, at }: HeadingOf<"months">,
  separator: Separator,
  identities: Identities,
): RowReader<MoneyRow> {
  const of = identities.month();
  return (cells) => {
    const month = readMonth(cells[at.date ?? words.length] ?? "");
    if (typeof month === "string") return unreadable(month, words[at.date ?? words.length]);
    if (isForeign(cells[at.currency ?? words.length] ?? ""))
      return unreadable("currency", words[at.currency ?? words.length]);
    const amount = readAmount(cells[at.spend ?? words.length] ?? "", separator);
    if (typeof amount === "string") return unreadable(amount, words[at.spend ?? words.length]);
    return { of, ...month, cost: amount, list: amount };
  };
}
