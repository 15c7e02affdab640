import type { Frame, Page } from "playwright-core";
import { focused } from "./pane";

/** Stops of the Tab key until somebody would give up. */
const MOST_STOPS = 60;

/** Moves on with Tab until a control of the pane has the focus, and presses keys on it. */
export async function pressOn(
  { keyboard }: Page,
  pane: Frame,
  name: string | RegExp,
  ...keys: readonly string[]
): Promise<void> {
  const stops: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const now = await focused(pane);
    if (typeof name === "string" ? now === name : name.test(now)) {
      for (const key of keys) await keyboard.press(key);
      return;
    }
    stops.push(now);
    await keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not come to ${name}, only to ${stops.join(", ")}`);
}
