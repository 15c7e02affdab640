import { CURRENCY_CODES } from "../../../core/currency";

export const CODES = CURRENCY_CODES.join("|");

export const SIGN = `(?:us|ca|c|au|a|nz|hk|sg|s|mx|r|cn)?\\$|[€£¥₹₩₪]|(?:${CODES})(?![a-z])\\s?\\$?|fr\\.|sfr\\.?|kr\\.?(?![a-z])|rs\\.?(?![a-z])|euros?(?![a-z])`;

export const SIGN_AFTER = `us\\$|ca\\$|a\\$|(?<=[\\dkm])[$€£¥₹](?!\\d)|[$€£¥₹](?!\\s?\\d[\\d.,]*(?![\\d.,]|\\s?(?:%|per ?cent)))|(?:us |u\\.s\\. )?dollars?\\b|euros?\\b|pounds?(?: sterling)?\\b|francs?\\b|(?:${CODES})(?![a-z])(?!\\s?\\d[\\d.,]*(?![\\d.,]|\\s?(?:%|per ?cent)))`;

export function codeOf(sign: string): string {
  const text = sign.trim().toUpperCase();
  const known: Readonly<Record<string, string>> = {
    $: "$",
    // Of several countries, as $ is.
    KR: "$",
    "KR.": "$",
    DOLLAR: "$",
    DOLLARS: "$",
    US$: "USD",
    "US DOLLARS": "USD",
    "US DOLLAR": "USD",
    "U.S. DOLLARS": "USD",
    "€": "EUR",
    EURO: "EUR",
    EUROS: "EUR",
    "£": "GBP",
    POUND: "GBP",
    POUNDS: "GBP",
    "POUND STERLING": "GBP",
    "POUNDS STERLING": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "RS.": "INR",
    RS: "INR",
    "₩": "KRW",
    "₪": "ILS",
    "FR.": "CHF",
    SFR: "CHF",
    "SFR.": "CHF",
    FRANCS: "CHF",
    C$: "CAD",
    CA$: "CAD",
    A$: "AUD",
    AU$: "AUD",
    NZ$: "NZD",
    HK$: "HKD",
    S$: "SGD",
    SG$: "SGD",
    MX$: "MXN",
    R$: "BRL",
    CN$: "CNY",
  };
  return known[text] ?? text.replace(/[\s$]/g, "").slice(0, 3);
}
