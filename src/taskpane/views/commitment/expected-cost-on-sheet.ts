import { isAsItIs } from "../../../deal/assumptions";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { quotedSheet } from "../../../input/cells/a1";
import { EXPECTED_COST_CELL } from "../../../sheets/decision-sheet";
import type { WrittenTable } from "../../../workbook/journal/written-table";

/** The cell in which a live decision sheet of a deal, as it is, has what the best commitment costs; undefined without one. */
export function expectedCostOnSheet(
  tables: readonly WrittenTable[],
  { references, scenario }: ParsedDeal,
): string | undefined {
  const found = tables.find(
    ({ complete, definition }) =>
      complete &&
      definition?.kind === "decision" &&
      definition.form === "live" &&
      definition.scenario === (scenario?.name ?? null) &&
      definition.references.bands === references.bands &&
      isAsItIs(definition.supposed),
  );
  return found && `${quotedSheet(found.sheet)}!${EXPECTED_COST_CELL}`;
}
