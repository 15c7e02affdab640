import type { DealCells } from "./deal";
import { FaultError, runExcel } from "./excel-run";
import type { Outcome } from "./outcome";

/** Names that a deal goes by in a workbook. */
export const DEAL_NAMES = {
  bands: "Bands",
  terms: "Terms",
  usage: "Usage",
  commitment: "Commitment",
} as const;

/** Reads the cells named Bands, Terms, Usage and Commitment; only Bands must be there. */
export async function readDeal(): Promise<Outcome<DealCells>> {
  return runExcel(async (context) => {
    const ranges = {
      bands: namedRange(context, DEAL_NAMES.bands),
      terms: namedRange(context, DEAL_NAMES.terms),
      usage: namedRange(context, DEAL_NAMES.usage),
      commitment: namedRange(context, DEAL_NAMES.commitment),
    };
    await context.sync();
    if (ranges.bands.isNullObject)
      throw new FaultError({ kind: "nothingNamed", names: [DEAL_NAMES.bands] });
    const there = (key: keyof typeof ranges): boolean => !ranges[key].isNullObject;
    return {
      references: {
        bands: DEAL_NAMES.bands,
        terms: there("terms") ? DEAL_NAMES.terms : null,
        usage: there("usage") ? DEAL_NAMES.usage : null,
        commitment: there("commitment") ? DEAL_NAMES.commitment : null,
      },
      bands: ranges.bands.values,
      terms: there("terms") ? ranges.terms.values : null,
      usage: there("usage") ? ranges.usage.values[0]?.[0] : null,
      commitment: there("commitment") ? ranges.commitment.values[0]?.[0] : null,
    };
  });
}

function namedRange(context: Excel.RequestContext, name: string): Excel.Range {
  const range = context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
  range.load("values");
  return range;
}
