import { blockOf } from "../../input/cells/a1";
import type { ReferenceFault } from "../../input/cells/cell-reference";
import { besideAddress } from "./cells-beside";

/** Cells that were asked for, to be read after the next sync. */
export interface AskedCells {
  readonly range: Excel.Range;
  /** Asks for what could only be asked for once the place of the cells was known; whether it asked for anything. */
  askMore(): boolean;
  /** Why the cells are not read; undefined where they are. */
  fault(): ReferenceFault | undefined;
  values(): readonly (readonly unknown[])[];
  /** The cells around a list, which may say what its numbers are. */
  beside(): readonly (readonly unknown[])[] | undefined;
}

/** What is wanted of cells. */
export interface CellsWanted {
  /** More cells than this are refused and not read; undefined reads all. */
  readonly most: number | undefined;
  readonly wantsOneCell: boolean;
  /** Whether the cells around a list of numbers count too. */
  readonly isForecast: boolean;
}

/** Cells of a sheet that are read before the size of a table in them is known: a hundred thousand. */
const WINDOW = "A1:AZ2000";

/**
 * Asks for the cells of a range in one sync, and for the cells beside it where its address is known before.
 *
 * Of a table or a name without a plain address the size is known only afterwards. Cells in the first rows and columns of a
 * sheet are read at once all the same; askMore() asks for the others.
 *
 * @param range May turn out to be a null object.
 * @param address Of the range without its sheet; undefined where it is not known yet.
 */
export function askCells(
  range: Excel.Range,
  address: string | undefined,
  wanted: CellsWanted,
): AskedCells {
  const tooLarge = address === undefined ? undefined : refusal(cellsIn(address), wanted);
  range.load("address,rowCount,columnCount");
  let isWhole = address !== undefined || wanted.most === undefined;
  let values = isWhole ? range : range.getIntersectionOrNullObject(WINDOW);
  let beside: Excel.Range | undefined;
  const askBeside = (at: string): boolean => {
    const around = wanted.isForecast ? besideAddress(at) : undefined;
    if (around === undefined || beside !== undefined) return false;
    beside = range.worksheet.getRange(around);
    beside.load("values");
    return true;
  };
  if (!isWhole) values.load("address");
  if (!tooLarge) values.load("values");
  if (!tooLarge && address !== undefined) askBeside(address);

  const fault = (): ReferenceFault | undefined =>
    tooLarge ??
    (range.isNullObject ? undefined : refusal(range.rowCount * range.columnCount, wanted));
  return {
    range,
    fault,
    askMore() {
      if (range.isNullObject || fault()) return false;
      const asksBeside = askBeside(range.address);
      const isCut = !isWhole && (values.isNullObject || values.address !== range.address);
      isWhole = true;
      if (!isCut) return asksBeside;
      values = range;
      values.load("values");
      return true;
    },
    values: () => values.values,
    beside: () => beside?.values,
  };
}

function cellsIn(address: string): number {
  const { rows, columns } = blockOf(address);
  return rows * columns;
}

function refusal(cells: number, { most, wantsOneCell }: CellsWanted): ReferenceFault | undefined {
  if (wantsOneCell && cells !== 1) return { kind: "notOneCell", cells };
  return most !== undefined && cells > most ? { kind: "tooManyCells", cells, most } : undefined;
}
