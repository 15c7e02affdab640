import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { inOrderOfRounds, readRound, roundWords } from "../../src/deal/offer-round";
import { byColumn } from "../../src/deal/scenario-columns";

const read = (from: unknown, date: unknown) =>
  readRound({ ...byColumn(() => ""), From: from, Date: date }, US_DOLLAR);

describe("readRound()", () => {
  test.each([
    [46_338, "12 Nov 2026"],
    [46_338.75, "12 Nov 2026"],
    ["2026-11-12", "12 Nov 2026"],
    ["2026/11/12", "12 Nov 2026"],
    ["12 Nov 2026", "12 Nov 2026"],
    ["12-nov-2026", "12 Nov 2026"],
    ["12th November 2026", "12 Nov 2026"],
    ["Nov 12, 2026", "12 Nov 2026"],
    ["November 1st 2026", "1 Nov 2026"],
    ["29 Feb 2028", "29 Feb 2028"],
    ["1 Sept. 2026", "1 Sep 2026"],
  ])("reads %s as %s", (date, words) => {
    expect(roundWords(read("Acme", date))).toBe(`Acme, ${words}`);
    expect(read("Acme", date)?.dateFault).toBeUndefined();
  });

  test.each([
    ["01/09/2026", /reads two ways: write 2026-01-09 or 2026-09-01/],
    ["29 Feb 2027", /give a day from 2000 to 2099/],
    ["Q3 2026", /^Date is "Q3 2026": give a day from 2000 to 2099/],
    ["12 Nov", /give a day/],
    [20_261_112, /give a day/],
    [-1, /give a day/],
    ["next week", /give a day/],
    ["2026-13-01", /give a day/],
    ["#N/A", /#N\/A/],
    ["12 Nov 1999", /give a day/],
  ])("takes no date from %s, and says what would do", (date, sentence) => {
    const round = read("us", date);
    expect([round?.from, round?.day]).toEqual(["us", undefined]);
    expect(round?.dateFault).toMatch(sentence);
  });

  test("is no round where both are blank, and one where either is there", () => {
    expect(read("", "")).toBeUndefined();
    expect(read(null, undefined)).toBeUndefined();
    expect(roundWords(read(" us ", ""))).toBe("us");
    expect(roundWords(read("", 46_338))).toBe("12 Nov 2026");
  });
});

test("inOrderOfRounds() keeps what has no date first, and puts the others by their dates", () => {
  const offers = [46_340, undefined, 46_338, undefined, 46_340].map((day, at) => ({
    at,
    round: day === undefined ? undefined : { from: "", day },
  }));
  expect(inOrderOfRounds(offers).map(({ at }) => at)).toEqual([1, 3, 2, 0, 4]);
});
