import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { focused } from "./pane";

/** Stops of the Tab key until somebody would give up. */
const MOST_STOPS = 60;

/** Moves on with Tab, once the pane has the focus, until a control of it has, and presses keys on that. */
export async function pressOn(
  page: Page,
  pane: Frame,
  name: string | RegExp,
  ...keys: readonly string[]
): Promise<void> {
  const { keyboard } = page;
  const stops: string[] = [];
  await expect.poll(() => focusOutside(page, pane)).toBe("");
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

/** What has the focus in the page of the workbook; "" is the pane. */
async function focusOutside(page: Page, pane: Frame): Promise<string> {
  return page.evaluate(
    (frame) => {
      const active = document.activeElement;
      return active === frame ? "" : (active?.outerHTML.slice(0, 100) ?? "nothing");
    },
    await pane.frameElement(),
  );
}
