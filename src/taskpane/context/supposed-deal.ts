import {
  type Assumptions,
  readingAsWon,
  readingAtLoad,
  supposedOf,
  whatIfNote,
} from "../../deal/assumptions";
import type { ParsedDeal } from "../../deal/parse-deal";

/** A deal as the pane prices it: as read, and as it would be if what is supposed were so. */
export interface SupposedDeal {
  readonly reading: ParsedDeal;
  readonly whatIf: Assumptions;
  /** At the discounts and with the clauses taken as won; usage as forecast. */
  readonly asWon: ParsedDeal;
  /** With the load as well. */
  readonly asSupposed: ParsedDeal;
  /** With all that is supposed but the clauses. */
  readonly withoutClauses: ParsedDeal;
  /** What it is priced as if; empty where it is as the workbook holds it. */
  readonly note: string;
}

const LAST = new WeakMap<ParsedDeal, SupposedDeal>();

/** Supposes something of a deal. Readings that stay the same stay the same object, so that a view reprices only what changed. */
export function supposedDeal(reading: ParsedDeal, asked: Assumptions): SupposedDeal {
  const whatIf = supposedOf(reading, asked);
  const last = LAST.get(reading);
  if (last && isSame(last.whatIf, whatIf)) return last;
  const isAsWon =
    last && last.whatIf.clauses === whatIf.clauses && last.whatIf.price === whatIf.price;
  const asWon = isAsWon ? last.asWon : readingAsWon(reading, whatIf);
  const withoutClauses = readingAsWon(reading, { ...whatIf, clauses: [] });
  const supposed: SupposedDeal = {
    reading,
    whatIf,
    asWon,
    asSupposed: readingAtLoad(asWon, whatIf.loadFactor),
    withoutClauses: readingAtLoad(withoutClauses, whatIf.loadFactor),
    note: whatIfNote(whatIf),
  };
  LAST.set(reading, supposed);
  return supposed;
}

function isSame(one: Assumptions, other: Assumptions): boolean {
  return (
    one.clauses === other.clauses &&
    one.price === other.price &&
    one.loadFactor === other.loadFactor
  );
}
