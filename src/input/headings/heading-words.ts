import { CURRENCY, YEARS } from "./amount-words";

/** What a heading says about every figure below it. */
export interface HeadingUnit {
  readonly percent: boolean;
  /** Multiply figures by this: 1,000 for "$k", 12 for "monthly", 2 for "half-yearly", both for "$k a month". */
  readonly factor: number;
  /** Figures cover several years together. */
  readonly isTotal: boolean;
}

/** A heading without its footnotes, years and units, in small letters; and its unit. */
export interface HeadingWords {
  readonly words: string;
  readonly unit: HeadingUnit;
}

/** Marks of notes, and where to look: "(see note 2)", "(clause 7)", "see contract". */
const FOOTNOTES =
  /[*†‡§¶]+|[¹²³⁰⁴-⁹]+|\^\d+|[([]\d{1,2}[)\]]|\s\d{1,2}\)$|(?<=.)\bsee .*|\b(?:note|clause|section|ref)\.? \d[\d.]*/giu;
const NOUGHTS = "[x×]?['’]?1?(?:[,.]?0{3})";
const SCALES: readonly (readonly [RegExp, number])[] = (
  [
    [`k'?s?|t(?=\\p{Sc}|usd|eur|gbp|chf)|ths|thsd|tsd|thou(?:s(?:ands?)?)?|${NOUGHTS}'?s?`, 1e3],
    ["m|mm|mn|mio|mil|mill|mln|millions?", 1e6],
    ["b|bn|mrd|billions?", 1e9],
    ["lakhs?|lacs?", 1e5],
    ["cr|crores?", 1e7],
    ["hundreds?", 100],
  ] as const
).map(([words, factor]) => [
  new RegExp(`^(?:${CURRENCY})?['’]?(?:${words})(?:${CURRENCY}|tok(?:en)?s?)?$`, "iu"),
  factor,
]);
const ONLY_CURRENCY = new RegExp(`^(?:${CURRENCY}|dollars?|euros?|fractions?)$`, "iu");
/** Parts of a year, by how many make one. */
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:half|semi|bi) ?(?:years?|yearly|annual(?:ly)?)\b/, 2],
  [/\b(?:months?|monthly|mth|mo|p\.?m)\b/, 12],
  [/\b(?:quarters?|quarterly|qtr)\b/, 4],
  [/\b(?:weeks?|weekly)\b/, 52],
  [/\b(?:days?|daily)\b/, 365],
];
const A_YEAR =
  /\b(?:annual(?:ly)?|yearly|per (?:year|annum|yr)|a year|p\.?a|(?:1|one|12) ?(?:y|years?|yr|months?)|(?<!\d )yr)\b/;
const SEVERAL_YEARS =
  /\btotal\b|\btcv\b|contract value|\bmulti year\b|\b(?:\d+|two|three|four|five) ?(?:y|years?|yrs?|months?)\b|\bbiennial|\blifetime\b|\b(?:whole|full|over) (?:the )?term\b/;

/** Takes a heading apart: `Commitment* (USD '000)` is "commitment" in thousands. */
export function headingWords(heading: string): HeadingWords {
  const plain = heading
    .replace(FOOTNOTES, " ")
    .normalize("NFKC")
    .toLowerCase()
    .replace(YEARS, " ")
    .replace(/per ?cent(?:age|s)?|\bpct\b|%/g, " % ");
  let factor = 1;
  let percent = false;
  const words: string[] = [];
  for (const raw of plain.split(/[\s()[\]{}:;|"“”?!/_+\-–—=<>≥≤]+|,(?!\d)/u)) {
    const token = raw.replace(/^['.]+(?=\p{L})|['.]+$/gu, "");
    if (token === "") continue;
    const scale = SCALES.find(([words]) => words.test(token));
    if (token === "%") percent = true;
    else if (scale) factor *= scale[1];
    else if (!ONLY_CURRENCY.test(token)) words.push(token);
  }
  const all = words
    .join(" ")
    .replace(/ (?:in|per)$|^(?:in|per) /, "")
    .trim();
  const part = PARTS.find(([words]) => words.test(all))?.[1] ?? 1;
  const aYear = part !== 2 && A_YEAR.test(all);
  const isTotal = !aYear && part !== 2 && SEVERAL_YEARS.test(all);
  const unit = { percent, factor: aYear || isTotal ? factor : factor * part, isTotal };
  return { words: all, unit };
}
