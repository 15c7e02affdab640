import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { PROGRESS_WORDS } from "../../../src/host/univer/progress-words";

test("the grid has words for all that it says while it calculates", () => {
  const source = readFileSync(createRequire(import.meta.url).resolve("@univerjs/sheets-formula"));
  const asked = [...source.toString().matchAll(/\("sheets-formula\.progress\.([\w-]+)"\)/g)];
  expect(new Set(asked.map(([, word]) => word))).toEqual(
    new Set(Object.keys(PROGRESS_WORDS["sheets-formula"].progress)),
  );
});
