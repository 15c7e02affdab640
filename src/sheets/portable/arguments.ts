import type { Given } from "../native/blocks";
import type { Calculation } from "../native/excel/evaluate-formula";
import { isBlock } from "../native/excel/excel-value";
import {
  cell,
  type NativeCell,
  type NativeFormula,
  type NativeRange,
} from "../native/excel/formula";
import { argumentsAt, type CallOfOurs, callsIn, onlyCall, trimmed } from "./calls-in-formula";
import { type FormulaToken, textOf, tokensOf } from "./formula-tokens";
import { nativeExpression } from "./native-expression";
import { NotPortable, notPortable } from "./not-portable";
import { type Book, cellsOf } from "./read-book";
import { readReference } from "./references";
import { cellsOfTable } from "./table-reference";
import type { WorkingsPlaces } from "./workings-places";

/** Cells that one argument may refer to. */
const MOST_CELLS = 6000;

/** Names that refer to names, at most so deep. */
const MOST_NAMES = 5;

/** What stands for a call inside another formula: a cell of the workings, or the cells of its table. */
export type AnswersCall = (call: CallOfOurs, at: NativeCell) => NativeFormula | NotPortable;

/** Reads arguments of our functions, as somebody wrote them, for workings to refer to. */
export class Arguments {
  readonly #steps = new Map<string, NativeCell>();
  readonly #constants = new Map<string, NativeRange>();

  constructor(
    private readonly book: Book,
    private readonly places: WorkingsPlaces,
    private readonly calculation: Calculation,
    private readonly answerOf: AnswersCall,
  ) {}

  /** @param at The cell with the formula. */
  read(tokens: readonly FormulaToken[], at: NativeCell): Given | NotPortable {
    return this.#read(tokens, at, 0);
  }

  #read(tokens: readonly FormulaToken[], at: NativeCell, depth: number): Given | NotPortable {
    const [only, ...more] = tokens;
    if (only === undefined) return undefined;
    if (more.length > 0) return this.#worked(tokens, at);
    switch (only.kind) {
      case "number":
        return literal(Number(only.text));
      case "text":
        return literal(only.text.slice(1, -1).replaceAll('""', '"'));
      case "array":
        return this.#constant(only.text);
      case "reference":
      case "table":
        return this.#cells(only, at);
      case "name": {
        if (/^(TRUE|FALSE)$/i.test(only.text)) return literal(/^TRUE$/i.test(only.text));
        const named = this.book.named(only.text, at.sheet);
        if (named === undefined || depth === MOST_NAMES) return refused(tokens, "name");
        return this.#read(trimmed(tokensOf(named.formula)), at, depth + 1);
      }
      default:
        return refused(tokens, "expression");
    }
  }

  #cells(token: FormulaToken, at: NativeCell): Given | NotPortable {
    const cells = this.#rangeOf(token, at);
    if (cells instanceof NotPortable) return cells;
    const { from, to } = cells;
    if ((to.row - from.row + 1) * (to.column - from.column + 1) > MOST_CELLS)
      return refused([token], "size");
    return given(cells, this.book.valuesOf(cells));
  }

  #rangeOf(token: FormulaToken, at: NativeCell): NativeRange | NotPortable {
    if (token.kind === "table")
      return cellsOfTable(token.text, this.book, at) ?? refused([token], "name");
    const found = cellsOf(token.text, this.book, at.sheet);
    if (found !== undefined) return found;
    if (readReference(token.text) !== undefined) return refused([token], "name");
    return refused([token], /[[]/.test(token.text) ? "otherWorkbook" : "wholeColumns");
  }

  /** What a formula works out before it calls ours: a step of the workings, or the answer of another call. */
  #worked(tokens: readonly FormulaToken[], at: NativeCell): Given | NotPortable {
    const call = onlyCall(tokens);
    if (call !== undefined) return this.#answer(call, at);
    const chosen = chosenIn(tokens);
    if (chosen !== undefined) return this.#together(tokens, chosen, at);
    const parts: (FormulaToken | NativeFormula)[] = [];
    let from = 0;
    for (const inner of callsIn(tokens)) {
      const answer = this.answerOf(inner, at);
      if (answer instanceof NotPortable) return answer;
      parts.push(...tokens.slice(from, inner.first), answer);
      from = inner.end;
    }
    parts.push(...tokens.slice(from));
    const formula = nativeExpression(parts, (token) => this.#operand(token, at));
    if (formula === undefined) return refused(tokens, "expression");
    if (formula.kind === "literal") return literal(formula.value);
    return this.#step(textOf(tokens), formula);
  }

  /** Cells from here and there as one row of the workings. */
  #together(
    tokens: readonly FormulaToken[],
    parts: readonly (readonly FormulaToken[])[],
    at: NativeCell,
  ): Given | NotPortable {
    const each: NativeFormula[] = [];
    const values: unknown[] = [];
    for (const part of parts) {
      const one = this.read(part, at);
      if (one instanceof NotPortable) return one;
      if (one === undefined || one.formula.kind === "range") return refused(tokens, "expression");
      each.push(one.formula);
      values.push(one.values[0]?.[0]);
    }
    const key = JSON.stringify(each);
    const known = this.#constants.get(key);
    const cells = known ?? this.#placed([each], "Cells that were chosen inside a formula");
    this.#constants.set(key, cells);
    return given(cells, [values]);
  }

  #operand(token: FormulaToken, at: NativeCell): NativeFormula | undefined {
    const read = this.read([token], at);
    return read instanceof NotPortable ? undefined : read?.formula;
  }

  #answer(call: CallOfOurs, at: NativeCell): Given | NotPortable {
    const answer = this.answerOf(call, at);
    if (answer instanceof NotPortable) return answer;
    return given(answer, this.#valuesOf(answer));
  }

  /** A step for an expression, once for all who write it. */
  #step(words: string, formula: NativeFormula): Given {
    const key = JSON.stringify(formula);
    const known = this.#steps.get(key);
    const place = known ?? this.places.steps.step(words, "", formula);
    this.#steps.set(key, place);
    return given(place, this.#valuesOf(place));
  }

  /** Values between braces as cells of the workings, which can be changed there. */
  #constant(text: string): Given | NotPortable {
    const rows = arrayOf(text);
    if (rows === undefined) return refused([{ kind: "array", text }], "expression");
    const known = this.#constants.get(text);
    const literals = rows.map((line) =>
      line.map((value): NativeFormula => ({ kind: "literal", value })),
    );
    const cells = known ?? this.#placed(literals, "Values that were written inside a formula");
    this.#constants.set(text, cells);
    return given(cells, rows);
  }

  #placed(rows: readonly (readonly NativeFormula[])[], title: string): NativeRange {
    const { sheet } = this.places.block(title);
    const at = (row: number, column: number): NativeCell => cell(sheet, row, column);
    for (const [down, line] of rows.entries())
      for (const [along, formula] of line.entries()) {
        const label = formula.kind === "literal" ? String(formula.value) : "Chosen";
        this.places.workings.step(at(down + 1, along + 1), label, "", formula);
      }
    return { kind: "range", from: at(1, 1), to: at(rows.length, rows[0]?.length ?? 1) };
  }

  #valuesOf(formula: NativeFormula): readonly (readonly unknown[])[] {
    const value = this.calculation.evaluate(formula);
    return isBlock(value) ? value : [[value]];
  }
}

