import { SHOWN_KEY } from "../deal/deal-choice";
import type { UndoStep } from "./undo-steps";

/** What the first version kept of a write: what it had made, from which it knew what to undo. */
interface FormerRecord {
  readonly id: string;
  readonly kind: string;
  readonly sheet: string;
  readonly address: string;
  readonly names: readonly string[];
  readonly madeSheet?: boolean;
  readonly backupSheet?: string | null;
  readonly backedUp?: boolean;
  readonly merged?: readonly string[];
  readonly columnWidths?: readonly number[] | null;
  readonly madeChoice?: boolean;
  readonly chart?: string;
}

/** A record of the first version with the steps that undo it; undefined for anything else. */
export function fromFormerVersion(kept: unknown): object | undefined {
  if (typeof kept !== "object" || kept === null || "version" in kept || "undo" in kept)
    return undefined;
  const { madeSheet, backupSheet, backedUp, merged, columnWidths, madeChoice, chart, ...rest } =
    kept as FormerRecord;
  return Array.isArray(rest.names)
    ? { ...rest, version: 2, undo: stepsOf(kept as FormerRecord) }
    : undefined;
}

function stepsOf(record: FormerRecord): readonly UndoStep[] {
  const { kind, sheet, address, names, backupSheet, chart } = record;
  const isScenarios = kind === "scenarios";
  const steps: (UndoStep | false)[] = [
    record.madeSheet === true && {
      ...{ kind: "deleteSheet", sheet },
      ...(chart !== undefined && { chart }),
      ...(isScenarios && { fromTop: true }),
    },
    typeof backupSheet === "string" &&
      record.backedUp === true && {
        ...{ kind: "restoreBlock", backup: backupSheet, address },
        ...{ merged: record.merged ?? [], columnWidths: record.columnWidths ?? [] },
      },
    (kind === "forecast" || record.madeChoice === true) && {
      kind: "leaveChoice",
      names,
      made: record.madeChoice === true,
    },
    isScenarios && { kind: "restoreSetting", key: SHOWN_KEY, value: null },
    { kind: "deleteNames", names },
    typeof backupSheet === "string" && { kind: "deleteBackup", sheet: backupSheet },
  ];
  return steps.filter((step) => step !== false);
}
