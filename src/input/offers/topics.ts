import type { Field } from "./findings";

/** A term that an offer may have: the words that name it, and the fields that a sentence with them may fill. */
interface Topic {
  readonly names: RegExp;
  /** None where the whole text gives the term. */
  readonly fields: readonly Field[];
}

/** In the words of the lexicon. */
const TOPICS: readonly Topic[] = [
  {
    names:
      /\b(?:overages?|ovg|over-?us\w+|overrun|outgrow\w*|next (?:level|tier|band)'s|excess|(?:extra|additional) (?:usage|consumption|volume)|(?:above|beyond|over) (?:that|this|it|(?:the |your )?(?:annual )?(?:commit\w*|minimum))|exceed\w* (?:the|your|that) (?:annual )?commit\w*)\b/,
    fields: ["overage"],
  },
  {
    names:
      /\b(?:unused|what(?:'s| is) left|left over|roll\w*|carr(?:y|y-?over|y-?forward|ied|ies)|forfeit\w*|laps\w*|shortfalls?|true-?ups?|use[- ]it|pays? the (?:difference|balance|gap|rest))\b/,
    fields: ["forfeitedShareFraction", "rollover"],
  },
  {
    names:
      /\b(?:uplifts?|escalat\w+|indexation|cap|capped|cpi|(?:price|renewal|annual|fee) increases?|increases? (?:(?:the|our|its|your|any|unit) )*(?:fees|prices|rates|charges)|(?:fees|prices|rates|charges) (?:(?:may|can|could|are) )?(?:be )?(?:increased?|rise))\b/,
    fields: ["upliftCapFraction", "rollover", "rateLock"],
  },
  {
    names:
      /\b(?:lock\w*|frozen|freeze|held|(?:price|rate) (?:hold|protection|guarantee)|guarantee[ds]?|holds? (?:the|this|your|our|prices|rates)|fixed(?! (?:term|period|duration|length)\b)|firm|unchanged|stay the same|will not change|lower of|lesser of the (?:rates?|prices?|contract\w*|agreed|then))\b/,
    fields: ["rateLock", "upliftCapFraction"],
  },
  {
    names:
      /‹[nt]\d+› net\b|\b(?:net[- ]?‹|in advance\b|bill(?:s|ed|ing)?\b|invoic\w*|payable\b|payments?\b|instal+ments?\b|prepa\w+|up-?front\b|arrears\b|fees due\b)/,
    fields: ["payment", "forfeitedShareFraction", "overage"],
  },
  {
    names:
      /‹d\d+› (?:initial |contract )?(?:terms?|contract|deal|agreement|commitment)\b|\bterm\W{1,3}‹d|\b(?:sign|runs?|lasts?|concluded) (?:up )?(?:for |over )?(?:an? )?‹d|\b(?:agreement|order|contract|deal|term) (?:[a-z]+ ){0,4}(?:for|over|is|of|through) (?:an? )?‹d/,
    fields: [],
  },
];

/** The topics that words name. */
export function topicsOf(words: string): readonly Topic[] {
  return TOPICS.filter(({ names }) => names.test(words));
}

/** The parts between commas that name a topic of a field, each with those behind it that name none; all where none does. */
export function partsAbout(field: Field, words: string): string {
  let isOwn = false;
  const own = words.split(/(?<=[,;])|(?=\bbut\b)/).filter((part) => {
    const topics = topicsOf(part);
    if (topics.length > 0) isOwn = topics.some(({ fields }) => fields.includes(field));
    return isOwn;
  });
  return own.length > 0 ? own.join("") : words;
}

/** Whether words name topics, and none of a field. */
export function namesOnlyOthers(field: Field, words: string): boolean {
  const named = topicsOf(words).flatMap(({ fields }) => fields);
  return named.length > 0 && !named.includes(field);
}

const WHO =
  /^\s*(?:(?:of|the|an?|any|there is|your|its|actual|annual|total)\s+)*(?:you|we|they|it|customer|usage|spend)?\s*$/;

/** Words up to the first that names a topic of a field; all of them where nothing but who acts is before it, or none does. */
export function wordsBefore(field: Field, words: string): string {
  const places = TOPICS.filter(({ fields }) => fields.includes(field))
    .map(({ names }) => words.search(names))
    .filter((place) => place >= 0 && !WHO.test(words.slice(0, place)));
  return places.length === 0 ? words : words.slice(0, Math.min(...places));
}
