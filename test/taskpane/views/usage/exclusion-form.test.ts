import { describe, expect, test } from "vitest";
import { US_DOLLAR } from "../../../../src/core/currency";
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
});
