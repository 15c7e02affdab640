import { type Agreement, parseAgreement } from "../core/agreement";
import type { BandTable } from "../core/bands";
import { combine, type Result, succeed } from "../core/result";
import { readBands } from "./bands-cells";
import { readAmountUsd } from "./cells/numbers";
import { rememberingLast } from "./cells/remember-last";
import { readTerms } from "./terms-cells";

/** Bands, and the agreement that bands and terms make. */
interface PricedTable {
  readonly table: BandTable;
  readonly agreement: Agreement;
}

/** Usage and commitment of one period, and the agreement that prices it, with its bands as the user wrote them. */
export interface Period extends PricedTable {
  readonly usageUsd: number;
  readonly commitmentUsd: number;
}

/** Reads the four arguments that pricing one period needs, and reports the faults of all of them together. */
export function readPeriod(
  usage: unknown,
  commitment: unknown,
  bands: unknown,
  terms: unknown,
): Result<Period> {
  const read = combine({
    usageUsd: readAmountUsd(usage, { argument: "usage" }),
    commitmentUsd: readAmountUsd(commitment, { argument: "commitment" }),
    priced: readPricedTable(bands, terms),
  });
  if (!read.ok) return read;
  const { usageUsd, commitmentUsd, priced } = read.value;
  return succeed({ usageUsd, commitmentUsd, table: priced.table, agreement: priced.agreement });
}

const readPricedTable = rememberingLast((bands: unknown, terms: unknown): Result<PricedTable> => {
  const read = combine({ table: readBands(bands), terms: readTerms(terms) });
  if (!read.ok) return read;
  const { table } = read.value;
  const agreement = parseAgreement(table, read.value.terms);
  return agreement.ok ? succeed({ table, agreement: agreement.value }) : agreement;
});

/** Reads bands and terms and joins them. */
export function readAgreement(bands: unknown, terms: unknown): Result<Agreement> {
  const read = readPricedTable(bands, terms);
  return read.ok ? succeed(read.value.agreement) : read;
}
