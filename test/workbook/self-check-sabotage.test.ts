import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { US_DOLLAR } from "../../src/core/currency";
import type { checkThisExcel } from "../../src/workbook/self-check/self-check";
import { EXHAUSTIVE } from "../support/exhaustive";
import { type LocalWorkbook, openLocalWorkbook } from "../support/local-workbook";
import { buildMutant, type Mutation } from "./mutant-bundle";
import { done } from "./open";
import { snapshot } from "./snapshot";

type Sabotage = readonly [what: string, change: Mutation, caughtBy: string];

/** Wrong changes of our sources, and a check that must fail for each. */
const SABOTAGES: readonly Sabotage[] = [
  [
    "a band is reached only above its threshold",
    {
      file: "src/core/bands.ts",
      find: "toCents(band.thresholdUsd) > cents",
      put: "toCents(band.thresholdUsd) >= cents",
    },
    "A-band-250000: BAND_RATE",
  ],
  [
    "overage is at the committed rate unless terms say otherwise",
    { file: "src/core/terms.ts", find: 'overage: "list",', put: 'overage: "committed",' },
    "Terms left out",
  ],
  [
    "a shortfall comes back unless terms say otherwise",
    { file: "src/core/terms.ts", find: "forfeitedFraction: 1,", put: "forfeitedFraction: 0," },
    "Shortfall lost unless terms say otherwise",
  ],
  [
    "amounts are not compared in whole cents",
    {
      file: "src/core/money.ts",
      find: "Math.round(Math.abs(amountUsd) * 100)",
      put: "(Math.abs(amountUsd) * 100)",
    },
    "BAND_RATE half a cent below a threshold",
  ],
  [
    "the list basis is ignored",
    {
      file: "src/core/overage.ts",
      find: 'return basis === "net"\n    ? {',
      put: "return true\n    ? {",
    },
    "C-list-basis-500-short: EFFECTIVE_COST",
  ],
  [
    "the overage premium is ignored",
    {
      file: "src/core/agreement.ts",
      find: "overagePremiumFraction: own.overagePremiumFraction,",
      put: "overagePremiumFraction: 0,",
    },
    "C-overage-premium_on_list: EFFECTIVE_COST",
  ],
  [
    "a header row is read as a band",
    {
      file: "src/input/bands-cells.ts",
      find: "if (index < body) continue;",
      put: "",
    },
    "BAND_RATE of bands with a heading",
  ],
  [
    "the axis leaves the thresholds themselves out",
    {
      file: "src/core/threshold-axis.ts",
      find: "[usd, usd - 1, usd + 1]",
      put: "[usd - 1, usd + 1]",
    },
    "THRESHOLD_AXIS in B",
  ],
  [
    "savings have the wrong sign in SENSITIVITY",
    {
      file: "src/core/indicators.ts",
      find: "return usageUsd - costUsd;",
      put: "return costUsd - usageUsd;",
    },
    "SENSITIVITY of saving in ",
  ],
  [
    "savings have the wrong sign in a table of cells",
    {
      file: "src/sheets/tables/measure-records.ts",
      find: 'operation(cell.usage, "-", ',
      put: 'operation(cell.usage, "+", ',
    },
    "Table of saving in ",
  ],
  [
    "names are those of the band above",
    {
      file: "src/core/band-name.ts",
      find: "const position = bandPosition(commitmentUsd, bands);",
      put: "const position = bandPosition(commitmentUsd, bands) + 1;",
    },
    "BAND_NAME between thresholds",
  ],
  [
    "the next threshold is the one already reached",
    {
      file: "src/core/next-threshold.ts",
      find: "const next = bands[position + 1];",
      put: "const next = bands[position];",
    },
    "NEXT_THRESHOLD at a threshold",
  ],
  [
    "step-up overage is priced at the committed rate",
    {
      file: "src/core/overage.ts",
      find: "const higher = bands.slice(position + 1);",
      put: "const higher = bands.slice(bands.length);",
    },
    "C-stepup-1200000 step-up: EFFECTIVE_COST",
  ],
  [
    "bends are counted the wrong way round in expectations",
    {
      file: "src/forecast/expected-value.ts",
      find: "expectedUsd += (piece.slope - slope)",
      put: "expectedUsd -= (piece.slope - slope)",
    },
    "T-risk-profile: EXPECTED_COST",
  ],
  [
    "the chance to fill is the chance not to",
    {
      file: "src/forecast/fill.ts",
      find: "return 1 - forecast.below(",
      put: "return forecast.below(",
    },
    "T-risk-profile: FILL_PROBABILITY",
  ],
  [
    "break-even is looked for where the target is dearer",
    {
      file: "src/core/break-even.ts",
      find: "(gap) => gap <= 0",
      put: "(gap) => gap > 0",
    },
    "D-cross-committed-1-2: BREAKEVEN_USAGE",
  ],
  [
    "utilization goes over 100%",
    {
      file: "src/core/indicators.ts",
      find: "Math.min(1, usageUsd / settlement.capacityUsd)",
      put: "usageUsd / settlement.capacityUsd",
    },
    "J-kpi-healthy: UTILIZATION",
  ],
  [
    "the terms of a band are not heeded",
    {
      file: "src/core/agreement.ts",
      find: "const own = { ...terms, ...band.terms };",
      put: "const own = terms;",
    },
    "Terms of a band",
  ],
  [
    "a spilled table is longer than it should be",
    {
      file: "src/sheets/tables/grid.ts",
      find: "return usagesUsd.map(",
      put: "return [...commitmentsUsd, ...usagesUsd, ...Array(300).fill(1)].map(",
    },
    "Spilled table of cost in ",
  ],
];

