import { columnLetters } from "../../input/cells/a1";

/** What a sheet that is ours alone prints, where that is more than rows below one another. */
export interface PagesOfSheet {
  /** Each prints on pages of its own. Excel heeds no page break on a sheet that it fits to a width. */
  readonly areas?: readonly string[];
  /** What begins every row of a sheet too wide for one page, such as $A:$D: it prints two pages wide. */
  readonly titleColumns?: string;
}

/**
 * How every sheet that is ours alone prints: landscape, as wide as one page, with what heads it on each page.
 *
 * @param titleRows How many rows from the top head every page; 0 is none.
 */
export function setUpPage(
  sheet: Excel.Worksheet,
  titleRows = 0,
  { areas, titleColumns }: PagesOfSheet = {},
): void {
  sheet.showGridlines = false;
  const { pageLayout } = sheet;
  pageLayout.orientation = "Landscape";
  pageLayout.zoom = { horizontalFitToPages: titleColumns === undefined ? 1 : 2 };
  if (areas) pageLayout.setPrintArea(areas.join(","));
  if (titleRows > 0) pageLayout.setPrintTitleRows(`$1:$${titleRows}`);
  if (titleColumns !== undefined) pageLayout.setPrintTitleColumns(titleColumns);
}

/** Whole columns as an address, such as A:J: an area that prints as far as its rows go. */
export function columnsAddress(column: number, columns: number): string {
  return `${columnLetters(column)}:${columnLetters(column + columns - 1)}`;
}
