import { type AskList, askList } from "../../../analysis/negotiation/asks";
import {
  type CounterOffer,
  counterOffer,
  type WeighedAsk,
} from "../../../analysis/negotiation/counter-offer";
import { AS_IT_IS } from "../../../deal/assumptions";
import { levelsIn } from "../../../deal/negotiation-level";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { readableReference } from "../../../input/cells/cell-reference";
import { readAsks } from "../../../sheets/negotiation/asks-table";
import { COUNTER_OFFER_TITLE } from "../../../sheets/negotiation/counter-offer-sheet";
import { fingerprint } from "../../../sheets/tables/fingerprint";
import { formatCounted, timeOfMaking } from "../../../wording/format/format";
import type { CounterOfferRequest } from "../../../workbook/sheets/write-counter-offer";
import type { EfficientSheets } from "../../../workbook/usage/levers";
import { type AssumedCells, assumedCells } from "../decision/assumed-cells";
import type { PaneState } from "../pane-state";
import { negotiatedDeal } from "./asks-request";
import { asksOfShown, type ShownAsks } from "./won-clauses";

/** What a counter-offer is worked out from, as the pane knows it. */
export type CounterOfferSources = ShownAsks & Pick<PaneState, "comparables" | "usage">;

/** The asks of the deal that is shown: as its sheet has them, else as the deal lacks them. */
export function weighedAsks(sources: ShownAsks, list: AskList | undefined): readonly WeighedAsk[] {
  const sheet = asksOfShown(sources);
  if (sheet) return readAsks(sheet.cells.values).asks;
  return (list?.asks ?? []).map(({ name, yearUsd, termUsd }) => ({
    ...{ name, yearUsd, termUsd, give: "", status: "open" },
    ...{ expectedUsd: undefined, priority: undefined },
  }));
}

/** Our position, and the cells that say it; cells are undefined where those of the deal cannot. */
export interface Position {
  readonly offer: CounterOffer;
  readonly cells: AssumedCells | undefined;
}

/** What we propose for a deal; undefined while it cannot be read. */
export function positionOf(reading: ParsedDeal, asks: readonly WeighedAsk[]): Position | undefined {
  const offer = counterOffer(reading, asks);
  if (!offer) return undefined;
  const price = levelsIn(reading.discounts.ranges).includes("target") ? "target" : "offered";
  return { offer, cells: assumedCells(reading, { ...AS_IT_IS, clauses: offer.clauses, price }) };
}

/** Tells one position from another. */
export function printOfPosition(
  { offer, cells }: Position,
  { comparables }: Pick<PaneState, "comparables">,
): string {
  const { asks, ours } = offer;
  const names = asks.map(({ name }) => name);
  return fingerprint(
    JSON.stringify([names, ours.commitmentUsd, cells?.blocks, comparables?.cells.address]),
  );
}

/**
 * What the counter-offer is made from, or a sentence on what to mend first.
 *
 * @param asksSheet The sheet of asks, which it reads.
 */
export function counterOfferRequest(
  sources: CounterOfferSources,
  asksSheet: string,
  efficient: EfficientSheets | null,
  now: Date,
): CounterOfferRequest | string {
  const found = negotiatedDeal(sources.deal);
  if (typeof found === "string") return found;
  const { reading, deal, scenario, largestUsd } = found;
  const position = positionOf(reading, weighedAsks(sources, askList(reading)));
  if (!position) return "Mend the deal first: the counter-offer is worked out from it.";
  const { offer, cells } = position;
  if (!cells)
    return "Give the bands headings, such as Threshold and Discount: what is asked for is written into cells like theirs.";
  const { comparables } = sources;
  return {
    ...{ deal, largestUsd, asksSheet },
    ...(scenario && { scenario }),
    words: {
      title: COUNTER_OFFER_TITLE,
      asks: offer.asks.map(({ name }) => name),
      source: forecastSource(reading, sources, efficient),
      ourUsd: offer.ours.commitmentUsd,
    },
    cells: {
      ours: cells.blocks,
      efficient: efficient?.efficient,
      comparables: comparables ? absolute(comparables.cells.address) : undefined,
    },
    definition: {
      ...{ kind: "counterOffer", form: "live" },
      scenario: reading.scenario?.name ?? null,
      references: reading.references,
      print: printOfPosition(position, sources),
    },
    ...{ madeOn: timeOfMaking(now), sources: [{ cells: reading.cells }] },
  };
}

/** Where a forecast is from: "From 12 months of imported usage", "From Forecast". */
export function forecastSource(
  { references, forecastIsUsage, scenario }: ParsedDeal,
  { usage }: Pick<PaneState, "usage">,
  efficient: EfficientSheets | null,
): string {
  const { forecast } = references;
  if (scenario) return `From ${scenario.place}`;
  if (forecastIsUsage || forecast === null) return "One number, as if it were certain";
  const months = formatCounted(usage?.months.length ?? 0, "month", "months");
  if (usage && forecast === efficient?.efficient)
    return `From ${months} of imported usage, after the savings planned`;
  if (usage && forecast === efficient?.current) return `From ${months} of imported usage`;
  return `From ${readableReference(forecast)}`;
}

function absolute(address: string): string {
  return address.replace(/\$?([A-Z]+)\$?(\d+)(?=$|:)/g, "$$$1$$$2");
}
