import { COMMIT_FUNCTIONS } from "../formulas/call";
import { addressInWords } from "../native/address-in-words";
import { costFromCurve } from "../native/agreement/curve-block";
import { Blocks, type Given } from "../native/blocks";
import { Calculation } from "../native/excel/evaluate-formula";
import {
  cell,
  type NativeCell,
  type NativeFormula,
  type NativeRange,
  x,
} from "../native/excel/formula";
import { OFFER_TWINS } from "../native/families/offer-twins";
import { figuresAsText } from "../native/figures-as-text";
import { NotNative } from "../native/not-native";
import { type TwinAnswer, twinOf } from "../native/twins";
import { Arguments } from "./arguments";
import { type CallOfOurs, callsIn, onlyCall, trimmed } from "./calls-in-formula";
import {
  type CellWithOurs,
  cellsWithOurs,
  type PortableScope,
  type ProtectedSheet,
} from "./cells-with-ours";
import { type FormulaToken, textOf, tokensOf } from "./formula-tokens";
import { newerFormulasOfOurs, newerFunctionIn } from "./newer-functions";
import { NotPortable, notPortable } from "./not-portable";
import type { ChangedName, FormulaParts, KeptCell, PortableChange } from "./portable-change";
import { Book, type BookRead, cellsOf } from "./read-book";
import { relativeForm } from "./references";
import { readersOfSpills } from "./spill-readers";
import { typedValue } from "./typed-value";
import { WorkingsPlaces } from "./workings-places";

/** What making cells portable would do. Nothing is written yet. */
export interface PortablePlan {
  readonly changes: readonly PortableChange[];
  readonly kept: readonly KeptCell[];
  readonly protectedSheets: readonly ProtectedSheet[];
  readonly names: readonly ChangedName[];
  /** Formulas of our sheets that call none of our functions and need a newer Excel than many recipients have. */
  readonly newer: readonly NativeCell[];
  readonly places: WorkingsPlaces;
  /** References that stay as the user wrote them, so that a formula can be filled on. */
  readonly asWritten: ReadonlyMap<NativeFormula, string>;
}

/** Cells with one formula, from which on they are a table: each amount becomes a row of a ledger. */
const LEAST_OF_A_TABLE = 3;

/**
 * Plans how Excel's own functions take over from ours, without changing anything.
 *
 * @param isForAnybody Whether a formula around ours must be one that every recipient's program can calculate.
 */
export function planPortable(
  read: BookRead,
  scope: PortableScope,
  isForAnybody = true,
): PortablePlan {
  return new Planner(new Book(read), scope, isForAnybody).plan();
}

class Planner {
  readonly #places = new WorkingsPlaces();
  readonly #blocks = new Blocks(this.#places.place);
  readonly #calculation: Calculation;
  readonly #arguments: Arguments;
  readonly #asWritten = new Map<NativeFormula, string>();
  readonly #answers = new Map<string, TwinAnswer | NotPortable>();
  readonly #tables = new Map<TwinAnswer, NativeRange>();
  readonly #sharing = new Map<string, number>();

