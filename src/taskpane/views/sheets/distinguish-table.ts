import type { Currency } from "../../../core/currency";
import { readableReference } from "../../../input/cells/cell-reference";
import { axisWords, isMoney, type TableAxis, valuesOf } from "../../../sheets/tables/axis";
import type { TableDefinition } from "../../../sheets/tables/definition";
import { plainTitle } from "../../../sheets/tables/layout";
import { labelUsd } from "../../../wording/format/approximate";
import { formatExactPercent } from "../../../wording/format/format";
import type { TableRequest, WrittenTable } from "../../../workbook/journal/written-table";
import { FORM_NAMES } from "./table-form-messages";

type Described = Pick<TableDefinition, "measures" | "rows" | "columns" | "form" | "deal">;

/** What a table may differ by, in the order in which a reader would ask for it. */
const FACETS: readonly ((table: Described, currency: Currency) => string)[] = [
  ({ rows }, currency) => spanWords(rows, currency),
  ({ columns }, currency) => (columns === null ? "" : spanWords(columns, currency)),
  ({ form }) => FORM_NAMES[form].toLowerCase(),
  ({ deal }) => `from ${readableReference(deal.bands)}`,
  ({ deal }) => (deal.terms === null ? "without terms" : `terms ${readableReference(deal.terms)}`),
  ({ deal }) => `at ${readableReference(deal.commitment ?? "no commitment")}`,
];

/** The table with what tells it from those of the same title in the workbook: by the first thing that differs, else by when it was made. */
export function distinguished(
  request: TableRequest,
  tables: readonly WrittenTable[],
  currency: Currency,
): TableRequest {
  const title = plainTitle(request, currency);
  const others = tables.flatMap(({ recipe }) =>
    recipe && plainTitle(recipe, currency) === title ? [recipe] : [],
  );
  if (others.length === 0) return request;
  const differing = FACETS.map((words) => ({
    own: words(request, currency),
    isShared: others.some((other) => words(other, currency) === words(request, currency)),
  })).find(({ own, isShared }) => own !== "" && !isShared);
  return { ...request, distinction: differing?.own ?? request.madeOn };
}

/** "usage $350k to $1.05M". */
function spanWords(axis: TableAxis, currency: Currency): string {
  const values = valuesOf(axis);
  const said = isMoney(axis.kind) ? (one: number) => labelUsd(one, currency) : formatExactPercent;
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  return `${axisWords(axis, currency)} ${said(first)} to ${said(last)}`;
}
