import type { CellContent } from "./formulas/call";
import { literalText } from "./literal-text";

/** What to write so that a cell holds again what somebody typed: a formula stays one, and a text that looks like one stays a text. */
export function typedCell(value: unknown, formula: unknown): CellContent {
  if (typeof formula === "string" && formula.startsWith("=") && formula !== value)
    return { kind: "reference", reference: formula.slice(1) };
  if (typeof value === "number") return value;
  return typeof value === "string" ? literalText(value) : String(value ?? "");
}
