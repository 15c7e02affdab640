import type { WriteRecord } from "../journal/record";

/** The cells of a sheet of asks that we wrote. */
export interface AsksCells {
  /** Of the write, as the list of tables has it. */
  readonly id: string;
  readonly values: readonly (readonly unknown[])[];
}

/** Asks for the cells of each sheet of asks. Call what it returns after the next sync; one that was deleted is left out. */
export function askAsks(
  { names }: Excel.Workbook,
  records: readonly WriteRecord[],
): () => readonly AsksCells[] {
  const asked = records.flatMap(({ id, definition, complete, names: [name = ""] }) => {
    if (definition?.kind !== "asks" || !complete) return [];
    const range = names.getItemOrNullObject(name).getRangeOrNullObject();
    range.load("values");
    return [{ id, range }];
  });
  return () =>
    asked.flatMap(({ id, range }) => (range.isNullObject ? [] : [{ id, values: range.values }]));
}
