import type { OFFER_FIELDS } from "../input/offers/answers/is-answered";
import type { OfferReading } from "../input/offers/offer-reading";

export type ProposalField = (typeof OFFER_FIELDS)[number];

/**
 * Where each goes: into the commitment, into the terms, into the label of amounts, or beside the deal, where nothing prices it yet.
 * This list alone decides.
 */
const PLACES: Readonly<Record<ProposalField, "commitment" | "terms" | "label" | "beside">> = {
  commitmentUsd: "commitment",
  overage: "terms",
  forfeitedShareFraction: "terms",
  termMonths: "beside",
  rollover: "beside",
  rateLock: "beside",
  upliftCapFraction: "beside",
  payment: "beside",
  currency: "label",
};

/** What a proposal says and where that goes. Overage that no agreement can price goes beside the deal. */
export function placeOfField(field: ProposalField, { overage }: OfferReading) {
  const isUnpriceable =
    field === "overage" &&
    overage !== undefined &&
    overage.value.premiumFraction > 0 &&
    (overage.value.price === "step-up" || overage.value.price === "re-rate");
  return isUnpriceable ? "beside" : PLACES[field];
}
