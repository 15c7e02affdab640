export type OfferCell = string | number | boolean | null;

/** Where something is in the cleaned text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a person pasted, cleaned for reading; every place in it knows its place in the input. */
export interface Source {
  readonly text: string;
  /** Of a block of cells: its rows, blank cells as empty spans. */
  readonly rows?: readonly (readonly Span[])[];
  /** Numbers of cells by where they begin, which need no reading. */
  readonly numbers: ReadonlyMap<number, { readonly end: number; readonly value: number }>;
  /** The words from one place to another, as in the input. */
  words(start: number, end: number): string;
}

const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]/;
const FOOTNOTE = /[\u00b2\u00b3\u00b9\u2070-\u2079†‡]/;
/** Characters with one plain spelling. */
const PLAIN: readonly (readonly [characters: string, plain: string])[] = [
  ["\n\v\f\u0085\u2028\u2029", "\n"],
  ["\t", "\t"],
  ["‘’‚‛′`´ʼ", "'"],
  ["“”„‟″«»‹›", '"'],
  ["\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"],
  ["≥⩾", ">="],
  ["≤⩽", "<="],
  ["→⇒➔➜➡⟶►▶", "->"],
  ["≈∼˜", "~"],
  ["•‣▪▫●○◦■□◆◇★☆✓✔☑☐·∙", "•"],
];

/** A leader or a rule of more marks says no more than this many. */
const LONGEST_RUN = 20;
const FURNITURE = /^[^\p{L}\p{N}\n\t|]$/u;

/** Cleans a text: one space for every kind of space, one dash, straight quotes, nothing that nobody sees. */
export function sourceOfText(input: string): Source {
  return { ...cleaned(input), numbers: new Map() };
}

function cleaned(input: string): Pick<Source, "text" | "words"> {
  const parts: string[] = [];
  const origin: number[] = [];
  let at = 0;
  let repeats = 0;
  let last = "";
  let before = "";
  let hidden = 0;
  const tags: Tags = new Map([...marksOf(input), ...tagsOf(input)]);
  for (const character of input) {
    const tag = tags.get(at);
    if (tag) hidden = tag.end;
    const written =
      tag?.means ?? (at < hidden ? "" : readCharacter(character, input[at + 1], before));
    repeats = written !== "" && written === last ? repeats + 1 : 0;
    last = written;
    const read = repeats >= LONGEST_RUN && FURNITURE.test(written) ? "" : written;
    for (let count = read.length; count > 0; count--) origin.push(at);
    if (read !== "") {
      parts.push(read);
      before = (before + read).slice(-2);
    }
    at += character.length;
  }
  origin.push(at);
  return {
    text: parts.join(""),
    words: (start, end) => input.slice(origin[start], origin[end]).trim(),
  };
}

const TAG =
  /<(\/?)(table|thead|tbody|tr|td|th|p|br|div|span|b|strong|i|em|u|ul|ol|li|h[1-6]|a|font|html|body|head|meta)(?:\s[^<>]{0,300})?\/?>|&(nbsp|amp|euro|pound|yen|ndash|mdash|ge|le|gt|lt);/gi;
/** Ends of lines in the source of a page that end no row of its table. */
const WITHIN_ROW =
  /(?<=<(?:\/t[dh]|t[rdh])\b[^<>]{0,300}>)[ \t]{0,40}\r?\n\s{0,80}|[ \t]{0,40}\r?\n\s{0,80}(?=<\/t[dhr]\b)/gi;
const ENTITIES = new Map([
  ["nbsp", " "],
  ["amp", "&"],
  ["euro", "€"],
  ["pound", "£"],
  ["yen", "¥"],
  ["ndash", "-"],
  ["mdash", "-"],
  ["ge", ">="],
  ["le", "<="],
  ["gt", ">"],
  ["lt", "<"],
]);
/** What the end of a part of a page stands for. */
const ENDS = new Map([
  ["td", "|"],
  ["th", "|"],
  ...["tr", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table"].map(
    (name): [string, string] => [name, "\n"],
  ),
]);

/** What stands at a place of the input: what it means, and where it ends. */
type Tags = ReadonlyMap<number, { readonly end: number; readonly means: string }>;

