import type { Heading } from "../../headings/headings";
import type { Figure } from "../figures/figure";
import type { Span } from "../source";
import { readOfferHeading } from "./offer-heading";
import { yearsAbove } from "./rows-apart";
import type { Columns } from "./table-headings";
import type { Row } from "./table-rows";

/** Headings down the first column, with two figures or more beside each. */
export function transposedTable(
  rows: readonly { readonly line: Span; readonly cells: Row }[],
  textOf: (span: Span) => string,
  within: (span: Span) => readonly Figure[],
):
  | {
      readonly rows: readonly { readonly line: Span }[];
      /** Rows of the same columns that say neither: what they say of each band is listed. */
      readonly others: readonly { readonly line: Span }[];
      readonly columns: Columns;
      readonly body: readonly { readonly line: Span; readonly cells: Row }[];
    }
  | undefined {
  const wide = rows.filter(({ cells }) => cells.length > 2);
  const isByYear =
    yearsAbove(rows, textOf) !== undefined ||
    wide.some(
      ({ cells: [first] }) => first && /^(?:contract |fiscal )?years?$/i.test(textOf(first)),
    );
  if (isByYear) return undefined;
  const heads = wide.map((row) => {
    const [first, ...rest] = row.cells;
    const isHead =
      first !== undefined &&
      first.start < first.end &&
      within(first).every(({ value }) => value === 0 || value === 1000);
    const heading = isHead && first ? readOfferHeading(textOf(first)) : undefined;
    const figures = rest.filter((cell) =>
      within(cell).some(({ kind }) => ["money", "number", "percent"].includes(kind)),
    ).length;
    return { ...row, heading, figures };
  });
  const find = (...says: Heading["says"][]) =>
    heads.find(({ heading, figures }) => heading && figures > 1 && says.includes(heading.says));
  const threshold = find("threshold", "above", "end");
  const discount = find("discount", "paid");
  if (threshold?.heading === undefined || discount?.heading === undefined) return undefined;
  if (threshold.cells.length !== discount.cells.length) return undefined;
  const name = heads.find(({ heading, figures }) => heading?.says === "name" && figures === 0);
  const end = heads.find(
    (row) => row !== threshold && row.heading?.says === "end" && row.figures > 0,
  );
  const nothing = { start: 0, end: 0 };
  const line = {
    start: Math.min(threshold.line.start, discount.line.start),
    end: Math.max(threshold.line.end, discount.line.end),
  };
  const body = threshold.cells.slice(1).map((cell, index) => ({
    line,
    cells: [
      cell,
      discount.cells[index + 1] ?? nothing,
      end?.cells[index + 1] ?? nothing,
      name?.cells[index + 1] ?? nothing,
    ],
  }));
  const columns = {
    threshold: 0,
    discount: 1,
    end: end ? 2 : -1,
    name: name ? 3 : -1,
    heading: threshold.heading,
    discountHeading: discount.heading,
  };
  const read = [threshold, discount, name, end].flatMap((row) => row ?? []);
  const lines = read.map(({ line }) => line);
  const others = wide.filter(
    ({ line, cells }) => cells.length === threshold.cells.length && !lines.includes(line),
  );
  return { rows: read, others, columns, body };
}
