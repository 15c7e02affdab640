import type { Item } from "./point";

const CALLED_AFTER =
  /^[\s)]*(?:(?:flat|volume|committed?|committed-use|annual|across-the-board|overall|blanket|fixed|standard|list|price|overall|cross-service)[\s-]+)*(?:discounts?|disc\b|off\b|reduction|rebate|cheaper\b|(?:(?:less|cheaper|lower) than|below|under) (?:the |our |your |then-current |current )*(?:public(?:ly)? |published |standard )*(?:list|rack|catalogue|public|published|standard)\b)/;

export const CALLED_BEFORE =
  /\bdisc\.?\s*[:=|]\s*$|\bdiscount(?:ed)?\b[^‹,;.]{0,40}\bby\s*$|\b(?:reduced|lowered|cut) by\s*$|\b(?:reduc|lower|cut|drop|bring)(?:e|s|es|ing|ting)?(?: down)?(?: \w+){0,4} (?:prices?|pricing|rates?|fees|charges|tariffs?|card|list) by\s*$|\blist(?: prices?| rates?)? (?:less|minus)\s*$|\b(?:discounts?|reduction|rebate|allowance|off list)(?: (?:rate|level|percentage|still|now|then|itself|thereon|therefor|stays|remains|being|eligible|fees|charges|commitment|commit|is|it|this|that|of|at|for|committed|usage|spend|will be|would be|amounts|comes|stands|equal|to|offered|granted|given|agreed|allowed|applied|on|off|list|prices?|rates?|a|the|published|public|standard|our|your|all|services?|applicable))*[\s:|=(%).-]*$|(?:^\W*|\b(?:our|final|the) )offer\s*[:=]\s*$|\bin (?:return|exchange)\s*[:,]?\s*$|\b(?:earns?|gets?|receives?|qualif\w+ for|entitle\w* to)(?: (?:you|us|an?|the|them|customer))*\s*$/;

/** "We can do 10%." */
const OFFERS =
  /\b(?:we|they|i)(?:'(?:d|ll|re)| can| could| will| would| are)? (?:do|offer|give|grant|propose|offering|giving|at)(?: (?:you|us))?\s*$/;

/** Behind a percentage: what it is on, where that is not everything. */
export const LIMITED =
  /^[^,;‹]{0,25}\bon (?!(?:\w+'s? )?(?:list|public|published|standard)\b|all\b|eligible|its\b|their\b|such\b|every|any|your|the\b|total|usage|list|consumption|services|platform|api|our|an?\b|committed|public|published|standard|on-?demand|everything)/;

const FOR_SOME_ONLY = /^[^,;‹]{0,25}\b(?:to|for|on) [^,;‹]{2,40}\bonly\b/;

const EXPLAINED = /off|of list|pay|‹x|\b(?:factor|multipl|coefficient|times)/;

/** Two discounts, each on something else: "15% on the API, 10% on seats". */
const BY_PRODUCT = /‹p\d+›(?: off| discount)? on [^‹;]*‹p\d+›(?: off| discount)? on /;

/** Whether a percentage without an amount is called a discount, and one on everything. */
export function isCalled({ start, end, discount }: Item, text: string): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (LIMITED.test(after) || FOR_SOME_ONLY.test(after) || BY_PRODUCT.test(text)) return false;
  return (
    CALLED_AFTER.test(after) ||
    (OFFERS.test(before) && /^\W*$/.test(after)) ||
    CALLED_BEFORE.test(before) ||
    (discount?.isPaid === true && EXPLAINED.test(text))
  );
}
