import type { Blocks, Given } from "../../../src/sheets/native/blocks";
import { NotNative } from "../../../src/sheets/native/not-native";
import { type TwinAnswer, twinOf } from "../../../src/sheets/native/twins";
import type { Inputs } from "./cells";
import { CALLS, type Call, type DealCells, LONG_CALLS } from "./deals";
import { OURS, type Ours } from "./ours";

/** A deal in cells, and the twins of the functions that it answers. */
export interface PlacedDeal {
  readonly parts: Readonly<Record<keyof DealCells, Given>>;
  readonly twins: readonly (readonly [Call, TwinAnswer])[];
}

export function placeDeal(
  deal: DealCells,
  inputs: Inputs,
  blocks: Blocks,
  calls: readonly Call[] = [...CALLS, ...LONG_CALLS],
): PlacedDeal {
  const parts = {
    usage: inputs.put(deal.usage),
    commitment: inputs.put(deal.commitment),
    target: inputs.put(deal.target),
    bands: inputs.put(deal.bands),
    terms: deal.terms && inputs.put(deal.terms),
    forecast: inputs.put(deal.forecast),
    probability: inputs.put(deal.probability),
    level: inputs.put(deal.level),
    usages: inputs.put(deal.usages),
    commitments: inputs.put(deal.commitments),
    measure: inputs.put(deal.measure),
    steps: inputs.put(deal.steps),
    low: inputs.put(deal.low),
    high: inputs.put(deal.high),
  };
  const twins = calls.flatMap((call): PlacedDeal["twins"] => {
    const [name, ...given] = call;
    const twin = twinOf(
      blocks,
      name,
      given.map((part) => parts[part]),
    );
    if (twin instanceof NotNative && twin.reason.kind === "withoutFormula") return [];
    if (twin instanceof NotNative) throw new Error(`${name}: ${JSON.stringify(twin.reason)}`);
    return [[call, twin]];
  });
  return { parts, twins };
}

/** What our function answers for a deal. */
export function oursOf([name, ...given]: Call, deal: DealCells): Ours {
  return OURS[name]?.(...given.map((part) => deal[part]));
}
