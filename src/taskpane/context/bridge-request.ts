import { type BridgedOffer, bridgedOffer, offerBridge } from "../../analysis/offer-bridge";
import { inOrderOfRounds, type OfferRound, roundWords } from "../../deal/offer-round";
import type { ParsedDeal } from "../../deal/parse-deal";
import { type AlsoSaidCells, alsoSaidOf } from "../../deal/text-terms";
import type { BridgeEnd } from "../../sheets/bridge-sheet";
import { bridgedDefinition } from "../../sheets/sheet-staleness";
import { timeOfMaking } from "../../wording/format/format";
import { SORT_BANDS } from "../../wording/messages/warning-messages";
import type { BridgeRequest } from "../../workbook/sheets/write-bridge";
import { workbookDealName } from "./deal-name";
import type { PaneState } from "./pane-state";
import { scenarioReferences } from "./scenario-references";

/** An offer to choose, by its name. */
export interface NamedOffer {
  readonly name: string;
  /** Its scenario; null is the deal in the workbook. */
  readonly scenario: string | null;
  readonly offer: BridgedOffer;
  readonly reading: ParsedDeal;
  /** What it says beside its prices. */
  readonly alsoSaid?: AlsoSaidCells | undefined;
  /** Who offers it, and when, where its scenario says so. */
  readonly round?: OfferRound | undefined;
  readonly note?: string;
}

type Offers = Pick<PaneState, "workbookDeal" | "scenarios" | "deals" | "shownDeal" | "alsoSaid">;

/** The deal in the workbook and the scenarios in the order of rounds, as far as they can be priced. */
export function offersOf(state: Offers): readonly NamedOffer[] {
  const { workbookDeal, scenarios } = state;
  const reading = workbookDeal.kind === "read" ? workbookDeal.reading : undefined;
  const deal = reading && bridgedOffer(reading);
  const said = (of: ParsedDeal) => ({ alsoSaid: alsoSaidOf(of, state.alsoSaid) });
  return [
    ...(deal
      ? [{ name: workbookDealName(state), scenario: null, offer: deal, reading, ...said(reading) }]
      : []),
    ...inOrderOfRounds(scenarios).flatMap(({ name, reading: read, round, row }) => {
      const offer = bridgedOffer(read);
      const note = String(row.values.Notes ?? "").trim();
      return offer
        ? [{ name, scenario: name, offer, reading: read, round, note, ...said(read) }]
        : [];
    }),
  ];
}

/** "Second offer (Acme, 14 Nov 2026)" */
export function offerTitle({ name, round }: Pick<NamedOffer, "name" | "round">): string {
  const who = roundWords(round);
  return who === "" || who === name ? name : `${name} (${who})`;
}

/** What the sheet that leads from one offer to another is made from, or why there is none. */
export function bridgeRequest(
  state: Offers,
  ends: Readonly<Record<"from" | "to", string | null>>,
  now: Date,
): BridgeRequest | string {
  const offers = offersOf(state);
  const from = offers.find(({ scenario }) => scenario === ends.from);
  const to = offers.find(({ scenario }) => scenario === ends.to);
  if (!from || !to) return "One of the two offers cannot be read: mend it first.";
  const unsorted = [from, to].find(({ reading }) => !reading.bandsAreSorted);
  if (unsorted) return `${unsorted.name}: ${SORT_BANDS}`;
  const bridge = offerBridge(from.offer, to.offer);
  return {
    from: endOf(from),
    to: endOf(to),
    alsoSaid: [from.alsoSaid, to.alsoSaid],
    bridge,
    definition: {
      ...{ kind: "bridge", form: "live" },
      from: bridgedDefinition(from.scenario, from.reading, state.alsoSaid),
      to: bridgedDefinition(to.scenario, to.reading, state.alsoSaid),
    },
    sources: [from, to].map(({ name, reading }) => ({ title: name, cells: reading.cells })),
    madeOn: timeOfMaking(now),
  };
}

function endOf(offer: NamedOffer): BridgeEnd {
  const { name, reading } = offer;
  const row = reading.scenario?.row;
  if (row)
    return {
      kind: "scenario",
      title: offerTitle(offer),
      scenario: scenarioReferences(row, reading),
    };
  const { bands, terms, commitment, forecast, usage } = reading.references;
  return {
    ...{ kind: "deal", title: name },
    references: { bands, terms, commitment: commitment ?? "0", forecast: forecast ?? usage ?? "0" },
  };
}
