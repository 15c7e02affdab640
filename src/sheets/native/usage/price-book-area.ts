import { canonicalModel } from "../../../efficiency/model-name";
import { KIND_HEADINGS } from "../../../efficiency/priced-kinds";
import { readPriceBook } from "../../../input/price-book-cells";
import type { NativeFormula } from "../excel/formula";
import { NotNative } from "../not-native";
import { type HeadedArea, readHeadedArea } from "./headed-area";

/** Headings over prices, and over what they are multiplied by. */
export const PRICE_HEADINGS = [
  ...Object.values(KIND_HEADINGS),
  "Fast input",
  "Fast output",
] as const;
export const FACTOR_HEADINGS = ["Batch", "US only", "Tokenizer"] as const;
/** Headings over words and days: a 0 under one shows that Excel hands over blank cells as 0. */
export const WORD_HEADINGS = ["From", "To", "Source", "Confidence", "Checked on"] as const;
const DAYS = ["From", "To", "Checked on"] as const;

export type BookHeading =
  | "Model"
  | "Prompt above"
  | (typeof PRICE_HEADINGS)[number]
  | (typeof FACTOR_HEADINGS)[number]
  | (typeof WORD_HEADINGS)[number];

/** A price book on a sheet, and every spelling of a model that it had when the workings were made. */
export interface PriceBookArea extends HeadedArea<BookHeading> {
  readonly spellings: readonly { readonly written: string; readonly model: string }[];
}

/** Reads where a price book stands, or says why workings cannot follow it. `values` are the cells of the range as typed. */
export function readPriceBookArea(
  formula: NativeFormula,
  values: readonly (readonly unknown[])[],
): PriceBookArea | NotNative {
  const read = readPriceBook(values);
  if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
  const area = readHeadedArea<BookHeading>(
    "book",
    formula,
    values,
    ["Model", "Input", "Output"],
    ["Prompt above", ...PRICE_HEADINGS, ...FACTOR_HEADINGS, ...DAYS],
  );
  if (area instanceof NotNative) return area;
  const written = values
    .slice(area.headingRow)
    .map((cells) => asCompared(cells[area.columnOf("Model") - 1]))
    .filter(Boolean);
  const spellings = [...new Set(written)].map((one) => ({
    written: one,
    model: canonicalModel(one),
  }));
  return { ...area, spellings };
}

/** A name as Excel's TRIM leaves it, in lower case: Excel compares without regard to case. */
export function asCompared(raw: unknown): string {
  return String(raw ?? "")
    .replace(/ +/g, " ")
    .replace(/^ | $/g, "")
    .toLowerCase();
}
