import { halfWidth } from "./text";

/** Codes of currencies, ISO 4217, as capitals. Funds, metals and test codes are left out. */
const CODES =
  "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RMB RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
    .split(" ")
    .join("|");

/** What stands for a currency beside digits or in a heading: $, US$, R$, €, EUR, kr, Rs. For an expression without case. */
export const CURRENCY = `(?:[a-z]{0,2}\\p{Sc}|${CODES}|s?fr|kr|rs|zł|kč|ft|руб|лв)\\.?`;

/** Words that compare or round what follows. */
const BEFORE_AMOUNTS =
  "about|above|almost|approx(?:imately|\\.)?|around|at least|at most|below|between|c\\.|ca\\.?|circa|exceeds|from|less than|low|high|max|maximum|min|minimum|more than|nearly|over|roughly|to|under|up to";

const START = new RegExp(
  `^(?:[^\\p{L}\\p{N}]|(?:${BEFORE_AMOUNTS})(?=[^\\p{L}])|${CURRENCY}(?=[^\\p{L}]))*\\p{N}`,
  "iu",
);

/** 2025, FY25, 2025/26: a year names a column, it is no amount. */
export const YEARS =
  /(?<![\p{L}\p{N}.,])(?:[fc]y\s?(?:20)?\d{2}|(?:19|20)\d{2})(?:\s?[/-]\s?\d{2,4})?(?![\p{L}\p{N}]|[.,]\d)/giu;

/** Digits beside a currency, a suffix of thousands or a percent sign, in groups, or more than three. */
const AMOUNT_WITHIN = new RegExp(
  `(?:\\p{Sc}|(?<![\\p{L}])(?:${CODES}))\\s?\\d*[1-9]|[1-9]\\d*(?:[.,]\\d+)?\\s?(?:%|percent|(?:k|m|mm|mn|bn|million|thousand|${CODES})(?![\\p{L}])|\\p{Sc})|[1-9]\\d{0,2}[.,' ]\\d{3}(?!\\d)|[1-9]\\d{3,}`,
  "iu",
);

/**
 * Whether a text begins as an amount does: with digits, be it behind a sign, a bracket, a currency or a word such as "about".
 * What can be read as a number begins so too. Words, "n/a", "TBD", "Usage 2025" and "2025 usage" do not.
 */
export function startsAsAmount(text: string): boolean {
  const plain = halfWidth(text);
  return (
    START.test(plain) &&
    !/^(?:(?:19|20)\d{2}\s+|\d{1,2}[\s-]?(?:years?|yrs?|months?)\s)\p{L}/iu.test(plain)
  );
}

/** The number of a footnote behind a word. */
const FOOTNOTE = /(?<=\p{L}.?|(?:19|20)\d{2})\s?(?:[¹²³⁰⁴-⁹]+|[([]\d{1,2}[)\]])[\s:.]*$/u;

/** x1000 and 1,000 in a heading name its unit. */
const NOUGHTS = /(?<![\d.,])[x×]?1[,.]?0{3}(?![\d.,])/gu;

/** Whether an amount or a percentage stands anywhere in a text; a year is none, nor are the noughts of "$000". */
export function holdsAmount(text: string): boolean {
  const plain = halfWidth(text).replace(FOOTNOTE, "");
  return (
    /\p{N}/u.test(plain) &&
    (startsAsAmount(plain) || AMOUNT_WITHIN.test(plain.replace(YEARS, " ").replace(NOUGHTS, " ")))
  );
}
