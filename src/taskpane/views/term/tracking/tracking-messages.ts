import { type Ratios, ratiosOf } from "../../../../analysis/tracking/indicators";
import type { TermTracking, TestEnd } from "../../../../analysis/tracking/track-term";
import type { OptionNow, WhatNow, WhyNoOptions } from "../../../../analysis/tracking/what-now";
import { dayText } from "../../../../core/calendar";
import type { Currency } from "../../../../core/currency";
import { describeNoAnswer } from "../../../../core/describe-no-answer";
import { NoAnswer } from "../../../../core/no-answer";
import type { Answer } from "../../../../core/result";
import { sumOfPeriods } from "../../../../term/ledger";
import type { TableRow } from "../../../../term/schedule";
import { aboutUsd, asSentence, labelUsd } from "../../../../wording/format/approximate";
import {
  formatCounted,
  formatExactPercent,
  formatList,
  formatPercent,
  formatUsd,
} from "../../../../wording/format/format";
import { LEAST_USD } from "../term-messages";
import type { ImportedMonths } from "./imported-months";

/** Where the months come from, or what to do to have some. */
export function sourceSentence(imported: ImportedMonths, isTyped: boolean): string {
  if (isTyped)
    return imported.kind === "months"
      ? `The months are those typed here, not those imported (${periodWords(imported)}).`
      : "The months are those typed here.";
  switch (imported.kind) {
    case "months":
      return `The months are those imported, ${periodWords(imported)}${imported.hasUnpriced ? ". Some of their tokens have no price and count as $0: see Usage" : ""}.`;
    case "none":
      return "Type what each month used, or import usage under Usage.";
    case "faulty":
      return "The imported months show something else than amounts: put them right under Usage, or type the months here.";
    case "noStart":
      return "Usage is imported. Say when the term starts, and its months from then on count.";
    case "withinMonth":
      return `Usage is imported by calendar months, and the term starts on ${imported.start}: type the months of the term.`;
    case "notYet":
      return `No whole month from ${imported.first} on is imported: import it under Usage, or type the months here.`;
  }
}

function periodWords({ first, last }: { readonly first: string; readonly last: string }): string {
  return first === last ? first : `${first} to ${last}`;
}

const NUMBERS = [
  ...["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"],
  ...["Eleven", "Twelve"],
];

function monthsIn(elapsed: number): string {
  return `${NUMBERS[elapsed] ?? elapsed} ${elapsed === 1 ? "month" : "months"}`;
}

/** "Six months in, you are 8% behind: at this pace $41k is forfeited" */
export function trackingHeadline(tracking: TermTracking, currency: Currency): string {
  const { elapsed, months, atPace, test } = tracking;
  const end = endWords(atPace, currency);
  if (elapsed === months)
    return `${asSentence(spanWords(tracking))} is over: ${end === "" ? "its commitment was used up to the last dollar" : end}`;
  const since = test.from === 0 ? "in" : `into ${spanWords(tracking)}`;
  return `${monthsIn(elapsed)} ${since}, you are ${paceWords(tracking.paceIndex)}: at this pace ${end === "" ? "the commitment is just used up" : end}`;
}

function paceWords(index: number): string {
  const percent = Math.round(Math.abs(index - 1) * 100);
  if (percent === 0) return "on pace";
  return `${percent}% ${index < 1 ? "behind" : "ahead"}`;
}

/** What becomes of a commitment: "$41k is forfeited and $12k rolls over"; "" where nothing does. */
function endWords(end: TestEnd, currency: Currency): string {
  const { forfeitedUsd, rolledUsd, returnedUsd, overagePaidUsd } = end;
  const parts: readonly (readonly [usd: number, what: string])[] = [
    [forfeitedUsd, "is forfeited"],
    [rolledUsd, "rolls over"],
    [returnedUsd, "comes back"],
    [overagePaidUsd, "of overage is paid"],
  ];
  return formatList(
    parts.flatMap(([usd, what]) => (usd >= LEAST_USD ? `${aboutUsd(usd, currency)} ${what}` : [])),
  );
}

