import { describe, expect, test } from "vitest";
import { type AlsoSaidCells, alsoSaidOf, changedTextTerms } from "../../src/deal/text-terms";

type Row = readonly [label: string, priced: string, words: string];

function said(rows: readonly Row[], sheet = "Deal"): AlsoSaidCells {
  const cells = [["Also said", "Priced", "As written"], ...rows];
  return { table: "AlsoSaid", address: `${sheet}!A30:C${30 + rows.length}`, cells };
}

const PAYMENT: Row = ["Payment", "not priced yet", "within 45 days: “payment net 45”"];
const LOCK: Row = ["Rate lock", "not priced yet", "prices stay, for 18 months: “held 18 months”"];
const LEFT: Row = ["Not understood", "not priced", "A named engineer for each team."];

/** What only the first, and only the second, of two offers says. */
const CHANGES: readonly (readonly [
  name: string,
  from: readonly Row[] | undefined,
  to: readonly Row[] | undefined,
  gone: readonly Row[],
  added: readonly Row[],
])[] = [
  ["the same rows", [PAYMENT, LEFT], [PAYMENT, LEFT], [], []],
  ["another order", [PAYMENT, LEFT], [LEFT, PAYMENT], [], []],
  ["a term that vanished", [PAYMENT, LOCK], [PAYMENT], [LOCK], []],
  ["a term that appeared", [PAYMENT], [PAYMENT, LOCK], [], [LOCK]],
  [
    "a term that changed",
    [PAYMENT],
    [["Payment", "not priced yet", "within 30 days: “net 30”"]],
    [PAYMENT],
    [["Payment", "not priced yet", "within 30 days: “net 30”"]],
  ],
  [
    "the same meaning in other words",
    [PAYMENT],
    [["Payment", "not priced yet", "within 45 days: “Invoices: 45 days.”"]],
    [],
    [],
  ],
  [
    "capitals and spaces",
    [LEFT],
    [["not understood ", "not priced", "  a named  engineer for each team."]],
    [],
    [],
  ],
  [
    "words that are not understood, alike up to a quotation",
    [["Not understood", "not priced", "Support: “gold”"]],
    [["Not understood", "not priced", "Support: “silver”"]],
    [["Not understood", "not priced", "Support: “gold”"]],
    [["Not understood", "not priced", "Support: “silver”"]],
  ],
  ["an offer that says nothing", [PAYMENT], undefined, [PAYMENT], []],
  ["a first offer that says nothing", undefined, [LEFT], [], [LEFT]],
  ["two that say nothing", undefined, undefined, [], []],
  [
    "the same words under another label",
    [LEFT],
    [["Left out", "not priced", LEFT[2]]],
    [LEFT],
    [["Left out", "not priced", LEFT[2]]],
  ],
];

describe("changedTextTerms()", () => {
  test.each(CHANGES)("%s", (_, from, to, gone, added) => {
    const shown = (rows: readonly Row[]) => rows.map(([label, , words]) => ({ label, words }));
    expect(changedTextTerms(from && said(from), to && said(to))).toEqual({
      gone: shown(gone),
      added: shown(added),
    });
  });
});

describe("alsoSaidOf()", () => {
  const ofDeal = said([PAYMENT]);
  const ofRound = { ...said([LEFT], "'Offer 2'"), table: "OfferAlsoSaid" };
  const addresses = { Bands: "Deal!A5:I9" } as const;
  const row = (address: string) =>
    ({
      scenario: { name: "", place: "", row: { found: { Bands: { kind: "cells", address } } } },
      addresses: undefined,
    }) as unknown as Parameters<typeof alsoSaidOf>[0];

  test("finds the table on the sheet of the bands, of the deal and of a scenario", () => {
    const deal = { addresses } as unknown as Parameters<typeof alsoSaidOf>[0];
    expect(alsoSaidOf(deal, [ofRound, ofDeal])).toBe(ofDeal);
    expect(alsoSaidOf(row("'Offer 2'!A5:I7"), [ofDeal, ofRound])).toBe(ofRound);
    expect(alsoSaidOf(row("Offer!A5:I7"), [ofDeal, ofRound])).toBeUndefined();
    expect(alsoSaidOf({ addresses: undefined }, [ofDeal])).toBeUndefined();
  });
});
