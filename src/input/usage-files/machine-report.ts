import { dayText, monthText } from "../../core/calendar";
import type { ImportPreview } from "./import-preview";
import { reasonText } from "./pricing/unpriced-reasons";
import type { FileNote } from "./rows/file-report";
import { centsText, type Decimal, plus, toNumber, ZERO } from "./text/decimal";

/** An import as one object of texts and numbers, for programs (docs/usage-files.md, For machines). */
export function machineReport(preview: ImportPreview): Readonly<Record<string, unknown>> {
  const { files, merged, months } = preview;
  const sum = (end: "lowUsd" | "highUsd"): string =>
    centsText(months.reduce((total, { priced }) => plus(total, priced[end]), ZERO));
  return {
    formats: files.map(({ format }) => format),
    refused: preview.refused.map(({ file, code, names }) => ({ file, code, names })),
    notes: [...new Set(files.flatMap(({ notes }) => notes.map(noteText)))].toSorted(),
    rows_read: preview.rowsRead,
    unreadable: files.flatMap(({ file, unreadable }) =>
      unreadable.map(({ place, code, column }) => ({ file, line: lineOf(place), code, column })),
    ),
    set_aside: files.flatMap(({ file, setAside }) =>
      setAside.map(({ place, code }) => ({ file, line: lineOf(place), code })),
    ),
    ...counted("identical rows counted once", merged.identical),
    ...counted("rows with a larger later amount", merged.larger),
    ...counted("hourly rows covered by a daily row", merged.covered),
    totals: preview.totals.map(({ month, model, service, kind, quantity, usd }) => ({
      ...{ month: monthText(month), model, service, kind, quantity: Number(quantity) },
      usd: toNumber(usd.lowUsd),
      usd_high: toNumber(usd.highUsd),
    })),
    unpriced: preview.unpriced.map(({ model, reason, months: of, rows, tokens }) => ({
      ...{ model, reason: reasonText(reason), months: of.map(monthText), rows },
      tokens: Number(tokens),
    })),
    months: Object.fromEntries(
      months.map(({ month, priced, billedUsd, listPriceUsd }) => [
        monthText(month),
        {
          list_usd: centsText(priced.lowUsd),
          list_usd_high: centsText(priced.highUsd),
          cost_usd: orNull(billedUsd),
          list_price_usd: orNull(listPriceUsd),
        },
      ]),
    ),
    history: Object.fromEntries(
      months.flatMap(({ month, history }) =>
        history
          ? [[monthText(month), { usd: centsText(history.usd.lowUsd), from: history.from }]]
          : [],
      ),
    ),
    priced_total_usd: sum("lowUsd"),
    priced_total_usd_high: sum("highUsd"),
    workspaces: preview.workspaces,
    reconciliation: preview.reconciliation.map((group) => ({
      day: dayText(group.day),
      model: group.model,
      priced_usd: centsText(group.priced.lowUsd),
      priced_usd_high: centsText(group.priced.highUsd),
      list_price_usd: orNull(group.list),
      cost_usd: orNull(group.cost),
      lines: group.lines,
      rounding_allowed: toNumber(group.allowedUsd),
      verdict: group.verdict,
    })),
    realised_discount: preview.realisedDiscount ?? null,
    implied_discount: preview.impliedDiscount ?? null,
  };
}

const NOTES: Readonly<Record<Exclude<FileNote["kind"], "encoding">, string>> = {
  cacheWritesNotSplit: "cache writes not split: priced as 5-minute writes",
  noCacheColumns: "no cache columns",
  morePages: "more pages follow: has_more is true",
};

function noteText(note: FileNote): string {
  return note.kind === "encoding" ? `read as ${note.encoding}` : NOTES[note.kind];
}

/** The number of a line, or a place in JSON. */
function lineOf(place: string): number | string {
  return /^\d+$/.test(place) ? Number(place) : place;
}

function counted(name: string, count: number): Readonly<Record<string, number>> {
  return count > 0 ? { [name]: count } : {};
}

function orNull(amount: Decimal | undefined): string | null {
  return amount === undefined ? null : centsText(amount);
}
