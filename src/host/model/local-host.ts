import { formatAddress, parseAddress, type Rect } from "../grid/address";
import type { Grid, GridEvent } from "../grid/grid";
import { invalidArgument } from "../office/host-error";
import { EVENT_CATEGORY, EVENT_TYPE, type HostEvent } from "../office/protocol";
import type { LinkDocument } from "../xlsx/workbook-document";
import { ModelHost, RangeBase } from "./model-object";
import { Range } from "./range";
import { Workbook } from "./workbook";
import { Worksheet } from "./worksheet";

/** Target of events that concern every sheet. */
const EVERY_SHEET = "Workbook";

/** One open workbook: Excel's object model over a grid. */
export class LocalHost extends ModelHost {
  readonly workbook: Workbook = new Workbook(this);
  /** Links of formulas to other workbooks: nothing here reads them, and files keep them. */
  links: readonly LinkDocument[] = [];
  readonly #listeners: ((event: HostEvent) => void)[] = [];

  constructor(grid: Grid) {
    super(grid);
    grid.onEvent((event) => this.#onGridEvent(event));
  }

  sheet(sheetId: string): Worksheet {
    return this.once(Worksheet, sheetId);
  }

  range(sheetId: string, rect: Rect): Range {
    return new Range(this, sheetId, rect);
  }

  rangeFrom(sheetId: string, target: unknown): RangeBase {
    if (target instanceof RangeBase) return target;
    if (typeof target !== "string") throw invalidArgument("a range or an address was expected");
    const name = parseAddress(target)?.sheet;
    const sheet = name ? this.workbook.worksheets.getItem(name) : this.sheet(sheetId);
    return sheet.getRange(target);
  }

  onEvent(listener: (event: HostEvent) => void): void {
    this.#listeners.push(listener);
  }

  /** Sends an event to every page that is connected. */
  send(event: HostEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #onGridEvent(event: GridEvent): void {
    switch (event.kind) {
      case "changed":
        this.#fire(EVENT_TYPE.worksheetChanged, event.sheetId, {
          address: formatAddress(event.rect),
          changeType: event.changeType,
          triggerSource: event.byAddin ? "ThisLocalAddin" : "Unknown",
        });
        break;
      case "sheetAdded":
        this.#fire(EVENT_TYPE.worksheetAdded, event.sheetId);
        break;
      case "sheetDeleted":
        this.#fire(EVENT_TYPE.worksheetDeleted, event.sheetId);
        break;
      case "sheetRenamed": {
        const { before: nameBefore, after: nameAfter } = event;
        this.#fire(EVENT_TYPE.worksheetNameChanged, event.sheetId, { nameBefore, nameAfter });
      }
    }
  }

  /** Notifies the pages that listen to any sheet. */
  #fire(type: number, worksheetId: string, details: Readonly<Record<string, unknown>> = {}): void {
    if (!this.wantedEvents.has(type)) return;
    const message = { ...details, source: "Local", worksheetId };
    this.send({ category: EVENT_CATEGORY.object, type, targetId: EVERY_SHEET, message });
  }
}