/** The first sabotages, which change answers of many checks. */
const FAR_REACHING = 3;

/** Sabotages that an ordinary run tries together: none makes the check of another fail, as a soak sees, which tries each alone. */
const TOGETHER = [SABOTAGES.slice(FAR_REACHING, 11), SABOTAGES.slice(11)];

const ALONE = EXHAUSTIVE ? SABOTAGES : SABOTAGES.slice(0, FAR_REACHING);
const TRIED = [...ALONE.map((one) => [one]), ...(EXHAUSTIVE ? [] : TOGETHER)];

describe("the check of Excel", () => {
  let workbook: LocalWorkbook;

  beforeAll(async () => {
    // Functions are associated anew for each bundle, which Office.js warns of.
    vi.spyOn(console, "warn").mockImplementation(() => {});
    workbook = await openLocalWorkbook();
  });

  afterAll(() => {
    workbook.close();
    vi.restoreAllMocks();
  });

  async function namesOfFailures(sabotages: readonly Sabotage[]): Promise<readonly string[]> {
    workbook.window.eval(await buildMutant(sabotages.map(([, change]) => change)));
    const check = Reflect.get(workbook.window, "checkThisExcel") as typeof checkThisExcel;
    return done(await check(US_DOLLAR)).failures.map(({ name }) => name);
  }

  test("passes when nothing is changed", async () => {
    expect(await namesOfFailures([])).toEqual([]);
  });

  test.each(TRIED.map((tried) => [tried.map(([what]) => what).join(", that "), tried] as const))(
    "notices that %s",
    async (_, tried) => {
      const before = await snapshot(workbook);
      const names = await namesOfFailures(tried);
      const caught = (caughtBy: string) => names.filter((name) => name.startsWith(caughtBy)).length;
      const together = TOGETHER.find((some) => tried.every((one) => some.includes(one))) ?? tried;
      expect(together.map(([what, , caughtBy]) => [what, caught(caughtBy)])).toEqual(
        together.map((one) => [one[0], tried.includes(one) ? 1 : 0]),
      );
      expect(await snapshot(workbook)).toEqual(before);
    },
  );
});
