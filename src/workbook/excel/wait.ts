/** What a cell shows while a function of an add-in has not answered yet. */
const NOT_YET = ["#BUSY!", "#GETTING_DATA"];

/** Pauses between readings, ms: about 25 seconds in all, and an Excel that has answered is not kept waiting. */
const PAUSES_MS = [100, 200, 400, 800, ...Array.from({ length: 15 }, () => 1600)];

type Cells = readonly (readonly unknown[])[];

/**
 * Reads until no cell is still calculating, or the pauses are used up.
 *
 * @returns What was read last.
 */
export async function readWhenCalculated(
  read: () => Promise<Cells>,
  pause: (ms: number) => Promise<void>,
): Promise<Cells> {
  let cells = await read();
  for (const ms of PAUSES_MS) {
    if (!cells.flat().some((value) => NOT_YET.some((text) => text === value))) break;
    await pause(ms);
    cells = await read();
  }
  return cells;
}

/** Waits, without keeping anything else from running. */
export function pauseFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
