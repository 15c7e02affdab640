import type { Outcome } from "../../workbook/excel/outcome";

/** An outcome even where the promise was broken, so that nothing fails in silence. */
export async function catchFault<T>(promise: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await promise;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, fault: { kind: "failed", code: "Unexpected", message } };
  }
}
