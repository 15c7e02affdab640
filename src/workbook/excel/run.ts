import type { Outcome, WorkbookFault } from "./outcome";

/** Stops a batch with a fault that the user can act on. */
export class FaultError extends Error {
  constructor(readonly fault: WorkbookFault) {
    super(fault.kind);
  }
}

/** Runs work against the workbook and turns whatever Excel throws into a fault. */
export type ExcelRunner = <T>(
  work: (context: Excel.RequestContext) => Promise<T>,
) => Promise<Outcome<T>>;

/**
 * Runs a batch against the workbook and turns whatever Excel throws into a fault.
 *
 * A command waits for a cell that is being edited rather than failing on it.
 */
export const runExcel: ExcelRunner = (work) =>
  settled(() => Excel.run({ delayForCellEdit: true }, work));

/** A value, or the fault that stopped the reading of it; what else goes wrong goes on. */
export function outcomeOf<T>(read: () => T): Outcome<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof FaultError) return { ok: false, fault: error.fault };
    throw error;
  }
}

let groupingFailed = false;

/**
 * Does a command as one step of Excel's undo where Excel can, and again without where Excel refuses it so.
 *
 * @param mayGroup Whether this command is one that Excel groups at all.
 * @param command Leaves the workbook as it was when it fails; a fault that says otherwise is not tried again.
 */
export async function onceGrouped<T>(
  mayGroup: boolean,
  command: (run: ExcelRunner) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!mayGroup || groupingFailed) return command(runExcel);
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.20")) return command(runExcel);
  const grouped = await command((work) =>
    settled(() => Excel.run({ delayForCellEdit: true, mergeUndoGroup: true }, work)),
  );
  if (grouped.ok || grouped.fault.kind !== "failed") return grouped;
  const again = await command(runExcel);
  // Where it worked without, the group was the trouble, and is not worth a failing write each time.
  groupingFailed = again.ok;
  return again;
}

async function settled<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

function faultOf(error: unknown): WorkbookFault {
  if (error instanceof FaultError) return error.fault;
  if (error instanceof OfficeExtension.Error) {
    if (error.code === "InvalidOperationInCellEditMode") return { kind: "busyEditing" };
    return { kind: "failed", code: error.code, message: withoutPeriod(error.message) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { kind: "failed", code: "Unexpected", message: withoutPeriod(message) };
}

function withoutPeriod(sentence: string): string {
  return sentence.replace(/[.\s]+$/, "");
}
