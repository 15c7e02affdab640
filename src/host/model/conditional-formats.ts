import { fieldOf } from "../field-of";
import { intersect } from "../grid/address";
import type {
  ColorStop,
  ConditionalFormatInfo,
  ConditionalRule,
  HighlightLook,
} from "../grid/grid";
import {
  invalidArgument,
  invalidOperation,
  itemNotFound,
  notImplemented,
} from "../office/host-error";
import { ModelCollection, type ModelHost, ModelObject, type RangeBase } from "./model-object";
import { part } from "./part";
import { RangeAreas } from "./range-areas";
import { textOf } from "./range-input";
import { checkColor } from "./range-part";
import { InfoPart, stored } from "./stored";

const NEW_RULES: Readonly<Record<string, ConditionalRule>> = {
  ColorScale: { kind: "colorScale", stops: [] },
  Custom: { kind: "custom", formula: "", look: {} },
};

/** Excel's words for the kinds of rules. */
const TYPES: Readonly<Record<ConditionalRule["kind"], string>> = {
  colorScale: "ColorScale",
  custom: "Custom",
  cellValue: "CellValue",
};

export class ConditionalFormatCollection extends ModelCollection<ConditionalFormat, RangeBase> {
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

  #format(id: string): ConditionalFormat {
    return new ConditionalFormat(this.host, this.owner._sheetId, id);
  }
}

type CustomRule = Extract<ConditionalRule, { kind: "custom" }>;

export class ConditionalFormat extends ModelObject<string> {
  constructor(
    host: ModelHost,
    private readonly sheetId: string,
    id: string,
  ) {
    super(host, id);
  }

  override _identity(): Readonly<Record<string, unknown>> {
    return { Id: this.owner };
  }

  get #info(): ConditionalFormatInfo {
    const info = this._grid.conditionalFormats(this.sheetId).find(({ id }) => id === this.owner);
    if (info === undefined) throw itemNotFound("the conditional format was deleted");
    return info;
  }

  get _rule(): ConditionalRule {
    return this.#info.rule;
  }

  set _rule(rule: ConditionalRule) {
    this.host.editable(this.sheetId).putConditionalFormat({ ...this.#info, rule });
  }

  get id(): string {
    return this.owner;
  }

  get type(): string {
    return TYPES[this._rule.kind];
  }

  getRanges(): RangeAreas {
    const { rects } = this.#info;
    return new RangeAreas(
      this.host,
      rects.map((rect) => this.host.range(this.sheetId, rect)),
    );
  }

  setRanges(ranges: unknown): void {
    if (typeof ranges !== "string") throw notImplemented("ConditionalFormat.setRanges of objects");
    const areas = ranges.split(",");
    if (areas.some((area) => area.trim() === "")) throw invalidArgument(`"${ranges}" is no list`);
    const rects = areas.map((area) => this.host.rangeOn(this.sheetId, area.trim())._rect);
    this.host.editable(this.sheetId).putConditionalFormat({ ...this.#info, rects });
  }

  delete(): void {
    this.host.editable(this.sheetId).deleteConditionalFormat(this.#info.id);
  }

  @part(() => ColorScaleConditionalFormat) declare readonly colorScale: ColorScaleConditionalFormat;
  @part(() => CustomConditionalFormat) declare readonly custom: CustomConditionalFormat;
}

export class ColorScaleConditionalFormat extends ModelObject<ConditionalFormat> {
  set criteria(criteria: unknown) {
    if (this.owner._rule.kind !== "colorScale")
      throw invalidOperation("the format is no colour scale");
    const stops = ["minimum", "midpoint", "maximum"]
      .map((place) => fieldOf(criteria, place))
      .filter((stop) => stop !== undefined && stop !== null)
      .map(colorStop);
    this.owner._rule = { kind: "colorScale", stops };
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
  get _info(): CustomRule {
    const rule = this.owner._rule;
    if (rule.kind !== "custom") throw invalidOperation("the format has no formula");
    return rule;
  }

  _change(part: Partial<CustomRule>): void {
    this.owner._rule = { ...this._info, ...part };
  }

  @part(() => ConditionalFormatRule) declare readonly rule: ConditionalFormatRule;
  @part(() => ConditionalRangeFormat) declare readonly format: ConditionalRangeFormat;
}

export class ConditionalFormatRule extends InfoPart<CustomRule> {
  @stored("formula") declare formula: string;
}

/** How highlighted cells look. */
export class ConditionalRangeFormat extends ModelObject<CustomConditionalFormat> {
  get _info(): HighlightLook {
    return this.owner._info.look;
  }

  _change(look: HighlightLook): void {
    this.owner._change({ look: { ...this._info, ...look } });
  }

  @part(() => ConditionalRangeFill) declare readonly fill: ConditionalRangeFill;
  @part(() => ConditionalRangeFont) declare readonly font: ConditionalRangeFont;
}

export class ConditionalRangeFill extends InfoPart<HighlightLook> {
  @stored("fill", checkColor, "") declare color: string;
}

export class ConditionalRangeFont extends InfoPart<HighlightLook> {
  @stored("color", checkColor, "") declare color: string;
  @stored("bold", (bold) => bold, false) declare bold: boolean;
}
