import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { EXHAUSTIVE } from "../support/exhaustive";
import { SCENARIOS, type ScenarioName } from "../taskpane/pane-scenarios";
import { describeInBrowser } from "./support/describe-in-browser";
import {
  button,
  field,
  goHome,
  isOpen,
  openView,
  said,
  type ViewName,
  wayTo,
} from "./support/pane";
import { PANE_WIDTHS } from "./support/pictures";
import { faultsOfPane, tooWide, useScenarioPages } from "./support/scenario-pages";

const VIEW_NAMES: readonly ViewName[] = [
  ...(["usage", "offer", "commitment", "term", "negotiation", "sheets"] as const),
  ...(["start", "scenarios", "settings"] as const),
];

/** Views that show a state by parts of their own. Axe looks at these; the others are only measured, at the narrowest. */
const PARTS: Readonly<Partial<Record<ScenarioName, readonly (ViewName | "home")[]>>> = {
  reading: ["home"],
  empty: ["home"],
  refused: ["home"],
  example: ["home", ...VIEW_NAMES],
  faults: ["home", "usage", "offer", "commitment"],
  "terms at fault": ["negotiation"],
  "only bands": ["home", "usage", "commitment"],
  "no commitment": ["negotiation"],
  warnings: ["offer"],
  "long words": ["offer", "commitment"],
  "discount ranges": ["offer", "commitment"],
  tables: ["sheets"],
  "a table that no longer fits": ["sheets"],
  scenarios: ["home", "negotiation", "scenarios"],
};
const OTHERS_WIDTHS = EXHAUSTIVE ? PANE_WIDTHS : PANE_WIDTHS.slice(0, 1);
/** Views that show the same in every state: `npm test` measures them in one. */
const SAME_IN_ALL: readonly ViewName[] = EXHAUSTIVE ? [] : ["start", "settings"];
/** States without a deal, where home is all that the pane shows. */
const WITHOUT_DEAL: readonly ScenarioName[] = ["reading", "empty", "refused", "choice lost"];

