import { invalidArgument, itemAlreadyExists } from "../host-error";
import { EVENT_TYPE } from "../protocol";
import { ModelCollection } from "./model-object";
import { checkSheetName, type Worksheet } from "./worksheet";

export class WorksheetCollection extends ModelCollection<Worksheet> {
  _items(): readonly Worksheet[] {
    return this._grid.sheets().map((sheet) => this.host.sheet(sheet.id));
  }

  _find(key: unknown): Worksheet | undefined {
    const wanted = String(key).toLowerCase();
    const sheet = this._grid
      .sheets()
      .find(({ id, name }) => id === key || name.toLowerCase() === wanted);
    return sheet && this.host.sheet(sheet.id);
  }

  getActiveWorksheet(): Worksheet {
    return this.host.sheet(this._grid.activeSheetId());
  }

  add(name?: unknown): Worksheet {
    if (name !== undefined && name !== null && typeof name !== "string") {
      throw invalidArgument(`the sheet name ${String(name)} is not text`);
    }
    const wanted = name || this.#freeName();
    checkSheetName(wanted);
    if (this._find(wanted)) throw itemAlreadyExists(`the sheet ${wanted}`);
    return this.host.sheet(this.host.restructurable().addSheet(wanted));
  }

  #freeName(): string {
    let number = 1;
    while (this._find(`Sheet${number}`)) number += 1;
    return `Sheet${number}`;
  }

  _RegisterDataChangedEvent(): void {
    this.host.wantEvents(EVENT_TYPE.worksheetChanged);
  }

  _UnregisterDataChangedEvent(): void {
    this.host.dropEvents(EVENT_TYPE.worksheetChanged);
  }

  _RegisterAddedEvent(): void {
    this.host.wantEvents(EVENT_TYPE.worksheetAdded);
  }

  _UnregisterAddedEvent(): void {
    this.host.dropEvents(EVENT_TYPE.worksheetAdded);
  }

  _RegisterDeletedEvent(): void {
    this.host.wantEvents(EVENT_TYPE.worksheetDeleted);
  }

  _UnregisterDeletedEvent(): void {
    this.host.dropEvents(EVENT_TYPE.worksheetDeleted);
  }

  _RegisterEventNameChanged(): void {
    this.host.wantEvents(EVENT_TYPE.worksheetNameChanged);
  }

  _UnregisterEventNameChanged(): void {
    this.host.dropEvents(EVENT_TYPE.worksheetNameChanged);
  }
}
