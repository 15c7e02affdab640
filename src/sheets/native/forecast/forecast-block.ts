import { type NativeRange, range, x } from "../excel/formula";
import type { Layout } from "../layout";
import type { ForecastArea } from "./forecast-area";
import { labelledForecast } from "./labelled-forecast-block";
import { HALF_A_CENT, type NativeForecast, toTheCent } from "./native-forecast";
import { weightedForecast } from "./weighted-forecast-block";

/** A forecast as steps, in the form in which it is written. */
export function forecastBlock(layout: Layout, area: ForecastArea): NativeForecast {
  layout.block("Forecast");
  if (area.kind === "labelled") return labelledForecast(layout, area.range);
  if (area.kind === "outcomes") return outcomesForecast(layout, area.range);
  if (area.kind === "weighted") return weightedForecast(layout, area);
  const usage = layout.step("Usage", "USD", area.usage);
  return outcomesForecast(layout, range(usage, usage));
}

function outcomesForecast(layout: Layout, all: NativeRange): NativeForecast {
  const count = layout.step("Outcomes", "", x`COUNT(${all})`);
  const mean = layout.step(
    "Mean usage",
    "USD",
    x`IF(AND(${count}>0,${count}=SUMPRODUCT((${all}<>"")*1),MIN(${all})>=0,MAX(${all})<=1E15),SUM(${all})/${count},NA())`,
  );
  return {
    mean,
    placeOf: () => x`0`,
    chanceBelow: (usage) => x`SUMPRODUCT((${all}<>"")*(${all}<${usage}))/${count}`,
    expectedAbove: (usage) => x`SUMPRODUCT((${all}>${usage})*(${all}-${usage}))/${count}`,
    fillsFrom: toTheCent,
    quantile: (probability) =>
      x`SMALL(${all},MIN(${count},MAX(1,ROUNDUP(${count}*${probability}-1E-9,0))))`,
    leastLoss: () => HALF_A_CENT,
    lowest: x`MIN(${all})`,
    highest: x`MAX(${all})`,
  };
}
