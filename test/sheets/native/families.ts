import type fc from "fast-check";
import type { CommitFunction } from "../../../src/sheets/formulas/call";
import type { Blocks, Given } from "../../../src/sheets/native/blocks";
import { NotNative } from "../../../src/sheets/native/not-native";
import { type TwinAnswer, twinOf } from "../../../src/sheets/native/twins";
import { argumentOf, type Inputs, isRows, type Typed, type TypedRows } from "./cells";
import { ADDITIONS, EARLY_RENEWALS } from "./families/additions";
import { BENCHMARKS } from "./families/benchmarks";
import { BURNDOWNS } from "./families/burndowns";
import { REQUESTS } from "./families/requests";
import { TERMS } from "./families/terms";
import { OURS, type Ours } from "./ours";
import { sameAnswer } from "./same-answer";

/** What stands in the cells of a call, by the name of the part. A text alone is written in the formula. */
export type Parts = Readonly<Record<string, Typed | TypedRows | undefined>>;

/** Functions that read the same parts, and how people write those. */
export interface CellFamily {
  readonly name: string;
  readonly parts: fc.Arbitrary<Parts>;
  readonly calls: readonly FamilyCall[];
  /** What somebody may type over a cell. */
  readonly typed: readonly Typed[];
  /** Sets of a soak of which another engine once answered something else. */
  readonly known?: readonly number[];
}
export type FamilyCall = readonly [CommitFunction, ...(readonly string[])];

export const FAMILIES: readonly CellFamily[] = [
  REQUESTS,
  BENCHMARKS,
  BURNDOWNS,
  ADDITIONS,
  EARLY_RENEWALS,
  TERMS,
];

/** Parts in cells, and the twins over them. */
export interface PlacedParts {
  readonly given: Readonly<Record<string, Given>>;
  readonly twins: readonly (readonly [FamilyCall, TwinAnswer])[];
}

export function placeParts(
  parts: Parts,
  calls: readonly FamilyCall[],
  inputs: Inputs,
  blocks: Blocks,
): PlacedParts {
  const given = Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [name, asCell(argumentOf(value, inputs))]),
  );
  const twins = calls.flatMap((call): PlacedParts["twins"] => {
    const [name, ...wanted] = call;
    const twin = twinOf(
      blocks,
      name,
      wanted.map((part) => given[part]),
    );
    if (!(twin instanceof NotNative)) return [[call, twin]];
    // What our function refuses, and what no formula gives, has no twin.
    const { kind } = twin.reason;
    if (kind === "refused" || kind === "withoutFormula") return [];
    throw new Error(`${name}: ${JSON.stringify(twin.reason)}`);
  });
  return { given, twins };
}

/** A range of one cell as that cell, as formulas on a sheet refer to it. */
export function asCell(given: Given): Given {
  const place = given?.formula;
  return given && place?.kind === "range" && given.values.flat().length === 1
    ? { ...given, formula: place.from }
    : given;
}

/** What our function answers for parts. */
export function oursOfParts([name, ...wanted]: FamilyCall, parts: Parts): Ours {
  return OURS[name]?.(...wanted.map((part) => parts[part]));
}

/** What is typed over a cell of a part that stands in cells. */
export interface Edit {
  readonly part: number;
  readonly place: readonly [down: number, along: number];
  readonly value: Typed;
}

/** Parts after some edits. */
export function changedParts(parts: Parts, edits: readonly Edit[]): Parts {
  const inCells = Object.keys(parts).filter((name) => Array.isArray(parts[name]));
  const changed = { ...parts };
  for (const { part, place, value } of edits) {
    const name = inCells[part % inCells.length] ?? "";
    const rows = rowsIn(changed[name]);
    const [down, along] = [place[0] % rows.length, place[1]];
    const cells = rows[down] ?? [];
    changed[name] = rows.with(down, cells.with(along % cells.length, value));
  }
  return changed;
}

/** Types parts over the cells where they stand. */
export function retype(inputs: Inputs, given: PlacedParts["given"], parts: Parts): void {
  for (const [name, value] of Object.entries(parts))
    if (Array.isArray(value)) inputs.retype(given[name], rowsIn(value));
}

function rowsIn(part: Parts[string]): TypedRows {
  return isRows(part) ? part : [[part ?? null]];
}

/** The numbers of an answer. */
export function numbersIn(answer: unknown): readonly number[] {
  return [answer].flat(2).filter((one): one is number => typeof one === "number");
}

/** Both answers to a call of parts; where our function shows an error, no cell of the twin may have a number. */
export function bothAnswersOf(
  call: FamilyCall,
  parts: Parts,
  native: unknown,
): readonly [native: unknown, ours: unknown] {
  const ours = oursOfParts(call, parts);
  if (ours === undefined) return [numbersIn(native), []];
  // Differences of amounts keep no more figures than those.
  const size = Math.max(1, ...numbersIn(Object.values(parts).flat(2)).filter((one) => one < 1e12));
  return [native, sameAnswer(native, ours, size)];
}
