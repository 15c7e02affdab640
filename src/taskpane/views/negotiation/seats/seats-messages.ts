import { type DateToKeep, lastDayToAct, nextDate } from "../../../../analysis/negotiation/dates";
import type { CommitmentFill } from "../../../../analysis/negotiation/seats";
import type { Currency } from "../../../../core/currency";
import { dayInWords } from "../../../../deal/offer-round";
import { aboutUsd, labelUsd } from "../../../../wording/format/approximate";
import { formatCounted, formatUsd } from "../../../../wording/format/format";
import type { SeatsReading } from "./seats-reading";

/** The answers in one line: "Seats are $72k of the $500k commitment; …", "Notice is due in 41 days, …". */
export function seatsSummary(
  { sheet, fill, dates, problems }: SeatsReading,
  today: number,
  currency: Currency,
): string {
  if (problems.length > 0)
    return `Seats and dates: ${formatCounted(problems.length, "cell", "cells")} to put right`;
  const next = nextDate(dates, today);
  const said = [
    ...(fill ? [fillSentence(fill, currency)] : []),
    ...(next ? [dateSentence(next, today)] : []),
  ];
  if (said.length > 0) return said.join(" ");
  return sheet && dates.length > 0 ? "Seats and dates: all dates are past" : "Seats and dates";
}

/** Which of seats and the API fills the commitment, at average usage. */
export function fillSentence(fill: CommitmentFill, currency: Currency): string {
  const { commitmentUsd, seatsCostUsd, seatsUsd, apiUsd, apiMonths, unusedUsd } = fill;
  const about = (usd: number): string => aboutUsd(usd, currency);
  if (commitmentUsd === 0) return `Nothing is committed. Seats cost ${about(seatsCostUsd)} a year.`;
  const part = `Seats are ${about(seatsUsd)} of the ${labelUsd(commitmentUsd, currency)} commitment`;
  if (seatsUsd >= commitmentUsd) return `${part}: they fill it without the API.`;
  if (unusedUsd > 0)
    return `${part} and the API ${about(apiUsd)}; ${about(unusedUsd)} stays unused at average usage.`;
  return `${part}; the API fills the rest in ${monthsWords(apiMonths)} at average usage.`;
}

function monthsWords(months: number): string {
  const shown = months.toFixed(1).replace(/\.0$/, "");
  return shown === "1" ? "1 month" : `${shown} months`;
}

/** "Notice to renew or cancel is due in 41 days, by 8 Jan 2027." */
export function dateSentence(date: DateToKeep, today: number): string {
  const last = lastDayToAct(date);
  const [is, on] = date.noticeDays > 0 ? ["is due", "by"] : ["is", "on"];
  return `${date.what} ${is} ${daysLeftWords(last - today)}, ${on} ${dayInWords(last)}.`;
}

/** "past", "today", "in 41 days" */
export function daysLeftWords(days: number): string {
  if (days < 0) return "past";
  return days === 0 ? "today" : `in ${formatCounted(days, "day", "days")}`;
}

/** What the table of the view says of the commitment, an amount a row. */
export function fillRows(
  fill: CommitmentFill,
  currency: Currency,
): readonly (readonly [label: string, amount: string])[] {
  const usd = (amount: number): string => formatUsd(amount, currency);
  const { commitmentUsd, seatsCostUsd, seatsUsd, apiUsd, unusedUsd } = fill;
  return [
    ["Seats, cost a year", usd(seatsCostUsd)],
    ["Seats that count", usd(seatsUsd)],
    ["The API, at average usage", usd(apiUsd)],
    ["Both together", usd(seatsUsd + apiUsd)],
    ["Commitment a year", usd(commitmentUsd)],
    ...(unusedUsd > 0 ? [["Left unused", usd(unusedUsd)] as const] : []),
  ];
}
