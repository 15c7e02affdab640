import { intersect, mapCells } from "../grid/address";
import type { CellStyle } from "../grid/cell-style";
import { invalidArgument } from "../office/host-error";
import { ModelObject, type RangeBase } from "./model-object";

/** Something that belongs to the cells of a range. */
export abstract class RangePart extends ModelObject<RangeBase> {
  _put(style: CellStyle): void {
    const { _sheetId: sheetId, _rect: rect } = this.owner;
    this.host.editable(sheetId).setStyle(sheetId, rect, style);
  }

  /** What the cells share, where an absent part of a style is `usual`; null when they differ, as in Excel. */
  _shared(key: keyof CellStyle, usual: unknown): unknown {
    const { _sheetId: sheetId, _rect: rect } = this.owner;
    const used = intersect(rect, this._grid.usedRect(sheetId, false) ?? rect);
    const shown = used ?? { ...rect, rows: 1, cols: 1 };
    const seen = new Set(
      mapCells(
        shown,
        (row, col) => this._grid.style(sheetId, shown.row + row, shown.col + col)[key] ?? usual,
      ).flat(),
    );
    const [first] = seen;
    return seen.size === 1 && first !== undefined ? first : null;
  }
}

/** Makes a property of a part of the cells' style, which is `usual` until one is set. */
export function styled(key: keyof CellStyle, usual: string | number | boolean) {
  const isColor = key === "fill" || key === "color";
  return (prototype: RangePart, member: string): void => {
    Object.defineProperty(prototype, member, {
      get(this: RangePart): unknown {
        return this._shared(key, usual) ?? (isColor ? "" : null);
      },
      set(this: RangePart, value: unknown): void {
        this._put({ [key]: isColor ? checkColor(value) : value });
      },
    });
  };
}

/** Colours are #RRGGBB; HTML names are Excel's but not ours. */
export function checkColor(color: unknown): string {
  if (typeof color === "string" && /^#[0-9A-Fa-f]{6}$/.test(color)) return color.toUpperCase();
  throw invalidArgument(`the colour ${String(color)} is not written as #RRGGBB`);
}
