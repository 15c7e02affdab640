import { accessDenied } from "../office/host-error";
import { ModelObject } from "./model-object";

export class WorksheetProtection extends ModelObject<string> {
  get protected(): boolean {
    return this._grid.isProtected(this.owner);
  }

  protect(): void {
    if (this.protected) throw accessDenied("the sheet is protected already");
    this._grid.protect(this.owner, true);
  }

  unprotect(): void {
    this._grid.protect(this.owner, false);
  }
}
