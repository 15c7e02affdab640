import { intersect } from "../address";
import type { ColorStop, ConditionalFormatInfo, ConditionalRule, HighlightLook } from "../grid";
import { invalidOperation, itemNotFound, notImplemented } from "../host-error";
import type { LocalHost } from "./local-host";
import { ModelCollection, ModelObject } from "./model-object";
import type { Range } from "./range";
import { fieldOf, textOf } from "./range-input";
import { checkColor } from "./range-part";

const NEW_RULES: Readonly<Record<string, ConditionalRule>> = {
  ColorScale: { kind: "colorScale", stops: [] },
  Custom: { kind: "custom", formula: "", look: {} },
  CellValue: { kind: "cellValue", operator: "EqualTo", formula1: "", look: {} },
};

export class ConditionalFormatCollection extends ModelCollection<ConditionalFormat> {
  readonly #range: Range;

  constructor(host: LocalHost, range: Range) {
    super(host);
    this.#range = range;
  }

  _items(): readonly ConditionalFormat[] {
    return this._grid
      .conditionalFormats(this.#range._sheetId)
      .filter(({ rects }) => rects.some((rect) => intersect(rect, this.#range._rect)))
      .map(({ id }) => this.#format(id));
  }

  _find(key: unknown): ConditionalFormat | undefined {
    return this._items().find((format) => format._formatId === key);
  }

  add(type: unknown): ConditionalFormat {
    const rule = NEW_RULES[String(type)];
    if (rule === undefined) throw notImplemented(`conditional formats of type ${String(type)}`);
    const { _sheetId: sheetId, _rect: rect } = this.#range;
    const id = this.host.newId("format");
    this.host.editable(sheetId).putConditionalFormat({ id, sheetId, rects: [rect], rule });
    return this.#format(id);
  }

  clearAll(): void {
    const { _sheetId: sheetId, _rect: rect } = this.#range;
    this.host.editable(sheetId).clearConditionalFormats(sheetId, rect);
  }

  #format(id: string): ConditionalFormat {
    return this.host.once(ConditionalFormat, `${this.#range._sheetId}!${id}`);
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

  _rule(): ConditionalRule {
    return this.#info.rule;
  }

  _setRule(rule: ConditionalRule): void {
    this.host.editable(this.#sheetId).putConditionalFormat({ ...this.#info, rule });
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

/** A part of one conditional format. */
abstract class FormatPart extends ModelObject {
  protected readonly conditional: ConditionalFormat;

  constructor(host: LocalHost, conditional: ConditionalFormat) {
    super(host);
    this.conditional = conditional;
  }

  protected ruleOf<K extends ConditionalRule["kind"]>(kind: K): RuleOf<K> {
    const rule = this.conditional._rule();
    if (isKind(rule, kind)) return rule;
    throw invalidOperation(`the conditional format is no ${kind}`);
  }
}

function isKind<K extends ConditionalRule["kind"]>(
  rule: ConditionalRule,
  kind: K,
): rule is RuleOf<K> {
  return rule.kind === kind;
}

export class ColorScaleConditionalFormat extends FormatPart {
  get criteria(): unknown {
    const [minimum, middle, last] = this.ruleOf("colorScale").stops;
    return last === undefined
      ? { minimum, maximum: middle }
      : { minimum, midpoint: middle, maximum: last };
  }

  set criteria(criteria: unknown) {
    const stops = ["minimum", "midpoint", "maximum"]
      .map((place) => fieldOf(criteria, place))
      .filter((stop) => stop !== undefined && stop !== null)
      .map(colorStop);
    this.conditional._setRule({ ...this.ruleOf("colorScale"), stops });
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

export class CustomConditionalFormat extends FormatPart {
  get rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.host, this.conditional);
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.host, this.conditional);
  }
}

export class ConditionalFormatRule extends FormatPart {
  get formula(): string {
    return this.ruleOf("custom").formula;
  }

  set formula(formula: string) {
    this.conditional._setRule({ ...this.ruleOf("custom"), formula });
  }
}

export class CellValueConditionalFormat extends FormatPart {
  get rule(): unknown {
    const { operator, formula1, formula2 } = this.ruleOf("cellValue");
    return formula2 === undefined ? { operator, formula1 } : { operator, formula1, formula2 };
  }

  set rule(rule: unknown) {
    const { look } = this.ruleOf("cellValue");
    const formula2 = textOf(rule, "formula2");
    this.conditional._setRule({
      kind: "cellValue",
      operator: textOf(rule, "operator") ?? "",
      formula1: textOf(rule, "formula1") ?? "",
      ...(formula2 === undefined ? {} : { formula2 }),
      look,
    });
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.host, this.conditional);
  }
}

/** How highlighted cells look. */
abstract class LookPart extends FormatPart {
  protected get _look(): HighlightLook {
    const rule = this.conditional._rule();
    return rule.kind === "colorScale" ? {} : rule.look;
  }

  protected paint(change: HighlightLook): void {
    const rule = this.conditional._rule();
    if (rule.kind === "colorScale") throw invalidOperation("a colour scale has no format");
    this.conditional._setRule({ ...rule, look: { ...rule.look, ...change } });
  }
}

export class ConditionalRangeFormat extends LookPart {
  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.host, this.conditional);
  }

  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.host, this.conditional);
  }
}

export class ConditionalRangeFill extends LookPart {
  get color(): string {
    return this._look.fill ?? "";
  }

  set color(color: string) {
    this.paint({ fill: checkColor(color) });
  }
}

export class ConditionalRangeFont extends LookPart {
  get color(): string {
    return this._look.color ?? "";
  }

  set color(color: string) {
    this.paint({ color: checkColor(color) });
  }

  get bold(): boolean {
    return this._look.bold ?? false;
  }

  set bold(bold: boolean) {
    this.paint({ bold });
  }
}
