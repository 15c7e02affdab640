import { describe, expect, test } from "vitest";
import { dayOf } from "../../../../src/core/calendar";
import { US_DOLLAR } from "../../../../src/core/currency";
import type { DayAmount } from "../../../../src/input/usage-files/pricing/day-amounts";
import { daysText } from "../../../../src/sheets/usage/excluded-days";
import type { UsageHistory } from "../../../../src/sheets/usage/usage-history";
import {
  type ExclusionForm,
  FRESH_EXCLUSION,
  readExclusionForm,
} from "../../../../src/taskpane/views/usage/exclusion-form-state";
import { month, monthRow } from "../../../workbook/usage/imported";

const AUGUST = month(2026, 8);
const HISTORY = {
  months: [AUGUST, AUGUST + 1].map((of) => ({ ...monthRow(of), isInHistory: true })),
} as unknown as UsageHistory;

const read = (change: Partial<ExclusionForm>) =>
  readExclusionForm({ ...FRESH_EXCLUSION, ...change }, HISTORY, US_DOLLAR);
const REASON = { reason: "load test" };

describe("readExclusionForm()", () => {
  test("begins with the newest month, and tells of nothing before somebody tries", () => {
    const { months, from, to, amount, reason, exclusion } = read({});
    expect({ months, from, to }).toEqual({
      ...{ months: [AUGUST, AUGUST + 1], from: AUGUST + 1, to: AUGUST + 1 },
    });
    expect([amount.error, reason.error]).toEqual(["", ""]);
    expect(exclusion).toBeUndefined();
  });

  test.each<readonly [Partial<ExclusionForm>, unknown]>([
    [{ amount: "50%" }, { kind: "share", shareFraction: 0.5 }],
    [{ amount: "0.5" }, { kind: "share", shareFraction: 0.5 }],
    [{ amount: "1" }, { kind: "share", shareFraction: 1 }],
    [{ amount: "100%" }, { kind: "share", shareFraction: 1 }],
    [{ amount: "0" }, { kind: "share", shareFraction: 0 }],
    [
      { takes: "usd", amount: "12k" },
      { kind: "usd", amountUsd: 12_000 },
    ],
    [
      { takes: "usd", amount: "$1,250.50" },
      { kind: "usd", amountUsd: 1250.5 },
    ],
    [
      { takes: "usd", amount: "0" },
      { kind: "usd", amountUsd: 0 },
    ],
  ])("understands %j", (change, amount) => {
    expect(read({ ...REASON, ...change }).exclusion).toMatchObject({
      ...{ from: AUGUST + 1, to: AUGUST + 1, workspace: "", model: "", amount },
      reason: "load test",
    });
  });

  test.each<readonly [Partial<ExclusionForm>]>([
    [{ amount: "150%" }],
    [{ amount: "-5%" }],
    [{ amount: "half" }],
    [{ amount: "50" }],
    [{ takes: "usd", amount: "-100" }],
    [{ takes: "usd", amount: "€100" }],
    [{ takes: "usd", amount: "500.000" }],
    [{ amount: "", tried: true }],
  ])("refuses %j with a sentence", (change) => {
    const { amount, exclusion } = read({ ...REASON, ...change });
    expect(exclusion).toBeUndefined();
    expect(amount.error).toMatch(/\.$/);
  });

  test("asks for a reason once somebody tries, and refuses blanks", () => {
    expect(read({ amount: "50%", reason: "  ", tried: true })).toMatchObject({
      reason: { error: expect.stringMatching(/^Reason is missing/) },
      exclusion: undefined,
    });
  });

  test("refuses months that end before they begin", () => {
    const { monthsError, exclusion } = read({
      ...{ ...REASON, amount: "50%", from: AUGUST + 1, to: AUGUST },
    });
    expect(monthsError).toBe("2026-08 is before 2026-09: choose a later month under To.");
    expect(exclusion).toBeUndefined();
  });

  const SEPTEMBER = dayOf(2026, 9, 1) ?? 0;
  /** Backfill uses $100 on each of the first ten days of September, Support $10 on every day of both months. */
  const DAYS: readonly DayAmount[] = [
    ...Array.from({ length: 10 }, (_, index) => ({
      ...{ day: SEPTEMBER + index, workspace: "Backfill", model: "claude-opus-4-1", usd: 100 },
    })),
    ...Array.from({ length: 61 }, (_, index) => ({
      ...{ day: SEPTEMBER - 31 + index, workspace: "Support", model: "claude-haiku-4-5", usd: 10 },
    })),
  ];
  const readDays = (first: string, last: string, change: Partial<ExclusionForm> = {}) =>
    readExclusionForm(
      { ...FRESH_EXCLUSION, ...REASON, takes: "days", days: { first, last }, ...change },
      HISTORY,
      US_DOLLAR,
      DAYS,
    );

  test.each<readonly [string, string, Partial<ExclusionForm>, month: number, share: number]>([
    ["2026-09-01", "2026-09-05", { workspace: "Backfill" }, AUGUST + 1, 0.5],
    ["2026-09-01", "", { workspace: "Backfill" }, AUGUST + 1, 0.1],
    ["2026/9/1", "2026-09-01", { workspace: "backfill " }, AUGUST + 1, 0.1],
    ["2026-09-01", "2026-09-30", { workspace: "Backfill" }, AUGUST + 1, 1],
    ["2026-09-06", "2026-09-30", { workspace: "Backfill" }, AUGUST + 1, 0.5],
    ["2026-09-01", "2026-09-05", {}, AUGUST + 1, 550 / 1_300],
    ["2026-09-01", "2026-09-05", { model: "claude-opus-4-1" }, AUGUST + 1, 0.5],
    ["2026-09-01", "2026-09-15", { workspace: "Support" }, AUGUST + 1, 0.5],
    ["2026-08-01", "2026-08-31", {}, AUGUST, 1],
    ["2026-08-31", "2026-08-31", { model: "CLAUDE-HAIKU-4-5" }, AUGUST, 1 / 31],
  ])("takes %s to %s of %j as a share of their month", (first, last, change, of, share) => {
    const { exclusion, days } = readDays(first, last, change);
    expect(exclusion).toMatchObject({ from: of, to: of, amount: { kind: "share" } });
    const { amount, reason, days: excluded } = exclusion ?? {};
    expect(amount?.kind === "share" && amount.shareFraction).toBeCloseTo(share, 14);
    expect(reason).toBe("load test");
    expect(excluded && daysText(excluded)).toMatch(/^2026-0[89]-\d\d( to 2026-0[89]-\d\d)?$/);
    expect(days?.words).toMatch(
      /^2026.*: \$[\d,]+ of \$[\d,]+ of usage.* in 2026-0[89], a share of /,
    );
  });

  test("asks for an import where none of this session knows days", () => {
    const { exclusion, days } = read({
      ...{ ...REASON, takes: "days", days: { first: "2026-09-01", last: "" } },
    });
    expect(exclusion).toBeUndefined();
    expect(days?.error).toBe(
      "Only an import knows what was used on each day: import 2026-09 again, or give a share or an amount.",
    );
  });

  test("says in words what the share is worked out from", () => {
    expect(readDays("2026-09-01", "2026-09-05", { workspace: "Backfill" }).days?.words).toBe(
      "2026-09-01 to 2026-09-05: $500 of $1,000 of usage of Backfill in 2026-09, a share of 50.0%.",
    );
  });

  test.each<readonly [string, string, Partial<ExclusionForm>, RegExp]>([
    ["", "", { tried: true }, /^First day is missing: give a day/],
    ["01/09/2026", "", {}, /01\/09\/2026/],
    ["2026-09-31", "", {}, /2026-09-31/],
    ["2026-09-05", "2026-09-01", {}, /^2026-09-01 is before 2026-09-05/],
    ["2026-08-31", "2026-09-01", {}, /are in two months/],
    ["2026-07-01", "", {}, /^The last import has no usage in 2026-07/],
    ["2026-08-01", "", { workspace: "Backfill" }, /^The last import has no usage of Backfill/],
    ["2026-09-01", "", { workspace: "Support", model: "claude-opus-4-1" }, /Support, claude-opus/],
    ["2026-09-20", "2026-09-25", { workspace: "Backfill" }, /nothing to exclude/],
    ["2026-09-01", "soon", {}, /soon/],
  ])("refuses the days %j to %j of %j", (first, last, change, said) => {
    const { exclusion, days } = readDays(first, last, change);
    expect(exclusion).toBeUndefined();
    expect([days?.first.error, days?.last.error, days?.error].join("")).toMatch(said);
  });
});
