import { measuredOn, putMeasure } from "../scripts/measures.mjs";

/** Prints a heading and rows in columns, numbers to the right, and puts the same table into docs/measures.md. */
export function printTable(title: string, rows: readonly (readonly (string | number)[])[]): void {
  const words = rows.map((row) =>
    row.map((cell) => (typeof cell === "number" ? short(cell) : cell)),
  );
  const widths = (words[0] ?? []).map((_, column) =>
    Math.max(...words.map((row) => row[column]?.length ?? 0)),
  );
  const lines = words.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join("\n")}`);
  putMeasure(title, words, `Measured ${measuredOn()}`);
}

/** A whole number from 100 up, else three significant digits: 12,345, 3.4, 0.56. */
export function short(value: number): string {
  return Math.abs(value) >= 100
    ? Math.round(value).toLocaleString("en-US")
    : value.toLocaleString("en-US", { maximumSignificantDigits: 3 });
}

/** The median of an odd number of measures. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
