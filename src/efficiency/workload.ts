import type { Tariff } from "./card-price";
import { KIND_HEADINGS, PRICED_KINDS, type PricedKind } from "./priced-kinds";

/** What usage is counted in, in the order of the Usage sheet. */
export type WorkloadKind = Exclude<PricedKind, "session hour">;
export const WORKLOAD_KINDS: readonly WorkloadKind[] = PRICED_KINDS.filter(
  (kind): kind is WorkloadKind => kind !== "session hour",
);

/** The same as headings of a table. */
export const WORKLOAD_HEADINGS = WORKLOAD_KINDS.map((kind) => KIND_HEADINGS[kind]);

/** Tokens of one workload on one model, served in one way. */
export interface Workload {
  /** Row in the cells, from 1; that of the lever for what was routed. */
  readonly place: { readonly argument: "workloads" | "levers"; readonly row: number };
  readonly name: string;
  /** As canonicalModel writes it. */
  readonly model: string;
  readonly tariff: Tariff;
  /** Of one request; undefined: nothing says it. */
  readonly promptTokens: number | undefined;
  readonly quantities: Readonly<Record<WorkloadKind, number>>;
}

/** The form in which names of workloads are compared: trimmed and without case. */
export function workloadKey(name: string): string {
  return name.trim().toLowerCase();
}

/** Every quantity times a share; that of searches, which no tokenizer changes, may be another. */
export function scaledBy(
  quantities: Workload["quantities"],
  tokenShare: number,
  searchShare = tokenShare,
): Workload["quantities"] {
  return {
    input: quantities.input * tokenShare,
    "cache write 5m": quantities["cache write 5m"] * tokenShare,
    "cache write 1h": quantities["cache write 1h"] * tokenShare,
    "cache read": quantities["cache read"] * tokenShare,
    output: quantities.output * tokenShare,
    "web search": quantities["web search"] * searchShare,
  };
}
