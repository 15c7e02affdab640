import { intersect } from "../address";
import { fieldOf } from "../field-of";
import type { ColorStop, ConditionalFormatInfo, ConditionalRule, HighlightLook } from "../grid";
import { invalidOperation, itemNotFound, notImplemented } from "../host-error";
import type { LocalHost } from "./local-host";
import { ModelCollection, ModelObject } from "./model-object";
import type { Range } from "./range";
import { readComparison, textOf } from "./range-input";
import { checkColor } from "./range-part";
import { InfoPart, stored } from "./stored";

const NEW_RULES: Readonly<Record<string, ConditionalRule>> = {
  ColorScale: { kind: "colorScale", stops: [] },
  Custom: { kind: "custom", formula: "", look: {} },
  CellValue: { kind: "cellValue", operator: "EqualTo", formula1: "", look: {} },
};

export class ConditionalFormatCollection extends ModelCollection<ConditionalFormat, Range> {
  _items(): readonly ConditionalFormat[] {
    return this._grid
      .conditionalFormats(this.owner._sheetId)
      .filter(({ rects }) => rects.some((rect) => intersect(rect, this.owner._rect)))
      .map(({ id }) => this.#format(id));
  }

  add(type: unknown): ConditionalFormat {
    const rule = NEW_RULES[String(type)];
    if (rule === undefined) throw notImplemented(`conditional formats of type ${String(type)}`);
    const { _sheetId: sheetId, _rect: rect } = this.owner;
    const id = this.host.newId("format");
    this.host.editable(sheetId).putConditionalFormat({ id, sheetId, rects: [rect], rule });
    return this.#format(id);
  }

  clearAll(): void {
    const { _sheetId: sheetId, _rect: rect } = this.owner;
    this.host.editable(sheetId).clearConditionalFormats(sheetId, rect);
  }

  #format(id: string): ConditionalFormat {
    return this.host.once(ConditionalFormat, `${this.owner._sheetId}!${id}`);
  }
}

type RuleOf<K extends ConditionalRule["kind"]> = Extract<ConditionalRule, { kind: K }>;

export class ConditionalFormat extends ModelObject {
  readonly #sheetId: string;
  readonly _formatId: string;

  constructor(host: LocalHost, id: string) {
    super(host);
    const [sheetId = "", formatId = ""] = id.split("!");
    this.#sheetId = sheetId;
    this._formatId = formatId;
  }

  override _identity(): Readonly<Record<string, unknown>> {
    return { Id: this._formatId };
  }

  get #info(): ConditionalFormatInfo {
    const info = this._grid
      .conditionalFormats(this.#sheetId)
      .find(({ id }) => id === this._formatId);
    if (info === undefined) throw itemNotFound("the conditional format was deleted");
    return info;
  }

  get _rule(): ConditionalRule {
    return this.#info.rule;
  }

  set _rule(rule: ConditionalRule) {
    this.host.editable(this.#sheetId).putConditionalFormat({ ...this.#info, rule });
  }

  _ruleOf<K extends ConditionalRule["kind"]>(kind: K): RuleOf<K> {
    const rule = this._rule;
    if (isKind(rule, kind)) return rule;
    throw invalidOperation(`the conditional format is no ${kind}`);
  }

  get colorScale(): ColorScaleConditionalFormat {
    return new ColorScaleConditionalFormat(this.host, this);
  }

  get custom(): CustomConditionalFormat {
    return new CustomConditionalFormat(this.host, this);
  }

  get cellValue(): CellValueConditionalFormat {
    return new CellValueConditionalFormat(this.host, this);
  }
}

function isKind<K extends ConditionalRule["kind"]>(
  rule: ConditionalRule,
  kind: K,
): rule is RuleOf<K> {
  return rule.kind === kind;
}

export class ColorScaleConditionalFormat extends ModelObject<ConditionalFormat> {
  get criteria(): unknown {
    const [minimum, middle, last] = this.owner._ruleOf("colorScale").stops;
    return last === undefined
      ? { minimum, maximum: middle }
      : { minimum, midpoint: middle, maximum: last };
  }

  set criteria(criteria: unknown) {
    const stops = ["minimum", "midpoint", "maximum"]
      .map((place) => fieldOf(criteria, place))
      .filter((stop) => stop !== undefined && stop !== null)
      .map(colorStop);
    this.owner._rule = { ...this.owner._ruleOf("colorScale"), stops };
  }
}

function colorStop(stop: unknown): ColorStop {
  const formula = textOf(stop, "formula");
  return {
    type: textOf(stop, "type") ?? "",
    color: checkColor(textOf(stop, "color")),
    ...(formula === undefined ? {} : { formula }),
  };
}

export class CustomConditionalFormat extends ModelObject<ConditionalFormat> {
  get rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.host, this.owner);
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.host, this.owner);
  }
}

export class ConditionalFormatRule extends ModelObject<ConditionalFormat> {
  get _info(): RuleOf<"custom"> {
    return this.owner._ruleOf("custom");
  }

  _change(part: Partial<RuleOf<"custom">>): void {
    this.owner._rule = { ...this._info, ...part };
  }

  @stored("formula") declare formula: string;
}

export class CellValueConditionalFormat extends ModelObject<ConditionalFormat> {
  get rule(): unknown {
    const { kind, look, ...rule } = this.owner._ruleOf("cellValue");
    return rule;
  }

  set rule(rule: unknown) {
    const { kind, look } = this.owner._ruleOf("cellValue");
    this.owner._rule = { kind, look, ...readComparison(rule) };
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.host, this.owner);
  }
}

/** How highlighted cells look. */
export class ConditionalRangeFormat extends ModelObject<ConditionalFormat> {
  get _info(): HighlightLook {
    const rule = this.owner._rule;
    return rule.kind === "colorScale" ? {} : rule.look;
  }

  _change(look: HighlightLook): void {
    const rule = this.owner._rule;
    if (rule.kind === "colorScale") throw invalidOperation("a colour scale has no format");
    this.owner._rule = { ...rule, look: { ...rule.look, ...look } };
  }

  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.host, this);
  }

  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.host, this);
  }
}

export class ConditionalRangeFill extends InfoPart<HighlightLook> {
  @stored("fill", checkColor, "") declare color: string;
}

export class ConditionalRangeFont extends InfoPart<HighlightLook> {
  @stored("color", checkColor, "") declare color: string;
  @stored("bold", (bold) => bold, false) declare bold: boolean;
}
