import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { REQUIREMENT_SETS } from "../../../src/host/office/requirement-sets";
import { readManifest } from "../../../src/host/serve/manifest";
import { isAtLeast, madeUp, type OfficeUse, type RequirementSet } from "../../support/office-uses";
import { productUses } from "../../support/product-uses";

const manifest = readManifest(
  readFileSync(path.join(import.meta.dirname, "../../../manifest.xml"), "utf8"),
);
if (!manifest.ok) throw new Error(manifest.errors.join("\n"));
const declared: readonly RequirementSet[] = manifest.addin.requirements.map(
  ({ name, minVersion }) => ({ name, version: minVersion }),
);

/** Uses of members that may not be there: neither the manifest nor the code asks for their set. */
function unasked(uses: readonly OfficeUse[]): readonly string[] {
  return uses.flatMap(({ owner, member, sets, guards, at }) =>
    sets
      .filter(
        (set) =>
          ![...declared, ...guards].some(
            (asked) => asked.name === set.name && isAtLeast(asked.version, set.version),
          ),
      )
      .map((set) => `${owner}.${member} needs ${set.name} ${set.version} at ${at}`),
  );
}

describe("requirement sets", () => {
  test("every member that the add-in uses is in a set that the manifest or the code asks for", async () => {
    const uses = await productUses();
    expect(uses.filter(({ sets }) => sets.length > 0).length).toBeGreaterThan(20);
    expect(unasked(uses)).toEqual([]);
  });

  test("the local workbook claims what the manifest asks for", () => {
    for (const { name, version } of declared) {
      expect([name, isAtLeast(REQUIREMENT_SETS[name] ?? "0.0", version)]).toEqual([name, true]);
    }
  });
});

const late = "range.getPrecedents()";
const asks = (version: string) =>
  `Office.context.requirements.isSetSupported("ExcelApi", "${version}")`;

const NOTICED = [
  ["no question", `return ${late};`],
  ["a question for less", `if (${asks("1.13")}) return ${late}; return null;`],
  [
    "a question for another set",
    `if (${asks("1.14").replace("ExcelApi", "WordApi")}) return ${late}; return null;`,
  ],
  ["the wrong branch", `return ${asks("1.14")} ? null : ${late};`],
  ["a question with or", `if (sure || ${asks("1.14")}) return ${late}; return null;`],
  ["a question that does not leave", `if (!${asks("1.14")}) { sure = true; } return ${late};`],
  ["a load of a late property", `range.load("valuesAsJson"); return null;`],
] as const;

const ASKED = [
  ["an if", `if (${asks("1.14")}) return ${late}; return null;`],
  ["an early return", `if (!${asks("1.16")}) return null; return ${late};`],
  ["a conditional", `return ${asks("1.14")} ? ${late} : null;`],
  ["and", `return sure && ${asks("1.14")} && ${late};`],
  ["a constant", `const canTell = ${asks("1.14")}; return canTell ? ${late} : null;`],
] as const;

describe("this test notices", () => {
  const bodies = [...NOTICED, ...ASKED].map(([, body]) => body);
  let unaskedIn: ReadonlyMap<string, readonly string[]>;
  beforeAll(() => {
    const files = madeUp(
      import.meta.dirname,
      bodies.map(
        (body) => `export function act(range: Excel.Range, sure: boolean): unknown { ${body} }`,
      ),
    );
    unaskedIn = new Map(bodies.map((body, index) => [body, unasked(files[index]?.uses ?? [])]));
  });

  test.each(NOTICED)("a late member behind %s", (_what, body) => {
    expect(unaskedIn.get(body)).toHaveLength(1);
  });

  test.each(ASKED)("nothing in a late member behind %s", (_what, body) => {
    expect(unaskedIn.get(body)).toEqual([]);
  });
});
