import { MAX_COLS, MAX_ROWS } from "../address";
import { invalidArgument } from "../host-error";
import { ModelObject } from "./model-object";
import { Range } from "./range";

export class WorksheetFreezePanes extends ModelObject<string> {
  /** Freezes from the sheet's corner to the last row and column of the range. */
  freezeAt(target: unknown): void {
    const range = target instanceof Range ? target : this.host.sheet(this.owner).getRange(target);
    if (range._sheetId !== this.owner) throw invalidArgument("the range is on another sheet");
    const { row, col, rows, cols } = range._rect;
    this._grid.freeze(
      this.owner,
      rows === MAX_ROWS ? 0 : row + rows,
      cols === MAX_COLS ? 0 : col + cols,
    );
  }

  unfreeze(): void {
    this._grid.freeze(this.owner, 0, 0);
  }
}
