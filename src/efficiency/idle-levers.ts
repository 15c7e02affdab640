import type { EfficiencyQuestion } from "./efficient-usage";
import { applicable, canBeBatched, type Lever, type LeverName, readsOf, route } from "./levers";
import { promptTokensOf } from "./list-price";
import { type Workload, workloadKey } from "./workload";

/** Why a lever changes no token. */
export type IdleReason =
  /** No usage has its workload, its model, or both together. */
  | { readonly kind: "noWorkload" | "noModel" | "noSuchUsage" }
  /** Another lever for a narrower part of usage applies to all that it matches. */
  | { readonly kind: "overruled" }
  /** A route from a model to itself. */
  | { readonly kind: "sameModel" }
  /** Routes move away all that it matches. */
  | { readonly kind: "routedAway" }
  /** All that it could cache comes from the cache already to its share: this share at least. */
  | { readonly kind: "cachedAlready"; readonly leastShare: number }
  /** No prompt that it matches has input that is not cached. */
  | { readonly kind: "nothingToCache" }
  /** All that it matches is batch or in fast mode already. */
  | { readonly kind: "notStandard" };

export interface IdleLever {
  readonly lever: Lever;
  readonly reason: IdleReason;
}

/** The levers with a share that change nothing of the usage, in their order, and why. */
export function idleLevers({
  workloads,
  levers,
}: Pick<EfficiencyQuestion, "workloads" | "levers">): readonly IdleLever[] {
  const given = workloads.filter(hasTokens);
  // A tokenizer changes how many tokens arrive, never whether any do.
  const moved = route(workloads, levers, () => 1).filter(hasTokens);
  return levers.flatMap((lever) => {
    const met = lever.lever === "Route" ? given : moved;
    const reason = lever.share > 0 ? reasonOf(lever, levers, given, met) : undefined;
    return reason ? [{ lever, reason }] : [];
  });
}

function hasTokens({ quantities }: Workload): boolean {
  return Object.values(quantities).some((quantity) => quantity > 0);
}

/** @param met Usage as the lever meets it: caching and batch after the routes. */
function reasonOf(
  lever: Lever,
  levers: readonly Lever[],
  given: readonly Workload[],
  met: readonly Workload[],
): IdleReason | undefined {
  const matching = met.filter((workload) => matches(lever, workload));
  if (matching.length === 0)
    return given.some((workload) => matches(lever, workload))
      ? { kind: "routedAway" }
      : { kind: missing(lever, given) };
  const ruled = matching.filter((workload) =>
    applicable(levers, lever.lever, workload).includes(lever),
  );
  return ruled.length === 0 ? { kind: "overruled" } : IDLE[lever.lever](lever, ruled);
}

function matches({ workload, from }: Lever, { name, model }: Workload): boolean {
  return (workload === "" || workload === workloadKey(name)) && (from === "" || from === model);
}

function missing(
  lever: Lever,
  given: readonly Workload[],
): "noWorkload" | "noModel" | "noSuchUsage" {
  if (!given.some((one) => matches({ ...lever, from: "" }, one))) return "noWorkload";
  return given.some((one) => matches({ ...lever, workload: "" }, one)) ? "noSuchUsage" : "noModel";
}

/** Why a lever changes nothing of the workloads that it applies to; undefined where it does. */
const IDLE: Readonly<
  Record<LeverName, (lever: Lever, ruled: readonly Workload[]) => IdleReason | undefined>
> = {
  Route: ({ to }, ruled) =>
    ruled.every(({ model }) => model === to) ? { kind: "sameModel" } : undefined,
  Cache: (lever, ruled) => {
    const reads = ruled.map(({ quantities }) => readsOf(lever, quantities));
    if (reads.some(({ wanted, most }) => wanted > 0 && most > 0)) return undefined;
    if (reads.every(({ most }) => most === 0)) return { kind: "nothingToCache" };
    const shares = ruled
      .filter(({ quantities }) => quantities.input > 0)
      .map(({ quantities }) => quantities["cache read"] / promptTokensOf(quantities));
    return { kind: "cachedAlready", leastShare: Math.min(...shares) };
  },
  Batch: (_, ruled) => (ruled.some(canBeBatched) ? undefined : { kind: "notStandard" }),
};
