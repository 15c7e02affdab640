/** Whether two pieces of plain data hold the same; what is absent and what is undefined are the same. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isRecord(one) || !isRecord(other) || Array.isArray(one) !== Array.isArray(other))
    return false;
  if (Array.isArray(one) && one.length !== (other as unknown as readonly unknown[]).length)
    return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    isSameData(one[key], other[key]),
  );
}

/** The former of two pieces of plain data where they hold the same, so that who compares by identity sees no change. */
export function keepSame<T>(now: T, before: T): T {
  return isSameData(now, before) ? before : now;
}

/** Whether a change puts nothing else in the place of what is there. */
export function isKept<T extends object>(change: Partial<T>, now: T): boolean {
  const there = new Map<string, unknown>(Object.entries(now));
  return Object.entries(change).every(([key, value]) => there.get(key) === value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
