import { generateRandomId, type IDataValidationRule } from "@univerjs/core";
import { AddSheetDataValidationCommand } from "@univerjs/sheets-data-validation";
import "@univerjs/sheets-data-validation/facade";
import { intersect, type Rect } from "../grid/address";
import { OPERATORS, type Validation, type ValidationRule } from "../grid/validation";
import { fromUniverRange, toUniverRange, type UniverContext } from "./context";

/** In the order of Univer's numbers. */
const ERROR_STYLES = ["information", "stop", "warning"] as const;

/** Kinds of rules that are imitated: Univer calls them as files do. */
const TYPES = ["list", "custom", "decimal", "whole"] as const;

/** Data validation: Univer's own rules, read back as Excel's. */
export class UniverValidation {
  constructor(private readonly context: UniverContext) {}

  validation(sheetId: string, rect: Rect): Validation | null {
    const rule = this.context.range(sheetId, rect).getDataValidation()?.rule;
    return rule ? readValidation(rule) : null;
  }

  setValidation(sheetId: string, rect: Rect, validation: Validation | null): void {
    const range = this.context.range(sheetId, rect);
    this.context.decorate(() => range.setDataValidation(null));
    if (validation === null) return;
    this.#add(sheetId, { ...writeValidation(validation), ranges: [toUniverRange(rect)] });
  }

  /** Copies the rules of a block to another sheet; the rest of each rule stays behind. */
  copyValidation(fromSheetId: string, toSheetId: string, rect: Rect): void {
    for (const { rule } of this.context.range(fromSheetId, rect).getDataValidations()) {
      const held: readonly Rect[] = rule.ranges.map(fromUniverRange);
      const shared = held.flatMap((own) => intersect(own, rect) ?? []);
      this.#add(toSheetId, { ...rule, ranges: shared.map(toUniverRange) });
    }
  }

  #add(subUnitId: string, stored: Omit<IDataValidationRule, "uid">): void {
    const rule = { ...stored, uid: generateRandomId() };
    this.context.restyle(AddSheetDataValidationCommand.id, { subUnitId, rule });
  }
}

type Rule = Omit<IDataValidationRule, "uid" | "ranges">;

function writeValidation({ rule, ...alert }: Validation): Rule {
  return {
    ...(rule as Rule),
    allowBlank: true,
    error: alert.errorMessage,
    errorTitle: alert.errorTitle,
    errorStyle: ERROR_STYLES.indexOf(alert.errorStyle),
    showErrorMessage: alert.showErrorMessage,
    prompt: alert.inputMessage,
    promptTitle: alert.inputTitle,
    showInputMessage: alert.showInputMessage,
  };
}

/** A rule of Univer's as files have it; null when it is of a kind that is not imitated. */
export function readValidation(stored: IDataValidationRule): Validation | null {
  const rule = readRule(stored);
  return (
    rule && {
      rule,
      errorTitle: stored.errorTitle ?? "",
      errorMessage: stored.error ?? "",
      errorStyle: ERROR_STYLES.find((_, number) => number === stored.errorStyle) ?? "stop",
      showErrorMessage: stored.showErrorMessage !== false,
      inputTitle: stored.promptTitle ?? "",
      inputMessage: stored.prompt ?? "",
      showInputMessage: stored.showInputMessage !== false,
    }
  );
}

function readRule(stored: IDataValidationRule): ValidationRule | null {
  const { formula1 = "", formula2 } = stored;
  const type = TYPES.find((known) => known === stored.type);
  if (type === undefined) return null;
  if (type === "list") return { type, formula1, showDropDown: stored.showDropDown !== false };
  if (type === "custom") return { type, formula1 };
  const operator = OPERATORS.find((known) => known === String(stored.operator)) ?? "between";
  return { type, operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
}
