import { Application } from "./application";
import { ModelObject, WHOLE_WORKBOOK } from "./model-object";
import { NamedItemCollection } from "./named-items";
import { only } from "./part";
import { Range } from "./range";
import { SettingCollection } from "./settings";
import { TableCollection } from "./tables";
import { WorkbookProtection } from "./workbook-protection";
import { WorksheetCollection } from "./worksheet-collection";

export class Workbook extends ModelObject {
  readonly _fileName = "Local workbook.xlsx";

  readonly _partId = WHOLE_WORKBOOK;

  @only(() => WorksheetCollection) declare readonly worksheets: WorksheetCollection;
  @only(() => NamedItemCollection) declare readonly names: NamedItemCollection;
  @only(() => TableCollection) declare readonly tables: TableCollection;
  @only(() => SettingCollection) declare readonly settings: SettingCollection;
  @only(() => WorkbookProtection) declare readonly protection: WorkbookProtection;
  @only(() => Application) declare readonly application: Application;

  getSelectedRange(): Range {
    const { sheetId, rect } = this._grid.selection();
    return new Range(this.host, sheetId, rect);
  }
}
