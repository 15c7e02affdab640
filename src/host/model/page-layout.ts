import { ModelObject } from "./model-object";

/** How a sheet prints. Nothing prints here: what is set can be read back, and that is all. */
export class PageLayout extends ModelObject {
  #orientation: unknown = "Portrait";
  #zoom: unknown = { scale: 100 };
  readonly _printTitles: { rows?: unknown; columns?: unknown } = {};

  get orientation(): unknown {
    return this.#orientation;
  }

  set orientation(orientation: unknown) {
    this.#orientation = orientation;
  }

  get zoom(): unknown {
    return this.#zoom;
  }

  set zoom(zoom: unknown) {
    this.#zoom = zoom;
  }

  setPrintTitleRows(rows: unknown): void {
    this._printTitles.rows = rows;
  }

  setPrintTitleColumns(columns: unknown): void {
    this._printTitles.columns = columns;
  }
}
