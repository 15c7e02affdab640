import type { DealCells } from "./deals";
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
  if (typeof ours !== "number" || typeof native !== "number") return ours;
  return Math.abs(native - ours) <= TOLERANCE * Math.max(1, Math.abs(ours), size) ? native : ours;
}

/** Both answers to a function of a deal: values of clauses are differences of costs, and have as many rows as clauses apply. */
export function bothAnswers(
  name: string,
  deal: DealCells,
  native: unknown,
  ours: Ours,
): readonly [native: unknown, ours: unknown] {
  if (breaksEvenAtOnce(name, deal, native)) return [native, native];
  // Where our function shows an error, no cell of the twin may have a number.
  if (ours === undefined) return [[native].flat(2).filter((one) => typeof one === "number"), []];
  if (name !== "CLAUSE_VALUES" || !Array.isArray(native) || !Array.isArray(ours))
    return [native, sameAnswer(native, ours, sizeOf(name, deal))];
  const rows = native.filter((cells: readonly unknown[]) => cells.some((one) => one !== ""));
  const { forecast, commitment, bands, terms } = deal;
  const costUsd = Number(OURS["EXPECTED_COST"]?.(forecast, commitment, bands, terms));
  const size = Math.max(costUsd, Number(commitment));
  const pointUsd = pointOf(ours);
  return [
    rows,
    ours.map((cells, down) =>
      cells.map((one: number | string, along: number) => {
        const shown: unknown = rows[down]?.[along];
        if (one === "#N/A" && shown === undefined) return shown;
        if (along < 3) return sameAnswer(shown, one, size);
        // Where next to nothing fills the commitment, a point is worth the rounding of the mean.
        if (down > 0 && (pointUsd === undefined || pointUsd < 1e-6 * size)) return shown;
        return sameAnswer(shown, one, size / (pointUsd ?? 1));
      }),
    ),
  ];
}

/** What an amount is measured against: an expectation by mean usage, a break-even by the target. */
function sizeOf(name: string, { forecast, target }: DealCells): number {
  if (name.startsWith("EXPECTED_")) return Number(OURS["FORECAST_MEAN"]?.(forecast)) || 1;
  return name === "BREAKEVEN_USAGE" ? Number(target) : 1;
}

/**
 * Whether both commitments cost the same without usage, so that they break even there: where nothing of a shortfall is lost, our
 * function loses that to the rounding of its curves, and answers a later usage or that the target never pays.
 */
function breaksEvenAtOnce(name: string, deal: DealCells, native: unknown): boolean {
  const atOnce: Readonly<Record<string, number>> = { BREAKEVEN_USAGE: 0, TOLERABLE_WASTE: 1 };
  if (atOnce[name] === undefined || atOnce[name] !== native) return false;
  const { commitment, target, bands, terms } = deal;
  const costs = [commitment, target].map((one) => OURS["EFFECTIVE_COST"]?.(0, one, bands, terms));
  return (
    Number(target) > Number(commitment) && Math.abs(Number(costs[0]) - Number(costs[1])) < 1e-9
  );
}

/** What a point of discount is worth, from the row of a clause that is worth something. */
function pointOf(rows: readonly (readonly (number | string)[])[]): number | undefined {
  const [, usd, , points] =
    rows.find(([, alone, , inPoints]) => Number(alone) * Number(inPoints)) ?? [];
  return usd === undefined ? undefined : Number(usd) / Number(points);
}
