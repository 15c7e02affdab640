import { bandsWith, termsWith } from "../input/what-if-cells";
import { answer } from "./cell-answer";

/**
 * The same bands with one value replaced, to be priced instead of them.
 *
 * Use it wherever a function takes bands: one formula then prices another discount or threshold, and a whole table of them
 * needs no Data Table, which cannot calculate these functions. All other cells stay as they are.
 *
 * @customfunction BANDS_WITH
 * @helpurl https://localhost:3000/help.html#BANDS_WITH
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param threshold Threshold of the band to change, USD, as written in bands; compared to the cent.
 * @param column What to change: Threshold, Discount, Overage, Overage premium or Forfeited share. A term without a column gets one, if bands has a header row.
 * @param value What to put there, as you would type it: 0.18 or 18%, 450000, committed. Blank: the term of the agreement.
 * @returns Bands, with all their rows and columns.
 * @throws #VALUE! when no band has the threshold, when the column is not known, or naming every row of bands that is wrong. The function that prices a value refuses one that is wrong.
 * @example =COMMIT.BANDS_WITH({250000,0.1;500000,0.15}, 500000, "Discount", 0.18) is {250000,0.1;500000,0.18}
 * @example =COMMIT.BANDS_WITH({"Threshold","Discount";250000,0.1;500000,0.15}, 500000, "Overage", "committed") is {"Threshold","Discount","Overage";250000,0.1,"";500000,0.15,"committed"}
 * @example =COMMIT.BANDS_WITH({250000,0.1;500000,0.15}, 400000, "Discount", 0.18) is #VALUE! No band starts at the threshold 400,000: give one that stands in bands, such as 500,000.
 */
export function bandsWithFunction(
  bands: unknown[][],
  threshold: unknown,
  column: unknown,
  value: unknown,
): unknown[][] {
  return answer(bandsWith(bands, threshold, column, value), (cells) =>
    cells.map((row) => [...row]),
  );
}

/**
 * The same terms with one of them set, to be priced instead of them.
 *
 * Use it wherever a function takes terms. A term that is not among them yet is added below the others.
 *
 * @customfunction TERMS_WITH
 * @helpurl https://localhost:3000/help.html#TERMS_WITH
 * @param terms Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). Blank cells: no terms yet.
 * @param term The term to set: Basis, Overage, Overage premium or Forfeited share.
 * @param value What to set it to, as you would type it: committed, 0.05 or 5%. Blank: its default.
 * @returns Terms, one row each.
 * @throws #VALUE! when the term is not known, or naming every row of terms that is wrong. The function that prices a value refuses one that is wrong.
 * @example =COMMIT.TERMS_WITH({"Overage","committed"}, "Overage premium", 0.05) is {"Overage","committed";"Overage premium",0.05}
 * @example =COMMIT.TERMS_WITH({"Term","Value";"Overage","list"}, "Overage", "committed") is {"Term","Value";"Overage","committed"}
 * @example =COMMIT.TERMS_WITH({"Overage","list"}, "Premium", 0.05) is #VALUE! Term is "Premium": did you mean Overage premium? Known: Basis, Overage, Overage premium, Forfeited share, and those of several years, such as Rollover share.
 */
export function termsWithFunction(terms: unknown[][], term: unknown, value: unknown): unknown[][] {
  return answer(termsWith(terms, term, value), (cells) => cells.map((row) => [...row]));
}
