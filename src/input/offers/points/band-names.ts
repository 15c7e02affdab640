import type { Clause } from "../clauses";
import { JOINS } from "./joins";
import type { Item, Point } from "./point";

const NO_NAME =
  /^(?:months?|years?|ladder|hi|hello|hey|dear|thanks|quick|short|one|below|above|under|over|term|quarterly|monthly|correction|update[ds]?|note|fyi|summary|recap|final|answer|pre-?pa(?:y|id)\w*|initial|guaranteed|firm|upfront|binding|revised|aggregate|target|recommended|suggested|required|increased|saves?|you'd|you'll|tier|band|level|plan|commitment|commit|spend|annual|yr|pa|discount|quote|answer|response|reply|value|order|deal|bid|rfq|rfp|figures?|numbers?|headline|budgetary|indicative|verbal|written|formal|acv|tcv|arr|off|list|percent|pct|yearly|year|per|month|monthly|usd|eur|gbp|chf|usage|option|bands|tiers|pricing|price|range|threshold|volume|minimum|offer|proposal|step|our|amount|total)$/;

const TRAILING = /\s+(?:tier|band|level|plan)$/i;

/** "$270k: 9% (Plus)". */
const ALONE_IN_BRACKETS = /^\s*(plus|standard|full|best|entry|class|base|team|single)\s*$/;

/** A line of one amount and one discount may have a name: the words before the amount, or in brackets at the end. */
export function named(
  points: readonly Point[],
  text: string,
  clause: Clause,
  items: readonly Item[],
): readonly Point[] {
  const [point] = points;
  const first = items.find(({ amount }) => amount);
  if (point === undefined || points.length > 1 || !clause.isLine || first === undefined)
    return points;
  const before = text.slice(0, first.start).replace(/^.*›/, "");
  const bracket = /\(([^()‹]+)\)\s*$/.exec(text)?.[1];
  const [start] = items;
  const ahead = start === first || start === undefined ? "" : text.slice(0, start.start);
  const name =
    nameIn(before) ??
    nameIn(ahead) ??
    (bracket === undefined ? undefined : (ALONE_IN_BRACKETS.exec(bracket)?.[1] ?? nameIn(bracket)));
  return name === undefined ? points : [{ ...point, name }];
}

/** "“Company” band": what is in quotes is a name whatever its words. */
const QUOTED = /^[\W\d]*"([\p{L}][\p{L}\d' &-]{0,30})"(?: (?:tier|band|level|plan))?[\W]*$/u;
/** Words of every sentence that are names where they are alone: "Standard ($250k+)". */
const NAME_ALONE =
  /^\W*(standard|scale|simple|solid|lead|grow|full|best|company|entry|class|base|start|starter|team|market|single|block|category)\s*(?:tier|band|level|plan)?\s*[:(|–-](?:\W|\b(?:up to|below|under|above|over|at least)\b)*$/;

/** "Anything north of": no name has this behind it. */
const GOES_ON =
  /(?<!\b(?:min(?:imum)?|commit\w*|spend\w*|excess|levels?|volumes?|floor|amounts?|threshold|total)) of (?:an? |the )?$/;

/** A name as small letters; undefined for words of the offer, or a sentence. */
function nameIn(words: string): string | undefined {
  if (GOES_ON.test(words)) return undefined;
  const told = (QUOTED.exec(words) ??
    NAME_ALONE.exec(words) ??
    /^\W*(plus|max)\s*:\s*$/.exec(words))?.[1];
  if (told !== undefined) return told;
  const lettered =
    /\b(?:tier|band|level|plan|step|option|package) [a-z](?=\W*(?:(?:up to|from|at least|over|above|below|under|starting at)\W*)?$)/.exec(
      words,
    )?.[0];
  if (lettered !== undefined) return lettered;
  const ofWord =
    /\b(?:plan|tier|band|level|package) (?:standard|premium|basic|advanced|core|plus|max|enterprise|business|starter|growth|scale|full)(?=\W*$)/.exec(
      words,
    )?.[0];
  if (ofWord !== undefined) return ofWord;
  const bare = words
    .replace(/["*_]|(?<![\p{L}\d])'|'(?![\p{L}\d])/gu, "")
    .replace(
      /(?:\b(?:no more than|not (?:more than|above|over|beyond|exceeding)|through|from|at|between|around|about|roughly|at least|exceeding|in excess of|beyond|no less than|not less than|over|above|up to|below|under|more than|starting at|min(?:imum)?|>=?|commit\w*|annual|spend|for|to|of|with|a|an|the|ab)\b|(?<![a-z])(?:à partir de|dès)|\.{2,}|[\s([:|=,>~+/-])+$/g,
      "",
    )
    .replace(/^(?:[\s([:|=,>-]+|(?:off(?: list)?|discount)\s*(?=[-:|]))+/, "")
    .replace(/^([^(]*)\)$/, "$1")
    .replace(TRAILING, "")
    .trim();
  const all = bare.match(/[\p{L}\d][\p{L}\d'&]*/gu) ?? [];
  if (all.length === 0 || all.length > 4 || /[‹…]/.test(bare)) return undefined;
  const isNumbered =
    /^(?:below|above|under|over|term|quarterly|monthly|correction|update[ds]?|note|fyi|summary|recap|final|answer|pre-?pay\w*|saves?|you'd|you'll|tier|band|level|plan|step|option|package)\b.*\d$/.test(
      bare,
    );
  if (!isNumbered && all.every((word) => NO_NAME.test(word) || JOINS.has(word))) return undefined;
  const isSentence =
    /^(?:the|this|these|our|your|my|an?) /.test(bare) ||
    all.some((word) =>
      /^(?:(?:we|you|they|it|i|that|there|here|what|let)'\w+|proposing|we|you|i|is|are|can|get|gets|if|when|will|offer|they|and|receive|earn|earns|or|once|spend|passes|have|has|not|do|does|would|could|want|works?|after|before|over|under|up|with|as|so|that|this|for|at|of|in|our|my|last|next|says?|said|only|having|being|by|anything|everything|anyone|everyone|whoever|guarantees?|holds?|locks?|fixes|most|many|every|customers|choose|chose|still|there|here|today|new|old|previous|earlier)$/.test(
        word,
      ),
    );
  return isSentence ? undefined : bare;
}
