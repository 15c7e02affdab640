import {
  type Block,
  blockAddress,
  blockOf,
  overlaps,
  SHEET_COLUMNS,
  SHEET_ROWS,
} from "../../input/cells/a1";
import { coverSame, intersection, without } from "../../input/cells/blocks";
import { areasIn } from "./preflight";

/** A conditional format that touches a block, as it is before the block is written. */
export interface FormerRule {
  readonly id: string;
  readonly type: string;
  /** Its cells, such as B2:D9. */
  readonly ranges: readonly string[];
}

const WHOLE_SHEET: Block = { row: 0, column: 0, rows: SHEET_ROWS, columns: SHEET_COLUMNS };

/**
 * Asks for the conditional formats that touch a block, where one of them crosses its edge; else none is worth a record. What it
 * returns is called once the answers are there, and makes a round trip of its own only where one crosses.
 */
export function askRules(
  sheet: Excel.Worksheet,
  block: Block,
): () => Promise<readonly FormerRule[]> {
  const touching = loadRules(sheet.getRange(blockAddress(block)));
  const beside = without([WHOLE_SHEET], [block]).map((part) =>
    loadRules(sheet.getRange(blockAddress(part))),
  );
  return async () => {
    const besides = new Set(beside.flatMap(({ items }) => items.map(({ id }) => id)));
    if (!touching.items.some(({ id }) => besides.has(id))) return [];
    return (await withRanges(sheet.context, touching)).map(asFormer);
  };
}

/** Loads what tells the conditional formats that touch a range apart. */
export function loadRules({ conditionalFormats }: Excel.Range): Excel.ConditionalFormatCollection {
  conditionalFormats.load("items/id,items/type");
  return conditionalFormats;
}

/**
 * The rules that cross the edge of a block now, after those that did when an undoing began that stopped half way.
 *
 * @param touching The rules that touch the block, loaded.
 */
export async function rulesAcross(
  block: Block,
  touching: Excel.ConditionalFormatCollection,
  former: readonly FormerRule[] = [],
): Promise<readonly FormerRule[]> {
  const rules = (await withRanges(touching.context, touching)).map(asFormer);
  const isKnown = ({ id }: FormerRule): boolean => former.some((rule) => rule.id === id);
  return [...former, ...crossing(rules, block).filter((rule) => !isKnown(rule))];
}

function crossing(rules: readonly FormerRule[], block: Block): readonly FormerRule[] {
  return rules.filter(({ ranges }) => {
    const blocks = ranges.map(blockOf);
    return blocks.some((one) => overlaps(one, block)) && without(blocks, [block]).length > 0;
  });
}

/**
 * Queues that the rules which cross the edge of a block, and were cut there by clearing it, have their cells again.
 *
 * @returns Whether they stay in parts instead, in an Excel that cannot give a rule other cells.
 */
export function giveCellsBack(
  sheet: Excel.Worksheet,
  rules: readonly FormerRule[],
  block: Block,
): boolean {
  const cut = crossing(rules, block);
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.17")) return cut.length > 0;
  const { conditionalFormats } = sheet.getRange();
  for (const { id, ranges } of cut) conditionalFormats.getItem(id).setRanges(ranges.join());
  return false;
}

interface RuleWithRanges {
  readonly rule: Excel.ConditionalFormat;
  readonly ranges: readonly string[];
}

function asFormer({ rule: { id, type }, ranges }: RuleWithRanges): FormerRule {
  return { id, type, ranges };
}

/** Rules that are loaded, with their cells: a round trip, unless there are none. */
async function withRanges(
  context: OfficeExtension.ClientRequestContext,
  { items }: Excel.ConditionalFormatCollection,
): Promise<readonly RuleWithRanges[]> {
  if (items.length === 0) return [];
  const asked = items.map((rule) => {
    const areas = rule.getRanges();
    areas.load("address");
    return { rule, areas };
  });
  await context.sync();
  return asked.map(({ rule, areas }) => ({ rule, ranges: areasIn(areas.address) }));
}

/**
 * The rules that touch what a block grows by, without those that are known of it and without the cells that the block has: of
 * those nothing is put aside.
 *
 * @param places Where the block is, and where it was when it was put aside, which is where these rules are said to be.
 */
export function rulesIn(
  strips: readonly Block[],
  rules: readonly FormerRule[],
  known: readonly FormerRule[] | undefined,
  [now, then]: readonly [now: Block, then: Block],
): readonly FormerRule[] {
  return rules
    .filter(({ id }) => !known?.some((rule) => rule.id === id))
    .map((rule) => ({ ...rule, blocks: rule.ranges.map(blockOf) }))
    .filter(({ blocks }) => strips.some((strip) => blocks.some((block) => overlaps(block, strip))))
    .map(({ blocks, ...rule }) => ({
      ...rule,
      ranges: without(blocks, [now]).map((block) => blockAddress(moved(block, now, then))),
    }));
}

