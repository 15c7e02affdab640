import type { ConditionalRule as FileRule, DataValidation as FileValidation } from "hucre/xlsx";
import { formatAddress, parseAddress, type Rect } from "../address";
import type {
  ColorStop,
  ConditionalRule,
  HighlightLook,
  Validation,
  ValidationRule,
} from "../grid";
import { readColor, writeColor } from "./file-color";

/** Turns a formula into a file's, or back. */
type Rewrite = (formula: string) => string;

type Operator = NonNullable<FileRule["operator"]>;
type FileStop = NonNullable<FileRule["colorScale"]>["cfvo"][number];

const COMPARISONS: readonly (readonly [format: string, validation: string, file: Operator])[] = [
  ["Between", "Between", "between"],
  ["NotBetween", "NotBetween", "notBetween"],
  ["EqualTo", "EqualTo", "equal"],
  ["NotEqualTo", "NotEqualTo", "notEqual"],
  ["GreaterThan", "GreaterThan", "greaterThan"],
  ["GreaterThanOrEqual", "GreaterThanOrEqualTo", "greaterThanOrEqual"],
  ["LessThan", "LessThan", "lessThan"],
  ["LessThanOrEqual", "LessThanOrEqualTo", "lessThanOrEqual"],
];

const STOPS: Readonly<Record<string, string>> = {
  LowestValue: "min",
  HighestValue: "max",
  Number: "num",
  Percent: "percent",
  Percentile: "percentile",
  Formula: "formula",
};

/** What Excel takes: longer texts would make it call the file broken. */
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

export function writeBlocks(rects: readonly Rect[]): string {
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
  switch (rule.kind) {
    case "colorScale":
      return {
        ...common,
        type: "colorScale",
        colorScale: {
          cfvo: rule.stops.map(toFileStop(rewrite)),
          // hucre writes these colours as they come; the format wants them with their opacity.
          colors: rule.stops.map(({ color }) => `FF${writeColor(color)}`),
        },
      };
    case "custom":
      return {
        ...common,
        type: "expression",
        formula: rewrite(rule.formula),
        style: toFileLook(rule.look),
      };
    case "cellValue": {
      const operands = [rule.formula1, ...(rule.formula2 ? [rule.formula2] : [])];
      const operator = COMPARISONS.find(([format]) => format === rule.operator)?.[2] ?? "equal";
      return {
        ...common,
        type: "cellIs",
        operator,
        formula: operands.map(rewrite),
        style: toFileLook(rule.look),
      };
    }
  }
}

/** A file's rule; null when it is of a kind that is not imitated. */
export function fromFileRule(
  rule: FileRule,
  rewrite: Rewrite,
  theme: readonly string[],
): ConditionalRule | null {
  const formulas = [rule.formula ?? []].flat().map(rewrite);
  if (rule.type === "colorScale" && rule.colorScale) {
    const { cfvo, colors } = rule.colorScale;
    return { kind: "colorScale", stops: cfvo.map(fromFileStop(colors, rewrite)) };
  }
  const look = fromFileLook(rule, theme);
  const [formula1, formula2] = formulas;
  if (formula1 === undefined) return null;
  if (rule.type === "expression") return { kind: "custom", formula: formula1, look };
  if (rule.type !== "cellIs") return null;
  const operator = COMPARISONS.find(([, , file]) => file === rule.operator)?.[0];
  if (operator === undefined) return null;
  return {
    kind: "cellValue",
    operator,
    formula1,
    ...(formula2 === undefined ? {} : { formula2 }),
    look,
  };
}

export function toFileValidation(
  rects: readonly Rect[],
  validation: Validation,
  rewrite: Rewrite,
): FileValidation {
  return {
    ...toFileLimit(validation.rule, rewrite),
    range: writeBlocks(rects),
    allowBlank: true,
    showErrorMessage: validation.showError,
    showInputMessage: validation.showPrompt,
    errorStyle: validation.errorStyle.toLowerCase() as NonNullable<FileValidation["errorStyle"]>,
    ...text("errorTitle", validation.errorTitle, LONGEST_TITLE),
    ...text("errorMessage", validation.errorMessage, LONGEST_MESSAGE),
    ...text("inputTitle", validation.promptTitle, LONGEST_TITLE),
    ...text("inputMessage", validation.promptMessage, LONGEST_MESSAGE),
  };
}

