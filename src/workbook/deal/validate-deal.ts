import type { Currency } from "../../core/currency";
import { BASES, OVERAGE_TERMS } from "../../core/terms";
import { type ByKey, DEAL_INPUTS } from "../../deal/deal-inputs";
import { DISTRIBUTIONS } from "../../forecast/forecast-labels";

const OVERAGE_CHOICES = OVERAGE_TERMS.join(",");
const OVERAGE = `Give ${OVERAGE_TERMS.slice(0, -1).join(", ")} or ${OVERAGE_TERMS.at(-1)}; in a band, blank means as in the terms.`;
const OVERAGE_COLUMN = 3;

/**
 * Lets Excel itself refuse what cannot be right, with the sentence that our functions would give.
 *
 * @param at Addresses of the inputs on the sheet; bands begin with threshold and discount, and overage is their fourth column;
 *   the forecast is its distribution with the numbers below it. A schedule is validated where it is put.
 */
export function validateDeal(sheet: Excel.Worksheet, at: ByKey<string>, currency: Currency): void {
  for (const { rule, key } of DEAL_INPUTS)
    if (rule !== "schedule") validateInput(rule, sheet.getRange(at[key]), currency);
}

function validateInput(
  rule: Exclude<(typeof DEAL_INPUTS)[number]["rule"], "schedule">,
  cells: Excel.Range,
  currency: Currency,
): void {
  switch (rule) {
    case "bands":
      validateBands(cells, currency);
      break;
    case "terms":
      validateTerms(cells);
      break;
    case "amount":
      validateAmount(cells, currency);
      break;
    case "forecast":
      validateForecast(cells, currency);
  }
}

function validateAmount(cells: Excel.Range, currency: Currency): void {
  allow(
    cells,
    { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
    `${wantedAmount(currency)}.`,
  );
}

export function validateBands(table: Excel.Range, currency: Currency): void {
  validateAmount(table.getColumn(0), currency);
  allow(
    table.getColumn(1),
    { decimal: { formula1: 0, formula2: 0.9999, operator: "Between" } },
    "Give a discount from 0% up to 100%, such as 15% or 0.15.",
  );
  allow(
    table.getColumn(OVERAGE_COLUMN),
    { list: { inCellDropDown: true, source: OVERAGE_CHOICES } },
    OVERAGE,
  );
}

export function validateTerms(values: Excel.Range): void {
  allow(
    values.getRow(0),
    { list: { inCellDropDown: true, source: BASES.join(",") } },
    `Give ${BASES.join(" or ")}.`,
  );
  allow(values.getRow(1), { list: { inCellDropDown: true, source: OVERAGE_CHOICES } }, OVERAGE);
  allow(
    values.getRow(2),
    { decimal: { formula1: -1, formula2: 4, operator: "Between" } },
    "Give a fraction added to the overage price, such as 5%.",
  );
  allow(
    values.getRow(3),
    { decimal: { formula1: 0, formula2: 1, operator: "Between" } },
    "Give the part of a shortfall that is lost, from 0% to 100%.",
  );
}

/** Rules for the years of a schedule: usage, commitment, list index. */
export function validateSchedule(years: Excel.Range, currency: Currency): void {
  for (const column of [0, 1]) validateAmount(years.getColumn(column), currency);
  allow(
    years.getColumn(2),
    { decimal: { formula1: 0.0001, formula2: 10, operator: "Between" } },
    "Give list prices over those of signing, such as 0.8 where they are 20% lower.",
  );
}

/** Rules for the values of a labelled forecast, its distribution first; what numbers mean is up to their labels. */
export function validateForecast(values: Excel.Range, currency: Currency): void {
  allow(
    values.getRow(0),
    { list: { inCellDropDown: true, source: DISTRIBUTIONS.join(",") } },
    `Give ${DISTRIBUTIONS.slice(0, -1).join(", ")} or ${DISTRIBUTIONS.at(-1)}.`,
  );
  allow(
    values.getOffsetRange(1, 0).getResizedRange(-1, 0),
    { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
    `${wantedAmount(currency)}; for CV a part of the mean, such as 35%.`,
  );
}

/** What is asked of a cell that holds an amount, as a sentence begins. */
export function wantedAmount(currency: Currency): string {
  return `Give an amount in ${currency.code}, 0 or more`;
}

/** A rule of Excel's own for cells, with the sentence that it refuses with. */
export function allow(cells: Excel.Range, rule: Excel.DataValidationRule, message: string): void {
  cells.dataValidation.rule = rule;
  cells.dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "Bandwise", message };
}
