/** A block of cells: what each holds, how it is formatted, and what it shows. */
export interface ShownCells {
  readonly values: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly string[])[];
  readonly texts: readonly (readonly string[])[];
}

/**
 * A block of cells as the lines of a text, their cells divided by tabs.
 *
 * A number has all its digits, whatever its format rounds away, with the % or the currency that the format shows; a date is
 * what its cell shows.
 */
export function cellsAsText({ values, formats, texts }: ShownCells): string {
  return values
    .map((row, at) =>
      row
        .map((value, column) =>
          cellText(value, formats[at]?.[column] ?? "", texts[at]?.[column] ?? ""),
        )
        .join("\t")
        .replace(/\t+$/, ""),
    )
    .join("\n")
    .replace(/\n+$/, "");
}

const CURRENCY = /\[\$(?<sign>[^\]-]*)|(?<plain>[$€£])|"(?<quoted>US\$|\$|€|£|USD|EUR|GBP|CHF)\s*"/;

function cellText(value: unknown, format: string, shown: string): string {
  if (typeof value !== "number")
    return String(value ?? "")
      .replace(/\s*[\r\n\t]+\s*/g, " ")
      .trim();
  const words = format.replace(/"[^"]*"|\\./g, "").replace(/\[[^\]]*\]/g, "");
  if (/[ymdh]/i.test(words.replace(/general/i, ""))) return shown;
  if (words.includes("%")) return `${Number((value * 100).toPrecision(12))}%`;
  const { sign, plain, quoted } = CURRENCY.exec(format)?.groups ?? {};
  const label = (sign ?? plain ?? quoted ?? "").trim();
  return `${label}${/[a-z]$/i.test(label) ? " " : ""}${Number(value.toPrecision(15))}`;
}