/** The test under way: "year 1", "the contract", "months 4 to 6". */
function spanWords({ test: { from, to }, months, year }: TermTracking): string {
  if (months === 12 && from % 12 === 0) return `year ${year}`;
  if (from === 0 && months > 3) return "the term";
  return months === 1 ? `month ${to}` : `months ${from + 1} to ${to}`;
}

/** What was used, against the commitment and against what was expected. */
export function usedSentence(tracking: TermTracking, currency: Currency): string {
  const { drawnUsd, toUseUsd, elapsed, months, usagesUsd, expectedUsd } = tracking;
  const usd = (amount: number): string => aboutUsd(amount, currency);
  const even = (toUseUsd * elapsed) / months;
  const used = `Used: ${usd(sumOfPeriods(drawnUsd))} of the ${usd(toUseUsd)} to use in ${spanWords(tracking)}${elapsed < months ? `; even use would be ${usd(even)}` : ""}.`;
  const expected = `At list prices that is ${usd(sumOfPeriods(usagesUsd))}, where ${usd(expectedUsd)} was expected.`;
  return `${used} ${expected}`;
}

/** What fills the commitment, and how it ends if the rest is as the deal expects. */
export function aheadSentence(tracking: TermTracking, currency: Currency): string {
  const { elapsed, months, asExpected, atPace } = tracking;
  if (elapsed === months) return "";
  const [needed] = tracking.paces.flatMap(([pace, monthUsd]) =>
    pace === "Required" && typeof monthUsd === "number" ? monthUsd : [],
  );
  const required =
    needed === undefined
      ? "The commitment is used up."
      : `${aboutUsd(needed, currency)} a month from now on fills it.`;
  const [pace, expected] = [endWords(atPace, currency), endWords(asExpected, currency)];
  if (pace === expected) return required;
  return `${required} With the rest as expected, ${expected === "" ? "it is just used up" : expected}.`;
}

/** The paces that differ from one another: what a month draws, what is left at the end, and when it is used up. */
export function paceRows(
  { paces, elapsed }: TermTracking,
  currency: Currency,
): readonly (readonly string[])[] {
  return paces.flatMap((row) => {
    const [name, monthUsd] = row;
    const count = Number(/^Last (\d+) months$/.exec(String(name))?.[1] ?? 0);
    if (name === "So far" || count >= elapsed || typeof monthUsd !== "number") return [];
    return [
      [paceName(String(name), aboutUsd(monthUsd, currency)), restWords(row, currency), usedUp(row)],
    ];
  });
}

