import { combine } from "../core/result";
import { forecastQuantile } from "../forecast/forecast-quantile";
import { readForecast } from "../input/forecast-cells";
import { readProbability } from "../input/probability-cells";
import { answer } from "./cell-answer";

/**
 * Mean of a forecast of usage, USD.
 *
 * A lognormal or normal forecast given as P10 and P90 has a mean that no cell shows: this is it. A PERT forecast
 * has (Low + 4 Mode + High) / 6, a triangular one (Low + Mode + High) / 3. A CV is a fraction of the mean.
 *
 * @customfunction FORECAST_MEAN
 * @helpurl https://localhost:3000/help.html#FORECAST_MEAN
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @returns Mean, USD.
 * @throws #VALUE! naming every label and row that is wrong: an unknown or repeated label, more or less than one set of parameters, negative amounts, probabilities that do not add up to 1.
 * @example =COMMIT.FORECAST_MEAN({"Distribution","PERT";"Low",300000;"Mode",550000;"High",1100000}) is 600000
 * @example =COMMIT.FORECAST_MEAN({"P10",400000;"P90",850000}) is 608863.2095152994
 * @example =COMMIT.FORECAST_MEAN({"Usage","Probability";380000,0.25;600000,0.5;900000,0.25}) is 620000
 * @example =COMMIT.FORECAST_MEAN({"Mean",600000;"CV",35}) is #VALUE! CV in row 2 of forecast is 35: give a fraction from 0 to 10, such as 0.35 for 35%.
 */
export function forecastMeanFunction(forecast: unknown[][]): unknown {
  return answer(readForecast(forecast), ({ meanUsd }) => meanUsd);
}

/**
 * Usage that a forecast stays at or below with a given probability, USD.
 *
 * At 0.1 this is P10, at 0.5 the median. Of outcomes it is the smallest that is reached, never an amount between two of
 * them: of n equally likely ones the one at n times the probability, rounded up. PERCENTILE.INC differs there. At 0 and 1
 * it is the lowest and the highest usage.
 *
 * @customfunction FORECAST_QUANTILE
 * @helpurl https://localhost:3000/help.html#FORECAST_QUANTILE
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @param probability Fraction from 0 to 1; 0.9 asks for P90.
 * @returns Usage at list prices, USD.
 * @throws #N/A at 0 or 1 where usage has no bound at that end; #VALUE! when the probability is not a fraction from 0 to 1, or naming every label and row of the forecast that is wrong.
 * @example =COMMIT.FORECAST_QUANTILE({"Mean",600000;"CV",0.35}, 0.9) is 875503.8046678497
 * @example =COMMIT.FORECAST_QUANTILE({410000;455000;480000;520000}, 0.25) is 410000
 * @example =COMMIT.FORECAST_QUANTILE({"Mean",600000;"CV",0.35}, 1) is #N/A The forecast has no highest usage: give a probability below 1.
 * @example =COMMIT.FORECAST_QUANTILE(600000, 90) is #VALUE! Probability is 90: give a fraction from 0 to 1, such as 0.9 for 90%.
 */
export function forecastQuantileFunction(forecast: unknown[][], probability: unknown): unknown {
  return answer(
    combine({ forecast: readForecast(forecast), probability: readProbability(probability) }),
    (given) => forecastQuantile(given.forecast, given.probability),
  );
}
