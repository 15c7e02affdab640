import { RangeBorderCollection } from "./range-borders";
import { checkColor, RangePart } from "./range-part";

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
    return this.shared("fontName", "Arial") ?? null;
  }

  set name(fontName: string) {
    this.put({ fontName });
  }
}
