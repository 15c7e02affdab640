import { describe, expect, test } from "vitest";
import { quoteCell, readCell, readRange } from "../../../src/input/cells/cells";

const blank = { kind: "blank" };
const number = (value: number) => ({ kind: "number", value });
const text = (words: string) => ({ kind: "text", text: words });
const error = (code: string) => ({ kind: "error", code });

describe("readCell()", () => {
  test.each([
    [null, blank],
    [undefined, blank],
    ["", blank],
    ["  \u200b\ufeff ", blank],
    [{ type: "Empty" }, blank],
    [{ basicType: "Empty", basicValue: 5 }, blank],
    [{ type: "Empty", basicValue: 5 }, blank],
    [0.15, number(0.15)],
    [Number.POSITIVE_INFINITY, error("#NUM!")],
    [Number.NaN, error("#NUM!")],
    [{ type: "Double", basicValue: 12 }, number(12)],
    [{ type: "String", basicValue: " a  b " }, text("a b")],
    [true, { kind: "boolean", value: true }],
    ["  two \n\t words ", text("two words")],
    ["a\u200b\ufeffb", text("a b")],
    ["\u200e25\u00ad0\u2069", text("250")],
    ["\u180e250\ufe0f", text("250")],
    ["\u0000250\u0007\u2063", text("250")],
    [12n, text("12")],
    [[[7]], number(7)],
    [[7], number(7)],
    [[7, 8], text("2 values")],
    [[[7, 8]], text("2 values")],
    [[[7], [8], [9]], text("3 values")],
    [[], text("0 values")],
    [{ type: "Entity", basicValue: { a: 1 } }, text("Entity")],
    [{ type: "Entity", basicValue: null }, text("Entity")],
    [{}, text("an object")],
    [{ type: 5 }, text("an object")],
    [{ code: "#REF!" }, error("#REF!")],
    [{ code: "REF" }, text("an object")],
    [{ code: ["#REF!"] }, text("an object")],
    [{ type: "Error", basicValue: "#SPILL!" }, error("#SPILL!")],
    [{ basicType: "Error", basicValue: "#SPILL!" }, error("#SPILL!")],
    [{ type: "Error", basicValue: 15 }, error("#VALUE!")],
    [{ basicType: "Error", basicValue: 15 }, error("#VALUE!")],
    [{ type: "Error", code: "#REF!" }, error("#VALUE!")],
    ["#N/A", error("#N/A")],
    ["#DIV/0!", error("#DIV/0!")],
    ["#NAME?", error("#NAME?")],
    ["#PYTHON!", error("#PYTHON!")],
    ["#BETA", text("#BETA")],
    ["#1", text("#1")],
    ["#GETTING_DATA", text("#GETTING_DATA")],
    ["see #N/A", text("see #N/A")],
    ["#N/A here", text("#N/A here")],
  ])("reads %o", (raw, cell) => {
    expect(readCell(raw)).toEqual(cell);
  });
});

describe("readRange()", () => {
  test.each([
    [null, []],
    [undefined, []],
    [[], []],
    [5, [[number(5)]]],
    ["", [[blank]]],
    [
      [1, 2],
      [[number(1)], [number(2)]],
    ],
    [[[1, 2]], [[number(1), number(2)]]],
    [
      [[1], 2],
      [[number(1)], [number(2)]],
    ],
  ])("reads %o as rows", (raw, rows) => {
    expect(readRange(raw)).toEqual(rows);
  });
});

describe("quoteCell()", () => {
  test.each([
    [null, ""],
    [1.5, "1.5"],
    [" net ", "net"],
    [true, "TRUE"],
    [false, "FALSE"],
    ["#REF!", "#REF!"],
  ])("of %o is %j", (raw, quoted) => {
    expect(quoteCell(readCell(raw))).toBe(quoted);
  });
});
