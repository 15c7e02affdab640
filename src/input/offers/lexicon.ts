import { OF_COMMITMENTS } from "./phrases/of-commitments";
import { OF_OVERAGE } from "./phrases/of-overage";
import { OF_PAYMENT } from "./phrases/of-payment";
import { OF_PRICES } from "./phrases/of-prices";
import { OF_UNUSED } from "./phrases/of-unused";
import type { Phrase } from "./phrases/phrase";

const OF_DOUBT: readonly Phrase[] = [
  // What nobody promises.
  [
    "probabl[ey]|likely|hopefully|presumably|ideally|fingers crossed|tentatively|provisionally|in principle|ballpark|roughly speaking|give or take|or thereabouts|all being well|if all goes well|not (?:set|fixed) in stone|(?:to be|being) finali[sz]ed",
    "maybe",
  ],
  ["(?:ca|circa|appr|approx|c(?=\\.))\\.? ?(?=[$€£]?‹)", "about "],
  ["(?:ca|circa|appr|approx)(?<=‹[mnp]\\d+› ?\\(?\\p{L}+)\\b\\.?(?! ?‹)", "approx"],
  ["(?:if|when),? (?:and|but) only (?:if|when),?", "if"],
  // "Not at list but at your rate", "monthly instead of annually": what is denied says nothing.
  [
    "(?:is |are )?not (?:(?:charged|billed|priced|invoiced|paid|due|payable) )?(?:at|in|by|annual\\w*|monthly|quarterly|yearly)\\b[^,;:‹]{0,25},? but(?: rather| instead)?(?= (?:at|in|by|monthly|quarterly|annual\\w*|yearly|upfront))",
    "is",
  ],
  [
    ",? ?(?:instead of|rather than|(?:and )?not|no longer) (?:(?:due|paid|payable|billed|at|in) )*(?:list|on-demand|advance|arrears|monthly|quarterly|annual(?:ly)?|yearly|upfront)(?: (?:prices?|rates?|in (?:advance|arrears)|upfront))?(?=\\s*(?:[.,;:]|$))",
    "",
  ],
  // What is no offer to this buyer.
  [
    "as an? (?:example|illustration)|by way of (?:an )?(?:example|illustration)|to illustrate",
    "for example",
  ],
];

const END = "(?:(?<![\\p{L}\\d])|(?![\\p{L}\\d]))";

/**
 * Phrases that mean the same, each with the words that the rules know for it. A clause is read in these words, so a rule needs one word
 * for a thing and not every way to say it. Masked figures (‹p3›) stay as they are. Most clauses hold phrases of few terms: one expression
 * for each term tells which, small enough to be run fast.
 */
const PHRASES = [OF_COMMITMENTS, OF_UNUSED, OF_PRICES, OF_PAYMENT, OF_OVERAGE, OF_DOUBT].map(
  (phrases) => ({
    some: new RegExp(`\\b(?:${phrases.map(([phrase]) => phrase).join("|")})${END}`, "u"),
    rules: phrases.map(
      ([phrase, means]) => [new RegExp(`\\b(?:${phrase})${END}`, "gu"), means] as const,
    ),
  }),
);

/** Lines of figures are many, and have none. */
const SOME_WORD = /\p{L}{2}|w\//u;

/** A line is cut into clauses several times while a text is read, so what was reworded is kept for a while. */
const REWORDED = new Map<string, string>();
const MOST_REWORDED = 500;

/** A masked clause in the words of the rules. */
export function inWordsOfRules(masked: string): string {
  if (!SOME_WORD.test(masked)) return masked;
  const known = REWORDED.get(masked);
  if (known !== undefined) return known;
  if (REWORDED.size >= MOST_REWORDED) REWORDED.clear();
  const reworded = reword(masked);
  REWORDED.set(masked, reworded);
  return reworded;
}

function reword(masked: string): string {
  return PHRASES.reduce(
    (read, { some, rules }) =>
      some.test(read)
        ? rules.reduce((text, [phrase, means]) => text.replace(phrase, means), read)
        : read,
    masked,
  );
}

/** What no term of an offer speaks of: a sentence about one, without words of a price, is none. */
export const OTHER_MATTERS =
  "rate limits?|(?:interest|tax|hourly|day|exchange|error|response|retention|conversion|growth|success) rates?|meet(?:s|ings?)?|agenda|data|prompts?|keys?|reports?|disputes?|trial|lease|office|roadmap|employees?|retention|backups?|logs?|weekend|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|(?:this|next) week|next step|maturity|quality|churn|traffic|scope|sla|headcount|weights|latency|throughput|insurance|office|lawyers?|signatory|workshops?|hackathon|webinars?";

/** What is sold beside usage: a sentence that begins with one has terms of its own. */
export const OTHER_PRODUCTS =
  "seats?|support|training|storage|set-?up|pilots?|expenses?|travel|migration|nda|onboarding|hardware|licen[cs]es?|implementation|maintenance|consulting|professional services?|workshops?";

/** Words of other things than an amount and its discount, as alternatives of an expression. */
export const OTHER_THINGS =
  "inflation|headroom|buffers?|cushion|slack|contingenc\\w+|churn|margins?|tax\\w*|vat|support\\w*|training|onboarding|implementation|migration|marketplaces?|commission\\w*|probability|deposits?|penalt\\w+|interest|sla|uptime|seats?|licen[cs](?!ors?\\b|ees?\\b)\\w+|hardware|maintenance|referral|resellers?(?! (?:says?|offers?|gives?|quotes?|proposes?|can|will|would)\\b)|competitors?|peers|budget\\w*|forecast\\w*|revenue\\w*|headcount|roll\\w*|unused|uplift\\w*|caps?|overage\\w*|shortfall\\w*|utili[sz]ation|tickets?";

/** Who sells the like, by name. */
export const RIVAL =
  "(?:(?:amazon|aws|azure|google|gcp|oracle|microsoft|openai|mistral|cohere)(?: (?:cloud|web services|azure))?)";

/** Who sells, where a letter or a word before it says which of several. */
export const VENDOR = "(?:vendor|supplier|provider|bidder)";
