import { fieldOf } from "../field-of";
import {
  type Comparison,
  OPERATORS,
  type Operator,
  type Validation,
  type ValidationRule,
} from "../grid/validation";
import { invalidArgument, notImplemented } from "../office/host-error";
import { ModelObject, type RangeBase } from "./model-object";
import { textOf } from "./range-input";

const DEFAULT_ALERT = {
  errorTitle: "",
  errorMessage: "",
  errorStyle: "stop",
  showErrorMessage: true,
  inputTitle: "",
  inputMessage: "",
  showInputMessage: true,
} as const;

const STYLES = ["stop", "warning", "information"] as const;

export class DataValidation extends ModelObject<RangeBase> {
  get #current(): Validation | null {
    return this._grid.validation(this.owner._sheetId, this.owner._rect);
  }

  #put(validation: Validation): void {
    const { _sheetId: sheetId, _rect: rect } = this.owner;
    this.host.editable(sheetId).setValidation(sheetId, rect, validation);
  }

  get rule(): unknown {
    const rule = this.#current?.rule;
    if (rule === undefined) return {};
    if (rule.type === "list")
      return { list: { source: rule.formula1, inCellDropDown: rule.showDropDown } };
    if (rule.type === "custom") return { custom: { formula: rule.formula1 } };
    const { type, operator, ...limits } = rule;
    const kind = type === "whole" ? "wholeNumber" : type;
    return { [kind]: { ...limits, operator: excelsWord(operator) } };
  }

  set rule(rule: unknown) {
    this.#put({ ...DEFAULT_ALERT, ...this.#current, rule: readRule(rule) });
  }

  set errorAlert(alert: unknown) {
    const current = this.#current;
    if (current === null) throw invalidArgument("the range has no validation rule yet");
    const style = textOf(alert, "style")?.toLowerCase();
    this.#put({
      ...current,
      errorTitle: textOf(alert, "title") ?? "",
      errorMessage: textOf(alert, "message") ?? "",
      errorStyle: STYLES.find((known) => known === style) ?? "stop",
      showErrorMessage: fieldOf(alert, "showAlert") !== false,
    });
  }
}

function readRule(rule: unknown): ValidationRule {
  const list = fieldOf(rule, "list");
  if (list !== undefined) {
    return {
      type: "list",
      formula1: textOf(list, "source") ?? "",
      showDropDown: fieldOf(list, "inCellDropDown") !== false,
    };
  }
  const formula1 = textOf(fieldOf(rule, "custom"), "formula");
  if (formula1 !== undefined) return { type: "custom", formula1 };
  const decimal = fieldOf(rule, "decimal");
  if (decimal !== undefined) return { type: "decimal", ...readComparison(decimal) };
  const whole = fieldOf(rule, "wholeNumber");
  if (whole !== undefined) return { type: "whole", ...readComparison(whole) };
  throw notImplemented(`the validation rule ${JSON.stringify(rule)}`);
}

function readComparison(limits: unknown): Comparison {
  const word = textOf(limits, "operator");
  const formula1 = textOf(limits, "formula1");
  const formula2 = textOf(limits, "formula2");
  const operator = OPERATORS.find((known) => excelsWord(known) === word);
  if (operator === undefined || formula1 === undefined)
    throw invalidArgument(`a rule compares with ${word} ${formula1}`);
  return formula2 === undefined ? { operator, formula1 } : { operator, formula1, formula2 };
}

/** GreaterThanOrEqualTo, of greaterThanOrEqual. */
function excelsWord(operator: Operator): string {
  const word = operator.charAt(0).toUpperCase() + operator.slice(1);
  return word.endsWith("qual") ? `${word}To` : word;
}
