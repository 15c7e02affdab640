import { describe, expect, test } from "vitest";
import { RowTally } from "../../../src/input/usage-files/rows/row-tally";
import { COST_HEADING, fileOf, reportOf, table, USAGE_HEADING, usageLine } from "./import-text";

const bytesOf = (...bytes: readonly number[]) => Uint8Array.from(bytes);
const without = (column: string) =>
  table(USAGE_HEADING.replace(`${column},`, ""), usageLine().replace("2026-09-01,", ""));

describe("a file is refused whole, by name", () => {
  test.each<readonly [string, string | Uint8Array, string, readonly string[]]>([
    ["nothing", "", "empty", []],
    ["blank lines", " \n\t\n", "empty", []],
    ["a byte-order mark alone", bytesOf(0xef, 0xbb, 0xbf), "empty", []],
    ["a zip", bytesOf(0x50, 0x4b, 3, 4, 0, 0), "not text", []],
    ["a workbook renamed csv", bytesOf(0x50, 0x4b, 3, 4, 20, 0, 6, 0), "not text", []],
    ["a packed file", bytesOf(0x1f, 0x8b, 8, 0, 0, 0), "not text", []],
    ["an image", bytesOf(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13), "not text", []],
    [
      "UTF-16 without its mark",
      new Uint8Array(new Uint16Array([97, 44, 98]).buffer),
      "not text",
      [],
    ],
    ["a line of 10 MB", `${USAGE_HEADING}\n${"x".repeat(10_000_000)}\n`, "too large", []],
    ["broken JSON", '{"data": [', "broken JSON", []],
    ["pages with a comma between", '{"data": []},{"data": []}', "broken JSON", []],
    ["other JSON", '{"usage": []}', "unknown format", []],
    ["a list of numbers", "[1, 2]", "unknown format", []],
    ["pages of another report", '{"data": [{"date": "2026-09-01"}]}', "unknown format", []],
    ["pages without results", '{"data": [{"results": []}]}', "no rows", []],
    ["another table", table("name,age", "Ada,36"), "unknown format", ["name", "age"]],
    ["one column", table("date", "2026-09-01"), "unknown format", ["date"]],
    ["a broken heading", '"usage_date_utc,model\n1,2\n', "unknown format", []],
    [
      "the wrong separator",
      table(USAGE_HEADING.replaceAll(",", "|")),
      "unknown format",
      [USAGE_HEADING.replaceAll(",", "_")],
    ],
    [
      "months with a model",
      table("date,model,cost", "2026-09-01,claude-opus-5,5"),
      "unknown format",
      ["date", "model", "cost"],
    ],
    [
      "an OpenAI export",
      table("date,model,input_tokens,input_cached_tokens,output_tokens", "2026-09-01,g,1,1,1"),
      "not a Claude export",
      ["input_cached_tokens"],
    ],
    ["no date", without("usage_date_utc"), "missing column", ["usage_date_utc"]],
    [
      "one token column alone",
      table("output_tokens", "5"),
      "missing column",
      ["usage_date_utc", "model_version", "usage_input_tokens_no_cache"],
    ],
    [
      "a bill without token types",
      table("date,cost_usd,cost_type", "2026-09-01,1,token"),
      "missing column",
      ["model", "token_type"],
    ],
    [
      "FOCUS without currency",
      table("ChargePeriodStart,EffectiveCost", "2026-09-01,5"),
      "missing column",
      ["billing_currency"],
    ],
    [
      "a heading twice",
      table("date,model,output_tokens,Output Tokens,input_tokens", ""),
      "column twice",
      ["output_tokens"],
    ],
    ["two blank headings", table("date,,,model,output_tokens", ""), "column twice", [""]],
    ["headings alone", table(COST_HEADING), "no rows", []],
    ["totals alone", table(COST_HEADING, "Total,,,,,,,5,5,,,"), "no rows", []],
    [
      "negative tokens alone",
      table(USAGE_HEADING, usageLine({ input: "-1" })),
      "no readable row",
      ["negative"],
    ],
    [
      "dates of a spreadsheet",
      table(USAGE_HEADING, usageLine({ date: "9/1/2026" }), usageLine({ date: "x" })),
      "no readable row",
      ["ambiguous date", "bad date"],
    ],
  ])("%s", async (_, content, code, names) => {
    const report = await reportOf(fileOf(content, { name: "it.csv" }));
    expect(report["refused"]).toEqual([{ file: "it.csv", code, names }]);
    expect(report["rows_read"]).toBe(0);
  });

  test("of lines that are left out the first 100,000 are listed, and all counted", () => {
    const tally = new RowTally();
    for (let line = 1; line <= 100_002; line++) {
      tally.fault(String(line), { unreadable: "columns", column: "" });
      tally.fault(String(line), { setAside: "total row" });
    }
    expect([tally.unreadable.length, tally.unreadableRows]).toEqual([100_000, 100_002]);
    expect([tally.setAside.length, tally.setAsideRows]).toEqual([100_000, 100_002]);
  });

  test("the other files of the same drop are read", async () => {
    const report = await reportOf("", table(USAGE_HEADING, usageLine()));
    expect(report).toMatchObject({ rows_read: 1, priced_total_usd: "5.00" });
  });

  const MILLION = 1_000_000;
  test.each<readonly [string, readonly number[], string, number, boolean]>([
    ["of a million characters", [MILLION], "\n", 65_536, true],
    ["of one more", [MILLION + 1], "\n", 65_536, false],
    ["that is the last, without an end", [100, MILLION], "", 65_536, true],
    ["that is the last and one too long", [100, MILLION + 1], "", 65_536, false],
    ["that ends with a return", [MILLION, 100, MILLION], "\r", 65_536, true],
    ["in one piece with others", [600_000, 700_000, MILLION, 800_000], "\n", 9_000_000, true],
    ["too long, in one piece with others", [600_000, MILLION + 1, 100], "\n", 9_000_000, false],
    ["that begins in one piece and ends in the next", [700_000, MILLION], "\n", 1_100_000, true],
    ["too long over two pieces", [700_000, MILLION + 1], "\n", 1_100_000, false],
    ["over many small pieces", [300_000, MILLION, 300_000], "\n", 150_001, true],
    ["too long over many small pieces", [300_000, MILLION + 1, 300_000], "\n", 150_001, false],
  ])("a line %s", async (_, lengths, end, pieceBytes, isRead) => {
    const lines = lengths.map((length, index) => `2026-0${index + 1},5,`.padEnd(length, "x"));
    const heading = ["Month,Spend,Note", ""].join(end || "\n");
    const text = heading + lines.join(end || "\n") + end;
    const report = await reportOf(fileOf(text, { pieceBytes }));
    expect(report["refused"]).toMatchObject(isRead ? [] : [{ code: "too large" }]);
    expect(report["rows_read"]).toBe(isRead ? lengths.length : 0);
  });

  test.each([
    [200_000_000, "no rows"],
    [200_000_001, "too large"],
  ])("JSON of %d bytes: %s", async (size, code) => {
    const file = { ...fileOf('{"data": []}'), size };
    expect((await reportOf(file))["refused"]).toMatchObject([{ code }]);
  });
});

