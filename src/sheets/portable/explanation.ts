import { Calculation } from "../native/excel/evaluate-formula";
import { ExcelError, type ExcelScalar, isBlock } from "../native/excel/excel-value";
import {
  cell,
  type NativeCell,
  type NativeFormula,
  type NativeRange,
} from "../native/excel/formula";
import { formulaInWords } from "../native/excel/formula-in-words";
import type { Unit } from "../native/layout";
import { cellKey, type Workings } from "../native/workings";
import { callsIn } from "./calls-in-formula";
import { NotPortable, notPortable } from "./not-portable";
import { type PortablePlan, planPortable } from "./portable-plan";
import type { BookRead } from "./read-book";
import { Book } from "./read-book";
import { addressOf, readableCell, sheetPrefix } from "./references";
import { typedValue } from "./typed-value";

/** One step from the inputs to the answer. */
export interface ExplainedStep {
  readonly label: string;
  /** How it is worked out: the steps before it, and cells of the workbook. */
  readonly words: string;
  readonly value: ExcelScalar;
  readonly unit: Unit;
}

/** Cells of the workbook that a number rests on. */
export interface ExplainedInput {
  /** Such as Deal!C5, or Deal!A5:D9 for a block. */
  readonly address: string;
  /** Its name in the workbook; of a cell without one the label beside it, else the heading over it. */
  readonly name: string | undefined;
  /** What it holds; undefined for a block. */
  readonly value: ExcelScalar | undefined;
}

/** How a cell comes to its number. */
export interface Explanation {
  /** Such as Deal!C5, or what a number is called that no cell holds. */
  readonly address: string;
  readonly formula: string;
  readonly shows: unknown;
  /** Of a number that no cell holds. */
  readonly unit?: Unit;
  readonly inputs: readonly ExplainedInput[];
  readonly steps: readonly ExplainedStep[];
  /** What the steps come to, and its difference from what the function says, where both are numbers. */
  readonly answer: ExcelScalar;
  readonly difference: number | undefined;
  /** From which the steps can be written on a sheet. */
  readonly plan: PortablePlan;
}

/** Explains the function of ours in a cell by the steps that lead to its answer, as the cells stand. */
export function explainCell(read: BookRead, place: NativeCell): Explanation | NotPortable {
  const book = new Book(read);
  const content = book.contentAt(place);
  if (typeof content !== "string" || callsIn(content).length === 0)
    return notPortable({ kind: "nothingOfOurs" });
  const { sheet } = place;
  const plan = planPortable(
    { ...read, sheets: read.sheets.map((one) => ({ ...one, isProtected: false })) },
    { kind: "cells", sheet, address: addressOf(place) },
    false,
  );
  const [kept] = plan.kept;
  const [change] = plan.changes;
  if (change === undefined) return kept?.reason ?? notPortable({ kind: "nothingOfOurs" });
  const answers = "kind" in change.next ? [change.next.from] : change.next.filter(isFormula);
  const explaining = new Explaining(book, plan.places.workings);
  for (const answer of answers) explaining.follow(answer);
  const [only, ...more] = answers;
  const answer = only === undefined || more.length > 0 ? null : explaining.valueOf(only);
  const shows = book.valueAt(place);
  const isWhole = change.answer !== undefined;
  return {
    ...{ address: readableCell(place), formula: content, shows, plan, answer },
    ...{ inputs: explaining.inputs(), steps: explaining.steps() },
    difference:
      isWhole && typeof answer === "number" && typeof shows === "number"
        ? answer - shows
        : undefined,
  };
}

/** A number that somebody asks about and that no cell holds. */
export interface AskedNumber {
  /** What it is called. */
  readonly title: string;
  /** What a cell with it would hold. */
  readonly formula: string;
  readonly shows: number;
  readonly unit: Unit;
}

/** Where such a number stands while it is explained: no sheet of a workbook has a bracket in its name. */
const NOWHERE = "[asked in the pane]";

/** Explains a number as if it stood in a cell of a sheet of its own. */
export function explainNumber(
  read: BookRead,
  { title, formula, shows, unit }: AskedNumber,
): Explanation | NotPortable {
  const sheet: BookRead["sheets"][number] = {
    ...{ name: NOWHERE, row: 0, column: 0, formulas: [[formula]], values: [[shows]] },
    ...{ isProtected: false, ownNames: [] },
  };
  const explained = explainCell({ ...read, sheets: [...read.sheets, sheet] }, cell(NOWHERE, 1, 1));
  return explained instanceof NotPortable ? explained : { ...explained, address: title, unit };
}

function isFormula(part: string | NativeFormula): part is NativeFormula {
  return typeof part === "object";
}

/** Collects the steps that an answer needs, inputs first. */
class Explaining {
  readonly #steps = new Map<string, ExplainedStep>();
  readonly #inputs = new Map<string, ExplainedInput>();
  readonly #calculation: Calculation;

  constructor(
    private readonly book: Book,
    private readonly workings: Workings,
  ) {
    this.#calculation = new Calculation(workings, (place) => typedValue(book.valueAt(place)));
  }

