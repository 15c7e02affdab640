import { aboutUsd } from "../../../wording/format/approximate";
import { formatExactUsd } from "../../../wording/format/format";
import type { PaneState } from "../../context/pane-state";
import { faultLineOf } from "../../context/row-faults";
import type { RowLine } from "../../context/view";

/** "$600k a year, likely $355k to $870k", or what stops the answer. */
export function line({ deal }: PaneState): RowLine {
  if (deal.kind !== "read") return { text: "What a year of usage may come to", mark: "done" };
  const { reading } = deal;
  const fault = faultLineOf(reading, ["Usage", "Forecast"]);
  if (fault) return fault;
  const { forecast, forecastIsUsage, partsOfYear } = reading;
  if (partsOfYear) return { text: "Say what each number of the forecast is", mark: "need" };
  if (!forecast) return { text: "Say what a year of usage may come to", mark: "need" };
  if (forecastIsUsage)
    return { text: `${formatExactUsd(forecast.meanUsd)} a year, taken as certain`, mark: "look" };
  const [low, high] = [forecast.quantile(0.1), forecast.quantile(0.9)].map(aboutUsd);
  return { text: `${aboutUsd(forecast.meanUsd)} a year, likely ${low} to ${high}`, mark: "done" };
}
