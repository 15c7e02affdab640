import { describe, expect, test } from "vitest";
import { NotNative } from "../../../src/sheets/native/not-native";
import { twinOf } from "../../../src/sheets/native/twins";
import { calculated, calculationOf, Inputs, stepsDown, type Typed, type TypedRows } from "./cells";
import { OURS } from "./ours";

const HEADED: TypedRows = [
  ["Threshold", "Discount", "Name", "Overage", "Rate lock", "Price path"],
  [0, 0, "", "", "", ""],
  [250_000, 0.1, "Gold", "committed", "a year", "locked"],
  [500_000, 0.15, "", "", "", ""],
];
const NOTED: TypedRows = [
  ["Our offer", ""],
  ["Threshold", "Discount %"],
  [0, 0],
  [250_000, 10],
  ["", ""],
  ["Valid until June", ""],
  ["As agreed", ""],
];
const PLAIN: TypedRows = [
  [0, 0],
  [250_000, 0.1],
];
const ONE: TypedRows = [[172_891.09, 0.03]];
const TERMS: TypedRows = [
  ["Term", "Value"],
  ["Overage", "list"],
  ["Payment", "upfront"],
  ["Renewal every", 2],
];

/** What is typed over which cell, counted from 0. */
type Retyped = readonly [down: number, along: number, value: Typed];

function bothCosts(
  bands: TypedRows,
  terms: TypedRows | undefined,
  edits: readonly Retyped[],
  isTerms: boolean,
) {
  const inputs = new Inputs();
  const { workings, blocks } = stepsDown();
  const given = { bands: inputs.put(bands), terms: terms && inputs.put(terms) };
  const amounts = [inputs.put(700_000), inputs.put(500_000)];
  const twin = twinOf(blocks, "EFFECTIVE_COST", [...amounts, given.bands, given.terms]);
  if (twin instanceof NotNative) throw new Error(JSON.stringify(twin.reason));
  let rows = isTerms ? (terms ?? []) : bands;
  for (const [down, along, value] of edits)
    rows = rows.with(down, (rows[down] ?? []).with(along, value));
  inputs.retype(isTerms ? given.terms : given.bands, rows);
  return {
    native: calculated(twin, calculationOf(workings, inputs)),
    ours: OURS["EFFECTIVE_COST"]?.(
      700_000,
      500_000,
      isTerms ? bands : rows,
      isTerms ? rows : terms,
    ),
  };
}

describe("bands and terms that our function refuses have no cost in workings either", () => {
  test.each<readonly [string, TypedRows, readonly Retyped[]]>([
    ["a heading SD", HEADED, [[0, 1, "SD"]]],
    ["a heading Shortfall", HEADED, [[0, 4, "Shortfall"]]],
    ["a heading Premium", HEADED, [[0, 4, "Premium"]]],
    ["a heading Basis", HEADED, [[0, 4, "Basis"]]],
    ["a heading that is a slip of a term of several years", HEADED, [[0, 4, "Price pathh"]]],
    ["a heading of a term of the whole deal", HEADED, [[0, 4, "Payment"]]],
    ["a heading Ovg", HEADED, [[0, 4, "Ovg"]]],
    ["a second heading Discount", HEADED, [[0, 4, "Discount"]]],
    ["a heading You pay", HEADED, [[0, 1, "You pay"]]],
    ["a heading Up to", HEADED, [[0, 0, "Up to"]]],
    ["a heading in thousands", NOTED, [[1, 0, "Thousands"]]],
    ["an unknown price path of a band", HEADED, [[2, 5, "free"]]],
    ["an unknown overage of a band", HEADED, [[2, 3, "SD"]]],
    ["a word over a threshold", PLAIN, [[0, 0, "SD"]]],
    ["a blank column of discounts", ONE, [[0, 1, ""]]],
    [
      "blank discounts in every row",
      PLAIN,
      [
        [0, 1, ""],
        [1, 1, ""],
      ],
    ],
    ["a note behind no blank row", NOTED, [[4, 0, 1_000_000]]],
    ["a note in a row of bands", NOTED, [[3, 0, "Valid until June"]]],
    ["a figure beside a note", NOTED, [[5, 1, 5]]],
    ["another note with a figure", NOTED, [[5, 0, "5 seats"]]],
  ])("%s", (_, bands, edits) => {
    const { native, ours } = bothCosts(bands, undefined, edits, false);
    expect([native, ours]).toEqual([undefined, undefined]);
  });

  test.each<readonly [string, readonly Retyped[]]>([
    ["an unknown term", [[1, 0, "SD"]]],
    ["an unknown payment", [[2, 1, "weekly"]]],
    ["a renewal that is no whole number", [[3, 1, 1.5]]],
    ["a renewal of eleven years", [[3, 1, 11]]],
    ["a renewal that is a word", [[3, 1, "yearly"]]],
    ["a term twice", [[2, 0, "Overage"]]],
    ["a value without a term", [[2, 0, ""]]],
    ["a term of the wrong kind", [[2, 0, "Rollover share"]]],
    ["an overage of several years", [[1, 1, "locked"]]],
    ["a heading among the terms", [[2, 0, "Value"]]],
  ])("terms with %s", (_, edits) => {
    const { native, ours } = bothCosts(PLAIN, TERMS, edits, true);
    expect([native, ours]).toEqual([undefined, undefined]);
  });

  test.each<readonly [string, TypedRows, TypedRows, readonly Retyped[], boolean]>([
    ["terms of several years", PLAIN, TERMS, [[3, 1, 3]], true],
    ["a term of several years left blank", PLAIN, TERMS, [[2, 1, ""]], true],
    ["no renewal", PLAIN, TERMS, [[3, 1, "none"]], true],
    ["another price path of a band", HEADED, TERMS, [[2, 5, "Lower of"]], false],
    ["one note less", NOTED, TERMS, [[6, 0, ""]], false],
  ])("but with %s they have one", (_, bands, terms, edits, isTerms) => {
    const { native, ours } = bothCosts(bands, terms, edits, isTerms);
    expect(native).toBeCloseTo(Number(ours), 6);
  });
});
