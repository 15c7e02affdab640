import { askList } from "../../../analysis/negotiation/asks";
import type { CounterOffer, WeighedAsk } from "../../../analysis/negotiation/counter-offer";
import { readAsks } from "../../../sheets/negotiation/asks-table";
import type { WrittenTable } from "../../../workbook/journal/written-table";
import { negotiatedDeal } from "../../context/negotiation/asks-request";
import {
  forecastSource,
  positionOf,
  weighedAsks,
} from "../../context/negotiation/counter-offer-request";
import { asksOfShown } from "../../context/negotiation/won-clauses";
import type { PaneState } from "../../context/pane-state";

/** What the view says of asks and of the counter-offer. */
export interface NegotiationReading {
  readonly asks: readonly WeighedAsk[];
  /** The sheet that they are on; undefined while there is none. */
  readonly sheet: WrittenTable | undefined;
  /** What on that sheet cannot be read, a sentence each. */
  readonly problems: readonly string[];
  readonly offer: CounterOffer;
  /** Where the forecast is from, without amounts. */
  readonly source: string;
}

type Sources = Pick<
  PaneState,
  "deal" | "asks" | "tables" | "shown" | "usage" | "comparables" | "currency"
>;

let last:
  | { readonly of: readonly unknown[]; readonly made: NegotiationReading | string }
  | undefined;

/** Reads what the view says, or why there is nothing to say. The pane draws often, and its deal changes seldom. */
export function readNegotiation(state: Sources): NegotiationReading | string {
  const { deal, asks, tables, shown, usage } = state;
  const of = [deal, asks, tables, shown, usage];
  if (last?.of.every((one, index) => one === of[index])) return last.made;
  const made = make(state);
  last = { of, made };
  return made;
}

function make(state: Sources): NegotiationReading | string {
  const found = negotiatedDeal(state.deal);
  if (typeof found === "string") return found;
  const { reading } = found;
  const weighed = weighedAsks(state, askList(reading));
  const position = positionOf(reading, weighed);
  if (!position) return "Mend the deal first: the asks are worked out from it.";
  const sheet = asksOfShown(state);
  return {
    asks: weighed,
    sheet: sheet?.table,
    problems: sheet ? readAsks(sheet.cells.values).problems : [],
    offer: position.offer,
    source: forecastSource(reading, state, null),
  };
}
