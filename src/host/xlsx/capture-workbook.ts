import type { SheetInfo } from "../grid/grid";
import type { LocalHost } from "../model/local-host";
import { known } from "./known";
import type { NameDocument, SheetDocument, WorkbookDocument } from "./workbook-document";

/** The open workbook as plain data, once everything in it is calculated. */
export async function captureWorkbook(host: LocalHost): Promise<WorkbookDocument> {
  const { grid } = host;
  await grid.settle();
  const sheets = grid.sheets();
  const nameOf = new Map(sheets.map(({ id, name }) => [id, name]));
  return {
    sheets: sheets.map((sheet) => captureSheet(host, sheet)),
    names: grid
      .names()
      .map(({ sheetId = "", ...name }) =>
        known<NameDocument>({ ...name, scope: nameOf.get(sheetId) }),
      ),
    links: host.links,
    settings: [...host.settings],
    activeSheet: nameOf.get(grid.activeSheetId()) ?? "",
  };
}

function captureSheet(host: LocalHost, { id, ...sheet }: SheetInfo): SheetDocument {
  const { grid } = host;
  return {
    ...sheet,
    showsGridlines: grid.showsGridlines(id),
    isProtected: grid.isProtected(id),
    frozen: grid.whole.frozen(id),
    cells: grid.whole.cells(id),
    columnWidths: grid.whole.columnWidths(id),
    rowHeights: grid.whole.rowHeights(id),
    merges: grid.mergedRects(id),
    tables: grid
      .tables()
      .filter(({ sheetId }) => sheetId === id)
      .map(({ sheetId: _, id: __, ...table }) => table),
    conditionalFormats: grid.conditionalFormats(id).map(({ rects, rule }) => ({ rects, rule })),
    validations: grid.whole.validations(id),
    charts: host
      .sheet(id)
      .charts._items()
      .map(({ _info }) => _info),
    page: host.sheet(id).pageLayout._info,
  };
}
