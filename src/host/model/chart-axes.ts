import { type ChartAxisInfo, LABEL_POSITIONS } from "../chart-info";
import { invalidArgument } from "../host-error";
import type { Chart } from "./charts";
import type { LocalHost } from "./local-host";
import { ModelObject } from "./model-object";

const AXES = { across: "acrossAxis", up: "upAxis" } as const;
type AxisWay = keyof typeof AXES;

export class ChartAxes extends ModelObject {
  readonly #chart: Chart;

  constructor(host: LocalHost, chart: Chart) {
    super(host);
    this.#chart = chart;
  }

  /** In a chart of points this is the axis across. */
  get categoryAxis(): ChartAxis {
    return new ChartAxis(this.host, this.#chart, "across");
  }

  get valueAxis(): ChartAxis {
    return new ChartAxis(this.host, this.#chart, "up");
  }
}

export class ChartAxis extends ModelObject {
  readonly #chart: Chart;
  readonly #way: AxisWay;

  constructor(host: LocalHost, chart: Chart, way: AxisWay) {
    super(host);
    this.#chart = chart;
    this.#way = way;
  }

  get _info(): ChartAxisInfo {
    return this.#chart._info[AXES[this.#way]];
  }

  _change(change: Partial<ChartAxisInfo>): void {
    this.#chart._change({ [AXES[this.#way]]: { ...this._info, ...change } });
  }

  get title(): ChartAxisTitle {
    return new ChartAxisTitle(this.host, this);
  }

  get numberFormat(): string {
    return this._info.numberFormat;
  }

  set numberFormat(numberFormat: string) {
    this._change({ numberFormat });
  }

  get tickLabelPosition(): string {
    return this._info.labelPosition;
  }

  set tickLabelPosition(position: string) {
    const labelPosition = LABEL_POSITIONS.find((known) => known === position);
    if (labelPosition === undefined) throw invalidArgument(`${position} is no place for labels`);
    this._change({ labelPosition });
  }
}

export class ChartAxisTitle extends ModelObject {
  readonly #axis: ChartAxis;

  constructor(host: LocalHost, axis: ChartAxis) {
    super(host);
    this.#axis = axis;
  }

  get text(): string {
    return this.#axis._info.title;
  }

  set text(title: string) {
    this.#axis._change({ title });
  }
}
