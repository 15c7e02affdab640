import type { Outcome } from "./outcome";
import { runExcel } from "./run";

/** Edits closer together than this are one change. */
const QUIET_MS = 250;

/**
 * Calls back after a change made in this workbook here, not by a co-author elsewhere: an edit, rows or columns that were inserted
 * or deleted, a sheet that was deleted, and, where Excel tells of it (ExcelApi 1.17), a sheet that was renamed.
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
    const { worksheets } = context.workbook;
    const heard = async ({ source }: { readonly source: string }): Promise<void> => {
      if (source === Excel.EventSource.local) later();
    };
    const handlers = [
      worksheets.onChanged.add(heard),
      worksheets.onDeleted.add(heard),
      ...(Office.context.requirements.isSetSupported("ExcelApi", "1.17")
        ? [worksheets.onNameChanged.add(heard)]
        : []),
    ];
    await context.sync();
    return async () => {
      clearTimeout(timer);
      await Excel.run(context, async (same) => {
        for (const handler of handlers) handler.remove();
        await same.sync();
      });
    };
  });
}
