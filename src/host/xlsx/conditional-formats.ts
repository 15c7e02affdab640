import type { ConditionalRule as FileRule, DataValidation as FileValidation } from "hucre/xlsx";
import { formatAddress, parseAddress, type Rect } from "../grid/address";
import type { ConditionalRule, HighlightLook } from "../grid/grid";
import { OPERATORS, type Validation, type ValidationRule } from "../grid/validation";
import { readColor, writeColor } from "./file-color";
import { known, unlessEmpty } from "./known";

/** Turns a formula into a file's, or back. */
type Rewrite = (formula: string) => string;

type FileLook = NonNullable<FileRule["style"]>;
type FileStop = NonNullable<FileRule["colorScale"]>["cfvo"][number];
type FileLimit = Pick<FileValidation, "type" | "operator" | "formula1" | "formula2">;

const STOPS: readonly (readonly [type: string, file: string])[] = [
  ["LowestValue", "min"],
  ["HighestValue", "max"],
  ["Number", "num"],
  ["Percent", "percent"],
  ["Percentile", "percentile"],
  ["Formula", "formula"],
];

/** Excel's limits: it reports a file with longer texts as damaged. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

function writeBlocks(rects: readonly Rect[]): string {
  return rects.map((rect) => formatAddress(rect)).join(" ");
}

export function readBlocks(text: string): readonly Rect[] {
  return text.split(/\s+/).flatMap((address) => parseAddress(address)?.rect ?? []);
}

export function toFileRule(
  rects: readonly Rect[],
  rule: ConditionalRule,
  priority: number,
  rewrite: Rewrite,
): FileRule {
  const common = { priority, range: writeBlocks(rects) };
  if (rule.kind === "colorScale") {
    const cfvo = rule.stops.map(({ type, formula }) =>
      known<FileStop>({
        type: (STOPS.find(([stop]) => stop === type)?.[1] ?? "num") as FileStop["type"],
        value: type.endsWith("estValue") ? undefined : rewrite(formula ?? "0"),
      }),
    );
    // hucre writes these colours as given; the format wants them with their opacity.
    const colors = rule.stops.map(({ color }) => `FF${writeColor(color)}`);
    return { ...common, type: "colorScale", colorScale: { cfvo, colors } };
  }
  const style = toFileLook(rule.look);
  if (rule.kind === "custom") {
    return { ...common, type: "expression", formula: rewrite(rule.formula), style };
  }
  const formula = [rule.formula1, ...(rule.formula2 ? [rule.formula2] : [])].map(rewrite);
  return { ...common, type: "cellIs", operator: rule.operator, formula, style };
}

/** A file's rule; null when it is of a kind that is not imitated. */
export function fromFileRule(
  { type, colorScale, ...rule }: FileRule,
  rewrite: Rewrite,
  theme: readonly string[],
): ConditionalRule | null {
  if (type === "colorScale" && colorScale) {
    const stops = colorScale.cfvo.map((stop, index) => {
      const known = STOPS.find(([, file]) => file === stop.type)?.[0] ?? "Number";
      const { value } = stop;
      return {
        type: known,
        color: `#${(colorScale.colors[index] ?? "FFFFFF").slice(-6).toUpperCase()}`,
        ...(value === undefined ? {} : { formula: known === "Formula" ? rewrite(value) : value }),
      };
    });
    return { kind: "colorScale", stops };
  }
  const look = fromFileLook(rule.style, theme);
  const [formula1, formula2] = [rule.formula ?? []].flat().map(rewrite);
  if (formula1 === undefined) return null;
  if (type === "expression") return { kind: "custom", formula: formula1, look };
  const operator = OPERATORS.find((known) => known === rule.operator);
  if (type !== "cellIs" || operator === undefined) return null;
  const operands = formula2 === undefined ? { formula1 } : { formula1, formula2 };
  return { kind: "cellValue", operator, ...operands, look };
}

export function toFileValidation(
  rects: readonly Rect[],
  { rule, ...alert }: Validation,
  rewrite: Rewrite,
): FileValidation {
  const cut = (text: string, longest: number) => text.slice(0, longest) || undefined;
  return known<FileValidation>({
    ...alert,
    ...toFileLimit(rule, rewrite),
    range: writeBlocks(rects),
    allowBlank: true,
    errorTitle: cut(alert.errorTitle, LONGEST_TITLE),
    errorMessage: cut(alert.errorMessage, LONGEST_MESSAGE),
    inputTitle: cut(alert.inputTitle, LONGEST_TITLE),
    inputMessage: cut(alert.inputMessage, LONGEST_MESSAGE),
  });
}

/** A file's validation; null when it is of a kind that is not imitated. */
export function fromFileValidation(given: FileValidation, rewrite: Rewrite): Validation | null {
  const rule = fromFileLimit(given, rewrite);
  return (
    rule && {
      rule,
      errorTitle: given.errorTitle ?? "",
      errorMessage: given.errorMessage ?? "",
      errorStyle: given.errorStyle ?? "stop",
      showErrorMessage: given.showErrorMessage === true,
      inputTitle: given.inputTitle ?? "",
      inputMessage: given.inputMessage ?? "",
      showInputMessage: given.showInputMessage === true,
    }
  );
}

function toFileLimit(rule: ValidationRule, rewrite: Rewrite): FileLimit {
  const { type, formula1 } = rule;
  if (type === "custom") return { type, formula1: rewrite(formula1) };
  if (type === "list")
    return { type, formula1: formula1.startsWith("=") ? rewrite(formula1) : `"${formula1}"` };
  const { operator, formula2 } = rule;
  return known<FileLimit>({
    ...{ type, operator, formula1: rewrite(formula1) },
    formula2: formula2 === undefined ? undefined : rewrite(formula2),
  });
}

function fromFileLimit(given: FileValidation, rewrite: Rewrite): ValidationRule | null {
  const { type, values, operator = "between", formula1 = "", formula2 } = given;
  if (type === "custom") return { type, formula1: rewrite(formula1) };
  if (type === "list")
    return { type, formula1: values?.join(",") ?? rewrite(formula1), showDropDown: true };
  if (type !== "decimal" && type !== "whole") return null;
  // A list that is read as a reference has its equals sign again; a number keeps none.
  const operand = (text: string): string => (/^-?[\d.]+$/.test(text) ? text : rewrite(text));
  const limits = { type, operator, formula1: operand(formula1) };
  return formula2 === undefined ? limits : { ...limits, formula2: operand(formula2) };
}

function toFileLook({ fill, color, bold }: HighlightLook): FileLook {
  const ground = fill && { rgb: writeColor(fill) };
  const font = known<NonNullable<FileLook["font"]>>({
    bold: bold || undefined,
    color: color ? { rgb: writeColor(color) } : undefined,
  });
  return known<FileLook>({
    font: unlessEmpty(font),
    // Excel takes the colour of a rule's solid fill from the background.
    fill: ground
      ? { type: "pattern", pattern: "solid", fgColor: ground, bgColor: ground }
      : undefined,
  });
}

function fromFileLook(style: FileLook | undefined, theme: readonly string[]): HighlightLook {
  const fill = style?.fill?.type === "pattern" ? style.fill : undefined;
  return known<HighlightLook>({
    fill: readColor(fill?.bgColor ?? fill?.fgColor, theme),
    color: readColor(style?.font?.color, theme),
    bold: style?.font?.bold || undefined,
  });
}
