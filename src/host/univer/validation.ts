import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationType,
  generateRandomId,
  type IDataValidationRule,
} from "@univerjs/core";
import { AddSheetDataValidationCommand } from "@univerjs/sheets-data-validation";
import "@univerjs/sheets-data-validation/facade";
import { intersect, type Rect } from "../grid/address";
import type { Validation, ValidationRule } from "../grid/validation";
import { imitated } from "../office/host-error";
import { fromUniverRange, toUniverRange, type UniverContext } from "./context";
import { namesOf } from "./style-data";

const OPERATORS: Readonly<Record<string, DataValidationOperator>> = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThan: DataValidationOperator.LESS_THAN,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

const ERROR_STYLES: Readonly<Record<string, DataValidationErrorStyle>> = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
};

const OPERATOR_NAMES = namesOf(OPERATORS);
const ERROR_STYLE_NAMES = namesOf(ERROR_STYLES);

const NUMBER_TYPES = {
  decimal: DataValidationType.DECIMAL,
  wholeNumber: DataValidationType.WHOLE,
} as const;

/** Data validation: Univer's own rules, read back as Excel's. */
export class UniverValidation {
  readonly #context: UniverContext;

  constructor(context: UniverContext) {
    this.#context = context;
  }

  validation(sheetId: string, rect: Rect): Validation | null {
    const rule = this.#context.range(sheetId, rect).getDataValidation()?.rule;
    return rule ? readValidation(rule) : null;
  }

  setValidation(sheetId: string, rect: Rect, validation: Validation | null): void {
    const range = this.#context.range(sheetId, rect);
    this.#context.decorate(() => range.setDataValidation(null));
    if (validation === null) return;
    this.#add(sheetId, { ...writeValidation(validation), ranges: [toUniverRange(rect)] });
  }

  /** Copies the rules of a block to another sheet; the rest of each rule stays behind. */
  copyValidation(fromSheetId: string, toSheetId: string, rect: Rect): void {
    for (const { rule } of this.#context.range(fromSheetId, rect).getDataValidations()) {
      const held: readonly Rect[] = rule.ranges.map(fromUniverRange);
      const shared = held.flatMap((own) => intersect(own, rect) ?? []);
      this.#add(toSheetId, { ...rule, ranges: shared.map(toUniverRange) });
    }
  }

  #add(subUnitId: string, stored: Omit<IDataValidationRule, "uid">): void {
    const { unitId } = this.#context;
    const rule = { ...stored, uid: generateRandomId() };
    this.#context.decorate(() =>
      this.#context.command(AddSheetDataValidationCommand.id, { unitId, subUnitId, rule }),
    );
  }
}

type Rule = Omit<IDataValidationRule, "uid" | "ranges">;

function writeValidation(validation: Validation): Rule {
  return {
    ...writeRule(validation.rule),
    allowBlank: true,
    error: validation.errorMessage,
    errorTitle: validation.errorTitle,
    errorStyle: ERROR_STYLES[validation.errorStyle] ?? DataValidationErrorStyle.STOP,
    showErrorMessage: validation.showError,
    prompt: validation.promptMessage,
    promptTitle: validation.promptTitle,
    showInputMessage: validation.showPrompt,
  };
}

function writeRule(rule: ValidationRule): Rule {
  switch (rule.kind) {
    case "list":
      return {
        type: DataValidationType.LIST,
        formula1: rule.source,
        showDropDown: rule.dropDown,
      };
    case "custom":
      return { type: DataValidationType.CUSTOM, formula1: rule.formula };
    case "decimal":
    case "wholeNumber": {
      return {
        type: NUMBER_TYPES[rule.kind],
        operator: imitated(OPERATORS, rule.operator, "the validation operator"),
        formula1: rule.formula1,
        ...(rule.formula2 === undefined ? {} : { formula2: rule.formula2 }),
      };
    }
  }
}

/** A rule of Univer's as Excel's; null when it is of a kind that is not imitated. */
export function readValidation(stored: IDataValidationRule): Validation | null {
  const rule = readRule(stored);
  return (
    rule && {
      rule,
      errorTitle: stored.errorTitle ?? "",
      errorMessage: stored.error ?? "",
      errorStyle: ERROR_STYLE_NAMES.get(stored.errorStyle) ?? "Stop",
      showError: stored.showErrorMessage !== false,
      promptTitle: stored.promptTitle ?? "",
      promptMessage: stored.prompt ?? "",
      showPrompt: stored.showInputMessage !== false,
    }
  );
}

function readRule(stored: IDataValidationRule): ValidationRule | null {
  const { formula1 = "", formula2 } = stored;
  switch (stored.type) {
    case DataValidationType.LIST:
      return { kind: "list", source: formula1, dropDown: stored.showDropDown !== false };
    case DataValidationType.CUSTOM:
      return { kind: "custom", formula: formula1 };
    case DataValidationType.DECIMAL:
    case DataValidationType.WHOLE: {
      const kind = stored.type === DataValidationType.WHOLE ? "wholeNumber" : "decimal";
      const operator = OPERATOR_NAMES.get(stored.operator) ?? "";
      return { kind, operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
    }
    default:
      return null;
  }
}
