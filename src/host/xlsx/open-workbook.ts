import type { LocalHost } from "../model/local-host";
import { captureWorkbook } from "./capture-workbook";
import { describeFileFault } from "./file-fault";
import { readWorkbookFile } from "./read-xlsx";
import { restoreWorkbook } from "./restore-workbook";

export type Opening =
  /** `leftOut` has a phrase for each thing in the file that the workbook does not show now. */
  | { readonly ok: true; readonly leftOut: readonly string[] }
  /** The workbook is unchanged; the sentence says why. */
  | { readonly ok: false; readonly sentence: string };

/** Puts the workbook of a file in the place of the open one; when that fails the open one stays as it was. */
export async function openWorkbook(
  host: LocalHost,
  fileName: string,
  bytes: Uint8Array,
): Promise<Opening> {
  const reading = await readWorkbookFile(bytes, host.grid.functionNames());
  if (!reading.ok) return { ok: false, sentence: describeFileFault(fileName, reading.fault) };
  const before = await captureWorkbook(host);
  try {
    const refused = restoreWorkbook(host, reading.document);
    await host.grid.settle();
    return { ok: true, leftOut: [...reading.leftOut, ...refused, ...lastValues(host)] };
  } catch (error) {
    console.error(error);
    restoreWorkbook(host, before);
    const said = error instanceof Error ? error.message : String(error);
    return { ok: false, sentence: describeFileFault(fileName, { said }) };
  }
}

/** Formulas that could not be calculated, once all were tried: a phrase for each sheet that has some. */
function lastValues({ grid }: LocalHost): readonly string[] {
  return grid.sheets().flatMap(({ id, name }) => {
    const count = grid.whole.settleLastValues(id);
    if (count === 0) return [];
    const what = count === 1 ? "1 formula" : `${count} formulas`;
    return [`${what} on ${name} (their last values are shown)`];
  });
}