/** A file's validation; null when it is of a kind that is not imitated. */
export function fromFileValidation(given: FileValidation, rewrite: Rewrite): Validation | null {
  const rule = fromFileLimit(given, rewrite);
  const style = given.errorStyle ?? "stop";
  return (
    rule && {
      rule,
      errorTitle: given.errorTitle ?? "",
      errorMessage: given.errorMessage ?? "",
      errorStyle: style.charAt(0).toUpperCase() + style.slice(1),
      showError: given.showErrorMessage === true,
      promptTitle: given.inputTitle ?? "",
      promptMessage: given.inputMessage ?? "",
      showPrompt: given.showInputMessage === true,
    }
  );
}

function toFileLimit(rule: ValidationRule, rewrite: Rewrite) {
  switch (rule.kind) {
    case "list":
      return {
        type: "list",
        formula1: rule.source.startsWith("=") ? rewrite(rule.source) : `"${rule.source}"`,
      } as const;
    case "custom":
      return { type: "custom", formula1: rewrite(rule.formula) } as const;
    case "decimal":
    case "wholeNumber": {
      const operator =
        COMPARISONS.find(([, validation]) => validation === rule.operator)?.[2] ?? "between";
      return {
        type: rule.kind === "decimal" ? "decimal" : "whole",
        operator,
        formula1: rewrite(rule.formula1),
        ...(rule.formula2 === undefined ? {} : { formula2: rewrite(rule.formula2) }),
      } as const;
    }
  }
}

function fromFileLimit(given: FileValidation, rewrite: Rewrite): ValidationRule | null {
  const { type, values, formula1 = "", formula2 } = given;
  // A list that is read as a reference has its equals sign again; a number keeps none.
  const operand = (text: string): string => (/^-?[\d.]+$/.test(text) ? text : rewrite(text));
  switch (type) {
    case "list":
      return { kind: "list", source: values?.join(",") ?? rewrite(formula1), dropDown: true };
    case "custom":
      return { kind: "custom", formula: rewrite(formula1) };
    case "decimal":
    case "whole": {
      const kind = type === "decimal" ? "decimal" : "wholeNumber";
      const operator =
        COMPARISONS.find(([, , file]) => file === (given.operator ?? "between"))?.[1] ?? "Between";
      return formula2 === undefined
        ? { kind, operator, formula1: operand(formula1) }
        : { kind, operator, formula1: operand(formula1), formula2: operand(formula2) };
    }
    default:
      return null;
  }
}

function toFileStop(rewrite: Rewrite): (stop: ColorStop) => FileStop {
  return ({ type, formula }) => {
    const written = (STOPS[type] ?? "num") as FileStop["type"];
    const needsValue = type !== "LowestValue" && type !== "HighestValue";
    return needsValue ? { type: written, value: rewrite(formula ?? "0") } : { type: written };
  };
}

function fromFileStop(
  colors: readonly string[],
  rewrite: Rewrite,
): (stop: FileStop, index: number) => ColorStop {
  return ({ type, value }, index) => {
    const known = Object.entries(STOPS).find(([, file]) => file === type)?.[0] ?? "Number";
    const formula = known === "Formula" && value !== undefined ? rewrite(value) : value;
    return {
      type: known,
      color: `#${(colors[index] ?? "FFFFFF").slice(-6).toUpperCase()}`,
      ...(formula === undefined ? {} : { formula }),
    };
  };
}

function toFileLook({ fill, color, bold }: HighlightLook): NonNullable<FileRule["style"]> {
  const ground = fill ? { rgb: writeColor(fill) } : undefined;
  return {
    ...(bold || color
      ? {
          font: {
            ...(bold ? { bold } : {}),
            ...(color ? { color: { rgb: writeColor(color) } } : {}),
          },
        }
      : {}),
    // Excel takes the colour of a rule's solid fill from the background.
    ...(ground
      ? { fill: { type: "pattern", pattern: "solid", fgColor: ground, bgColor: ground } }
      : {}),
  };
}

function fromFileLook({ style }: FileRule, theme: readonly string[]): HighlightLook {
  const fill = style?.fill?.type === "pattern" ? style.fill : undefined;
  const ground = readColor(fill?.bgColor ?? fill?.fgColor, theme);
  const color = readColor(style?.font?.color, theme);
  return {
    ...(ground ? { fill: ground } : {}),
    ...(color ? { color } : {}),
    ...(style?.font?.bold ? { bold: true } : {}),
  };
}

function text<K extends string>(key: K, value: string, longest: number) {
  return value === "" ? {} : ({ [key]: value.slice(0, longest) } as Readonly<Record<K, string>>);
}
