import { RangePart, styled } from "./range-part";

export class RangeFormat extends RangePart {
  get fill(): RangeFill {
    return new RangeFill(this.host, this.owner);
  }

  get font(): RangeFont {
    return new RangeFont(this.host, this.owner);
  }

  @styled("horizontalAlignment", "General") declare horizontalAlignment: string | null;
  @styled("verticalAlignment", "Bottom") declare verticalAlignment: string | null;
  @styled("wrapText", false) declare wrapText: boolean | null;
  @styled("indentLevel", 0) declare indentLevel: number | null;

  get columnWidth(): number {
    return this._grid.columnWidth(this.owner._sheetId, this.owner._rect.col);
  }

  set columnWidth(points: number) {
    const { _sheetId: sheetId, _rect: rect } = this.owner;
    this.host.editable(sheetId).setColumnWidth(sheetId, rect.col, rect.cols, points);
  }

  get rowHeight(): number {
    return this._grid.rowHeight(this.owner._sheetId, this.owner._rect.row);
  }

  set rowHeight(points: number) {
    const { _sheetId: sheetId, _rect: rect } = this.owner;
    this.host.editable(sheetId).setRowHeight(sheetId, rect.row, rect.rows, points);
  }
}

export class RangeFill extends RangePart {
  @styled("fill", "#FFFFFF") declare color: string;
}

export class RangeFont extends RangePart {
  @styled("bold", false) declare bold: boolean | null;
  @styled("italic", false) declare italic: boolean | null;
  @styled("color", "#000000") declare color: string;
  @styled("size", 11) declare size: number | null;
  @styled("fontName", "Arial") declare name: string | null;
}
