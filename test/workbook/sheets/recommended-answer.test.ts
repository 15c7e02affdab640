import { afterAll, beforeAll, expect, test } from "vitest";
import { bestCommitments } from "../../../src/analysis/best-commitments";
import { roundingOf } from "../../../src/analysis/forecast-rounding";
import { recommend } from "../../../src/analysis/recommendation";
import { US_DOLLAR } from "../../../src/core/currency";
import { readDealCells } from "../../../src/deal/parse-deal";
import { insertExample } from "../../../src/workbook/sheets/insert-example";
import { writeDecision } from "../../../src/workbook/sheets/write-decision";
import type { LocalWorkbook } from "../../support/local-workbook";
import { decisionRequest } from "../decision-request";
import { done, openForWorkbookCode } from "../open";
import { readDeal } from "../read";

let workbook: LocalWorkbook;
beforeAll(async () => {
  workbook = await openForWorkbookCode();
  done(await insertExample(US_DOLLAR));
  done(await writeDecision((await decisionRequest()).request, US_DOLLAR));
});
afterAll(() => workbook.close());

/** Cells of the example's sheet. */
const CELLS = {
  usage: "F12",
  commitment: "F13",
  cv: "B22",
  basis: "B13",
  overage: "B14",
  forfeited: "B16",
  firstDiscount: "B6",
  secondDiscount: "B7",
  thirdDiscount: "B8",
  topDiscount: "B9",
  third: "A8",
  topOverage: "D9",
} as const;
type Change = Readonly<Partial<Record<keyof typeof CELLS, string | number>>>;

const EXAMPLE: Required<Change> = {
  ...{ usage: 700_000, commitment: 480_000, cv: 0.35, basis: "net", overage: "list", forfeited: 1 },
  ...{ firstDiscount: 0, secondDiscount: 0.1, thirdDiscount: 0.15, topDiscount: 0.2 },
  ...{ third: 500_000, topOverage: "committed" },
};

/** Each deal with how its sentence begins, and what it says of any amount. */
const DEALS: readonly (readonly [change: Change, sentence: RegExp, any: RegExp])[] = [
  [
    {},
    /^Commit to \$500,000: its expected cost is \$653,815 a year\. That saves about \$17,600 a year against the present commitment\.$/,
    /none would save more/,
  ],
  [
    { usage: 600_000 },
    /^Commit to \$250,000: /,
    /^If any amount may be committed, \$329,686 would save about \$[\d,]+ a year more\.$/,
  ],
  [{ usage: 600_000, commitment: 250_000 }, /^Stay at \$250,000: /, /\$329,686/],
  [
    { usage: 600_000, commitment: 330_000 },
    /^Stay at \$330,000: .* would\.$/,
    /none would save more/,
  ],
  [
    { usage: 600_000, commitment: 0 },
    /^Commit to \$250,000: .* a year more than \$500,000 would\.$/,
    /\$329,686/,
  ],
  [{ usage: 600_000, overage: "committed" }, /^Commit to \$250,000: /, /none would save more/],
  [
    { usage: 100_000, commitment: 0 },
    /^Commit to nothing: its expected cost is \$100,000 a year\. /,
    /If any/,
  ],
  [{ usage: 100_000 }, /^Commit to nothing: .* against the present commitment\.$/, /If any/],
  [{ usage: 5_000_000, commitment: 1_000_000 }, /^Stay at \$1,000,000: /, /If any/],
  [
    { commitment: 500_500 },
    /^A tie: commit to \$500,000 or to \$500,500\. The \$[\d,]+ a year between them is within/,
    /If any/,
  ],
  [{ cv: 0, usage: 600_000 }, /^Commit to \$/, /If any/],
  [{ overage: "step-up" }, /^(Commit|Stay|A tie)/, /If any/],
  [{ basis: "list", forfeited: 0.5 }, /^(Commit|Stay|A tie)/, /If any/],
  [
    { forfeited: 0, topOverage: "list" },
    /^Commit to \$1,000,000 or more: a larger commitment never costs more here\. /,
    /^$/,
  ],
  [{ firstDiscount: 0.05 }, /^(Commit|Stay|A tie)/, /If any/],
  [
    { secondDiscount: 0, thirdDiscount: 0, topDiscount: 0, commitment: 0 },
    /^A tie: commit to nothing or to \$250,000\./,
    /If any/,
  ],
  [{ usage: 1_000_000, commitment: 250_000 }, /^(Commit|Stay|A tie)/, /If any/],
  [{ usage: 999, commitment: 0 }, /^Commit to nothing: /, /If any/],
];

test.each(DEALS)("both sheets recommend what the pane does where %o", async (change, said, any) => {
  for (const [key, value] of Object.entries({ ...EXAMPLE, ...change }))
    workbook.setCell("Deal", CELLS[key as keyof typeof CELLS], value);
  const sheet = await besides("Decision", "A", "B");
  const deal = await besides("Deal", "D", "F");
  const { forecast, agreement, commitmentUsd } = readDealCells(done(await readDeal()));
  if (!forecast || !agreement) throw new Error("the deal cannot be read");
  const roundingUsd = roundingOf(forecast);
  const marks = bestCommitments(forecast, agreement, commitmentUsd, roundingUsd);
  const answer = recommend(marks, roundingUsd);
  if (answer.kind === "nothingToChoose") throw new Error("there is nothing to choose");
  const best = answer.best.commitmentUsd;
  expect(sheet("Best commitment on offer")).toBeCloseTo(best, 6);
  expect(deal("Best commitment on offer")).toBeCloseTo(best, 6);
  expect(deal("Best of any amount")).toEqual(sheet("Best of any amount"));
  expect(sheet("Differences within this are a tie")).toBeCloseTo(roundingUsd, 9);
  if (answer.kind !== "largerIsNeverDearer") {
    expect(sheet("The present one, or the next best")).toBe(answer.other.commitmentUsd);
    expect(sheet("It costs more by")).toBeCloseTo(answer.gapUsd, 4);
    const [tie, better] = [/^A tie/, /would save about/];
    expect(tie.test(sheet("The answer"))).toBe(answer.kind === "ties");
    expect(better.test(sheet("The answer", 2))).toBe(answer.between !== undefined);
  }
  expect(sheet("The answer")).toMatch(said);
  expect(sheet("The answer", 2)).toMatch(any);
});

/** What stands beside a label; of a heading what stands below it, or further down. */
async function besides(sheet: string, labels: string, values: string) {
  const cells = await workbook.readCells(sheet, `${labels}1:${values}45`);
  return (label: string, below = 0): never => {
    const row = cells.findIndex(([first]) => first === label);
    if (row < 0) throw new Error(`${sheet} has no ${label}`);
    const found =
      label === "The answer" ? cells[row + Math.max(1, below)]?.[0] : cells[row]?.at(-1);
    return found as never;
  };
}
