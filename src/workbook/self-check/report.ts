import type { CheckFailure } from "./compare";
import type { HostFacts } from "./host";

/** What a check of one Excel found. Nothing of the user's own sheets is in it. */
export interface SelfCheckReport {
  readonly host: HostFacts;
  readonly checks: number;
  readonly failures: readonly CheckFailure[];
  /** How this Excel behaves where none of the ways is wrong. */
  readonly observations: readonly string[];
}

/** "All 102 checks passed", or how many did not. */
export function summarizeReport({ checks, failures }: SelfCheckReport): string {
  if (failures.length === 0) return `All ${checks} checks passed`;
  return `${failures.length} of ${checks} checks failed`;
}

/** Where it ran, in a few words: Excel on PC, version 16.0. What is not Excel gives its name for a version. */
export function describeHostOf({ host }: SelfCheckReport): string {
  if (!/^\d/.test(host.version)) return `${host.version}, ${host.language}`;
  return `${host.host} on ${host.platform}, version ${host.version}, ${host.language}`;
}

/** The report as text to send to whoever looks after the add-in. */
export function formatReport(report: SelfCheckReport): string {
  return [
    `Bandwise self-check: ${summarizeReport(report)}.`,
    describeHostOf(report),
    `Requirement sets: ${report.host.requirementSets.join(", ")}`,
    ...report.observations,
    ...report.failures.flatMap(({ name, formula, expected, found }) => [
      "",
      `FAILED ${name}`,
      ...(formula === "" ? [] : [formula]),
      `expected ${expected}, found ${found}`,
    ]),
  ].join("\n");
}
