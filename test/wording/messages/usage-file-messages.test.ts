import { describe, expect, test } from "vitest";
import { VERDICTS } from "../../../src/input/usage-files/reconcile";
import { REFUSALS, SET_ASIDE, UNREADABLE } from "../../../src/input/usage-files/rows/faults";
import {
  asideSentence,
  importLabel,
  LIST_PRICE_CAUTION,
  noteSentence,
  refusalSentence,
  tooManyRowsSentence,
  unknownColumnsSentence,
  unpricedSentence,
  unreadableSentence,
  VERDICT_SENTENCES,
  warningSentence,
} from "../../../src/wording/messages/usage-file-messages";

const SENTENCE = /^[^\n]+[.]$/;

describe("sentences about files", () => {
  test.each(REFUSALS)("a file refused as %s is named, with what to do", (code) => {
    const sentence = refusalSentence({ file: "usage.csv", code, names: ["usage_output_tokens"] });
    expect(sentence).toMatch(SENTENCE);
    expect(sentence).toMatch(/^usage\.csv /);
    expect(sentence).toMatch(/export|import|save|rename/i);
  });

  test.each(UNREADABLE)("a row unreadable as %s is named with its line", (code) => {
    const row = { place: "1204", code, column: "usage_output_tokens" };
    expect(unreadableSentence("usage.csv", row)).toMatch(SENTENCE);
    expect(unreadableSentence("usage.csv", row)).toMatch(/^usage\.csv, line 1,204: /);
  });

  test.each(SET_ASIDE)("a row set aside as %s says what it is", (code) => {
    const place = "data[0].results[1]";
    expect(asideSentence("usage.json", { place, code })).toMatch(SENTENCE);
    expect(asideSentence("usage.json", { place, code })).toContain(`usage.json, ${place}: `);
  });

  test.each(VERDICTS)("the verdict %s has a sentence", (verdict) => {
    expect(VERDICT_SENTENCES[verdict]).toMatch(SENTENCE);
  });

  test("names beyond six are counted", () => {
    const names = Array.from({ length: 9 }, (_, index) => `2026-09-0${index + 1}`);
    expect(
      refusalSentence({ file: "a.json", code: "days already in from another format", names }),
    ).toContain("2026-09-05, 2026-09-06 and 3 more");
  });

  test("a missing column says its name and what to do", () => {
    expect(
      refusalSentence({ file: "a.csv", code: "missing column", names: ["usage_output_tokens"] }),
    ).toBe(
      "a.csv lacks the column usage_output_tokens: export it again with it, or correct the heading.",
    );
  });

  test.each([
    noteSentence("a.csv", { kind: "cacheWritesNotSplit" }),
    noteSentence("a.csv", { kind: "noCacheColumns" }),
    noteSentence("a.csv", { kind: "morePages" }),
    noteSentence("a.csv", { kind: "encoding", encoding: "UTF-16" }),
    noteSentence("a.csv", { kind: "encoding", encoding: "Windows-1252" }),
    unknownColumnsSentence("a.csv", ["team"]),
    unknownColumnsSentence("a.csv", ["team", "cache_creation_tokens"]),
    warningSentence({ kind: "monthTwice", file: "a.csv", months: ["2026-03"] }),
    warningSentence({
      kind: "focusFilesShareDays",
      files: ["a.csv", "b.csv"],
      days: ["2026-09-01"],
    }),
  ])("%s", (sentence) => {
    expect(sentence).toMatch(SENTENCE);
    expect(sentence).toContain("a.csv");
  });

  test.each(["cache_creation_tokens", "reasoning_tokens", "cached_token", "total_tokens"])(
    "tokens in a column %s are said to have no price",
    (column) => {
      expect(unknownColumnsSentence("a.csv", ["team", column])).toContain(
        `${column}, which no price is known for`,
      );
    },
  );

  test.each([
    { kind: "service", word: "priority" },
    { kind: "geo", word: "eu" },
    { kind: "speed", word: "turbo" },
    { kind: "noPriceOf", of: "web search" },
    { kind: "unknownModel" },
    { kind: "noPriceOnDay" },
    { kind: "fastBatch" },
    { kind: "noFast" },
    { kind: "noBatch" },
    { kind: "noUsOnly" },
  ] as const)("%j is a sentence about the model", (reason) => {
    expect(unpricedSentence("claude-opus-6", reason)).toMatch(/^claude-opus-6[ :].*\.$/);
  });

  test("the button says what is left out, and the limit what to do", () => {
    expect(importLabel(118, 3)).toBe("Import 118 rows, leave out 3");
    expect(importLabel(1, 0)).toBe("Import 1 row");
    expect(tooManyRowsSentence(2_000_000)).toContain("2,000,000 different rows: import a quarter");
    expect(LIST_PRICE_CAUTION).toMatch(SENTENCE);
  });
});