describeInBrowser("the pane", () => {
  const show = useScenarioPages<ScenarioName>("scenario-page", (page) =>
    page.locator("h1").waitFor(),
  );

  test("fits its width in every view of every state, and each part is accessible in light, dark and forced colours", async () => {
    const faults: string[] = [];
    const names = Object.keys(SCENARIOS) as ScenarioName[];
    const lookAtRest = async (): Promise<void> => {
      let page: Page | undefined;
      for (let name = names.pop(); name !== undefined; name = names.pop()) {
        page = await show(name, faults, page);
        for (const view of viewsIn(name)) {
          // The same as openView, without the wait for a place to click on: other tests click.
          await wayTo(page, view).dispatchEvent("click");
          await isOpen(page, view);
          faults.push(...(await faultsIn(page, name, view)));
        }
        if (!WITHOUT_DEAL.includes(name)) await goHome(page);
        faults.push(...(await faultsIn(page, name, "home")));
      }
    };
    // Two pages at a time, since each keeps one core busy.
    await Promise.all([lookAtRest(), lookAtRest()]);
    expect(faults).toEqual([]);
  });

  test("is accessible with the menu of deals open", async () => {
    const faults: string[] = [];
    const page = await show("scenarios", faults);
    await page.locator("bandwise-deal-menu .trigger").click();
    await page.getByRole("menuitemradio", { name: "Reach for $500k" }).waitFor();
    faults.push(...(await faultsOfPane(page)));
    expect(faults).toEqual([]);
  });

  test("is accessible with its messages", async () => {
    const faults: string[] = [];
    const page = await show("occupied", faults);
    await openView(page, "sheets");
    await field(page, "Usage from").fill("500.000");
    await field(page, "Rows at most").fill("12.5");
    await button(page, "Build table").click();
    await page.getByText("which may mean 500").first().waitFor();
    faults.push(...(await faultsOfPane(page)));
    await button(page, "Use selected cells").click();
    await page.getByText("4 usages in Forecast!B3:B8: $400,000 to $700,000.").waitFor();
    await page.getByLabel("At the selected cell").check();
    await button(page, "Build table").click();
    await button(page, "New sheet").waitFor();
    faults.push(...(await faultsOfPane(page)));
    await button(page, "New sheet").click();
    await said(page, /Built /);
    faults.push(...(await faultsOfPane(page)));
    await openView(page, "settings");
    await button(page, "Check this Excel").click();
    await page.getByLabel("Report, with nothing of your workbook in it").waitFor();
    faults.push(...(await faultsOfPane(page)));
    expect(faults).toEqual([]);
  });

  test("is accessible while a proposal is read", async () => {
    const faults: string[] = [];
    const page = await show("empty", faults);
    await button(page, "Start from a proposal").click();
    await page.getByRole("heading", { name: "Start from a proposal" }).waitFor();
    faults.push(...(await faultsOfPane(page)));
    await page
      .getByLabel("Proposal", { exact: true })
      .fill("250k 10%\n500k up to 15%\n62.500 20% a month, of 12 Nov");
    await field(page, "Commitment").fill("500.000");
    await button(page, "Show where I stand").click();
    await page.getByText("This is not firm. Does the deal count on it?").first().waitFor();
    await page.getByText('Commitment is "500.000", which may mean 500 or 500,000').waitFor();
    faults.push(...(await faultsOfPane(page)));
    await page.getByLabel("Proposal", { exact: true }).fill("250k 10%\n500k 15%");
    await page.getByText("Understood: 2 bands").waitFor();
    faults.push(...(await faultsOfPane(page)));
    expect(faults).toEqual([]);
  });

  test("is accessible while cells are chosen and a place is asked for", async () => {
    const faults: string[] = [];
    const page = await show("empty", faults);
    await button(page, "Start from my sheet").click();
    await page.getByRole("heading", { name: "Start from my sheet" }).waitFor();
    faults.push(...(await faultsOfPane(page)));
    await fillIn(page, "Bands", "Wrong");
    await fillIn(page, "Terms", "Nowhere");
    await fillIn(page, "Usage", "Forecast!A3");
    await page.getByText("This workbook has no table or cells called Nowhere.").waitFor();
    await page.getByText("Discount in row 3 of bands is 15").waitFor();
    faults.push(...(await faultsOfPane(page)));
    await fillIn(page, "Bands", "Offer");
    await page.getByText("Understood as 2 bands: $0 0%, $250,000 10%").waitFor();
    await page.getByText("The Forfeited share in row 3 of Bands is blank.").waitFor();
    await fillIn(page, "Terms", "My_terms");
    await fillIn(page, "Usage", "Forecast!B3");
    await page.getByText("Understood as $600,000").waitFor();
    await fillIn(page, "Forecast", "Outlook!A1:B3");
    await page.getByText("Understood as lognormal, mean $608,863, P10 $400k").waitFor();
    faults.push(...(await faultsOfPane(page)));
    const overwriting = await show("cells to overwrite", faults);
    await openView(overwriting, "sheets");
    await overwriting.getByLabel("At the selected cell").check();
    await button(overwriting, "Build table").click();
    await button(overwriting, "Overwrite").waitFor();
    faults.push(...(await faultsOfPane(overwriting)));
    await button(overwriting, "Another place").click();
    await button(overwriting, "Build here").waitFor();
    faults.push(...(await faultsOfPane(overwriting)));
    expect(faults).toEqual([]);
  });

  test("is accessible with other axes, their messages and a table that no longer fits", async () => {
    const faults: string[] = [];
    const page = await show("a table that no longer fits", faults);
    await openView(page, "sheets");
    await page.getByLabel("Measure").selectOption("Expected saving");
    await page.getByText("Usage is no axis here").waitFor();
    await page.getByLabel("Along the rows").selectOption("Position of a threshold");
    await page.getByLabel("Across the columns").selectOption("Discount of a band");
    faults.push(...(await faultsOfPane(page)));
    await page.getByLabel("Band", { exact: true }).selectOption("From $1M, 20%");
    await field(page, "From").first().fill("200k");
    await page.getByText("so that the thresholds stay in order").waitFor();
    await field(page, "From").nth(1).fill("twenty");
    await page.locator("bandwise-table-form summary").click();
    await page.getByLabel("Written as").selectOption("Plain values");
    await page.getByText("For people without the add-in.").waitFor();
    faults.push(...(await faultsOfPane(page)));
    expect(faults).toEqual([]);
  });

  test("is accessible while scenarios are edited, deleted and compared", async () => {
    const faults: string[] = [];
    const page = await show("scenarios", faults);
    await openView(page, "scenarios");
    await page.getByLabel("Hold at $250k").check();
    await page.locator("header .verdict").getByText("$250k").waitFor();
    await button(page, "Edit").click();
    await page.getByRole("heading", { name: "Edit Hold at $250k" }).waitFor();
    await page.getByLabel("Cells: usage of past years").check();
    await field(page, "Commitment a year").fill("500.000");
    await button(page, "Save scenario").click();
    await page.getByText("Give the cells of usage").first().waitFor();
    faults.push(...(await faultsOfPane(page)));
    await button(page, "Cancel").click();
    await button(page, "Delete").click();
    await button(page, "Undo").waitFor();
    faults.push(...(await faultsOfPane(page)));
    await button(page, "Undo").click();
    await button(page, "Compare").click();
    await page.getByText(/Up to \$528k of usage/).waitFor();
    faults.push(...(await faultsOfPane(page)));
    expect(faults).toEqual([]);
  });

  test("is accessible while it is asked how sure usage is", async () => {
    const faults: string[] = [];
    const page = await show("usage missing", faults);
    await openView(page, "usage");
    await button(page, "Say how sure usage is").click();
    await page.getByRole("heading", { name: "Say how sure the usage is" }).waitFor();
    await button(page, "Write the forecast").click();
    await page.getByText("is missing: give").first().waitFor();
    faults.push(...(await faultsOfPane(page)));
    expect(faults).toEqual([]);
  });
});

/** The views that are looked at in a state. */
function viewsIn(state: ScenarioName): readonly ViewName[] {
  if (WITHOUT_DEAL.includes(state)) return [];
  return VIEW_NAMES.filter((view) => PARTS[state]?.includes(view) || !SAME_IN_ALL.includes(view));
}

/** What is wrong with a view that is open: looked at whole where it has parts of its own, else its width alone. */
async function faultsIn(
  page: Page,
  state: ScenarioName,
  view: ViewName | "home",
): Promise<readonly string[]> {
  const found: string[] = [];
  if (PARTS[state]?.includes(view)) found.push(...(await faultsOfPane(page)));
  else for (const width of OTHERS_WIDTHS) found.push(...(await tooWide(page, width)));
  return found.map((fault) => `${state}, ${view}: ${fault}`);
}

/** Types into a field and goes on from it. */
async function fillIn(page: Page, label: string, text: string): Promise<void> {
  await field(page, label).fill(text);
  await field(page, label).press("Enter");
}
