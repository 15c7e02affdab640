import { describe, expect, test } from "vitest";
import { parseAgreement } from "../../src/core/agreement";
import { type BandRow, parseBandTable } from "../../src/core/bands";
import { DEFAULT_TERMS } from "../../src/core/terms";
import { unlockColumns } from "../../src/core/unlocks";
import { good } from "./deals";

function columns(...rows: readonly Omit<BandRow, "row">[]) {
  const table = good(parseBandTable(rows.map((row, index) => ({ ...row, row: index + 1 }))));
  const terms = { ...DEFAULT_TERMS, overage: "committed" as const };
  return unlockColumns(table, good(parseAgreement(table, terms)));
}

const text = (heading: string, words: string) => ({ heading, text: words });

describe("unlockColumns()", () => {
  test("has the texts as written, a value for each threshold above 0", () => {
    expect(
      columns(
        { thresholdUsd: 0, discountFraction: 0, texts: [text("Contact", "nobody")] },
        { thresholdUsd: 100, discountFraction: 0.1, texts: [text("Contact", "")] },
        { thresholdUsd: 200, discountFraction: 0.2, texts: [text("Contact", "Named")] },
      ),
    ).toEqual([{ heading: "Contact", values: ["", "Named"] }]);
  });

  test("has a value for the first written threshold where the band below it is not written", () => {
    expect(
      columns({ thresholdUsd: 100, discountFraction: 0.1, texts: [text("Contact", "Named")] }),
    ).toEqual([{ heading: "Contact", values: ["Named"] }]);
  });

  test("keeps two texts of one heading apart, and leaves out what has neither heading nor text", () => {
    const texts = [text("Note", "a"), text("Note", "b"), text("", ""), text("", "c")];
    expect(columns({ thresholdUsd: 100, discountFraction: 0.1, texts })).toEqual([
      { heading: "Note", values: ["a"] },
      { heading: "Note", values: ["b"] },
      { heading: "", values: ["c"] },
    ]);
    const empty = [text("Contact", "")];
    expect(columns({ thresholdUsd: 100, discountFraction: 0.1, texts: empty })).toHaveLength(1);
  });

  test("keeps texts without a heading where one band has some, and is empty for a band without texts", () => {
    expect(
      columns(
        { thresholdUsd: 100, discountFraction: 0.1, texts: [text("", "c"), text("Note", "a")] },
        { thresholdUsd: 200, discountFraction: 0.2, texts: [text("", ""), text("Note", "b")] },
        { thresholdUsd: 300, discountFraction: 0.3 },
      ),
    ).toEqual([
      { heading: "", values: ["c", "", ""] },
      { heading: "Note", values: ["a", "b", ""] },
    ]);
  });

  test("has each policy of several years that a band above 0 sets, blank where it inherits", () => {
    expect(
      columns(
        { thresholdUsd: 0, discountFraction: 0, terms: { "Rollover life": 2 } },
        { thresholdUsd: 100, discountFraction: 0.1, terms: { "Rollover share": 0.5 } },
        { thresholdUsd: 200, discountFraction: 0.2, terms: { "Price path lasts": null } },
      ),
    ).toEqual([
      { heading: "Rollover share", values: [0.5, ""] },
      { heading: "Price path lasts", values: ["", "none"] },
    ]);
  });

  test("has each term that a band above 0 sets itself, inherited where it is blank", () => {
    expect(
      columns(
        { thresholdUsd: 100, discountFraction: 0.1, terms: { overage: "list" } },
        {
          thresholdUsd: 200,
          discountFraction: 0.2,
          terms: { overagePremiumFraction: 0.05, forfeitedFraction: 0 },
        },
      ),
    ).toEqual([
      { heading: "Overage", values: ["list", "committed"] },
      { heading: "Overage premium", values: [0, 0.05] },
      { heading: "Forfeited share", values: [1, 0] },
    ]);
  });

  test("leaves out a term that only the band at $0 has, where no commitment lands", () => {
    expect(
      columns(
        { thresholdUsd: 0, discountFraction: 0, terms: { overage: "list" } },
        { thresholdUsd: 100, discountFraction: 0.1 },
      ),
    ).toEqual([]);
  });
});
