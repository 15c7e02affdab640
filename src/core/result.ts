import type { PricingError } from "./errors";
import type { NoAnswer } from "./no-answer";

/** A known-good value, or every fault found in the input. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly PricingError[] };

/** A value, or the reason why the question has no answer. */
export type Answer<T> = T | NoAnswer;

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(...errors: readonly PricingError[]): Result<never> {
  return { ok: false, errors };
}

/** Fails with every fault of a list; some 100,000 would be too many arguments for one call. */
export function failWith(errors: readonly PricingError[]): Result<never> {
  return { ok: false, errors };
}

/** The values of all rows, or the faults of every one. */
export function collect<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  const errors = results.flatMap((result) => (result.ok ? [] : result.errors));
  if (errors.length > 0) return failWith(errors);
  return succeed(results.flatMap((result) => (result.ok ? [result.value] : [])));
}

/** The next step, where this one succeeded. */
export function chain<T, U>(result: Result<T>, next: (value: T) => Result<U>): Result<U> {
  return result.ok ? next(result.value) : result;
}

type Values<R extends Record<string, Result<unknown>>> = {
  readonly [K in keyof R]: R[K] extends Result<infer T> ? T : never;
};

/** Joins results into one: all the values, or the faults of every part in the order of the parts. */
export function combine<R extends Record<string, Result<unknown>>>(parts: R): Result<Values<R>> {
  const values: Record<string, unknown> = {};
  const errors: PricingError[] = [];
  for (const key in parts) {
    const part = parts[key];
    if (part?.ok) values[key] = part.value;
    else for (const error of part?.errors ?? []) errors.push(error);
  }
  return errors.length > 0 ? failWith(errors) : succeed(values as Values<R>);
}
