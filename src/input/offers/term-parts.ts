import { topicsOf } from "./topics";

/** Goes on about what the part before says. */
const GOES_ON =
  /^\s*(?:and|or|but|plus|\+|which|who|also|including|then|with(?:out)?|at|on|in(?! (?:case|the event))|if(?![^,]*\b(?:unused|shortfall)\b)|unless|provided|except|as|not|up to|even|so|subject|whichever|after|before|thereafter|capped|limited|maximum|max|locked|fixed (?:for|until|through)|guaranteed|held|frozen|payable|billed|charged|invoiced|(?:the )?(?:rest|remainder|balance|difference|gap))\b/;

/** "If you renew, what is left carries over": the part behind holds on that condition. */
const CONDITION_FIRST =
  /^\W*(?:[a-z -]{2,30}[:|\t]\s*)?(?:and |but )?(?:if|unless|provided|as long as|so long as|on condition|(?:subject to|upon|on|at|assuming|conditional on)(?=[^,]*\brenew))\b[^,]*,$/;

/** The name of a term with nothing said of it is a heading. */
const HEADING =
  /^(?:[\W\d]|‹a\d+›)*(?:unused |annual |the )?(?:roll-?over|carry-?(?:over|forward)|overages?|shortfalls?|forfeiture|uplift|(?:price|rate|fee|pricing) (?:lock|protection|hold|guarantee|freeze))\W*$/;

export function isHeadingOfTerm(masked: string): boolean {
  return HEADING.test(masked);
}

function isOfPayment({ fields }: { readonly fields: readonly string[] }): boolean {
  return fields.includes("payment");
}

/** A sentence that lists terms, "15% off, net 30, 4% uplift cap, overage at list", as the parts that speak of one each. */
export function termParts(masked: string): readonly string[] {
  const parts: string[] = [];
  let topics = new Set<unknown>();
  for (const part of masked.split(/(?<=,)/)) {
    const named = topicsOf(part);
    // "Is billed" says how most terms are put.
    const own = named.length > 1 ? named.filter((topic) => !isOfPayment(topic)) : named;
    const isOther = own.length > 0 && own.every((topic) => !topics.has(topic));
    const begins =
      GOES_ON.test(part) || own.length === 0
        ? isOther && /^\s*and\b/.test(part)
        : own.some((topic) => !topics.has(topic));
    const isUnderCondition = CONDITION_FIRST.test(parts.at(-1) ?? "");
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
