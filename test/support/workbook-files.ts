import { createRequire } from "node:module";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const bundle: typeof import("./host-for-node") = createRequire(import.meta.url)(
  "../../build/node/host.cjs",
);

/** The local workbook's own opening and saving of files: from its bundle, whose classes the open workbook has. */
export const { openWorkbook, saveWorkbook, lossesOfSaving, captureWorkbook, restoreWorkbook } =
  bundle;

/** The text of one part of an .xlsx file. */
export function partOf(file: Uint8Array, path: string): string {
  const part = unzipSync(file)[path];
  if (part === undefined) throw new Error(`the file has no part ${path}`);
  return strFromU8(part);
}

/** The file with parts changed or added; undefined takes one out. */
export function withParts(
  file: Uint8Array,
  parts: Readonly<Record<string, string | ((before: string) => string) | undefined>>,
): Uint8Array {
  const entries = unzipSync(file);
  for (const [path, part] of Object.entries(parts)) {
    const before = entries[path];
    if (part === undefined) delete entries[path];
    else
      entries[path] = strToU8(
        typeof part === "string" ? part : part(before ? strFromU8(before) : ""),
      );
  }
  return zipSync(entries);
}
