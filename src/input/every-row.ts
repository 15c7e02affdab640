import { failWith, type Result, succeed } from "../core/result";

/** Reads each row: the values of all, or the faults of all. */
export function everyRow<R, T>(
  rows: readonly R[],
  read: (row: R, index: number) => Result<T>,
): Result<readonly T[]> {
  const results = rows.map(read);
  const errors = results.flatMap((result) => (result.ok ? [] : result.errors));
  if (errors.length > 0) return failWith(errors);
  return succeed(results.flatMap((result) => (result.ok ? [result.value] : [])));
}
