import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";

/** Widths at which the pane must look right: Excel's narrowest, its usual and its widest. */
export const PANE_WIDTHS = [320, 350, 450] as const;
const USUAL_WIDTH = 350;

/** Saves a picture of the page, once fonts and pictures in it are there. */
export async function takePicture(page: Page, file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  for (const frame of page.frames()) {
    await frame.evaluate(async () => {
      await document.fonts.ready;
      await Promise.all([...document.images].map((image) => image.decode()));
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    });
  }
  await page.screenshot({ path: file, animations: "disabled" });
}

/** Sets the width of the pane in pixels, as dragging its edge does. */
export async function resizePane(page: Page, width: number): Promise<void> {
  await page.evaluate((wanted) => window.localWorkbook?.pane.resize(wanted), width);
}

/** Saves one picture for each width of the pane, in light and in dark: `<stem>-350-dark.png`. Leaves it light and as wide as usual. */
export async function takePaneTour(page: Page, stem: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of PANE_WIDTHS) {
      await resizePane(page, width);
      await takePicture(page, `${stem}-${width}-${colorScheme}.png`);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await resizePane(page, USUAL_WIDTH);
}
