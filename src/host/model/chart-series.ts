import type { ChartSeriesInfo } from "../grid/chart-info";
import { invalidArgument } from "../office/host-error";
import type { Chart } from "./charts";
import type { LocalHost } from "./local-host";
import { ModelCollection, ModelObject } from "./model-object";
import { stored } from "./stored";

/** The lines of one chart. A line is known by its place among them. */
export class ChartSeriesCollection extends ModelCollection<ChartSeries, Chart> {
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

export class ChartSeries extends ModelObject<Chart> {
  constructor(
    host: LocalHost,
    chart: Chart,
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
