/** Days of a source that files cover, both included: a file covers from its first day to its last, days without use too. */
export interface Stretch {
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Days between two files that are closed: nobody exports weekends without use. */
const MOST_DAYS_BETWEEN = 3;

/** What files cover together: stretches that meet, overlap or leave a small gap are one. */
export function coverage(files: readonly Stretch[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const file of files.toSorted((one, other) => one.firstDay - other.firstDay)) {
    const last = stretches.at(-1);
    if (last && file.firstDay - last.lastDay - 1 <= MOST_DAYS_BETWEEN)
      stretches[stretches.length - 1] = {
        firstDay: last.firstDay,
        lastDay: Math.max(last.lastDay, file.lastDay),
      };
    else stretches.push(file);
  }
  return stretches;
}

/** The stretch from the first to the last of some days; undefined where there are none. */
export function stretchOf(days: Iterable<number>): Stretch | undefined {
  let [firstDay, lastDay] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) [firstDay, lastDay] = [Math.min(firstDay, day), Math.max(lastDay, day)];
  return firstDay <= lastDay ? { firstDay, lastDay } : undefined;
}
