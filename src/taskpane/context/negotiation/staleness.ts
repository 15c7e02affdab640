import { askList } from "../../../analysis/negotiation/asks";
import type {
  AsksDefinition,
  CounterOfferDefinition,
  SeatsDefinition,
} from "../../../sheets/sheet-definition";
import type { SheetStaleness } from "../../../sheets/sheet-staleness";
import type { PaneState } from "../pane-state";
import { lackingOf } from "./asks-request";
import { positionOf, printOfPosition, weighedAsks } from "./counter-offer-request";
import type { ShownAsks } from "./won-clauses";

/**
 * Why a sheet of asks or a counter-offer does not fit its deal as it is now; undefined where it does, or while the deal has faults.
 *
 * @param sources With the deal that it was made from as the one that is shown.
 */
export function negotiationStaleness(
  definition: AsksDefinition | CounterOfferDefinition | SeatsDefinition,
  sources: ShownAsks & Pick<PaneState, "comparables">,
): SheetStaleness | undefined {
  const { deal } = sources;
  // It follows the cells of its deal, whatever they say.
  if (definition.kind === "seats") return undefined;
  if (deal.kind !== "read" || deal.reading.faults.length > 0) return undefined;
  const list = askList(deal.reading);
  if (!list) return undefined;
  if (definition.kind === "asks") {
    const isSame =
      String(lackingOf(list.asks)) === String(definition.lacking) &&
      (list.perYear ?? null) === definition.perYear;
    return isSame ? undefined : { kind: "asks" };
  }
  const position = positionOf(deal.reading, weighedAsks(sources, list));
  const isSame = !position || printOfPosition(position, sources) === definition.print;
  return isSame ? undefined : { kind: "position" };
}
