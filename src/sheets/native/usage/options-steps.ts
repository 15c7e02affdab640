import { sameWord } from "../../../core/fuzzy-match";
import { readCell } from "../../../input/cells/cells";
import { readOptions } from "../../../input/efficiency/options-cells";
import { bareWord } from "../agreement/cells-as-written";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import { figuresAsText } from "../figures-as-text";
import { cellsOf, type Given } from "../given";
import type { Layout } from "../layout";
import { NotNative } from "../not-native";

/** How requests are served, as steps: each is 1 for yes. */
export interface NativeOptions {
  readonly isBatch: NativeFormula;
  readonly isFast: NativeFormula;
  readonly isUsOnly: NativeFormula;
  /** Tokens of one prompt, and requests that share all of them; 0 where nothing says it. #N/A where the options contradict. */
  readonly promptTokens: NativeFormula;
  readonly requests: NativeFormula;
}

const WORDS = ["standard", "batch", "fast", "global", "us"] as const;

/** The names of options in two columns, and which words each may have; numbers where it has none. */
const NAMED = {
  service: ["standard", "batch"],
  speed: ["standard", "fast"],
  geo: ["global", "us"],
  prompttokens: [],
  requests: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type OptionName = keyof typeof NAMED;
const OPTION_NAMES = ["service", "speed", "geo", "prompttokens", "requests"] as const;

/** Reads options: words in a row, as the Usage sheet has them, or names and values in two columns. */
export function optionsSteps(layout: Layout, given: Given): NativeOptions | NotNative {
  const read = readOptions(given?.values);
  if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
  const cells = given ? cellsOf(given) : [];
  const asText = given ? figuresAsText(given.formula, given.values) : [];
  if (asText.length > 0)
    return new NotNative({ kind: "numbersAsText", argument: "options", cells: asText });
  const isNamed = cells.some(([label]) => nameIn(label?.value) !== undefined);
  if (isNamed) return namedOptions(layout, cells);
  if (cells.flat().length > MOST_WORDS)
    return new NotNative({ kind: "layout", argument: "options", what: "so many cells" });
  return wordsAlone(layout, cells.flat());
}

const MOST_WORDS = 8;

type Cells = ReturnType<typeof cellsOf>[number];

function wordsAlone(layout: Layout, cells: Cells): NativeOptions {
  if (cells.length === 0) return { ...UNSAID, isBatch: x`0`, isFast: x`0`, isUsOnly: x`0` };
  const options = cells.map(({ formula }, index) =>
    layout.step(
      `Option ${index + 1}`,
      "",
      x`IF(ISNUMBER(${formula}),IF(${formula}=0,"",${numberOf(formula)}),${wordOf(formula, WORDS)})`,
    ),
  );
  const sumOf = (part: (one: NativeCell) => NativeFormula): NativeFormula =>
    options.reduce<NativeFormula>((sum, one) => x`${sum}+${part(one)}`, x`0`);
  const has = (word: string): NativeFormula => sumOf((one) => x`(${one}=${text(word)})`);
  const promptTokens = layout.step(
    "Tokens of one prompt (0 is not said)",
    "",
    x`IF(OR(${sumOf((one) => x`IF(ISNUMBER(${one}),1,0)`)}>1,(${has("us")}>0)*(${has("global")}>0)>0),NA(),${sumOf((one) => x`IF(ISNUMBER(${one}),${one},0)`)})`,
  );
  return {
    ...UNSAID,
    isBatch: x`IF(${has("batch")}>0,1,0)`,
    isFast: x`IF(${has("fast")}>0,1,0)`,
    isUsOnly: x`IF(${has("us")}>0,1,0)`,
    promptTokens,
  };
}

const UNSAID = { promptTokens: x`0`, requests: x`0` };

function namedOptions(layout: Layout, rows: readonly Cells[]): NativeOptions | NotNative {
  const named = rows.map(([label, value]) => ({ label, value, name: nameIn(label?.value) }));
  const isUpright = named.every(({ label, value, name }) => {
    const words = String(label?.value ?? "").trim();
    return label && value && (name !== undefined || words === "" || sameWord(words, "Option"));
  });
  if (!isUpright || rows.some((row) => row.length > 2))
    return new NotNative({ kind: "layout", argument: "options", what: "names across" });
  // Words beside the values may not change, and what was blank stays blank.
  const changed = named.reduce<NativeFormula>((sum, { label, value, name }) => {
    const words = String(label?.value ?? "").trim();
    const isOther = x`IF(${label?.formula ?? text("")}&""=${text(words)},0,1)`;
    const isFilled = x`IF(OR(${value?.formula ?? text("")}&""="",${value?.formula ?? text("")}=0),0,1)`;
    return name === undefined && words === ""
      ? x`${sum}+${isOther}+${isFilled}`
      : x`${sum}+${isOther}`;
  }, x`0`);
  const valueFor = (option: OptionName): NativeFormula =>
    named.find(({ name }) => name === option)?.value?.formula ?? text("");
  const step = (option: OptionName, label: string): NativeCell => {
    const value = valueFor(option);
    const words = NAMED[option];
    return layout.step(label, "", words.length > 0 ? wordOf(value, words) : numberOf(value));
  };
  const [service, speed] = [step("service", "Service"), step("speed", "Speed")];
  const geo = step("geo", "Geo");
  const prompt = step("prompttokens", "Tokens of one prompt (0 is not said)");
  const requests = step("requests", "Requests (0 is not said)");
  // A word that is none of an option makes all of this #N/A.
  const words = x`IF(${service}&${speed}&${geo}="",0,0)`;
  const hold = layout.step(
    "Do the options hold? (1 is yes)",
    "",
    x`IF(AND(${changed}+${words}=0,OR(${prompt}=0,${requests}=0)),1,NA())`,
  );
  return {
    isBatch: x`IF(${service}="batch",1,0)`,
    isFast: x`IF(${speed}="fast",1,0)`,
    isUsOnly: x`IF(${geo}="us",1,0)`,
    promptTokens: x`${prompt}*${hold}`,
    requests,
  };
}

function nameIn(raw: unknown): OptionName | undefined {
  const cell = readCell(raw);
  if (cell.kind !== "text") return undefined;
  return OPTION_NAMES.find((name) => sameWord(name, cell.text));
}

/** A word among some, as a bare word; an empty text where the cell is blank, or holds the 0 of a blank. */
function wordOf(written: NativeFormula, words: readonly string[]): NativeFormula {
  const word = bareWord(written);
  const isKnown = words.reduce<NativeFormula>(
    (any, known) => x`${any}+(${word}=${text(known)})`,
    x`0`,
  );
  return x`IF(OR(${written}&""="",${written}=0),"",IF(${isKnown}>0,${word},NA()))`;
}

/** A number above 0; 0 where the cell is blank. */
function numberOf(written: NativeFormula): NativeFormula {
  return x`IF(${written}&""="",0,IF(ISNUMBER(${written}),IF(AND(${written}>0,${written}<=1E15),${written},NA()),NA()))`;
}
