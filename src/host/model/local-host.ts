import { formatAddress, parseAddress, type Rect } from "../grid/address";
import type { Grid, GridEvent, SheetInfo } from "../grid/grid";
import { accessDenied, invalidArgument, itemNotFound } from "../office/host-error";
import type { HostObject } from "../office/host-object";
import { EVENT_CATEGORY, EVENT_TYPE, type HostEvent } from "../office/protocol";
import type { LinkDocument } from "../xlsx/workbook-document";
import { type ModelHost, RangeBase } from "./model-object";
import { Range } from "./range";
import { Workbook } from "./workbook";
import { Worksheet } from "./worksheet";

/** Target of events that concern every sheet. */
const EVERY_SHEET = "Workbook";

/** One open workbook: Excel's object model over a grid. */
export class LocalHost implements ModelHost {
  readonly grid: Grid;
  readonly workbook: Workbook;
  readonly settings = new Map<string, unknown>();
  /** Links of formulas to other workbooks: nothing here reads them, and files keep them. */
  links: readonly LinkDocument[] = [];
  isStructureProtected = false;
  /** The grid calculates by itself; a test says otherwise to see what the add-in then refuses. */
  calculationMode: "Automatic" | "Manual" = "Automatic";
  readonly wantedEvents = new Set<number>();
  readonly #objects = new Map<string, HostObject>();
  readonly #listeners: ((event: HostEvent) => void)[] = [];
  #nextId = 1;

  constructor(grid: Grid) {
    this.grid = grid;
    this.workbook = new Workbook(this);
    grid.onEvent((event) => this.#onGridEvent(event));
  }

  once<T extends HostObject>(kind: new (host: ModelHost, id: string) => T, id: string): T {
    const key = `${kind.name}:${id}`;
    const known = this.#objects.get(key);
    if (known instanceof kind) return known;
    const made = new kind(this, id);
    this.#objects.set(key, made);
    return made;
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

  rangeOn(sheetId: string, target: unknown): RangeBase {
    const range = this.rangeFrom(sheetId, target);
    if (range._sheetId !== sheetId) throw invalidArgument("the cells are on another sheet");
    return range;
  }

  newId(kind: string): string {
    return `${kind}-${this.#nextId++}`;
  }

  sheetInfo(sheetId: string): SheetInfo {
    const sheet = this.grid.sheets().find(({ id }) => id === sheetId);
    if (sheet === undefined) throw itemNotFound("the sheet was deleted");
    return sheet;
  }

  editable(sheetId: string): Grid {
    if (this.grid.isProtected(this.sheetInfo(sheetId).id))
      throw accessDenied("the sheet is protected");
    return this.grid;
  }

  restructurable(): Grid {
    if (this.isStructureProtected) throw accessDenied("the workbook's structure is protected");
    return this.grid;
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
