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

/**
 * The longest time for which some work keeps others waiting, ms, the middle of several rounds.
 *
 * A message is sent again and again meanwhile: it comes late by what the piece before it took.
 */
export async function longestPiece(work: () => Promise<unknown>): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const { port1, port2 } = new MessageChannel();
    let [longest, last] = [0, performance.now()];
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      port2.postMessage(undefined);
    };
    port2.postMessage(undefined);
    await work();
    await new Promise((rested) => setTimeout(rested));
    port1.close();
    rounds.push(longest);
  }
  return median(rounds.slice(1));
}