  constructor(
    private readonly book: Book,
    private readonly scope: PortableScope,
    private readonly isForAnybody: boolean,
  ) {
    this.#calculation = new Calculation(this.#places.workings, (place) =>
      typedValue(book.valueAt(place)),
    );
    this.#arguments = new Arguments(book, this.#places, this.#calculation, (call, at) =>
      this.#insideAnother(call, at),
    );
  }

  plan(): PortablePlan {
    const { found, protectedSheets } = cellsWithOurs(this.book, this.scope);
    for (const one of found) {
      const form = formOf(one);
      this.#sharing.set(form, (this.#sharing.get(form) ?? 0) + 1);
    }
    const changes: PortableChange[] = [];
    const kept: KeptCell[] = [];
    for (const one of found) {
      const change = this.#changeOf(one);
      if (change instanceof NotPortable) kept.push({ place: one.place, reason: change });
      else changes.push(change);
    }
    const { readers, names } = readersOfSpills(this.book, changes);
    return {
      ...{ changes: [...changes, ...readers], kept, names },
      ...{ protectedSheets, places: this.#places, asWritten: this.#asWritten },
      newer: newerFormulasOfOurs(this.book, this.scope).map(({ place }) => place),
    };
  }

  #changeOf({ place, content }: CellWithOurs): PortableChange | NotPortable {
    const form = formOf({ place, content });
    const shown = this.book.valueAt(place);
    if (typeof shown === "string" && /^#(?!N\/A$)/.test(shown))
      return notPortable({ kind: "shows", error: shown });
    const inTable = (this.#sharing.get(form) ?? 0) >= LEAST_OF_A_TABLE;
    this.#places.use(addressInWords(place), inTable ? form : undefined);
    const tokens = tokensOf(content);
    const call = onlyCall(trimmed(tokens));
    const spill = this.book.spillOf(place);
    if (call === undefined)
      return spill === undefined
        ? this.#around(tokens, place, content)
        : notPortable({ kind: "spillsAround" });
    if (inTable) {
      const cost = this.#costInTable(call, place);
      if (cost !== undefined) return this.#cell(place, content, [cost], undefined);
    }
    const answer = this.#answerOf(call, place);
    if (answer instanceof NotPortable) return answer;
    if (answer.kind === "value")
      return this.#cell(place, content, [answer.formula], answer.formula);
    return this.#spilled(answer, spill ?? { kind: "range", from: place, to: place }, content);
  }

  #cell(
    place: NativeCell,
    former: string,
    next: FormulaParts,
    answer: NativeFormula | undefined,
  ): PortableChange {
    const shows = [[this.book.valueAt(place)]];
    return { kind: "cell", place, rows: 1, columns: 1, former, shows, next, answer };
  }

  /** A formula that does more than call ours: only the calls give way. */
  #around(
    tokens: readonly FormulaToken[],
    place: NativeCell,
    former: string,
  ): PortableChange | NotPortable {
    const calls = callsIn(tokens);
    const newer = newerAround(tokens, calls);
    if (this.isForAnybody && newer !== undefined) {
      // What stays ours gets no steps; an argument that cannot be read says more.
      const unread = calls.map((call) => this.#given(call, place));
      const why = unread.find((given) => given instanceof NotPortable);
      return why ?? notPortable({ kind: "newerExcel", name: newer });
    }
    const parts: (string | NativeFormula)[] = [];
    let from = 0;
    for (const call of calls) {
      const answer = this.#insideAnother(call, place);
      if (answer instanceof NotPortable) return answer;
      parts.push(textOf(tokens.slice(from, call.first)), answer);
      from = call.end;
    }
    return this.#cell(place, former, [...parts, textOf(tokens.slice(from))], undefined);
  }

  /** A block of the size that the formula spills over now. */
  #spilled(
    answer: Extract<TwinAnswer, { kind: "table" }>,
    { from, to }: NativeRange,
    former: string,
  ): PortableChange | NotPortable {
    const [rows, columns] = [to.row - from.row + 1, to.column - from.column + 1];
    const cells = this.#cellsOfTable(answer);
    const last = {
      ...cells.from,
      row: cells.from.row + rows - 1,
      column: cells.from.column + columns - 1,
    };
    if (last.row > cells.to.row || last.column > cells.to.column)
      return notPortable({ kind: "differs" });
    const next: NativeRange = { kind: "range", from: cells.from, to: last };
    const shows = this.book.valuesOf({ kind: "range", from, to });
    return { kind: "spill", place: from, rows, columns, former, shows, next, answer: next };
  }

  /**
   * A cell of a table of costs: the curve of its commitment at its own usage, so that it needs no steps of its own. Only where
   * several cells share a commitment.
   */
  #costInTable(call: CallOfOurs, at: NativeCell): NativeFormula | undefined {
    if (call.name !== "EFFECTIVE_COST") return undefined;
    const [usageTokens = [], commitmentTokens = []] = call.given;
    if (!isOneReference(usageTokens) || !this.#isShared(commitmentTokens, at)) return undefined;
    const given = this.#given(call, at);
    if (given instanceof NotPortable) return undefined;
    const [usage, commitment, bands, terms] = given;
    if (usage?.formula.kind !== "cell") return undefined;
    const block = this.#blocks.commitment(commitment, bands, terms);
    const curve = this.#blocks.curve(commitment, bands, terms);
    if (block instanceof NotNative || curve instanceof NotNative) return undefined;
    const here = { ...usage.formula };
    this.#asWritten.set(here, textOf(usageTokens));
    const cost = costFromCurve(block, curve, here);
    return x`IF(AND(ISNUMBER(${here}),${here}>=0,${here}<=1E15),${cost},NA())`;
  }

  /** Whether a table has this amount along one side: its row or its column is fixed. */
  #isShared(tokens: readonly FormulaToken[], at: NativeCell): boolean {
    const [only] = tokens;
    if (tokens.length !== 1 || only === undefined) return false;
    if (only.kind === "name" || only.kind === "number") return true;
    return (
      only.kind === "reference" &&
      /\$/.test(only.text) &&
      cellsOf(only.text, this.book, at.sheet) !== undefined
    );
  }

  /** A call inside another formula: a cell of the workings, or all cells of its table. */
  #insideAnother(call: CallOfOurs, at: NativeCell): NativeFormula | NotPortable {
    const answer = this.#answerOf(call, at);
    if (answer instanceof NotPortable) return answer;
    return answer.kind === "value" ? answer.formula : this.#presentRows(answer);
  }

  /** The cells of a table without the blank rows for those that may come, which a formula around it would count. */
  #presentRows(answer: Extract<TwinAnswer, { kind: "table" }>): NativeRange {
    const cells = this.#cellsOfTable(answer);
    const listed = answer.listed && this.#calculation.evaluate(answer.listed);
    return typeof listed === "number" && listed > 0
      ? { ...cells, to: { ...cells.to, row: cells.from.row + listed - 1 } }
      : cells;
  }

  #answerOf(call: CallOfOurs, at: NativeCell): TwinAnswer | NotPortable {
    const maker = makerOf(call.name);
    if (maker === undefined) return notPortable({ kind: "unknownFunction", name: call.name });
    const given = this.#given(call, at);
    if (given instanceof NotPortable) return given;
    const key = JSON.stringify([call.name, ...given.map((one) => one?.formula ?? null)]);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const twin = maker(this.#blocks, given);
    const answer =
      twin instanceof NotNative ? notPortable({ kind: "notNative", cause: twin }) : twin;
    this.#answers.set(key, answer);
    return answer;
  }

  #given(call: CallOfOurs, at: NativeCell): readonly Given[] | NotPortable {
    const given: Given[] = [];
    for (const tokens of call.given) {
      const one = this.#arguments.read(tokens, at);
      if (one instanceof NotPortable) return one;
      // Blocks look through ranges themselves; a single amount they take as it is.
      const cells = one?.formula.kind === "cell" ? figuresAsText(one.formula, one.values) : [];
      if (cells.length > 0) return asText(textOf(trimmed(tokens)), cells);
      given.push(one);
    }
    return given;
  }

  /** The cells of a table, each written once however many formulas show it. */
  #cellsOfTable(answer: Extract<TwinAnswer, { kind: "table" }>): NativeRange {
    const known = this.#tables.get(answer);
    if (known !== undefined) return known;
    const { sheet } = this.#places.block("Answers of a table");
    const at = (row: number, column: number): NativeCell => cell(sheet, row, column);
    for (const [down, line] of answer.rows.entries())
      for (const [along, formula] of line.entries())
        this.#places.workings.step(at(down + 1, along + 1), "Answer", "", formula);
    const cells: NativeRange = {
      kind: "range",
      from: at(1, 1),
      to: at(answer.rows.length, answer.rows[0]?.length ?? 1),
    };
    this.#tables.set(answer, cells);
    return cells;
  }
}

