import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { FIRST_DAY, LAST_DAY } from "../../../src/core/calendar";
import { LARGEST_VARIATION } from "../../../src/forecast/described-forecast";
import { Z90 } from "../../../src/forecast/standard-normal";
import { NATIVE_FUNCTIONS } from "../../../src/sheets/native/excel/native-functions";
import { EXHAUSTIVE } from "../../support/exhaustive";
import { type GivenCell, type ShownCell, valuesIn, xlsxOf } from "../../support/formula-workbook";
import { IronCalcWorkbook } from "../../support/iron-calc";
import { convertInLibreOffice, findLibreOffice } from "../../support/libre-office";
import { Inputs, stepsDown } from "./cells";
import { CALLS, type Call, type DealCells, dealCells, LONG_CALLS, someCalls } from "./deals";
import { EDGE_CALLS, EDGE_DEALS } from "./edge-deals";
import {
  bothAnswersOf,
  changedParts,
  FAMILIES,
  numbersIn,
  type Parts,
  placeParts,
  retype,
} from "./families";
import { FORMULA_VALUES, figures } from "./formula-values";
import { Answers, inputCells, typedCell, workingCells } from "./given-cells";
import type { Ours } from "./ours";
import { oursOf, type PlacedDeal, placeDeal } from "./placed-deal";
import { bothAnswers } from "./same-answer";

/** Deals, each with what it is asked. */
const DEALS = fc
  .sample(dealCells, { seed: 20_261_128, numRuns: EXHAUSTIVE ? 200 : 20 })
  .map((deal, index) => ({ deal, calls: someCalls(index) }));
type AskedDeal = (typeof DEALS)[number];

/** Deals at an end, with what is hardest there; all of them in a soak. */
const EDGES = EDGE_DEALS.slice(0, EXHAUSTIVE ? EDGE_DEALS.length : 2).map(
  ([what, deal]) => [what, { deal, calls: EDGE_CALLS }] as const,
);

/** Deals of one file for LibreOffice, which calculates 150,000 formulas in ten seconds. */
const DEALS_A_FILE = 20;

/**
 * Calls of a deal that share a workbook in IronCalc, whose time grows with the square of its formulas: in a soak each of the long
 * ones has its own.
 */
function callsOfModels({ calls }: AskedDeal): readonly (readonly Call[])[] {
  if (!EXHAUSTIVE) return [calls];
  return [CALLS, ...LONG_CALLS.map((call) => [call])];
}

function groupsOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** Deals in one workbook, and where the answers to each stand. */
function workbookOf(deals: readonly AskedDeal[]) {
  const inputs = new Inputs();
  const { workings, blocks } = stepsDown();
  const answers = new Answers();
  const placed = deals.map(({ deal, calls }) => {
    const { parts, twins } = placeDeal(deal, inputs, blocks, calls);
    return {
      deal,
      parts,
      places: twins.map(([call, twin]) => [call, answers.put(twin)] as const),
    };
  });
  const cells = [...inputCells(inputs), ...workingCells(workings), ...answers.cells];
  return { placed, cells };
}

/** Calls of other families, in one workbook on sheets of their own, and where the answers stand. */
function familyWorkbook(runs: number, skipped = 0, families = FAMILIES) {
  const inputs = new Inputs("FamilyInputs");
  const { workings, blocks } = stepsDown("FamilyWorkings");
  const answers = new Answers("FamilyAnswers");
  const placed = families.flatMap(({ parts: arbitrary, calls, typed: all }) => {
    const typed = all.filter((value) => value !== "" && value !== null);
    return fc
      .sample(arbitrary, { seed: 20_261_128, numRuns: skipped + runs })
      .slice(skipped)
      .map((parts, index) => {
        const { given, twins } = placeParts(parts, calls, inputs, blocks);
        const edit = (part: number) => ({
          ...{ part: part + index, place: [1 + index, part + 2 * index] as const },
          value: typed[(3 * index + part) % typed.length] ?? 0,
        });
        const places = twins.map(([call, twin]) => [call, answers.put(twin)] as const);
        return { parts, given, places, changed: changedParts(parts, [edit(0), edit(1)]) };
      });
  });
  const cells = [...inputCells(inputs), ...workingCells(workings), ...answers.cells];
  return { placed, cells };
}

