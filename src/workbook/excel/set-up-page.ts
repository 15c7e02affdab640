import { columnLetters } from "../../input/cells/a1";

/** What a sheet that is ours alone prints, where that is more than rows below one another on a page's width. */
export interface PagesOfSheet {
  /** Each prints on pages of its own. Excel heeds no page break on a sheet that it fits to a width. */
  readonly areas?: readonly string[];
  /** How wide its columns are, in points, where they may be too wide for one page; the first ones begin every page. */
  readonly columns?: { readonly widths: readonly number[]; readonly repeated: number };
  /** Of the longest area, where each is to be on one page if it can be read there. */
  readonly rows?: number;
}

/** Left and right, in points. */
const MARGIN = 18;
/** A page is at least so wide between its margins: that of US Letter on its side. */
const PAGE_WIDTH = 11 * 72 - 2 * MARGIN;
/** Nothing prints at less than this part of its size. */
export const LEAST_SCALE = 0.6;
/** Rows of the usual height that fit on a page at that scale, below what heads it. */
const MOST_ROWS = 52;

/**
 * How every sheet that is ours alone prints: landscape, on as few pages beside one another as can be read, with what heads it on each page.
 *
 * @param titleRows How many rows from the top head every page; 0 is none.
 */
export function setUpPage(
  sheet: Excel.Worksheet,
  titleRows = 0,
  { areas, columns, rows = Number.POSITIVE_INFINITY }: PagesOfSheet = {},
): void {
  sheet.showGridlines = false;
  const { pageLayout } = sheet;
  const wide = columns ? pagesWide(columns.widths, columns.repeated) : 1;
  pageLayout.orientation = "Landscape";
  pageLayout.leftMargin = MARGIN;
  pageLayout.rightMargin = MARGIN;
  pageLayout.zoom = {
    horizontalFitToPages: wide,
    ...(rows <= MOST_ROWS && { verticalFitToPages: areas?.length ?? 1 }),
  };
  if (areas) pageLayout.setPrintArea(areas.join(","));
  if (titleRows > 0) pageLayout.setPrintTitleRows(`$1:$${titleRows}`);
  if (columns && wide > 1)
    pageLayout.setPrintTitleColumns(`$A:$${columnLetters(columns.repeated - 1)}`);
}

/** On how many pages beside one another columns print, each page with those that are repeated. */
function pagesWide(widths: readonly number[], repeated: number): number {
  const most = PAGE_WIDTH / LEAST_SCALE;
  const sum = (some: readonly number[]): number => some.reduce((all, width) => all + width, 0);
  const each = sum(widths.slice(0, repeated));
  let [pages, filled] = [1, each];
  for (const width of widths.slice(repeated)) {
    if (filled + width > most) [pages, filled] = [pages + 1, each];
    filled += width;
  }
  return pages;
}

/** Whole columns as an address, such as A:J: an area that prints as far as its rows go. */
export function columnsAddress(column: number, columns: number): string {
  return `${columnLetters(column)}:${columnLetters(column + columns - 1)}`;
}
