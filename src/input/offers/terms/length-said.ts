import { figuresIn, mask, pattern } from "../clauses";
import type { Figure } from "../figures/figure";
import type { Findings } from "../findings";
import type { Span } from "../source";

const OTHER_TIME =
  /\b(?:our (?:standard|usual|normal|typical)|notice|renew\w*|extend\w*|extension|warranty|trial|pilot|past|last|previous|lock\w*|valid\w*|hold|ago|after|since|another|additional|extra|grace|free|waiv\w+|guarantee\w*|firm|held|fix\w*|savings?|saved?|good|open|live|partners?|customers?(?! (?:sign|commit|agree|is bound|shall))|asked|founded|kept|keeps?|kept|carr(?:y|ied|ies)|roll\w*|refund\w*|unused|unspent|shortfall|credits?|support|migration|implementation|onboarding|training|delivery|review\w*|audit\w*|report\w*|retention|expir\w*|paid|payments?|invoice\w*|every|any of the|(?:either|both|each) of the (?:first|last|remaining)|within the (?:next|first)|ramp|opt-?out|experience|history|deliver\w*|over the (?:last|past)|next)\b[^,;‹]{0,25}$/;
const OTHER_TIME_AFTER =
  /^,? (?:yes|no)\W*$|^[^,;‹]{0,12}\b(?:would|could|might|adds?|brings?)\b[^;]*(?:\b(?:another|extra|more|further|additional(?:ly)?)\b|…)|^[\s-]*(?:(?:price|rate|fee) (?:lock|hold|protection|guarantee|freeze)|roll-?over|carry-?over|opt-?out|payback|grace|ramp)\b|^\s*(?:are|is|will be) (?:at |priced at )?‹p|^[\s()-]*(?:notice|ago|before|of (?:history|experience|data)|later|old|lock|warranty|trial|pilot|renewal|extension|history|free|off|(?:and )?then)\b/;
