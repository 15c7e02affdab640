import { OTHER_THINGS } from "../lexicon";
import { NONE } from "./discounts";
import type { Item } from "./point";

/** Words of an offer, and words of every sentence. */
export const JOINS = new Set(
  "a ab able applying committing consuming using calculated coefficient computed factored given multiplied multiplies multiply times based conditional about above accordingly achieves achieving across activate activated activates actually again against aggregate agree agreement agrees ai all allow allowance allowed allows almost already also amount amounting amounts an and annual annually any anyone anything api applicable applied applies apply approx approximately are around as at attains attract attracting attracts automatically award awarded awards back bag bags band band's bands bar basis be become becomes becoming begin beginning begins best between beyond billed billing billings block book both bracket brackets break breaks bring brings bump bumped bumping bumps buy buyer buys by call called calls can capacity card catalog catalogue category charge charged charges cheaper chf circa class client climb climbs cloud combined come comes commencing commit commitment commitments commits committed committing company concession confirm confirmed consume consumed consumption contract contracts correspond corresponding corresponds cost costs could cross crosses cumulative customer cut cuts de deal deal's deals deduction deliver delivers disc discount discounted discounting discounts do does dollar dollars done drawdown e.g each earn earned earning earns effectively eligible enable enabled enables enjoy enjoys entire entitle entitled entitles entry equal equals equate equates eur euros even everyone everything exceed exceeded exceeding exceeds exchange extend extended extends factor fall falls fees figure figures fixed flat floor following for from full gate gates gbp get gets getting give gives giving glad go goes going gone good grant granted grants great greater gross grow grows happy has have headline hence here here's high higher hit hits hold holds i i'd i'll i'm i.e if in incentive incl inclusive into invest investment invests invoiced is it it'd it'll it's its jump jumps just keep keeps kept kick kicks knock knocked knocks land lands lead leads least less let let's lets level level's levels like line lines list list's lock locks long love lower made make makes mark markdown max maximum may mean meaning means meet meets milestone min minimum minus monthly more move moves multiplier much myself nachlass namely nearly need needs net nice obligation of off offer offering offers on once one's ones only onto onwards our out outlay over own p.a p.a. pa package par parties party pass passed passes pay paying pays per permit permits plan plans platform pleased pledge pledged pledges pledging plus point pounds prepared prepayment price price's priced prices pricing produce produces promise promised promises provided provider public published pull pulls purchase purchases purchasing push pushes put puts qualifies qualify quarterly quote quoted quotes rabais rabatt rack range ranges rate rates reach reached reaches reaching ready really rebate receive receives receiving recurring reduction remain remains remise require requires result results return rise rises roughly row run rung runs said save saves saving say says scale scales score scores secure secured secures see sees service services set sets setting shall should shave shaves sign signed signing signs simply single sit sits size sizes slash so solid soon spend spending spends stage stages standard start starting starts stay stays step stepping steps sticker still stretch subject such sum sums supplier reseller broker distributor table take takes taking tariff tariffs than that that's the their then there there's thereby therefore these they they'd they'll they've this those threshold thresholds throughout thus tier tier's tiers title to total totals translate translates trigger triggered triggers under undertake undertakes unit unlock unlocking unlocks up upfront upon upward upwards us usage usd valid value vendor very via volume we we'd we'll we're we've well went what's when whenever where whereas which whichever while who's whose will willing win wins with work workload workloads works worth would year yearly years yield yielding yields you you'd you'll you're you've your".split(
    " ",
  ),
);

