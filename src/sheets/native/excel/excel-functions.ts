import { monthsLater } from "../../../core/calendar";
import { betaQuantile, betaTail } from "../../../forecast/beta-of-six";
import { normalAtMost, normalDensity, normalQuantile } from "../../../forecast/standard-normal";
import {
  ExcelError,
  type ExcelScalar,
  type ExcelValue,
  finite,
  isBlock,
  NOT_AVAILABLE,
  numberOf,
  rowsOf,
  textOf,
  WRONG_VALUE,
} from "./excel-value";
import type { NativeFunction } from "./native-functions";

/** An argument, worked out only if the function looks at it. */
type Argument = () => ExcelValue;
type Implementation = (...given: readonly Argument[]) => ExcelValue;

const OMITTED: Argument = () => null;

/** What each function answers, as Excel documents it. */
export const EXCEL_FUNCTIONS: Readonly<Record<NativeFunction, Implementation>> = {
  IF: (test = OMITTED, whenTrue = OMITTED, whenFalse = OMITTED) => {
    const truth = truthOf(oneOf(test()));
    if (truth instanceof ExcelError) return truth;
    return truth ? whenTrue() : whenFalse();
  },
  IFERROR: (value = OMITTED, otherwise = OMITTED) => {
    const found = value();
    return found instanceof ExcelError ? otherwise() : found;
  },
  AND: (...given) => truths(given, (all) => all.every(Boolean)),
  OR: (...given) => truths(given, (all) => all.some(Boolean)),
  NA: () => NOT_AVAILABLE,
  ISNUMBER: (value = OMITTED) => typeof oneOf(value()) === "number",
  ISTEXT: (value = OMITTED) => typeof oneOf(value()) === "string",
  MIN: (...given) => ofNumbers(given, (all) => (all.length === 0 ? 0 : Math.min(...all))),
  MAX: (...given) => ofNumbers(given, (all) => (all.length === 0 ? 0 : Math.max(...all))),
  SUM: (...given) => ofNumbers(given, (all) => finite(all.reduce((sum, one) => sum + one, 0))),
  COUNT: (...given) =>
    given.flatMap((one) => rowsOf(one()).flat()).filter((value) => typeof value === "number")
      .length,
  SUMPRODUCT: (...given) => sumOfProducts(given.map((one) => rowsOf(one()).flat())),
  ROUND: (value = OMITTED, digits = OMITTED) =>
    ofScalars([value, digits], (amount, places) => {
      const factor = 10 ** places;
      return finite((Math.sign(amount) * Math.round(Math.abs(amount) * factor)) / factor);
    }),
  ROUNDUP: (value = OMITTED, digits = OMITTED) =>
    ofScalars([value, digits], (amount, places) => {
      const factor = 10 ** places;
      return finite((Math.sign(amount) * Math.ceil(Math.abs(amount) * factor)) / factor);
    }),
  EDATE: (start = OMITTED, months = OMITTED) =>
    ofScalars([start, months], (day, count) => monthsLater(Math.floor(day), Math.trunc(count))),
  INT: (value = OMITTED) => ofScalars([value], Math.floor),
  LN: (value = OMITTED) => ofScalars([value], (amount) => finite(Math.log(amount))),
  LOG10: (value = OMITTED) => ofScalars([value], (amount) => finite(Math.log10(amount))),
  POWER: (base = OMITTED, exponent = OMITTED) =>
    ofScalars([base, exponent], (number, power) => finite(number ** power)),
  EXP: (value = OMITTED) => ofScalars([value], (amount) => finite(Math.exp(amount))),
  SQRT: (value = OMITTED) => ofScalars([value], (amount) => finite(Math.sqrt(amount))),
  NORMSDIST: (z = OMITTED) => ofScalars([z], normalAtMost),
  NORMDIST: (value = OMITTED, mean = OMITTED, deviation = OMITTED, cumulative = OMITTED) =>
    ofScalars([value, mean, deviation, cumulative], (amount, middle, spread, isCumulative) => {
      const z = (amount - middle) / spread;
      return finite(isCumulative === 0 ? normalDensity(z) / spread : normalAtMost(z));
    }),
  NORMSINV: (probability = OMITTED) => ofScalars([probability], (p) => finite(normalQuantile(p))),
  BETADIST: (value = OMITTED, first = OMITTED, second = OMITTED) =>
    ofScalars([value, first, second], betaAtMost),
  BETAINV: (probability = OMITTED, first = OMITTED, second = OMITTED) =>
    ofScalars([probability, first, second], (p, a, b) => {
      const upToMean = betaAtMost(a / 6, a, b);
      return p <= upToMean ? betaQuantile(p, a) : 1 - betaQuantile(1 - p, b);
    }),
  ROWS: (block = OMITTED) => rowsOf(block()).length,
  INDEX: (block = OMITTED, row = OMITTED, column) => indexed(rowsOf(block()), row, column),
  MATCH: (wanted = OMITTED, where = OMITTED, how = OMITTED) =>
    matched(oneOf(wanted()), rowsOf(where()).flat(), oneOf(how())),
  SMALL: (block = OMITTED, position = OMITTED) =>
    ofNumbers([block], (all) => {
      const at = numberOf(oneOf(position()));
      if (at instanceof ExcelError) return at;
      return all.toSorted((one, other) => one - other)[at - 1] ?? new ExcelError("#NUM!");
    }),
  LOWER: (value = OMITTED) => ofTexts([value], (words) => words.toLowerCase()),
  SUBSTITUTE: (value = OMITTED, old = OMITTED, replacement = OMITTED) =>
    ofTexts([value, old, replacement], (words, from, to = "") =>
      from === undefined || from === "" ? words : words.replaceAll(from, to),
    ),
  TRIM: (value = OMITTED) => ofTexts([value], (words) => words.replace(/ +/g, " ").trim()),
};

