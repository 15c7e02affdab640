import { type ByInput, byInput, INPUT_NAMES } from "../../deal/deal-inputs";
import { blockAddress, blockOf, isWithin } from "../../input/cells/a1";
import {
  CHOICE_KEY,
  type DealChoice,
  formatChoice,
  loadChoice,
  readChoice,
} from "../deal/deal-choice";
import { FaultError } from "../excel/run";
import { giveCellsBack, loadRules, makeRulesWhole, rulesAcross } from "./crossed-rules";
import { pointChart } from "./drawn-chart";
import { findFormerFormulas, putFormulasBack } from "./former-formulas";
import { BLOCK_NAME_PREFIX, formatRecord, settingKey, type WriteRecord } from "./record";
import type { UndoStep } from "./undo-steps";

type Step<Kind extends UndoStep["kind"]> = Extract<UndoStep, { readonly kind: Kind }>;

/** The block that was written, wherever it is now. */
interface WrittenBlock {
  readonly range: Excel.Range;
  readonly sheet: Excel.Worksheet;
  /** Used cells of its sheet. */
  readonly used: Excel.Range;
  /** Conditional formats that touch it. */
  readonly rules: Excel.ConditionalFormatCollection;
}

/** A step whose questions to the workbook are asked; the answers are there after the next sync. */
interface ReadyStep {
  /** Whether it would delete a sheet. */
  deletesSheet(block: WrittenBlock | undefined): boolean;
  /**
   * @param block undefined where the block is gone.
   * @returns What is left to say of it.
   */
  apply(block: WrittenBlock | undefined): undefined | Promise<Undone | undefined>;
}

/** What a write left behind once it was undone. */
export interface Undone {
  /** Whether conditional formats that cross the edge of the block stay in parts, in an Excel that cannot join them. */
  readonly areRulesInParts: boolean;
}

/**
 * Undoes one write by the steps of its record. The record goes last, so that whatever fails can be done again.
 *
 * @param sheetIsOurs Whether a sheet under the record's name is the one that was made for it.
 */
export async function undo(
  context: Excel.RequestContext,
  record: WriteRecord,
  sheetIsOurs: boolean,
): Promise<Undone> {
  const { workbook } = context;
  workbook.protection.load("protected");
  const found = findBlock(workbook, record.names[0] ?? "");
  const backup = record.undo.find((step) => step.kind === "restoreBlock");
  const key = settingKey(record.id);
  let kept = record.undo;
  const steps = record.undo.map((step, index) =>
    readyStep(workbook, step, sheetIsOurs, (next) => {
      kept = kept.map((one, at) => (at === index ? next : one));
      workbook.settings.add(key, formatRecord({ ...record, undo: kept }));
    }),
  );
  await context.sync();

  const block = found.range.isNullObject ? undefined : found;
  if (workbook.protection.protected && steps.some((step) => step.deletesSheet(block)))
    throw new FaultError({ kind: "protectedWorkbook" });
  const isProtected = block?.sheet.protection.protected === true;
  if (isProtected && (record.complete || (backup && !(await holdsBackup(workbook, backup, block)))))
    throw new FaultError({ kind: "protectedRemoval", sheet: block.sheet.name });
  let areRulesInParts = false;
  for (const [index, step] of steps.entries()) {
    // A write that stopped at a protected sheet left the block as it was.
    const isOfBlock = /^(deleteSheet|restoreBlock|restoreChart)$/.test(
      record.undo[index]?.kind ?? "",
    );
    const left = !isProtected || !isOfBlock ? await step.apply(block) : undefined;
    areRulesInParts ||= left?.areRulesInParts === true;
  }
  workbook.settings.getItemOrNullObject(key).delete();
  await context.sync();
  return { areRulesInParts };
}

function findBlock(workbook: Excel.Workbook, name: string): WrittenBlock {
  const range = workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
  range.load("address");
  const sheet = range.worksheet;
  sheet.load("name");
  sheet.protection.load("protected");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("address");
  return { range, sheet, used, rules: loadRules(range) };
}

/** Whether a block still holds the very content that was put aside before it was to be written. */
async function holdsBackup(
  workbook: Excel.Workbook,
  { backup, address }: Step<"restoreBlock">,
  { range }: WrittenBlock,
): Promise<boolean> {
  const sheet = workbook.worksheets.getItemOrNullObject(backup);
  const kept = sheet.getRange(address);
  kept.load("formulas");
  range.load("formulas");
  await range.context.sync();
  return sheet.isNullObject || JSON.stringify(kept.formulas) === JSON.stringify(range.formulas);
}

/** Queues that the record has a step instead of the one that is about to be done, for when that stops half way. */
type KeepStep = (step: UndoStep) => void;

