/**
 * How every sheet that is ours alone prints: landscape, as wide as one page, with what heads it on each page.
 *
 * @param titleRows How many rows from the top head every page; 0 is none.
 * @param areas What prints, each on pages of its own; absent: all that there is. Excel heeds no page break on a sheet that it
 *   fits to a width.
 */
export function setUpPage(sheet: Excel.Worksheet, titleRows = 0, areas?: readonly string[]): void {
  sheet.showGridlines = false;
  const { pageLayout } = sheet;
  pageLayout.orientation = "Landscape";
  pageLayout.zoom = { horizontalFitToPages: 1 };
  if (areas) pageLayout.setPrintArea(areas.join(","));
  if (titleRows > 0) pageLayout.setPrintTitleRows(`$1:$${titleRows}`);
}
