import { describe, expect, test } from "vitest";
import { isClose, nearest, sameWord } from "../../src/core/fuzzy-match";

describe("sameWord()", () => {
  test.each([
    ["Step up", "step-up"],
    ["STEPUP", "step_up"],
    ["Overage  premium", "overage premium"],
    ["re‐rate", "re-rate"],
    ["re–rate", "Re–Rate"],
    ["Ｎｅｔ", "net"],
  ])("%s is %s", (a, b) => {
    expect(sameWord(a, b)).toBe(true);
  });

  test.each([
    ["net", "list"],
    ["Overage", "Overage premium"],
    ["", "net"],
  ])("%s is not %s", (a, b) => {
    expect(sameWord(a, b)).toBe(false);
  });
});

describe("isClose()", () => {
  test.each([
    ["Mean", "Mesn", true],
    ["Mar", "Max", false],
    ["Mean", "Means", true],
    ["Mea", "Mean", true],
    ["Overage", "Ovrage", true],
    ["Overage", "Ovrge", false],
  ])("%s for %s: %s", (a, b, close) => {
    expect([isClose(a, b), isClose(b, a)]).toEqual([close, close]);
  });
});

describe("nearest()", () => {
  const terms = ["Basis", "Overage", "Overage premium", "Forfeited share"] as const;

  test.each([
    ["Bases", "Basis"],
    ["overrage", "Overage"],
    ["Overage premum", "Overage premium"],
    ["forfeit share", "Forfeited share"],
    ["Overdraft", "Overage"],
  ])("of %s is %s", (given, known) => {
    expect(nearest(given, terms)).toBe(known);
  });

  test("counts a letter put in, taken out or changed as one edit each", () => {
    expect(nearest("kitten", ["sitting", "kittens"])).toBe("kittens");
    expect(nearest("abcd", ["abxx", "abc"])).toBe("abc");
    expect(nearest("abcd", ["wxyz1", "abcdefg"])).toBe("abcdefg");
    expect(nearest("xxnet", ["net", "xxnot"])).toBe("xxnot");
  });

  test.each(["x", "Jan", "Mar", "380000", "45292", "", "Payment", "Usage"])(
    "of %j, which is close to no word, is none",
    (given) => {
      expect(
        nearest(given, ["Basis", "Mean", "CV", "P10", "Max", "Overage premium"]),
      ).toBeUndefined();
    },
  );

  test("is the word that holds the given one, where that is more than a few letters", () => {
    expect(nearest("premium", terms)).toBe("Overage premium");
    expect(nearest("share", terms)).toBe("Forfeited share");
    expect(nearest("basi", ["Base", "Basis in full"])).toBe("Basis in full");
    expect(nearest("bas", ["Base", "Sand bas in full"])).toBe("Base");
  });

  test("of equals is the first", () => {
    expect(nearest("abcx", ["abcd", "abce"])).toBe("abcd");
  });

  test("of nothing is nothing", () => {
    expect(nearest("net", [])).toBeUndefined();
  });
});
