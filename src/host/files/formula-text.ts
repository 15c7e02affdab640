import { columnLetters } from "../address";
import {
  argumentsOf,
  isCall,
  neighbour,
  readTokens,
  type Token,
  writeTokens,
} from "./formula-tokens";
import { FUTURE_FUNCTIONS, ONE_VALUE_FUNCTIONS, WORKSHEET_FUNCTIONS } from "./future-functions";

/**
 * What Excel puts before the name of an add-in's function in a file, the dot of its namespace written as _:
 * COMMIT.BAND_RATE is `_xldudf_COMMIT_BAND_RATE`.
 *
 * Sources: Microsoft's answer in OfficeDev/Excel-Custom-Functions issue 108 ("for JavaScript custom functions we
 * save out with a different prefix _xldudf"), sheets quoted in OfficeDev/office-js issue 2568, and formulas of
 * add-ins read from saved workbooks, such as `_xldudf_optionsamurai_stock(E10,"stock_last")`.
 */
const ADDIN_PREFIX = "_xldudf_";

const FUTURE_PREFIX = "_xlfn.";
const WORKSHEET_PREFIX = "_xlfn._xlws.";
const PARAMETER_PREFIX = "_xlpm.";

const CELL = /^(\$?)([A-Z]{1,3})(\$?)([1-9]\d*)$/i;
const COLUMN = /^(\$?)([A-Z]{1,3})$/i;
const ROW = /^(\$?)([1-9]\d*)$/;

/**
 * A formula as files write it: no equals sign, with the prefixes of later functions and of the add-in's own.
 *
 * @param ownFunctions Names of the add-in's functions, such as COMMIT.BAND_RATE.
 */
export function toFileFormula(formula: string, ownFunctions: readonly string[]): string {
  const own = new Map(ownFunctions.map((name) => [name.toUpperCase(), inFile(name)]));
  const tokens = readTokens(formula.replace(/^=/, ""));
  const parameters = new Set<number>();
  tokens.forEach((_, index) => {
    for (const place of parameterPlaces(tokens, index)) parameters.add(place);
  });
  return writeTokens(
    tokens.map((token, index) => {
      if (parameters.has(index)) return { ...token, text: PARAMETER_PREFIX + token.text };
      if (!isCall(tokens, index)) return token;
      const name = token.text.toUpperCase();
      const owned = own.get(name);
      if (owned !== undefined) return { ...token, text: owned };
      if (WORKSHEET_FUNCTIONS.has(name)) return { ...token, text: WORKSHEET_PREFIX + name };
      return FUTURE_FUNCTIONS.has(name) ? { ...token, text: FUTURE_PREFIX + name } : token;
    }),
  );
}

/** A formula of a file as a person types it. Functions of add-ins that are not known here keep their names. */
export function fromFileFormula(text: string, ownFunctions: readonly string[]): string {
  const own = new Map(ownFunctions.map((name) => [inFile(name).toUpperCase(), name]));
  const tokens = readTokens(text.replace(/^=/, ""));
  const typed = tokens.map((token): Token => {
    if (token.kind !== "word") return token;
    const name = own.get(token.text.toUpperCase());
    if (name !== undefined) return { ...token, text: name };
    return { ...token, text: withoutPrefix(token.text) };
  });
  return `=${writeTokens(typed)}`;
}

/** Names of add-ins' functions in a formula as typed that nothing here knows. */
export function unknownAddinFunctions(formula: string): readonly string[] {
  return readTokens(formula)
    .map(({ text }) => text)
    .filter((text) => text.toLowerCase().startsWith(ADDIN_PREFIX));
}

/**
 * Whether a formula can fill several cells or works on whole blocks inside.
 *
 * Excel reads a formula that a file does not mark as such the old way, taking one cell of each block. Marking one
 * too many changes nothing; so only formulas that surely need no mark have none.
 */
export function worksOnArrays(formula: string, ownFunctions: readonly string[]): boolean {
  const own = new Set(ownFunctions.map((name) => name.toUpperCase()));
  const tokens = readTokens(formula.replace(/^=/, ""));
  const open: (string | undefined)[] = [];
  for (const [index, { kind, text }] of tokens.entries()) {
    const name = text.toUpperCase();
    if (text === "(") {
      open.push(isCall(tokens, index - 1) ? tokens[index - 1]?.text.toUpperCase() : undefined);
    } else if (text === ")") {
      open.pop();
    } else if (text === "{" || text === "#" || kind === "brackets") {
      return true;
    } else if (isCall(tokens, index)) {
      if (own.has(name) || FUTURE_FUNCTIONS.has(name) || WORKSHEET_FUNCTIONS.has(name)) return true;
      if (["INDEX", "OFFSET", "INDIRECT", "TRANSPOSE", "MMULT", "FREQUENCY"].includes(name))
        return true;
    } else if (kind === "word" && !CELL.test(text) && !/^(TRUE|FALSE)$/i.test(text)) {
      const isSheet = tokens[index + 1]?.text === "!";
      if (!isSheet) return true;
    } else if (text === ":") {
      if (!isWholeArgument(tokens, index) || !ONE_VALUE_FUNCTIONS.has(open.at(-1) ?? ""))
        return true;
    }
  }
  return false;
}

