import { type Agreement, parseAgreement } from "../core/agreement";
import { combine, type Result } from "../core/result";
import { readBands } from "./bands-cells";
import { readAmountUsd } from "./cells/numbers";
import { rememberingLast } from "./cells/remember-last";
import { readTerms } from "./terms-cells";

/** Usage and commitment of one period, and the agreement that prices it. */
export interface Period {
  readonly usageUsd: number;
  readonly commitmentUsd: number;
  readonly agreement: Agreement;
}

/** Reads the four arguments that pricing one period needs; the faults of all of them are reported together. */
export function readPeriod(
  usage: unknown,
  commitment: unknown,
  bands: unknown,
  terms: unknown,
): Result<Period> {
  return combine({
    usageUsd: readAmountUsd(usage, { argument: "usage" }),
    commitmentUsd: readAmountUsd(commitment, { argument: "commitment" }),
    agreement: readAgreement(bands, terms),
  });
}

/** Reads bands and terms and joins them. */
export const readAgreement = rememberingLast(
  (bands: unknown, terms: unknown): Result<Agreement> => {
    const read = combine({ bands: readBands(bands), terms: readTerms(terms) });
    return read.ok ? parseAgreement(read.value.bands, read.value.terms) : read;
  },
);
