import type { BorderLine } from "../cell-style";
import type { LocalHost } from "./local-host";
import { ModelCollection } from "./model-object";
import type { Range } from "./range";
import { checkColor, RangePart } from "./range-part";

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

  get #line(): BorderLine {
    const { _sheetId: sheetId, _rect: rect } = this.range;
    const row = this.#edge === "EdgeBottom" ? rect.row + rect.rows - 1 : rect.row;
    const col = this.#edge === "EdgeRight" ? rect.col + rect.cols - 1 : rect.col;
    return this._grid.border(sheetId, row, col, this.#edge);
  }

  /** A colour or a weight given to an edge without a line draws one, as in Excel. */
  #draw(change: Partial<BorderLine>): void {
    const { _sheetId: sheetId, _rect: rect } = this.range;
    const line = this.#line;
    const style = line.style === "None" ? "Continuous" : line.style;
    this.host.editable(sheetId).setBorder(sheetId, rect, this.#edge, { ...line, style, ...change });
  }
}
