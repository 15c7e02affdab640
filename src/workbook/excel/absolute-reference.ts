import { quotedSheet } from "../../input/cells/a1";

/** Cells of a sheet as a name refers to them: ='Deal 2'!$A$1:$B$4. */
export function absoluteReference(sheet: string, address: string): string {
  return `=${quotedSheet(sheet)}!${address.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}
