import { formatAddress, parseAddress, quoteSheet } from "../address";
import type { NameInfo } from "../grid";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../host-error";
import type { LocalHost } from "./local-host";
import { ModelCollection, ModelObject, WHOLE_WORKBOOK } from "./model-object";
import { Range } from "./range";

/** Names of the workbook, or those that one sheet alone knows. */
export class NamedItemCollection extends ModelCollection<NamedItem> {
  readonly #sheetId: string;

  constructor(host: LocalHost, sheetId: string) {
    super(host);
    this.#sheetId = sheetId;
  }

  get #infos(): readonly NameInfo[] {
    return this._grid.names().filter((info) => scopeOf(info) === this.#sheetId);
  }

  _items(): readonly NamedItem[] {
    return this.#infos.map((info) => this.host.once(NamedItem, itemId(info)));
  }

  _find(key: unknown): NamedItem | undefined {
    const wanted = String(key).toLowerCase();
    const info = this.#infos.find(({ name }) => name.toLowerCase() === wanted);
    return info && this.host.once(NamedItem, itemId(info));
  }

  add(name: unknown, reference: unknown, comment?: unknown): NamedItem {
    const isName = typeof name === "string" && /^[A-Za-z_\\][A-Za-z0-9_.\\]*$/.test(name);
    if (!isName || parseAddress(name)) throw invalidArgument(`${String(name)} cannot be a name`);
    if (this._find(name)) throw itemAlreadyExists(`the name ${name}`);
    const info: NameInfo = {
      name,
      formula: referenceFormula(reference),
      comment: typeof comment === "string" ? comment : "",
      visible: true,
      ...(this.#sheetId === WHOLE_WORKBOOK ? {} : { sheetId: this.#sheetId }),
    };
    this._grid.putName(info);
    return this.host.once(NamedItem, itemId(info));
  }
}

function scopeOf(info: NameInfo): string {
  return info.sheetId ?? WHOLE_WORKBOOK;
}

function itemId(info: NameInfo): string {
  return `${scopeOf(info)}!${info.name.toLowerCase()}`;
}

function referenceFormula(reference: unknown): string {
  if (reference instanceof Range) {
    const sheet = quoteSheet(reference.worksheet.name);
    return `=${sheet}!${formatAddress(reference._rect, true)}`;
  }
  const text = String(reference);
  return text.startsWith("=") ? text : `=${text}`;
}

export class NamedItem extends ModelObject {
  readonly #id: string;

  constructor(host: LocalHost, id: string) {
    super(host);
    this.#id = id;
  }

  get #info(): NameInfo {
    const info = this._grid.names().find((candidate) => itemId(candidate) === this.#id);
    if (info === undefined) throw itemNotFound(`the name ${this.#id.replace(/^.*!/, "")}`);
    return info;
  }

  override _identity(): Readonly<Record<string, unknown>> {
    return { _Id: this.#id.replace(/^.*!/, "") };
  }

  get name(): string {
    return this.#info.name;
  }

  get formula(): string {
    return this.#info.formula;
  }

  set formula(formula: string) {
    this._grid.putName({ ...this.#info, formula: referenceFormula(formula) });
  }

  get comment(): string {
    return this.#info.comment;
  }

  set comment(comment: string) {
    this._grid.putName({ ...this.#info, comment });
  }

  get visible(): boolean {
    return this.#info.visible;
  }

  set visible(visible: boolean) {
    this._grid.putName({ ...this.#info, visible });
  }

  get scope(): string {
    return this.#info.sheetId === undefined ? "Workbook" : "Worksheet";
  }

  getRangeOrNullObject(): Range | null {
    const target = this._grid.resolveName(this.#info);
    return target && this.host.range(target.sheetId, target.rect);
  }

  delete(): void {
    this._grid.deleteName(this.#info);
  }
}
