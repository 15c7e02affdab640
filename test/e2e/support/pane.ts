import type { Frame, Locator, Page } from "playwright-core";

/** A button of the pane by the words on it: Fluent gives it its role from inside, where Playwright's look-up by role does not see it. */
export function button(pane: Frame | Page, words: string): Locator {
  return pane.locator("fluent-button", { hasText: words });
}

/** Waits until the pane's status line says something. */
export async function said(pane: Frame | Page, words: string | RegExp): Promise<void> {
  await pane.locator("bandwise-status").filter({ hasText: words }).waitFor();
}

/** A text field of the pane by the words of its label. */
export function field(pane: Frame | Page, label: string): Locator {
  return pane.locator("fluent-text-input", { hasText: label }).locator("input");
}

/** The name of what has the focus, as its words or its label say it. */
export function focused(pane: Frame | Page): Promise<string> {
  return pane.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) {
      if (active.localName.startsWith("fluent-")) break;
      active = active.shadowRoot.activeElement;
    }
    const labels =
      active instanceof HTMLInputElement ||
      active instanceof HTMLTextAreaElement ||
      active instanceof HTMLSelectElement
        ? active.labels
        : null;
    const words = labels?.[0]?.textContent ?? active?.textContent ?? "";
    return words.replace(/\s+/g, " ").trim();
  });
}
