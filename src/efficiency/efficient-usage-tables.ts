import { NoAnswer } from "../core/no-answer";
import { type Answer, chain, type Result, succeed } from "../core/result";
import { type EfficiencyQuestion, type EfficientUsage, efficientUsage } from "./efficient-usage";
import { isEmpty, type PricedWorkloads } from "./price-workloads";
import { WORKLOAD_HEADINGS, WORKLOAD_KINDS, workloadKey } from "./workload";

/** What EFFICIENT_USAGE shows. */
export const USAGE_DETAILS = ["steps", "total", "workloads", "tokens"] as const;
export type UsageDetail = (typeof USAGE_DETAILS)[number];

type Row = readonly Answer<string | number>[];

/** What levers make of usage, in the detail that is asked for: a table with headings, or the efficient usage alone, USD. */
export function usageAnswer(
  question: EfficiencyQuestion,
  detail: UsageDetail = "steps",
): Result<Answer<number | readonly Row[]>> {
  return chain(efficientUsage(question), (usage) =>
    succeed(usage instanceof NoAnswer ? usage : inDetail(usage, detail)),
  );
}

function inDetail(usage: EfficientUsage, detail: UsageDetail): number | readonly Row[] {
  switch (detail) {
    case "total":
      return usage.efficient.totalUsd;
    case "steps":
      return stepsTable(usage);
    case "workloads":
      return workloadsTable(usage);
    case "tokens":
      return tokensTable(usage);
  }
}

/** Usage after each step, what its levers save alone, and what they save where they stand. */
function stepsTable(usage: EfficientUsage): readonly Row[] {
  const { current, routed, cached, efficient } = usage;
  const saved = (before: number, after: Answer<number>): Answer<number> =>
    after instanceof NoAnswer ? after : before - after;
  const now = current.totalUsd;
  const [afterRoutes, afterCache, end] = [routed.totalUsd, cached.totalUsd, efficient.totalUsd];
  return [
    ["Step", "Usage", "Saving alone", "Saving in sequence"],
    ["Current usage", now, 0, 0],
    ["Routing", afterRoutes, now - afterRoutes, now - afterRoutes],
    ["Caching", afterCache, saved(now, usage.cachedAloneUsd), afterRoutes - afterCache],
    ["Batch", end, saved(now, usage.batchedAloneUsd), afterCache - end],
    ["Efficient usage", end, now - end, now - end],
  ];
}

/** Each workload before and after, in order of first appearance. */
function workloadsTable({ current, efficient }: EfficientUsage): readonly Row[] {
  const before = costsByName(current);
  const after = costsByName(efficient);
  const rows = [...before].map(([key, { name, usd }]): Row => {
    const end = after.get(key)?.usd ?? 0;
    return [name, usd, end, usd - end];
  });
  return [["Workload", "Current", "Efficient", "Saving"], ...rows];
}

function costsByName({ workloads, costsUsd }: PricedWorkloads) {
  const costs = new Map<string, { readonly name: string; readonly usd: number }>();
  for (const [index, { name }] of workloads.entries()) {
    const key = workloadKey(name);
    const known = costs.get(key) ?? { name, usd: 0 };
    costs.set(key, { name: known.name, usd: known.usd + (costsUsd[index] ?? 0) });
  }
  return costs;
}

/** Tokens after all levers, merged over the five words; rows without usage are left out. */
function tokensTable({ efficient }: EfficientUsage): readonly Row[] {
  const merged = new Map<string, { readonly words: Row; readonly numbers: readonly number[] }>();
  for (const [index, workload] of efficient.workloads.entries()) {
    if (isEmpty(workload)) continue;
    const { name, model, tariff, quantities } = workload;
    const served = [model, tariff.service, tariff.speed, tariff.geo];
    const key = JSON.stringify([workloadKey(name), ...served]);
    const known = merged.get(key)?.numbers;
    const numbers = [
      ...WORKLOAD_KINDS.map((kind) => quantities[kind]),
      efficient.costsUsd[index] ?? 0,
    ];
    merged.set(key, {
      words: merged.get(key)?.words ?? [name, ...served],
      numbers: numbers.map((number, column) => number + (known?.[column] ?? 0)),
    });
  }
  const headings = [
    "Workload",
    "Model",
    "Service",
    "Speed",
    "Geo",
    ...WORKLOAD_HEADINGS,
    "List USD",
  ];
  return [headings, ...[...merged.values()].map(({ words, numbers }) => [...words, ...numbers])];
}
