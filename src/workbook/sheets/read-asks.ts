import type { WriteRecord } from "../journal/record";

/** The cells of a sheet of asks, or of seats and dates, that we wrote. */
export interface AsksCells {
  /** Of the write, as the list of tables has it. */
  readonly id: string;
  readonly values: readonly (readonly unknown[])[];
}

/** Asks for the cells of each sheet that people type into beside what we wrote. Call what it returns after the next sync; one that was deleted is left out. */
export function askAsks(
  { names }: Excel.Workbook,
  records: readonly WriteRecord[],
): () => readonly AsksCells[] {
  const asked = records.flatMap(({ id, definition, complete, names: [name = ""] }) => {
    const isTyped = definition?.kind === "asks" || definition?.kind === "seats";
    if (!isTyped || !complete) return [];
    const range = names.getItemOrNullObject(name).getRangeOrNullObject();
    range.load("values");
    return [{ id, range }];
  });
  return () =>
    asked.flatMap(({ id, range }) => (range.isNullObject ? [] : [{ id, values: range.values }]));
}
