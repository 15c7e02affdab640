/** The terms by the words that a question or a label calls them by, the more particular ones first. */
const TERMS: readonly (readonly [words: string, name: string])[] = [
  [
    "roll-?over|carry-?(?:over|forward)|(?:roll|carry)(?:s|ing)? (?:\\w+ )?(?:over|forward)",
    "rollover",
  ],
  [
    "unused|unspent|left-?overs?|shortfalls?|expires?|(?:not|n't) use|use less",
    "unused commitment",
  ],
  [
    "overages?|over-?usage|usage (?:above|beyond|over)|excess|(?:go|going) over|use more|extra usage",
    "overage",
  ],
  [
    "uplifts?|(?:price|renewal|annual) increases?|increases?|indexation|escalat\\w+",
    "renewal uplift",
  ],
  [
    "(?:prices|rates|fees|pricing) (?:go up|rise|increase|change) (?:at|on|upon) renewal",
    "renewal uplift",
  ],
  [
    "(?:price|rate|fee|pricing) (?:locks?|protection|hold|guarantee|freeze)|(?:prices|rates|fees|discount|they) (?:\\w+ ){0,2}?(?:locked|fixed|firm|guaranteed|frozen|protected|stay the same|stable|change|rise|go up)|locked|guaranteed|frozen",
    "price lock",
  ],
  ["pay|payments?|payment terms|billing|billed|invoic\\w+|net ‹[nt]\\d+›(?: days)?", "payment"],
  ["(?:contract |initial )?(?:term|duration|length)|how long", "term"],
];
const NAMED = TERMS.map(([words, name]) => [new RegExp(`\\b(?:${words})(?!\\w)`), name] as const);
const NAMES = TERMS.map(([words]) => words).join("|");

const YES =
  /^\s*(?:yes|yep|yeah|correct|right|of course|sure|certainly|agreed|confirmed)\b[\s,:.;-]*/;
const NO =
  /^\s*(?:(?:unfortunately|sadly|sorry|i'm afraid),? )?(?:no(?! \p{L})|nope|none|not (?:really|possible|offered|available|included)|(?:i'm )?afraid not|unfortunately not)\b[\s,:.;-]*/u;
/** "Overage?", "And the uplift at renewal?", "What about overage?" */
const LABEL = new RegExp(
  `^\\W*(?:(?:and|so|also|then|now|next|the|our|your|any|a|what about|how about|what is|what's|on|as for) )*(?:${NAMES})(?: (?:at|on|upon) renewal| (?:cap|terms|commitment|spend|funds|usage))*\\s*$`,
);
const WHICH = /^\W*(?:and |so )?(?:what|how|when|which|where|at what)\b/;
/** The verb that a question begins with, up to what it asks about. */
const ASKS =
  /^\W*(?:(?:and|so|also) )?(?:is|are|do|does|did|will|would|can|could|have|has|shall)\b(?: (?:there|you|we|they|i|it|us|still))*(?: (?:get|have|offer|include|give|grant|agree to|accept|us))*(?: (?:be|an?|any|the|some))* /;
/** "It is", "they remain": what stands for the term before. */
const PRONOUN =
  "(?:(?:it|they|that|this|there|these|those)(?:(?:'s|'re| is| are| will be| would be| shall be| remains?| stays?)(?: (?:still|now|simply|just|always|at))*)? )";
const LEADING_PRONOUN = new RegExp(`^\\s*${PRONOUN}`);

/** An answer that is a statement of its own. */
const OWN_SUBJECT =
  /\b(?:prices|rates|fees|charges|discounts?|percentage|invoices)\b[^,;]{0,25}\b(?:is|are|stays?|remains?|will|can|may|do|does|apply|applies)\b/;

const VERB =
  /\b(?:is|are|was|will|can|may|does|do|don't|doesn't|gets?|goes|stays?|remains?|lapses?|expires?|rolls?|carries|charged|billed)\b/;

function isStatement(words: string): boolean {
  return OWN_SUBJECT.test(words) || (nameIn(words) !== undefined && VERB.test(words));
}

/** The term that words call by its name. */
export function nameIn(words: string): string | undefined {
  return NAMED.find(([term]) => term.test(words))?.[1];
}

/** Whether a question about a term is answered by the words behind it. */
export function isAnswered(question: string, behind: string): boolean {
  return (
    question.length < 120 &&
    stated(question, /^[^?;]*?(?:[.](?=\s|$)|[;?]|$)/.exec(behind)?.[0] ?? "") !== undefined
  );
}

/** A question about a term with its answer as one statement: "Uplift? Capped at 6%" is "uplift: capped at 6%". */
export function withAnswer(masked: string): string {
  const at = masked.indexOf("?");
  if (at < 0 || at > 120 || masked.slice(at + 1).trim() === "") return masked;
  return stated(masked.slice(0, at), masked.slice(at + 1)) ?? masked;
}

const MOVES = / (?:be )?(?:change|rise|go up|move|increased?|raised?)\b ?/;
const CAPS = /\b(?:cap|ceiling|limit|max\w*|most)\b/;
const ROLLS = /\b(?:roll|carr)\w*/;
/** "Do the", behind which the subject stands. */
const FIRST_WORDS = /^\W*\p{L}+ (?:(?:the|your|our) )*/u;
/** Says how far, where the question asks whether. */
const BOUND =
  /^\s*(?:(?:yes|but),? )?(?:by|at|up to|max\w*|capped|limited|only|within|no more than) /;
