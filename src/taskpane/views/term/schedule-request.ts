import { DEFAULT_POLICIES } from "../../../core/terms";
import { commit, excel, type Operand, operation } from "../../../sheets/formulas/call";
import type { WrittenYear } from "../../../sheets/schedule-table";
import type { ScheduleToWrite } from "../../../workbook/sheets/write-schedule";
import { FIELD_WORDS } from "./term-fields";
import { policyText } from "./term-form";
import type { TermReading } from "./term-reading";

/**
 * The years of the fields as a table, which then answers for them: its usage and its first commitment follow the cells of the deal.
 * What the terms of the deal say already, growth and moves of list prices, stays there, and its column is left blank.
 *
 * @returns What to write, or a sentence on why that cannot be.
 */
export function scheduleRequest({ reading, form, answer }: TermReading): ScheduleToWrite | string {
  const { settings, policies, standing } = form;
  const { references } = reading;
  const mean = references.forecast
    ? commit("FORECAST_MEAN", references.forecast)
    : references.usage;
  if (!settings.ok || !answer?.ok || !mean || !references.commitment)
    return "Put right what the term waits for first: the years are made from it.";
  for (const name of ["Term", "Usage growth", "List price change"] as const) {
    const written = standing[name] !== DEFAULT_POLICIES[name];
    if (written && policies[name] !== standing[name])
      return `The terms of the deal say ${name} ${policyText(name, standing[name])}, and ${FIELD_WORDS[name].label.toLowerCase()} here is ${policyText(name, policies[name])}: change it in the terms first.`;
  }
  const { termYears } = answer.value;
  if (!Number.isInteger(termYears) && standing.Term === null)
    return `Write the term Term, ${policyText("Term", policies.Term)}, among the terms of the deal first: a schedule alone has whole years.`;
  const { commitmentsUsd = [] } = settings.value;
  const commitment = references.commitment;
  const years = Array.from(
    { length: Math.ceil(termYears) },
    (_, year): WrittenYear => ({
      usage: standing["Usage growth"] === 0 ? grown(mean, policies["Usage growth"], year) : "",
      commitment: commitmentsUsd[commitmentsUsd.length > 1 ? year : 0] ?? {
        kind: "reference",
        reference: commitment,
      },
      listIndex:
        standing["List price change"] === 0 ? (1 + policies["List price change"]) ** year : "",
    }),
  );
  const largestUsd = Math.max(
    ...[answer.value.usageUsd, reading.commitmentUsd ?? 0, ...commitmentsUsd],
  );
  return { years, largestUsd };
}

function grown(mean: Operand, growth: number, year: number): WrittenYear["usage"] {
  if (growth === 0 || year === 0)
    return typeof mean === "object" ? mean : { kind: "reference", reference: String(mean) };
  return operation(mean, "*", excel("POWER", 1 + growth, year));
}
