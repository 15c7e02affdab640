import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import { describeErrors } from "../../src/core/errors";
import type { Result } from "../../src/core/result";
import { readExclusions, readMonthlyUsage } from "../../src/input/baseline-cells";
import { known } from "../cases/door";

const JANUARY = 2026 * 12;
const HEADINGS = ["From", "To", "Workspace", "Model", "Share", "USD", "Reason"];

const sentence = (read: Result<unknown>): string =>
  read.ok ? JSON.stringify(read.value) : describeErrors(read.errors, US_DOLLAR);

describe("readMonthlyUsage()", () => {
  const row = { month: JANUARY, workspace: "prod", model: "claude-opus-5", usageUsd: 10 };
  test.each<[string, unknown, object]>([
    [
      "a table",
      [
        ["Month", "Workspace", "Model", "List USD"],
        ["2026-01", "prod", "claude-opus-5", 10],
      ],
      row,
    ],
    [
      "names in any writing",
      [
        ["MONTH", "workspace", "Model", "list_usd"],
        [46_023, " Prod ", "Claude Opus 5", "$10"],
      ],
      row,
    ],
    [
      "a workload",
      [
        ["Month", "Workload", "Model", "Spend"],
        ["2026-01", "PROD", "anthropic/claude-opus-5", 10],
      ],
      row,
    ],
    [
      "a table without names",
      [
        ["Month", "Usage"],
        ["2026-01", 10],
      ],
      { ...row, workspace: "", model: "" },
    ],
    [
      "blank names",
      [
        ["Month", "Workspace", "Model", "USD"],
        ["2026-01", "", 0, 10],
      ],
      { ...row, workspace: "", model: "" },
    ],
    [
      "a table that lies across",
      [
        ["Month", "2026-01"],
        ["Workspace", "prod"],
        ["Model", "claude-opus-5"],
        ["Usage", 10],
      ],
      row,
    ],
    [
      "columns that it does not know",
      [
        ["Month", "Team", "Workspace", "Model", "Output", "USD"],
        ["2026-01", "a", "prod", "claude-opus-5", 99, 10],
      ],
      row,
    ],
  ])("reads %s", (_, cells, expected) => {
    expect(readMonthlyUsage(cells)).toEqual({ ok: true, value: [expected] });
  });

  test.each<[string, unknown, string]>([
    [
      "no rows",
      [["Month", "Usage"]],
      "Usage is missing: give a table with the headings Month and List USD, Usage, USD or Spend.",
    ],
    [
      "nothing",
      null,
      "Usage is missing: give a table with the headings Month and List USD, Usage, USD or Spend.",
    ],
    [
      "no month",
      [
        ["Month", "Usage"],
        ["", 10],
      ],
      "Month in row 2 of usage is missing: give a month such as 2026-09.",
    ],
    [
      "no amount",
      [
        ["Month", "Usage"],
        ["2026-01", ""],
      ],
      "Usage in row 2 of usage is missing: give its amount, or 0 if nothing was spent.",
    ],
    [
      "negative usage",
      [
        ["Month", "Usage"],
        ["2026-01", -1],
      ],
      "Usage in row 2 of usage is -1: give an amount of 0 or more.",
    ],
    [
      "no heading over the amounts",
      [
        ["Month", "Tokens"],
        ["2026-01", 1],
      ],
      "Usage has no column headed List USD, Usage, USD or Spend: include the headings in the range (for a table, Table[#All]).",
    ],
  ])("refuses %s", (_, cells, expected) => {
    expect(sentence(readMonthlyUsage(cells))).toBe(expected);
  });
});

