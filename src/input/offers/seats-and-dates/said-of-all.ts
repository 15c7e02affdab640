import { countingIn } from "./counting";
import { figuresIn } from "./masked";
import type { WrittenSeats } from "./priced-seats";
import { type About, NOT_FIRM, SAME_DISCOUNT } from "./seat-words";

/** What a sentence without a price says of all seats. */
export interface Said {
  readonly counts?: boolean | undefined;
  readonly discount?: number | "band";
  /** Whether it says something that no rule reads, such as when they start. */
  readonly isUnclear?: boolean;
  readonly from: string;
}

export function saidOfAll({ statement: { from }, sentence }: About): Said {
  const { counts, rest } = countingIn(sentence.text);
  if (/\?\W*$/.test(rest)) return { from };
  const [percent] = figuresIn(rest, sentence, "percent");
  if (!percent && NO_DISCOUNT.test(rest)) return { counts, discount: 0, from };
  const figures = rest.match(/‹(?!seats|notice)/g)?.length ?? 0;
  if (NOT_FIRM.test(rest) || figures > (percent ? 1 : 0)) return { counts, isUnclear: true, from };
  if (percent)
    return DISCOUNT_OF_SEATS.test(rest)
      ? { counts, discount: percent.value, from }
      : { counts, isUnclear: true, from };
  if (!/\bdiscount\b/.test(rest)) return { counts, from };
  return SAME_DISCOUNT.test(rest)
    ? { counts, discount: "band", from }
    : { counts, isUnclear: true, from };
}

const NO_DISCOUNT = /\b(?:no discount|not discounted)\b|\bdiscount\b[^.]*\bnot apply\b/;
const DISCOUNT_OF_SEATS = /‹percent\d+› (?:off|discount)\b|\bdiscounted by ‹percent/;

/** Seats with what is said of all of them: none where one sentence is unclear, or two say another discount. */
export function withGeneral(
  items: readonly WrittenSeats[],
  general: readonly Said[],
): readonly WrittenSeats[] {
  const counting = general.filter(({ counts }) => counts !== undefined);
  const discounting = general.filter(({ discount }) => discount !== undefined);
  const [discount, ...otherDiscounts] = new Set(discounting.map((said) => said.discount));
  // Where they differ it is asked.
  const [counts, ...otherCounts] = new Set(counting.map((said) => said.counts));
  if (general.some(({ isUnclear }) => isUnclear) || otherDiscounts.length > 0) return [];
  return items.map((item) => {
    const isCounted = item.counts === undefined && otherCounts.length === 0;
    const isDiscounted = item.discount === 0 && discount !== undefined;
    const said = [...(isCounted ? counting : []), ...(isDiscounted ? discounting : [])];
    return {
      ...item,
      counts: isCounted ? counts : item.counts,
      discount: isDiscounted ? discount : item.discount,
      from: [...new Set([...item.from, ...said.map(({ from }) => from)])],
    };
  });
}