function readyStep(
  workbook: Excel.Workbook,
  step: UndoStep,
  sheetIsOurs: boolean,
  keep: KeepStep,
): ReadyStep {
  switch (step.kind) {
    case "deleteSheet":
      return step.block === undefined
        ? deleteSheet(workbook, step, sheetIsOurs, keep)
        : ofBlock(deleteSheet(workbook, step, sheetIsOurs, keep), findBlock(workbook, step.block));
    case "restoreBlock":
      return restoreBlock(workbook, step, keep);
    case "restoreTable":
      return restoreTable(workbook, step);
    case "restoreSetting":
      return restoreSetting(workbook, step);
    case "leaveChoice":
      return leaveChoice(workbook, step);
    case "restoreChart":
      return restoreChart(step);
    case "restoreCell":
      return restoreCell(workbook, step);
    case "restoreName":
      return restoreName(workbook, step);
    case "restoreFormulas":
      return restoreFormulas(workbook, step);
    case "deleteNames":
      return deleteNames(workbook, step);
    case "deleteBackup":
      return deleteBackup(workbook, step);
  }
}

function deleteSheet(
  { worksheets }: Excel.Workbook,
  step: Step<"deleteSheet">,
  sheetIsOurs: boolean,
  keep: KeepStep,
): ReadyStep {
  const { sheet: name, chart: chartName, fromTop } = step;
  const named = worksheets.getItemOrNullObject(name);
  const filled = named.getUsedRangeOrNullObject(true);
  filled.load("address");
  return {
    deletesSheet: (block) => block !== undefined,
    async apply(block) {
      if (block === undefined) {
        // The sheet was made but not yet filled; a sheet with content under that name is somebody else's.
        if (sheetIsOurs && !named.isNullObject && filled.isNullObject) named.delete();
        return undefined;
      }
      const { range, sheet, used } = block;
      const written = blockOf(range.address);
      const rowsAbove = fromTop === true ? written.row : 0;
      const whole = {
        ...written,
        row: written.row - rowsAbove,
        rows: written.rows + rowsAbove,
      };
      if (used.isNullObject || isWithin(blockOf(used.address), whole)) {
        sheet.delete();
        return undefined;
      }
      const tables = range.getTables(false);
      tables.load("items/name");
      const chart = sheet.charts.getItemOrNullObject(chartName ?? NO_CHART);
      chart.load("name");
      const touching = loadRules(sheet.getRange(blockAddress(whole)));
      await range.context.sync();
      const across = await rulesAcross(whole, touching, step.across);
      if (across.length > 0) keep({ ...step, across });
      for (const table of tables.items) table.delete();
      sheet.getRangeByIndexes(whole.row, whole.column, whole.rows, whole.columns).clear("All");
      if (!chart.isNullObject) chart.delete();
      return { areRulesInParts: giveCellsBack(sheet, across, whole) };
    },
  };
}

/** A step about another block than the one of the record. */
function ofBlock(step: ReadyStep, found: WrittenBlock): ReadyStep {
  const block = (): WrittenBlock | undefined => (found.range.isNullObject ? undefined : found);
  return {
    deletesSheet: () => step.deletesSheet(block()),
    apply: () => step.apply(block()),
  };
}

/** A name that no chart has. */
const NO_CHART = "Bandwise none";

function restoreBlock(
  { worksheets }: Excel.Workbook,
  step: Step<"restoreBlock">,
  keep: KeepStep,
): ReadyStep {
  const { backup: name, address, merged, columnWidths, rules = [] } = step;
  const backup = worksheets.getItemOrNullObject(name);
  backup.load("name");
  return {
    deletesSheet: () => false,
    async apply(block) {
      if (block === undefined || backup.isNullObject) return undefined;
      const { range } = block;
      const across = await rulesAcross(blockOf(range.address), block.rules, step.across);
      if (across.length > 0) keep({ ...step, across });
      range.clear("All");
      range.copyFrom(backup.getRange(address), "All");
      const origin = blockOf(address);
      for (const { row, column, rows, columns } of merged.map(blockOf))
        range
          .getCell(row - origin.row, column - origin.column)
          .getResizedRange(rows - 1, columns - 1)
          .merge(false);
      for (const [index, width] of columnWidths.entries())
        range.getColumn(index).format.columnWidth = width;
      return { areRulesInParts: await makeRulesWhole(range, address, rules, across) };
    },
  };
}

