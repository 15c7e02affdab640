import { sticky } from "./sticky";

const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

const MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** What is a date, an hour, a phone number, an address or a reference, and never an amount. */
export const ASIDES: readonly RegExp[] = [
  "https?://\\S+|www\\.\\S+|[\\w.+-]{1,64}@[\\w-]{1,63}\\.\\w[\\w.]*",
  "\\d{4}-\\d{1,2}-\\d{1,2}(?:t[\\d:.]+z?)?(?!\\d)",
  "\\d{1,2}([./-])\\d{1,2}\\1(?:20)?\\d{2}(?![\\d%]|\\s?%)",
  `(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of|\\.)?[ -](?:${MONTHS})\\b(?:\\.?,?[ -](?:20\\d\\d|'?\\d\\d(?!\\d)))?`,
  `(?:${MONTHS})\\b\\.? \\d{1,2}(?:st|nd|rd|th)?(?![\\d.,%]*[\\dk%])(?:,? 20\\d\\d)?`,
  `(?:${MONTHS})\\b[ -]'?(?:20)?\\d\\d(?!\\d)`,
  "\\d{1,2}(?:st|nd|rd|th)\\b(?! (?:contract |agreement )?year\\b)",
  "\\d{1,2}[:.]\\d{2}\\s?[ap]\\.?m\\b\\.?|\\d{1,2}\\s?[ap]\\.?m\\b\\.?|\\d{1,2}:\\d{2}(?::\\d\\d)?(?!\\d|\\s?(?:%|per ?cent))",
  "\\+\\d{1,3}[ .(-][\\d ().-]{6,30}\\d|\\(\\d{3}\\) ?\\d{3}[ .-]\\d{4}|\\d{3}[.-]\\d{3}[.-]\\d{4}",
  "\\d{1,2} (?:(?:discount|commitment|volume|price|pricing|different) )?(?:tiers|bands|levels|options|steps|scenarios|proposals|brackets|stages|thresholds)\\b",
  "(?:offer|agreement|contract|proposal|quotation) \\d{4,8}[-/]\\d{1,3}(?!\\d|[.,]\\d|\\s?[%km])",
  "24 ?[x/] ?7|\\d{1,2}x[57]\\b",
  "\\d{1,2}/\\d{1,2}(?![\\d/]|\\s?%)",
  "(?:q[1-4]|h[12])[ -]?'?(?:20)?\\d{0,2}(?:[/-]\\d{2})?\\b|(?:fy|cy)(?:[ -]?'?(?:20)?\\d\\d(?:[/-]\\d{2})?|(?![ -]?\\d))\\b",
  "(?:20\\d\\d)[/-](?:20)?\\d\\d(?!\\d)",
  `(?:room|suite|passcode|pin|ext|extension|no|nr|order|quote|ref|reference|schedule|section|sections|clause|article|appendix|exhibit|annex|paragraph|page|version|soc|iso|rfc|case|ticket|invoice|po|id|building|floor|street|box|zip|slide|round|phase|part|attachment|addendum|amendment|revision|rev|draft|opportunity|footnote|§|#)(?!\\p{L})(?: (?:no|number|nr|form|code|id))?(?:(?<=\\b(?:no|nr|ext|ref|rev))\\.|:)?\\s?#?(?:(?!net\\b)[a-z]{1,4}[-/ ])?(?!\\d[\\d.,]*\\s?(?:k|m|mm|mn|thousand|million)(?![a-z\\d]))\\d[\\w./-]{0,40}(?<![./-])(?:[ ]\\d{3}(?!\\d))?(?![\\d.,]{0,40}\\s?%)(?!\\w)`,
  "(?!net-|(?:us|ca|au|nz|hk|sg|mx)?(?:\\$|usd|eur|gbp|chf|cad|aud|inr|jpy|sek|nok|dkk|pln|nzd|sgd|hkd|zar|brl|mxn|czk|ils|krw|cny|aed))(?<![\\p{L}\\d])(?:v|[a-z]{1,5}-)\\d[\\w.-]{0,40}(?<![.-])(?![\\d.,]{0,40}\\s?%)(?!\\w)",
].map(sticky);

export function dayOf(written: string): { readonly day?: number } {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(written);
  if (iso) return { day: dayNumber(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])) };
  const year = /20\d\d/.exec(written)?.[0];
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(written)?.[0];
  const month = MONTH_NAMES.findIndex((name) => written.toLowerCase().includes(name));
  if (year === undefined || day === undefined || month < 0) return {};
  return { day: dayNumber(Number(year), month, Number(day)) };
}

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day) / 86_400_000;
}
