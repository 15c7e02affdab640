import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../../scripts/bundle.mjs";
import { buildWhenStale } from "../../scripts/fresh.mjs";
import { type OfficeUse, officeUses } from "./office-uses";
import { productSources } from "./product-sources";

const USES = "build/office-uses.json";

/** Every use of Office's libraries in the add-in's own sources, compiled once for all tests until a source changes. */
export async function productUses(): Promise<readonly OfficeUse[]> {
  const sources = productSources();
  await buildWhenStale({
    name: "office-uses",
    inputs: [
      ...sources.map((file) => path.relative(root, file)),
      "test/support/office-uses.ts",
      "tsconfig.json",
      "tsconfig.build.json",
      "package-lock.json",
    ],
    outputs: [USES],
    build: () => writeFile(path.join(root, USES), JSON.stringify(officeUses(sources))),
  });
  return JSON.parse(await readFile(path.join(root, USES), "utf8")) as readonly OfficeUse[];
}
