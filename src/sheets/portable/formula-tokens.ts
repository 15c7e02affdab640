/** A part of a formula as somebody wrote it. The texts of all parts, one after another, are the formula. */
export interface FormulaToken {
  readonly kind: TokenKind;
  readonly text: string;
}

type TokenKind =
  | "text"
  | "number"
  /** Values between braces. */
  | "array"
  /** Cells by their address, with a sheet or without: B5, Deal!$B$5:C9, A:A, B5#. */
  | "reference"
  /** A part of a Table: Deals[Usage], [@Usage]. */
  | "table"
  | "name"
  /** The name of a function; its opening bracket is the next part. */
  | "function"
  | "error"
  | "space"
  | "sign";

const WORD = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\?]*`;
const SHEET = String.raw`(?:'(?:[^']|'')+'|(?:\[[^\[\]]+\])?${WORD}(?::${WORD})?|\[[^\[\]]+\])!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const CELLS = String.raw`(?:${CELL}(?::${CELL})?#?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)`;
const ERROR = String.raw`#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)`;

/** Each kind at the place where the reading is; the first that fits is taken. */
const KINDS: readonly (readonly [TokenKind, RegExp])[] = (
  [
    ["space", String.raw`\s+`],
    ["text", '"(?:[^"]|"")*"'],
    ["array", String.raw`\{(?:"(?:[^"]|"")*"|[^"}])*\}`],
    ["error", `(?:${SHEET})?${ERROR}`],
    ["reference", String.raw`(?:${SHEET})?${CELLS}(?![\p{L}\p{N}_.(!\[\\])`],
    ["number", String.raw`(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?`],
    ["function", String.raw`(?:${SHEET})?${WORD}(?=\()`],
    ["name", String.raw`(?:${SHEET})?${WORD}(?!\[)`],
    ["sign", "<>|<=|>=|."],
  ] as const
).map(([kind, pattern]) => [kind, new RegExp(pattern, "suy")]);

const TABLE = new RegExp(`(?:${WORD})?\\[`, "uy");

/** The parts of a formula, without its equals sign. */
export function tokensOf(formula: string): readonly FormulaToken[] {
  const tokens: FormulaToken[] = [];
  for (let at = formula.startsWith("=") ? 1 : 0; at < formula.length; ) {
    const token = tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

export function textOf(tokens: readonly FormulaToken[]): string {
  return tokens.map(({ text }) => text).join("");
}

function tokenAt(formula: string, at: number): FormulaToken {
  for (const [kind, pattern] of KINDS) {
    // A Table's brackets hold any text: nothing in them is a reference, a name or a quote.
    if (kind === "number") {
      const table = tableAt(formula, at);
      if (table !== undefined) return { kind: "table", text: table };
    }
    pattern.lastIndex = at;
    const [text] = pattern.exec(formula) ?? [];
    if (text !== undefined) return { kind, text };
  }
  return { kind: "sign", text: formula.slice(at, at + 1) };
}

/** A Table's name with its brackets, whose inner ones are paired; an apostrophe makes the letter after it plain. */
function tableAt(formula: string, at: number): string | undefined {
  TABLE.lastIndex = at;
  const [opening] = TABLE.exec(formula) ?? [];
  if (opening === undefined) return undefined;
  let depth = 1;
  for (let end = at + opening.length; end < formula.length; end++) {
    const letter = formula[end];
    if (letter === "'") end++;
    else if (letter === "[") depth++;
    else if (letter === "]" && --depth === 0) return formula.slice(at, end + 1);
  }
  return undefined;
}
