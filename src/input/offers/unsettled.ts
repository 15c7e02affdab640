/** Words of a discount that nobody promises: it is a question. */
const UNSURE =
  /\b(?:maybe|perhaps|might|possibly|potentially|presumably|tentative\w*|provisional\w*|pending|hop(?:e|ing) to|try(?:ing)? to|think (?:i|we) (?:can|could)|should be able|think|believe|guess|reckon|assume|expect|no promises|no guarantee\w*|subject to (?:\w+ )?(?:approval|sign-?off|confirmation))\b/;

/** Whether such words are about a figure: one behind them, or of their part between commas; all where that part has none. */
export function isUnsureAt(masked: string, place: number): boolean {
  const at = masked.search(UNSURE);
  if (at < 0) return false;
  const comma = masked.lastIndexOf(",", at) + 1;
  const joint =
    /^.*[‹›][^‹›]*\b(?:and|but) (?=[^‹]*$)/.exec(masked.slice(comma, at))?.[0].length ?? 0;
  const begins = comma + joint;
  const part = masked.slice(begins).split(",")[0] ?? "";
  return place >= begins || !/‹[mpn]/.test(part);
}

/** Words of a term that is still open, or costs extra: it is listed. */
const OPEN =
  /\b(?:tbd|tba|tbc|to be (?:discussed|agreed|confirmed|decided|negotiated|defined)|(?:can|could|will|let's|happy to|need to) (?:be )?(?:discuss\w*|negotiat\w*|talk about)|(?:has|have|needs?|yet|still|wants?) to (?:\w+ )?(?:confirm\w*|approv\w*|agree\w*|check\w*|clear\w*|review\w*|decid\w*)|awaiting|waiting (?:for|on)|pending|optional\w*|negotiable|possible|(?:at|in) (?:our|its|their|vendor's|supplier's) (?:sole )?discretion|(?:on|upon) request|under (?:review|discussion)|case[- ]by[- ]case|for an? (?:extra|additional)|at (?:an? )?(?:extra|additional) (?:cost|charge|fee)|open (?:point|item|question)|not (?:yet )?(?:agreed|decided|clear))\b/;
const TERMS =
  /\b(?:overages?|unused|unspent|roll\w*|carry|forfeit\w*|lock\w*|protection|fixed|uplift|increases?|renewal|cap|capped|shortfall|payments?|billing|billed|invoic\w*)\b/;

/** Whether a clause names a term and leaves it open. */
export function leavesOpen(masked: string): boolean {
  return OPEN.test(masked) && TERMS.test(masked);
}