/** What makes the twin of a call of ours, or of a formula of ours around two of them. */
function makerOf(
  called: string,
): ((blocks: Blocks, given: readonly Given[]) => TwinAnswer | NotNative) | undefined {
  const [, offer] = Object.entries(OFFER_TWINS).find(([name]) => name === called) ?? [];
  if (offer) return (blocks, given) => offer(blocks, ...given);
  const name = COMMIT_FUNCTIONS.find((known) => known === called);
  return name && ((blocks, given) => twinOf(blocks, name, given));
}

/** A function outside of our calls that needs a newer Excel than many recipients have. */
function newerAround(
  tokens: readonly FormulaToken[],
  calls: readonly CallOfOurs[],
): string | undefined {
  const ends = [0, ...calls.map(({ end }) => end)];
  const parts = ends.map((from, index) => tokens.slice(from, calls[index]?.first));
  return parts.map(newerFunctionIn).find((name) => name !== undefined);
}

function asText(argument: string, cells: readonly NativeCell[]): NotPortable {
  const cause = new NotNative({ kind: "numbersAsText", argument, cells });
  return notPortable({ kind: "notNative", cause });
}

/** What cells have in common whose formulas are filled from one another. */
function formOf({ place: { sheet, row, column }, content }: CellWithOurs): string {
  return `${sheet}!${relativeForm(content, row, column)}`;
}

function isOneReference(tokens: readonly FormulaToken[]): boolean {
  return tokens.length === 1 && tokens[0]?.kind === "reference";
}
