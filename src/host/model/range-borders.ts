import type { BorderLine } from "../cell-style";
import type { LocalHost } from "./local-host";
import { ModelCollection, ModelObject } from "./model-object";
import type { Range } from "./range";
import { checkColor } from "./range-part";
import { stored } from "./stored";

const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideHorizontal",
  "InsideVertical",
] as const;

export class RangeBorderCollection extends ModelCollection<RangeBorder, Range> {
  _items(): readonly RangeBorder[] {
    return EDGES.map((edge) => new RangeBorder(this.host, this.owner, edge));
  }
}

export class RangeBorder extends ModelObject<Range> {
  constructor(
    host: LocalHost,
    range: Range,
    private readonly edge: string,
  ) {
    super(host, range);
  }

  override _identity(): Readonly<Record<string, unknown>> {
    return { Id: this.edge };
  }

  get _info(): BorderLine {
    const { _sheetId: sheetId, _rect: rect } = this.owner;
    const row = this.edge === "EdgeBottom" ? rect.row + rect.rows - 1 : rect.row;
    const col = this.edge === "EdgeRight" ? rect.col + rect.cols - 1 : rect.col;
    return this._grid.border(sheetId, row, col, this.edge);
  }

  /** A colour or a weight given to an edge without a line draws one, as in Excel. */
  _change(change: Partial<BorderLine>): void {
    const { _sheetId: sheetId, _rect: rect } = this.owner;
    const line = this._info;
    const style = line.style === "None" ? "Continuous" : line.style;
    this.host.editable(sheetId).setBorder(sheetId, rect, this.edge, { ...line, style, ...change });
  }

  @stored("style") declare style: string;
  @stored("color", checkColor) declare color: string;
  @stored("weight") declare weight: string;
}
