import type { WorkingsArea } from "./workings-sheet";

/** What goes to Excel in one round trip: on the web it takes 5 MB at most, with all else that a batch says. */
const MOST_BYTES = 4_000_000;

/** Marks around a cell in what is sent. */
const AROUND_CELL = 3;

/** Areas in the groups that each go to Excel at once; an area too large for one is cut between its rows. */
export function workingsSlices(
  areas: readonly WorkingsArea[],
  mostBytes = MOST_BYTES,
): readonly (readonly WorkingsArea[])[] {
  const slices: WorkingsArea[][] = [[]];
  let bytes = 0;
  for (const area of areas) {
    let from = 0;
    for (const row of area.cells.keys()) {
      const more = bytesOfRow(area, row);
      if (bytes > 0 && bytes + more > mostBytes) {
        if (row > from) slices.at(-1)?.push(rowsOf(area, from, row));
        slices.push([]);
        [from, bytes] = [row, 0];
      }
      bytes += more;
    }
    slices.at(-1)?.push(rowsOf(area, from, area.cells.length));
  }
  return slices;
}

function bytesOfRow({ cells, formats }: WorkingsArea, row: number): number {
  const looks = formats.of === "cells" ? (formats.each[row] ?? []) : [];
  return [...(cells[row] ?? []), ...looks].reduce<number>(
    (sum, one) => sum + JSON.stringify(one).length + AROUND_CELL,
    0,
  );
}

function rowsOf(area: WorkingsArea, from: number, to: number): WorkingsArea {
  const { row, cells, formats } = area;
  if (from === 0 && to === cells.length) return area;
  return {
    ...{ ...area, row: row + from, cells: cells.slice(from, to) },
    formats: formats.of === "cells" ? { ...formats, each: formats.each.slice(from, to) } : formats,
  };
}
