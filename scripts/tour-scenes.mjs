/**
 * The scenes of the tour, in the order they are played in one workbook. A scene does what a person does and gives back the
 * addresses of the cells that the transcript shows.
 */
export const SCENES = [
  {
    name: "open",
    title: "The workbook opens with the pane beside it",
    play: async ({ pane }) => {
      await button(pane, "Start from an example").waitFor();
      return [];
    },
  },
  {
    name: "example",
    title: "The example deal, and where it stands",
    play: async ({ page, pane, settled }) => {
      await button(pane, "Start from an example").click();
      await said(pane, "Added Deal");
      await settled(page);
      return ["F12", "F13", "F16", "F17", "F18", "F19", "F20", "F24", "F25"];
    },
  },
  {
    name: "table",
    title: "A live table around the thresholds, two clicks in",
    play: async ({ page, pane, settled }) => {
      await button(pane, "Build table").click();
      await said(pane, "Built Effective cost");
      await settled(page);
      return ["A10", "D4", "D10", "E4", "E10", "H4", "H10", "I4", "I10"];
    },
  },
  {
    name: "moved-threshold",
    title: "The 500,000 threshold moved to 450,000: sentence and numbers follow",
    play: async ({ page, pane, typeIntoCell, selectCell }) => {
      await openSheet(page, "Deal");
      await typeIntoCell(page, "A8", "450000");
      await pane.getByText("you are in the $450k to $1M band").waitFor();
      await pane.locator("bandwise-standing").evaluate((element) => element.scrollIntoView());
      await selectCell(page, "F13");
      return ["A8", "F16", "F17", "F18", "F19", "F24"];
    },
  },
  {
    name: "removed",
    title: "The table removed, the workbook as before",
    play: async ({ page, pane, typeIntoCell, settled }) => {
      await openSheet(page, "Deal");
      await typeIntoCell(page, "A8", "500000");
      await button(pane, "Remove").click();
      await said(pane, "Removed Effective cost");
      await settled(page);
      return ["F16", "F18"];
    },
  },
  {
    name: "formulas",
    title: "Formulas by hand, and wrong input that says what to mend",
    play: async ({ page, typeIntoCell, selectCell }) => {
      await openSheet(page, "Sheet1");
      await typeIntoCell(page, "A1", "=COMMIT.BAND_RATE(500000,Bands)");
      await typeIntoCell(page, "A2", "=COMMIT.EFFECTIVE_COST(800000,500000,Bands,Terms)");
      await typeIntoCell(page, "A3", "=COMMIT.NEXT_THRESHOLD(1000000,Bands)");
      await typeIntoCell(page, "A4", '=COMMIT.EFFECTIVE_COST("500.000",-1,Bands)');
      await selectCell(page, "A4");
      await page.locator("#error-card").waitFor();
      return ["A1", "A2", "A3", "A4"];
    },
  },
];

function button(pane, text) {
  return pane.locator("fluent-button", { hasText: text });
}

async function said(pane, text) {
  await pane.locator("bandwise-status").filter({ hasText: text }).waitFor();
}

async function openSheet(page, name) {
  await page.getByText(name, { exact: true }).last().click();
}
