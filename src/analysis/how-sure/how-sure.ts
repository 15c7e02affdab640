import { NoAnswer } from "../../core/no-answer";
import type { Answer } from "../../core/result";
import { type ForecastBox, usualBox, variationOf } from "../../forecast/scaled";
import type { Decided } from "../decision";
import type { Steps } from "../steps";
import { type AnswerRange, answerRows } from "./answer-range";
import { bestMap, type MapRow, mapBox } from "./best-map";
import { type RobustCommitment, robustSteps } from "./robust-commitment";

/** The recommended commitment by average usage and spread. */
export interface BestMap {
  readonly rows: readonly MapRow[];
  readonly box: ForecastBox;
  /** The forecast's own place. */
  readonly meanUsd: number;
  readonly variation: number;
  /** The commitment that is recommended. */
  readonly bestUsd: number;
}

/** How sure a decision is. */
export interface HowSure {
  readonly decided: Decided;
  /** How far each input may change before another commitment is cheaper than the one recommended. */
  readonly ranges: Answer<readonly AnswerRange[]>;
  readonly robust: Answer<RobustCommitment>;
  /** Undefined where there is nothing to draw: average usage of 0, or more thresholds than regions could be told apart. */
  readonly map: BestMap | undefined;
}

/** With more bands the regions of a map are too thin to see. */
const MOST_ON_MAP = 24;

/** The range of average usage in which the recommended commitment stays the cheapest on offer; none where no single one is recommended. */
export function averageRange({
  recommendation,
  forecast,
  agreement,
}: Decided): AnswerRange | undefined {
  if (recommendation.kind !== "beats") return undefined;
  const rows = answerRows(forecast, recommendation.best.commitmentUsd, agreement, "usage");
  if (rows instanceof NoAnswer) return undefined;
  const [average] = rows;
  return average;
}

/** How sure a decision is, in steps. */
export function* howSure(decided: Decided): Steps<HowSure> {
  const { forecast, agreement, recommendation } = decided;
  const bestUsd = "best" in recommendation ? recommendation.best.commitmentUsd : 0;
  const rows = answerRows(forecast, bestUsd, agreement, "all");
  const ranges: AnswerRange[] = [];
  for (const row of rows instanceof NoAnswer ? [] : rows) {
    ranges.push(row);
    yield;
  }
  const robust = yield* robustSteps(forecast, agreement, usualBox(forecast));
  const box = mapBox(forecast);
  const isDrawn = forecast.meanUsd > 0 && agreement.bands.length <= MOST_ON_MAP;
  return {
    decided,
    ranges: rows instanceof NoAnswer ? rows : ranges,
    robust,
    map: isDrawn
      ? {
          rows: yield* bestMap(forecast, bestUsd, agreement, box),
          box,
          meanUsd: forecast.meanUsd,
          variation: variationOf(forecast),
          bestUsd,
        }
      : undefined,
  };
}