/** A formula as it reads some cells further: references without a dollar sign move along. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const tokens = readTokens(formula);
  return writeTokens(
    tokens.map((token, index): Token => {
      const isReference =
        !isCall(tokens, index) && tokens[index + 1]?.text !== "!" && !isNamePart(tokens, index);
      if (!isReference) return token;
      const inRange =
        neighbour(tokens, index, 1)?.text === ":" || neighbour(tokens, index, -1)?.text === ":";
      return { ...token, text: shiftReference(token.text, rows, columns, inRange) };
    }),
  );
}

/** Takes off only what toFileFormula() puts back: a function that it does not know keeps its prefix. */
function withoutPrefix(word: string): string {
  const bare = word.replace(/^_xlfn\.(?:_xlws\.)?|^_xlpm\./i, "");
  const isKnown =
    FUTURE_FUNCTIONS.has(bare.toUpperCase()) || WORKSHEET_FUNCTIONS.has(bare.toUpperCase());
  return isKnown || /^_xlpm\./i.test(word) ? bare : word;
}

function inFile(name: string): string {
  return ADDIN_PREFIX + name.replaceAll(".", "_");
}

/** Where the names that a LET or a LAMBDA gives are used, if the token calls one. */
export function parameterPlaces(tokens: readonly Token[], index: number): readonly number[] {
  const name = isCall(tokens, index) ? tokens[index]?.text.toUpperCase() : undefined;
  if (name !== "LET" && name !== "LAMBDA") return [];
  const parts = argumentsOf(tokens, index);
  const names = parts
    .slice(0, -1)
    .filter((_, place) => name === "LAMBDA" || place % 2 === 0)
    .map(([from, to]) => writeTokens(tokens.slice(from, to)).trim().toUpperCase());
  const [[from] = [0], [, to] = [0, 0]] = [parts[0] ?? [0, 0], parts.at(-1) ?? [0, 0]];
  return tokens.flatMap(({ kind, text }, at) =>
    at >= from && at < to && kind === "word" && names.includes(text.toUpperCase()) ? [at] : [],
  );
}

/** Whether a range's colon stands in an argument that is this range and nothing else. */
function isWholeArgument(tokens: readonly Token[], colon: number): boolean {
  let first = colon - 1;
  let last = colon + 1;
  const isSheetPart = (at: number): boolean =>
    tokens[at]?.text === "!" || tokens[at]?.kind === "sheet" || tokens[at]?.kind === "word";
  while (isSheetPart(first - 1)) first -= 1;
  while (isSheetPart(last + 1)) last += 1;
  const before = neighbour(tokens, first, -1)?.text;
  const after = neighbour(tokens, last, 1)?.text;
  return (before === "(" || before === ",") && (after === ")" || after === ",");
}

/** Whether the token only carries on a word that is cut, as in a name with a mark in it. */
function isNamePart(tokens: readonly Token[], index: number): boolean {
  const { kind } = tokens[index] ?? {};
  return kind !== "word" && kind !== "number";
}

function shiftReference(text: string, rows: number, columns: number, inRange: boolean): string {
  const cell = CELL.exec(text);
  if (cell) {
    const [, fixColumn = "", letters = "", fixRow = "", digits = ""] = cell;
    return `${fixColumn}${moved(letters, fixColumn, columns)}${fixRow}${movedRow(digits, fixRow, rows)}`;
  }
  const column = inRange ? COLUMN.exec(text) : null;
  if (column) return `${column[1] ?? ""}${moved(column[2] ?? "", column[1] ?? "", columns)}`;
  const row = inRange ? ROW.exec(text) : null;
  if (row) return `${row[1] ?? ""}${movedRow(row[2] ?? "", row[1] ?? "", rows)}`;
  return text;
}

function movedRow(digits: string, fixed: string, rows: number): string {
  return fixed === "" ? String(Number(digits) + rows) : digits;
}

function moved(letters: string, fixed: string, columns: number): string {
  if (fixed !== "") return letters;
  const index =
    [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return columnLetters(index + columns);
}
