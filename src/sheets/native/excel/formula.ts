import { NATIVE_FUNCTIONS, type NativeFunction } from "./native-functions";

/** A cell; row and column from 1. */
export interface NativeCell {
  readonly kind: "cell";
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Whether it keeps its distance to the row of the formula, as the cells of a table's row do. */
  readonly moves?: true;
}

/** A block of cells of one sheet. */
export interface NativeRange {
  readonly kind: "range";
  readonly from: NativeCell;
  readonly to: NativeCell;
}

/** Each operator, and how tightly it binds: Excel compares last, joins before that, then adds, then multiplies. */
export const BINDS = {
  ...({ "=": 0, "<>": 0, "<": 0, ">": 0, "<=": 0, ">=": 0 } as const),
  "&": 1,
  ...({ "+": 2, "-": 2 } as const),
  ...({ "*": 3, "/": 3 } as const),
} as const;
export type NativeOperator = keyof typeof BINDS;

/** A sign in front of an operand binds before every operator. */
export const SIGN_BINDS = 4;

/** A formula of Excel's own functions, as a tree: it is printed, said in words and evaluated from this one value. */
export type NativeFormula =
  | NativeCell
  | NativeRange
  | { readonly kind: "literal"; readonly value: number | string | boolean }
  | { readonly kind: "negative"; readonly of: NativeFormula }
  | {
      readonly kind: "operation";
      readonly left: NativeFormula;
      readonly operator: NativeOperator;
      readonly right: NativeFormula;
    }
  | {
      readonly kind: "call";
      readonly name: NativeFunction;
      readonly given: readonly NativeFormula[];
    };

export function cell(sheet: string, row: number, column: number): NativeCell {
  return { kind: "cell", sheet, row, column };
}

export function range(from: NativeCell, to: NativeCell): NativeRange {
  return { kind: "range", from, to };
}

/** A text as a value inside a formula. */
export function text(value: string): NativeFormula {
  return { kind: "literal", value };
}

type Token =
  | { readonly kind: "operand"; readonly formula: NativeFormula }
  /** The place of a hole among those of its template. */
  | { readonly kind: "hole"; readonly place: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "sign"; readonly sign: string };

/** A template that was read: the formula that it is with something in its holes. */
type Template = (holes: readonly NativeFormula[]) => NativeFormula;

/**
 * A formula as Excel writes it, with cells, numbers and other formulas in its holes: x`MAX(0,${price}-${rate}*${usage})`.
 *
 * @throws When it is no formula, or calls a function that is not among NATIVE_FUNCTIONS: a fault of the code that wrote it.
 */
export function x(
  texts: TemplateStringsArray,
  ...holes: readonly (NativeFormula | number)[]
): NativeFormula {
  const template = READ.get(texts) ?? readTemplate(texts);
  READ.set(texts, template);
  return template(
    holes.map((hole) => (typeof hole === "number" ? { kind: "literal", value: hole } : hole)),
  );
}

/** Each template is read once, however many rows of a table it makes. */
const READ = new WeakMap<TemplateStringsArray, Template>();

function readTemplate(texts: TemplateStringsArray): Template {
  const tokens = texts.flatMap((written, place): readonly Token[] =>
    place === texts.length - 1
      ? tokensOf(written)
      : [...tokensOf(written), { kind: "hole", place }],
  );
  return new Parser(tokens, texts.join("…")).whole();
}

function operand(value: number | string | boolean): Token {
  return { kind: "operand", formula: { kind: "literal", value } };
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?(?:E[+-]?\d+)?)|"((?:[^"]|"")*)"|(TRUE|FALSE)\b|([A-Z]+(?:\d+(?=\())?)|(<>|<=|>=|[-+*/&=<>(),]))|\s+$|(\S)/g;

function tokensOf(written: string): readonly Token[] {
  return [...written.matchAll(TOKEN)].flatMap((match): readonly Token[] => {
    const [, number, quoted, truth, name, sign, stray] = match;
    if (stray !== undefined) throw new Error(`${stray} in ${written} is not part of a formula`);
    if (number !== undefined) return [operand(Number(number))];
    if (quoted !== undefined) return [operand(quoted.replaceAll('""', '"'))];
    if (truth !== undefined) return [operand(truth === "TRUE")];
    if (name !== undefined) return [{ kind: "name", name }];
    return sign === undefined ? [] : [{ kind: "sign", sign }];
  });
}

/** Reads tokens into a tree, by how tightly their operators bind. */
class Parser {
  #at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly written: string,
  ) {}

  whole(): Template {
    const template = this.#formula(0);
    if (this.#at < this.tokens.length) this.#refuse("something follows the formula");
    return template;
  }

  #formula(least: number): Template {
    let left = this.#operand();
    for (;;) {
      const operator = this.#operator();
      if (operator === undefined || BINDS[operator] < least) return left;
      this.#at++;
      const [first, second] = [left, this.#formula(BINDS[operator] + 1)];
      left = (holes) => ({
        kind: "operation",
        left: first(holes),
        operator,
        right: second(holes),
      });
    }
  }

  #operand(): Template {
    if (this.#takes("-")) {
      const of = this.#operand();
      return (holes) => ({ kind: "negative", of: of(holes) });
    }
    if (this.#takes("(")) {
      const inner = this.#formula(0);
      this.#expect(")");
      return inner;
    }
    const token = this.tokens[this.#at++];
    if (token?.kind === "operand") return () => token.formula;
    if (token?.kind === "hole") return (holes) => holes[token.place] ?? text("");
    if (token?.kind !== "name") return this.#refuse("an operand is missing");
    const name = NATIVE_FUNCTIONS.find((known) => known === token.name);
    if (name === undefined) return this.#refuse(`${token.name} is no function that workings use`);
    this.#expect("(");
    const given: Template[] = [];
    while (!this.#takes(")")) {
      if (given.length > 0) this.#expect(",");
      given.push(this.#formula(0));
    }
    return (holes) => ({ kind: "call", name, given: given.map((one) => one(holes)) });
  }

  #operator(): NativeOperator | undefined {
    const token = this.tokens[this.#at];
    return token?.kind === "sign" && isOperator(token.sign) ? token.sign : undefined;
  }

  #takes(sign: string): boolean {
    const token = this.tokens[this.#at];
    if (token?.kind !== "sign" || token.sign !== sign) return false;
    this.#at++;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#takes(sign)) this.#refuse(`${sign} is missing`);
  }

  #refuse(why: string): never {
    throw new Error(`${why}: ${this.written}`);
  }
}

function isOperator(sign: string): sign is NativeOperator {
  return sign in BINDS;
}
