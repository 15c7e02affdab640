import { MAX_COLS, MAX_ROWS } from "../grid/address";
import { ModelObject } from "./model-object";

export class WorksheetFreezePanes extends ModelObject<string> {
  /** Freezes from the sheet's corner to the last row and column of the range. */
  freezeAt(target: unknown): void {
    const { row, col, rows, cols } = this.host.rangeOn(this.owner, target)._rect;
    this._grid.freeze(
      this.owner,
      rows === MAX_ROWS ? 0 : row + rows,
      cols === MAX_COLS ? 0 : col + cols,
    );
  }
}
