import type { Currency } from "../../../core/currency";
import { describeError } from "../../../core/errors";
import type { ParsedDeal } from "../../../deal/parse-deal";
import {
  MOST_FORMULA_CELLS,
  type TableContent,
  type TableForm as WrittenForm,
} from "../../../sheets/tables/content";
import { fixedInputNames } from "../../../sheets/tables/fixed-inputs";
import { isOfCertainYear } from "../../../sheets/tables/measures";
import { formatUsd } from "../../../wording/format/format";
import { SORT_BANDS } from "../../../wording/messages/warning-messages";

/** What a table shows, before it is said how. */
export type TableSides = Pick<TableContent, "measures" | "rows" | "columns">;

/** The most that one SENSITIVITY formula answers. */
const MOST_CELLS = 1_000_000;

/** What about the deal stands in the way of any table, or of one around thresholds. */
export function dealObstacles(
  deal: ParsedDeal,
  aroundUsd: readonly number[] | undefined,
  currency: Currency,
): readonly string[] {
  const broken = deal.faults.flatMap(({ part }) =>
    part === "Bands" || part === "Terms" ? [part] : [],
  );
  if (broken.length > 0)
    return [`Mend ${broken.join(" and ")} first: a table is computed from them.`];
  if (!deal.bandsAreSorted) return [SORT_BANDS];
  if (aroundUsd?.length === 0)
    return [
      `The bands have no threshold above ${formatUsd(0, currency)}, so there is none to build a table around.`,
    ];
  return [];
}

/** What the table takes from the deal and does not find there. */
export function inputObstacles(content: TableSides, deal: ParsedDeal): readonly string[] {
  const held = fixedInputNames(content);
  const needsForecast = !isOfCertainYear(content.measures[0]);
  return [
    ...(held.includes("usage") && deal.usageUsd === undefined
      ? ["This table needs the usage of the deal: mend Usage, or put usage on an axis."]
      : []),
    ...(held.includes("commitment") && deal.commitmentUsd === undefined
      ? ["This table needs the commitment of the deal: mend Commitment, or put it on an axis."]
      : []),
    ...(needsForecast && deal.forecast === undefined
      ? ["An uncertain year needs a forecast, or at least a usage: mend them first."]
      : []),
  ];
}

/** That there would be more cells than can be written so. */
export function tooLarge(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  form: WrittenForm,
  currency: Currency,
): readonly string[] {
  const most = form === "spill" ? MOST_CELLS : MOST_FORMULA_CELLS;
  if (rows * columns <= most) return [];
  return [describeError({ kind: "tooManyCells", rows, columns, most }, currency)];
}