type PlacedFamily = ReturnType<typeof familyWorkbook>["placed"][number];

/** What an engine shows for calls of a family beside what our functions answer; after an edit a twin may refuse more. */
function familyComparison(
  { places }: PlacedFamily,
  parts: Parts,
  shownAt: (place: string) => ShownCell | undefined,
  mayRefuse = false,
): readonly [shown: unknown, ours: unknown][] {
  const shown = (place: string): unknown => withoutError(shownAt(place));
  return places.flatMap(([call, place]) => {
    const native =
      typeof place === "string" ? shown(place) : place.map((cells) => cells.map(shown));
    if (mayRefuse && numbersIn(native).length === 0) return [];
    const [value, wanted] = bothAnswersOf(call, parts, native);
    return [
      [
        [call, value],
        [call, wanted],
      ],
    ];
  });
}

type Placed = ReturnType<typeof workbookOf>["placed"][number];

/** What an engine shows for every answer of a deal beside what our functions answer. */
function comparison(
  { places }: Placed,
  deal: DealCells,
  shownAt: (place: string) => ShownCell | undefined,
): readonly [shown: unknown, ours: unknown][] {
  const shown = (place: string): unknown => withoutError(shownAt(place));
  return places.map(([call, place]) => {
    const values =
      typeof place === "string" ? shown(place) : place.map((cells) => cells.map(shown));
    const ours: Ours = oursOf(call, deal);
    const [native, wanted] = bothAnswers(call, deal, values, ours);
    return [
      [call, native],
      [call, wanted],
    ];
  });
}

/** A value as a cell shows it; an error is undefined. */
function withoutError(value: ShownCell | undefined): ShownCell | undefined {
  return typeof value === "string" && value.startsWith("#") ? undefined : value;
}

/** Truth as a number, as LibreOffice saves it. */
function asNumber(value: unknown): unknown {
  return typeof value === "boolean" ? Number(value) : value;
}

function expectSame(compared: readonly [shown: unknown, ours: unknown][]): void {
  expect(compared.map(([shown]) => shown)).toEqual(compared.map(([, ours]) => ours));
}

/** What LibreOffice calculates in one file: some of the deals, and beside them a part of the other families. */
function fileOf(deals: readonly AskedDeal[], index: number) {
  const families = EXHAUSTIVE
    ? familyWorkbook(DEALS_A_FILE, index * DEALS_A_FILE)
    : familyWorkbook(2);
  return { deals: workbookOf(deals), families };
}

/** Its formulas also show how workings are written. */
const FIRST_FILE = fileOf([...DEALS.slice(0, DEALS_A_FILE), ...EDGES.map(([, asked]) => asked)], 0);

/** Every formula of workings, as a sheet holds it. */
function printedFormulas(): readonly string[] {
  const { deals, families } = FIRST_FILE;
  return [...deals.cells, ...families.cells].flatMap(({ content }) =>
    content.kind === "formula" ? [content.formula] : [],
  );
}