function restoreTable(
  { worksheets, tables }: Excel.Workbook,
  { table: name, backup: backupName, address, chart: drawn }: Step<"restoreTable">,
): ReadyStep {
  const backup = worksheets.getItemOrNullObject(backupName);
  backup.load("name");
  const table = tables.getItemOrNullObject(name);
  const range = table.getRange();
  range.load("address");
  const chart = drawn && range.worksheet.charts.getItemOrNullObject(drawn.name);
  chart?.load("name");
  return {
    deletesSheet: () => false,
    apply() {
      if (table.isNullObject || backup.isNullObject) return;
      const former = blockOf(address);
      const end = former.row + former.rows;
      const { row, rows } = blockOf(range.address);
      const sheet = range.worksheet;
      const whole = sheet.getRange(address);
      if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return;
      table.resize(whole);
      if (row + rows > end)
        sheet.getRangeByIndexes(end, former.column, row + rows - end, former.columns).clear("All");
      whole.copyFrom(backup.getRange(address), "Formulas");
      if (drawn && chart?.isNullObject === false)
        pointChart(chart, whole, drawn, drawn.lines.length);
    },
  };
}

function restoreSetting(
  { settings }: Excel.Workbook,
  { key, value, written }: Step<"restoreSetting">,
): ReadyStep {
  const setting = settings.getItemOrNullObject(key);
  setting.load("value");
  return {
    deletesSheet: () => false,
    apply() {
      if (written !== undefined && (setting.isNullObject || setting.value !== written)) return;
      if (value !== null) settings.add(key, value);
      else if (!setting.isNullObject) setting.delete();
    },
  };
}

function leaveChoice(
  { settings }: Excel.Workbook,
  { names, made }: Step<"leaveChoice">,
): ReadyStep {
  const setting = loadChoice(settings);
  return {
    deletesSheet: () => false,
    apply() {
      const choice = readChoice(setting);
      const isOurs = (part: keyof DealChoice): boolean =>
        names.includes(choice?.[part]?.name ?? "");
      if (choice === undefined || !INPUT_NAMES.some(isOurs)) return;
      const left: ByInput<DealChoice["Bands"]> = byInput((part) =>
        isOurs(part) ? null : choice[part],
      );
      const isByNames = INPUT_NAMES.every((part) => (left[part]?.name ?? part) === part);
      if (left.Bands === null || (made && isByNames)) setting.delete();
      else settings.add(CHOICE_KEY, formatChoice(left));
    },
  };
}

function restoreChart({ chart: drawn }: Step<"restoreChart">): ReadyStep {
  return {
    deletesSheet: () => false,
    async apply(block) {
      if (block === undefined) return;
      const chart = block.sheet.charts.getItemOrNullObject(drawn.name);
      chart.load("name");
      await block.range.context.sync();
      if (!chart.isNullObject) pointChart(chart, block.range, drawn, drawn.lines.length);
    },
  };
}

function restoreCell(
  { worksheets }: Excel.Workbook,
  { sheet: name, cell, formula }: Step<"restoreCell">,
): ReadyStep {
  const sheet = worksheets.getItemOrNullObject(name);
  sheet.load("name");
  return {
    deletesSheet: () => false,
    apply() {
      if (!sheet.isNullObject) sheet.getRange(cell).formulas = [[formula]];
    },
  };
}

function restoreName({ names }: Excel.Workbook, { name, formula }: Step<"restoreName">): ReadyStep {
  const item = names.getItemOrNullObject(name);
  item.load("name");
  return {
    deletesSheet: () => false,
    apply() {
      if (!item.isNullObject) item.formula = formula;
    },
  };
}

function restoreFormulas(workbook: Excel.Workbook, step: Step<"restoreFormulas">): ReadyStep {
  return {
    deletesSheet: () => false,
    async apply() {
      const found = await findFormerFormulas(workbook, step);
      if (found) putFormulasBack(found);
      return undefined;
    },
  };
}

function deleteNames(workbook: Excel.Workbook, { names }: Step<"deleteNames">): ReadyStep {
  const made = names.map((name) => {
    const item = workbook.names.getItemOrNullObject(name);
    const range = item.getRangeOrNullObject();
    range.worksheet.load("name");
    return { name, item, range };
  });
  return {
    deletesSheet: () => false,
    apply(block) {
      // The block's own goes last: while it is there, a second try finds the sheet of the others by it.
      for (const { name, item, range } of made.toReversed()) {
        // A name without our prefix may by now be a co-author's, who took it at the same moment.
        const isOurs =
          name.startsWith(BLOCK_NAME_PREFIX) ||
          range.isNullObject ||
          range.worksheet.name === block?.sheet.name;
        if (isOurs && !item.isNullObject) item.delete();
      }
    },
  };
}

function deleteBackup({ worksheets }: Excel.Workbook, { sheet }: Step<"deleteBackup">): ReadyStep {
  const backup = worksheets.getItemOrNullObject(sheet);
  backup.load("name");
  return {
    deletesSheet: () => !backup.isNullObject,
    apply() {
      if (backup.isNullObject) return;
      backup.visibility = "Hidden";
      backup.delete();
    },
  };
}
