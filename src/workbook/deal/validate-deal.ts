import { currency } from "../../core/currency";
import { DISTRIBUTIONS } from "../../forecast/forecast-labels";

/**
 * Addresses of the inputs of a deal on one sheet; bands begin with threshold and discount, and overage is their fourth
 * column; the forecast is its distribution with the numbers below it.
 */
export interface DealInputs {
  readonly bands: string;
  readonly terms: string;
  readonly usage: string;
  readonly commitment: string;
  readonly forecast: string;
}

const OVERAGE_CHOICES = "list,committed,step-up,re-rate";
const OVERAGE_COLUMN = 3;

/** Lets Excel itself refuse what cannot be right, with the sentence that our functions would give. */
export function validateDeal(
  sheet: Excel.Worksheet,
  { bands, terms, usage, commitment, forecast }: DealInputs,
): void {
  const table = sheet.getRange(bands);
  for (const amounts of [table.getColumn(0), sheet.getRange(usage), sheet.getRange(commitment)])
    allow(
      amounts,
      { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
      `${wantedAmount()}.`,
    );
  allow(
    table.getColumn(1),
    { decimal: { formula1: 0, formula2: 0.9999, operator: "Between" } },
    "Give a discount from 0% up to 100%, such as 15% or 0.15.",
  );
  const overage =
    "Give list, committed, step-up or re-rate; in a band, blank means as in the terms.";
  allow(
    table.getColumn(OVERAGE_COLUMN),
    { list: { inCellDropDown: true, source: OVERAGE_CHOICES } },
    overage,
  );
  const values = sheet.getRange(terms);
  allow(
    values.getRow(0),
    { list: { inCellDropDown: true, source: "net,list" } },
    "Give net or list.",
  );
  allow(values.getRow(1), { list: { inCellDropDown: true, source: OVERAGE_CHOICES } }, overage);
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
  validateForecast(sheet.getRange(forecast));
}

/** Rules for the values of a labelled forecast, its distribution first; what numbers mean is up to their labels. */
export function validateForecast(values: Excel.Range): void {
  allow(
    values.getRow(0),
    { list: { inCellDropDown: true, source: DISTRIBUTIONS.join(",") } },
    `Give ${DISTRIBUTIONS.slice(0, -1).join(", ")} or ${DISTRIBUTIONS.at(-1)}.`,
  );
  allow(
    values.getOffsetRange(1, 0).getResizedRange(-1, 0),
    { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
    `${wantedAmount()}; for CV a part of the mean, such as 35%.`,
  );
}

/** What is asked of a cell that holds an amount, as a sentence begins. */
export function wantedAmount(): string {
  return `Give an amount in ${currency().code}, 0 or more`;
}

/** A rule of Excel's own for cells, with the sentence that it refuses with. */
export function allow(cells: Excel.Range, rule: Excel.DataValidationRule, message: string): void {
  cells.dataValidation.rule = rule;
  cells.dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "Bandwise", message };
}
