import type { Frame, Locator, Page } from "playwright-core";

/** A view of the pane, by its name in the code: home's row, the switcher and the icons that lead to it all carry it. */
export type ViewName =
  | "usage"
  | "offer"
  | "commitment"
  | "term"
  | "negotiation"
  | "sheets"
  | "start"
  | "scenarios"
  | "settings";

/** Opens a view with one click, from home or from any other view. */
export async function openView(pane: Frame | Page, name: ViewName): Promise<void> {
  await wayTo(pane, name).click();
  await isOpen(pane, name);
}

/** Waits until a view is open, fetched and drawn. */
export async function isOpen(pane: Frame | Page, name: ViewName): Promise<void> {
  await pane.locator(`header button.to-${name}[aria-current="page"]`).waitFor();
  await pane.locator("main .loading").waitFor({ state: "detached" });
}

/** What leads to a view, from wherever the pane is. */
export function wayTo(pane: Frame | Page, name: ViewName | "home"): Locator {
  return pane.locator(`button.to-${name}`);
}

/** Opens home from a view. */
export async function goHome(pane: Frame | Page): Promise<void> {
  await wayTo(pane, "home").click();
  await pane.locator("bandwise-home").waitFor();
}

/** Leaves a view or a form for the view before it. */
export async function goBack(pane: Frame | Page): Promise<void> {
  await pane.getByRole("button", { name: "Back", exact: true }).click();
}

/** The verdict: home's heading, and the line that stays at the top of every view. */
export function verdict(pane: Frame | Page): Locator {
  return pane.locator("bandwise-home h1, header .verdict");
}

/** What home says of a view in its row. */
export function rowLine(pane: Frame | Page, name: ViewName): Locator {
  return pane.locator(`bandwise-home li button.to-${name} .line`);
}

/** Takes an entry of home's menu of deals: a deal or scenario to show, or something to do with it. */
export async function takeFromMenu(pane: Frame | Page, words: string): Promise<void> {
  await pane.locator("bandwise-deal-menu .trigger").click();
  await pane.locator(`bandwise-deal-menu [role="menu"] button:text-is("${words}")`).click();
}

/** A button of the pane by the words on it: Fluent gives it its role from inside, where Playwright's look-up by role does not see it. */
export function button(pane: Frame | Page, words: string): Locator {
  return pane.locator("fluent-button", { hasText: words });
}

/** Waits until the pane's status line says something. */
export async function said(pane: Frame | Page, words: string | RegExp): Promise<void> {
  await pane.locator("bandwise-status").filter({ hasText: words }).waitFor();
}

/** Adds the example deal to a workbook without a deal; the pane then shows home. */
export async function startFromExample(pane: Frame | Page): Promise<void> {
  await button(pane, "Start from an example").click();
  await said(pane, "Added Deal");
  await pane.locator("bandwise-home").waitFor();
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
    const words =
      active?.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? active?.textContent ?? "";
    return words.replace(/\s+/g, " ").trim();
  });
}
