import { dayText, monthOfDay, monthText } from "../../../../core/calendar";
import type { PriceBook } from "../../../../efficiency/price-book";
import { pricesInUse } from "../../../../efficiency/prices-in-use";
import type { ImportMonth } from "../../../../input/usage-files/import-months";
import type { ImportPreview } from "../../../../input/usage-files/import-preview";
import { VERDICTS, type Verdict } from "../../../../input/usage-files/reconcile";
import type { FileFormat } from "../../../../input/usage-files/rows/formats";
import { toNumber } from "../../../../input/usage-files/text/decimal";
import type { ImportedUsage, MonthSource } from "../../../../sheets/usage/imported-usage";
import { toImportedUsage } from "../../../../sheets/usage/to-imported-usage";
import { pricesSentence } from "../../../../wording/messages/price-book-messages";
import {
  asideSentence,
  noteSentence,
  refusalSentence,
  unknownColumnsSentence,
  unpricedSentence,
  unreadableSentence,
  warningSentence,
} from "../../../../wording/messages/usage-file-messages";

/** Lines of each list that the pane shows; the sheets have the others. */
const MOST_SHOWN = 5;

/** What was read, as plain data that passes from the worker to the pane. */
export interface ImportSummary {
  readonly files: readonly FileSummary[];
  /** Why each other file was not read. */
  readonly refused: readonly string[];
  /** What the user should know before the import. */
  readonly warnings: readonly string[];
  readonly months: readonly MonthSummary[];
  readonly unpriced: readonly UnpricedSummary[];
  readonly unreadable: Listing;
  readonly setAside: Listing;
  readonly merged: ImportPreview["merged"];
  readonly rowsRead: number;
  /** How well the prices in use are known; "" where none are. */
  readonly prices: string;
  readonly reconciliation: ReconciliationSummary | undefined;
  readonly realisedDiscount: number | undefined;
  readonly impliedDiscount: number | undefined;
  /** What the workbook takes. */
  readonly imported: ImportedUsage;
}

export interface FileSummary {
  readonly file: string;
  readonly format: string;
  readonly rows: number;
  /** "2026-09-01 to 2026-09-30"; of a table of months "2025-11 to 2026-05". */
  readonly covers: string;
  readonly notes: readonly string[];
}

export interface MonthSummary {
  readonly month: string;
  readonly from: MonthSource | undefined;
  readonly lowUsd: number;
  /** Above `lowUsd` where the size of prompts is not known. */
  readonly highUsd: number;
  readonly billedUsd: number | undefined;
  readonly isComplete: boolean;
  /** The days that were read; "" where no file says. */
  readonly days: string;
  readonly unpricedTokens: number;
}

export interface UnpricedSummary {
  readonly sentence: string;
  readonly tokens: number;
  readonly rows: number;
  /** "2026-08", or "2026-01 to 2026-09". */
  readonly months: string;
}

export interface Listing {
  readonly count: number;
  /** The first of them. */
  readonly sentences: readonly string[];
}

export interface ReconciliationSummary {
  /** Days and models of each verdict that occurs. */
  readonly counts: readonly { readonly verdict: Verdict; readonly count: number }[];
  readonly pricedUsd: number;
  readonly billedUsd: number;
  /** Whether the bill is compared by its list prices everywhere. */
  readonly isAtList: boolean;
  /** The day and model whose bill differs most. */
  readonly largest:
    | { readonly day: string; readonly model: string; readonly usd: number }
    | undefined;
}