/** "**Discount:** 14%", "*Discount:* 14%", "_Discount_: 14%": marks of bold or slanted letters. */
const BOLD =
  /\*\*(?=[^\s*])([^*\n]{1,80})\*\*|(?<![\w*])\*(?=[\p{L}\p{Sc}])[^*\n]{1,80}(?<=\S)\*(?![\w*])|(?<!\w)_(?=\p{L})[^_\n]{1,80}_(?!\w)/gu;

/** The marks of bold letters, which mean nothing. */
function marksOf(input: string): Tags {
  return new Map(
    [...input.matchAll(BOLD)].flatMap(({ index, 0: { length }, 1: strong }) => {
      const mark = strong === undefined ? 1 : 2;
      const last = index + length - mark;
      return [index, last].map((at) => [at, { end: at + mark, means: "" }] as const);
    }),
  );
}

/** The tags of a page, each by its place: what it stands for, and where it ends. */
function tagsOf(input: string): Tags {
  if (!/<[a-z/]|&[a-z]{2,5};/i.test(input)) return new Map();
  // Nothing says what the cells of a table without headings are; a first row without figures is one of headings.
  const [first = ""] = /<tr\b[\s\S]{0,2000}?(?:<\/tr|$)/i.exec(input) ?? [];
  const isHeading = /<td\b/i.test(first) && !/\d/.test(first.replace(TAG, " "));
  if (/<td\b/i.test(input) && !/<th\b/i.test(input) && !isHeading) return new Map();
  return new Map(
    [...input.matchAll(WITHIN_ROW), ...input.matchAll(TAG)].map(
      ({ index, 0: { length }, 1: slash, 2: name = "", 3: entity = "" }) => {
        const means =
          slash === "/"
            ? ENDS.get(name.toLowerCase())
            : /^br$/i.test(name)
              ? "\n"
              : name === ""
                ? (ENTITIES.get(entity.toLowerCase()) ?? " ")
                : "";
        return [index, { end: index + length, means: means ?? "" }];
      },
    ),
  );
}

/** Most characters stand for themselves, which is asked first: a text has many. */
function readCharacter(character: string, next: string | undefined, before: string): string {
  if (character >= " " && character <= "~" && character !== "`") return character;
  if (character === "\r") return next === "\n" ? "" : "\n";
  return fraction(character, before) ?? plain(character);
}

/** "12½" is 12.5, "½" is 0.5; behind a space it may belong to the figure before, and is no figure. */
function fraction(character: string, before: string): string | undefined {
  const [, over, under] = /^(\d)\u2044(\d)$/.exec(character.normalize("NFKC")) ?? [];
  if (over === undefined) return undefined;
  if (/\d $/.test(before)) return character;
  const digits = String(Number((Number(over) / Number(under)).toPrecision(6)));
  return /\d$/.test(before) ? digits.replace(/^0/, "") : digits;
}

function plain(character: string): string {
  if (UNSEEN.test(character) || FOOTNOTE.test(character)) return "";
  const known = PLAIN.find(([characters]) => characters.includes(character))?.[1];
  return known ?? character.normalize("NFKC").replace(/[\s\u2044]/gu, " ");
}

/** Rows of cells as lines, their cells divided by " | "; a number keeps its value. */
export function sourceOfCells(cells: readonly (readonly OfferCell[])[]): Source {
  const numbers = new Map<number, { end: number; value: number }>();
  const rows: Span[][] = [];
  let input = "";
  let length = 0;
  const add = (part: string): Span => {
    const start = length;
    input += part;
    length += cleaned(part).text.length;
    return { start, end: length };
  };
  for (const row of cells) {
    const spans: Span[] = [];
    for (const cell of row) {
      const written = cell === null || cell === undefined ? "" : String(cell);
      const raw = written.replace(/\s*[\r\n\t]+\s*/g, " ").trim();
      if (raw !== "" && spans.some(({ start, end }) => start < end)) add(" | ");
      const span = add(raw);
      spans.push(span);
      if (typeof cell === "number" && Number.isFinite(cell))
        numbers.set(span.start, { end: span.end, value: cell });
    }
    rows.push(spans);
    add("\n");
  }
  return { ...cleaned(input), rows, numbers };
}
