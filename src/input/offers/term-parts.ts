import { CONDITIONS } from "./checks/conditions";
import { topicsOf } from "./topics";

/** Goes on about what the part before says. */
const GOES_ON =
  /^\s*(?:is|are|and|or|but|plus|\+|which|who|also|including|then|with(?:out)?|at|on|in(?! (?:case|the event))|if(?![^,]*\b(?:unused|shortfall)\b)|unless|provided|except|as|not|up to|even|so|subject|whichever|after|before|thereafter|capped|limited|maximum|max|locked|fixed (?:for|until|through)|guaranteed|held|frozen|payable|billed|charged|invoiced|(?:the )?(?:rest|remainder|balance|difference|gap))\b/;

/** "If you renew, what is left carries over": the part behind holds on that condition. */
const CONDITION_FIRST = new RegExp(
  `^\\W*(?:[a-z -]{2,30}[:|\\t]\\s*)?(?:and |but )?(?:${CONDITIONS}|when|once|where|of (?:any|the|all|what)|(?:upon|on|at)(?=[^,]*\\brenew))\\b[^,]*,$`,
);

/** "For 36 months, prices are fixed". */
const TIME_FIRST =
  /^\W*(?:for|during|throughout|over|within) (?:(?:the|an?|first|next|full|whole) )*‹d\d+›,$/;

/** The name of a term with nothing said of it is a heading. */
const HEADING =
  /^(?:[\W\d]|‹a\d+›)*(?:unused |annual |the )?(?:unused(?: commitments?)?|roll-?over|carry-?(?:over|forward)|overages?|shortfalls?|forfeiture|(?:renewal )?uplift|(?:fees and )?(?:payments?|billing|invoicing)(?: terms)?|(?:price|rate|fee|pricing) (?:lock|protection|hold|guarantee|freeze))\W*$/;

export function isHeadingOfTerm(masked: string): boolean {
  return HEADING.test(masked);
}

function isOfPayment({ fields }: { readonly fields: readonly string[] }): boolean {
  return fields.includes("payment");
}

/** Says what becomes of a term: "is forfeited", "at list". */
const SAYS =
  "\\b(?:is|are|be|at|no|not|pays?|prepays?|rolls?|carries|laps\\w+|expires?|lost|forfeited|fixed|locked|frozen|firm|capped|invoiced?|billed)\\b|[:=]|‹p";
/** A comma, and "and" between two that each say what becomes of something: "overage is at list and what is left is lost". */
const CUTS = new RegExp(
  `(?<=,)|(?=\\band (?:(?!\\band\\b)[^,;]){3,60}(?:${SAYS}))(?<=(?:${SAYS})[^,;]* )`,
);

/** A sentence that lists terms, "15% off, net 30, 4% uplift cap, overage at list", as the parts that speak of one each. */
export function termParts(masked: string): readonly string[] {
  const parts: string[] = [];
  let topics = new Set<unknown>();
  for (const part of masked.split(CUTS)) {
    const named = topicsOf(part);
    // "Is billed" says how most terms are put.
    const own = named.length > 1 ? named.filter((topic) => !isOfPayment(topic)) : named;
    const isOther = own.length > 0 && own.every((topic) => !topics.has(topic));
    const begins =
      GOES_ON.test(part) || own.length === 0
        ? isOther && /^\s*and\b/.test(part)
        : own.some((topic) => !topics.has(topic));
    const last = parts.at(-1) ?? "";
    const isUnderCondition = CONDITION_FIRST.test(last) || TIME_FIRST.test(last);
    if (parts.length === 0 || (begins && !isUnderCondition)) {
      parts.push(part);
      topics = new Set(own);
    } else {
      parts.push((parts.pop() ?? "") + part);
      for (const topic of own) topics.add(topic);
    }
  }
  return parts;
}
