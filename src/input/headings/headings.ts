import { type HeadingUnit, headingWords } from "./heading-words";

/** What a column of bands holds by the words of its heading, and how plainly: 3 beyond doubt, 1 if no other heading does. */
export interface Heading {
  readonly text: string;
  readonly says: "threshold" | "above" | "end" | "discount" | "paid" | "name" | "text";
  readonly plainness: 1 | 2 | 3;
  readonly unit: HeadingUnit;
}

const AMOUNT = "commit\\w*|spend|volume|level|consumption";
const THRESHOLD = new RegExp(
  `\\b(?:${AMOUNT}|floor|at least)\\b|^from\\b|^min(?:imum)?\\b|\\bapplies from\\b|\\bstarts (?:at|from)\\b`,
);
const ABOVE =
  /^(?:over|above|more than|greater than|exceed\w*|beyond)\b|(?<!\b(?:or|and|at) )\b(?:over|above|more than|greater than|exceeding)$/;
const END = new RegExp(
  `^(?:up to|to|until|till|max(?:imum)?|upper|below|under|less than|end)(?: (?:${AMOUNT}|limit|bound|end))*$|^(?:(?:annual|yearly) )?(?:${AMOUNT}|applies) (?:up to|to|until|max(?:imum)?|end|upper limit)$`,
);
const DISCOUNT =
  /\b(?:disc|discounts?|reductions?|rebates?|savings?)\b|^off\b|\boff (?:list|price|rate|standard|public|published)/;
const PLAIN_DISCOUNT =
  /^(?:the |offered |volume |commit(?:ment)? |annual |list |price )*(?:discounts?|off|reductions?|rebates?|savings?)(?: (?:rate|level|offered|earned|off list|on list|fraction|in))*$|^off list$/;
const RATE = /^(?:band |tier )?rates?$/;
const PAID =
  /\bpay(?:s|able|ing)?\b|\bpaid\b|\bpric(?:e|es|ing)\b|\bmultipl|\bfactors?\b|\bcoefficients?\b|\bof (?:the )?(?:list|standard|public)\b|^of\b|\bnet\b|\bcosts?\b|\bcharged?\b|\bfees?\b|\bdiscounted\b|\bafter (?:the )?(?:discount|rebate|reduction)\b|\bshare\b|\bremain/;
/** A price in these is the one that the discount is taken off; "% of list price" without a discount is the rest of it. */
const PRICE_REDUCED =
  /\b(?:off|from|on|to|vs|against|below|of) (?:the )?(?:list|public|published|standard|on demand) (?:prices?|rates?|pricing)|\b(?:off|from) (?:the )?prices?\b|\b(?:prices?|costs?) (?=reductions?|discounts?|savings?|rebates?|off\b)|\bnet (?=discounts?|reductions?)/g;
const NAME = /\b(?:names?|tiers?|bands?|labels?|levels?|plans?|packages?|editions?)\b/;
/** A heading with one of these describes the discount or the commitment and does not name it. */
const ABOUT =
  /\b(?:target|walk away|goal|asks?|asked|wanted|requested|benchmark|competitor|confidence|source|notes?|comments?|valid\w*|expir\w*|dates?|types?|conditions?|reasons?|approv\w*|owner|eligib\w*|lock|cap|code|id|support|service|status|contact|extra|next|current|previous|prior|last|actual|met|to date|currency|start|renewal|overage|shortfall|forfeit\w*|premium)\b/;

/** The meaning of a heading: `Commitment (USD)` is a threshold, `% off list` a discount in percent, `You pay` the rest of a price. */
export function readHeading(text: string): Heading {
  const { words, unit } = headingWords(text);
  return { text, unit, ...meaning(words, text, unit) };
}

function meaning(
  words: string,
  text: string,
  unit: HeadingUnit,
): Pick<Heading, "says" | "plainness"> {
  if (ABOUT.test(words)) return { says: "text", plainness: 1 };
  const reduced = words
    .replace(PRICE_REDUCED, (phrase) =>
      /off|from/.test(phrase)
        ? "off list"
        : /^of/.test(phrase) && !DISCOUNT.test(words)
          ? phrase
          : " ",
    )
    .trim();
  if (/\bthresholds?\b/.test(words)) return { says: "threshold", plainness: 3 };
  if (PLAIN_DISCOUNT.test(reduced)) return { says: "discount", plainness: 3 };
  if (PAID.test(reduced)) return { says: "paid", plainness: 2 };
  if (/\bfrom$/.test(words)) return { says: "threshold", plainness: 3 };
  if (DISCOUNT.test(reduced)) return { says: "discount", plainness: 2 };
  if (RATE.test(words)) return { says: "discount", plainness: 1 };
  if (words === "" && unit.percent) return { says: "discount", plainness: 1 };
  if (ABOVE.test(words) || /^[>＞](?!=)/.test(text.trim())) return { says: "above", plainness: 2 };
  if (END.test(words)) return { says: "end", plainness: 3 };
  if (THRESHOLD.test(words))
    return { says: "threshold", plainness: NAME.test(words) ? 1 : unit.percent ? 2 : 3 };
  return { says: NAME.test(words) ? "name" : "text", plainness: 2 };
}