/** Words of something else, of another time or side: what stands on both sides of one does not belong together. */
const DIVIDES = new RegExp(
  `^(?:.{1,2}|or|but|not|no|none|nothing|never|without|unless|except\\w*|exclud\\w+|instead|versus|than|now|next|last|first|second|third|after|before|during|within|initial|previous\\w*|prior|current\\w*|exist\\w+|present\\w*|old|earlier|former\\w*|other\\w*|another|additional\\w*|extra|further|top|expect\\w*|ask\\w*|request\\w*|want\\w*|target\\w*|goals?|counter\\w*|example|illustrat\\w+|average\\w*|typical\\w*|benchmark\\w*|market\\w*|partners?|equivalent|faster|slower|rising|drop\\w*|lower\\w*|contact\\w*|named|ceiling|terms?|month\\w*|quarter\\w*|weeks?|weekly|da(?:y|ys|ily)|semi|half|hal\\w*|twice|period\\w*|instal\\w+|payable|advance|arrears|regions?|countr\\w+|sites?|units?|teams?|products?|models?|tokens?|input|output|users?|storage|compute|consulting|professional|premium|surcharge|increas\\w+|capped|cpi|late|fees?|growth|shares?|credits?|refund\\w*|carr\\w+|unspent|excess\\w*|renew\\w*|extension\\w*|notice|terminat\\w+|savings?|bonus\\w*|cash\\w*|supplement\\w*|theirs|ours|orders?|prepa\\w+|two|three|fewer|bi\\w*nial|mrc|nrc|\\w+eur|inf|subsidiar\\w+|batch\\w*|cach\\w+|opus|sonnet|haiku|justify|raise\\w*|through|option\\w*|today\\w*|every|${OTHER_THINGS})$`,
);

/** More words than these that nobody knows are about something else. */
const MOST_UNKNOWN = 2;

/** Whether what is between an amount and a discount joins them; "unsure" behind a word that may be about something else. */
export function jointOf(gap: string): "joined" | "unsure" | "apart" {
  const words = gap
    .replace(/\bfor (?:the |an? |its )?‹d\d+›[- ](?:term|contract|agreement|deal)\b/g, " ")
    .replace(/‹[dl]\d+›/g, " ")
    .replace(/(?<!\p{L})(?:à partir d[eu]|dès)(?!\p{L})/gu, " ")
    .replace(/\((?:ex|excl?|excluding|net|plus|incl?|annual|per)\b[^()‹]*\)/g, " ")
    .replace(/\bcarr(?:y|ies)(?=\s*(?:an? |the |with |$))/g, " ")
    .replace(/\bbut only (?=(?:at|from|for|with|above)\b)/g, " ")
    .replace(/\b(?:is|are|it's) now(?: at)?\s*$/, " ")
    .replace(/\b(?:increas\w+|ris\w+|improv\w+|climb\w+|go(?:es)? up) to\b/g, " ")
    .replace(/^(?:-?ish| or so| or thereabouts)\b|\b(?:no|not) (?:less|more) than\b/g, " ")
    .replace(/\b(?:below|under) (?=(?:list|public|published|standard)\b)/g, " ")
    .replace(/\bor (?=(?:more|above|over|up|higher|greater|less|below|exceeds?)\b)/g, " ");
  if (/[‹…]/.test(words)) return "apart";
  const unknown = (words.match(/[\p{L}][\p{L}']*/gu) ?? []).filter(
    (word) => !JOINS.has(word) && !JOINS.has(word.replace(/'s?$/, "")),
  );
  if (unknown.length > MOST_UNKNOWN || unknown.some((word) => DIVIDES.test(word))) return "apart";
  return unknown.length > 0 ? "unsure" : "joined";
}

/** "Starter (up to $150k)". */
const NAME_OF_BRACKETS = /^\W*\p{L}[\p{L}\d' -]{0,30}(?=\()/u;

/** "Below $250k no discount": nothing but words of the offer beside the amount. */
export function joinsInWords(text: string, items: readonly Item[]): boolean {
  const [item] = items;
  if (item?.amount === undefined) return false;
  const before = text.slice(0, item.start).replace(NAME_OF_BRACKETS, "");
  const rest = (before + text.slice(item.end)).replace(NONE, " ");
  if (/‹x|‹p\d+› of\b/.test(rest)) return false;
  return (rest.match(/[\p{L}][\p{L}']+/gu) ?? []).every(
    (word) =>
      JOINS.has(word) ||
      /^(?:below|under|less|up|including|until|no|not|first|second|third|fourth|fifth|top|last|anything|everything|between|ok|okay|well|yes)$/.test(
        word,
      ),
  );
}
