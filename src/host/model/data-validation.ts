import { fieldOf } from "../field-of";
import type { Validation, ValidationRule } from "../grid/validation";
import { invalidArgument, notImplemented } from "../office/host-error";
import { ModelObject, RangeBase } from "./model-object";
import { readComparison, textOf } from "./range-input";

const DEFAULT_ALERT = {
  errorTitle: "",
  errorMessage: "",
  errorStyle: "Stop",
  showError: true,
  promptTitle: "",
  promptMessage: "",
  showPrompt: true,
};

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
    const { kind, ...rest } = rule;
    return rule.kind === "list"
      ? { list: { source: rule.source, inCellDropDown: rule.dropDown } }
      : { [kind]: rest };
  }

  set rule(rule: unknown) {
    this.#put({ ...DEFAULT_ALERT, ...this.#current, rule: readRule(rule) });
  }

  set errorAlert(alert: unknown) {
    const current = this.#current;
    if (current === null) throw invalidArgument("the range has no validation rule yet");
    this.#put({
      ...current,
      errorTitle: textOf(alert, "title") ?? "",
      errorMessage: textOf(alert, "message") ?? "",
      errorStyle: textOf(alert, "style") ?? "Stop",
      showError: fieldOf(alert, "showAlert") !== false,
    });
  }
}

function readRule(rule: unknown): ValidationRule {
  const list = fieldOf(rule, "list");
  if (list !== undefined) {
    const source = fieldOf(list, "source");
    return {
      kind: "list",
      source: source instanceof RangeBase ? source._reference : String(source),
      dropDown: fieldOf(list, "inCellDropDown") !== false,
    };
  }
  const formula = textOf(fieldOf(rule, "custom"), "formula");
  if (formula !== undefined) return { kind: "custom", formula };
  for (const kind of ["decimal", "wholeNumber"] as const) {
    const bounds = fieldOf(rule, kind);
    if (bounds !== undefined) return { kind, ...readComparison(bounds) };
  }
  throw notImplemented(`the validation rule ${JSON.stringify(rule)}`);
}