const BEFORE =
  /(?:\b(?:terms?|for|over|across|period|duration|length|sign\w*|choos\w+|select\w*|elect\w*|pick|whether|contract|agreement|deal|each of|spread|spans?|lasts?|lasting|runs?|initial|within|during|first|on|with|(?:in force|in effect|agreement|contract),? which is|in (?:force|effect)|bound|binding|cover(?:s|ing)?|in for|terminat\w+|ends?)\b|[:|=(/]|^)[^,;‹]{0,20}$/;
/** "Prices hold for the ‹d› term": the length is of the term, whatever else lasts as long. */
const CALLED_TERM = /^\W{0,2}(?:initial |contract |minimum )?(?:term|agreement|contract|deal)\b/;
const OF_ANOTHER_TERM =
  /\b(?:renew\w*|exten\w*|notice|pilot|trial|previous|prior|past|last|another|additional|old|expir\w+|further|current|existing)\b[^,;‹]{0,25}$/;
/** What is offered only to who signs for so long is no length of the agreement yet. */
const IF_SIGNED =
  /\bif (?:you|we|they|customer) (?:also )?(?:sign|commit|extend|agree|go|move)\w*\b[^,;‹]{0,20}$/;
/** "Rollover: yes, 12 months". */
const OF_PART_BEFORE = /\b(?:roll-?over|lock|hold|guarantee|notice)\w*[^,;‹…]{0,12}[,|/-]\s*$/;
/** "Up to 36 months": no length yet. */
const NOT_FIRM =
  /\b(?:not|instead of|rather than|no longer|up to|around|about|approx\w*|roughly|circa|at most|no more than)\s*(?:an? )?$/;
/** "A three-year term would be worth another 3%": a length that nobody offers yet. */
const IMAGINED =
  /^\W*(?:\w+ ){0,3}?(?:terms?|agreement|deal|contract|commitment)?,? ?(?:(?:would|could|might)\b(?![^;]*‹p)|(?:(?:you|we|they|i|it|the \w+)(?:'d| would| could| might)\b)[^;]*(?:…|\b(?:more|extra|better|another|improve\w*)\b))/;
/** "Unused credits may still be consumed for ‹d›": a life of what is left, however far before the length it stands. */
const OF_WHAT_IS_LEFT =
  /\b(?:unused|unspent|left-?over\w*|left over|remainder|roll(?:s|ed|over)?|carr(?:y|ied|ies))\b(?![^,;]*\b(?:terms?|agreement|contract(?! year)|deal|duration)\b)[^,;]*$/;
/** "In each 12-month period". */
const OF_EACH = /\b(?:each|every|any|per|rolling|successive)\s*$/;
const OF_TERM =
  /\b(?:agreement|contract|deal|order|term|subscription)\b[^,;‹]{0,12}\b(?:ends|terminates|expires|runs out|finishes)(?: automatically)?(?: after)? $|\b(?:arrangement|agreement|contract|deal|order|subscription|partnership|it|this)\b[^,;‹]{0,15}\b(?:lasts|(?:to|will|shall|would) last|runs?)(?: for)? $|\b(?:you|we|both|parties|customer|sides)[^,;‹]{0,20}\b(?:locked|tied|bound) in for $|^\W*(?:locked|tied) in for $|\b(?:(?:the|this|its|our|your|initial|agreement|contract|order|subscription|whole|full|entire) )+(?:term|period),? (?:of |is |being |\()(?:the )?$|\bcommit[^;‹]{0,20}(?:‹m\d+›[^;‹]{0,12})?\b(?:over|for|in|during) the next $|\bterm \(\s*$|\bfixed[- ](?:\w+ )?(?:term|period|duration|length)(?: is| of|:)? (?:the )?$|\b(?:choose|select|elect|pick|opt for|sign for) (?:between )?(?:an? )?(?:\w+ )?term of (?:either )?$/;
const AFTER =
  /^\W{0,2}(?:\w+ ){0,2}?(?:terms?|agreement|deal|contract|commit\w*|period|subscription|plan|engagement|total)\b/;
const LABELLED = pattern(
  "\\b(?:term|duration|length|period)(?: length)?\\s*\\(?\\s*(?:in )?(?<unit>months?|years?|yrs?)\\)?\\s*[:|=-]+\\s*(?<count>N)\\s*[.;,]?\\s*$",
);

/** What binds for a time of its own. */
const OTHER_SUBJECT =
  /\b(?:confidential\w*|secrecy|non-?compet\w*|non-?solicit\w*|nda|exclusivity|liabilit\w*|insurance|indemni\w*|surviv\w*|escrow)\b/;

/** A length beside none of these says nothing of the agreement. */
const SPEAKS_OF_THE_AGREEMENT =
  /‹[mnp]\d+›|\b(?:terms?|period|agreement|arrangement|partnership|contract|deal|commit\w*|sign\w*|subscri\w+|duration|length|initial|plan|force|effect|(?:be|stay|remain) with (?:us|you)|bound|binding|in for|(?:locked|tied) in|terminat\w+|licen[sc]e|engagement|options?|offer\w*|whether|propos\w+|order (?:is|covers|lasts|spans|would|will|shall|runs|stays|remains|continues)|concluded for|(?:both|it|all|each)(?: of them| options?)? runs? for|(?:rest|else) (?:is |stays |remains )?unchanged)\b/;

/** Reads how long this agreement lasts, in months: every length that the clause says of it. */
export function readLengths(
  text: string,
  all: readonly Figure[],
  findings: Findings,
): readonly Figure[] {
  const labelled = LABELLED.exec(text)?.groups;
  const [count] = figuresIn(labelled?.["count"], all);
  if (count) {
    const months = count.value * (labelled?.["unit"]?.startsWith("y") ? 12 : 1);
    return [{ ...count, value: months }].map((length) => {
      findings.use([count]);
      return length;
    });
  }
  if (
    /‹p\d+›[^;]*\bor\b[^;]*‹p\d+›|‹p\d+›[^;,‹]*‹d\d+›[^;‹]*‹p\d+›/.test(text) &&
    text.match(/‹d\d+›/g)?.length === 1
  )
    return [];
  const isAnchored =
    !OTHER_SUBJECT.test(text) &&
    (SPEAKS_OF_THE_AGREEMENT.test(text) || (text.match(/\p{L}{2,}/gu) ?? []).length < 4);
  const leads = /^\W*‹d\d+›\s*,/.test(text);
  const isByYear = /‹[la]\d+›.*‹[la]\d+›/.test(text);
  const options = [...text.matchAll(OPTION)].map(([, index]) => index);
  const lengths: Figure[] = [];
  let isListed = false;
  for (const match of text.matchAll(/‹d(\d+)›/g)) {
    const figure = all[Number(match[1])];
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (figure === undefined || findings.used.has(figure)) continue;
    const isAlone =
      /[mnp]\d+›[^‹]*,\s*$|\b(?:entire|whole|full) (?:term|contract|agreement|period)\b[^,;‹]*,\s*$|‹m\d+›(?: (?:per|a|each) year| annually| p\.?a\.?)?\s*$/.test(
        before,
      ) && /^\s*(?:[,.;]|or\b|with\b|$)/.test(after);
    const isNext: boolean =
      /‹d\d+›-?\s*(?:,|or|and|to|[\s/|-])\s*(?:or )?(?:else |even |maybe )?(?:an? )?$/.test(
        before,
      ) && isListed;
    const isOption = options.length > 1 && options.includes(match[1]);
    const reads: boolean =
      isNext ||
      (isByYear && /^\W*ramp\b/.test(after)) ||
      isOption ||
      (leads && before.trim() === "" && figure.value >= 12) ||
      (isAnchored &&
        (BEFORE.test(before) || AFTER.test(after) || isAlone) &&
        (!OTHER_TIME.test(before) ||
          OF_TERM.test(before) ||
          (CALLED_TERM.test(after) && !OF_ANOTHER_TERM.test(before))) &&
        !OF_EACH.test(before) &&
        !(OF_WHAT_IS_LEFT.test(before) && !CALLED_TERM.test(after)) &&
        !OF_PART_BEFORE.test(before) &&
        !NOT_FIRM.test(before) &&
        !(IF_SIGNED.test(before) && (/‹p\d+›/.test(before) || /\bpossible\b/.test(after))) &&
        !IMAGINED.test(after) &&
        !OTHER_TIME_AFTER.test(after));
    isListed = reads;
    if (!reads) continue;
    lengths.push(figure, ...listedBefore(before, all).filter((one) => !lengths.includes(one)));
    if (figure.high) lengths.push(figure.high);
  }
  return lengths;
}

/** "A 12, 24 or 36 month term": the lengths before one of a list. */
function listedBefore(before: string, all: readonly Figure[]): readonly Figure[] {
  return figuresIn(/(?:‹d\d+›\s*(?:,|\/|\bor\b)\s*(?:or )?){1,4}$/.exec(before)?.[0], all);
}

/** "1 year at 10%, 3 years at 15%": lengths to choose from. */
const OPTION =
  /‹d(\d+)›(?: (?:term|deal|contract|agreement))?\s*(?:at|:|=|->|\(|(?=‹m))\s*(?:‹m\d+›[\s:,-]{1,3})?(?:an? )?‹p/g;

const SPEAKS_OF_TERM =
  /\b(?:term|period|from|effective|commenc\w+|start\w*|runs?|agreement|contract|initial|dates?)\b/;

/** The months between two dates, where they span whole months. */
export function readDates(
  line: Span,
  all: readonly Figure[],
  findings: Findings,
): { readonly months: number; readonly dates: readonly Figure[] } | undefined {
  const { text } = mask(line, all, findings.source.text);
  if (!SPEAKS_OF_TERM.test(text)) return undefined;
  const found =
    /‹a(\d+)›[^‹]{0,25}?(?:\bto\b|-|\buntil\b|\bthrough\b|\bend(?:s|ing)?\b|\bexpir(?:es|ing)\b|\band\b)[^‹]{0,20}‹a(\d+)›/.exec(
      text,
    );
  const back =
    /\b(?:until|through|to|ends?(?: on)?)\s*‹a(\d+)›[^‹]{0,20}\b(?:from|start\w*|begin\w*|commenc\w*)\b[^‹]{0,15}‹a(\d+)›/.exec(
      text,
    );
  const [start, end] = back ? [back[2], back[1]] : [found?.[1], found?.[2]];
  return between(all[Number(start)], all[Number(end)]);
}

const OF_TERM_DATE =
  "(?:(?:initial|subscription|contract|agreement|service|licen[cs]e|term|period) )*";
const STARTS = new RegExp(
  `^\\W*${OF_TERM_DATE}(?:start|effective|commencement|begin)(?:s|ning)?(?: date)?\\s*[:|=-]*\\s*‹a(\\d+)›\\W*$`,
);
const ENDS = new RegExp(
  `^\\W*${OF_TERM_DATE}(?:end|expiry|expiration|termination)s?(?: date)?\\s*[:|=-]*\\s*‹a(\\d+)›\\W*$`,
);

/** The months from a line such as "Start date: 1 Feb 2027" to one such as "End date: 31 Jan 2030". */
export function readDateLines(
  lines: readonly Span[],
  all: readonly Figure[],
  text: string,
): ReturnType<typeof readDates> {
  const dateOf = (says: RegExp): Figure | undefined =>
    lines.flatMap((line) => {
      const found = line.end - line.start < 80 && says.exec(mask(line, all, text).text)?.[1];
      return (found ? all[Number(found)] : undefined) ?? [];
    })[0];
  return between(dateOf(STARTS), dateOf(ENDS));
}

/** The whole months between two dates. */
function between(
  start: Figure | undefined,
  end: Figure | undefined,
): { readonly months: number; readonly dates: readonly Figure[] } | undefined {
  if (start?.day === undefined || end?.day === undefined || end.day <= start.day) return undefined;
  const dates = [start, end];
  const from = new Date(start.day * 86_400_000);
  for (const extra of [1, 0]) {
    const to = new Date((end.day + extra) * 86_400_000);
    const months =
      (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
    if (to.getUTCDate() === from.getUTCDate() && months > 0) return { months, dates };
  }
  return undefined;
}
