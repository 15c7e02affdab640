import { type ChartAxisInfo, type ChartInfo, LABEL_POSITIONS } from "../grid/chart-info";
import { type ModelHost, ModelObject } from "./model-object";
import { part } from "./part";
import { type Holder, InfoPart, oneOf, stored } from "./stored";

export class ChartAxes extends InfoPart<ChartInfo> {
  /** In a chart of points this is the axis across. */
  get categoryAxis(): ChartAxis {
    return new ChartAxis(this.host, this.owner, "acrossAxis");
  }

  get valueAxis(): ChartAxis {
    return new ChartAxis(this.host, this.owner, "upAxis");
  }
}

export class ChartAxis extends ModelObject<Holder<ChartInfo>> {
  constructor(
    host: ModelHost,
    chart: Holder<ChartInfo>,
    private readonly way: "acrossAxis" | "upAxis",
  ) {
    super(host, chart);
  }

  get _info(): ChartAxisInfo {
    return this.owner._info[this.way];
  }

  _change(change: Partial<ChartAxisInfo>): void {
    this.owner._change({ [this.way]: { ...this._info, ...change } });
  }

  @part(() => ChartAxisTitle) declare readonly title: ChartAxisTitle;

  @stored("minimum") declare minimum: number;
  @stored("maximum") declare maximum: number;
  @stored("numberFormat") declare numberFormat: string;
  @stored("labelPosition", oneOf(LABEL_POSITIONS)) declare tickLabelPosition: string;
}

export class ChartAxisTitle extends InfoPart<ChartAxisInfo> {
  @stored("title") declare text: string;
}
