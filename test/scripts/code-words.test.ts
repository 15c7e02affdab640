import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { transformSync } from "esbuild";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { CODE_WORDS, SHORT_NAMES, shortenCodeWords } from "../../scripts/code-words.mjs";

const SOURCE = path.join(import.meta.dirname, "../../src");

function shortened(code: string): string {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, removeComments: true },
    transformers: { before: [shortenCodeWords] },
  });
  return outputText
    .replace(/^"use strict";/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The code with each code word in <> given its short name. */
function named(code: string): string {
  return code.replace(/<(\w+)>/g, (_, word) => SHORT_NAMES.get(word) ?? word);
}

describe("a word that only code reads", () => {
  it.each([
    ["a member", "f(o.meanUsd, o?.meanUsd);", "f(o.<meanUsd>, o?.<meanUsd>);"],
    ["a call of one", "f.meanUsd?.(meanUsd);", "f.<meanUsd>?.(meanUsd);"],
    ["of an object", "f({ meanUsd: 1, a: 2 });", "f({ <meanUsd>: 1, a: 2 });"],
    ["shared with a variable", "f({ meanUsd });", "f({ <meanUsd>: meanUsd });"],
    ["taken apart", "const { meanUsd } = o;", "const { <meanUsd>: meanUsd } = o;"],
    ["taken under a name", "const { meanUsd: a = 1 } = o;", "const { <meanUsd>: a = 1 } = o;"],
    ["not of a list", "const [meanUsd] = o;", "const [meanUsd] = o;"],
    ["not of the rest", "const { ...meanUsd } = o;", "const { ...meanUsd } = o;"],
    ["assigned", "({ meanUsd } = o);", "({ <meanUsd>: meanUsd } = o);"],
    ["assigned or else", "({ meanUsd = 1 } = o);", "({ <meanUsd>: meanUsd = 1 } = o);"],
    ["as text", 'f("meanUsd" in o, o["meanUsd"]);', 'f("<meanUsd>" in o, o["<meanUsd>"]);'],
    ["within text", 'f("meanUsd is 1", `meanUsd`);', 'f("meanUsd is 1", "<meanUsd>");'],
    ["of a table", 'f({ "meanUsd": 1 });', 'f({ "<meanUsd>": 1 });'],
    [
      "of a class",
      "class A { meanUsd = 1; get valueUsd() { return this.meanUsd; } targetUsd(valueUsd) { } }",
      "class A { <meanUsd> = 1; get <valueUsd>() { return this.<meanUsd>; } <targetUsd>(valueUsd) { } }",
    ],
    [
      "not a variable",
      "const meanUsd = (valueUsd) => valueUsd;",
      "const meanUsd = (valueUsd) => valueUsd;",
    ],
  ])("is short: %s", (_, code, short) => {
    expect(shortened(code)).toBe(named(short));
  });

  it("stands once, with a name of its own", () => {
    expect(new Set(CODE_WORDS).size).toBe(CODE_WORDS.length);
    expect(new Set(SHORT_NAMES.values()).size).toBe(CODE_WORDS.length);
  });
});

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.startsWith("host"))
  .map((file) => readFileSync(path.join(SOURCE, file), "utf8"));

function withoutTypes(text: string): string {
  const tsconfigRaw = { compilerOptions: { experimentalDecorators: true } };
  return transformSync(text, { loader: "ts", tsconfigRaw }).code;
}

/** What the first group of a pattern finds in our code. */
function found(pattern: RegExp): ReadonlySet<string | undefined> {
  return new Set(files.flatMap((text) => [...text.matchAll(pattern)].map(([, word]) => word)));
}

it("no template sets a code word on an element", () => {
  const set = found(/[.?@](\w+)=\$\{/g);
  expect(CODE_WORDS.filter((word) => set.has(word))).toEqual([]);
});

it("a code word without a capital is nowhere text by itself", () => {
  const quoted = new RegExp(
    `["'\`](${CODE_WORDS.filter((word) => !/[A-Z]/.test(word)).join("|")})["'\`]`,
  );
  // Types name members in quotes too.
  const texts = files.filter((text) => quoted.test(text)).map((text) => withoutTypes(text));
  expect(texts.map((text) => quoted.exec(text)?.[1]).filter(Boolean)).toEqual([]);
});

it("no short name is one that our code has already", () => {
  const members = found(/(?<=\.|["'`]|[{,] *)\b([a-z]{2})\b(?=["'`]| *[,}(=.;)\]]| *\??:)/g);
  expect([...SHORT_NAMES.values()].filter((name) => members.has(name))).toEqual([]);
});
