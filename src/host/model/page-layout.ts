import { ModelObject } from "./model-object";
import { stored } from "./stored";

/** How a sheet prints. Nothing prints here: the add-in can only read back what it set. */
export class PageLayout extends ModelObject<string> {
  readonly _printTitles: { rows?: unknown; columns?: unknown } = {};
  _printArea: unknown = "";
  _info: Readonly<Record<string, unknown>> = { orientation: "Portrait", zoom: { scale: 100 } };

  _change(part: object): void {
    this._info = { ...this._info, ...part };
  }

  @stored("orientation") declare orientation: unknown;
  @stored("zoom") declare zoom: unknown;

  /** Cells that print, each area of a list on pages of its own. */
  setPrintArea(area: unknown): void {
    this._printArea = area;
  }

  setPrintTitleRows(rows: unknown): void {
    this._printTitles.rows = rows;
  }

  setPrintTitleColumns(columns: unknown): void {
    this._printTitles.columns = columns;
  }
}
