import { readAgreement } from "../../../src/input/period-cells";
import {
  type WithoutFormula,
  withoutFormula,
} from "../../../src/sheets/native/optimum/closed-form";
import type { Call, DealCells } from "./deals";
import { OURS, type Ours } from "./ours";

const TOLERANCE = 1e-9;

/**
 * Our answer, with each number replaced by the native one where the two agree, so that a difference shows both.
 *
 * @param size What the numbers are small differences of, if they are.
 */
export function sameAnswer(native: unknown, ours: Ours, size = 1): unknown {
  if (Array.isArray(ours) && Array.isArray(native))
    return ours.map((row, down) =>
      row.map((one: number | string, along: number) =>
        sameAnswer(native[down]?.[along], one, size),
      ),
    );
  if (ours === "#N/A" && native === undefined) return undefined;
  if (typeof ours !== "number" || typeof native !== "number") return ours;
  return Math.abs(native - ours) <= TOLERANCE * Math.max(1, Math.abs(ours), size) ? native : ours;
}

/** Both answers to a call of a deal: a table of the twin keeps blank rows for those that may come. */
export function bothAnswers(
  call: Call,
  deal: DealCells,
  native: unknown,
  ours: Ours,
): readonly [native: unknown, ours: unknown] {
  const [name] = call;
  // Where our function shows an error, no cell of the twin may have a number.
  if (ours === undefined) return [numbersIn(native), []];
  if (name === "THRESHOLDS" && Array.isArray(native) && Array.isArray(ours))
    return bothThresholds(deal, native, ours);
  const rows = Array.isArray(native) ? native.filter(isListed) : native;
  if (name === "CLAUSE_VALUES" && Array.isArray(rows) && Array.isArray(ours))
    return [rows, sameClauses(deal, rows, ours)];
  const size = sizeOf(name, deal);
  const same = sameAnswer(rows, ours, size);
  // Where other commitments cost the same at every usage, rounding says which discount is needed.
  if (name === "DISCOUNT_NEEDED" && same !== rows && isTie(call, deal, rows)) return [rows, rows];
  return [rows, isRefused(call, deal) ? refusedIn(rows, same) : same];
}

/** Whether our function gives an answer at usage that differs by rounding. */
function isTie(call: Call, deal: DealCells, native: unknown): boolean {
  const [name, ...given] = call;
  return [1, -1, 3, -3, 7, -7].some((billionths) => {
    const usage = Number(deal.usage) * (1 + billionths * 1e-9);
    const ours = OURS[name]?.(...given.map((part) => ({ ...deal, usage })[part]));
    return sameAnswer(native, ours) === native;
  });
}

/** As above for the rows of THRESHOLDS: a column of terms that came or went since the workings were made is none of theirs. */
function bothThresholds(
  deal: DealCells,
  native: readonly (readonly unknown[])[],
  ours: readonly (readonly (number | string)[])[],
): readonly [native: unknown, ours: unknown] {
  const headings = (ours[0] ?? []).map(String);
  const columns = (native[0] ?? []).map((heading) => headings.indexOf(String(heading)));
  const size = sizeOf("THRESHOLDS", deal);
  const same = ours.map((all, down) => {
    const shown = native[down] ?? [];
    return columns.map((at, along) => {
      const one = all[at] ?? String(shown[along]);
      return shown[along] === undefined && isLongFigure(one)
        ? undefined
        : sameAnswer(shown[along], one, size);
    });
  });
  return [native, same];
}

/** A figure among words that formulas write differently in other languages, or an amount of billions, which the twin refuses. */
function isLongFigure(one: number | string): boolean {
  if (/\$\d{1,3}(?:,\d{3}){3,}/.test(String(one))) return true;
  const figure = typeof one === "string" && one !== "" ? Number(one) : Number.NaN;
  const isShort = Number.isInteger(figure) && figure > 0 && figure < 1e6;
  return !Number.isNaN(figure) && !isShort;
}

/** Our answer without what the twin refuses; whatever it shows instead must be ours. */
function refusedIn(native: unknown, ours: unknown): unknown {
  if (Array.isArray(ours) && Array.isArray(native))
    return ours.map((one, index) => refusedIn(native[index], one));
  return native === undefined ? undefined : ours;
}

function numbersIn(native: unknown): readonly unknown[] {
  return [native].flat(2).filter((one) => typeof one === "number");
}

function isListed(cells: readonly unknown[]): boolean {
  return cells.some((one) => one !== "");
}

/** What an agreement may do that a call has no formula for: the twin refuses it (docs/workings.md). */
function isRefused([name, ...given]: Call, { bands, terms, level }: DealCells): boolean {
  const read = readAgreement(bands, terms);
  const isTail = name === "CVAR_LOSS" || given.includes("level");
  const asked: Partial<Record<string, readonly WithoutFormula[]>> = {
    CVAR_LOSS: isTail && level !== 0 ? ["twoTails"] : [],
    OPTIMAL_COMMITMENT: [
      "endsOfBands",
      ...(isTail && level !== 0 && level !== "" ? (["twoTails"] as const) : []),
    ],
    FORESIGHT_VALUE: ["hindsight", "endsOfBands"],
    COMMITMENT_OPTIONS: ["hindsight", "twoTails", "reRatedRegret"],
  };
  return read.ok && withoutFormula(read.value, asked[name] ?? []) !== undefined;
}

/** Values of clauses are small differences of costs. */
function sameClauses(
  { forecast, commitment, bands, terms }: DealCells,
  rows: readonly (readonly unknown[])[],
  ours: readonly (readonly (number | string)[])[],
) {
  const costUsd = Number(OURS["EXPECTED_COST"]?.(forecast, commitment, bands, terms));
  const size = Math.max(costUsd, Number(commitment));
  const pointUsd = pointOf(ours);
  return ours.map((cells, down) =>
    cells.map((one: number | string, along: number) => {
      const shown: unknown = rows[down]?.[along];
      if (along < 3) return sameAnswer(shown, one, size);
      // Where next to nothing fills the commitment, a point is worth the rounding of the mean.
      if (down > 0 && (pointUsd === undefined || pointUsd < 1e-6 * size)) return shown;
      return sameAnswer(shown, one, size / (pointUsd ?? 1));
    }),
  );
}

/** What an amount is measured against: an expectation by mean usage, a break-even by the target. */
function sizeOf(name: string, { forecast, target, usage, commitment }: DealCells): number {
  if (name === "THRESHOLDS" || name === "SENSITIVITY")
    return Math.max(...[target, usage, commitment].map((one) => Number(one) || 0));
  if (/^(EXPECTED_|DISCOUNT_POINT|CVAR_|FORESIGHT|COMMITMENT_OPTIONS)/.test(name))
    return Number(OURS["FORECAST_MEAN"]?.(forecast)) || 1;
  return name === "BREAKEVEN_USAGE" ? Number(target) : 1;
}

/** What a point of discount is worth, from the row of a clause that is worth something. */
function pointOf(rows: readonly (readonly (number | string)[])[]): number | undefined {
  const [, usd, , points] =
    rows.find(([, alone, , inPoints]) => Number(alone) * Number(inPoints)) ?? [];
  return usd === undefined ? undefined : Number(usd) / Number(points);
}