describe("encodings", () => {
  const text = table(USAGE_HEADING, usageLine({ workspace: "Caf\u00e9" }));
  const utf16 = (isLittle: boolean) => {
    const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
    view.setUint16(0, 0xfeff, isLittle);
    for (let at = 0; at < text.length; at++)
      view.setUint16(at * 2 + 2, text.charCodeAt(at), isLittle);
    return new Uint8Array(view.buffer);
  };
  const windows = Uint8Array.from(text, (character) => character.charCodeAt(0));

  test.each<readonly [string, string | Uint8Array, readonly string[]]>([
    ["UTF-8", text, []],
    ["UTF-8 with a mark", `\ufeff${text}`, []],
    ["UTF-16, low byte first", utf16(true), ["read as UTF-16"]],
    ["UTF-16, high byte first", utf16(false), ["read as UTF-16"]],
    ["Windows-1252", windows, ["read as Windows-1252"]],
  ])("%s, in pieces of some sizes", async (_, content, notes) => {
    for (const pieceBytes of [2, 7, 65_536]) {
      const report = await reportOf(fileOf(content, { pieceBytes }));
      expect(report).toMatchObject({ notes, workspaces: ["Caf\u00e9"], priced_total_usd: "5.00" });
    }
  });

  test("one byte that is no UTF-8, far down, changes how all of the file reads", async () => {
    const long = table(
      USAGE_HEADING,
      usageLine({ workspace: "\u00e9" }),
      ...Array.from({ length: 99 }, () => usageLine()),
    );
    const bytes = new TextEncoder().encode(long);
    bytes[bytes.length - 2] = 0xe9;
    const report = await reportOf(fileOf(bytes, { pieceBytes: 512 }));
    expect(report["notes"]).toEqual(["read as Windows-1252"]);
    expect(report["workspaces"]).toContain("\u00c3\u00a9");
  });

  test("a character cut off at the end is no UTF-8", async () => {
    const bytes = new TextEncoder()
      .encode(`${table(USAGE_HEADING, usageLine())}\u00e9`)
      .slice(0, -1);
    expect((await reportOf(fileOf(bytes)))["notes"]).toEqual(["read as Windows-1252"]);
  });
});