  steps(): readonly ExplainedStep[] {
    return [...this.#steps.values()];
  }

  inputs(): readonly ExplainedInput[] {
    return [...this.#inputs.values()];
  }

  valueOf(formula: NativeFormula): ExcelScalar {
    const value = this.#calculation.evaluate(formula);
    return isBlock(value) ? (value[0]?.[0] ?? null) : value;
  }

  follow(formula: NativeFormula): void {
    const decided = this.#decided(formula);
    if (decided.kind === "cell") this.#visit(decided);
    else this.#followParts(decided);
  }

  /** A step of the workings, with those that it needs before it; a cell of the workbook is an input. */
  #visit(place: NativeCell): void {
    const content = this.workings.contentAt(place);
    if (content === undefined) this.#input(place);
    if (content?.kind !== "step" || this.#steps.has(cellKey(place))) return;
    const formula = this.#decided(content.formula);
    if (formula.kind === "literal") return;
    this.#followParts(formula);
    // A step that only repeats another is not one.
    if (formula.kind === "cell" && this.workings.contentAt(formula) !== undefined) return;
    this.#steps.set(cellKey(place), {
      label: this.#labelOf(place, formula),
      words: formulaInWords(formula, (one) => this.#wordsFor(one)),
      value: this.#calculation.valueAt(place),
      unit: content.unit,
    });
  }

  #followParts(formula: NativeFormula): void {
    switch (formula.kind) {
      case "cell":
        this.#visit(formula);
        break;
      case "range":
        this.#inputBlock(formula);
        break;
      case "negative":
        this.#followParts(formula.of);
        break;
      case "operation":
        this.#followParts(formula.left);
        this.#followParts(formula.right);
        break;
      case "call":
        for (const one of formula.given) this.#followParts(one);
        break;
      case "literal":
        break;
    }
  }

  /** A block of the workbook; the rows of a table of the workings are not steps of their own. */
  #inputBlock({ from, to }: NativeRange): void {
    if (this.workings.contentAt(from) !== undefined) return;
    const address = `${readableCell(from)}:${addressOf(to)}`;
    const name = this.#named(`${fixed(from)}:${fixed(to)}`, from.sheet);
    this.#inputs.set(address, { address, name, value: undefined });
  }

  #input(place: NativeCell): void {
    const address = readableCell(place);
    const value = typedValue(this.book.valueAt(place));
    const name = this.#named(fixed(place), place.sheet) ?? this.#labelled(place);
    this.#inputs.set(address, { address, name, value });
  }

  /** What the sheet calls a cell: the text on its left where a row begins, else the text over the numbers that it stands among. */
  #labelled({ sheet, row, column }: NativeCell): string | undefined {
    const textAt = (down: number, along: number): string | undefined => {
      const value = down < 1 || along < 1 ? "" : this.book.valueAt(cell(sheet, down, along));
      return typeof value === "string" ? value.trim() : undefined;
    };
    const beside = textAt(row, column - 1);
    if (beside && textAt(row, column - 2) === "") return beside;
    let above = row - 1;
    while (textAt(above, column) === undefined) above--;
    return textAt(above, column) || undefined;
  }

  /** The name that refers to cells, such as Usage for Deal!$C$5. */
  #named(address: string, sheet: string): string | undefined {
    const wanted = `=${sheetPrefix(sheet)}${address}`.replaceAll("'", "").toLowerCase();
    return this.book.read.names.find(
      ({ name, formula }) =>
        !name.startsWith("Bandwise_") && formula.replaceAll("'", "").toLowerCase() === wanted,
    )?.name;
  }

  /** What a cell is called in the formula of another: its step, its value where that is fixed, else its address. */
  #wordsFor(place: NativeCell): string {
    const content = this.workings.contentAt(place);
    if (content?.kind !== "step") return readableCell(place);
    const formula = this.#decided(content.formula);
    if (formula.kind === "literal") return String(formula.value);
    const isRepeated = formula.kind === "cell" && this.workings.contentAt(formula) !== undefined;
    return isRepeated ? this.#wordsFor(formula) : this.#labelOf(place, formula);
  }

  /** What a step is called; a value beside a label of the user's goes by that label. */
  #labelOf(place: NativeCell, formula: NativeFormula): string {
    const label = this.workings.labelOf(place) ?? "";
    if (label !== "Value" || formula.kind !== "cell") return label;
    return this.#labelled(formula) ?? label;
  }

  /** A formula as it goes today: each IF decided, INDEX the very cell that it finds. MIN and MAX stay, they are the pricing. */
  #decided(formula: NativeFormula): NativeFormula {
    switch (formula.kind) {
      case "negative":
        return { ...formula, of: this.#decided(formula.of) };
      case "operation":
        return {
          ...formula,
          left: this.#decided(formula.left),
          right: this.#decided(formula.right),
        };
      case "call":
        return this.#decidedCall(formula);
      default:
        return formula;
    }
  }

  #decidedCall(call: Extract<NativeFormula, { readonly kind: "call" }>): NativeFormula {
    const [first, second, third] = call.given;
    if (call.name === "IF" && first && second && third) {
      const truth = this.valueOf(first);
      if (!(truth instanceof ExcelError)) return this.#decided(truth ? second : third);
    }
    if (call.name === "IFERROR" && first && second)
      return this.#decided(this.valueOf(first) instanceof ExcelError ? second : first);
    if (call.name === "INDEX" && first?.kind === "range" && second) {
      const [row, column] = [this.valueOf(second), third ? this.valueOf(third) : 1];
      if (typeof row === "number" && typeof column === "number" && row > 0 && column > 0) {
        // What chose the row is a step too; in a table it is the row that is looked at, and says nothing.
        if (second.kind === "cell" && second.moves === undefined) this.#visit(second);
        const { sheet, row: top, column: left } = first.from;
        return cell(sheet, top + row - 1, left + column - 1);
      }
    }
    return { ...call, given: call.given.map((one) => this.#decided(one)) };
  }
}

function fixed({ row, column }: NativeCell): string {
  return addressOf({ row, column }).replace(/^([A-Z]+)/, "$$$1$$");
}
