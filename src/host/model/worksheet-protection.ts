import { accessDenied } from "../host-error";
import type { LocalHost } from "./local-host";
import { ModelObject } from "./model-object";

export class WorksheetProtection extends ModelObject {
  readonly #sheetId: string;

  constructor(host: LocalHost, sheetId: string) {
    super(host);
    this.#sheetId = sheetId;
  }

  get protected(): boolean {
    return this._grid.isProtected(this.#sheetId);
  }

  protect(): void {
    if (this.protected) throw accessDenied("the sheet is protected already");
    this._grid.protect(this.#sheetId, true);
  }

  unprotect(): void {
    this._grid.protect(this.#sheetId, false);
  }
}
