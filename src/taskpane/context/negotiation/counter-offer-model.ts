import type { Outcome } from "../../../workbook/excel/outcome";
import type { WrittenPlace } from "../../../workbook/journal/rewrite-sheet";
import type { WrittenTable } from "../../../workbook/journal/written-table";
import { catchFault } from "../catch-fault";
import type { PaneContext } from "../pane-context";
import type { DealState } from "../pane-state";
import { asksRequest } from "./asks-request";
import { counterOfferRequest } from "./counter-offer-request";
import { asksOfShown } from "./won-clauses";

/** Writes a counter-offer: first the sheet of asks that it reads, where there is none yet. */
export type WriteCounterOffer = () => Promise<Outcome<WrittenTable>>;

/**
 * What writes the counter-offer of a deal, or a sentence on what to mend first.
 *
 * @param of The deal, and the scenario that it is; null is the deal in the workbook.
 * @param again In place of a counter-offer that is there.
 */
export function counterOfferWrite(
  pane: PaneContext,
  of: { readonly deal: DealState; readonly shown: string | null },
  now: Date,
  again?: WrittenPlace,
): WriteCounterOffer | string {
  const asks = asksRequest(of.deal, now);
  if (typeof asks === "string") return asks;
  const request = (sheet: string, efficient: Parameters<typeof counterOfferRequest>[2]) =>
    counterOfferRequest({ ...pane.state(), ...of }, sheet, efficient, now);
  const first = request("", null);
  if (typeof first === "string") return first;
  return async () => {
    const { actions } = pane;
    const { currency } = pane.state();
    const there = asksOfShown({ ...pane.state(), ...of });
    const written = there ? undefined : await catchFault(actions.writeAsks(asks, currency));
    if (written && !written.ok) return written;
    const sheet = there?.table.sheet ?? written?.value.sheet ?? "";
    const efficient = await catchFault(actions.readEfficientSheets());
    const whole = request(sheet, efficient.ok ? efficient.value : null);
    if (typeof whole === "string") throw new Error(whole);
    return actions.writeCounterOffer({ ...whole, ...(again && { again }) }, currency);
  };
}
