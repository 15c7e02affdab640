import { accessDenied } from "../office/host-error";
import { ModelObject } from "./model-object";

/** Protection of the workbook's structure: sheets are neither added nor deleted, renamed, moved or hidden. */
export class WorkbookProtection extends ModelObject<string> {
  get protected(): boolean {
    return this.host.isStructureProtected;
  }

  protect(): void {
    if (this.protected) throw accessDenied("the workbook is protected already");
    this.host.isStructureProtected = true;
  }

  unprotect(): void {
    this.host.isStructureProtected = false;
  }
}
