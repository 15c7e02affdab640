import type { ParsedDeal } from "../deal/parse-deal";
import { EXAMPLE_SOURCE } from "./example-deal";

/** Whether a deal is the example, as the sources of its bands say: nobody's own offer is illustrative. */
export function isExample({ bands }: Pick<ParsedDeal, "bands">): boolean {
  const sources = (bands?.bands ?? []).flatMap(({ texts }) =>
    texts.filter(({ heading }) => heading === "Source").map(({ text }) => text),
  );
  return sources.length > 0 && sources.every((source) => source === EXAMPLE_SOURCE);
}
