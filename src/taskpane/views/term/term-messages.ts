import type { TermAnswer, TermProtection } from "../../../analysis/term-answer";
import type { Currency } from "../../../core/currency";
import { NoAnswer } from "../../../core/no-answer";
import type { Policies } from "../../../core/terms";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { SCHEDULE_COLUMNS, type ScheduleYear } from "../../../deal/schedule-cells";
import { gives } from "../../../deal/term-of-deal";
import { LOCK } from "../../../term/protections";
import type { TableRow } from "../../../term/schedule";
import { aboutUsd, statedUsd } from "../../../wording/format/approximate";
import {
  formatCounted,
  formatExactPercent,
  formatList,
  formatPercent,
  formatUsd,
} from "../../../wording/format/format";

/** Each protection as the subject of a sentence, and what it says to somebody who has not read one. */
const PROTECTIONS: Readonly<Record<string, readonly [subject: string, meaning: string]>> = {
  "Overage at the committed rate": [
    "overage at the committed rate",
    "Usage above the commitment keeps its discount, without a premium.",
  ],
  [LOCK]: ["a rate lock", "Prices inside the commitment stay as signed, also where list falls."],
  "Lower of locked and current price": [
    "the lower of locked and current price",
    "Each year pays the price as signed or today’s, whichever is lower.",
  ],
  "Floor re-based when list falls": [
    "a floor re-based when list falls",
    "The commitment shrinks with list prices.",
  ],
  "Total-contract test": [
    "a total-contract test",
    "Only the commitment of the whole contract must be used, not that of each part.",
  ],
  "Full rollover": ["full rollover", "What is unused carries on to the next test."],
  "Half the shortfall returned": [
    "half the shortfall returned",
    "Half of what is not used comes back.",
  ],
  "Renewal uplift capped at 3%": [
    "a 3% cap on renewal uplifts",
    "No renewal raises the price by more.",
  ],
};

export function protectionMeaning(name: string): string {
  return PROTECTIONS[name]?.[1] ?? "";
}

/** "3 years"; a term that ends within a year in months. */
export function yearsWords(years: number): string {
  return Number.isInteger(years)
    ? formatCounted(years, "year", "years")
    : formatCounted(Math.round(years * 12), "month", "months");
}

/** Less than this is not worth asking for. */
export const LEAST_USD = 1;

/** The protection that saves most by itself; undefined where none saves anything, or one is switched on. */
export function bestProtection({ protections, won }: TermAnswer): TermProtection | undefined {
  if (protections instanceof NoAnswer || won.length > 0) return undefined;
  const [best] = protections.single;
  return best && best.aloneUsd >= LEAST_USD ? best : undefined;
}

/** "a rate lock is worth $44k" */
export function worthWords({ name, aloneUsd }: TermProtection, currency: Currency): string {
  return `${PROTECTIONS[name]?.[0] ?? name} is worth ${aboutUsd(aloneUsd, currency)}`;
}

/** "3 years cost $1.58M; a rate lock is worth $44k, rollover $12k of the $44k it would carry" */
export function termHeadline(answer: TermAnswer, currency: Currency): string {
  const { termYears, costUsd, wonCostUsd, won, rollover, protections } = answer;
  const years = yearsWords(termYears);
  const cost = `${years} ${years.startsWith("1 ") ? "costs" : "cost"} ${aboutUsd(wonCostUsd, currency)}`;
  if (won.length > 0)
    return `${cost} with ${formatCounted(won.length, "protection", "protections")} won, ${changeWords(costUsd - wonCostUsd, currency)}`;
  if (protections instanceof NoAnswer) return `${cost}, all of it on demand`;
  const best = bestProtection(answer);
  const ofRollover = rolloverWords(rollover, best?.name === "Full rollover", currency);
  if (!best)
    return ofRollover === ""
      ? `${cost}; no protection saves anything by itself`
      : `${cost}; ${ofRollover}`;
  return [`${cost}; ${worthWords(best, currency)}`, ofRollover].filter(Boolean).join(", ");
}

