/** Univer waits this long after a write, in case a person types on, before it calculates. */
const QUIET_MS = 100;

type Timer = ReturnType<typeof globalThis.setTimeout>;

const waiting = new Map<Timer, () => void>();

/** Replaces the timer of that name in the bundle of host-for-node, and collects the timers of that one wait. */
function setTimer(act: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): Timer {
  const timer = globalThis.setTimeout(() => {
    waiting.delete(timer);
    act(...args);
  }, ms);
  if (ms === QUIET_MS) waiting.set(timer, () => act(...args));
  return timer;
}

function clearTimer(timer: Timer | undefined): void {
  if (timer !== undefined) waiting.delete(timer);
  globalThis.clearTimeout(timer);
}

export { clearTimer as clearTimeout, setTimer as setTimeout };

/**
 * Lets Univer calculate now instead of after its wait.
 *
 * For the point where a test begins to wait for values: nothing else runs there, so this saves time
 * and changes no order. In the browser's tests Univer waits as it does for people.
 */
export function endDebounce(): void {
  for (const [timer, act] of [...waiting]) {
    clearTimer(timer);
    act();
  }
}