test("workings are written with short formulas of the functions on the list", () => {
  const called = new Set<string>();
  for (const printed of printedFormulas()) {
    expect(printed.length).toBeLessThanOrEqual(1000);
    for (const [, name = ""] of withoutTexts(printed).matchAll(/([A-Z]{2,})\(/g)) called.add(name);
  }
  expect([...called].filter((name) => !NATIVE_FUNCTIONS.some((known) => known === name))).toEqual(
    [],
  );
});

/** Numbers of the model itself: limits, allowances, defaults, and what they are made of. */
const OF_THE_MODEL = [
  ...["0.01", "0.5", "0.9", "1.25", "100", "1000", "1000000", "1e-9", "1e-12", "1000000000000000"],
  ...[String(Z90), String(LARGEST_VARIATION)],
  // Quarters of a sample, days of a year, and the days that our functions and Excel know.
  ...["0.25", "0.75", "365", "366", String(FIRST_DAY), String(LAST_DAY + 1), "2958465"],
];

test("no formula holds a number of the deal: it refers to the cell", () => {
  const written = new Set(printedFormulas().flatMap(numbersOf));
  const beyond = [...written].filter(
    (number) => !OF_THE_MODEL.includes(number) && !(/^\d+$/.test(number) && Number(number) <= 200),
  );
  expect(beyond).toEqual([]);
});

/** The numbers of a formula that are no part of an address or of a text. */
function numbersOf(formula: string): readonly string[] {
  const bare = withoutTexts(formula).replace(/\$?[A-Z]{1,3}\$?\d+/g, "");
  return [...bare.matchAll(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g)].map(([number]) =>
    number.toLowerCase(),
  );
}

function withoutTexts(formula: string): string {
  return formula.replace(/"[^"]*"/g, "");
}

describe.skipIf(findLibreOffice().kind === "none")("workings in LibreOffice", () => {
  const formulas = new Answers("Formulas");
  const places = FORMULA_VALUES.map(([formula]) => formulas.put({ kind: "value", formula }));
  const files = groupsOf(DEALS, DEALS_A_FILE).map((group, index) => ({ group, index }));

  describe.each(files)("in file $index", ({ group, index }) => {
    let means: readonly unknown[];
    let ofDeals: ReturnType<typeof comparison>;
    let ofFamilies: ReturnType<typeof familyComparison>;
    beforeAll(async () => {
      // A file is hundreds of thousands of cells: only what it shows is kept.
      const { deals, families } = index === 0 ? FIRST_FILE : fileOf(group, index);
      const beside = [...inputCells(figures().inputs), ...formulas.cells];
      const file = xlsxOf([...deals.cells, ...beside, ...families.cells]);
      const values = valuesIn(await convertInLibreOffice(file, "xlsx"));
      const shownAt = (place: string) => values.get(place);
      means = places.map((place) => withoutError(shownAt(String(place))));
      ofDeals = deals.placed.flatMap((one) => comparison(one, one.deal, shownAt));
      ofFamilies = families.placed.flatMap((one) => familyComparison(one, one.parts, shownAt));
    });

    test("mean by each function what our calculation means", () => {
      expect(means.map(asNumber)).toEqual(FORMULA_VALUES.map(([, value]) => asNumber(value)));
    });

    test("answer for tokens, deals and several years what our functions answer", () => {
      expectSame(ofFamilies);
    });

    test("answer what our functions answer", () => {
      expectSame(ofDeals);
    });
  });
});

/** The deal with what a person would change: a threshold, a discount, words, amounts. */
function afterEdits(deal: DealCells): DealCells {
  const last = deal.bands.findLastIndex((row) => row.some((value) => typeof value === "number"));
  const raised = (value: unknown): number => Math.round((Number(value) * 1.1 + 500) * 100) / 100;
  const bands = deal.bands.map((row, index) =>
    index === last ? row.map((value) => (isThreshold(value) ? value + 12_345.67 : value)) : row,
  );
  const terms = deal.terms?.map(([name = "", value = ""]) => {
    if (name === "Basis") return [name, value === "list" ? "net" : "list"];
    return [name, name === "forfeited-share" ? (value === 1 ? 0.6 : 1) : value];
  });
  // A label keeps its figure; a list of outcomes has each raised.
  const forecast = deal.forecast.map((row) =>
    row.map((value) => (isThreshold(value) ? value + 1000 : value)),
  );
  return {
    ...{
      usage: raised(deal.usage),
      commitment: raised(deal.commitment),
      target: raised(raised(deal.target)),
      bands,
      terms,
      forecast,
    },
    probability: 0.25,
    level: 0.8,
    usages: deal.usages.map((row) => row.map((value) => (value === 0 ? 1234.5 : value))),
    commitments: deal.commitments.map((row) =>
      row.map((value) => (isThreshold(value) ? value + 5 : value)),
    ),
    measure: deal.measure,
    steps: deal.steps,
    low: 0,
    high: raised(deal.high || 2_000_000),
  };
}

function isThreshold(value: unknown): value is number {
  return typeof value === "number" && value >= 1000;
}

/** Runs workings in IronCalc, and again after cells were typed over. */
async function recalculate(
  cells: readonly GivenCell[],
  watched: readonly string[],
  before: (shownAt: (place: string) => ShownCell) => void,
  typedOver: readonly GivenCell[],
  after: (shownAt: (place: string) => ShownCell) => void,
): Promise<void> {
  const workbook = await IronCalcWorkbook.open(cells);
  const shownAt = (place: string) => workbook.shownAt(place);
  workbook.watch(watched);
  workbook.calculate();
  before(shownAt);
  for (const cell of typedOver) workbook.put(cell);
  workbook.calculate();
  after(shownAt);
  workbook.close();
}

/** The cells of answers. */
function answerCells(
  places: readonly (readonly [call: unknown, place: ReturnType<Answers["put"]>])[],
): readonly string[] {
  return places.flatMap(([, place]) => [place].flat(2));
}

describe("workings in IronCalc", () => {
  test.each([...DEALS.map((deal, index) => [String(index), deal] as const), ...EDGES])(
    "answer what our functions answer, again after every input changed: deal %s",
    async (_, asked) => {
      for (const calls of callsOfModels(asked)) {
        const { placed, cells } = workbookOf([{ ...asked, calls }]);
        const [one] = placed;
        if (one === undefined) throw new Error("a deal that was placed");
        const changed = afterEdits(one.deal);
        await recalculate(
          cells,
          answerCells(one.places),
          (shownAt) => expectSame(comparison(one, one.deal, shownAt)),
          retyped(one.parts, changed),
          (shownAt) => expectSame(comparison(one, changed, shownAt)),
        );
      }
    },
  );
});

/** Sets of cells of each family that IronCalc calculates, each set in a workbook of its own. */
const SETS = Array.from({ length: EXHAUSTIVE ? 200 : 2 }, (_, index) => index);

describe.each(FAMILIES)("workings of $name in IronCalc", (family) => {
  test.each(EXHAUSTIVE ? SETS : [...SETS, ...(family.known ?? [])])(
    "answer what our functions answer, and that or nothing after cells were typed over: set %i",
    async (index) => {
      const { placed, cells } = familyWorkbook(1, index, [family]);
      for (const one of placed) {
        const typedOver = new Inputs("FamilyInputs");
        retype(typedOver, one.given, one.changed);
        await recalculate(
          cells,
          answerCells(one.places),
          (shownAt) => expectSame(familyComparison(one, one.parts, shownAt)),
          typedOver.cells().flatMap(({ place, value }) => typedCell(place, value) ?? []),
          (shownAt) => expectSame(familyComparison(one, one.changed, shownAt, true)),
        );
      }
    },
  );
});

/** The cells of a changed deal, where the deal stands. */
function retyped(parts: PlacedDeal["parts"], deal: DealCells) {
  const inputs = new Inputs();
  inputs.retype(parts.usage, [[deal.usage]]);
  inputs.retype(parts.commitment, [[deal.commitment]]);
  inputs.retype(parts.target, [[deal.target]]);
  inputs.retype(parts.bands, deal.bands);
  inputs.retype(parts.forecast, deal.forecast);
  inputs.retype(parts.probability, [[deal.probability]]);
  inputs.retype(parts.level, [[deal.level]]);
  inputs.retype(parts.usages, deal.usages);
  inputs.retype(parts.commitments, deal.commitments);
  inputs.retype(parts.low, [[deal.low]]);
  inputs.retype(parts.high, [[deal.high]]);
  if (deal.terms) inputs.retype(parts.terms, deal.terms);
  return inputs.cells().flatMap(({ place, value }) => typedCell(place, value) ?? []);
}
