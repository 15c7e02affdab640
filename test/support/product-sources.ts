import { readdirSync } from "node:fs";
import path from "node:path";

const SRC = path.join(import.meta.dirname, "../../src");

/** Folders whose code may hold an object of Office's: test/architecture.test.ts keeps the others from naming one or importing these. */
const WITH_OFFICE = ["commands", "functions", "taskpane", "workbook"];

/** The add-in's own sources that Office's types can reach. */
export function productSources(): readonly string[] {
  return WITH_OFFICE.flatMap((folder) =>
    readdirSync(path.join(SRC, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => path.join(SRC, folder, file)),
  );
}
