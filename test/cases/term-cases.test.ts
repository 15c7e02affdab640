import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawWord } from "../../src/term/draws";
import { callAsCell, loadBuiltFunctions } from "../support/built-functions";
import { differences } from "./term-agreement";
import { argumentsOf, PCG4D, TERM_CASES_FILE, TERM_ORACLE_FILE, termCases } from "./term-cases";
import { TERM_DOORS } from "./term-doors";

const functions = loadBuiltFunctions();

describe("the cases of several years", () => {
  test("are unchanged, and so is the program that made them", () => {
    const sum = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
    expect(sum(TERM_CASES_FILE)).toBe(
      "82ff813131ecb1a7fa26539eac2f7cb953dbc2a0c6958d06c533d75d826d45cc",
    );
    expect(sum(TERM_ORACLE_FILE)).toBe(
      "8262941d68a4167bfd3b8653935f589c989e9ab21e14275a9ebb9652fc0e0a06",
    );
    expect(termCases).toHaveLength(278);
  });

  test.each(termCases.map((one) => [one.id, one] as const))("%s", (_, one) => {
    expect(differences(one, TERM_DOORS[one.inputs.function]?.(argumentsOf(one)))).toEqual([]);
  });

  test.each(termCases.map((one) => [one.id, one] as const))(
    "%s in the built function",
    (_, one) => {
      const answer = callAsCell(functions, one.inputs.function, argumentsOf(one));
      expect(differences(one, answer)).toEqual([]);
    },
  );

  test("find a difference where there is one", () => {
    const [first] = termCases;
    expect(first && differences(first, Number(first.expected) * (1 + 1e-11))).toHaveLength(1);
  });

  test.each(PCG4D.map(({ words, gives }) => [words, gives[0]] as const))(
    "draw %j as %i",
    ([seed = 0, path = 0, period = 0, stream = 0], word) => {
      expect(drawWord(seed, path, period, stream)).toBe(word);
    },
  );
});
