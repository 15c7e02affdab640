import { sameWord } from "../core/fuzzy-match";
import { collect, combine, fail, type Result, succeed } from "../core/result";
import type { ExcludedAmount, Exclusion, MonthlyUsageRow } from "../efficiency/baseline";
import { canonicalModel } from "../efficiency/model-name";
import { isBlankOrZero } from "./cells/cells";
import { readMonth } from "./day-cells";
import { readUsage, requiredMonth, USAGE_HEADINGS } from "./history-cells";
import {
  readShare,
  readTable,
  readWords,
  type Table,
  type TableRow,
  type TableShape,
} from "./table-cells";

const asWorkspace = (text: string): "Workspace" | undefined =>
  sameWord(text, "Workload") ? "Workspace" : undefined;

const USAGE_SHAPE = {
  argument: "usage",
  headings: ["Month", ...USAGE_HEADINGS, "Workspace", "Model"],
  required: [["Month"], USAGE_HEADINGS],
  words: ["Month", "Workspace", "Model"],
  alsoNamed: asWorkspace,
} as const satisfies TableShape<string>;
type UsageHeading = (typeof USAGE_SHAPE.headings)[number];

const EXCLUSION_SHAPE = {
  argument: "exclusions",
  headings: ["From", "To", "Workspace", "Model", "Share", "USD", "Reason"],
  required: [["From"], ["Share", "USD"], ["Reason"]],
  words: ["To", "Workspace", "Model", "Reason"],
  alsoNamed: asWorkspace,
} as const satisfies TableShape<string>;
type Zeros = Table<ExclusionHeading>["zeros"];
type ExclusionHeading = (typeof EXCLUSION_SHAPE.headings)[number];

/** Reads usage by month, and by workspace and model where it has such columns. */
export function readMonthlyUsage(raw: unknown): Result<readonly MonthlyUsageRow[]> {
  const table = readTable<UsageHeading>(raw, USAGE_SHAPE);
  if (!table.ok) return table;
  const { rows, headings } = table.value;
  const usage = USAGE_HEADINGS.find((heading) => headings.has(heading)) ?? "Usage";
  if (rows.length === 0)
    return fail({
      kind: "missing",
      place: { argument: "usage" },
      expected: "a table with the headings Month and List USD, Usage, USD or Spend",
    });
  return collect(
    rows.map(({ cell, place }) =>
      combine({
        month: requiredMonth(cell("Month"), place("Month")),
        usageUsd: readUsage(cell(usage), place(usage)),
        ...readNames({ cell, place }),
      }),
    ),
  );
}

/** Reads exclusions in order; none where the range is blank or omitted. */
export function readExclusions(raw: unknown): Result<readonly Exclusion[]> {
  const table = readTable<ExclusionHeading>(raw, EXCLUSION_SHAPE);
  if (!table.ok) return table;
  return collect(table.value.rows.map((row) => readExclusion(row, table.value.zeros)));
}

function readExclusion(table: TableRow<ExclusionHeading>, zeros: Zeros): Result<Exclusion> {
  const { row, cell, place } = table;
  const read = combine({
    from: requiredMonth(cell("From"), place("From")),
    to: readMonth(cell("To"), place("To")),
    ...readNames(table),
    amount: readExcludedAmount(table, zeros),
    reason: readReason(table),
  });
  if (!read.ok) return read;
  const { from, workspace, model, amount } = read.value;
  const to = read.value.to ?? from;
  if (to < from) return fail({ kind: "monthsReversed", row, from, to });
  return succeed({
    from,
    to,
    workspace: workspace === "" ? undefined : workspace,
    model: model === "" ? undefined : model,
    amount,
  });
}

/** Share or USD, exactly one; a 0 that may be the blank of the other is none. */
function readExcludedAmount(
  { row, cell, place }: TableRow<ExclusionHeading>,
  zeros: Zeros,
): Result<ExcludedAmount> {
  const filled = (["Share", "USD"] as const).filter((heading) => cell(heading).kind !== "blank");
  const nonzero = filled.filter((heading) => !isBlankOrZero(cell(heading)));
  const isBlankZero = zeros === "blank" || (zeros === "unknown" && nonzero.length > 0);
  const given = isBlankZero ? nonzero : filled;
  const [only, other] = given;
  if (only === undefined) return fail({ kind: "excludedAmount", row, given: "neither" });
  if (other !== undefined) return fail({ kind: "excludedAmount", row, given: "both" });
  if (only === "USD") {
    const read = readUsage(cell("USD"), place("USD"));
    return read.ok ? succeed({ kind: "usd", amountUsd: read.value }) : read;
  }
  const read = readShare(cell("Share"), place("Share"));
  return read.ok ? succeed({ kind: "share", shareFraction: read.value ?? 0 }) : read;
}

function readReason({ cell, place }: TableRow<ExclusionHeading>): Result<string> {
  const words = readWords(cell("Reason"), place("Reason"));
  if (!words.ok) return words;
  if (words.value !== undefined) return succeed(words.value);
  return fail({
    kind: "missing",
    place: place("Reason"),
    expected: "why it is left out, such as load test",
  });
}

/** Workspace and model as they are compared; empty where the cell is blank. */
function readNames({ cell, place }: Pick<TableRow<"Workspace" | "Model">, "cell" | "place">) {
  const words = (heading: "Workspace" | "Model", compared: (text: string) => string) => {
    const read = readWords(cell(heading), place(heading));
    return read.ok ? succeed(compared(read.value ?? "")) : read;
  };
  return {
    workspace: words("Workspace", (text) => text.toLowerCase()),
    // A dash alone has no canonical form, and is not the blank that means all models.
    model: words("Model", (text) => canonicalModel(text) || text),
  };
}
