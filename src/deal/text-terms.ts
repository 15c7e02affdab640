import { withoutSheet } from "../input/cells/a1";
import type { ParsedDeal } from "./parse-deal";

/** A table of what a proposal says beside its prices, with its headings. */
export interface AlsoSaidCells {
  /** Its name, by which formulas find it wherever it is. */
  readonly table: string;
  /** With its sheet. */
  readonly address: string;
  readonly cells: readonly (readonly unknown[])[];
}

/** Something that an offer says and no term prices. */
export interface TextTerm {
  readonly label: string;
  readonly words: string;
}

/** What only one of two offers says. */
export interface TextTermChanges {
  readonly gone: readonly TextTerm[];
  readonly added: readonly TextTerm[];
}

/** Under Priced, of what was understood and may be priced one day. */
export const NOT_PRICED_YET = "not priced yet";
/** The label of words that the user left out. */
export const LEFT_OUT = "Left out";
/** Between what was understood and the words that say it. */
export const BEFORE_PHRASE = ": “";

/** What an offer says beside its prices: the table on the sheet of its own bands; undefined where it has none. */
export function alsoSaidOf(
  { addresses, scenario }: Pick<ParsedDeal, "addresses" | "scenario">,
  tables: readonly AlsoSaidCells[],
): AlsoSaidCells | undefined {
  const own = scenario?.row?.found.Bands;
  const bandsAddress = own?.kind === "cells" ? own.address : addresses?.Bands;
  if (!bandsAddress) return undefined;
  return tables.find(({ address }) => sheetOf(address) === sheetOf(bandsAddress));
}

function sheetOf(address: string): string {
  return address.slice(0, -withoutSheet(address).length);
}

/**
 * The text terms that only one of two offers says: what was understood is compared by its meaning, anything else by its words, and
 * neither by spaces or capitals.
 */
export function changedTextTerms(
  from: AlsoSaidCells | undefined,
  to: AlsoSaidCells | undefined,
): TextTermChanges {
  const before = rowsOf(from);
  const after = rowsOf(to);
  return { gone: without(before, after), added: without(after, before) };
}

interface ReadRow extends TextTerm {
  readonly key: string;
}

function rowsOf(said: AlsoSaidCells | undefined): readonly ReadRow[] {
  return (said?.cells.slice(1) ?? []).flatMap(([first, priced, written]) => {
    const [label, words] = [plain(first), plain(written)];
    if (label === "" && words === "") return [];
    const [meaning = ""] = words.split(BEFORE_PHRASE);
    const compared = plain(priced) === NOT_PRICED_YET ? meaning : words;
    return [{ label, words, key: `${label}|${compared}`.toLowerCase() }];
  });
}

function without(rows: readonly ReadRow[], others: readonly ReadRow[]): readonly TextTerm[] {
  return rows
    .filter(({ key }) => !others.some((other) => other.key === key))
    .map(({ label, words }) => ({ label, words }));
}

/** As TRIM of Excel has it. */
function plain(cell: unknown): string {
  return String(cell ?? "")
    .replace(/ +/g, " ")
    .replace(/^ | $/g, "");
}
