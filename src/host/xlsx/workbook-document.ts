import type { Rect } from "../grid/address";
import type { ChartInfo } from "../grid/chart-info";
import type { ConditionalFormatInfo, NameInfo, SheetInfo, TableInfo } from "../grid/grid";
import type { PlacedCell, PlacedValidation } from "../grid/whole-sheets";
import type { PageInfo } from "../model/page-layout";

/** A name; its scope is a sheet, or the workbook. */
export interface NameDocument extends Omit<NameInfo, "sheetId"> {
  readonly scope?: string;
}

export interface SheetDocument extends Omit<SheetInfo, "id"> {
  readonly showsGridlines: boolean;
  readonly isProtected: boolean;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly cells: readonly PlacedCell[];
  /** Points, from the first column on; a column beyond has the usual width. */
  readonly columnWidths: readonly number[];
  /** Heights in points, of rows with a set height. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly merges: readonly Rect[];
  readonly tables: readonly Omit<TableInfo, "id" | "sheetId">[];
  readonly conditionalFormats: readonly Pick<ConditionalFormatInfo, "rects" | "rule">[];
  readonly validations: readonly PlacedValidation[];
  readonly charts: readonly ChartInfo[];
  readonly page: PageInfo;
}

/** A link to another workbook, as in the file; nothing here reads it. */
export interface LinkDocument {
  readonly part: Uint8Array;
  /** The path of the other workbook; a link to another program has it in the part itself. */
  readonly relations?: Uint8Array;
}

/** A whole workbook as plain data: the form between the grid and a file. */
export interface WorkbookDocument {
  readonly sheets: readonly SheetDocument[];
  readonly names: readonly NameDocument[];
  /** Workbooks that formulas link to, in the order of their numbers: [1]Budget!B7 is the first. */
  readonly links?: readonly LinkDocument[];
  /** Settings that add-ins keep in the workbook. */
  readonly settings: readonly (readonly [key: string, value: unknown])[];
  readonly activeSheet: string;
}
