import { formatAddress, parseAddress } from "../address";
import type { PageLayout } from "../model/page-layout";
import { Range } from "../model/range";
import type { PageDocument } from "./workbook-document";

const WHOLE = 100;

export const PLAIN_PAGE: PageDocument = {
  orientation: "Portrait",
  scale: WHOLE,
  fit: null,
  titleRows: "",
  titleColumns: "",
};

/** How a sheet prints, from the objects that the add-in set it on. */
export function readPage(layout: PageLayout): PageDocument {
  const zoom = (layout.zoom ?? {}) as Readonly<Record<string, unknown>>;
  const wide = pages(zoom["horizontalFitToPages"]);
  const high = pages(zoom["verticalFitToPages"]);
  const scale = typeof zoom["scale"] === "number" ? zoom["scale"] : WHOLE;
  const isFitted = wide > 0 || high > 0;
  return {
    orientation: layout.orientation === "Landscape" ? "Landscape" : "Portrait",
    scale: isFitted ? null : scale,
    fit: isFitted ? { wide, high } : null,
    titleRows: titles(layout._printTitles.rows, "rows"),
    titleColumns: titles(layout._printTitles.columns, "columns"),
  };
}

export function writePage(layout: PageLayout, page: PageDocument): void {
  layout.orientation = page.orientation;
  layout.zoom = page.fit
    ? {
        ...(page.fit.wide > 0 ? { horizontalFitToPages: page.fit.wide } : {}),
        ...(page.fit.high > 0 ? { verticalFitToPages: page.fit.high } : {}),
      }
    : { scale: page.scale ?? WHOLE };
  if (page.titleRows !== "") layout.setPrintTitleRows(page.titleRows);
  if (page.titleColumns !== "") layout.setPrintTitleColumns(page.titleColumns);
}

function pages(count: unknown): number {
  return typeof count === "number" && count > 0 ? Math.round(count) : 0;
}

/** $1:$4 or $A:$A, from however it was asked for. */
function titles(given: unknown, kind: "rows" | "columns"): string {
  const rect =
    given instanceof Range
      ? given._rect
      : typeof given === "string"
        ? parseAddress(given)?.rect
        : undefined;
  if (rect === undefined) return "";
  const address = formatAddress(rect, true);
  const whole = kind === "rows" ? /^\$\d+:\$\d+$/ : /^\$[A-Z]+:\$[A-Z]+$/;
  return whole.test(address) ? address : "";
}
