import { median } from "./print";

const ROUNDS = 7;

/**
 * Milliseconds a call of each takes, the middle of several rounds.
 *
 * They take turns, so that a busy machine slows all of them; the first round warms up and is not counted.
 *
 * @param calls How often each is called in a round, and the call.
 */
export function takingTurns(
  ...works: readonly (readonly [calls: number, call: (index: number) => unknown])[]
): readonly number[] {
  const rounds = Array.from({ length: ROUNDS + 1 }, () =>
    works.map(([calls, call]) => {
      const started = performance.now();
      for (let index = 0; index < calls; index++) call(index);
      return (performance.now() - started) / calls;
    }),
  );
  return works.map((_, which) => median(rounds.slice(1).map((round) => round[which] ?? 0)));
}
