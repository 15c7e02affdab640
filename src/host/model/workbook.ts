import type { LocalHost } from "./local-host";
import { ModelObject, WHOLE_WORKBOOK } from "./model-object";
import { NamedItemCollection } from "./named-items";
import type { Range } from "./range";
import { SettingCollection } from "./settings";
import { TableCollection } from "./tables";
import { WorkbookProtection } from "./workbook-protection";
import { WorksheetCollection } from "./worksheet-collection";

export class Workbook extends ModelObject {
  readonly _fileName = "Local workbook.xlsx";
  readonly #worksheets: WorksheetCollection;
  readonly #settings: SettingCollection;
  readonly #protection: WorkbookProtection;

  constructor(host: LocalHost) {
    super(host);
    this.#worksheets = new WorksheetCollection(host);
    this.#settings = new SettingCollection(host);
    this.#protection = new WorkbookProtection(host);
  }

  get worksheets(): WorksheetCollection {
    return this.#worksheets;
  }

  get names(): NamedItemCollection {
    return this.host.once(NamedItemCollection, WHOLE_WORKBOOK);
  }

  get tables(): TableCollection {
    return this.host.once(TableCollection, WHOLE_WORKBOOK);
  }

  get settings(): SettingCollection {
    return this.#settings;
  }

  get protection(): WorkbookProtection {
    return this.#protection;
  }

  getSelectedRange(): Range {
    const { sheetId, rect } = this._grid.selection();
    return this.host.range(sheetId, rect);
  }
}
