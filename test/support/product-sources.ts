import { readdirSync } from "node:fs";
import path from "node:path";

const SRC = path.join(import.meta.dirname, "../../src");

/** The add-in's own sources: everything but the local workbook. */
export function productSources(): readonly string[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith(`host${path.sep}`))
    .map((file) => path.join(SRC, file));
}
