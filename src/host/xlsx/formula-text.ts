import { columnIndex, columnLetters, parseAddress } from "../grid/address";
import {
  argumentsOf,
  isWord,
  neighbour,
  parameterPlaces,
  readTokens,
  type Token,
  writeTokens,
} from "./formula-tokens";
import { BLOCK_FUNCTIONS, FUTURE_PREFIXES, ONE_VALUE_FUNCTIONS } from "./future-functions";

/**
 * What Excel puts before the name of an add-in's function in a file, the dot of its namespace written as _:
 * COMMIT.BAND_RATE is `_xldudf_COMMIT_BAND_RATE`.
 *
 * Sources: Microsoft's answer in OfficeDev/Excel-Custom-Functions issue 108 ("for JavaScript custom functions we
 * save out with a different prefix _xldudf"), sheets quoted in OfficeDev/office-js issue 2568, and formulas of
 * add-ins read from saved workbooks, such as `_xldudf_optionsamurai_stock(E10,"stock_last")`.
 */
const ADDIN_PREFIX = "_xldudf_";

const PARAMETER_PREFIX = "_xlpm.";

const CELL = /^\$?[A-Z]{1,3}\$?[1-9]\d*$/i;
const REFERENCE = /^((\$?)([A-Z]{1,3}))?((\$?)([1-9]\d*))?$/i;

/**
 * A formula as files write it: no equals sign, with the prefixes of later functions and of the add-in's own.
 *
 * @param ownFunctions Names of the add-in's functions, such as COMMIT.BAND_RATE.
 */
export function toFileFormula(formula: string, ownFunctions: readonly string[]): string {
  const own = new Map(ownFunctions.map((name) => [name.toUpperCase(), inFile(name)]));
  const tokens = readTokens(formula.replace(/^=/, ""));
  const parameters = parameterPlaces(tokens);
  const written = tokens.map((token, index): Token => {
    if (parameters.has(index)) return { ...token, text: PARAMETER_PREFIX + token.text };
    if (token.kind !== "call") return token;
    const name = token.text.toUpperCase();
    const prefix = FUTURE_PREFIXES.get(name);
    const later = prefix === undefined ? token.text : prefix + name;
    return { ...token, text: own.get(name) ?? later };
  });
  return writeTokens(written);
}

/** A formula of a file as a person types it. Unknown add-ins' functions keep their names. */
export function fromFileFormula(text: string, ownFunctions: readonly string[]): string {
  const own = new Map(ownFunctions.map((name) => [inFile(name).toUpperCase(), name]));
  const tokens = readTokens(text.replace(/^=/, ""));
  const typed = tokens.map((token): Token => {
    if (!isWord(token)) return token;
    return { ...token, text: own.get(token.text.toUpperCase()) ?? withoutPrefix(token.text) };
  });
  return `=${writeTokens(typed)}`;
}

/** Names of unknown add-ins' functions in a formula as typed. */
export function unknownAddinFunctions(formula: string): readonly string[] {
  return readTokens(formula)
    .map(({ text }) => text)
    .filter((text) => text.toLowerCase().startsWith(ADDIN_PREFIX));
}

/**
 * Whether a formula can fill several cells or works on whole blocks inside.
 *
 * Excel reads a formula that a file does not mark as such the old way, taking one cell of each block. An unneeded
 * mark changes nothing, so only formulas that surely need none have none.
 */
export function worksOnArrays(formula: string, ownFunctions: readonly string[]): boolean {
  const own = new Set(ownFunctions.map((name) => name.toUpperCase()));
  const tokens = readTokens(formula.replace(/^=/, ""));
  const ranges = new Set<number>();
  tokens.forEach(({ text }, call) => {
    if (!ONE_VALUE_FUNCTIONS.has(text.toUpperCase())) return;
    for (const [from, to] of argumentsOf(tokens, call)) {
      if (parseAddress(writeTokens(tokens.slice(from, to))) === null) continue;
      for (let at = from; at < to; at += 1) ranges.add(at);
    }
  });
  return tokens.some(({ kind, text }, index) => {
    if (ranges.has(index)) return false;
    if (kind === "call") {
      const name = text.toUpperCase();
      return own.has(name) || FUTURE_PREFIXES.has(name) || BLOCK_FUNCTIONS.has(name);
    }
    if (kind === "word") return !CELL.test(text) && !/^(TRUE|FALSE)$/i.test(text);
    return kind === "brackets" || /^[{#:]$/.test(text);
  });
}

/** A formula as it reads some cells further: references without a dollar sign move along. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const tokens = readTokens(formula);
  const shifted = tokens.map((token, index): Token => {
    if (token.kind !== "word" && token.kind !== "number") return token;
    const marks = [neighbour(tokens, index, -1)?.text, neighbour(tokens, index, 1)?.text];
    const [, column, fixesColumn, letters = "", row, fixesRow, digits] =
      REFERENCE.exec(token.text) ?? [];
    const isWholeLine = marks.includes(":") && (column || row);
    if (!isWholeLine && !(column && row)) return token;
    const across = column && !fixesColumn ? columnLetters(columnIndex(letters) + columns) : column;
    const down = row && !fixesRow ? Number(digits) + rows : row;
    return { ...token, text: `${across ?? ""}${down ?? ""}` };
  });
  return writeTokens(shifted);
}

/** Takes off only what toFileFormula() puts back: a function that it does not know keeps its prefix. */
function withoutPrefix(word: string): string {
  const bare = word.replace(/^_xlfn\.(?:_xlws\.)?|^_xlpm\./i, "");
  return FUTURE_PREFIXES.has(bare.toUpperCase()) || /^_xlpm\./i.test(word) ? bare : word;
}

function inFile(name: string): string {
  return ADDIN_PREFIX + name.replaceAll(".", "_");
}