/** @param isShipped Whether the book that priced it is the one that is shipped. */
export function importSummary(
  preview: ImportPreview,
  book: PriceBook,
  isShipped: boolean,
): ImportSummary {
  const { files, refused, warnings, months, merged, rowsRead } = preview;
  const { realisedDiscount, impliedDiscount } = preview;
  return {
    files: files.map(({ file, format, firstDay, lastDay, rows, notes, unknownColumns }) => ({
      ...{ file, format, rows, covers: coverText(format, firstDay, lastDay) },
      notes: [
        ...notes.map((note) => noteSentence(file, note)),
        ...(unknownColumns.length > 0 ? [unknownColumnsSentence(file, unknownColumns)] : []),
      ],
    })),
    refused: refused.map(refusalSentence),
    warnings: warnings.map(warningSentence),
    months: months.map(monthSummary),
    unpriced: unpricedSummaries(preview),
    unreadable: {
      count: files.reduce((sum, { unreadableRows }) => sum + unreadableRows, 0),
      sentences: files
        .flatMap(({ file, unreadable }) =>
          unreadable.slice(0, MOST_SHOWN).map((row) => unreadableSentence(file, row)),
        )
        .slice(0, MOST_SHOWN),
    },
    setAside: {
      count: files.reduce((sum, { setAsideRows }) => sum + setAsideRows, 0),
      sentences: files
        .flatMap(({ file, setAside }) =>
          setAside.slice(0, MOST_SHOWN).map((row) => asideSentence(file, row)),
        )
        .slice(0, MOST_SHOWN),
    },
    prices: pricesSentence(
      pricesInUse(
        book,
        preview.sheetRows.map(({ model, pricesOnDay }) => ({ model, day: pricesOnDay })),
      ),
      isShipped,
    ),
    ...{ merged, rowsRead, realisedDiscount, impliedDiscount },
    reconciliation: reconciliationSummary(preview),
    imported: toImportedUsage(preview),
  };
}

function coverText(format: FileFormat, firstDay: number, lastDay: number): string {
  const text = (day: number) => (format === "months" ? monthText(monthOfDay(day)) : dayText(day));
  const [first, last] = [text(firstDay), text(lastDay)];
  return first === last ? first : `${first} to ${last}`;
}

function monthSummary({
  month,
  read,
  isComplete,
  history,
  billedUsd,
  unpricedTokens,
}: ImportMonth): MonthSummary {
  return {
    month: monthText(month),
    from: history?.from,
    lowUsd: history ? toNumber(history.usd.lowUsd) : 0,
    highUsd: history ? toNumber(history.usd.highUsd) : 0,
    billedUsd: billedUsd && toNumber(billedUsd),
    isComplete,
    days: read ? `${dayText(read.firstDay)} to ${dayText(read.lastDay)}` : "",
    unpricedTokens: Number(unpricedTokens),
  };
}

/** By model and reason, most tokens first. */
function unpricedSummaries({ unpriced }: ImportPreview): readonly UnpricedSummary[] {
  return unpriced
    .toSorted((one, other) => Number(other.tokens - one.tokens))
    .map(({ model, reason, tokens, rows, months }) => ({
      ...{ sentence: unpricedSentence(model, reason), tokens: Number(tokens), rows },
      months: stretchText(Math.min(...months), Math.max(...months)),
    }));
}

function stretchText(first: number, last: number): string {
  return first === last ? monthText(first) : `${monthText(first)} to ${monthText(last)}`;
}

function reconciliationSummary({
  reconciliation,
}: ImportPreview): ReconciliationSummary | undefined {
  if (reconciliation.length === 0) return undefined;
  const counts = VERDICTS.map((verdict) => ({
    verdict,
    count: reconciliation.filter((day) => day.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  const compared = reconciliation.filter(({ list, cost }) => list ?? cost);
  const differing = reconciliation
    .filter(({ verdict }) => verdict === "differs")
    .map(({ day, model, differenceUsd }) => ({
      ...{ day: dayText(day), model, usd: toNumber(differenceUsd) },
    }))
    .toSorted((one, other) => Math.abs(other.usd) - Math.abs(one.usd));
  const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);
  return {
    counts,
    pricedUsd: sum(compared.map(({ priced }) => toNumber(priced.lowUsd))),
    billedUsd: sum(compared.map(({ list, cost }) => toNumber(list ?? cost ?? NOTHING))),
    isAtList: compared.every(({ list }) => list !== undefined),
    largest: differing[0],
  };
}

const NOTHING = { units: 0n, places: 0 };
