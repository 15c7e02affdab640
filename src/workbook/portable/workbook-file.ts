import type { Outcome } from "../excel/outcome";

/** Bytes that Excel gives at once. */
const SLICE_BYTES = 4_000_000;

/** Whether this Excel gives the file of its workbook. */
export function canCopyWorkbook(): boolean {
  return Office.context.requirements.isSetSupported("CompressedFile", "1.1");
}

/** The workbook as it is now, as the bytes of an .xlsx file in base64. */
export async function readWorkbookFile(): Promise<Outcome<string>> {
  const { document: workbook } = Office.context;
  try {
    const file = await answerOf<Office.File>((answer) =>
      workbook.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE_BYTES }, answer),
    );
    try {
      const parts: string[] = [];
      for (let index = 0; index < file.sliceCount; index++) {
        const { data } = await answerOf<Office.Slice>((answer) =>
          file.getSliceAsync(index, answer),
        );
        parts.push(textOfBytes(data));
      }
      return { ok: true, value: btoa(parts.join("")) };
    } finally {
      file.closeAsync();
    }
  } catch (error) {
    const { name: code, message } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, fault: { kind: "failed", code, message: message.replace(/[.\s]+$/, "") } };
  }
}

/** What Office answers to a question of its older, common kind. */
function answerOf<T>(ask: (answer: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    ask(({ status, value, error }) =>
      status === Office.AsyncResultStatus.Succeeded ? resolve(value) : reject(error),
    );
  });
}

/** Bytes at once that a call takes as arguments. */
const AT_ONCE = 8192;

function textOfBytes(bytes: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    parts.push(String.fromCharCode(...bytes.slice(at, at + AT_ONCE)));
  return parts.join("");
}