/** "$32.7k, all months", "$47.3k fills it" */
function paceName(name: string, month: string): string {
  if (name === "Required") return `${month} fills it`;
  return `${month}, ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

function restWords(row: TableRow, currency: Currency): string {
  const [short, over] = [Number(row[4]), Number(row[5])];
  if (short >= LEAST_USD) return `${aboutUsd(short, currency)} unused`;
  return over >= LEAST_USD ? `${aboutUsd(over, currency)} over` : "just used up";
}

/** When: a date, or a month of the test where no start date is known. */
function usedUp([, , , , , , after, on]: TableRow): string {
  if (typeof on === "number") return dayText(on);
  return typeof after === "number" ? `month ${Number(after.toFixed(1))}` : "not by then";
}

/** "Cheapest over the next 12 months: re-commit to $250k, $30k less than keeping." */
export function nowSentence({ options, asked }: WhatNow, currency: Currency): string {
  const [best] = options;
  if (!best) return "";
  const name = optionName(best, asked, currency);
  const less =
    best.savingUsd >= LEAST_USD ? `, ${aboutUsd(best.savingUsd, currency)} less than keeping` : "";
  return `Cheapest over the next 12 months: ${name.charAt(0).toLowerCase()}${name.slice(1)}${less}.`;
}

export function optionName(
  { name }: OptionNow,
  { topUpUsd, targetUsd, commitmentUsd }: WhatNow["asked"],
  currency: Currency,
): string {
  switch (name) {
    case "Top up":
      return `Top up by ${labelUsd(topUpUsd, currency)} a year`;
    case "Re-commit":
      return `Re-commit to ${labelUsd(targetUsd, currency)}`;
    default:
      return `Keep ${labelUsd(commitmentUsd, currency)}`;
  }
}

/** What the options assume, and what they leave out. */
export function optionsSentence(
  { asked, rolloverShare, nextCommitmentUsd }: WhatNow,
  currency: Currency,
): string {
  const month = aboutUsd(asked.monthlyUsd, currency);
  return [
    `Each buys ${month} of list usage a month, the pace so far, for 12 months from now, at list prices as they are; its own commitment is agreed again where this one ends.`,
    ...(rolloverShare > 0
      ? [
          `What rolls over, ${formatExactPercent(rolloverShare)} of what is unused, is left out: keeping may cost less.`,
        ]
      : []),
    ...(nextCommitmentUsd === undefined
      ? []
      : [
          `The commitment of the year after, ${labelUsd(nextCommitmentUsd, currency)}, is left out too.`,
        ]),
  ].join(" ");
}

/** Why nothing is said about what to do now. */
export function whyNoneSentence(why: WhyNoOptions, currency: Currency): string {
  switch (why.kind) {
    case "length":
      return `Keep, top up and re-commit are priced for a commitment tested each year; this one is tested over ${formatCounted(why.months, "month", "months")}. Compare other commitments in the fields above.`;
    case "price":
      return `Keep, top up and re-commit are priced at a discount off the list prices of the day; in year ${why.year} a price path, an uplift or a floor says another price. Compare other commitments in the fields above.`;
    case "credits":
      return `Keep, top up and re-commit are priced without credits; ${aboutUsd(why.usd, currency)} rolled into this year. Compare other commitments in the fields above.`;
  }
}

/** An indicator: what it is called, its denominator in words, and its value. */
export type IndicatorRow = readonly [name: string, of: string, value: string];

export function indicatorRows(tracking: TermTracking, currency: Currency): readonly IndicatorRow[] {
  const { indicators, basis } = tracking;
  const ratios: Ratios = ratiosOf(indicators);
  const usd = (amount: number): string => formatUsd(amount, currency);
  const at = (answer: Answer<number>): string =>
    answer instanceof NoAnswer ? describeNoAnswer(answer, currency) : formatPercent(answer);
  const { commitmentUsd, drawnUsd, atListUsd, contractUsd, costUsd } = indicators;
  const prices = basis === "net" ? "" : " at list prices";
  return [
    [
      "Utilization",
      `used of it, over the commitment of ${usd(commitmentUsd)}${prices}`,
      at(ratios.utilization),
    ],
    [
      "Coverage",
      `paid from the commitment and credits, over what usage draws, ${usd(drawnUsd)}${prices}`,
      at(ratios.coverage),
    ],
    [
      "Effective savings rate, over list",
      `saved, over usage at list prices, ${usd(atListUsd)}`,
      at(ratios.savedOverList),
    ],
    [
      "Effective savings rate, over contract",
      `saved, over the same usage at the contracted price, ${usd(contractUsd)}`,
      at(ratios.savedOverContract),
    ],
    [
      "Leakage",
      "contracted discount less the one received, both over usage at list prices",
      at(ratios.leakage),
    ],
    [
      "The discount brings",
      "usage at list less the same at the contracted price",
      usd(ratios.discountBringsUsd),
    ],
    [
      "The commitment costs",
      "what is paid above the contracted price: overage, and what is not used",
      usd(ratios.commitmentCostsUsd),
    ],
    ["Saving", "the one less the other: list less what is paid", usd(atListUsd - costUsd)],
  ];
}

/** Of what the indicators are, and what of the cost may still be used. */
export function indicatorsSentence(tracking: TermTracking, currency: Currency): string {
  const { atPace, elapsed, months, openingCreditUsd } = tracking;
  const whole = elapsed === months ? "" : " at the pace so far";
  const rolled =
    atPace.rolledUsd >= LEAST_USD
      ? ` Of the cost, ${aboutUsd(atPace.rolledUsd, currency)} of commitment rolls over and may still be used.`
      : "";
  const opening =
    openingCreditUsd >= LEAST_USD
      ? ` Credits of ${aboutUsd(openingCreditUsd, currency)} were paid for before.`
      : "";
  return `For the whole of ${spanWords(tracking)}${whole}.${rolled}${opening}`;
}
