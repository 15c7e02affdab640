import type { ParsedDeal } from "../../deal/parse-deal";
import { certain } from "../../forecast/sample";
import type { ChangedBand } from "./axis";
import type { PresentDeal } from "./staleness";
import type { TableDeal } from "./values";

/** The deal as the core prices it; a part that is not there prices nothing, and no table that needs it is built. */
export function inputsOf({
  bands,
  agreement,
  usageUsd = 0,
  commitmentUsd = 0,
  forecast = certain(0),
}: ParsedDeal): TableDeal | null {
  return bands && agreement ? { bands, agreement, usageUsd, commitmentUsd, forecast } : null;
}

/** The deal as a table that was built earlier is compared with; undefined while it cannot be read. */
export function presentDeal(deal: ParsedDeal): PresentDeal | undefined {
  const inputs = inputsOf(deal);
  if (inputs === null || deal.faults.length > 0) return undefined;
  const bands = inputs.bands.bands.flatMap(({ row, thresholdUsd, cell }): readonly ChangedBand[] =>
    row === undefined ? [] : [{ row, thresholdUsd, ...(cell && { cell }) }],
  );
  const { references, addresses } = deal;
  return { references, addresses, bands, inputs };
}
