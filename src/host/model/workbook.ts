import { Application } from "./application";
import { ModelObject, WHOLE_WORKBOOK } from "./model-object";
import { NamedItemCollection } from "./named-items";
import { Range } from "./range";
import { SettingCollection } from "./settings";
import { TableCollection } from "./tables";
import { WorkbookProtection } from "./workbook-protection";
import { WorksheetCollection } from "./worksheet-collection";

export class Workbook extends ModelObject {
  readonly _fileName = "Local workbook.xlsx";

  get worksheets(): WorksheetCollection {
    return this.host.once(WorksheetCollection, WHOLE_WORKBOOK);
  }

  get names(): NamedItemCollection {
    return this.host.once(NamedItemCollection, WHOLE_WORKBOOK);
  }

  get tables(): TableCollection {
    return this.host.once(TableCollection, WHOLE_WORKBOOK);
  }

  get settings(): SettingCollection {
    return this.host.once(SettingCollection, WHOLE_WORKBOOK);
  }

  get protection(): WorkbookProtection {
    return this.host.once(WorkbookProtection, WHOLE_WORKBOOK);
  }

  get application(): Application {
    return this.host.once(Application, WHOLE_WORKBOOK);
  }

  getSelectedRange(): Range {
    const { sheetId, rect } = this._grid.selection();
    return new Range(this.host, sheetId, rect);
  }
}
