import { faultCell } from "./fault-cell";
import type { FoundCells } from "./found-cells";
import type { DealFault } from "./parse-deal";
import { readSchedule } from "./schedule-cells";

/** What is wrong with the cells of a schedule; undefined where nothing is. No price of a single year waits for it. */
export function scheduleFault({
  reference,
  address,
  cells,
}: Pick<FoundCells, "reference" | "cells"> & { readonly address?: string | null | undefined }):
  | DealFault
  | undefined {
  const read = readSchedule(cells);
  if (read.ok) return undefined;
  const at = read.errors.map((error) => faultCell(error, address, cells));
  return { part: "Schedule", reference, errors: read.errors, cells: at };
}