/** A block as it is where everything moved as one corner did. */
function moved(block: Block, from: Block, to: Block): Block {
  return {
    ...block,
    row: block.row + to.row - from.row,
    column: block.column + to.column - from.column,
  };
}

/** A rule as it is now. */
interface Rule {
  readonly rule: Excel.ConditionalFormat;
  readonly blocks: readonly Block[];
}

/**
 * Makes the rules whole that cross the edge of a block which was just cleared, and its former cells copied back: the rule, of
 * which the part outside was left, gets its cells in the block again, and the copy's rule for those goes.
 *
 * Rules are told by their type and cells, then by their id, which need not outlive the session. What cannot be told for certain
 * stays in parts, so that no cell loses its looks.
 *
 * @param range The block where it is now.
 * @param address Where it was when it was put aside.
 * @param rules The rules that touched it then, in their order.
 * @param across The rules that crossed its edge just now, before it was cleared.
 * @returns Whether they stay in parts, in an Excel that cannot give a rule other cells.
 */
export async function makeRulesWhole(
  range: Excel.Range,
  address: string,
  rules: readonly FormerRule[],
  across: readonly FormerRule[],
): Promise<boolean> {
  const former = blockOf(address);
  if (rules.length === 0 && across.length === 0) return false;
  // Another Excel than the one that cannot may have written the record.
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.17")) return true;
  const all = loadRules(range.worksheet.getRange());
  range.load("address");
  await range.context.sync();
  const now = blockOf(range.address);
  const block = moved(former, former, now);
  const found = (await withRanges(range.context, all)).map(
    ({ rule, ranges }): Rule => ({ rule, blocks: ranges.map(blockOf) }),
  );
  const [copied, left] = [new Set<Rule>(), new Set<Rule>()];
  for (const rule of found) (without(rule.blocks, [block]).length === 0 ? copied : left).add(rule);
  for (const { id, type, ranges } of rules) {
    const whole = ranges.map((one) => moved(blockOf(one), former, now));
    const inside = whole.flatMap((one) => intersection(one, block) ?? []);
    const outside = without(whole, [block]);
    const parts = partsOf(inside, ofType(copied, type));
    for (const part of parts) copied.delete(part);
    const [copy, ...others] = parts;
    if (copy === undefined) continue;
    if (outside.length === 0) {
      if (others.length > 0 || copy.blocks.length !== whole.length) join(copy, whole, others);
      continue;
    }
    const rule = remainderOf(id, outside, ofType(left, type));
    if (rule === undefined) continue;
    left.delete(rule);
    const uncut = across.find((one) => one.id === rule.rule.id)?.ranges.map(blockOf) ?? rule.blocks;
    const cells = [...uncut, ...without(inside, uncut)];
    join(rule, coverSame(cells, whole) ? whole : cells, parts);
  }
  for (const { id, type, ranges } of across) {
    const whole = ranges.map(blockOf);
    const rule = remainderOf(id, without(whole, [now]), ofType(left, type));
    if (rule === undefined) continue;
    left.delete(rule);
    join(rule, whole, []);
  }
  return false;
}

/** Queues that a rule has these cells, and that the rules which had some of them go. */
function join({ rule }: Rule, cells: readonly Block[], parts: readonly Rule[]): void {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.17")) return;
  rule.setRanges(cells.map(blockAddress).join());
  for (const part of parts) part.rule.delete();
}

function ofType(rules: ReadonlySet<Rule>, type: string): readonly Rule[] {
  return [...rules].filter(({ rule }) => rule.type === type);
}

/** The rules that cover just these cells: one where there is such, else several, of a block that grew; none where cells are left. */
function partsOf(cells: readonly Block[], copied: readonly Rule[]): readonly Rule[] {
  const one = copied.find(({ blocks }) => coverSame(blocks, cells));
  if (one) return [one];
  const parts: Rule[] = [];
  let open = cells;
  for (const rule of copied) {
    if (without(rule.blocks, open).length > 0) continue;
    parts.push(rule);
    open = without(open, rule.blocks);
  }
  return open.length === 0 ? parts : [];
}

/** The rule that has what was left of one, or that has its id and other cells since. */
function remainderOf(
  id: string,
  outside: readonly Block[],
  rules: readonly Rule[],
): Rule | undefined {
  const asLeft = rules.filter(({ blocks }) => coverSame(blocks, outside));
  const hasId = ({ rule }: Rule): boolean => rule.id === id;
  return asLeft.find(hasId) ?? asLeft[0] ?? rules.find(hasId);
}
