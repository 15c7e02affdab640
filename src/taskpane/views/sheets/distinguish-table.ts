import { formatShortUsd } from "../../../core/money";
import { readableReference } from "../../../input/cells/cell-reference";
import { axisWords, isMoney, type TableAxis, valuesOf } from "../../../sheets/tables/axis";
import type { TableDefinition } from "../../../sheets/tables/definition";
import { plainTitle } from "../../../sheets/tables/layout";
import { formatExactPercent } from "../../../wording/format/format";
import type { TableRequest, WrittenTable } from "../../../workbook/journal/written-table";
import { paneCurrency } from "../../kit/pane-currency";
import { FORM_NAMES } from "./table-form-messages";

type Described = Pick<TableDefinition, "measures" | "rows" | "columns" | "form" | "deal">;

/** What a table may differ by, in the order in which a reader would ask for it. */
const FACETS: readonly ((table: Described) => string)[] = [
  ({ rows }) => spanWords(rows),
  ({ columns }) => (columns === null ? "" : spanWords(columns)),
  ({ form }) => FORM_NAMES[form].toLowerCase(),
  ({ deal }) => `from ${readableReference(deal.bands)}`,
  ({ deal }) => (deal.terms === null ? "without terms" : `terms ${readableReference(deal.terms)}`),
  ({ deal }) => `at ${readableReference(deal.commitment ?? "no commitment")}`,
];

/** The table with what tells it from those of the same title in the workbook: by the first thing that differs, else by when it was made. */
export function distinguished(
  request: TableRequest,
  tables: readonly WrittenTable[],
): TableRequest {
  const title = plainTitle(request, paneCurrency());
  const others = tables.flatMap(({ recipe }) =>
    recipe && plainTitle(recipe, paneCurrency()) === title ? [recipe] : [],
  );
  if (others.length === 0) return request;
  const differing = FACETS.map((words) => ({
    own: words(request),
    isShared: others.some((other) => words(other) === words(request)),
  })).find(({ own, isShared }) => own !== "" && !isShared);
  return { ...request, distinction: differing?.own ?? request.madeOn };
}

/** "usage $350k to $1.05M". */
function spanWords(axis: TableAxis): string {
  const values = valuesOf(axis);
  const said = isMoney(axis.kind)
    ? (one: number) => formatShortUsd(one, paneCurrency())
    : formatExactPercent;
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  return `${axisWords(axis, paneCurrency())} ${said(first)} to ${said(last)}`;
}
