import type { ChartSeriesInfo } from "../chart-info";
import { invalidArgument } from "../host-error";
import type { Chart } from "./charts";
import type { LocalHost } from "./local-host";
import { ModelCollection, ModelObject } from "./model-object";

/** The lines of one chart. A line is known by its place among them. */
export class ChartSeriesCollection extends ModelCollection<ChartSeries> {
  readonly #chart: Chart;

  constructor(host: LocalHost, chart: Chart) {
    super(host);
    this.#chart = chart;
  }

  _items(): readonly ChartSeries[] {
    return this.#chart._info.series.map((_, index) => this.#at(index));
  }

  _find(): undefined {
    return undefined;
  }

  /** A line without points yet, after the others. */
  add(name?: unknown): ChartSeries {
    const { series } = this.#chart._info;
    const [last] = series.slice(-1);
    if (last === undefined) throw invalidArgument("a chart has a line to begin with");
    const named = typeof name === "string" && name !== "" ? name : `Series${series.length + 1}`;
    this.#chart._change({ series: [...series, { name: named, across: null, up: last.up }] });
    return this.#at(series.length);
  }

  #at(index: number): ChartSeries {
    return new ChartSeries(this.host, this.#chart, index);
  }
}

export class ChartSeries extends ModelObject {
  readonly #chart: Chart;
  readonly #index: number;

  constructor(host: LocalHost, chart: Chart, index: number) {
    super(host);
    this.#chart = chart;
    this.#index = index;
  }

  get #info(): ChartSeriesInfo | undefined {
    return this.#chart._info.series[this.#index];
  }

  #change(change: Partial<ChartSeriesInfo>): void {
    const series = this.#chart._info.series.map((one, index) =>
      index === this.#index ? { ...one, ...change } : one,
    );
    this.#chart._change({ series });
  }

  get name(): string {
    return this.#info?.name ?? "";
  }

  set name(name: string) {
    this.#change({ name });
  }

  setValues(source: unknown): void {
    this.#change({ up: this.#chart._lineOf(source) });
  }

  setXAxisValues(source: unknown): void {
    this.#change({ across: this.#chart._lineOf(source) });
  }
}
