import type { Frame } from "playwright-core";

/** Gives a page `longestGap`, for what is evaluated in it. */
export async function giveLongestGap(page: Pick<Frame, "evaluate">): Promise<void> {
  await page.evaluate(`globalThis.longestGap = ${measureLongestGap.toString()}`);
}

declare global {
  var longestGap: LongestGap;
}

type LongestGap = (act: () => void, restMs: number) => Promise<number>;

/**
 * The longest gap between messages that the page sends itself, from an action until a rest after it is over: a task that runs keeps
 * the next message waiting.
 */
async function measureLongestGap(act: () => void, restMs: number): Promise<number> {
  const channel = new MessageChannel();
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) channel.port2.postMessage(undefined);
  };
  channel.port2.postMessage(undefined);
  act();
  await new Promise((rested) => setTimeout(rested, restMs));
  isOver = true;
  return longest;
}
