import type { LeverName } from "../../efficiency/levers";
import { PERCENT, TEXT } from "../../wording/format/number-formats";
import { literalText } from "../literal-text";
import type { TableColumn } from "./usage-columns";

const typed = (heading: string, format: string, width: number): TableColumn => ({
  ...{ heading, format, width },
  isInput: true,
});

/** The table of levers, as EFFICIENT_USAGE reads it; its columns give the sheet its widths. */
export const LEVERS_TABLE = {
  table: "UsageLevers",
  /** Rows of a new table: those that nobody fills stay blank to type into. */
  rows: 12,
  columns: [
    typed("Lever", TEXT, 190),
    typed("Workload", TEXT, 120),
    typed("From", TEXT, 130),
    typed("To", TEXT, 130),
    typed("Share", PERCENT, 84),
    typed("Write ratio", PERCENT, 84),
    typed("Write", TEXT, 84),
    typed("Prompt tokens", "#,##0", 96),
  ],
} as const;

/** Cells of a lever, in the order of the columns of the table. */
export type LeverCells = readonly (string | number)[];

/** A row of the table as it is written. */
export function leverContents(cells: LeverCells): (string | number)[] {
  return LEVERS_TABLE.columns.map((_, column) => {
    const cell = cells[column] ?? "";
    return typeof cell === "number" ? cell : literalText(cell);
  });
}

/** Shares of the levers that are moved in the pane; each holds for every workload. */
export interface LeverShares {
  readonly routed: number;
  /** Models as the usage names them; blank: nothing is routed. */
  readonly from: string;
  readonly to: string;
  readonly cached: number;
  readonly batched: number;
}

export const NO_LEVERS: LeverShares = { routed: 0, from: "", to: "", cached: 0, batched: 0 };

/**
 * The most of a prompt that the slider of caching offers: with the usual tenth written for each token that is read, a larger share
 * would be more than the whole prompt.
 */
export const MOST_CACHED = 0.9;

/**
 * The rows of the table once the levers of the pane are set: they come first, one without a share is left out, and every other row
 * stays as it is.
 */
export function withShares(
  rows: readonly LeverCells[],
  { routed, from, to, cached, batched }: LeverShares,
): readonly LeverCells[] {
  const cells = (lever: LeverName, share: number, models = ["", ""]): readonly LeverCells[] =>
    share > 0 ? [[lever, "", ...models, share, "", "", ""]] : [];
  const others = rows.filter((row, index) => !isBlank(row) && !isOfPane(row, index, rows));
  return [
    ...(from === "" || to === "" ? [] : cells("Route", routed, [from, to])),
    ...cells("Cache", cached),
    ...cells("Batch", batched),
    ...others,
  ];
}

/** The levers of the pane among the rows of the table. */
export function sharesIn(rows: readonly LeverCells[]): LeverShares {
  const plain = rows.filter(isOfPane);
  const rowOf = (lever: LeverName): LeverCells | undefined =>
    plain.find((row) => leverOf(row) === lever.toLowerCase());
  const [route, cached, batched] = [rowOf("Route"), rowOf("Cache"), rowOf("Batch")];
  const share = (row: LeverCells | undefined): number => Number(row?.[SHARE] ?? 0);
  return {
    ...{ routed: share(route), cached: share(cached), batched: share(batched) },
    ...{ from: route ? words(route, FROM) : "", to: route ? words(route, TO) : "" },
  };
}

const [LEVER, WORKLOAD, FROM, TO, SHARE] = [0, 1, 2, 3, 4] as const;

/** The first rows that a slider can say: a lever for every workload, with a share and nothing else. */
function isOfPane(row: LeverCells, index: number, rows: readonly LeverCells[]): boolean {
  const lever = leverOf(row);
  if (rows.findIndex((one) => leverOf(one) === lever && isPlain(one)) !== index) return false;
  return isPlain(row);
}

function isPlain(row: LeverCells): boolean {
  const lever = leverOf(row);
  const isRoute = lever === "route";
  const [from, to] = [words(row, FROM), words(row, TO)];
  const share = row[SHARE];
  return (
    (isRoute ? from !== "" && to !== "" : from === "" && to === "") &&
    ["route", "cache", "batch"].includes(lever) &&
    words(row, WORKLOAD) === "" &&
    typeof share === "number" &&
    row.slice(SHARE + 1, LEVERS_TABLE.columns.length).every((cell) => cell === "")
  );
}

function leverOf(row: LeverCells): string {
  return words(row, LEVER).toLowerCase();
}

function words(row: LeverCells, column: number): string {
  return String(row[column] ?? "").trim();
}

function isBlank(row: LeverCells): boolean {
  return row.every((cell) => String(cell).trim() === "");
}
