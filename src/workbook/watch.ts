import { runExcel } from "./excel-run";
import type { Outcome } from "./outcome";

/** Edits closer together than this are one change. */
const QUIET_MS = 250;

/**
 * Calls back after an edit made in this workbook here, not by a co-author elsewhere.
 *
 * @returns What stops the watching.
 */
export async function watchWorkbook(onChange: () => void): Promise<Outcome<() => Promise<void>>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_MS);
  };
  return runExcel(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async ({ source }) => {
      if (source === Excel.EventSource.local) later();
    });
    await context.sync();
    return async () => {
      clearTimeout(timer);
      await Excel.run(handler.context, async (same) => {
        handler.remove();
        await same.sync();
      });
    };
  });
}
