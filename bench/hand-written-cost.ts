/** A cell as Excel sends it to a function. */
type Raw = string | number | boolean | null;

/**
 * The yardstick for EFFECTIVE_COST: the same bands and terms read from raw cells, the same refusals and the same sum on the
 * net basis with overage at list prices, written as one would for this deal alone.
 *
 * It reads numbers only (no typed text, no heading), throws instead of collecting faults, and has no step-up or re-rate.
 */
export function handWrittenCost(
  usage: Raw,
  commitment: Raw,
  bands: readonly (readonly Raw[])[],
  terms: readonly (readonly Raw[])[],
): number {
  const usageUsd = amount(usage);
  const commitmentUsd = amount(commitment);
  let basis = "net";
  let overage = "list";
  let premium = 0;
  let forfeited = 1;
  for (const [term, value] of terms) {
    switch (String(term).toLowerCase().replace(/[\s-]/g, "")) {
      case "term":
        break;
      case "basis":
        basis = String(value);
        break;
      case "overage":
        overage = String(value);
        break;
      case "overagepremium":
        premium = fraction(value, -1, 4);
        break;
      case "forfeitedshare":
        forfeited = fraction(value, 0, 1);
        break;
      default:
        throw new Error(`unknown term ${term}`);
    }
  }
  const cents = Math.round(commitmentUsd * 100);
  let before = -1;
  let discount = 0;
  for (const [threshold, rowDiscount] of bands) {
    const thresholdCents = Math.round(amount(threshold) * 100);
    if (thresholdCents <= before) throw new Error("thresholds must ascend");
    before = thresholdCents;
    const checked = fraction(rowDiscount, 0, 0.9999999);
    if (thresholdCents <= cents) discount = checked;
  }
  const rate = 1 - discount;
  if (cents === 0) return rate * usageUsd;
  const paidUsd = basis === "net" ? commitmentUsd : rate * commitmentUsd;
  const capacityUsd = basis === "net" ? commitmentUsd / rate : commitmentUsd;
  const price = (1 + premium) * (overage === "committed" ? rate : 1);
  const shortfallUsd = rate * Math.max(0, capacityUsd - usageUsd);
  return paidUsd + price * Math.max(0, usageUsd - capacityUsd) - (1 - forfeited) * shortfallUsd;
}

function amount(raw: Raw | undefined): number {
  const value = raw === null || raw === "" ? 0 : raw;
  if (typeof value !== "number" || !(value >= 0 && value <= 1e15)) throw new Error("not an amount");
  return value;
}

function fraction(raw: Raw | undefined, least: number, most: number): number {
  if (typeof raw !== "number" || !(raw >= least && raw <= most)) throw new Error("not a fraction");
  return raw;
}
