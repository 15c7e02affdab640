import type { UsageKind } from "../rows/formats";

/** Why a row has no list price; the first that holds. */
export type UnpricedReason =
  | { readonly kind: "service" | "geo" | "speed"; readonly word: string }
  | { readonly kind: "noPriceOf"; readonly of: UsageKind }
  | { readonly kind: PlainReason };

type PlainReason =
  | "unknownModel"
  | "noPriceOnDay"
  | "fastBatch"
  | "noFast"
  | "noBatch"
  | "noUsOnly";

const PLAIN: Readonly<Record<PlainReason, string>> = {
  unknownModel: "not in the price book",
  noPriceOnDay: "no price on this date",
  fastBatch: "fast mode is not sold with batch",
  noFast: "no fast price",
  noBatch: "no batch price",
  noUsOnly: "no US-only price",
};

/** The reason as it is listed. */
export function reasonText(reason: UnpricedReason): string {
  switch (reason.kind) {
    case "service":
      return `no list price for service tier ${reason.word}`;
    case "geo":
      return `no price for inference in ${reason.word}`;
    case "speed":
      return `no price for speed ${reason.word}`;
    case "noPriceOf":
      return `no price for ${reason.of}`;
    default:
      return PLAIN[reason.kind];
  }
}
