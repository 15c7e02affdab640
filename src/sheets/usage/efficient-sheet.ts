import type { Currency } from "../../core/currency";
import { TEXT, USD } from "../../wording/format/number-formats";
import { commit, excel, type Formula, operation, quoted } from "../formulas/call";
import { type CellArea, headingAt, type SheetBlock } from "../sheet-block";
import { LEVERS_TABLE } from "./lever-rows";
import { joined } from "./sentence-formula";
import { COMMITMENT_ROWS, type CommitmentRequest, layOutCommitment } from "./to-commitment-block";

/** Names of the tables that efficient usage is worked out from. */
export interface EfficientTables {
  readonly usage: string;
  readonly levers: string;
  readonly book: string;
}

export interface EfficientRequest {
  readonly tables: EfficientTables;
  /** Null where the workbook has no deal to commit under. */
  readonly commitment: Omit<CommitmentRequest, "efficientPart"> | null;
}

/** Efficient use as plain parts, ready to be written. */
export interface EfficientSheet {
  readonly title: string;
  readonly note: string;
  /** Where the table of levers begins, with its headings. */
  readonly levers: CellArea;
  readonly parts: readonly SheetBlock[];
  readonly rows: number;
  readonly columns: number;
  /** Step and usage after it, without headings. */
  readonly steps: CellArea;
  readonly chart: CellArea;
}

const ANSWER = 3;
const LEVERS = 7;
const STEPS = LEVERS + 3 + LEVERS_TABLE.rows;
const COMMITMENT = STEPS + 8;
const STEP_ROWS = 5;
/** Workloads that there is room for: the twenty largest and the rest. */
const WORKLOADS = 21;

/** Efficient usage as a part of current usage, both at the same prices. */
export function efficientPart({ usage, levers, book }: EfficientTables): Formula {
  const total = (given: string | null): Formula =>
    commit("EFFICIENT_USAGE", all(usage), given, null, quoted("total"), all(book));
  return operation(total(all(levers)), "/", total(null));
}

export function layOutEfficient(
  { tables, commitment }: EfficientRequest,
  currency: Currency,
): EfficientSheet {
  const { usage, levers, book } = tables;
  const part = efficientPart(tables);
  const answer = (detail: Formula | null): Formula =>
    commit("EFFICIENT_USAGE", all(usage), all(levers), null, detail, all(book));
  const priced =
    commitment && layOutCommitment(COMMITMENT, { ...commitment, efficientPart: part }, currency);
  const workloads = COMMITMENT + (priced ? COMMITMENT_ROWS : 2) + 1;
  const share = excel("FIXED", operation(part, "*", 100), 1);
  const parts: readonly SheetBlock[] = [
    headingAt(ANSWER, "The answer", 8),
    sentences(ANSWER + 1, [
      joined(quoted("Efficient usage is "), share, quoted("% of current usage at list prices.")),
      ...(priced ? [priced.sentence] : []),
    ]),
    headingAt(LEVERS, "Levers", 8),
    headingAt(STEPS, "Usage after each step", 4),
    {
      ...{ row: STEPS + 1, column: 0, rows: STEP_ROWS + 1, columns: 4, look: "body" },
      ...{ cells: [[answer(null)]], formats: [TEXT, USD, USD, USD] },
    },
    ...(priced
      ? priced.parts
      : [headingAt(COMMITMENT, "To the commitment", 4), sentences(COMMITMENT + 1, [NO_DEAL])]),
    headingAt(workloads, "By workload", 4),
    {
      ...{ row: workloads + 1, column: 0, rows: WORKLOADS + 1, columns: 4, look: "body" },
      ...{ cells: [[answer(quoted("workloads"))]], formats: [TEXT, USD, USD, USD] },
    },
  ];
  return {
    title: "Efficient use",
    note: `Usage of all imported months at list prices of today, ${currency.code}: first routed to other models, then read from cache, then sent to batch. Change a lever and everything follows.`,
    levers: {
      ...{ row: LEVERS + 1, column: 0 },
      ...{ rows: 1 + LEVERS_TABLE.rows, columns: LEVERS_TABLE.columns.length },
    },
    ...{ parts, rows: workloads + 2 + WORKLOADS, columns: LEVERS_TABLE.columns.length },
    steps: { row: STEPS + 2, column: 0, rows: STEP_ROWS, columns: 2 },
    chart: { row: STEPS + 1, column: 4, rows: 18, columns: 4 },
  };
}

const NO_DEAL =
  "This workbook had no bands when the sheet was made. Give it a deal, remove this sheet in the pane under Sheets, and build it again.";

function all(table: string): string {
  return `${table}[#All]`;
}

function sentences(row: number, cells: readonly (Formula | string)[]): SheetBlock {
  return {
    ...{ row, column: 0, rows: cells.length, columns: 1, look: "sentence", formats: [TEXT] },
    cells: cells.map((cell) => [cell]),
  };
}
