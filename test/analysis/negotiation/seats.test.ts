import { describe, expect, test } from "vitest";
import { daysFromTerms, lastDayToAct, nextDate } from "../../../src/analysis/negotiation/dates";
import { fillOfCommitment, type Seats } from "../../../src/analysis/negotiation/seats";
import { parseAgreement } from "../../../src/core/agreement";
import { parseBandTable } from "../../../src/core/bands";
import { dayOf, dayText } from "../../../src/core/calendar";
import { DEFAULT_TERMS, type Terms } from "../../../src/core/terms";

const BANDS = [
  { thresholdUsd: 0, discountFraction: 0, row: 1 },
  { thresholdUsd: 250_000, discountFraction: 0.1, row: 2 },
  { thresholdUsd: 500_000, discountFraction: 0.2, row: 3 },
];

function agreement(terms: Partial<Terms> = {}) {
  const table = parseBandTable(BANDS);
  if (!table.ok) throw new Error("the bands have faults");
  const parsed = parseAgreement(table.value, { ...DEFAULT_TERMS, ...terms });
  if (!parsed.ok) throw new Error("the agreement has faults");
  return parsed.value;
}

const day = (text: string): number => {
  const [year = 0, month = 0, ofMonth = 0] = text.split("-").map(Number);
  return dayOf(year, month, ofMonth) ?? Number.NaN;
};

const TEAM: Seats = {
  ...{ product: "Team", count: 100, priceUsdAMonth: 60, months: 12 },
  ...{ counts: true, discount: 0 },
};

describe("fillOfCommitment()", () => {
  /** Sums done by hand: 100 seats at $60 over 12 months are $72,000 at list. */
  const ROWS: readonly (readonly [
    name: string,
    seats: readonly Seats[],
    commitmentUsd: number,
    usageUsd: number,
    terms: Partial<Terms>,
    filled: readonly [cost: number, seats: number, api: number, months: number, unused: number],
  ])[] = [
    ["no seats", [], 500_000, 625_000, {}, [0, 0, 500_000, 12, 0]],
    ["seats at list", [TEAM], 500_000, 750_000, {}, [72_000, 72_000, 600_000, 8.56, 0]],
    [
      "seats at the discount of the band",
      [{ ...TEAM, discount: "band" }],
      ...([500_000, 750_000, {}] as const),
      [57_600, 57_600, 600_000, 8.848, 0],
    ],
    [
      "seats with a discount of their own",
      [{ ...TEAM, discount: 0.25 }],
      ...([500_000, 750_000, {}] as const),
      [54_000, 54_000, 600_000, 8.92, 0],
    ],
    [
      "seats that do not count",
      [{ ...TEAM, counts: false }],
      ...([500_000, 600_000, {}] as const),
      [72_000, 0, 480_000, 12.5, 20_000],
    ],
    [
      "list basis counts both at list",
      [{ ...TEAM, discount: 0.25 }],
      ...([500_000, 400_000, { basis: "list" }] as const),
      [54_000, 72_000, 400_000, 12.84, 28_000],
    ],
    [
      "seats that fill it alone",
      [{ ...TEAM, count: 1_000 }],
      ...([500_000, 0, {}] as const),
      [720_000, 720_000, 0, 0, 0],
    ],
    ["no usage", [TEAM], 500_000, 0, {}, [72_000, 72_000, 0, Infinity, 428_000]],
    ["nothing committed", [TEAM], 0, 100_000, {}, [72_000, 72_000, 100_000, 0, 0]],
    [
      "half a year, two products",
      [
        { ...TEAM, months: 6 },
        { ...TEAM, product: "Enterprise", count: 10, counts: false },
      ],
      ...([250_000, 300_000, {}] as const),
      [43_200, 36_000, 270_000, (12 * 214_000) / 270_000, 0],
    ],
  ];

  test.each(ROWS)("%s", (_, seats, commitmentUsd, usageUsd, terms, filled) => {
    const fill = fillOfCommitment(seats, agreement(terms), commitmentUsd, usageUsd);
    const shown = [fill.seatsCostUsd, fill.seatsUsd, fill.apiUsd, fill.apiMonths, fill.unusedUsd];
    for (const [index, value] of filled.entries())
      if (Number.isFinite(value)) expect(shown[index]).toBeCloseTo(value, 6);
      else expect(shown[index]).toBe(value);
  });
});

describe("dates", () => {
  const notice = { what: "Notice", day: day("2026-12-31"), noticeDays: 60 };

  test("notice of 60 days before 31 December is due by 1 November", () => {
    expect(dayText(lastDayToAct(notice))).toBe("2026-11-01");
  });

  test("the next is the one whose last day comes first, today included and the past left out", () => {
    const review = { what: "Review", day: day("2026-12-01"), noticeDays: 0 };
    expect(nextDate([review, notice], day("2026-11-01"))).toBe(notice);
    expect(nextDate([review, notice], day("2026-11-02"))).toBe(review);
    expect(nextDate([review, notice], day("2026-12-02"))).toBeUndefined();
  });

  const START = day("2026-01-31");
  test.each<readonly [terms: Partial<Terms>, end: string | undefined, lock: string | undefined]>([
    [{}, undefined, undefined],
    [{ Term: 3 }, undefined, undefined],
    [{ "Start date": START, Term: 1 }, "2027-01-30", undefined],
    [{ "Start date": START, Term: 1.5 }, "2027-07-30", undefined],
    [{ "Start date": START, Term: 3, "Price path": "locked" }, "2029-01-30", "2029-01-30"],
    [
      { "Start date": START, Term: 3, "Price path": "lower of", "Price path lasts": 1 },
      ...(["2029-01-30", "2027-01-30"] as const),
    ],
    [{ "Start date": START, Term: 3, "Price path": "percent off list" }, "2029-01-30", undefined],
    [{ "Start date": START, "Price path": "locked" }, undefined, undefined],
    [{ "Start date": day("2027-12-31"), Term: 2 / 12 }, "2028-02-28", undefined],
    [{ "Start date": START, Term: null }, undefined, undefined],
  ])("of the terms %j the last days are %s and %s", (terms, end, lock) => {
    const text = (one: number | undefined) => (one === undefined ? undefined : dayText(one));
    const { termEnd, lockEnd } = daysFromTerms(terms);
    expect([text(termEnd), text(lockEnd)]).toEqual([end, lock]);
  });
});
