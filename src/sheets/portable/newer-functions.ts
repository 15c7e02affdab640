import { blockOf, isWithin, withoutSheet } from "../../input/cells/a1";
import { callsIn } from "./calls-in-formula";
import type { CellWithOurs, PortableScope } from "./cells-with-ours";
import { type FormulaToken, tokensOf } from "./formula-tokens";
import type { Book } from "./read-book";
import { readReference } from "./references";

/** Functions of Microsoft 365 and Excel 2021 on: cells with them show #NAME? in older Excel and in most other programs. */
const NEWER = new Set(
  `LET LAMBDA MAP REDUCE SCAN MAKEARRAY BYROW BYCOL ISOMITTED FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY XLOOKUP XMATCH TAKE DROP
  EXPAND CHOOSECOLS CHOOSEROWS HSTACK VSTACK TOROW TOCOL WRAPROWS WRAPCOLS TEXTBEFORE TEXTAFTER TEXTSPLIT ARRAYTOTEXT VALUETOTEXT
  GROUPBY PIVOTBY PERCENTOF TRIMRANGE REGEXTEST REGEXEXTRACT REGEXREPLACE`.split(/\s+/),
);

/** The first function in a part of a formula that a recipient's program may lack; undefined where any can calculate it. */
export function newerFunctionIn(tokens: readonly FormulaToken[]): string | undefined {
  return tokens.find(({ kind, text }) => kind === "function" && NEWER.has(text.toUpperCase()))
    ?.text;
}

/** Cheap, and asked of every cell of a workbook. */
const MAY_BE_NEWER = new RegExp(`^=.*\\b(?:${[...NEWER].join("|")})\\(`, "is");

/** Prefix of the names that mark what the add-in wrote. */
const OURS = "Bandwise_";

/**
 * Formulas in blocks that the add-in wrote which call none of its functions and yet need a newer Excel. Those of the user are theirs.
 */
export function newerFormulasOfOurs(book: Book, scope: PortableScope): readonly CellWithOurs[] {
  if (scope.kind === "cells") return [];
  const blocks = book.read.names.flatMap(({ name, formula }) => {
    const read = name.startsWith(OURS) ? readReference(formula.replace(/^=/, "")) : undefined;
    return read?.sheet === undefined
      ? []
      : [{ sheet: read.sheet.toLowerCase(), block: blockOf(withoutSheet(formula)) }];
  });
  return book.read.sheets.flatMap((sheet) => {
    const name = sheet.name.toLowerCase();
    const here = blocks.filter((one) => one.sheet === name);
    const isOutside = scope.kind === "sheet" && scope.sheet.toLowerCase() !== name;
    if (isOutside || sheet.isProtected || here.length === 0) return [];
    return [...book.filled(sheet)].flatMap(({ place, content }): readonly CellWithOurs[] => {
      if (typeof content !== "string" || !MAY_BE_NEWER.test(content)) return [];
      const tokens = tokensOf(content);
      const at = { row: place.row - 1, column: place.column - 1, rows: 1, columns: 1 };
      const isOurs = here.some(({ block }) => isWithin(at, block));
      const isNewer = newerFunctionIn(tokens) !== undefined && callsIn(tokens).length === 0;
      return isOurs && isNewer && !book.isSpilledOver(place) ? [{ place, content }] : [];
    });
  });
}
