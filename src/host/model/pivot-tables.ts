import { ModelObject } from "./model-object";

/** Pivot tables in a range: the local workbook has none. */
export class PivotTableScopedCollection extends ModelObject {
  getCount(): number {
    return 0;
  }
}
