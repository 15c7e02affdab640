/** Numbers of our functions and of the workings agree to so small a part of them. */
const TOLERANCE = 1e-9;

/** Whether a cell shows another value than before, by more than arithmetic in another order makes. */
export function differs(before: unknown, now: unknown): boolean {
  if (typeof before === "number" && typeof now === "number")
    return !(Math.abs(before - now) <= TOLERANCE * Math.max(1, Math.abs(before)));
  return (before ?? "") !== (now ?? "");
}
