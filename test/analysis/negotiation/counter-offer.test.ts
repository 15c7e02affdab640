import { describe, expect, test } from "vitest";
import { askList } from "../../../src/analysis/negotiation/asks";
import { counterOffer, type WeighedAsk } from "../../../src/analysis/negotiation/counter-offer";
import { readDealCells } from "../../../src/deal/parse-deal";
import { CLAUSE_NAMES } from "../../../src/forecast/clause-values";
import { expectedCost } from "../../../src/forecast/expected-cost";
import { optimum } from "../../../src/forecast/optimal-commitment";
import { dealCells, RANGE_BANDS } from "../../taskpane/pane-scenarios";

const DEAL = readDealCells(dealCells());
const [OVERAGE, STEP_UP, HALF] = CLAUSE_NAMES;

const ask = (name: string, change: Partial<WeighedAsk> = {}): WeighedAsk => ({
  ...{ name, yearUsd: 100, termUsd: 100, expectedUsd: undefined, priority: undefined },
  ...{ give: "", status: "open", ...change },
});

describe("the asks that a counter-offer brings up", () => {
  test.each<readonly [string, readonly WeighedAsk[], readonly string[]]>([
    [
      "by priority first",
      [ask(HALF), ask("Rate lock", { priority: 2 }), ask("Training", { priority: 1 })],
      ["Training", "Rate lock", HALF],
    ],
    [
      "by expected value where nothing has a priority",
      [ask("A", { expectedUsd: 1 }), ask("B", { expectedUsd: 9 }), ask("C")],
      ["B", "A", "C"],
    ],
    [
      "by value where nobody said how likely",
      [ask("A", { termUsd: 1 }), ask("B", { termUsd: 9 })],
      ["B", "A"],
    ],
    ["three at most", ["A", "B", "C", "D"].map((name) => ask(name)), ["A", "B", "C"]],
    [
      "without what is won or refused",
      [ask("A", { status: "won" }), ask("B", { status: "refused" }), ask("C", { status: "asked" })],
      ["C"],
    ],
    [
      "without what is worth nothing",
      [ask("A", { termUsd: 0 }), ask("B", { termUsd: undefined })],
      [],
    ],
    [
      "with what is worth nothing where it has a priority",
      [ask("A", { termUsd: undefined, priority: 3 })],
      ["A"],
    ],
    [
      "without a clause that adds nothing beside one taken before",
      [ask(STEP_UP, { termUsd: 9 }), ask(OVERAGE, { termUsd: 5 }), ask(HALF, { termUsd: 1 })],
      [STEP_UP, HALF],
    ],
    [
      "without a clause that adds nothing beside one won",
      [ask(STEP_UP, { status: "won" }), ask(OVERAGE)],
      [],
    ],
    ["none where there are none", [], []],
  ])("come %s", (_, asks, names) => {
    expect(counterOffer(DEAL, asks)?.asks.map(({ name }) => name)).toEqual(names);
  });
});

describe("counterOffer()", () => {
  test("proposes the best commitment on offer under what is won and asked for", () => {
    const offer = counterOffer(DEAL, [ask(HALF, { status: "won" }), ask(STEP_UP)]);
    if (!offer || !DEAL.forecast || !DEAL.agreement) throw new Error("it can be read");
    expect(offer.clauses).toEqual([STEP_UP, HALF]);
    const { theirs, ours, noDealUsd, ourAgreement } = offer;
    expect(theirs.costUsd).toBe(expectedCost(DEAL.forecast, 480_000, DEAL.agreement));
    expect(ours.band).toMatchObject({ overage: "step-up", forfeitedFraction: 0.5 });
    expect(ours.costUsd).toBe(expectedCost(DEAL.forecast, ours.commitmentUsd, ourAgreement));
    const thresholds = [0, ...ourAgreement.bands.map(({ thresholdUsd }) => thresholdUsd)];
    const least = Math.min(
      ...thresholds.map((usd) => expectedCost(DEAL.forecast ?? never(), usd, ourAgreement)),
    );
    expect(ours.costUsd - least).toBeLessThan(1_000);
    expect(ours.costUsd).toBeGreaterThanOrEqual(
      optimum(DEAL.forecast, ourAgreement).infimumUsd - 0.01,
    );
    expect(noDealUsd).toBe(700_000);
  });

  test("takes our target discounts where the bands say them, and never what we would still accept", () => {
    const deal = readDealCells(dealCells({ bands: RANGE_BANDS, commitment: 500_000 }));
    const offer = counterOffer({ ...deal, discounts: deal.discounts }, []);
    expect(offer?.ourAgreement.bands.map(({ discountFraction }) => discountFraction)).toEqual([
      ...[0, 0.1, 0.18, 0.2],
    ]);
    expect(offer?.theirs.discountFraction).toBe(0.15);
  });

  test("says nothing of a deal that cannot be read", () => {
    expect(counterOffer(readDealCells(dealCells({ commitment: "soon" })), [])).toBeUndefined();
  });
});

describe("askList()", () => {
  const names = (change: Parameters<typeof dealCells>[0]) =>
    askList(readDealCells(dealCells(change)))?.asks.map(({ name, about }) => `${about} ${name}`);

  test("lists what the deal lacks, the most valuable first, and service that its band does not name", () => {
    expect(names({})).toEqual([
      ...[`year ${STEP_UP}`, `year ${OVERAGE}`, `year ${HALF}`],
      ...["service Senior account team", "service Faster support response"],
    ]);
    expect(names({ commitment: 1_000_000 })).toEqual(
      expect.arrayContaining(["service Named contact"]),
    );
    expect(names({ commitment: 1_000_000 })).not.toContain("service Senior account team");
  });

  test("asks about the term only where the terms say how long it is", () => {
    const terms = [
      ["Term", "Value"],
      ["Term", 3],
      ["List price change", 0.05],
    ];
    const list = askList(readDealCells(dealCells({ terms })));
    expect(list).toMatchObject({ years: 3, perYear: 1 });
    const about = list?.asks.filter((one) => one.about === "term");
    expect(about?.map(({ name }) => name)).toContain("Rate lock");
    // Clauses that both lists have are asked for once.
    expect(list?.asks.filter(({ name }) => name === OVERAGE)).toHaveLength(1);
    for (const { yearUsd = 0, termUsd = 0 } of about ?? [])
      expect(yearUsd * 3).toBeCloseTo(termUsd, 6);
  });
});

function never(): never {
  throw new Error("it was read above");
}