function rolloverWords(
  rollover: TermAnswer["rollover"],
  isBest: boolean,
  currency: Currency,
): string {
  if (!rollover || rollover.valueUsd < LEAST_USD) return "";
  const [value, carried] = [rollover.valueUsd, rollover.carriedUsd].map((usd) =>
    aboutUsd(usd, currency),
  );
  if (rollover.isThere) return `its rollover saves ${value} of the ${carried} it carries`;
  return isBest
    ? `of the ${carried} it would carry`
    : `rollover ${value} of the ${carried} it would carry`;
}

function changeWords(savedUsd: number, currency: Currency): string {
  if (Math.abs(savedUsd) < LEAST_USD) return "the same as without";
  const amount = aboutUsd(Math.abs(savedUsd), currency);
  return savedUsd > 0 ? `${amount} less` : `${amount} more`;
}

/** What the cost assumes of usage, list prices and renewals. */
export function termEvidence(
  answer: TermAnswer,
  reading: Pick<ParsedDeal, "forecast" | "forecastIsUsage">,
  schedule: readonly ScheduleYear[],
  currency: Currency,
): string {
  const { policies, termYears } = answer;
  const prices = gives(schedule, "listIndex")
    ? "are those of the schedule"
    : listWords(policies["List price change"]);
  return [
    usageSentence(answer, reading, gives(schedule, "usageUsd"), currency),
    blanksSentence(schedule),
    ...(termYears > 1 || gives(schedule, "listIndex") ? [`List prices ${prices}.`] : []),
    ...(termYears > 1 ? [renewalSentence(policies)] : []),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function usageSentence(
  { policies, termYears, usageUsd }: TermAnswer,
  { forecast, forecastIsUsage }: Pick<ParsedDeal, "forecast" | "forecastIsUsage">,
  isOfSchedule: boolean,
  currency: Currency,
): string {
  if (isOfSchedule)
    return `Usage of the schedule, ${statedUsd(Math.round(usageUsd), currency)} in all at the list prices of signing.`;
  const usage = statedUsd(Math.round(forecast?.meanUsd ?? 0), currency);
  const source = forecastIsUsage ? "" : ", the mean of the forecast";
  const growth = policies["Usage growth"];
  const later =
    termYears > 1 ? `, ${growth === 0 ? "the same each year" : changeAYear(growth)}` : "";
  return `Usage of ${usage} a year at the list prices of signing${source}${later}.`;
}

/** What a blank cell stands for in each column of a schedule that holds something else. */
const BLANKS = {
  Usage: "the usage of the forecast",
  Commitment: "the commitment of the deal",
  "List index": "the list prices of signing",
} as const;

/** Which years a schedule leaves blank that says others; "" where it leaves none. */
function blanksSentence(schedule: readonly ScheduleYear[]): string {
  const blanks = SCHEDULE_COLUMNS.flatMap(([heading, what]) => {
    const years = schedule.flatMap((year, index) => (year[what] === undefined ? index + 1 : []));
    if (years.length === 0 || years.length === schedule.length) return [];
    return `${years.length > 1 ? "years" : "year"} ${formatList(years.map(String))} ${years.length > 1 ? "have" : "has"} ${BLANKS[heading]}`;
  });
  return blanks.length === 0 ? "" : `Where the schedule is blank, ${blanks.join("; ")}.`;
}

function changeAYear(fraction: number): string {
  const percent = formatExactPercent(Math.abs(fraction));
  return `${fraction < 0 ? "falling" : "growing"} ${percent} a year`;
}

/** "fall 20% a year" */
export function listWords(change: number): string {
  if (change === 0) return "stay as they are";
  return `${change < 0 ? "fall" : "rise"} ${formatExactPercent(Math.abs(change))} a year`;
}

function renewalSentence(policies: Policies): string {
  const every = policies["Renewal every"];
  if (every === null) return "One contract for the whole term, without a renewal inside.";
  const ask = policies["Renewal uplift ask"];
  const uplift =
    ask === 0 ? "without an uplift" : `at an uplift asked of ${formatExactPercent(ask)}`;
  return `Renewed every ${every === 1 ? "year" : formatCounted(every, "year", "years")}, ${uplift}.`;
}

/** That the cost is a total, and what its present value is. */
export function presentSentence(
  { policies, presentUsd, costUsd, won }: TermAnswer,
  currency: Currency,
): string {
  const rate = policies["Discounting rate"];
  if (rate === 0)
    return "A cost is the sum of what is paid: no discounting rate is set, so it is the present value too.";
  const present = `${formatUsd(presentUsd, currency)} at ${formatExactPercent(rate)} a year`;
  return `A cost is the sum of what is paid, ${formatUsd(costUsd, currency)}${won.length > 0 ? " as offered" : ""}; its present value is ${present}.`;
}

/** What a rollover of this deal is worth, and what its life counts; "" where nothing can roll. */
export function rolloverSentence(answer: TermAnswer, currency: Currency): string {
  const { rollover, policies } = answer;
  if (!rollover) return "";
  const life = policies["Rollover life"];
  const tests = formatCounted(life, "later test", "later tests");
  const span = testWords(policies["Commitment test"]);
  const counts = `A credit may be used in ${tests}, where a test is ${span}.`;
  const [value, carried] = [
    formatUsd(rollover.valueUsd, currency),
    formatUsd(rollover.carriedUsd, currency),
  ];
  return rollover.isThere
    ? `The rollover carries ${carried} and saves ${value}: it saves only where usage goes beyond a later commitment. ${counts}`
    : `Full rollover would carry ${carried} and save ${value}. ${counts}`;
}

function testWords(test: Policies["Commitment test"]): string {
  switch (test) {
    case "each year":
      return "a year";
    case "total contract":
      return "a whole contract";
    case "quarterly":
      return "a quarter";
    case "monthly":
      return "a month";
  }
}

/** What the switches do, said aloud as they are switched; "" while none is on. */
export function wonSentence(
  { won, costUsd, wonCostUsd, termYears }: TermAnswer,
  currency: Currency,
): string {
  if (won.length === 0) return "";
  const saved = costUsd - wonCostUsd;
  const amount = formatUsd(Math.abs(saved), currency);
  const effect =
    Math.abs(saved) < 0.005
      ? "That changes nothing"
      : `That ${saved > 0 ? "saves" : "costs"} ${amount}${saved > 0 ? "" : " more"}`;
  return `${formatCounted(won.length, "protection is", "protections are")} on. ${effect} over ${yearsWords(termYears)}. The cells of the workbook stay as they are.`;
}

/** What all protections are worth together, and why that is not their sum; "" where there is one. */
export function togetherSentence({ protections }: TermAnswer, currency: Currency): string {
  if (protections instanceof NoAnswer || !protections.together) return "";
  const { single, together } = protections;
  const counted = single.filter(({ name }) => name !== LOCK);
  if (counted.length < 2) return "";
  const allUsd = together.aloneUsd;
  const sumUsd = counted.reduce((sum, { aloneUsd }) => sum + aloneUsd, 0);
  const instead =
    counted.length < single.length
      ? ", with the lower of locked and current price in place of the lock,"
      : "";
  const all = `All together${instead} are worth ${formatUsd(allUsd, currency)}`;
  if (Math.abs(sumUsd - allUsd) < LEAST_USD) return `${all}.`;
  return sumUsd > allUsd
    ? `${all}, less than one by one: what one has saved, another cannot.`
    : `${all}, more than one by one: one makes another worth more.`;
}

/** How far list prices may fall: "35.0%"; a fall that does nothing is none. */
export function fallText(fall: TableRow[number] | undefined): string {
  if (typeof fall !== "number") return "none";
  return fall === 0 ? "already" : formatPercent(fall);
}

/** The least fall of any year until a shortfall, in a sentence. */
export function headroomSentence({ headroom }: TermAnswer): string {
  const falls = headroom.flatMap(([year, , , , fall]) =>
    typeof fall === "number" ? [{ year, fall }] : [],
  );
  const [first] = falls.toSorted((one, other) => one.fall - other.fall);
  if (!first) return "No fall of list prices makes a year fall short.";
  return first.fall === 0
    ? `Year ${first.year} falls short at the list prices of signing.`
    : `List prices may be ${formatPercent(first.fall)} lower than at signing before year ${first.year}, the first to, falls short.`;
}

/** What the table of renewals assumes, which is not what the cost assumes. */
export function renewalsSentence({ policies }: TermAnswer): string {
  if (policies["Renewal every"] === null)
    return "As if renewed every year, since nothing says when it is. The cost above has no renewal.";
  return "Renewed as the cost above is.";
}
