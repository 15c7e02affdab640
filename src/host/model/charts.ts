import { type Rect, sameRect } from "../grid/address";
import {
  CHART_TYPES,
  type ChartInfo,
  type ChartSeriesInfo,
  type ChartType,
} from "../grid/chart-info";
import { invalidArgument, notImplemented } from "../office/host-error";
import { ChartAxes } from "./chart-axes";
import { ChartSeriesCollection } from "./chart-series";
import { ModelCollection, type ModelHost, ModelObject, RangeBase } from "./model-object";
import { part } from "./part";
import { InfoPart, stored } from "./stored";

/** Cells that a new chart covers. */
const USUAL_SIZE = { rows: 15, cols: 6 };

/** Charts of one sheet. Deleting the sheet deletes them, and nothing here draws them. */
export class ChartCollection extends ModelCollection<Chart, string> {
  readonly #charts: Chart[] = [];

  _items(): readonly Chart[] {
    return this.#charts;
  }

  _drop(chart: Chart): void {
    this.#charts.splice(this.#charts.indexOf(chart), 1);
  }

  _put(info: ChartInfo): Chart {
    const chart = new Chart(this.host, this, info);
    this.#charts.push(chart);
    return chart;
  }

  add(wanted: unknown, source: unknown, seriesBy?: unknown): Chart {
    const type = CHART_TYPES.find((known) => known === wanted);
    if (type === undefined) throw notImplemented(`charts of type ${String(wanted)}`);
    if (!(source instanceof RangeBase)) throw invalidArgument("a chart is made from a range");
    if (source._sheetId !== this.owner) {
      throw notImplemented("charts of the cells of another sheet");
    }
    this.host.editable(this.owner);
    const { _rect: rect } = source;
    if (seriesBy === "Rows") {
      if (rect.rows > 1) throw notImplemented("charts with a series in each of several rows");
    } else if (rect.cols > 1) {
      return this._put(this.#made(type, rect));
    } else if (seriesBy !== "Columns") {
      throw notImplemented("charts of one column, not said to be one");
    }
    return this._put(this.#started(type, [{ name: "Series1", across: null, up: rect }], rect));
  }

  /** The first column has the values across, each other one is a series, and text in the first row names it. */
  #made(type: ChartType, source: Rect): ChartInfo {
    const [headings = []] = this._grid.values(this.owner, { ...source, rows: 1 });
    const hasHeadings = typeof headings[0] === "string" && source.rows > 1;
    const top = source.row + (hasHeadings ? 1 : 0);
    const rows = source.rows - (hasHeadings ? 1 : 0);
    const column = (offset: number): Rect => ({
      row: top,
      col: source.col + offset,
      rows,
      cols: 1,
    });
    const series = Array.from({ length: source.cols - 1 }, (_, index): ChartSeriesInfo => {
      const heading = hasHeadings ? headings[index + 1] : undefined;
      return {
        name: String(heading ?? `Series${index + 1}`),
        across: column(0),
        up: column(index + 1),
      };
    });
    return this.#started(type, series, source);
  }

  #started(type: ChartType, series: readonly ChartSeriesInfo[], source: Rect): ChartInfo {
    const axis = (column: Rect | null | undefined) => ({
      title: "",
      numberFormat: column ? this.#formatAt(column) : "General",
      labelPosition: "NextToAxis" as const,
    });
    let number = 1;
    while (this._find(`Chart ${number}`)) number += 1;
    return {
      type,
      name: `Chart ${number}`,
      title: series.length === 1 ? (series[0]?.name ?? "") : "Chart Title",
      showsLegend: true,
      series,
      acrossAxis: axis(series[0]?.across),
      upAxis: axis(series[0]?.up),
      place: { row: source.row, col: source.col + source.cols + 1, ...USUAL_SIZE },
    };
  }

  #formatAt(column: Rect): string {
    const first = { ...column, rows: 1, cols: 1 };
    return this._grid.numberFormats(this.owner, first)[0]?.[0] ?? "General";
  }
}

export class Chart extends ModelObject<ChartCollection> {
  readonly _id = this.host.newId("chart");
  #info: ChartInfo;

  constructor(host: ModelHost, collection: ChartCollection, info: ChartInfo) {
    super(host, collection);
    this.#info = info;
  }

  override _identity(): Readonly<Record<string, unknown>> {
    return { Id: this._id };
  }

  get _info(): ChartInfo {
    this.host.sheetInfo(this.owner.owner);
    return this.#info;
  }

  /** A protected sheet refuses. */
  _change(change: Partial<ChartInfo>): void {
    this.host.editable(this.owner.owner);
    this.#info = { ...this.#info, ...change };
  }

  _lineOf(source: unknown): Rect {
    if (!(source instanceof RangeBase)) throw invalidArgument("the points of a line are a range");
    if (source._sheetId !== this.owner.owner)
      throw notImplemented("lines of another sheet's cells");
    const { rows, cols } = source._rect;
    if (rows > 1 && cols > 1) throw invalidArgument("a line is a row or a column");
    return source._rect;
  }

  @stored("name", chartName) declare name: string;

  @part(() => ChartTitle) declare readonly title: ChartTitle;
  @part(() => ChartLegend) declare readonly legend: ChartLegend;
  @part(() => ChartSeriesCollection) declare readonly series: ChartSeriesCollection;
  @part(() => ChartAxes) declare readonly axes: ChartAxes;

  delete(): void {
    this.host.editable(this.owner.owner);
    this.owner._drop(this);
  }

  /** Lays the chart over the cells from one to the other; without the other it keeps its rows and columns. */
  setPosition(startCell: unknown, endCell?: unknown): void {
    const start = this.host.rangeOn(this.owner.owner, startCell)._rect;
    const end =
      endCell === undefined || endCell === null
        ? null
        : this.host.rangeOn(this.owner.owner, endCell)._rect;
    const { place } = this._info;
    const rows = end === null ? place.rows : end.row + end.rows - start.row;
    const cols = end === null ? place.cols : end.col + end.cols - start.col;
    if (rows < 1 || cols < 1) throw invalidArgument("a chart ends below and right of its start");
    const next = { row: start.row, col: start.col, rows, cols };
    if (!sameRect(next, place)) this._change({ place: next });
  }
}

function chartName(name: unknown): unknown {
  if (name === "") throw invalidArgument("a chart's name cannot be blank");
  return name;
}

export class ChartTitle extends InfoPart<ChartInfo> {
  @stored("title") declare text: string;
}

export class ChartLegend extends InfoPart<ChartInfo> {
  @stored("showsLegend") declare visible: boolean;
}
