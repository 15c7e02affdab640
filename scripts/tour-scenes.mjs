const BANDS = [
  ["Commitment from, USD", "Discount"],
  [0, 0],
  [250_000, 0.05],
  [500_000, 0.1],
  [1_000_000, 0.15],
];

/**
 * The scenes of the tour, in the order they are played in one workbook. A scene does what a person
 * does and gives back the addresses of the cells that the transcript shows.
 */
export const SCENES = [
  {
    name: "first-formula",
    title: "A first formula",
    play: async ({ page, fillCells, typeIntoCell, selectCell }) => {
      await fillCells(page, "A1", BANDS);
      await typeIntoCell(page, "D2", "=COMMIT.BAND_RATE(499999,A2:B5)");
      await typeIntoCell(page, "D3", "=COMMIT.BAND_RATE(500000,A2:B5)");
      await selectCell(page, "D3");
      return ["D2", "D3"];
    },
  },
  {
    name: "wrong-input",
    title: "Wrong input says what is wrong",
    play: async ({ page, typeIntoCell, selectCell }) => {
      await typeIntoCell(page, "D5", '=COMMIT.BAND_RATE("lots",A2:B5)');
      await selectCell(page, "D5");
      await page.locator("#error-card").waitFor();
      return ["D5"];
    },
  },
];
