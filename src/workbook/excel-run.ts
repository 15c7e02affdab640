import type { Outcome, WorkbookFault } from "./outcome";

/** Stops a batch with a fault that the user can act on. */
export class FaultError extends Error {
  constructor(readonly fault: WorkbookFault) {
    super(fault.kind);
  }
}

/**
 * Runs a batch against the workbook and turns whatever Excel throws into a fault.
 *
 * A command waits for a cell that is being edited rather than failing on it.
 */
export async function runExcel<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await Excel.run({ delayForCellEdit: true }, work) };
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
