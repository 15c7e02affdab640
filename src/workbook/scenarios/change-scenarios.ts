import type { Currency } from "../../core/currency";
import { isBlank, isNamed } from "../../deal/scenario";
import { columnPositions, ROUND_COLUMNS, SCENARIO_COLUMNS } from "../../deal/scenario-columns";
import { type ScenarioToWrite, scenarioCells } from "../../deal/scenario-to-write";
import { withoutSheet } from "../../input/cells/a1";
import { timeOfMaking } from "../../wording/format/format";
import { SHOWN_KEY } from "../deal/deal-choice";
import { freeName } from "../excel/free-name";
import type { Outcome } from "../excel/outcome";
import { FaultError, runExcel } from "../excel/run";
import { formatShown, type LocatedScenarios, locateScenarios, shownAmong } from "./read-scenarios";
import { writeScenarios } from "./write-scenarios";

// A change to a table that stands is one action on its cells, which Excel does whole or not at all. Where another scenario is
// to be shown after it, the setting goes first and names what is shown before and after: whichever stands is found.

/** A scenario that was deleted: its cells as they were written, and where they stood. */
export interface DeletedScenario {
  readonly name: string;
  /** From 0, below the headings. */
  readonly index: number;
  readonly cells: readonly (string | number | boolean)[];
}

/** Adds a scenario and shows it; the first makes the sheet, whose head says when. */
export async function addScenario(
  scenario: ScenarioToWrite,
  currency: Currency,
  now = new Date(),
): Promise<Outcome<void>> {
  const cells = scenarioCells(scenario);
  const added = await runExcel(async (context) => {
    const located = await locateScenarios(context);
    if (located) await addRow(context, located, scenario.name, undefined, cellsFor(located, cells));
    return located !== undefined;
  });
  if (!added.ok) return added;
  if (added.value) return { ok: true, value: undefined };
  const row = SCENARIO_COLUMNS.map((column) => cells[column]);
  const written = await writeScenarios(scenario.name, row, timeOfMaking(now), currency);
  return written.ok ? { ok: true, value: undefined } : written;
}

/** Changes the cells of a scenario that are to differ; formulas that come to what is wanted stay. */
export async function changeScenario(
  name: string,
  scenario: ScenarioToWrite,
): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    const located = await locateExisting(context, name);
    const index = indexOf(located, name);
    if (!isNamed(name, scenario.name)) refuseTaken(located, scenario.name);
    const now = located.values[index + 1] ?? [];
    const cells = cellsFor(located, scenarioCells(scenario)).map((cell, column) =>
      cell === null || isSame(cell, now[column]) ? null : cell,
    );
    if (isNamed(shownNow(located) ?? "", name)) show(context, [scenario.name, name]);
    if (cells.some((cell) => cell !== null))
      // null leaves a cell as it is; the typings know no null.
      located.range.getRow(index + 1).values = [cells] as unknown as string[][];
    await context.sync();
  });
}

/**
 * Copies a scenario into the row below it and shows the copy.
 *
 * @returns The name of the copy.
 */
export async function duplicateScenario(name: string): Promise<Outcome<string>> {
  return runExcel(async (context) => {
    const located = await locateExisting(context, name);
    const index = indexOf(located, name);
    const copy = freeName(name, namesIn(located));
    const position = columnPositions(located.values[0] ?? []).Name;
    const cells = writtenCells(located, index).map((cell, column) =>
      column === position ? copy : cell,
    );
    await addRow(context, located, copy, index + 1, cells);
    return copy;
  });
}

/** Deletes a scenario's row. */
export async function deleteScenario(name: string): Promise<Outcome<DeletedScenario>> {
  return runExcel(async (context) => {
    const located = await locateExisting(context, name);
    const index = indexOf(located, name);
    const table = await tableOf(context, located);
    table.rows.getItemAt(index).delete();
    await context.sync();
    return { name, index, cells: writtenCells(located, index) };
  });
}

/** Puts a deleted scenario back where it was and shows it. */
export async function restoreScenario(deleted: DeletedScenario): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    const located = await locateScenarios(context);
    if (!located) throw new FaultError({ kind: "scenarioGone", name: deleted.name });
    await addRow(context, located, deleted.name, deleted.index, deleted.cells);
  });
}

