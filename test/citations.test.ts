import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = path.join(import.meta.dirname, "..");

/** A document, and the numbered sections cited behind it: `docs/pricing-model.md 4.1, 4.2`. */
const CITATION = /\b((?:docs\/)?[\w/-]+\.md)((?:,? (?:to |and )?\d+\.\d+)*)/g;

interface Citation {
  readonly file: string;
  readonly document: string;
  readonly sections: readonly string[];
}

/** Docstrings break lines where they like. */
function unwrapped(source: string): string {
  return source.replace(/\n\s*(?:\*|\/\/)(?!\/)\s?/g, " ");
}

function citationsIn(file: string): readonly Citation[] {
  const source = unwrapped(readFileSync(path.join(ROOT, file), "utf8"));
  return [...source.matchAll(CITATION)].map(([, document = "", sections = ""]) => ({
    file,
    document,
    sections: sections.match(/\d+\.\d+/g) ?? [],
  }));
}

const citations = ["src", "test", "bench"].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ts$/.test(file) && file !== "citations.test.ts")
    .flatMap((file) => citationsIn(path.join(folder, file))),
);

describe("what the sources cite", () => {
  test("is a document of this repository", () => {
    const there = ({ file, document }: Citation): boolean =>
      existsSync(path.join(ROOT, document)) ||
      existsSync(path.join(ROOT, path.dirname(file), document));
    expect(citations.filter((one) => !there(one))).toEqual([]);
  });

  test("is a section that the document has", () => {
    const numbered = citations.filter(({ sections }) => sections.length > 0);
    expect(numbered.length).toBeGreaterThan(15);
    for (const { file, document, sections } of numbered) {
      const text = readFileSync(path.join(ROOT, document), "utf8");
      for (const section of sections)
        expect(text, `${file} cites ${document} ${section}`).toContain(`- **${section}** `);
    }
  });
});
