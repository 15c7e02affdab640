import type { PricingError } from "../core/errors";
import { failWith, type Result, succeed } from "../core/result";
import { promptTokensOf } from "./list-price";
import { scaledBy, type Workload, workloadKey } from "./workload";

export const LEVER_NAMES = ["Route", "Cache", "Batch"] as const;
export type LeverName = (typeof LEVER_NAMES)[number];

/** How long a cache write lasts. */
export const CACHE_LIFETIMES = ["5m", "1h"] as const;

/** A change of how usage is served: a row of the table of levers. */
export interface Lever {
  readonly lever: LeverName;
  readonly row: number;
  /** As workloadKey writes it; blank: every workload. */
  readonly workload: string;
  /** As canonicalModel writes it; blank: every model. */
  readonly from: string;
  /** Target of a route. */
  readonly to: string;
  /** Part of the tokens that is routed or goes to batch, part of the prompt that is read from cache: [0, 1]. */
  readonly share: number;
  /** Tokens written to the cache for each that is read from it. */
  readonly writeRatio: number;
  readonly lifetime: (typeof CACHE_LIFETIMES)[number];
  /** Of one request after a route; undefined: as before, in the tokens of the target. */
  readonly promptTokens: number | undefined;
}

/** Shares of doubles that add up to 1 may miss it by so much. */
const ROUNDING = 1e-12;

/** Share × (1 + write ratio) may exceed 1 by so much: 0.909 with 0.1 typed to nine digits. */
const CACHE_ROUNDING = 1e-9;

/** Checks levers against one another. */
export function parseLevers(levers: readonly Lever[]): Result<readonly Lever[]> {
  const errors: PricingError[] = [];
  const seen = new Map<string, Lever>();
  const routed = new Map<string, readonly Lever[]>();
  for (const lever of levers) {
    const { row, workload, from, to } = lever;
    const isRoute = lever.lever === "Route";
    const key = JSON.stringify([lever.lever, workload, from, isRoute ? to : ""]);
    const first = seen.get(key);
    if (first)
      errors.push({
        kind: "givenTwice",
        argument: "levers",
        what: `the lever ${lever.lever} of the same workload and models`,
        rows: [first.row, row],
      });
    seen.set(key, first ?? lever);
    if (isRoute) {
      const place = JSON.stringify([workload, from]);
      routed.set(place, [...(routed.get(place) ?? []), lever]);
    }
    const isTooMuch = lever.share * (1 + lever.writeRatio) > 1 + CACHE_ROUNDING;
    if (lever.lever === "Cache" && isTooMuch)
      errors.push({
        kind: "cachedMoreThanAll",
        row,
        share: lever.share,
        writeRatio: lever.writeRatio,
      });
  }
  for (const routes of routed.values()) {
    const shareSum = sumOfShares(routes);
    if (shareSum > 1 + ROUNDING)
      errors.push({
        kind: "routedMoreThanAll",
        model: routes[0]?.from ?? "",
        shareSum,
        rows: routes.map(({ row }) => row),
      });
  }
  return errors.length > 0 ? failWith(errors) : succeed(levers);
}

function sumOfShares(levers: readonly Lever[]): number {
  return levers.reduce((sum, { share }) => sum + share, 0);
}

/**
 * The levers of one kind that apply to a workload: of those that match it only the most specific, workload and model named
 * before workload, before model, before neither.
 */
export function applicable(
  levers: readonly Lever[],
  name: LeverName,
  workload: Workload,
): readonly Lever[] {
  const key = workloadKey(workload.name);
  const matching = levers.filter(
    (lever) =>
      lever.lever === name &&
      (lever.workload === "" || lever.workload === key) &&
      (lever.from === "" || lever.from === workload.model),
  );
  const most = Math.max(...matching.map(specificity));
  return matching.filter((lever) => specificity(lever) === most);
}

function specificity({ workload, from }: Lever): number {
  return (workload === "" ? 0 : 2) + (from === "" ? 0 : 1);
}

/**
 * Moves shares of workloads to other models, all at once: what arrives is not routed again (docs/pricing-model.md 9.5).
 *
 * @param tokenizerOf Tokens that a model makes of a text, by which tokens that move are rescaled.
 * @returns Each workload with what stays, followed by its routes in the order of the levers.
 */
export function route(
  workloads: readonly Workload[],
  levers: readonly Lever[],
  tokenizerOf: (model: string) => number,
): readonly Workload[] {
  return workloads.flatMap((workload) => {
    const { model, promptTokens, quantities } = workload;
    const routes = applicable(levers, "Route", workload).filter(
      ({ share, to }) => share > 0 && to !== model,
    );
    if (routes.length === 0) return [workload];
    const rest = 1 - sumOfShares(routes);
    const kept = rest < ROUNDING ? 0 : rest;
    return [
      { ...workload, quantities: scaledBy(quantities, kept) },
      ...routes.map((lever): Workload => {
        const scale = tokenizerOf(lever.to) / tokenizerOf(model);
        return {
          ...workload,
          place: { argument: "levers", row: lever.row },
          model: lever.to,
          promptTokens: lever.promptTokens ?? (promptTokens && promptTokens * scale),
          quantities: scaledBy(quantities, lever.share * scale, lever.share),
        };
      }),
    ];
  });
}

/** Reads more of each prompt from the cache, and writes what that needs; the prompt stays as long as it was (docs/pricing-model.md 9.6). */
export function cache(
  workloads: readonly Workload[],
  levers: readonly Lever[],
): readonly Workload[] {
  return workloads.map((workload) => {
    const { quantities } = workload;
    const [lever] = applicable(levers, "Cache", workload);
    if (!lever) return workload;
    const { wanted, most } = readsOf(lever, quantities);
    const read = Math.max(0, Math.min(wanted, most));
    if (read === 0) return workload;
    const written = read * lever.writeRatio;
    const rest = quantities.input - read - written;
    const writes = `cache write ${lever.lifetime}` as const;
    return {
      ...workload,
      quantities: {
        ...quantities,
        input: wanted >= most || rest < ROUNDING * quantities.input ? 0 : rest,
        "cache read": quantities["cache read"] + read,
        [writes]: quantities[writes] + written,
      },
    };
  });
}

/** Tokens that a cache lever would read more from the cache, and the most that the input allows. */
export function readsOf(
  { share, writeRatio }: Lever,
  quantities: Workload["quantities"],
): Readonly<Record<"wanted" | "most", number>> {
  const wanted = share * promptTokensOf(quantities) - quantities["cache read"];
  return { wanted, most: quantities.input / (1 + writeRatio) };
}

/** Moves shares of workloads of standard service and speed to batch (docs/pricing-model.md 9.7). */
export function batch(
  workloads: readonly Workload[],
  levers: readonly Lever[],
): readonly Workload[] {
  return workloads.flatMap((workload) => {
    const { tariff, quantities } = workload;
    const [lever] = canBeBatched(workload) ? applicable(levers, "Batch", workload) : [];
    if (!lever || lever.share === 0) return [workload];
    return [
      { ...workload, quantities: scaledBy(quantities, 1 - lever.share) },
      {
        ...workload,
        tariff: { ...tariff, service: "batch" as const },
        quantities: scaledBy(quantities, lever.share),
      },
    ];
  });
}

/** Whether a workload may move to batch. */
export function canBeBatched({ tariff: { service, speed } }: Workload): boolean {
  return service === "standard" && speed === "standard";
}
