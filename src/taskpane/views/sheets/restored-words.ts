import { formatList } from "../../../wording/format/format";
import type { WrittenTable } from "../../../workbook/journal/written-table";
import type { RestoredOurs } from "../../../workbook/portable/restore-ours";

/** Cells that a sentence names before it only counts them. */
const MOST_NAMED = 5;

/** What putting formulas, or texts, back did, and what it left. */
export function restoredWords(
  { title, holdsFormulas }: Pick<WrittenTable, "title" | "holdsFormulas">,
  { changed, readers }: RestoredOurs,
): string {
  const back = holdsFormulas === "numbers" ? "the texts are" : "our formulas are";
  const left =
    changed.length === 0
      ? ""
      : ` ${named(changed)} changed since and keep${changed.length === 1 ? "s" : ""} what ${changed.length === 1 ? "it holds" : "they hold"}.`;
  const sheet =
    readers.length === 0
      ? ""
      : ` Its sheet stays, because ${named(readers)} read${readers.length === 1 ? "s" : ""} it: let ${readers.length === 1 ? "it" : "them"} read other cells, then restore again.`;
  return `${title}: ${back} back${changed.length + readers.length === 0 ? ", to the letter" : ""}.${left}${sheet}`;
}

/** The first cells by name, the others by their number. */
export function named(cells: readonly string[]): string {
  const more = cells.length - MOST_NAMED;
  const first = formatList(cells.slice(0, MOST_NAMED));
  return more > 0 ? `${first} and ${more} more` : first;
}
