import { roundWords } from "../../../deal/offer-round";
import type { NamedOffer } from "../../context/bridge-request";

/**
 * The two that *What changed* opens with: the last round and the one before it.
 *
 * @param offers In the order of rounds. Of one round alone the one before is the first offer; without rounds it is the first and the last.
 */
export function lastRounds(
  offers: readonly NamedOffer[],
): readonly [before: NamedOffer | undefined, last: NamedOffer | undefined] {
  const dated = offers.filter(({ round }) => round?.day !== undefined);
  return [dated.at(-2) ?? offers[0], dated.at(-1) ?? offers.at(-1)];
}

/** "Acme, 12 Nov 2026 → us, 14 Nov 2026"; "" where neither says who offers it or when. */
export function roundsSentence(from: NamedOffer, to: NamedOffer): string {
  const [before, after] = [from, to].map(({ round }) => roundWords(round));
  if (!before && !after) return "";
  return `${before || from.name} → ${after || to.name}`;
}
