import type { Sheet, WriteSheet } from "hucre/xlsx";
import { formatAddress, parseAddress, quoteSheet } from "../grid/address";
import type { PageLayout } from "../model/page-layout";
import { Range } from "../model/range";
import type { PageDocument, SheetDocument } from "./workbook-document";

const WHOLE = 100;

/** How a sheet prints, from the objects that the add-in set it on. */
export function readPage(layout: PageLayout): PageDocument {
  const zoom = (layout.zoom ?? {}) as Readonly<Record<string, unknown>>;
  const wide = pages(zoom["horizontalFitToPages"]);
  const high = pages(zoom["verticalFitToPages"]);
  const scale = typeof zoom["scale"] === "number" ? zoom["scale"] : WHOLE;
  const isFitted = wide > 0 || high > 0;
  const { rows, columns } = layout._printTitles;
  return {
    orientation: layout.orientation === "Landscape" ? "Landscape" : "Portrait",
    scale: isFitted ? null : scale,
    fit: isFitted ? { wide, high } : null,
    titleRows: titles(rows, /^\$\d+:\$\d+$/),
    titleColumns: titles(columns, /^\$[A-Z]+:\$[A-Z]+$/),
    areas: areasIn(layout._printArea),
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
  layout.setPrintArea(page.areas.join(","));
}

/** How a sheet prints, from a file. */
export function fromFilePage(setup: Sheet["pageSetup"] = {}): PageDocument {
  const { orientation, fitToPage, fitToWidth, fitToHeight, scale } = setup;
  return {
    orientation: orientation === "landscape" ? "Landscape" : "Portrait",
    scale: fitToPage ? null : (scale ?? WHOLE),
    fit: fitToPage ? { wide: fitToWidth ?? 1, high: fitToHeight ?? 1 } : null,
    titleRows: absolute(setup.printTitlesRow),
    titleColumns: absolute(setup.printTitlesColumn),
    areas: areasIn(setup.printArea),
  };
}

export function toFilePage(page: PageDocument): NonNullable<WriteSheet["pageSetup"]> {
  return {
    orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
    ...(page.fit
      ? { fitToPage: true, fitToWidth: page.fit.wide, fitToHeight: page.fit.high }
      : { scale: page.scale ?? WHOLE }),
  };
}

/**
 * The names by which a file says which rows and columns every page repeats, and what prints; the library would not put quotes
 * around the sheet's name.
 */
export function printNames({ name, page }: SheetDocument) {
  const named = (what: string, addresses: readonly string[]) => {
    const parts = addresses.filter((address) => address !== "");
    const range = parts.map((address) => `${quoteSheet(name)}!${address}`).join(",");
    return parts.length === 0 ? [] : [{ name: what, range, scope: name }];
  };
  return [
    ...named("_xlnm.Print_Titles", [page.titleColumns, page.titleRows]),
    ...named("_xlnm.Print_Area", page.areas),
  ];
}

function pages(count: unknown): number {
  return typeof count === "number" && count > 0 ? Math.round(count) : 0;
}

/** $1:$4 or $A:$A, from any form of the request. */
function titles(given: unknown, whole: RegExp): string {
  const address = absolute(given instanceof Range ? formatAddress(given._rect) : given);
  return whole.test(address) ? address : "";
}

function areasIn(given: unknown): readonly string[] {
  const list = given instanceof Range ? formatAddress(given._rect) : given;
  return typeof list === "string" ? list.split(",").map(absolute).filter(Boolean) : [];
}

function absolute(address: unknown): string {
  const rect = typeof address === "string" ? parseAddress(address)?.rect : undefined;
  return rect ? formatAddress(rect, true) : "";
}
