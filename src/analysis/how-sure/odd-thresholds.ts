import type { Band } from "../../core/bands";
import type { ParsedDeal } from "../../deal/parse-deal";

/** Thresholds that are a thousand times too low or too high beside the others, as where one is written in thousands. */
export interface OddThresholds {
  readonly bands: readonly Band[];
  /** What they would be multiplied by. */
  readonly factor: number;
}

/** From a threshold to the next one more than this many times is no step of a table. */
const WIDEST_STEP = 100;
/** Multiplied, they are among the others, or no further from them than a wide step. */
const NEAR = 4;
const THOUSAND = 1_000;

/** The thresholds on the lesser side of a gap that a factor of 1,000 closes; where both sides have as many, those further from usage. */
export function oddThresholds({
  bands,
  forecast,
}: Pick<ParsedDeal, "bands" | "forecast">): OddThresholds | undefined {
  if (!bands) return undefined;
  const written = bands.bands.filter(({ thresholdUsd }) => thresholdUsd > 0);
  const usd = written.map(({ thresholdUsd }) => thresholdUsd);
  const at = usd.findIndex((one, index) => (usd[index + 1] ?? 0) > one * WIDEST_STEP);
  const [least = 0, low = 0, high = 0, most = 0] = [usd[0], usd[at], usd[at + 1], usd.at(-1)];
  if (at < 0 || low * THOUSAND * NEAR < high || least * THOUSAND > most * NEAR) return undefined;
  const [below, above] = [written.slice(0, at + 1), written.slice(at + 1)];
  const usage = forecast?.meanUsd ?? high;
  const isBelow =
    below.length === above.length ? usage * usage > low * high : below.length < above.length;
  return isBelow ? { bands: below, factor: THOUSAND } : { bands: above, factor: 1 / THOUSAND };
}
