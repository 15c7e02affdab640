import { bound, type Rect, sameRect } from "../grid/address";
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
    const skipped = typeof headings[0] === "string" && source.rows > 1 ? 1 : 0;
    const [row, rows] = [source.row + skipped, source.rows - skipped];
    const across = { row, col: source.col, rows, cols: 1 };
    const series = headings.slice(1).map((heading, index): ChartSeriesInfo => {
      const number = index + 1;
      const name = String((skipped > 0 ? heading : null) ?? `Series${number}`);
      return { name, across, up: { ...across, col: source.col + number } };
    });
    return this.#started(type, series, source);
  }

  #started(type: ChartType, series: readonly ChartSeriesInfo[], source: Rect): ChartInfo {
    const axis = (column: Rect | null | undefined) => ({
      title: "",
      numberFormat: (column && this._grid.numberFormats(this.owner, column)[0]?.[0]) ?? "General",
      labelPosition: "NextToAxis" as const,
    });
    return {
      type,
      name: this._freeName("Chart "),
      title: series.length === 1 ? (series[0]?.name ?? "") : "Chart Title",
      showsLegend: true,
      series,
      acrossAxis: axis(series[0]?.across),
      upAxis: axis(series[0]?.up),
      place: { row: source.row, col: source.col + source.cols + 1, ...USUAL_SIZE },
    };
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
    const { _rect: rect } = this.host.rangeOn(this.owner.owner, source);
    if (rect.rows > 1 && rect.cols > 1) throw invalidArgument("a line is a row or a column");
    return rect;
  }

  @stored("name") declare name: string;

  @part(() => ChartTitle) declare readonly title: ChartTitle;
  @part(() => ChartLegend) declare readonly legend: ChartLegend;
  @part(() => ChartSeriesCollection) declare readonly series: ChartSeriesCollection;
  @part(() => ChartAxes) declare readonly axes: ChartAxes;

  delete(): void {
    this.host.editable(this.owner.owner);
    this.owner._drop(this);
  }

  /** Lays the chart over the cells from one to the other; without the other it keeps its size. */
  setPosition(startCell: unknown, endCell?: unknown): void {
    const { _rect: start } = this.host.rangeOn(this.owner.owner, startCell);
    const place =
      endCell === undefined || endCell === null
        ? { ...this._info.place, row: start.row, col: start.col }
        : bound(start, this.host.rangeOn(this.owner.owner, endCell)._rect);
    if (!sameRect(place, this._info.place)) this._change({ place });
  }
}

export class ChartTitle extends InfoPart<ChartInfo> {
  @stored("title") declare text: string;
}

export class ChartLegend extends InfoPart<ChartInfo> {
  @stored("showsLegend") declare visible: boolean;
}
