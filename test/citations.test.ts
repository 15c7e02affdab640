import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { pricingCases } from "./cases/pricing-cases";
import { termCases } from "./cases/term-cases";
import { usageCases } from "./cases/usage-cases";

const ROOT = path.join(import.meta.dirname, "..");

/** A document, and the sections or positions cited behind it: `docs/pricing-model.md 4.1, 4.2`, `docs/assumptions.md P3`. */
const CITATION = /\b((?:docs\/)?[\w/-]+\.md)((?:,? (?:to |and )?(?:\d+\.\d+|P\d+))*)/g;
const FILE = /\b(?:src|test|bench|scripts)\/[\w./-]+\.(?:ts|mjs|json|py)\b/g;
const CASE_ID = /(?<![\w-])[A-Z]-[a-z]\w*(?:[-.]\w+)*/g;

interface Citation {
  readonly file: string;
  readonly document: string;
  readonly sections: readonly string[];
}

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

/** Docstrings and paragraphs break lines where they like. */
function unwrapped(source: string): string {
  return source.replace(/\n\s*(?:(?:\*|\/\/)(?!\/))?\s*/g, " ");
}

function citationsIn(file: string): readonly Citation[] {
  return [...unwrapped(read(file)).matchAll(CITATION)].map(([, document = "", sections = ""]) => ({
    file,
    document,
    sections: sections.match(/\d+\.\d+|P\d+/g) ?? [],
  }));
}

/** A document is cited by its path from the root, or from the folder of the file that cites it. */
function pathOf({ file, document }: Citation): string | undefined {
  return [document, path.join(path.dirname(file), document)].find((candidate) =>
    existsSync(path.join(ROOT, candidate)),
  );
}

function filesIn(folder: string, extension: RegExp): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => extension.test(file) && file !== "citations.test.ts")
    .map((file) => path.join(folder, file));
}

const documents = ["README.md", "CHANGELOG.md", "src/host/README.md", ...filesIn("docs", /\.md$/)];
const sources = ["src", "test", "bench"].flatMap((folder) => filesIn(folder, /\.ts$/));
const citations = [...documents, ...sources].flatMap(citationsIn);

describe("what documents and sources cite", () => {
  test("is a document of this repository", () => {
    expect(citations.filter((one) => pathOf(one) === undefined)).toEqual([]);
  });

  test.each([
    ["docs/pricing-model.md", 15, (section: string) => `\n- **${section}** `],
    ["docs/assumptions.md", 10, (position: string) => `\n| ${position} | `],
  ])("is a section or position of %s", (document, least, marked) => {
    const text = read(document);
    const cited = citations.filter((one) => one.sections.length > 0 && pathOf(one) === document);
    expect(cited.length).toBeGreaterThan(least);
    for (const { file, sections } of cited)
      for (const section of sections)
        expect(text, `${file} cites ${document} ${section}`).toContain(marked(section));
  });

  test("has a number behind it only where the document numbers what it says", () => {
    const numbered = ["docs/pricing-model.md", "docs/assumptions.md"];
    expect(
      citations.filter((one) => one.sections.length > 0 && !numbered.includes(pathOf(one) ?? "")),
    ).toEqual([]);
  });

  test("is a file of this repository", () => {
    const cited = [...documents, ...sources].flatMap((file) =>
      [...read(file).matchAll(FILE)].map(([named]) => ({ file, named })),
    );
    expect(cited.length).toBeGreaterThan(100);
    expect(cited.filter(({ named }) => !existsSync(path.join(ROOT, named)))).toEqual([]);
  });

  test("is there, where a document links to it", () => {
    const links = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, link = ""]) =>
        path.join(path.dirname(file), link),
      ),
    );
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !existsSync(path.join(ROOT, link)))).toEqual([]);
  });

  test("is a worked case", () => {
    const ids = new Set([...pricingCases, ...termCases, ...usageCases].map(({ id }) => id));
    const named = documents.flatMap((file) =>
      [...read(file).matchAll(CASE_ID)].map(([id]) => ({ file, id })),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ id }) => !ids.has(id))).toEqual([]);
  });
});

describe("docs/assumptions.md", () => {
  const rows = read("docs/assumptions.md").match(/^\| P.*$/gm) ?? [];

  test("numbers its positions from P1, each once", () => {
    const ids = rows.map((row) => row.split(" | ")[0]);
    expect(ids).toEqual(rows.map((_, index) => `| P${index + 1}`));
    expect(rows.length).toBeGreaterThan(10);
  });

  test.each(rows.map((row) => [row.split("|")[1]?.trim(), row] as const))(
    "fills every column of %s, with a test or case",
    (_, row) => {
      const cells = row.split("|").slice(1, -1);
      expect(cells).toHaveLength(6);
      for (const cell of cells) expect(cell.trim()).not.toBe("");
      expect([...row.matchAll(FILE), ...row.matchAll(CASE_ID)].length).toBeGreaterThan(0);
    },
  );
});
