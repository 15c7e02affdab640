import type { PortableChange } from "../../sheets/portable/portable-change";
import type { WorkingsSheet } from "../../sheets/portable/workings-sheet";
import type { Target } from "../journal/write-sheet";
import { differs } from "./same-value";

/** A change with the formula that its first cell gets. */
export interface PrintedChange {
  readonly change: PortableChange;
  readonly next: string;
}

/** Changes whose workings give another number than the cells show; to be called after the next sync. */
export type Answers = () => readonly PrintedChange[];

/** Asks for the answers of the workings while our formulas are still there. */
export function askAnswers(
  { sheet: written }: Pick<Target, "sheet">,
  sheet: WorkingsSheet,
  changes: readonly PrintedChange[],
): Answers {
  const { row, column, rows } = sheet.answers;
  const listed = rows > 0 ? written.getRangeByIndexes(row, column, rows, 1) : undefined;
  listed?.load("values");
  let next = 0;
  const asked = changes.flatMap((one) => {
    const { answer, shows } = one.change;
    if (answer === undefined) return [];
    if (answer.kind !== "range" || one.change.kind === "cell") {
      const at = next++;
      return [{ one, shows, values: () => [[listed?.values[at]?.[0]]] }];
    }
    const area = sheet.areaOf(answer);
    const block = written.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
    block.load("values");
    return [{ one, shows, values: (): readonly (readonly unknown[])[] => block.values }];
  });
  return () =>
    asked.flatMap(({ one, shows, values }) => {
      const answered = values();
      const isOff = shows.some((line, down) =>
        line.some((value, along) => differs(value, answered[down]?.[along])),
      );
      return isOff ? [one] : [];
    });
}
