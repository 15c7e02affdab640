import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { addinBuilt } from "../support/bundles";

const DIST = path.join(import.meta.dirname, "../../dist");

/** How webpack calls what another of its modules exports: (0,r.Ab)(…). */
const CALL_OF_ANOTHER_MODULE = /\(0,\s*[\w$]+\.[\w$]+\)\(/g;

const calls = (code: string): readonly string[] => code.match(CALL_OF_ANOTHER_MODULE) ?? [];

test("functions.js is one module, whose functions call each other by their names", async () => {
  await addinBuilt();
  expect(calls(await readFile(path.join(DIST, "functions.js"), "utf8"))).toEqual([]);
});

test("a call of another module is noticed", () => {
  expect(calls("const e=(0,n.bandRate)(t,r);return(0,$.a)(e)")).toHaveLength(2);
  expect(calls("const e=n.bandRate(t,r),o=(0,e)(t)")).toEqual([]);
});
