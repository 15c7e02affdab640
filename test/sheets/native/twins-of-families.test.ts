import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "../../../src/core/calendar";
import type { CommitFunction } from "../../../src/sheets/formulas/call";
import { COMMIT_FUNCTIONS } from "../../../src/sheets/formulas/call";
import type { Given } from "../../../src/sheets/native/blocks";
import { NotNative } from "../../../src/sheets/native/not-native";
import { twinOf } from "../../../src/sheets/native/twins";
import { TERM_PARAMETERS, termCases } from "../../cases/term-cases";
import { isExpectedError, usageCases } from "../../cases/usage-cases";
import { CASE_BOOK } from "../../cases/usage-doors";
import { EXHAUSTIVE } from "../../support/exhaustive";
import { assertProperty } from "../../support/property";
import { argumentOf, calculated, calculationOf, Inputs, stepsDown } from "./cells";
import {
  asCell,
  bothAnswersOf,
  changedParts,
  FAMILIES,
  numbersIn,
  oursOfParts,
  placeParts,
  retype,
} from "./families";
import type { Ours } from "./ours";
import { sameAnswer } from "./same-answer";

describe.each(FAMILIES)("the twins of $name", ({ parts: arbitrary, calls, typed }) => {
  const edit = fc.record({
    part: fc.nat(),
    place: fc.tuple(fc.nat(40), fc.nat(40)),
    value: fc.constantFrom(...typed),
  });

  test("answer what our functions answer; once something is typed over their cells, that or nothing", () => {
    let [answered, refused] = [0, 0];
    assertProperty(
      fc.property(arbitrary, fc.array(edit, { minLength: 1, maxLength: 2 }), (parts, edits) => {
        const inputs = new Inputs();
        const { workings, blocks } = stepsDown();
        const { given, twins } = placeParts(parts, calls, inputs, blocks);
        const before = calculationOf(workings, inputs);
        for (const [call, twin] of twins) {
          const [shown, ours] = bothAnswersOf(call, parts, calculated(twin, before));
          if (numbersIn(shown).length > 0) answered++;
          expect([call, shown]).toEqual([call, ours]);
        }
        const changed = changedParts(parts, edits);
        retype(inputs, given, changed);
        const after = calculationOf(workings, inputs);
        for (const [call, twin] of twins) {
          const native = calculated(twin, after);
          if (oursOfParts(call, changed) === undefined) refused++;
          // A twin may refuse more; a number that it has is ours.
          if (numbersIn(native).length === 0) continue;
          const [shown, ours] = bothAnswersOf(call, changed, native);
          expect([call, shown]).toEqual([call, ours]);
        }
      }),
      { numRuns: EXHAUSTIVE ? 200 : 10 },
    );
    expect(answered).toBeGreaterThan(2);
    expect(refused).toBeGreaterThan(2);
  });
});

/** Functions whose worked cases are calls in cells. */
const IN_CELLS = [
  "LIST_PRICE",
  "TOKEN_COST",
  "BENCHMARK_RANK",
  "TERM_SCHEDULE",
  "TERM_COST",
  "CASH_FLOWS",
  "BURNDOWN",
  "COTERM_COMMITMENT",
  "RENEWAL_COST",
  "EARLY_RENEWAL",
  "PRICE_FALL_HEADROOM",
  "ROLLOVER_VALUE",
] as const;

interface CaseInCells {
  readonly id: string;
  readonly name: CommitFunction;
  readonly args: readonly unknown[];
  /** Undefined where the case expects an error. */
  readonly expected: Ours;
}

const CASES: readonly CaseInCells[] = [
  ...usageCases.map(({ id, function: name, args, expected }) => ({
    ...{ id, name },
    args: name === "BENCHMARK_RANK" ? args : Object.assign([...args], { 4: args[4] ?? CASE_BOOK }),
    expected: isExpectedError(expected) ? undefined : (expected as Ours),
  })),
  ...termCases.map(({ id, inputs, expected }) => ({
    ...{ id, name: inputs.function },
    args: (TERM_PARAMETERS[inputs.function] ?? "")
      .replace(/[[\]]/g, "")
      .split(" ")
      .map((parameter) => inputs[parameter]),
    expected: typeof expected === "object" && "error" in expected ? undefined : (expected as Ours),
  })),
].flatMap((one) => {
  const name = COMMIT_FUNCTIONS.find((known) => known === one.name);
  return name && IN_CELLS.some((known) => known === name) ? [{ ...one, name }] : [];
});

/** A text with a day as the date that Excel makes of it. */
function dated(value: unknown): unknown {
  const [, year, month, day] =
    (typeof value === "string" && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)) || [];
  return year === undefined ? value : dayOf(Number(year), Number(month), Number(day));
}

function asTyped(argument: unknown): unknown {
  return Array.isArray(argument) ? argument.map((row) => [row].flat().map(dated)) : argument;
}

test("the twins of tokens, deals and several years answer their worked cases", () => {
  const inputs = new Inputs();
  const { workings, blocks } = stepsDown();
  const placed = new Map<string, Given>();
  const place = (argument: unknown): Given => {
    const key = JSON.stringify(argument ?? null);
    if (!placed.has(key)) placed.set(key, asCell(argumentOf(asTyped(argument), inputs)));
    return placed.get(key);
  };
  const some = CASES.filter((_, index) => EXHAUSTIVE || index % 4 === 0);
  const twins = some.flatMap((one) => {
    const twin = twinOf(blocks, one.name, one.args.map(place));
    if (!(twin instanceof NotNative)) return [{ ...one, twin }];
    const { kind } = twin.reason;
    const isRefused = kind === "refused" && one.expected === undefined;
    expect([one.id, kind === "withoutFormula" || isRefused]).toEqual([one.id, true]);
    return [];
  });
  const calculation = calculationOf(workings, inputs);
  for (const { id, args, expected, twin } of twins) {
    const native = calculated(twin, calculation);
    const size = Math.max(1, ...numbersIn([args].flat(3)).filter((one) => one < 1e12));
    const wanted = expected === undefined ? [] : sameAnswer(native, expected, size);
    expect([id, expected === undefined ? numbersIn(native) : native]).toEqual([id, wanted]);
  }
  expect(twins.length).toBeGreaterThan(some.length / 2);
});
