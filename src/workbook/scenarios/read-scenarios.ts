import {
  isNamed,
  type RawScenarios,
  REFERENCE_COLUMNS,
  type ReferenceColumn,
  referenceText,
  type ScenarioRow,
  type ScenarioTable,
  scenarioRows,
} from "../../deal/scenario";
import { columnPositions } from "../../deal/scenario-columns";
import { blockOf, withoutSheet } from "../../input/cells/a1";
import { SHOWN_KEY } from "../deal/deal-choice";
import { type AskedReference, askReference } from "../excel/find-cells";
import { FaultError, outcomeOf } from "../excel/run";
import type { WorkbookIndex } from "../excel/workbook-index";
import { recordsIn } from "../journal/record";

/** Name of the table of scenarios with its headings, by which it is found; a workbook that has it taken gets another. */
export const SCENARIO_LIST = "ScenarioList";

/** The table of scenarios where it stands now, with its cells as they are written. */
export interface LocatedScenarios extends RawScenarios {
  readonly name: Excel.NamedItem;
  readonly range: Excel.Range;
  readonly sheet: Excel.Worksheet;
  readonly formulas: readonly (readonly unknown[])[];
  readonly shown: readonly string[];
}

/** Scenarios that were asked for, to be read after the next sync. */
export interface AskedScenarios {
  /** Asks for what could only be asked for once something else was read; whether it asked for anything. */
  askMore(): boolean;
  /**
   * Null where the workbook has none.
   *
   * @throws FaultError where the table has lost its names.
   */
  table(): ScenarioTable | null;
}

/**
 * Asks for the cells that the rows of the table refer to. A reference that means nothing is told with its row and hides no
 * other.
 *
 * @param lists What askForLists() asked for, before the last sync.
 */
export function askScenarios(
  { workbook }: Excel.RequestContext,
  index: WorkbookIndex,
  settings: Excel.SettingCollection,
  lists: AskedLists,
): AskedScenarios {
  const others = askOtherLists(workbook, settings, lists);
  let asked: ReturnType<typeof askRows> | undefined;
  const readRows = (): boolean => {
    // What is wrong with the table is told when it is read.
    const located = outcomeOf(() => locatedIn(settings, [...lists, ...others]));
    if (!located.ok || !located.value) return false;
    asked = askRows(workbook, index, located.value);
    return asked.isAnyAsked;
  };
  if (others.length === 0) readRows();
  return {
    askMore: () => (asked ? asked.askMore() : readRows()),
    table() {
      const located = locatedIn(settings, [...lists, ...others]);
      if (!located || !asked) return null;
      return {
        sheet: located.sheet.name,
        address: withoutSheet(located.address),
        rows: asked.rows(),
        shown: shownAmong(asked.rows(), located.shown),
      };
    },
  };
}

function askRows(workbook: Excel.Workbook, index: WorkbookIndex, located: LocatedScenarios) {
  const asked = scenarioRows(located).map((row) => {
    const of = (column: ReferenceColumn): AskedReference =>
      askReference(workbook, index, {
        text: referenceText(row.values, column),
        wantsOneCell: false,
        isForecast: column === "Usage cells",
      });
    return {
      row,
      found: { "Usage cells": of("Usage cells"), Bands: of("Bands"), Terms: of("Terms") },
    };
  });
  const references = asked.flatMap(({ found }) => REFERENCE_COLUMNS.map((column) => found[column]));
  return {
    isAnyAsked: asked.some(({ row }) =>
      REFERENCE_COLUMNS.some((column) => referenceText(row.values, column) !== ""),
    ),
    askMore: () => references.map((reference) => reference.askMore()).includes(true),
    rows: (): readonly ScenarioRow[] =>
      asked.map(({ row, found }) => ({
        ...row,
        found: {
          "Usage cells": found["Usage cells"].found(),
          Bands: found.Bands.found(),
          Terms: found.Terms.found(),
        },
      })),
  };
}