/** "For two years, yes." Behind a length, no denies nobody knows what. */
const ANSWER_LAST = /^\s*(?<said>[^.;?]{3,60}), yes\W*$/;
const DENIED_LAST = /, no\W*$/;
/** Goes on from the words of a question. */
const JOINS = /^(?:at|for|until|to|from|by|with|within|throughout|during|into|over)\b/;

function stated(question: string, written: string): string | undefined {
  const answer = written.replace(ANSWER_LAST, " yes, $<said>");
  const called = nameIn(question);
  const isCap = called === "renewal uplift" && CAPS.test(question);
  const name = isCap ? "renewal uplift cap" : called;
  if (name === undefined || !/[\p{L}‹]/u.test(answer) || answer.includes("?")) return undefined;
  if (DENIED_LAST.test(answer)) return undefined;
  const said = answer.replace(YES, "").replace(NO, "").replace(LEADING_PRONOUN, "");
  const isSaid = /[\p{L}‹]/u.test(said);
  const isLabel = LABEL.test(question);
  if (NO.test(answer)) {
    if (MOVES.test(question) && ASKS.test(question) && !said.includes("‹"))
      return `${question
        .replace(FIRST_WORDS, "")
        .replace(/^they\b/, "prices")
        .replace(MOVES, " will not change ")}.`;
    if (isSaid && isStatement(said)) return said;
    if (isSaid) return `${name}: ${said}`;
    const isOfAll = !/‹|\bdiscounts?\b/.test(question) && (isLabel || ASKS.test(question));
    if (isOfAll && name === "price lock") return "no price lock.";
    return isOfAll && ROLLS.test(question) ? "no rollover." : undefined;
  }
  if (YES.test(answer)) {
    if (isLabel && !question.includes("‹")) return `${name}: yes, ${said}`;
    if (isLabel && !isSaid) return question;
    if (!ASKS.test(question)) return undefined;
    const own = isSaid
      ? question.replace(/‹([a-z])\d+›/g, (figure, kind: string) =>
          said.includes(`‹${kind}`) ? "…" : figure,
        )
      : question;
    const asked = own.replace(ASKS, "");
    if (!isSaid) return asked;
    const joint = LABEL.test(asked) ? ": " : JOINS.test(said) ? " " : ", ";
    return `${asked}${joint}${said}`;
  }
  const own = answer.replace(LEADING_PRONOUN, "");
  if (isLabel || (BOUND.test(own) && !question.includes("‹"))) return `${name}: ${own}`;
  if (!WHICH.test(question) || question.includes("‹")) return undefined;
  return isStatement(own) ? own : `${name}: ${own}`;
}

/** "As for the uplift, it is capped", "I could not get them to move on overage: it remains at list": the term before, and what is said of it. */
const ABOUT =
  "(?:as for|as to|regarding|concerning|about|on|re:?|with (?:regard|respect) to|when it comes to|in terms of)";
const LEADS = new RegExp(
  `^(?:(?!\\b(?:cap|ceiling|limit|lock|maximum|max)\\b)[^‹:;.?]){0,60}?\\b${ABOUT} (?:the |our |your )?(?<name>${NAMES})(?: [a-z' ]{0,25})?\\s*[:,-]\\s*${PRONOUN}|^\\W*${ABOUT} (?:the |our |your )?(?<label>${NAMES})(?:,? (?:they|we|i) [a-z' ]{3,30})?\\s*:\\s*`,
);
/** A sentence that names a term and says nothing of it. */
const NOTHING_SAID = new RegExp(
  `^\\W*(?:(?:and|now|then|next|so) )*(?:(?:we|they|i) (?:(?:talked|spoke|asked) (?:about|on)|discussed|covered|settled) |on (?:to )?|about |now )?(?:the |our |your )?(?:${NAMES}|prices|rates|fees|pricing)(?: (?:is|are) (?:simple|easy|clear|straightforward|settled|next|the easy part|no problem))?$`,
);

/** Whether a sentence leads to the next, which calls what it names "it" or "they". */
export function leadsOn(sentence: string, next: string): boolean {
  return NOTHING_SAID.test(sentence) && LEADING_PRONOUN.test(next);
}

/** A term and what is said of "it" as a label and its value. */
export function withLabel(masked: string): string {
  const led = LEADS.exec(masked);
  const name = led?.groups?.["name"] ?? led?.groups?.["label"];
  if (led && name !== undefined) return `${nameIn(name) ?? name}: ${masked.slice(led[0].length)}`;
  const stop = /[.:;] (?=(?:it|they)\b)/.exec(masked);
  const lead = masked.slice(0, stop?.index ?? 0);
  if (stop === null || !NOTHING_SAID.test(lead)) return masked;
  const said = masked.slice(stop.index + 2);
  const name2 = nameIn(lead);
  return name2 === undefined
    ? said.replace(/^(?:it|they)\b/, "prices")
    : `${name2}: ${said.replace(LEADING_PRONOUN, "")}`;
}

const PRICES = /\b(?:(?:unit|list) )?(?:prices|rates|fees|charges)\b/;
const THEY_ARE_FIRM =
  /\bthey (?=(?:are|remain|stay|will (?:be|stay|remain|not)|shall|cannot|do not|don't|can't|won't)\b[^;,]*\b(?:fixed|firm|locked|frozen|held|guaranteed|constant|unchanged|the same|change|rise|increase|go up|raised)\b)/;

/** "Fees rise at renewal. During the term they are fixed": "they" are the prices of the sentence before. */
export function withAntecedent(masked: string, before: string | undefined): string {
  const prices = before === undefined ? undefined : PRICES.exec(before)?.[0];
  return prices === undefined || PRICES.test(masked)
    ? masked
    : masked.replace(THEY_ARE_FIRM, `${prices} `);
}
