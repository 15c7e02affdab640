import { type Injector, InterceptorEffectEnum, type IRange } from "@univerjs/core";
import {
  ArrayValueObject,
  AstTreeBuilder,
  type AsyncArrayObject,
  type AsyncObject,
  BaseReferenceObject,
  type BaseValueObject,
  ErrorType,
  ErrorValueObject,
  type FunctionVariantType,
  IFunctionService,
  Interpreter,
  Lexer,
  LexerNode,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  ValueObjectFactory,
} from "@univerjs/engine-formula";
import {
  INTERCEPTOR_POINT,
  InterceptCellContentPriority,
  SheetInterceptorService,
} from "@univerjs/sheets";
import { MAX_COLS, MAX_ROWS } from "../grid/address";
import { compareSmallBlocksAlone, keepFormulasRead } from "./formula-caches";
import { scaledFormat } from "./scaled-format";

type Calculate = (
  ...given: readonly FunctionVariantType[]
) => FunctionVariantType | AsyncObject | AsyncArrayObject;
type Values = readonly (readonly BaseValueObject[])[];

/** A number as formulas may write it: 0.10, 5., .5, 1E5. */
const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;
const OUTSIDE_QUOTES = '(?=(?:[^"]*"[^"]*")*[^"]*$)';
const LAMBDA_NODE = 5;
const SIZES = [
  ["ROWS", "startRow", MAX_ROWS],
  ["COLUMNS", "startColumn", MAX_COLS],
] as const;

let isCorrected = false;
let lambdaDepth = 0;

/** Whether a LAMBDA is calculating, which cannot wait for an answer. */
export function calculatesInLambda(): boolean {
  return lambdaDepth > 0;
}

/** Values as Univer's functions take and answer them: one alone, or a block. */
export function toAnswer(values: Values): BaseValueObject {
  const [only, ...others] = values.flat();
  return only && others.length === 0 ? only : toBlock(values);
}

