import type { Currency } from "../../../core/currency";
import { trackRecord } from "../../../forecast/history/track-record";
import { aboutUsd, commitmentName } from "../../../wording/format/approximate";
import { formatCounted, formatPercent, formatUsd } from "../../../wording/format/format";
import {
  describeShortHistory,
  describeTrackRecord,
} from "../../../wording/messages/history-messages";
import type { SideBySide, Steps, YearAhead } from "./efficient-state";

/** "Efficient use would save 28% of usage at list prices". */
export function efficientAnswer(steps: Steps): string {
  if (steps.kind === "fault") return "Efficient use cannot be worked out";
  const saving = 1 - steps.part;
  if (Math.abs(saving) < 0.0005) return "Efficient use: move a lever to see what it saves";
  return saving > 0
    ? `Efficient use would save ${formatPercent(saving)} of usage at list prices`
    : `These levers would cost ${formatPercent(-saving)} more than usage now`;
}

/** "A year from your months: $612k, likely $480k to $760k". */
export function yearAnswer(ahead: YearAhead, currency: Currency): string {
  if (ahead.kind === "none") return "The months cannot be forecast yet";
  const [low, high] = [0.1, 0.9].map((share) => aboutUsd(ahead.year.quantile(share), currency));
  const mean = aboutUsd(ahead.year.meanUsd, currency);
  return `The next 12 months: ${mean}, likely ${low} to ${high}`;
}

/** What the forecast rests on; its words claim what was tested and no more. */
export function yearEvidence(ahead: YearAhead, currency: Currency): readonly string[] {
  if (ahead.kind === "none")
    return [ahead.sentence ?? describeShortHistory(ahead.usagesUsd, currency)];
  const months = ahead.history.usagesUsd.length;
  return describeTrackRecord(trackRecord(ahead.made), months);
}

/** "Current usage asks for $500k, efficient usage for $250k". */
export function commitmentAnswer({ current, efficient }: SideBySide, currency: Currency): string {
  const [now, then] = [current, efficient].map(({ commitmentUsd }) =>
    commitmentName(commitmentUsd, currency),
  );
  return now === then
    ? `Current and efficient usage ask for the same: ${now}`
    : `Current usage asks for ${now}, efficient usage for ${then}`;
}

/** What of the saving cannot be kept under a commitment; undefined where all of it can. */
export function keptWarning(
  { kept: { lostUsd, listSavingUsd, keptUsd, commitmentUsd } }: SideBySide,
  currency: Currency,
): string | undefined {
  if (lostUsd < 0.5) return undefined;
  const [lost, list, left] = [lostUsd, listSavingUsd, keptUsd].map((usd) =>
    formatUsd(usd, currency),
  );
  const commitment = commitmentName(commitmentUsd, currency);
  return `Savings you cannot keep: ${lost} a year. Under a commitment of ${commitment} efficient use saves ${left} of the ${list} at list prices, since the commitment is paid whether it is used or not.`;
}

/** On which months, where the year is no forecast. */
export function yearNote({ isForecast }: SideBySide, ahead: YearAhead): string | undefined {
  if (isForecast || ahead.kind !== "none") return undefined;
  const months = formatCounted(ahead.usagesUsd.length, "month", "months");
  return `A year here is 12 times the average of ${months}, taken as certain: there is no forecast.`;
}
