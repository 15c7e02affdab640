import type { CommitFunction } from "../../../src/sheets/formulas/call";
import type { Blocks, Given } from "../../../src/sheets/native/blocks";
import { NotNative } from "../../../src/sheets/native/not-native";
import { type TwinAnswer, twinOf } from "../../../src/sheets/native/twins";
import type { Inputs } from "./cells";
import { CALLS, type DealCells } from "./deals";
import { OURS, type Ours } from "./ours";

/** A deal in cells, and the twins of the functions that it answers. */
export interface PlacedDeal {
  readonly parts: Readonly<Record<keyof DealCells, Given>>;
  readonly twins: readonly (readonly [CommitFunction, TwinAnswer])[];
}

export function placeDeal(deal: DealCells, inputs: Inputs, blocks: Blocks): PlacedDeal {
  const parts = {
    usage: inputs.put(deal.usage),
    commitment: inputs.put(deal.commitment),
    target: inputs.put(deal.target),
    bands: inputs.put(deal.bands),
    terms: deal.terms && inputs.put(deal.terms),
    forecast: inputs.put(deal.forecast),
    probability: inputs.put(deal.probability),
  };
  const twins = CALLS.map(([name, ...given]) => {
    const twin = twinOf(
      blocks,
      name,
      given.map((part) => parts[part]),
    );
    if (twin instanceof NotNative) throw new Error(`${name}: ${JSON.stringify(twin.reason)}`);
    return [name, twin] as const;
  });
  return { parts, twins };
}

/** What our function answers for a deal. */
export function oursOf(name: CommitFunction, deal: DealCells): Ours {
  const [, ...given] = CALLS.find(([called]) => called === name) ?? [];
  return OURS[name]?.(...given.map((part) => deal[part]));
}