function toBlock(values: Values): ArrayValueObject {
  return ArrayValueObject.create({
    calculateValueList: values.map((row) => [...row]),
    rowCount: values.length,
    columnCount: values[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

/**
 * Corrects what Univer 0.25.1 calculates wrongly, where its parts can be reached.
 *
 * test/host/univer/corrections.test.ts shows each fault in Univer alone: when a release mends one,
 * that test fails, and the correction can go.
 */
export function correctUniver(injector: Injector): void {
  if (!isCorrected) {
    isCorrected = true;
    keepFormulasRead();
    compareSmallBlocksAlone();
    readConstants();
    reachEveryCell();
  }
  calculateLambdas(injector.get(Interpreter));
  readAnyFormula(injector.get(AstTreeBuilder), injector.get(Lexer));
  scaleCells(injector.get(SheetInterceptorService));
  correctFunctions(injector.get(IFunctionService));
}

/** Univer takes 0.10 for text, in formulas and in criteria, and splits constants at commas within quotes. */
function readConstants(): void {
  const create = ValueObjectFactory.create;
  ValueObjectFactory.create = (raw, ...rest) => {
    if (typeof raw !== "string" || !NUMBER.test(raw)) return create(raw, ...rest);
    const number = Number(raw);
    return Number.isFinite(number)
      ? NumberValueObject.create(number)
      : ErrorValueObject.create(ErrorType.NUM);
  };
  const split = (text: string, mark: string) => text.split(new RegExp(mark + OUTSIDE_QUOTES));
  const createArray = ArrayValueObject.create;
  ArrayValueObject.create = (raw) =>
    typeof raw === "string"
      ? toBlock(
          split(raw.trim().slice(1, -1), ";").map((row) =>
            split(row, ",").map((cell) => ValueObjectFactory.create(cell.trim(), true)),
          ),
        )
      : createArray(raw);
}

/** Univer's sheet ends after the cells in use; Excel's continues. */
function reachEveryCell(): void {
  BaseReferenceObject.prototype.isExceedRange = function () {
    const { startRow, startColumn, endRow, endColumn } = this.getRangePosition();
    return startRow < 0 || startColumn < 0 || endRow >= MAX_ROWS || endColumn >= MAX_COLS;
  };
}

/** In Univer, MAP and its like treat a promise as a value, and a failure in one formula ends every calculation. */
function calculateLambdas(interpreter: Interpreter): void {
  const checkAsyncNode = interpreter.checkAsyncNode.bind(interpreter);
  const execute = interpreter.execute.bind(interpreter);
  const executeAsync = interpreter.executeAsync.bind(interpreter);
  interpreter.checkAsyncNode = (node) => node?.nodeType !== LAMBDA_NODE && checkAsyncNode(node);
  interpreter.execute = (data) => {
    const depth = lambdaDepth;
    if (data.node?.nodeType === LAMBDA_NODE) lambdaDepth += 1;
    try {
      return execute(data);
    } catch (error) {
      return failed(error);
    } finally {
      lambdaDepth = depth;
    }
  };
  interpreter.executeAsync = (data) => executeAsync(data).catch(failed);
}

/** Univer cannot read a formula that names two parameters alike, one within the other, and then calculates no formula any more. */
function readAnyFormula(builder: AstTreeBuilder, lexer: Lexer): void {
  const parse = builder.parse.bind(builder);
  builder.parse = (formula) => {
    try {
      return parse(formula);
    } catch (error) {
      log(error);
      const unread = lexer.treeBuilder(`=${ErrorType.VALUE}`);
      return unread instanceof LexerNode ? parse(unread) : undefined;
    }
  };
}

function failed(error: unknown): ErrorValueObject {
  log(error);
  return ErrorValueObject.create(ErrorType.VALUE);
}

function log(error: unknown): void {
  console.error("[local workbook] a formula failed", error);
}

/** Univer's cells show numbers as numfmt formats them. */
function scaleCells(service: SheetInterceptorService): void {
  service.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: InterceptCellContentPriority.NUMFMT + 1,
    effect: InterceptorEffectEnum.Style,
    handler: (cell, { workbook }, next) => {
      const style = cell && workbook.getStyles().getStyleByCell(cell);
      if (!style?.n) return next(cell);
      const n = { ...style.n, pattern: scaledFormat(style.n.pattern) };
      return next({ ...cell, s: { ...style, n } });
    },
  });
}

function correctFunctions(service: IFunctionService): void {
  const correct = (name: string, write: (calculate: Calculate) => Calculate) => {
    const executor = service.getExecutor(name);
    if (!executor) throw new Error(`Univer has no function ${name}.`);
    executor.calculate = write(executor.calculate.bind(executor) as Calculate);
    return executor;
  };
  // Univer sorts the very cells that other formulas are given.
  correct(
    "SORT",
    (sort) =>
      (cells, ...how) =>
        sort(toAnswer(valuesOf(cells)), ...how),
  );
  // Univer measures the ranges that an array picks as single cells.
  correct("CHOOSE", (choose) => (index, ...choices) => {
    const picked = toValue(index);
    const [first, ...others] = valuesOf(picked).flat();
    return first && others.length === 0
      ? choose(first, ...choices)
      : choose(picked, ...choices.map(toValue));
  });
  // Univer takes one place in each argument.
  for (const name of ["CHOOSECOLS", "CHOOSEROWS"])
    correct(
      name,
      (choose) =>
        (cells, ...places) =>
          choose(cells, ...places.flatMap((place) => valuesOf(place).flat())),
    );
  // In Univer the cell of a link holds formatted text and no value.
  correct("HYPERLINK", () => (address, label = address) => {
    const [link, shown] = [address, label].map((given) => valuesOf(given)[0]?.[0]);
    return [link, shown].find((value) => value?.isError()) ?? shown ?? NullValueObject.create();
  });
  // It would fetch a picture from wherever a workbook says.
  service.unregisterExecutors("IMAGE");
  // Univer ends whole columns and rows where its sheet ends.
  correct("INDEX", (index) => (cells, ...place) => {
    if (!isReference(cells)) return index(cells, ...place);
    const range = cells.getRangeData();
    // Formulas share Univer's object of a reference, so it refers to other cells for a moment only.
    cells.setRangeData(toExcelsEnd(range));
    const found = index(cells, ...place);
    cells.setRangeData(range);
    return isReference(found) && found.getRowCount() === MAX_ROWS ? index(cells, ...place) : found;
  });
  for (const [name, start, count] of SIZES) {
    const size = correct(name, (measure) => (cells) => {
      const isWhole = isReference(cells) && Number.isNaN(cells.getRangeData()[start]);
      return isWhole ? NumberValueObject.create(count) : measure(toValue(cells));
    });
    size.needsReferenceObject = true;
  }
  correct("TEXT", (text) => (value, format) => {
    const scaled = (cell: BaseValueObject) =>
      cell.isString() ? StringValueObject.create(scaledFormat(String(cell.getValue()))) : cell;
    return text(value, toAnswer(valuesOf(format).map((row) => row.map(scaled))));
  });
  // Univer returns promises of values that it already has, and a LAMBDA around one does not wait.
  correct("MAKEARRAY", (make) => (...given) => {
    const made = make(...given);
    return made.isAsyncArrayObject() ? toBlock(Reflect.get(made, "_promiseList")) : made;
  }).isAsync = () => false;
}

function isReference(given: unknown): given is BaseReferenceObject {
  return given instanceof BaseReferenceObject;
}

function toValue(given: FunctionVariantType): BaseValueObject {
  return isReference(given) ? given.toArrayValueObject() : given;
}

/** The values of a reference, a block or one value; blank cells are null objects. */
export function valuesOf(given: FunctionVariantType): BaseValueObject[][] {
  const value = toValue(given);
  if (!(value instanceof ArrayValueObject)) return [[value]];
  return value.getArrayValue().map((row) => row.map((cell) => cell ?? NullValueObject.create()));
}

function toExcelsEnd(range: IRange): IRange {
  return {
    ...range,
    ...(Number.isNaN(range.startRow) ? { startRow: 0, endRow: MAX_ROWS - 1 } : {}),
    ...(Number.isNaN(range.startColumn) ? { startColumn: 0, endColumn: MAX_COLS - 1 } : {}),
  };
}