/** The one value of an argument; a block where one value belongs has none. */
function oneOf(value: ExcelValue): ExcelScalar {
  if (!isBlock(value)) return value;
  const [[only = null, ...more] = [], ...rows] = value;
  return more.length + rows.length === 0 ? only : WRONG_VALUE;
}

function truthOf(value: ExcelScalar): boolean | ExcelError {
  if (value instanceof ExcelError) return value;
  return typeof value === "string" ? WRONG_VALUE : Boolean(value);
}

function truths(
  given: readonly Argument[],
  judge: (all: readonly boolean[]) => boolean,
): ExcelScalar {
  const all: boolean[] = [];
  for (const one of given) {
    const truth = truthOf(oneOf(one()));
    if (truth instanceof ExcelError) return truth;
    all.push(truth);
  }
  return judge(all);
}

/** The numbers among arguments: words and blanks in a block are passed over, as Excel does. */
function ofNumbers(
  given: readonly Argument[],
  compute: (all: readonly number[]) => ExcelScalar,
): ExcelScalar {
  const all: number[] = [];
  for (const one of given) {
    const value = one();
    const cells = isBlock(value) ? value.flat().filter(isNumberOrError) : [numberOf(value)];
    for (const cell of cells) {
      if (cell instanceof ExcelError) return cell;
      all.push(cell);
    }
  }
  return compute(all);
}

function isNumberOrError(value: ExcelScalar): value is number | ExcelError {
  return typeof value === "number" || value instanceof ExcelError;
}

function ofScalars(
  given: readonly Argument[],
  compute: (first: number, second: number, third: number, fourth: number) => ExcelScalar,
): ExcelScalar {
  const all: number[] = [];
  for (const one of given) {
    const value = numberOf(oneOf(one()));
    if (value instanceof ExcelError) return value;
    all.push(value);
  }
  const [first = 0, second = 0, third = 0, fourth = 0] = all;
  return compute(first, second, third, fourth);
}

/** I_x(a, b) where the parameters sum to 6, as those of PERT do, or to 7, as those of its partial mean do. */
function betaAtMost(x: number, a: number, b: number): number {
  const isRaised = a + b > 6.5;
  const first = isRaised ? a - 1 : a;
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  if (x <= first / 6) {
    const lower = betaTail(x, first);
    return isRaised ? lower.raised : lower.atMost;
  }
  const upper = betaTail(1 - x, b);
  return 1 - upper.atMost - (isRaised ? (upper.step * b) / first : 0);
}

function ofTexts(
  given: readonly Argument[],
  compute: (first: string, second?: string, third?: string) => string,
): ExcelScalar {
  const texts: string[] = [];
  for (const one of given) {
    const words = textOf(oneOf(one()));
    if (words instanceof ExcelError) return words;
    texts.push(words);
  }
  const [first = "", second, third] = texts;
  return compute(first, second, third);
}

/** The sum over all places of the products of the values there; what is no number counts as 0 beside others. */
function sumOfProducts(columns: readonly (readonly ExcelScalar[])[]): ExcelScalar {
  const [first = []] = columns;
  let sum = 0;
  for (const place of first.keys()) {
    let product = 1;
    for (const column of columns) {
      const value = column[place] ?? null;
      if (value instanceof ExcelError) return value;
      product *= typeof value === "number" ? value : 0;
    }
    sum += product;
  }
  return finite(sum);
}

function indexed(
  block: readonly (readonly ExcelScalar[])[],
  row: Argument,
  column: Argument | undefined,
): ExcelValue {
  const [first, second] = [numberOf(oneOf(row())), column && numberOf(oneOf(column()))];
  if (first instanceof ExcelError) return first;
  if (second instanceof ExcelError) return second;
  // Of a single row one position is enough.
  const [at, along] =
    block.length === 1 && second === undefined ? [1, first] : [first, second ?? 1];
  if (at === 0) return block.map((cells) => [cells[along - 1] ?? null]);
  const cells = block[at - 1];
  if (cells === undefined || along > cells.length) return new ExcelError("#REF!");
  return along === 0 ? [cells] : (cells[along - 1] ?? null);
}

function matched(
  wanted: ExcelScalar,
  cells: readonly ExcelScalar[],
  how: ExcelScalar,
): ExcelScalar {
  if (wanted instanceof ExcelError) return wanted;
  const at =
    how === 0
      ? cells.findIndex((value) => isSame(value, wanted))
      : cells.findLastIndex(
          (value) => typeof value === "number" && typeof wanted === "number" && value <= wanted,
        );
  return at < 0 ? NOT_AVAILABLE : at + 1;
}

function isSame(value: ExcelScalar, wanted: ExcelScalar): boolean {
  return typeof value === "string" && typeof wanted === "string"
    ? value.toLowerCase() === wanted.toLowerCase()
    : value === wanted;
}
