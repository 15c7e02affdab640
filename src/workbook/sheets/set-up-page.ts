/**
 * How every sheet that is ours alone prints: landscape, as wide as one page, with what heads it on each page.
 *
 * @param titleRows How many rows from the top head every page; 0 is none.
 */
export function setUpPage(sheet: Excel.Worksheet, titleRows = 0): void {
  sheet.showGridlines = false;
  const { pageLayout } = sheet;
  pageLayout.orientation = "Landscape";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  if (titleRows > 0) pageLayout.setPrintTitleRows(`$1:$${titleRows}`);
}
