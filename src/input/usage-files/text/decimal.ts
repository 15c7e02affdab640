/**
 * A decimal number as written, units / 10^places: amounts are added exactly, so neither the order nor the split of files changes
 * a bit of a sum, and a half cent rounds as on paper.
 */
export interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

export const ZERO: Decimal = { units: 0n, places: 0 };

/** Reads digits with an optional sign, decimals and exponent: "-12.50", "1.2e7". The caller has checked the text. */
export function decimal(text: string): Decimal {
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const units = BigInt(whole + fraction);
  const places = fraction.length - Number(exponent);
  return places >= 0 ? { units, places } : { units: units * power(-places), places: 0 };
}

/**
 * The decimal that a computed price stands for: 15 significant digits, so that 1 × 1.1 × 0.5 is 0.55 and not the double beside it.
 */
export function decimalOfPrice(price: number): Decimal {
  return decimal(String(Number(price.toPrecision(15))));
}

export function plus(one: Decimal, other: Decimal): Decimal {
  if (one.places === other.places) return { units: one.units + other.units, places: one.places };
  const places = Math.max(one.places, other.places);
  return { units: unitsAt(one, places) + unitsAt(other, places), places };
}

export function minus(one: Decimal, other: Decimal): Decimal {
  return plus(one, negative(other));
}

export function negative({ units, places }: Decimal): Decimal {
  return { units: -units, places };
}

/** A whole number of times, shifted by so many places: times(price, tokens, 6) is price × tokens / 10^6. */
export function times({ units, places }: Decimal, count: bigint, shift = 0): Decimal {
  return { units: units * count, places: places + shift };
}

export function compare(one: Decimal, other: Decimal): number {
  const difference = minus(one, other).units;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function smaller(one: Decimal, other: Decimal): Decimal {
  return compare(other, one) < 0 ? other : one;
}

export function larger(one: Decimal, other: Decimal): Decimal {
  return compare(other, one) > 0 ? other : one;
}

export function isWhole({ units, places }: Decimal): boolean {
  return units % power(places) === 0n;
}

export function wholePart({ units, places }: Decimal): bigint {
  return units / power(places);
}

/** The nearest double. */
export function toNumber({ units, places }: Decimal): number {
  return Number(`${units}e-${places}`);
}

/** Part of a whole that is not 0, to 30 decimals, as a double: one / whole. */
export function ratio(one: Decimal, whole: Decimal): number {
  const places = Math.max(one.places, whole.places);
  const units = (unitsAt(one, places) * power(30)) / unitsAt(whole, places);
  return toNumber({ units, places: 30 });
}

/** To the cent, halves away from zero: "1234.50", "-0.01". */
export function centsText(amount: Decimal): string {
  const scale = power(amount.places);
  const size = amount.units < 0n ? -amount.units : amount.units;
  const cents = (size * 200n + scale) / (scale * 2n);
  const digits = cents.toString().padStart(3, "0");
  return `${amount.units < 0n && cents > 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function unitsAt({ units, places }: Decimal, wanted: number): bigint {
  return units * power(wanted - places);
}

const POWERS = Array.from({ length: 32 }, (_, exponent) => 10n ** BigInt(exponent));

function power(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}
