import { parseAddress } from "../grid/address";
import type { NameInfo } from "../grid/grid";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../office/host-error";
import { ModelCollection, ModelObject, RangeBase, WHOLE_WORKBOOK } from "./model-object";
import { stored } from "./stored";

/** Names of the workbook, or those scoped to one sheet. */
export class NamedItemCollection extends ModelCollection<NamedItem, string> {
  get #infos(): readonly NameInfo[] {
    return this._grid.names().filter((info) => scopeOf(info) === this.owner);
  }

  _items(): readonly NamedItem[] {
    return this.#infos.map((info) => this.host.once(NamedItem, itemId(info)));
  }

  override _find(key: unknown): NamedItem | undefined {
    const wanted = String(key).toLowerCase();
    const info = this.#infos.find(({ name }) => name.toLowerCase() === wanted);
    return info && this.host.once(NamedItem, itemId(info));
  }

  add(name: unknown, reference: unknown, comment?: unknown): NamedItem {
    if (!isName(name)) throw invalidArgument(`${String(name)} cannot be a name`);
    if (this._find(name)) throw itemAlreadyExists(`the name ${name}`);
    const info: NameInfo = {
      name,
      formula: referenceFormula(reference),
      comment: typeof comment === "string" ? comment : "",
      visible: true,
      ...(this.owner === WHOLE_WORKBOOK ? {} : { sheetId: this.owner }),
    };
    this._grid.putName(info);
    return this.host.once(NamedItem, itemId(info));
  }
}

/** Whether formulas can call a name or a table this. */
export function isName(text: unknown): text is string {
  return typeof text === "string" && /^[A-Z_\\][A-Z0-9_.\\]*$/i.test(text) && !parseAddress(text);
}

function scopeOf(info: NameInfo): string {
  return info.sheetId ?? WHOLE_WORKBOOK;
}

function itemId(info: NameInfo): string {
  return `${scopeOf(info)}!${info.name.toLowerCase()}`;
}

function referenceFormula(reference: unknown): string {
  if (reference instanceof RangeBase) return reference._reference;
  const text = String(reference);
  return text.startsWith("=") ? text : `=${text}`;
}

export class NamedItem extends ModelObject<string> {
  get _info(): NameInfo {
    const info = this._grid.names().find((candidate) => itemId(candidate) === this.owner);
    if (info === undefined) throw itemNotFound(`the name ${this.owner.replace(/^.*!/, "")}`);
    return info;
  }

  _change(part: Partial<NameInfo>): void {
    this._grid.putName({ ...this._info, ...part });
  }

  override _identity(): Readonly<Record<string, unknown>> {
    return { _Id: this.owner.replace(/^.*!/, "") };
  }

  get name(): string {
    return this._info.name;
  }

  @stored("formula", referenceFormula) declare formula: string;
  @stored("comment") declare comment: string;
  @stored("visible") declare visible: boolean;

  get scope(): string {
    return this._info.sheetId === undefined ? "Workbook" : "Worksheet";
  }

  getRangeOrNullObject(): RangeBase | null {
    const target = this._grid.resolveName(this._info);
    return target && this.host.range(target.sheetId, target.rect);
  }

  delete(): void {
    this._grid.deleteName(this._info);
  }
}