function given(formula: NativeFormula, values: readonly (readonly unknown[])[]): Given {
  if (formula.kind !== "range") return { formula, values };
  const { from, to } = formula;
  return { formula: from.row === to.row && from.column === to.column ? from : formula, values };
}

function literal(value: string | number | boolean): Given {
  return { formula: { kind: "literal", value }, values: [[value]] };
}

/** The parts of CHOOSE({1,2,3},a,b,c), which is a row of them all; undefined for anything else. */
function chosenIn(
  tokens: readonly FormulaToken[],
): readonly (readonly FormulaToken[])[] | undefined {
  const [name] = tokens;
  if (name?.kind !== "function" || name.text.toUpperCase() !== "CHOOSE") return undefined;
  const read = argumentsAt(tokens, 0);
  if (read?.end !== tokens.length) return undefined;
  const [[places] = [], ...parts] = read.given;
  const inOrder = `{${parts.map((_, index) => index + 1).join(",")}}`;
  return places?.kind === "array" && places.text.replace(/\s/g, "") === inOrder ? parts : undefined;
}

type Constant = string | number | boolean;

const CONSTANT = /\s*(?:"((?:[^"]|"")*)"|([-+]?[\d.]+(?:E[+-]?\d+)?)|(TRUE|FALSE))\s*([,;}])/giy;

/** The rows of an array such as {0,0;250000,0.1}; undefined where it holds what is no value. */
function arrayOf(text: string): readonly (readonly Constant[])[] | undefined {
  const rows: Constant[][] = [[]];
  CONSTANT.lastIndex = 1;
  for (;;) {
    const [, quoted, number, truth, end] = CONSTANT.exec(text) ?? [];
    const value =
      quoted?.replaceAll('""', '"') ??
      (number === undefined ? truth && /^T/i.test(truth) : Number(number));
    if (end === undefined || value === undefined || (value === "" && quoted === undefined))
      return undefined;
    rows.at(-1)?.push(value);
    if (end === "}") break;
    if (end === ";") rows.push([]);
  }
  const width = rows[0]?.length;
  return rows.every((row) => row.length === width) ? rows : undefined;
}

function refused(
  tokens: readonly FormulaToken[],
  what: Extract<NotPortable["reason"], { kind: "ofArgument" }>["what"],
): NotPortable {
  return notPortable({ kind: "ofArgument", text: textOf(tokens), what });
}
