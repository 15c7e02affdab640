import { holdsAmount } from "../../../input/headings/amount-words";
import { readHeading } from "../../../input/headings/headings";
import { bareFigure } from "../../../input/headings/percent-scale";

type Lines = readonly (readonly string[])[];

/** Lines whose thresholds were multiplied because their heading says so. */
export interface ScaledLines {
  readonly lines: Lines;
  /** The heading as typed, such as `Commitment ($k)`. */
  readonly heading: string;
  /** 1,000 for thousands, 12 for amounts a month. */
  readonly factor: number;
}

/**
 * Multiplies the thresholds of typed lines by what their heading says: `Commitment ($k)` over 250 is $250,000.
 *
 * @returns Undefined where no heading says so, and where a threshold is no bare figure, such as `250k` below `$k`: the reader of
 *   bands then refuses the heading.
 */
export function scaledByHeading(lines: Lines): ScaledLines | undefined {
  const first = lines.findIndex((cells) => cells.length > 0);
  const headings = lines[first] ?? [];
  if (headings.length < 2 || headings.some(holdsAmount)) return undefined;
  const column = headings.findIndex((heading) => readHeading(heading).says === "threshold");
  const heading = headings[column];
  if (heading === undefined) return undefined;
  const { factor, isTotal } = readHeading(heading).unit;
  if (factor === 1 || isTotal) return undefined;
  const scaled = lines.map((cells, index): readonly string[] | undefined => {
    if (index === first) return cells.with(column, "Threshold");
    const figure = bareFigure({ kind: "text", text: cells[column] ?? "" });
    if (cells.length === 0) return cells;
    return figure === undefined ? undefined : cells.with(column, String(figure * factor));
  });
  const readable = scaled.filter((cells) => cells !== undefined);
  return readable.length < lines.length ? undefined : { lines: readable, heading, factor };
}
