import { number } from "../core/faults/text";
import { combine, fail, type Result, succeed } from "../core/result";
import type { Forecast } from "../forecast/forecast";
import { type ForecastBox, mostVariation, usualBox } from "../forecast/scaled";
import { readCell } from "./cells/cells";
import { readAmountUsd, readNumber } from "./cells/numbers";

/**
 * Reads the box of forecasts of ROBUST_COMMITMENT: means from 80% to 120% of the forecast's, and spreads from half to one and
 * a half times its own as far as no usage falls below 0, where they are left out.
 */
export function readForecastBox(
  forecast: Forecast,
  [meanLow, meanHigh, cvLow, cvHigh]: readonly [unknown, unknown, unknown, unknown],
): Result<ForecastBox> {
  const mostCv = mostVariation(forecast);
  const usual = usualBox(forecast);
  const readMean = (raw: unknown, argument: string, otherwise: number): Result<number> =>
    readCell(raw).kind === "blank" ? succeed(otherwise) : readAmountUsd(raw, { argument });
  const readCv = (raw: unknown, argument: string, otherwise: number): Result<number> => {
    const cell = readCell(raw);
    if (cell.kind === "blank") return succeed(otherwise);
    const place = { argument };
    const read = readNumber(cell, place, "fraction");
    if (!read.ok || (read.value >= 0 && read.value <= mostCv)) return read;
    const most = Math.floor(mostCv * 1000) / 1000;
    const expected = `a fraction from 0 to ${most}, the largest CV that this forecast can have`;
    return fail({ kind: "numberOutOfRange", place, given: read.value, expected });
  };
  const read = combine({
    meanLow: readMean(meanLow, "mean low", usual.meansUsd[0]),
    meanHigh: readMean(meanHigh, "mean high", usual.meansUsd[1]),
    cvLow: readCv(cvLow, "CV low", usual.variations[0]),
    cvHigh: readCv(cvHigh, "CV high", usual.variations[1]),
  });
  if (!read.ok) return read;
  const { value } = read;
  const means = inOrder("mean", value.meanLow, value.meanHigh);
  const variations = inOrder("CV", value.cvLow, value.cvHigh);
  return combine({ meansUsd: means, variations });
}

function inOrder(name: string, low: number, high: number): Result<readonly [number, number]> {
  if (low <= high) return succeed([low, high]);
  const place = { argument: `${name} low` };
  const expected = `a number up to ${name} high, which is ${number(high)}`;
  return fail({ kind: "numberOutOfRange", place, given: low, expected });
}