/** Keeps in the workbook which scenario the pane shows; null is the deal in the workbook. */
export async function showScenario(name: string | null): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    show(context, name === null ? [] : [name]);
    await context.sync();
  });
}

/** @param index Where the row goes; undefined is the end. A table with nothing but its blank row gets it there. */
async function addRow(
  context: Excel.RequestContext,
  located: LocatedScenarios,
  name: string,
  index: number | undefined,
  cells: readonly (string | number | boolean | null)[],
): Promise<void> {
  refuseProtected(located);
  refuseTaken(located, name);
  const table = await tableOf(context, located);
  const rows = located.values.length - 1;
  const isEmpty = rows === 1 && located.values[1]?.every(isBlank);
  const shown = shownNow(located);
  show(context, shown === null ? [name] : [name, shown]);
  const values = [cells.map((cell) => cell ?? "")];
  if (isEmpty) located.range.getRow(1).formulas = values;
  else if (index === undefined || index >= rows) table.rows.add(undefined, values);
  else table.rows.add(index, values);
  await context.sync();
}

function show({ workbook }: Excel.RequestContext, names: readonly string[]): void {
  const once = names.filter(
    (name, index) => names.findIndex((one) => isNamed(one, name)) === index,
  );
  workbook.settings.add(SHOWN_KEY, formatShown(once.slice(0, 2)));
}

async function locateExisting(
  context: Excel.RequestContext,
  name: string,
): Promise<LocatedScenarios> {
  const located = await locateScenarios(context);
  if (!located) throw new FaultError({ kind: "scenarioGone", name });
  refuseProtected(located);
  return located;
}

function refuseProtected({ sheet }: LocatedScenarios): void {
  if (sheet.protection.protected)
    throw new FaultError({ kind: "protectedScenarios", sheet: sheet.name });
}

async function tableOf(
  context: Excel.RequestContext,
  { range, sheet, address }: LocatedScenarios,
): Promise<Excel.Table> {
  const tables = range.getTables(false);
  tables.load("items/name");
  await context.sync();
  const [table] = tables.items;
  if (table) return table;
  throw new FaultError({
    kind: "noScenarioTable",
    sheet: sheet.name,
    address: withoutSheet(address),
  });
}

function shownNow(located: LocatedScenarios): string | null {
  const names = namesIn(located).map((name) => ({ name }));
  return shownAmong(names, located.shown);
}

function namesIn({ values }: LocatedScenarios): readonly string[] {
  const [headings = [], ...rows] = values;
  const position = columnPositions(headings).Name;
  return rows.map((cells) => String(cells[position] ?? "").trim());
}

function indexOf(located: LocatedScenarios, name: string): number {
  const index = namesIn(located).findIndex((one) => isNamed(one, name));
  if (index < 0) throw new FaultError({ kind: "scenarioGone", name });
  return index;
}

function refuseTaken(located: LocatedScenarios, name: string): void {
  if (namesIn(located).some((one) => isNamed(one, name)))
    throw new FaultError({ kind: "scenarioThere", name });
}

/**
 * The cells of a scenario in the order of the table's columns; null in a column that is not ours.
 *
 * @throws FaultError where the table has no column for who offers it, or when: those that were made before rounds have none.
 */
function cellsFor(
  { values, sheet, address }: LocatedScenarios,
  cells: ReturnType<typeof scenarioCells>,
): readonly (string | number | null)[] {
  const [headings = []] = values;
  const at = columnPositions(headings);
  const lost = ROUND_COLUMNS.find((column) => at[column] < 0 && cells[column] !== "");
  if (lost)
    throw new FaultError({
      ...{ kind: "noScenarioColumn", column: lost },
      ...{ sheet: sheet.name, address: withoutSheet(address) },
    });
  return headings.map((_, position) => {
    const column = SCENARIO_COLUMNS.find((one) => at[one] === position);
    return column ? cells[column] : null;
  });
}

function writtenCells(
  { formulas }: LocatedScenarios,
  index: number,
): readonly (string | number | boolean)[] {
  return (formulas[index + 1] ?? []) as readonly (string | number | boolean)[];
}

function isSame(wanted: string | number, now: unknown): boolean {
  return wanted === now || (typeof wanted === "string" && wanted === String(now ?? "").trim());
}
