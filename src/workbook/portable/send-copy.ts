import type { Currency } from "../../core/currency";
import { describeFault, type Outcome } from "../excel/outcome";
import type { WriteProgress } from "../excel/progress";
import { freezeOurs } from "./freeze";
import { lookPortable } from "./look-portable";
import { makePortable } from "./make-portable";
import { restoreOurs } from "./restore-ours";
import { readWorkbookFile } from "./workbook-file";

/** A copy that stands without the add-in, which is open now. */
export interface SentCopy {
  /** Formulas that are Excel's own in it, and cells that hold values. */
  readonly live: number;
  readonly frozen: number;
  /** Cells that still call our functions there: they show an error here too, or their sheet is protected. */
  readonly left: number;
  /** Cells of this workbook that somebody changed meanwhile, and that keep what they hold. */
  readonly changed: readonly string[];
}

/**
 * Opens a copy of the workbook in which nothing calls our functions: made portable, and frozen where that cannot be. The workbook
 * itself has every formula back before the copy opens, also where something fails on the way.
 */
export async function sendCopy(
  madeOn: string,
  currency: Currency,
  progress?: WriteProgress,
): Promise<Outcome<SentCopy>> {
  const written: string[] = [];
  const copied = await copyOf(written, madeOn, currency, progress);
  const changed: string[] = [];
  for (const id of written.toReversed()) {
    const restored = await restoreOurs(id);
    if (!restored.ok)
      return { ok: false, fault: { kind: "notRestored", cause: describeFault(restored.fault) } };
    changed.push(...restored.value.changed);
  }
  if (!copied.ok) return copied;
  const { file, ...copy } = copied.value;
  await Excel.createWorkbook(file);
  return { ok: true, value: { ...copy, changed } };
}

interface Copied extends Omit<SentCopy, "changed"> {
  readonly file: string;
}

/** @param written Takes the ids of what must be restored. */
async function copyOf(
  written: string[],
  madeOn: string,
  currency: Currency,
  progress: WriteProgress | undefined,
): Promise<Outcome<Copied>> {
  const look = await lookPortable("workbook", true);
  if (!look.ok) return look;
  let live = 0;
  if (look.value.plan.changes.length > 0) {
    const made = await makePortable(look.value, madeOn, currency, progress);
    if (!made.ok) return made;
    written.push(made.value.id);
    live = made.value.changed;
  }
  const rest = await lookPortable("workbook");
  if (!rest.ok) return rest;
  const { changes, kept, newer, protectedSheets } = rest.value.plan;
  let left = protectedSheets.reduce((sum, { cells }) => sum + cells, 0);
  let frozen = 0;
  if (changes.length + kept.length + newer.length > 0) {
    const freezing = await freezeOurs(rest.value, madeOn);
    if (!freezing.ok) return freezing;
    written.push(freezing.value.id);
    frozen = freezing.value.plan.formulas;
    left += freezing.value.plan.kept.length;
  }
  const file = await readWorkbookFile();
  return file.ok ? { ok: true, value: { file: file.value, live, frozen, left } } : file;
}
