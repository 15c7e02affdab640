import { BooleanNumber } from "@univerjs/core";
import {
  ArrayValueObject,
  AsyncObject,
  BaseFunction,
  BaseReferenceObject,
  type BaseValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  type FunctionVariantType,
  IFunctionService,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import { CellMessages } from "../grid/cell-messages";
import {
  type Block,
  type CellValue,
  cellError,
  isCellError,
  isCellErrorCode,
} from "../grid/cell-value";
import type { FunctionArgument } from "../grid/function-argument";
import type { GridFunction } from "../grid/grid";
import type { UniverCells } from "./cells";
import type { UniverContext } from "./context";
import { calculatesInLambda, toAnswer, valuesOf } from "./corrections";

const MOST_ARGUMENTS = 255;

/** An add-in's functions in Univer's formulas, with the messages of their errors. */
export class UniverFunctions {
  readonly #messages = new CellMessages();
  private readonly service = this.context.injector.get(IFunctionService);

  constructor(
    private readonly context: UniverContext,
    private readonly cells: UniverCells,
  ) {}

  cellMessage(sheetId: string, row: number, col: number): string | null {
    const shown = this.cells.values(sheetId, { row, col, rows: 1, cols: 1 })[0]?.[0];
    const parent = this.cells.spillParent(sheetId, row, col) ?? { row, col };
    const formula = { sheetId, row: parent.row, col: parent.col };
    return this.#messages.find(formula, row - parent.row, col - parent.col, shown);
  }

  functionNames(): readonly string[] {
    return [...this.service.getDescriptions().values()]
      .filter(({ functionType }) => functionType === FunctionType.User)
      .map(({ functionName }) => functionName);
  }

  registerFunction(definition: GridFunction): void {
    this.service.unregisterExecutors(definition.name);
    this.service.registerExecutors(new CellFunction(definition, this.#messages));
    this.service.registerDescriptions({
      functionName: definition.name,
      functionType: FunctionType.User,
      description: definition.description,
      abstract: definition.description,
      functionParameter: definition.parameters.map((parameter) => ({
        name: parameter.name,
        detail: parameter.description,
        example: parameter.name,
        require: parameter.optional ? BooleanNumber.FALSE : BooleanNumber.TRUE,
        repeat: BooleanNumber.FALSE,
      })),
    });
  }
}

/** One function of an add-in. It may answer later: Univer waits. */
class CellFunction extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 0;
  override maxParams = MOST_ARGUMENTS;

  constructor(
    private readonly definition: GridFunction,
    private readonly messages: CellMessages,
  ) {
    super(definition.name);
  }

  override isAsync(): boolean {
    return true;
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject | AsyncObject {
    const given: readonly FunctionVariantType[] = variants;
    const { name } = this.definition;
    const cell = { sheetId: this.subUnitId ?? "", row: this.row, col: this.column };
    const write = (cells: Block): BaseValueObject => {
      this.messages.record(cell, name, cells);
      return writeAnswer(cells);
    };
    const answer = this.definition.compute(given.map(readArgument));
    if (!(answer instanceof Promise)) return write(answer);
    if (!calculatesInLambda()) return new AsyncObject(answer.then(write));
    return write([
      [cellError("#VALUE!", `${name} answers later, and LAMBDA does not wait for it`)],
    ]);
  }
}

function readArgument(given: FunctionVariantType): FunctionArgument {
  if (given instanceof BaseReferenceObject || given instanceof ArrayValueObject) {
    return { kind: "matrix", values: valuesOf(given).map((row) => row.map(readValue)) };
  }
  return given.isNull() ? { kind: "omitted" } : { kind: "scalar", value: readValue(given) };
}

function readValue(value: BaseValueObject): CellValue {
  if (value.isNull()) return null;
  const raw = value.getValue();
  if (value.isError()) return cellError(isCellErrorCode(raw) ? raw : "#VALUE!");
  return value.isBoolean() ? Boolean(raw) : raw;
}

/** A block of results as Univer's formulas take it. */
export function writeAnswer(cells: Block): BaseValueObject {
  return toAnswer(cells.map((row) => row.map(writeValue)));
}

function writeValue(value: CellValue): BaseValueObject {
  if (isCellError(value)) {
    const known = Object.values(ErrorType).find((type) => type === value.code);
    return ErrorValueObject.create(known ?? ErrorType.VALUE);
  }
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  return typeof value === "string"
    ? StringValueObject.create(value)
    : NumberValueObject.create(value ?? 0);
}
