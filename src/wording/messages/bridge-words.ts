import type { BridgeChange } from "../../analysis/offer-bridge";
import { formatList } from "../format/format";

const NAMES: Readonly<Record<BridgeChange, string>> = {
  bands: "Bands",
  terms: "Terms",
  commitmentUsd: "Commitment",
  forecast: "Usage",
};

/** The order of the changes of a bridge, as the pane and the sheet state it. */
export const BRIDGE_ORDER =
  "One change at a time: bands, terms, commitment, usage; in reverse: usage first. Each order sums to the whole.";

/** "Bands", or "Bands and terms" where they change together. */
export function changeNames(changes: readonly BridgeChange[]): string {
  return formatList(
    changes.map((change, index) => (index === 0 ? NAMES[change] : NAMES[change].toLowerCase())),
  );
}
