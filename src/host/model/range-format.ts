import { intersect, mapCells } from "../address";
import type { CellStyle } from "../cell-style";
import { invalidArgument } from "../host-error";
import type { LocalHost } from "./local-host";
import { ModelCollection, ModelObject } from "./model-object";
import type { Range } from "./range";

/** Something that belongs to the cells of a range. */
abstract class RangePart extends ModelObject {
  protected readonly range: Range;

  constructor(host: LocalHost, range: Range) {
    super(host);
    this.range = range;
  }

  protected put(style: CellStyle): void {
    const { _sheetId: sheetId, _rect: rect } = this.range;
    this.host.editable(sheetId).setStyle(sheetId, rect, style);
  }

  /** What the cells share; null when they differ, as in Excel. */
  protected shared<K extends keyof CellStyle, T>(key: K, fallback: T): CellStyle[K] | T | null {
    const { _sheetId: sheetId, _rect: rect } = this.range;
    const used = intersect(rect, this._grid.usedRect(sheetId, false) ?? rect);
    const shown = used ?? { ...rect, rows: 1, cols: 1 };
    const seen = new Set(
      mapCells(
        shown,
        (row, col) => this._grid.style(sheetId, shown.row + row, shown.col + col)[key] ?? fallback,
      ).flat(),
    );
    const [first] = seen;
    return seen.size === 1 && first !== undefined ? first : null;
  }
}

export class RangeFormat extends RangePart {
  get fill(): RangeFill {
    return new RangeFill(this.host, this.range);
  }

  get font(): RangeFont {
    return new RangeFont(this.host, this.range);
  }

  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.host, this.range);
  }

  get horizontalAlignment(): string | null {
    return this.shared("horizontalAlignment", "General") ?? null;
  }

  set horizontalAlignment(horizontalAlignment: string) {
    this.put({ horizontalAlignment });
  }

  get verticalAlignment(): string | null {
    return this.shared("verticalAlignment", "Bottom") ?? null;
  }

  set verticalAlignment(verticalAlignment: string) {
    this.put({ verticalAlignment });
  }

  get wrapText(): boolean | null {
    return this.shared("wrapText", false) ?? null;
  }

  set wrapText(wrapText: boolean) {
    this.put({ wrapText });
  }

  get indentLevel(): number | null {
    return this.shared("indentLevel", 0) ?? null;
  }

  set indentLevel(indentLevel: number) {
    this.put({ indentLevel });
  }

  get columnWidth(): number {
    return this._grid.columnWidth(this.range._sheetId, this.range._rect.col);
  }

  set columnWidth(points: number) {
    const { _sheetId: sheetId, _rect: rect } = this.range;
    this.host.editable(sheetId).setColumnWidth(sheetId, rect.col, rect.cols, points);
  }

  get rowHeight(): number {
    return this._grid.rowHeight(this.range._sheetId, this.range._rect.row);
  }

  set rowHeight(points: number) {
    const { _sheetId: sheetId, _rect: rect } = this.range;
    this.host.editable(sheetId).setRowHeight(sheetId, rect.row, rect.rows, points);
  }

  autofitColumns(): void {
    const { _sheetId: sheetId, _rect: rect } = this.range;
    this.host.editable(sheetId).autofitColumns(sheetId, rect.col, rect.cols);
  }

  override _awaitsCalculation(member: string): boolean {
    return member === "autofitColumns";
  }
}

export class RangeFill extends RangePart {
  get color(): string | null {
    return this.shared("fill", "#FFFFFF") ?? "";
  }

  set color(color: string) {
    this.put({ fill: checkColor(color) });
  }

  clear(): void {
    this.put({ fill: null });
  }
}

export class RangeFont extends RangePart {
  get bold(): boolean | null {
    return this.shared("bold", false) ?? null;
  }

  set bold(bold: boolean) {
    this.put({ bold });
  }

  get italic(): boolean | null {
    return this.shared("italic", false) ?? null;
  }

  set italic(italic: boolean) {
    this.put({ italic });
  }

  get color(): string | null {
    return this.shared("color", "#000000") ?? "";
  }

  set color(color: string) {
    this.put({ color: checkColor(color) });
  }

  get size(): number | null {
    return this.shared("size", 11) ?? null;
  }

  set size(size: number) {
    this.put({ size });
  }

  get name(): string | null {
    return this.shared("fontName", "Calibri") ?? null;
  }

  set name(fontName: string) {
    this.put({ fontName });
  }
}

const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideHorizontal",
  "InsideVertical",
] as const;

export class RangeBorderCollection extends ModelCollection<RangeBorder> {
  readonly #range: Range;

  constructor(host: LocalHost, range: Range) {
    super(host);
    this.#range = range;
  }

  _items(): readonly RangeBorder[] {
    return EDGES.map((edge) => new RangeBorder(this.host, this.#range, edge));
  }

  _find(key: unknown): RangeBorder | undefined {
    const edge = EDGES.find((known) => known === key);
    return edge && new RangeBorder(this.host, this.#range, edge);
  }
}

export class RangeBorder extends RangePart {
  readonly #edge: string;

  constructor(host: LocalHost, range: Range, edge: string) {
    super(host, range);
    this.#edge = edge;
  }

  override _identity(): Readonly<Record<string, unknown>> {
    return { Id: this.#edge };
  }

  get style(): string {
    return this.#line.style;
  }

  set style(style: string) {
    this.#draw({ style });
  }

  get color(): string {
    return this.#line.color;
  }

  set color(color: string) {
    this.#draw({ color: checkColor(color) });
  }

  get weight(): string {
    return this.#line.weight;
  }

  set weight(weight: string) {
    this.#draw({ weight });
  }

  get #line(): { readonly style: string; readonly color: string; readonly weight: string } {
    const { _sheetId: sheetId, _rect: rect } = this.range;
    const row = this.#edge === "EdgeBottom" ? rect.row + rect.rows - 1 : rect.row;
    const col = this.#edge === "EdgeRight" ? rect.col + rect.cols - 1 : rect.col;
    return this._grid.border(sheetId, row, col, this.#edge);
  }

  /** A colour or a weight given to an edge without a line draws one, as in Excel. */
  #draw(change: {
    readonly style?: string;
    readonly color?: string;
    readonly weight?: string;
  }): void {
    const { _sheetId: sheetId, _rect: rect } = this.range;
    const line = this.#line;
    const style = line.style === "None" ? "Continuous" : line.style;
    this.host.editable(sheetId).setBorder(sheetId, rect, this.#edge, { ...line, style, ...change });
  }
}

/** Colours are #RRGGBB; HTML names are Excel's but not ours. */
export function checkColor(color: unknown): string {
  if (typeof color === "string" && /^#[0-9A-Fa-f]{6}$/.test(color)) return color.toUpperCase();
  throw invalidArgument(`the colour ${String(color)} is not written as #RRGGBB`);
}
