import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { NATIVE_FUNCTIONS } from "../../../src/sheets/native/excel/native-functions";
import { printFormula } from "../../../src/sheets/native/excel/print-formula";
import { EXHAUSTIVE } from "../../support/exhaustive";
import { type ShownCell, valuesIn, xlsxOf } from "../../support/formula-workbook";
import { IronCalcWorkbook } from "../../support/iron-calc";
import { convertInLibreOffice, findLibreOffice } from "../../support/libre-office";
import { Inputs, stepsDown } from "./cells";
import { type DealCells, dealCells } from "./deals";
import { FORMULA_VALUES, figures } from "./formula-values";
import { Answers, inputCells, typedCell, workingCells } from "./given-cells";
import type { Ours } from "./ours";
import { oursOf, type PlacedDeal, placeDeal } from "./placed-deal";
import { bothAnswers } from "./same-answer";

const DEALS = fc.sample(dealCells, { seed: 20_261_128, numRuns: EXHAUSTIVE ? 200 : 20 });

/** Deals of one workbook in IronCalc, whose time grows with the square of its formulas. */
const DEALS_A_MODEL = 2;

/** Deals of one file for LibreOffice, which calculates 150,000 formulas in ten seconds. */
const DEALS_A_FILE = 20;

function groupsOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** Deals in one workbook, and where the answers to each stand. */
function workbookOf(deals: readonly DealCells[]) {
  const inputs = new Inputs();
  const { workings, blocks } = stepsDown();
  const answers = new Answers();
  const placed = deals.map((deal) => {
    const { parts, twins } = placeDeal(deal, inputs, blocks);
    return {
      deal,
      parts,
      places: twins.map(([name, twin]) => [name, answers.put(twin)] as const),
    };
  });
  const cells = [...inputCells(inputs), ...workingCells(workings), ...answers.cells];
  return { placed, cells, workings };
}

type Placed = ReturnType<typeof workbookOf>["placed"][number];

/** What an engine shows for every answer of a deal beside what our functions answer. */
function comparison(
  { places }: Placed,
  deal: DealCells,
  shownAt: (place: string) => ShownCell | undefined,
): readonly [shown: unknown, ours: unknown][] {
  const shown = (place: string): unknown => withoutError(shownAt(place));
  return places.map(([name, place]) => {
    const values =
      typeof place === "string" ? shown(place) : place.map((cells) => cells.map(shown));
    const ours: Ours = oursOf(name, deal);
    const [native, wanted] = bothAnswers(name, deal, values, ours);
    return [
      [name, native],
      [name, wanted],
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

test("workings are written with short formulas of the functions on the list", () => {
  const { workings } = workbookOf(DEALS.slice(0, 20));
  const called = new Set<string>();
  for (const { place, content } of workings.cells()) {
    if (content.kind !== "step") continue;
    const printed = printFormula(content.formula, place);
    expect(printed.length).toBeLessThanOrEqual(1000);
    for (const [, name = ""] of printed.replace(/"[^"]*"/g, "").matchAll(/([A-Z]{2,})\(/g))
      called.add(name);
  }
  expect([...called].filter((name) => !NATIVE_FUNCTIONS.some((known) => known === name))).toEqual(
    [],
  );
});

describe.skipIf(findLibreOffice().kind === "none")("workings in LibreOffice", () => {
  const formulas = new Answers("Formulas");
  const places = FORMULA_VALUES.map(([formula]) => formulas.put({ kind: "value", formula }));
  const groups = groupsOf(DEALS, DEALS_A_FILE).map(workbookOf);
  let files: readonly ReadonlyMap<string, ShownCell>[];
  beforeAll(async () => {
    const beside = [...inputCells(figures().inputs), ...formulas.cells];
    files = [];
    for (const { cells } of groups) {
      const file = xlsxOf([...cells, ...beside]);
      files = [...files, valuesIn(await convertInLibreOffice(file, "xlsx"))];
    }
  });

  test("mean by each function what our calculation means", () => {
    const shown = places.map((place) => withoutError(files[0]?.get(String(place))));
    expect(shown.map(asNumber)).toEqual(FORMULA_VALUES.map(([, value]) => asNumber(value)));
  });

  test("answer what our functions answer", () => {
    for (const [index, { placed }] of groups.entries())
      expectSame(
        placed.flatMap((one) => comparison(one, one.deal, (place) => files[index]?.get(place))),
      );
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
  };
}

function isThreshold(value: unknown): value is number {
  return typeof value === "number" && value >= 1000;
}

describe("workings in IronCalc", () => {
  test.each(groupsOf(DEALS, DEALS_A_MODEL).map((group, index) => [index, group] as const))(
    "answer what our functions answer, again after every input changed: workbook %i",
    async (_, deals) => {
      const { placed, cells } = workbookOf(deals);
      const workbook = await IronCalcWorkbook.open(cells);
      const shownAt = (place: string) => workbook.shownAt(place);
      workbook.watch(
        placed.flatMap(({ places }) => places.flatMap(([, place]) => [place].flat(2))),
      );
      workbook.calculate();
      expectSame(placed.flatMap((one) => comparison(one, one.deal, shownAt)));
      const changed = placed.map((one) => ({ one, deal: afterEdits(one.deal) }));
      for (const { one, deal } of changed)
        for (const cell of retyped(one.parts, deal)) workbook.put(cell);
      workbook.calculate();
      expectSame(changed.flatMap(({ one, deal }) => comparison(one, deal, shownAt)));
      workbook.close();
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
  if (deal.terms) inputs.retype(parts.terms, deal.terms);
  return inputs.cells().flatMap(({ place, value }) => typedCell(place, value) ?? []);
}
