/** A sheet has 1,048,576 rows and 16,384 columns: a range this long is not a list, it runs on to the end of the sheet. */
const ROWS_TO_THE_END = 1_000_000;
const COLUMNS_TO_THE_END = 16_000;

/** Looked up once: a million look-ups of a global take longer than everything else. */
const { isArray } = Array;

/**
 * The rows of a range up to its last used one, as they arrived; a single value is one row, and an omitted argument no rows.
 *
 * Blank rows at the end are left out. In a range that runs on to the end of the sheet zeros at its end are blanks too, since
 * Excel on the desktop passes a blank cell as 0; the same applies to the columns of whole rows.
 */
export function usedRows(raw: unknown): readonly unknown[] {
  if (raw === null || raw === undefined) return [];
  if (!isArray(raw)) return [[raw]];
  const filled = usedLength(raw, false);
  const used = filled < ROWS_TO_THE_END ? filled : usedLength(raw, true);
  return withUsedColumns(used < raw.length ? raw.slice(0, used) : raw);
}

/** Length of a list of values or rows, without those at its end that hold nothing, or nothing but zeros. */
function usedLength(values: readonly unknown[], zerosAreBlank: boolean): number {
  let length = values.length;
  while (length > 0 && isUnused(values[length - 1], zerosAreBlank)) length--;
  return length;
}

/** A plain loop: over a million rows `every` takes three times as long. */
function isUnused(value: unknown, zeroIsBlank: boolean): boolean {
  if (!isArray(value)) return isBlank(value, zeroIsBlank);
  for (let index = 0; index < value.length; index++)
    if (!isBlank(value[index], zeroIsBlank)) return false;
  return true;
}

function isBlank(value: unknown, zeroIsBlank: boolean): boolean {
  return value === null || value === undefined || value === "" || (zeroIsBlank && value === 0);
}

/** Of whole rows, the columns up to the last used one. */
function withUsedColumns(rows: readonly unknown[]): readonly unknown[] {
  const first = rows[0];
  if (!isArray(first) || first.length < COLUMNS_TO_THE_END) return rows;
  const filled = usedWidth(rows, false);
  const used = filled < COLUMNS_TO_THE_END ? filled : usedWidth(rows, true);
  return rows.map((row) => (isArray(row) ? row.slice(0, used) : row));
}

function usedWidth(rows: readonly unknown[], zerosAreBlank: boolean): number {
  const widths = rows.map((row) => (isArray(row) ? usedLength(row, zerosAreBlank) : 0));
  return widths.reduce((widest, width) => Math.max(widest, width), 0);
}
