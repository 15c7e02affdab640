import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { DOORS } from "./cases/accounting";
import { fieldsOf } from "./cases/door";
import { pricingCases } from "./cases/pricing-cases";
import { callAsCell, loadBuiltFunctions, loadMetadata } from "./support/built-functions";
import { examplesIn } from "./support/example";

const ROOT = path.join(import.meta.dirname, "..");
const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
const functions = loadBuiltFunctions();

describe("README.md", () => {
  const examples = examplesIn(readme);

  test("shows three formulas", () => {
    expect(examples).toHaveLength(3);
  });

  test.each(examples.map((example) => [example.text, example] as const))(
    "%s",
    (_, { id, args, expected }) => {
      expect(callAsCell(functions, id, args)).toBe(expected);
    },
  );

  test("names every function", () => {
    for (const { id } of loadMetadata()) expect(readme).toMatch(new RegExp(`\\b${id}\\b`));
  });

  test("counts the cases as the accounting does", () => {
    const fields = pricingCases.flatMap((one) =>
      fieldsOf(one).map((field) =>
        DOORS.find((door) => door.cases.test(one.id) && [field, "*"].includes(door.field)),
      ),
    );
    const core = fields.filter((door) => door && "core" in door);
    const called = core.filter((door) => door && "core" in door && (door.call ?? door.calls));
    expect(readme.replace(/\s+/g, " ")).toContain(
      `${pricingCases.length} worked cases with exact answers`,
    );
    expect(readme.replace(/\s+/g, " ")).toContain(
      `each of their ${fields.length} fields through which doors it is checked: ${core.length} through the core, ${called.length} of these through the built functions and through cells of the local workbook as well; of the other ${fields.length - core.length} the table says why`,
    );
  });

  test("names files and folders that are there", () => {
    const named = [...readme.matchAll(/`([\w.-]+\/[\w./-]*|[\w-]+\.ts)`/g)].map(
      ([, name = ""]) => name,
    );
    expect(named.length).toBeGreaterThan(15);
    const isThere = (name: string) =>
      ["", "src", "scripts/tour"].some((folder) => existsSync(path.join(ROOT, folder, name)));
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });

  test("has a row for each folder of src, with parts that are in it", () => {
    const rows = [...readme.matchAll(/^\| `([\w/]+)` \| (.*) \|$/gm)];
    const folders = rows.map(([, folder = ""]) => folder);
    const tops = readdirSync(path.join(ROOT, "src"), { withFileTypes: true });
    for (const top of tops.filter((one) => one.isDirectory()))
      expect(
        folders.some((folder) => folder.split("/")[0] === top.name),
        top.name,
      ).toBe(true);
    const missing = rows.flatMap(([, folder = "", what = ""]) =>
      [...what.matchAll(/`([\w-]+)`/g)]
        .map(([, part = ""]) => path.join("src", folder, part))
        .filter(
          (part) =>
            !existsSync(path.join(ROOT, part)) && !existsSync(path.join(ROOT, `${part}.ts`)),
        ),
    );
    expect(missing).toEqual([]);
  });

  test("links to files that are there", () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !existsSync(path.join(ROOT, link)))).toEqual([]);
  });
});