/** The name of the first scenario to be shown that is there, as its row spells it. */
export function shownAmong(
  rows: readonly { readonly name: string }[],
  shown: readonly string[],
): string | null {
  const found = shown.map((name) => rows.find((row) => isNamed(row.name, name)));
  return found.find((row) => row !== undefined)?.name ?? null;
}

/** Finds and reads the table of scenarios; undefined where there is none. */
export async function locateScenarios(
  context: Excel.RequestContext,
): Promise<LocatedScenarios | undefined> {
  const { settings } = context.workbook;
  settings.load("items/key,items/value");
  const lists = askForLists(context.workbook);
  await context.sync();
  const others = askOtherLists(context.workbook, settings, lists);
  if (others.length > 0) await context.sync();
  return locatedIn(settings, [...lists, ...others]);
}

/** A table of scenarios that was asked for by the name that it would have. */
interface AskedList {
  readonly listName: string;
  readonly name: Excel.NamedItem;
  readonly range: Excel.Range;
  readonly sheet: Excel.Worksheet;
}
export type AskedLists = readonly AskedList[];

/** Asks for the table of scenarios by the names that it nearly always has, before the settings say which. */
export function askForLists(workbook: Excel.Workbook): AskedLists {
  return [SCENARIO_LIST, `${SCENARIO_LIST}_2`].map((name) => askForList(workbook, name));
}

function askForList({ names }: Excel.Workbook, listName: string): AskedList {
  const name = names.getItemOrNullObject(listName);
  name.load("formula");
  const range = name.getRangeOrNullObject();
  range.load("values,formulas,address");
  const sheet = range.worksheet;
  sheet.load("name");
  sheet.protection.load("protected");
  return { listName, name, range, sheet };
}

/** Asks for the tables that the records name and that were not asked for yet. */
function askOtherLists(
  workbook: Excel.Workbook,
  settings: Excel.SettingCollection,
  lists: AskedLists,
): AskedLists {
  return recordedLists(settings)
    .filter((name) => lists.every(({ listName }) => listName !== name))
    .map((name) => askForList(workbook, name));
}

/** The names of the tables of scenarios that we wrote. One whose sheet a user deleted leaves its record. */
function recordedLists(settings: Excel.SettingCollection): readonly string[] {
  return recordsIn(settings).flatMap(({ kind, names: [, list] }) =>
    kind === "scenarios" && list !== undefined ? [list] : [],
  );
}

/** The table of scenarios among those that were asked for; undefined where none of them is there. */
function locatedIn(
  settings: Excel.SettingCollection,
  lists: AskedLists,
): LocatedScenarios | undefined {
  const recorded = recordedLists(settings);
  const wanted = recorded.length > 0 ? recorded : [SCENARIO_LIST];
  const list = lists.find(
    ({ listName, range }) => wanted.includes(listName) && !range.isNullObject,
  );
  if (!list) return undefined;
  const { name, range, sheet } = list;
  const { values, formulas, address } = range;
  const [headings = []] = values;
  if (columnPositions(headings).Name < 0) {
    // Cells of that name which we did not make, and which hold no scenarios, are nobody's.
    if (recorded.length === 0) return undefined;
    throw new FaultError({
      kind: "noNameColumn",
      sheet: sheet.name,
      address: withoutSheet(address),
    });
  }
  const block = blockOf(address);
  const kept = settings.items.find(({ key }) => key === SHOWN_KEY)?.value;
  return {
    ...{ name, range, sheet, values, formulas, address },
    top: block.row,
    left: block.column,
    shown: readShown(kept),
  };
}

function readShown(kept: unknown): readonly string[] {
  if (typeof kept !== "string") return [];
  try {
    const names: unknown = JSON.parse(kept);
    return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
  } catch {
    return [];
  }
}

/** The scenarios to show, as the setting keeps them: the first that is there. */
export function formatShown(names: readonly string[]): string {
  return JSON.stringify(names);
}
