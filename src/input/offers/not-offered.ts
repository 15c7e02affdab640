import { pattern } from "./clauses";

/** Who speaks for the buyer. */
const WANTS_FOR_BUYER =
  "(?:our|my|your|the) (?:\\w+ )?(?:board|cfo|ceo|cto|boss|management|procurement|legal|team|director)|finance|procurement|management";
const RUNNING =
  "current|existing|present|running|ongoing|expiring|legacy|prevailing|previous|prior|former|old|expired";
const DEAL =
  "agreement|contract|deal|plan|discount|band|tier|level|commitment|arrangement|programme|program|order form";
const WAS = "was|were|gave|got|had|granted|received|signed|paid|earned|enjoyed|have been|has been";

/** What another side, or another time, says: it is no offer, and stands beside one for the same amount as a question. */
const OF_OTHERS: readonly RegExp[] = [
  "^(?![^;]*\\bthey (?:offer|put|gave|give|came|said|went|did))[^]*\\b(?:we|i)(?:'d| would|'re| are|'m| am)? (?:want|like|need|expect|hope|aim|looking|after)\\b(?! you| (?:an? )?(?:[a-z-]+ )?commit| to (?:offer|propose|give|extend|grant)\\b)[^;]*P",
  "^(?![^;]*\\b(?:offer|they (?:put|gave|give|came|said|went|did)))[^]*(?:\\b(?:we|i|you)(?:'ve|'d| had| have)? (?:asked|requested|countered|hoped|pushed)\\b|\\b(?:asked|asks|asking|pushed|pushing|hoped|hoping) for\\b(?! (?:an? |your )?(?:[\\w‹›-]+ ){0,2}commit))",
  "\\b(?:our|your) (?:ask|target|goal|counter\\w*|walk-?away)\\b|\\b(?:goal|aim|target|wish|walk-?away)\\s*[:=]|\\bif we (?:get|got|can get|could get|receive)\\b(?! to (?:an? |the )?G)|^\\W*(?:old|current|existing|previous|before|today)\\s*:|^\\W*(?:target|walk-?away|goal|our ask|(?:us(?=\\W*P)|we|me|buyer|customer|client)\\s*:|counter(?:-?offer|-?proposal)?\\s*[:-])",
  "\\b(?:discount|rate|deal|price|tier|terms?|agreement)s? (?:of )?today\\b|\\btoday (?:you|we) (?:are|have|get|pay)\\b|\\btoday's (?:discount|rate|deal)\\b",
  "\\b(?:quote|offer|proposal|bid|quotation|price|deal)s? (?:was|were|had been)\\b(?![^;]*\\b(?:now|is|are|will)\\b)",
  "^(?![^;]*\\b(?:offer|propos)\\w*\\b)[^]*\\b(?:we|i) (?:wanted|needed|expected|hoped|aimed|targeted)\\b[^;]*P",
  "\\b(?:it|that|this) was (?:at |only |just )?P",
  "^(?![^;]*\\b(?:now|will|new|offer\\w*)\\b)[^]*\\b(?:old|previous|prior|former|earlier|last|expired|current|existing) (?:agreement|contract|deal|terms?|order|arrangement|draft|version)\\b[^;]*\\b(?:was|were|had|got|paid|gave|came)\\b",
  "^(?![^;]*\\b(?:now|will|new|offer\\w*)\\b)[^]*(?:\\b(?:we|you) (?:had(?! to\\b)|paid|used to)\\b|\\b(?:last|previous|prior) (?:time|round|year|renewal|contract)\\b[^;]*\\b(?:was|were|had|got|paid)\\b|\\b(?:was|were|had|got|paid)\\b[^;]*\\b(?:last|previous|prior) (?:time|round|year|renewal|contract)\\b)",
  "\\bif (?:you|they)(?:'d| would| could| can| will)? (?:also )?(?:(?:give|grant|offer|match|agree|improve|raise|bring|make it|meet us|get (?:us|me) to)\\b|(?:go|move|get|come)\\b[^;‹]{0,15}P)",
  "\\bwe(?:'d| would| could)(?: be (?:able|willing|ready|happy|prepared) to)? (?:accept|sign|settle)\\b(?!(?!.*P) (?:an? |your |the )?(?:annual |yearly |minimum |spend(?:ing)? )*commit| for (?:an? )?D(?!.*(?:M|P)))",
  "^\\W*(?:please )?(?:give|grant|get) us\\b|\\b(?:expired|withdrawn|superseded|lapsed) *[,;.]?$",
  "^(?![^;]*\\b(?:offer|propos|can|could|will|would|move|new)\\w*\\b)[^]*\\b(?:currently|at present|presently|at the moment|existing|until now|used to|formerly|last year|expiring|(?:present|current) (?:plan|pricing|price|terms?|band|rate|discount|deal|contract|agreement|tier|level)|(?:you|we) (?:already|now) (?:have|get|receive|pay))\\b",
  `\\b(?:${WANTS_FOR_BUYER}) (?:wants?|needs?|expects?|hopes?|demands?|insists?)\\b(?! you)[^;]*P|\\bmy (?:target|goal|ask|aim)\\b|^\\W*(?:the )?ask\\s*[:=-]|P[^;]*\\bwould (?:make us|convince us|work for us|be (?:ideal|great|nice|perfect))\\b|\\byour (?:request|wish|demand) (?:was|is|(?:of|for) ‹)|\\byou (?:wanted|requested|hoped|demanded|insisted)\\b`,
  // What runs now, in any sentence: "you have 9% at $300k", "(today's contract)".
  `\\b(?:today's|${RUNNING}) (?:${DEAL})\\b(?! (?:offer|proposal|quote|list|round))|<-+ ?(?:today|now|current)\\b|\\b(?:in force|in effect) (?:until|till|since)\\b|\\b(?:${DEAL}),? (?:(?:that|which) (?:ends|expires|runs out|is ending)|in (?:place|force|effect)|(?:that |which )?you have)\\b|\\bwhat you (?:(?:have|had)\\b(?! to\\b)|pay (?:now|today))|^\\W*(?:status quo|baseline|as[- ]is)\\b[^‹]{0,12}[:|-]`,
  `^\\W*(?:(?:and|so|right now|now|today|as of now|as of today|presently),? )*you(?:'re| have| are(?: at| on)?| sit at)\\W+(?:at |on )?P|^(?![^;]*(?:\\b(?:offer|propos|approv|can|could|will|would|may|new|we)\\w*\\b|'(?:d|ll)\\b))[^]*(?:\\b(?:as of|right|have|get|pay|are|on) (?:now|today)\\b(?=[^;]*[MP])|\\byou are committed\\b(?! for ‹d))`,
  // What was, at a time that is over.
  `^(?![^;]*\\b(?:offer|propos|can|could|will|would|new)\\w*\\b)[^]*(?:\\b(?:${WAS}|(?:you|we) committed) [^;]*\\b(?:in|since|during|from) A|\\b(?:in|since|during|the|for|of|from) A[^;]*\\b(?:${WAS})\\b|\\b(?:had|has been|have been) [^;]*\\b(?:before|until now|so far)\\b|^\\W*so far\\b)`,
  `\\b(?:back then|back in|at the time|in the past|historically|once upon|in those days|stood at|before (?:this|that|the last) (?:round|offer|proposal|renewal)|(?:originally|initially),? (?:you|we) (?:had|got|paid|signed|committed))\\b|\\b(?:old|previous|former|prior|earlier) (?:bands?|tiers?|levels?|ladder|discounts?|rates?|prices?|pricing|programme|program|scheme)\\b[^;]*\\b(?:was|were|had|gave)\\b|[(-]\\s*(?:expired|withdrawn|superseded|lapsed|old|obsolete|void|past|cancell?ed|rejected|declined|(?:no longer|not) (?:valid|available|approved|agreed|offered|accepted|possible|applicable))\\)?\\W*$`,
].map((source) => pattern(source));

