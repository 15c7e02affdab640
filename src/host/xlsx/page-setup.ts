import type { Sheet, WriteSheet } from "hucre/xlsx";
import { quoteSheet } from "../grid/address";
import { addressesIn, type PageInfo, USUAL_MARGIN } from "../model/page-layout";
import type { SheetDocument } from "./workbook-document";

/** A file has margins in inches. */
const POINTS_AN_INCH = 72;

/** How a sheet prints, from a file. */
export function fromFilePage(setup: Sheet["pageSetup"] = {}): PageInfo {
  const { orientation, fitToPage, fitToWidth, fitToHeight, scale, margins } = setup;
  const inPoints = (inches: number | undefined): number =>
    inches === undefined ? USUAL_MARGIN : inches * POINTS_AN_INCH;
  return {
    orientation: orientation === "landscape" ? "Landscape" : "Portrait",
    scale: fitToPage ? null : (scale ?? 100),
    fit: fitToPage ? { wide: fitToWidth ?? 1, high: fitToHeight ?? 1 } : null,
    leftMargin: inPoints(margins?.left),
    rightMargin: inPoints(margins?.right),
    titleRows: addressesIn(setup.printTitlesRow).join(),
    titleColumns: addressesIn(setup.printTitlesColumn).join(),
    areas: addressesIn(setup.printArea),
  };
}

export function toFilePage({
  orientation,
  fit,
  scale,
  leftMargin,
  rightMargin,
}: PageInfo): NonNullable<WriteSheet["pageSetup"]> {
  return {
    orientation: orientation === "Landscape" ? "landscape" : "portrait",
    ...(fit && { fitToPage: true, fitToWidth: fit.wide, fitToHeight: fit.high }),
    ...(scale !== null && { scale }),
    margins: { left: leftMargin / POINTS_AN_INCH, right: rightMargin / POINTS_AN_INCH },
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
