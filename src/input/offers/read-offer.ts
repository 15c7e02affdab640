import { type Line, linesOf } from "./clauses";
import type { Figure } from "./figures/figure";
import { figuresOf } from "./figures/figures";
import { figuresWithin } from "./figures/figures-within";
import { joinRanges } from "./figures/ranges";
import type { OfferReading } from "./offer-reading";
import { withoutOnlyVendor } from "./other-vendors";
import { readLines } from "./read-lines";
import { LONGEST_TEXT, refusal, tooLong } from "./refusals";
import { type OfferCell, type Source, sourceOfCells, sourceOfText } from "./source";

/**
 * Reads an offer as it is written: typed lines, an email, a clause, a pasted table, cells.
 *
 * What has one reading is read, what has several is asked, what is not understood is listed, and what was converted is shown
 * (docs/reading-offers.md). Amounts are as written; nothing is converted between currencies.
 *
 * @param input A text, or rows of cells.
 */
export function readOffer(input: string | readonly (readonly OfferCell[])[]): OfferReading {
  if (typeof input === "string" && input.length > LONGEST_TEXT) return tooLong(input.length);
  const source = typeof input === "string" ? sourceOfText(input) : sourceOfCells(input);
  if (source.text.trim() === "") return refusal("empty", []);
  if (source.text.length > LONGEST_TEXT) return tooLong(source.text.length);
  const figures = joinRanges(figuresOf(source), source.text);
  const lines = linesOf(source);
  const [own, quoted] = [
    lines.filter(({ isQuoted }) => !isQuoted),
    lines.filter(({ isQuoted }) => isQuoted),
  ];
  const read = readOwn(own, figures, source);
  if (quoted.length === 0) return read;
  const first = quoted[0] ?? { start: 0, end: 0 };
  const shown = { how: "quoted", from: source.words(first.start, first.end) } as const;
  if (read.refused) {
    const old = readOwn(quoted, figures, source);
    if (old.refused) return read;
    const leftOver =
      (own[0]?.start ?? first.end) < first.start
        ? [...read.leftOver, ...old.leftOver]
        : [...old.leftOver, ...read.leftOver];
    return { ...old, leftOver, shown: [...old.shown, shown] };
  }
  const listed = quoted.filter((line) => figuresWithin(line, figures).length > 0);
  const leftOver = [...read.leftOver, ...listed.map(({ start, end }) => source.words(start, end))];
  return { ...read, leftOver, shown: [...read.shown, shown] };
}

/** The lines of an offer; where nothing else is offered, the one vendor that they name is who offers. */
function readOwn(lines: readonly Line[], all: readonly Figure[], source: Source): OfferReading {
  const read = readLines(lines, all, source);
  const isNothingOffered =
    read.bands.length + read.asks.length === 0 && read.commitmentUsd === undefined;
  const unnamed = isNothingOffered ? withoutOnlyVendor(source.text) : source.text;
  if (unnamed === source.text) return read;
  const again = readLines(lines, all, { ...source, text: unnamed });
  return again.refused ? read : again;
}
