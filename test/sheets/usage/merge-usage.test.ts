import { describe, expect, test } from "vitest";
import { dayOf } from "../../../src/core/calendar";
import type { DayAmount } from "../../../src/input/usage-files/pricing/day-amounts";
import type { ImportedUsage } from "../../../src/sheets/usage/imported-usage";
import { type HeldRow, mergeUsage } from "../../../src/sheets/usage/merge-usage";
import { byUsageTable } from "../../../src/sheets/usage/usage-columns";
import { IMPORTED, month, monthRow, usageRow } from "../../workbook/usage/imported";

const SEPTEMBER = dayOf(2026, 9, 1) ?? 0;
const NAMES = {
  ...byUsageTable((key) => `Usage_${key}`),
  ...{ book: "PriceBook", exclusionsSheet: "Exclusions", exclusionColumns: 9 },
};

/** September whole: Backfill uses $100 on each of the first ten days, Support $10 on every day. */
const DAYS: readonly DayAmount[] = [
  ...Array.from({ length: 10 }, (_, index) => ({
    ...{ day: SEPTEMBER + index, workspace: "Backfill", model: "claude-opus-4-1", usd: 100 },
  })),
  ...Array.from({ length: 30 }, (_, index) => ({
    ...{ day: SEPTEMBER + index, workspace: "Support", model: "claude-haiku-4-5", usd: 10 },
  })),
];
const AGAIN: ImportedUsage = {
  ...{ ...IMPORTED, unpriced: [], leftOut: [], days: DAYS },
  rows: [usageRow(month(2026, 9))],
  months: [monthRow(month(2026, 9))],
};

type Row = readonly (string | number | boolean)[];
const held = (values: Row, formulas = values): HeldRow => ({ values, formulas });
/** From, To, Workspace, Model, Share, USD, Reason, First day, Last day. */
const row = (share: string | number, first: string | number, last: string | number): Row => [
  ...[SEPTEMBER, SEPTEMBER, "", "", share, "", "load test", first, last],
];

/** The rows of the exclusions after an import; none where they stay as they are. */
function exclusionsAfter(
  rows: readonly HeldRow[],
  imported = AGAIN,
  columns: number = NAMES.exclusionColumns,
) {
  const tables = { ...byUsageTable(() => []), exclusions: rows };
  const merged = mergeUsage(tables, imported, { ...NAMES, exclusionColumns: columns });
  if (!merged.ok) throw new Error("days are lacking");
  return merged.rows.exclusions.map((make) => make());
}
const shareAfter = (values: Row, imported = AGAIN) =>
  exclusionsAfter([held(values)], imported)[0]?.[4];
const [FIRST, FIFTH] = [SEPTEMBER, SEPTEMBER + 4];

describe("mergeUsage() works the share of excluded days out again", () => {
  test.each<readonly [string, Row, number]>([
    ["of some days", row(0.9, FIRST, FIFTH), 550 / 1_300],
    ["of one day, whose last one is blank", row(0.9, FIRST, ""), 110 / 1_300],
    ["of a whole month", row(0.9, FIRST, SEPTEMBER + 29), 1],
    ["of a workspace", row(0.9, FIRST, FIFTH).with(2, "backfill"), 0.5],
    ["of a model, however it is written", row(0.9, FIRST, FIFTH).with(3, "Claude Opus 4.1"), 0.5],
    [
      "of a workspace and a model",
      row(0.9, FIRST, FIFTH).with(2, "Support").with(3, "claude-haiku-4-5"),
      1 / 6,
    ],
    ["where it is blank", row("", FIRST, FIFTH), 550 / 1_300],
    ["where To is blank", row(0.9, FIRST, FIFTH).with(1, ""), 550 / 1_300],
    ["of days that are text", row(0.9, "2026-09-01", "2026-09-05"), 550 / 1_300],
    ["of days without any usage now", row(0.9, SEPTEMBER + 19, "").with(2, "Backfill"), 0],
  ])("%s", (_, values, share) => {
    expect(shareAfter(values)).toBeCloseTo(share, 14);
  });

  test("and leaves it blank where the import cannot tell days, so that the baseline asks for one", () => {
    expect(shareAfter(row(0.9, FIRST, FIFTH), { ...AGAIN, days: [] })).toBe("");
  });

  test.each<readonly [string, Row]>([
    ["of whole months", row(0.9, "", "")],
    ["of days of another month than From", row(0.9, SEPTEMBER - 1, FIFTH)],
    ["of days of a month before To", row(0.9, FIRST, FIFTH).with(1, SEPTEMBER + 30)],
    ["whose last day is before the first", row(0.9, FIFTH, FIRST)],
    ["with a last day alone", row(0.9, "", FIFTH)],
    ["with words for a day", row(0.9, "soon", FIFTH)],
    ["of an amount", row("", FIRST, FIFTH).with(5, 500)],
    ["of a workspace that the month has no longer", row(0.9, FIRST, FIFTH).with(2, "Gone")],
    ["that is the same again", row(550 / 1_300, FIRST, FIFTH)],
    ["that is blank", Array.from({ length: 9 }, () => "")],
  ])("but leaves an exclusion %s", (_, values) => {
    expect(exclusionsAfter([held(values)])).toEqual([]);
  });

  test("but leaves exclusions of months that are not imported, or of which only a bill is", () => {
    const bill = {
      ...AGAIN,
      rows: [],
      days: [],
      months: [monthRow(month(2026, 9), { from: "cost_usd" })],
    };
    const later = {
      ...AGAIN,
      rows: [usageRow(month(2026, 10))],
      months: [monthRow(month(2026, 10))],
    };
    for (const imported of [bill, later])
      expect(exclusionsAfter([held(row(0.9, FIRST, FIFTH))], imported)).toEqual([]);
  });

  test("but reads no days from columns of the user's in a table of an earlier version", () => {
    expect(exclusionsAfter([held(row(0.9, FIRST, FIFTH))], AGAIN, 7)).toEqual([]);
  });

  test("and gives every other cell back as it was written", () => {
    const values = [...row(0.9, FIRST, FIFTH), true, "=text", 7].with(6, "5%");
    const formulas = values.with(11, "=3+4");
    const others = held(row(0.25, "", "").with(6, "kept"));
    expect(exclusionsAfter([others, held(values, formulas)])).toEqual([
      [SEPTEMBER, SEPTEMBER, "", "", 0.25, "", "kept", "", ""],
      [
        SEPTEMBER,
        SEPTEMBER,
        "",
        "",
        550 / 1_300,
        "",
        "'5%",
        FIRST,
        FIFTH,
        "TRUE",
        "'=text",
        "=3+4",
      ],
    ]);
  });
});