/** What an offer is held against: "unlike last year", "instead of the old bands". */
const HELD_AGAINST =
  /\b(?:instead of|in place of|in lieu of|replac(?:es|ing)|supersed(?:es|ing)|better than|unlike|compared (?:to|with)|versus|improv\w+ (?:on|over))(?: \w+(?:'s)?){1,6}?(?=[,:;.]|$| (?:we|you)\b)/g;

/** One amount with what is offered for it and what is asked: "the vendor offers 15%, our ask is 19%". */
const BOTH_SIDES = pattern(
  "^(?=(?:(?!P).)*P(?:(?!P).)*P(?:(?!P).)*$)(?=(?:(?!M).)*M(?:(?!M).)*$)(?=.*\\b(?:offer\\w*|propos\\w+|quot(?:es?|ed)|bids?|g(?:i|a)ves?|got|on the table|came back|they (?:are|were|put|say|said|went|did|stand|go))\\b)(?=.*\\b(?:ask(?:s|ed|ing)?|targets?|goal|counter\\w*|request(?:s|ed)?|want(?:s|ed)?|need(?:s|ed)?|aim\\w*|demand(?:s|ed)?|hoped|hoping|pushed|pushing|wish\\w*)\\b)",
);

/** Whether a clause gives the words of the buyer, or of an agreement that runs already. */
export function isOfOthers(masked: string): boolean {
  if (BOTH_SIDES.test(masked)) return false;
  const own = masked.replace(HELD_AGAINST, " ");
  return OF_OTHERS.some((others) => others.test(own));
}

/** What is only imagined: an unreal condition ("if it were", "had you"), a supposition, a wish. */
const IMAGINED: readonly RegExp[] = [
  "\\b(?:would|could|might|should)(?: have|'ve) (?:been|got|had|paid|cost|given|gone|come|won|\\w+ed)\\b",
  "\\bif (?:(?!‹p)[^,;])*\\b(?:were(?! to\\b)|had (?:been|committed|signed|gone|chosen|taken|agreed|spent|bought))\\b(?=[^;]*\\b(?:would|could|might|'d)\\b)|(?:^|[,;]|\\b(?:and|but|so)\\b)\\W*(?:had (?:you|we|they|it|the|this|that)|were (?:you|we|they|it|the|this|that)(?! to\\b))\\b",
  "\\b(?:hypothe\\w*|illustrat\\w*|imagin\\w*|theoretical\\w*|in theory|for instance|thought experiment|for the sake of (?:the )?argument|argument's sake|if only (?:we|i|they|you)|picture (?:this|that|an?|the)|think of|dream\\w*|(?:i|we) wish|in an? (?:ideal|perfect) world)\\b",
  "\\b(?:let's |let us )(?:assume|suppose|say|pretend|imagine)\\b|\\b(?:suppos(?:e|ing)|pretend\\w*)\\b|^\\W*(?:assum(?:e|ing)|say)\\b[^,;:]*(?:M[^,;:]*P|P[^,;:]*M)[^;]*,",
].map((source) => pattern(source));

/** Whether a clause only imagines what it says. */
export function isImagined(masked: string): boolean {
  return IMAGINED.some((imagined) => imagined.test(masked));
}

/** "Not 15% but 12%", "12% (not 15%)": what is denied beside what is offered. */
const CORRECTED = pattern(
  ",? ?\\b(?:not|no longer|instead of|rather than|up from|down from|compared (?:to|with)|in place of) (?:be |get |receive |at |the |your |our |today's |current |present |previous |old )*(?:P (?:off |discount )?(?:on|at|for) M|M (?:at|with) P|P (?:that )?you (?:have|get|receive)(?: (?:today|now|currently|at present))?(?: (?:on|at|for) M)?)|\\(\\s*(?:and )?(?:not|no longer|instead of|rather than) (?:P|M)\\s*\\)|,? ?\\b(?:not|no longer|instead of|rather than) (?:be |get |receive |at |the )*(?:P|M)(?:,? but|,)?(?=[ .;]|$)",
  "g",
);
const DENIES =
  /\b(?:not|never|neither|nor|cannot|no longer|refus\w+|declin\w+|reject\w+|unable|impossible|unavailable|withdrawn|expired|(?:off|from) the table|out of (?:the question|reach)|rather than|instead of|unless|ignor\w+|scrap\w*|forget|disregard\w*|cancel\w*|withdr[ae]w\w*|discontinu\w+|retired|abolish\w+|(?:nobody|no (?:customer|client)s?) (?:gets?|has|receives?)(?! more)|ended|killed|vetoed|blocked|had to pull|(?:was|were|been|is|are) (?:now )?(?:removed|dropped|history|void|gone)|(?:removed|dropped) (?:the|our)|(?:was|were|is) (?:an? )?(?:typo|mistake|error)|in error|there (?:is|was|are) no|there's no|no (?:one|deal|way|chance|room))\b|n't\b|~~/;
const HARMLESS =
  /\bnot (?:marginal|incremental|graduated|tiered)\b|(?:\bnot|n't) (?:been |be )?(?:chang|mov|alter|modif|shar|forward|disclos|distribut|circulat|publish)\w*|\bnot (?:less than|more than|only|just|new\b|later than|binding|cumulative|combinable|compound\w*|negotiable|includ\w+|count\w+|subject to|exceed\w*|to exceed|below|under|above|over|taxed|refundable)\b|\bno (?:less|more|later) than\b|\bwhether or not\b|\bnot (?:reach\w*|meet|met|used|consumed|spent|fill\w*)\b|\b(?:do|does) not (?:include|count|hesitate)\b/g;
const PARTS = /(?<=[,;()])|(?<= - )|(?=\bbut\b|\bhowever\b|\binstead\b(?! of))/;

/** "13% instead of 11% at $700k": the one amount is that of both. */
function isOnlyAmount(words: string, text: string): boolean {
  const amounts = (part: string): number => part.match(/‹m\d+›/g)?.length ?? 0;
  return /‹p\d+›[^‹]*‹m/.test(words) && amounts(words) === 1 && amounts(text) === 1;
}

/** The text without figures that it denies: each part between commas stands for itself. */
export function withoutDenied(text: string): string {
  return text
    .replace(HELD_AGAINST, " ")
    .replace(CORRECTED, (words) =>
      isOnlyAmount(words, text) ? words.replace(/^[^‹]*‹p\d+›/, "") : " ",
    )
    .split(PARTS)
    .map((part) =>
      DENIES.test(part.replace(HARMLESS, " ")) ? part.replace(/‹[mpnx]\d+›/g, "…") : part,
    )
    .join("");
}
