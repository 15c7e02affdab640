import type { Currency } from "../../core/currency";
import { LEAST_HISTORY } from "../../forecast/history/forecast-from-history";
import { LEAST_CV } from "../../forecast/history/spread";
import { likelyYearUsd, type Miss, type TrackRecord } from "../../forecast/history/track-record";
import { asSentence } from "../format/approximate";
import { formatCounted, formatExactPercent, formatUsd } from "../format/format";

/** What the tests on a history say of its forecast, each claim a sentence; they claim what was tested and no more. */
export function describeTrackRecord(record: TrackRecord, historyMonths: number): readonly string[] {
  const { usageAlways, seasonsFrom, isLeastCv } = record;
  return [
    missWords(record),
    ...(usageAlways ? [sideWords(record, usageAlways)] : []),
    ...(isLeastCv
      ? [
          `The tests alone would make the range narrower; its CV is held at ${formatExactPercent(LEAST_CV)}, since no test of a few months justifies less for a year.`,
        ]
      : []),
    ...(seasonsFrom === undefined
      ? []
      : [
          `${asSentence(months(historyMonths))} cannot test seasons: that takes ${seasonsFrom} months.`,
        ]),
  ];
}

/** What to do with a history that is too short to test any forecast. */
export function describeShortHistory(usagesUsd: readonly number[], currency: Currency): string {
  const ask = `a forecast needs ${LEAST_HISTORY} complete months. Give low, likely and high usage of a year instead`;
  const { length } = usagesUsd;
  if (length === 0) return `There is no complete month, and ${ask}.`;
  return `${length === 1 ? "There is" : "There are"} ${formatCounted(length, "complete month", "complete months")}, and ${ask}: 12 times the latest month is ${formatUsd(likelyYearUsd(usagesUsd), currency)}.`;
}

function missWords({ tests, testedMonths, chosen, others }: TrackRecord): string {
  const next = testedMonths === 1 ? "the next month" : `the next ${inLetters(testedMonths)} months`;
  const counted = `in ${formatCounted(tests, "test", "tests")} on your own history`;
  if (chosen.missFraction === undefined) return `${asSentence(counted)} nothing was used.`;
  const compared = others.map((one) => `; ${one.method} within ${within(one)}`).join("");
  return `With ${chosen.method}, ${next} came within ${within(chosen)} on average ${counted}${compared}.`;
}

function sideWords({ tests }: TrackRecord, side: "above" | "below"): string {
  const always = `Usage was ${side} the forecast in all ${tests} tests`;
  return side === "above"
    ? `${always}: it outruns every such forecast, and P90 may be too low.`
    : `${always}: it falls short of every such forecast, and P10 may be too high.`;
}

/** Rounded up, so that "within" holds. */
function within({ missFraction = 0 }: Miss): string {
  return `${Math.max(1, Math.ceil(missFraction * 100 - 1e-9))}%`;
}

function months(count: number): string {
  return `${count} months of history`;
}

const LETTERS = ["", "one", "two", "three", "four", "five", "six"];

function inLetters(count: number): string {
  return LETTERS[count] ?? String(count);
}
