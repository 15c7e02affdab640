import { sameText } from "../grid/structured-reference";
import { itemAlreadyExists } from "../office/host-error";
import { EVENT_TYPE } from "../office/protocol";
import { ModelCollection } from "./model-object";
import { checkSheetName, Worksheet } from "./worksheet";

export class WorksheetCollection extends ModelCollection<Worksheet, string> {
  _items(): readonly Worksheet[] {
    return this._grid.sheets().map((sheet) => this.host.once(Worksheet, sheet.id));
  }

  override _find(key: unknown): Worksheet | undefined {
    const sheets = this._grid.sheets();
    const sheet = sheets.find(({ id, name }) => id === key || sameText(name, String(key)));
    return sheet && this.host.once(Worksheet, sheet.id);
  }

  getActiveWorksheet(): Worksheet {
    return this.host.once(Worksheet, this._grid.activeSheetId());
  }

  add(name?: unknown): Worksheet {
    const wanted = name ? String(name) : this._freeName("Sheet");
    checkSheetName(wanted);
    if (this._find(wanted)) throw itemAlreadyExists(`the sheet ${wanted}`);
    return this.host.once(Worksheet, this.host.restructurable().addSheet(wanted));
  }
}

/** Events of all sheets, by the names under which the client asks for them. */
const EVENTS = {
  DataChangedEvent: EVENT_TYPE.worksheetChanged,
  AddedEvent: EVENT_TYPE.worksheetAdded,
  DeletedEvent: EVENT_TYPE.worksheetDeleted,
  EventNameChanged: EVENT_TYPE.worksheetNameChanged,
};

for (const [name, type] of Object.entries(EVENTS)) {
  Object.assign(WorksheetCollection.prototype, {
    [`_Register${name}`](this: WorksheetCollection) {
      this.host.wantedEvents.add(type);
    },
    [`_Unregister${name}`](this: WorksheetCollection) {
      this.host.wantedEvents.delete(type);
    },
  });
}
