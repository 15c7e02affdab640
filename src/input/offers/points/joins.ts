import { NONE } from "./discounts";
import type { Item } from "./point";

export const JOINS = new Set(
  "charged charge billed you're we're requires require needs need rabatt ab beyond maximum minimum min max best becomes become stretch rises rise move moves jump jumps step steps land lands see sees puts put brings save saves saving cheaper lower upfront minus less provided stays remains kicks kick inclusive incl upwards at for from gets get getting earn earns earned earning you we they i it can could will would shall may do does go goes going to a an the of off list with on by is are be that this these then than if when once gives give giving offer offers offering commit commits commitment commitments committed committing annual annually yearly year years per each in contract agreement spend spending spends usage consumption consume discount discounts discounted rate rates level levels tier band threshold reach reaches reached hit hits sign signs signing signed up our your you'd you'll we'd we'll they'd they'll unlock unlocks unlocking qualify qualifies receive receives receiving and more above over minimum min starting starts start volume purchase purchases purchasing services service eligible total entire all usd eur gbp chf us dollars dollar euros pounds net price prices pricing public published standard reduction rebate customer as amount at least equal means mean brings bring back deal plan buys buy make makes made any take takes taking us back come comes capacity flat applies apply applied applicable so which whichever therefore thereby starts begins begin enjoys enjoy entitles entitled amounts worth value deal's their out order let lets let's price's list's onwards upwards upward plus higher greater return exchange there's there across pay pays paying around about approximately approx roughly circa nearly almost up between maximum max much high works work it's where whenever fees charges equal equals exceed meet meets beginning commencing myself also just simply even already automatically anyone everyone those whose cumulative aggregate combined passes pass passed crosses cross attains achieves achieving soon upon recurring only have has".split(
    " ",
  ),
);

/** Whether what is between an amount and a discount joins them. */
export function joins(gap: string): boolean {
  const words = gap
    .replace(/‹[dl]\d+›/g, " ")
    .replace(/^(?:-?ish| or so| or thereabouts)\b|\b(?:no|not) (?:less|more) than\b/g, " ")
    .replace(/\b(?:below|under) (?=(?:list|public|published|standard)\b)/g, " ")
    .replace(/\bor (?=(?:more|above|over|up|higher|greater|less|below|exceeds?)\b)/g, " ");
  if (/[‹…]/.test(words)) return false;
  return (words.match(/[\p{L}][\p{L}']*/gu) ?? []).every((word) => JOINS.has(word));
}

/** "Below $250k no discount": nothing but words of the offer beside the amount. */
export function joinsInWords(text: string, items: readonly Item[]): boolean {
  const [item] = items;
  if (item?.amount === undefined) return false;
  const rest = (text.slice(0, item.start) + text.slice(item.end)).replace(NONE, " ");
  if (rest.includes("‹x")) return false;
  return (rest.match(/[\p{L}][\p{L}']+/gu) ?? []).every(
    (word) =>
      JOINS.has(word) ||
      /^(?:below|under|less|up|until|no|not|first|second|third|fourth|fifth|top|last|anything|everything|between|ok|okay|well|yes)$/.test(
        word,
      ),
  );
}
