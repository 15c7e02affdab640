import { topicsOf } from "../topics";

/** Words of what nobody promises: such a discount is a question. */
export const UNSURE =
  /\b(?:maybe|perhaps|might|possibly|potentially|presumably|tentative\w*|provisional\w*|pending|hop(?:e|ing) to|(?:we|i) hope|try(?:ing)? to|think (?:i|we) (?:can|could)|should (?:be able|get|bring|give|land|earn)|think|believe|guess|reckon|assume|expect|to be (?:confirmed|approved|agreed|signed off|finali[sz]ed|decided|negotiated)|(?:if|once|when|provided|assuming) (?:it is |this is |that is |they are )?(?:approved|confirmed|signed off)|unconfirmed|reportedly|allegedly|apparently|supposedly|rumou?rs?|(?:i|we) hear|no promises|no guarantee\w*|(?:subject to|contingent (?:on|upon)|conditional (?:on|upon)) (?:\w+ )?(?:approval|sign-?off|confirmation))\b/;

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
  /\b(?:tbd|tba|tbc|to be (?:discussed|agreed|confirmed|decided|negotiated|defined)|(?:can|could|will|let's|happy to|need to) (?:be )?(?:discuss\w*|negotiat\w*|talk about)|(?:has|have|needs?|yet|still|wants?) to (?:\w+ )?(?:confirm\w*|approv\w*|agree\w*|check\w*|clear\w*|review\w*|decid\w*)|awaiting|waiting (?:for|on)|pending|optional\w*|negotiable|possible|(?:at|in) (?:our|its|their|vendor's|supplier's) (?:sole )?discretion|(?:on|upon) request|(?:under|in) (?:review|discussions?|negotiations?|consideration)|(?:stays?|remains?|still|is|are|left) open|unresolved|undecided|disagree\w*|case[- ]by[- ]case|for an? (?:extra|additional)|at (?:an? )?(?:extra|additional) (?:cost|charge|fee)|open (?:point|item|question)|see (?:\w+ )?(?:annex\w*|schedules?|exhibit|attach\w*|appendix|section|below|above|msa|agreement|contract)|depends?|no idea|not sure|(?:don't|do not) know|unclear|(?:[:=]|is|are|stays?|remains?) as before|same as (?:before|today|last)|not (?:yet )?(?:agreed|decided|clear)|consider(?:s|ed|ing)?|something (?:we|they|i)|(?:can|could|will|to) (?:look|see|explore)(?: (?:at|into|if|whether|what))?|(?:could|might) be|best[- ]efforts?(?: basis)?|goodwill|we (?:may|might|could) (?:lock|hold|fix|freeze|guarantee|protect|allow|grant|accept)|(?:prices?|rates?|fees|pricing|discount|cap|it|this|that) should)\b|(?<!\b(?:no|without) (?:\w+ )?)\b(?:approval|consent|permission)\b/;
const RENEWAL = /\b(?:protection|increases?|renewal)\b/;

/** "3% or 5%", "30 or 60 days", "forfeited or rolls over". */
const EITHER =
  /‹([pdt])\d+› or (?:an? |net )?‹\1\d+›|‹n\d+› or ‹t\d+›|\b(?:forfeit\w*|laps\w*|expires?|lost) or (?:is |are |be )?(?:roll|carr)|\b(?:roll|carr)[^,;‹]{0,25} or (?:is |are |be )?(?:forfeit|laps|expire|lost)|‹p\d+› or (?:the )?(?:cpi|rpi|hicp|inflation)\b(?!\w*,? (?:whichever|if))/;

/** Whether a clause names a term and leaves it open. */
export function leavesOpen(masked: string): boolean {
  const topics = topicsOf(masked);
  if (EITHER.test(masked) && topics.some(({ fields }) => fields.length > 0) && !ONE_OF.test(masked))
    return true;
  return OPEN.test(masked) && (RENEWAL.test(masked) || topics.length > 0);
}

/** Says which of two. */
const ONE_OF = /\b(?:lower|lesser|smaller|higher|greater|larger) of\b|\bwhichever\b/;
