import { typedCall } from "../../sheets/formulas/print";
import { CASE_BANDS } from "./cases";
import type { InputArea } from "./inputs";

/** A formula whose answer tells how an Excel behaves; every answer is a right one. */
export interface Observation {
  readonly formula: string;
  describe(found: unknown): string;
}

/** Ways in which one Excel differs from another, and which our functions allow for. */
export function observations(area: InputArea): readonly Observation[] {
  const bands = area.refer(CASE_BANDS);
  const unsaid = area.refer([["Forfeited share", ""]]);
  const failing = "1/0";
  return [
    {
      formula: `=${typedCall(`EFFECTIVE_COST(400000,500000,${bands},${unsaid})`)}`,
      describe: (found) => {
        const ways: Readonly<Record<string, string>> = { 500000: "as nothing", 340000: "as 0" };
        return `A blank cell reaches a function ${ways[String(found)] ?? `so that it answers ${String(found)}`}`;
      },
    },
    {
      formula: `=${typedCall(`EFFECTIVE_COST(${failing},500000,${bands})`)}`,
      describe: (found) => `A function that is given #DIV/0! shows ${String(found)}`,
    },
  ];
}
