import { masked } from "./masked";
import { itemsOf, type WrittenSeats } from "./priced-seats";
import { saidOfAll, withGeneral } from "./said-of-all";
import { type About, UNIT } from "./seat-words";
import type { Statement } from "./statements";

/**
 * The seats of a proposal, each with its count and its price, and what sentences say of all of them.
 *
 * A sentence with a figure that no rule takes, or with words that make it less than firm, gives none.
 */
export function seatsIn(
  statements: readonly Statement[],
  isCommaDecimal: boolean,
): readonly WrittenSeats[] {
  const about: readonly About[] = statements
    .filter(
      ({ text }, index) =>
        ABOUT_SEATS.test(text) ||
        (OF_THEM.test(text) && ABOUT_SEATS.test(statements[index - 1]?.text ?? "")),
    )
    .map((statement) => ({ statement, sentence: masked(statement.text, isCommaDecimal) }));
  const hasPrice = ({ sentence }: About): boolean => /‹money/.test(sentence.text);
  const labelled = labelledSeats(about, isCommaDecimal);
  const others = about.filter((one) => !labelled?.labels.includes(one));
  const items = [...(labelled?.items ?? []), ...others.filter(hasPrice).flatMap(itemsOf)];
  const general = others.filter((one) => !hasPrice(one)).map(saidOfAll);
  return withGeneral(items, general);
}

const ABOUT_SEATS = new RegExp(`\\b${UNIT}\\b`, "i");
const OF_THEM =
  /^\W*(?:they|these|both|all of (?:them|these)|what (?:is|you) pa(?:id|y) for them|counts? (?:towards?|against))\b/i;

const COUNT_LABEL = new RegExp(
  `^\\W*(?:[\\p{L}-]+ ){0,3}${UNIT}\\W{1,3}‹number\\d+›\\W*$|^\\W*(?:quantity|qty)\\W{1,3}‹seats\\d+›\\W*$`,
  "u",
);
const PRICE_LABEL = /^\W*(?:[\p{L}-]+ ){0,3}(?:price|fee|rate|cost)\b[^‹]{0,30}‹money\d+›[^‹]*$/u;

/** "Seats: 120" and "Price per seat: $60 a month", each on a line of its own; undefined where there is not one of each. */
function labelledSeats(
  about: readonly About[],
  isCommaDecimal: boolean,
): { readonly labels: readonly About[]; readonly items: readonly WrittenSeats[] } | undefined {
  const [count, ...counts] = about.filter(({ sentence }) => COUNT_LABEL.test(sentence.text));
  const [price, ...prices] = about.filter(({ sentence }) => PRICE_LABEL.test(sentence.text));
  if (!count || !price || counts.length + prices.length > 0) return undefined;
  const text = `${count.statement.text} x ${price.statement.text}`;
  const statement = { text, from: count.statement.from };
  const from = [count.statement.from, price.statement.from];
  const items = itemsOf({ statement, sentence: masked(text, isCommaDecimal) });
  return { labels: [count, price], items: items.map((item) => ({ ...item, from })) };
}
