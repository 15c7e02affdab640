import type { Currency } from "../../../core/currency";
import type { LeverName } from "../../../efficiency/levers";
import { trackRecord } from "../../../forecast/history/track-record";
import type { LeverShares } from "../../../sheets/usage/lever-rows";
import { aboutUsd, commitmentName } from "../../../wording/format/approximate";
import { formatCounted, formatPercent, formatUsd } from "../../../wording/format/format";
import {
  describeShortHistory,
  describeTrackRecord,
} from "../../../wording/messages/history-messages";
import type { IdleRow, SideBySide, Steps, YearAhead } from "./efficient-state";

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

/** What each slider does not do, and why; and the same of the rows that only the table has. */
export interface LeverNotes {
  readonly sliders: Readonly<Record<LeverName, string>>;
  readonly table: readonly string[];
}

/** Levers that change nothing say why: "" for a slider that works, or is at zero. */
export function leverNotes(steps: Steps, shares: LeverShares, currency: Currency): LeverNotes {
  const idle = steps.kind === "steps" ? steps.idle : [];
  const noteOf = (lever: LeverName, share: number, step: number): string => {
    if (share === 0) return "";
    const isUnnamed = shares.from === "" || shares.to === "";
    if (lever === "Route" && isUnnamed)
      return "Nothing is routed yet: choose the model to route from, and the one to route to.";
    const row = idle.find((one) => one.isOfPane && one.lever === lever);
    if (row) return idleSentence(row);
    const saving = steps.kind === "steps" ? steps.steps[step]?.savingUsd : undefined;
    return saving !== undefined && Math.abs(saving) < 0.5
      ? `It changes the cost of this usage by less than ${formatUsd(1, currency)}.`
      : "";
  };
  return {
    sliders: {
      Route: noteOf("Route", shares.routed, 1),
      Cache: noteOf("Cache", shares.cached, 2),
      Batch: noteOf("Batch", shares.batched, 3),
    },
    table: idle
      .filter(({ isOfPane }) => !isOfPane)
      .map((row) => `${rowName(row)} in the table of levers: ${lowerFirst(idleSentence(row))}`),
  };
}

/** Why a lever saves nothing, and what would. */
function idleSentence({ cells, reason }: IdleRow): string {
  const [workload, from] = [cellText(cells, 1), cellText(cells, 2)];
  switch (reason.kind) {
    case "noWorkload":
      return `No usage has the workload ${workload}, so nothing changes: write it as the Usage sheet does.`;
    case "noModel":
      return `No usage has the model ${from}, so nothing changes: choose one that the Usage sheet has.`;
    case "noSuchUsage":
      return `The workload ${workload} has no usage of ${from}, so nothing changes.`;
    case "overruled":
      return "Levers for one workload or model, in the table on the sheet, apply to all of this usage instead.";
    case "sameModel":
      return `It routes ${from} to itself, so nothing changes: choose another model to route to.`;
    case "routedAway":
      return "All of this usage is routed to another model, so nothing is left to change.";
    case "cachedAlready":
      return `Nothing changes: at least ${formatPercent(reason.leastShare)} of each prompt is read from cache already.`;
    case "nothingToCache":
      return "Nothing changes: no prompt has input that is not in the cache already.";
    case "notStandard":
      return "Nothing changes: all of this usage is batch or in fast mode already.";
  }
}

/** "Batch for Support, claude-haiku-4-5". */
function rowName({ lever, cells }: IdleRow): string {
  const of = [cellText(cells, 1), cellText(cells, 2)].filter((text) => text !== "");
  return of.length > 0 ? `${lever} for ${of.join(", ")}` : lever;
}

function cellText(cells: IdleRow["cells"], column: number): string {
  return String(cells[column] ?? "").trim();
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
