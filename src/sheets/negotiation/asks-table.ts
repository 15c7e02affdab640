import { ASK_SUBJECTS, type AskList, type AskSubject } from "../../analysis/negotiation/asks";
import type { CellContent } from "../formulas/call";
import { typedCell } from "../typed-cell";
import { type Cells, isSame, rowsOfAsks, textOf } from "./asks-cells";
import type { AsksColumn } from "./asks-columns";

/** How far an ask has come. */
export const ASK_STATUSES = ["open", "asked", "won", "refused"] as const;
export type AskStatus = (typeof ASK_STATUSES)[number];

/** Columns that people type into, of any ask. */
export const TYPED_COLUMNS = [
  "Likelihood",
  "Our priority",
  "What we could give",
  "Status",
] as const satisfies readonly AsksColumn[];

/** What somebody typed beside an ask, as its cells are written; blank is "". */
export type TypedCells = Readonly<Partial<Record<AsksColumn, CellContent>>>;

/** An ask as a row of the table. */
export interface AskRow {
  readonly name: string;
  /** Undefined where somebody typed the ask. */
  readonly about: AskSubject | undefined;
  readonly typed: TypedCells;
}

/** The asks as their sheet shows them; amounts are USD, undefined where the sheet shows none. */
export interface AskOnSheet {
  readonly name: string;
  readonly about: string;
  readonly yearUsd: number | undefined;
  readonly termUsd: number | undefined;
  readonly likelihood: number | undefined;
  readonly expectedUsd: number | undefined;
  readonly priority: number | undefined;
  readonly give: string;
  readonly status: AskStatus;
}

/** The table, and what in it cannot be read, a sentence each. */
export interface AsksOnSheet {
  readonly asks: readonly AskOnSheet[];
  readonly problems: readonly string[];
}

/** Reads the table of asks. A status or a number that cannot be read is told, and counts as none. */
export function readAsks(cells: Cells): AsksOnSheet {
  const { at, rows } = rowsOfAsks(cells);
  const problems: string[] = [];
  const asks = rows.map(({ cells: row }): AskOnSheet => {
    const name = textOf(row[at("Ask")]);
    const number = (column: AsksColumn): number | undefined => {
      const value = row[at(column)];
      return typeof value === "number" ? value : undefined;
    };
    const typed = (column: AsksColumn, wanted: string, most: number): number | undefined => {
      const value = row[at(column)];
      if (textOf(value) === "") return undefined;
      if (typeof value === "number" && value >= 0 && value <= most) return value;
      problems.push(`${column} of ${name} is ${textOf(value)}: ${wanted}.`);
      return undefined;
    };
    const given = textOf(row[at("Status")]);
    const status = ASK_STATUSES.find((one) => isSame(row[at("Status")], one));
    if (status === undefined && given !== "")
      problems.push(`Status of ${name} is ${given}: write open, asked, won or refused.`);
    return {
      ...{ name, about: textOf(row[at("About")]), give: textOf(row[at("What we could give")]) },
      ...{ yearUsd: number("Value a year"), termUsd: number("Over the term") },
      likelihood: typed("Likelihood", "write a percentage from 0% to 100%, or nothing", 1),
      expectedUsd: number("Expected value"),
      priority: typed("Our priority", "write a number, 1 for what matters most", 1e6),
      status: status ?? "open",
    };
  });
  return { asks, problems };
}

/**
 * What somebody typed into the table, by ask, as its cells are written; asks beside which nothing was typed are left out.
 *
 * A formula stays one, and a text that looks like one stays a text.
 */
export function typedAsks(cells: Cells, formulas: Cells): readonly AskRow[] {
  const { at, rows } = rowsOfAsks(cells);
  return rows.flatMap(({ index, cells: row }): readonly AskRow[] => {
    const about = ASK_SUBJECTS.find((one) => one === row[at("About")]);
    const isValueTyped = about === undefined || about === "service";
    const columns: readonly AsksColumn[] = isValueTyped
      ? [...TYPED_COLUMNS, "Value a year"]
      : TYPED_COLUMNS;
    const typed = Object.fromEntries(
      columns.map((column) => [column, typedCell(row[at(column)], formulas[index]?.[at(column)])]),
    );
    const isUntouched = columns.every(
      (column) => typed[column] === "" || (column === "Status" && typed[column] === "open"),
    );
    return isUntouched && about !== undefined ? [] : [{ name: textOf(row[0]), about, typed }];
  });
}

/**
 * The rows of a table: asks with what was typed beside them, by expected value and then by value; then what was typed of asks that
 * the deal no longer lacks.
 */
export function askRows(
  { asks: listed, years }: Pick<AskList, "asks" | "years">,
  typed: readonly AskRow[],
): readonly AskRow[] {
  const of = (name: string): AskRow | undefined => typed.find((row) => isSame(row.name, name));
  const rows = listed.map(({ name, about, termUsd }) => ({
    row: { name, about, typed: { Status: "open", ...of(name)?.typed } },
    worthUsd: termUsd,
  }));
  const others = typed.filter(({ name }) => !listed.some((ask) => isSame(name, ask.name)));
  const expectedUsd = ({ row, worthUsd }: (typeof rows)[number]): number | undefined => {
    const { Likelihood: likelihood, "Value a year": own } = row.typed as TypedCells;
    const usd = worthUsd ?? (typeof own === "number" ? own * years : undefined);
    return typeof likelihood === "number" && usd !== undefined ? likelihood * usd : undefined;
  };
  // A sort keeps the order of equals: by worth, as they are listed.
  const ranked = rows.toSorted(
    (one, other) => (expectedUsd(other) ?? -1) - (expectedUsd(one) ?? -1),
  );
  return [...ranked.map(({ row }) => row), ...others];
}
