import { TEXT } from "../../wording/format/number-formats";
import { madeBy } from "../../wording/format/version";
import { literalText } from "../literal-text";
import type { SheetBlock } from "../sheet-block";
import { LOG_HEADINGS, type LogRow } from "./log-rows";
import { LOGGED_ANSWERS } from "./logged-deal";

/** The log as plain parts, ready to be written. */
export interface LogSheet {
  readonly title: string;
  readonly note: string;
  readonly parts: readonly SheetBlock[];
  readonly rows: number;
  readonly columns: number;
  /** How many rows it has below its headings. */
  readonly kept: number;
}

/** Row of the headings, from 0. */
export const LOG_HEADINGS_ROW = 3;

/** Rows that the log keeps: the oldest give way. */
export const MOST_LOG_ROWS = 500;

/** Lays the log out: its headings and a row for each change of an answer, oldest first. */
export function layOutLog(rows: readonly LogRow[], begunOn: string): LogSheet {
  const kept = rows.slice(-MOST_LOG_ROWS);
  const columns = LOG_HEADINGS.length;
  const first = LOG_HEADINGS_ROW + 1;
  return {
    title: "Log of the answer",
    note: `${madeBy(begunOn)}. A row for each answer that changed, and the inputs that changed with it; the pane writes it while it is open.`,
    parts: [
      {
        ...{ row: LOG_HEADINGS_ROW, column: 0, rows: 1, columns, look: "tableHeading" },
        ...{ cells: [[...LOG_HEADINGS]], formats: [TEXT] },
      },
      ...(kept.length === 0
        ? []
        : [
            {
              ...{ row: first, column: 0, rows: kept.length, columns, look: "labels" as const },
              cells: kept.map((row) => row.map(literal)),
              formats: [TEXT],
            },
          ]),
    ],
    ...{ rows: first + kept.length, columns, kept: kept.length },
  };
}

function literal(content: string | number): string | number {
  return typeof content === "string" ? literalText(content) : content;
}

/** Number formats of a row: answers as they look in the pane, inputs as they were typed. */
export function formatsOfLogRow([, answer]: LogRow): readonly string[] {
  const known = Object.entries(LOGGED_ANSWERS).find(([name]) => name === answer);
  const shown = known?.[1] ?? TEXT;
  return LOG_HEADINGS.map((_, index) => (index === 2 || index === 3 ? shown : TEXT));
}