describe("readExclusions()", () => {
  const all = { from: JANUARY, to: JANUARY, workspace: undefined, model: undefined };
  const half = { ...all, amount: { kind: "share", shareFraction: 0.5 } };
  test.each<[string, unknown, readonly object[]]>([
    [
      "an amount beside a share of 0, which may be a blank",
      [
        ["From", "Share", "USD", "Reason"],
        ["2026-01", 0, 500, "load test"],
      ],
      [{ ...all, amount: { kind: "usd", amountUsd: 500 } }],
    ],
    ["none where it is omitted", null, []],
    [
      "none of blanks",
      [
        ["", ""],
        [0, 0],
      ],
      [],
    ],
    ["none below headings", [HEADINGS], []],
    ["a share", [HEADINGS, ["2026-01", "", "", "", 0.5, "", "x"]], [half]],
    ["a percentage", [HEADINGS, ["2026-01", "", "", "", "50%", "", "x"]], [half]],
    ["a share beside the 0 of a blank", [HEADINGS, ["2026-01", 0, 0, 0, 0.5, 0, "x"]], [half]],
    [
      "a dash, which is not all models",
      [HEADINGS, ["2026-01", "", "", "-", 0.5, "", "x"]],
      [{ ...half, model: "-" }],
    ],
    [
      "a share of 1",
      [HEADINGS, ["2026-01", "", "", "", 1, "", "x"]],
      [{ ...all, amount: { kind: "share", shareFraction: 1 } }],
    ],
    [
      "a share of 0",
      [HEADINGS, ["2026-01", "", "", "", 0, "", "x"]],
      [{ ...all, amount: { kind: "share", shareFraction: 0 } }],
    ],
    [
      "a share of 0 in a full table",
      [
        ["From", "Share", "Reason"],
        ["2026-01", 0, "x"],
      ],
      [{ ...all, amount: { kind: "share", shareFraction: 0 } }],
    ],
    [
      "a share of 0% among zeros",
      [HEADINGS, ["2026-01", 0, 0, 0, "0%", 0, "x"]],
      [{ ...all, amount: { kind: "share", shareFraction: 0 } }],
    ],
    [
      "a sum, months, a workspace and a model",
      [HEADINGS, ["2026-01", "2026-03", " Research", "Claude Opus 5", "", "$2k", "x"]],
      [
        {
          from: JANUARY,
          to: JANUARY + 2,
          workspace: "research",
          model: "claude-opus-5",
          amount: { kind: "usd", amountUsd: 2_000 },
        },
      ],
    ],
    [
      "a workload",
      [
        ["From", "Workload", "USD", "Reason"],
        ["2026-01", "A", 5, "x"],
      ],
      [{ ...all, workspace: "a", amount: { kind: "usd", amountUsd: 5 } }],
    ],
  ])("reads %s", (_, cells, expected) => {
    expect(known(readExclusions(cells))).toEqual(expected);
  });

  test.each<[string, unknown, string]>([
    [
      "share and sum",
      ["2026-01", "", "", "", 0.5, 10, "x"],
      "Row 2 of exclusions has both Share and USD: keep one of them.",
    ],
    [
      "share and a typed sum of 0",
      ["2026-01", "", "", "", 0.5, 0, "x"],
      "Row 2 of exclusions has both Share and USD: keep one of them.",
    ],
    [
      "no amount",
      ["2026-01", "", "", "", "", "", "x"],
      "Row 2 of exclusions has neither Share nor USD: give one of them (0% where nothing is left out).",
    ],
    [
      "no amount, blanks as 0",
      ["2026-01", 0, 0, 0, 0, 0, "x"],
      "Row 2 of exclusions has neither Share nor USD: give one of them (0% where nothing is left out).",
    ],
    [
      "no reason",
      ["2026-01", "", "", "", 0.5, "", ""],
      "Reason in row 2 of exclusions is missing: give why it is left out, such as load test.",
    ],
    [
      "an error for a reason",
      ["2026-01", "", "", "", 0.5, "", "#REF!"],
      "Reason in row 2 of exclusions holds the error #REF!: mend that cell first.",
    ],
    [
      "an end that is no month",
      ["2026-01", "x", "", "", 0.5, "", "load test"],
      'To in row 2 of exclusions is "x": give a month from 2000 to 2099 as a date, or as text such as 2026-09.',
    ],
    [
      "neither a share nor an amount",
      ["2026-01", "", "", "", "", "", "load test"],
      "Row 2 of exclusions has neither Share nor USD: give one of them (0% where nothing is left out).",
    ],
    [
      "no start",
      ["", "2026-01", "", "", 0.5, "", "x"],
      "From in row 2 of exclusions is missing: give a month such as 2026-09.",
    ],
    [
      "an end before the start",
      ["2026-02", "2026-01", "", "", 0.5, "", "x"],
      "Row 2 of exclusions ends in 2026-01, before it begins in 2026-02: give the first month in From and the last in To.",
    ],
    [
      "a share of 90",
      ["2026-01", "", "", "", 90, "", "x"],
      "Share in row 2 of exclusions is 90: give a fraction from 0 to 1, such as 0.9 for 90%.",
    ],
    [
      "a negative share",
      ["2026-01", "", "", "", -0.5, "", "x"],
      "Share in row 2 of exclusions is -0.5: give a fraction from 0 to 1, such as 0.15 for 15%.",
    ],
    [
      "a negative sum",
      ["2026-01", "", "", "", "", -5, "x"],
      "USD in row 2 of exclusions is -5: give an amount of 0 or more.",
    ],
    [
      "a share in dollars",
      ["2026-01", "", "", "", "$5", "", "x"],
      'Share in row 2 of exclusions is "$5": give a fraction, such as 0.15 or 15%.',
    ],
  ])("refuses %s", (_, row, expected) => {
    expect(sentence(readExclusions([HEADINGS, row]))).toBe(expected);
  });

  test("refuses a table without reasons", () => {
    const cells = [
      ["From", "Share"],
      ["2026-01", 0.5],
    ];
    expect(sentence(readExclusions(cells))).toBe(
      "Exclusions has no column headed Reason: include the headings in the range (for a table, Table[#All]).",
    );
  });
});
