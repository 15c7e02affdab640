import { intersect, mapCells } from "../address";
import type { CellStyle } from "../cell-style";
import { invalidArgument } from "../host-error";
import type { LocalHost } from "./local-host";
import { ModelObject } from "./model-object";
import type { Range } from "./range";

/** Something that belongs to the cells of a range. */
export abstract class RangePart extends ModelObject {
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

/** Colours are #RRGGBB; HTML names are Excel's but not ours. */
export function checkColor(color: unknown): string {
  if (typeof color === "string" && /^#[0-9A-Fa-f]{6}$/.test(color)) return color.toUpperCase();
  throw invalidArgument(`the colour ${String(color)} is not written as #RRGGBB`);
}
