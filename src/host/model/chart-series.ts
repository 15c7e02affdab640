import type { Rect } from "../grid/address";
import type { ChartInfo, ChartSeriesInfo } from "../grid/chart-info";
import { invalidArgument } from "../office/host-error";
import { ModelCollection, type ModelHost, ModelObject } from "./model-object";
import { type Holder, stored } from "./stored";

/** The chart that holds the lines. */
interface LineChart extends Holder<ChartInfo> {
  /** The cells of one line: a row or a column of the chart's own sheet. */
  _lineOf(source: unknown): Rect;
}

/** The lines of one chart. A line is known by its place among them. */
export class ChartSeriesCollection extends ModelCollection<ChartSeries, LineChart> {
  _items(): readonly ChartSeries[] {
    return this.owner._info.series.map((_, index) => this.#at(index));
  }

  /** A line without points yet, after the others. */
  add(name?: unknown): ChartSeries {
    const { series } = this.owner._info;
    const [last] = series.slice(-1);
    if (last === undefined) throw invalidArgument("a chart has a line to begin with");
    const named = typeof name === "string" && name !== "" ? name : `Series${series.length + 1}`;
    this.owner._change({ series: [...series, { name: named, across: null, up: last.up }] });
    return this.#at(series.length);
  }

  #at(index: number): ChartSeries {
    return new ChartSeries(this.host, this.owner, index);
  }
}

export class ChartSeries extends ModelObject<LineChart> {
  constructor(
    host: ModelHost,
    chart: LineChart,
    private readonly index: number,
  ) {
    super(host, chart);
  }

  get _info(): Partial<ChartSeriesInfo> {
    return this.owner._info.series[this.index] ?? {};
  }

  _change(change: Partial<ChartSeriesInfo>): void {
    const series = this.owner._info.series.map((one, index) =>
      index === this.index ? { ...one, ...change } : one,
    );
    this.owner._change({ series });
  }

  @stored("name") declare name: string;

  setValues(source: unknown): void {
    this._change({ up: this.owner._lineOf(source) });
  }

  setXAxisValues(source: unknown): void {
    this._change({ across: this.owner._lineOf(source) });
  }
}
