import type { Found } from "../../deal/found-cells";
import {
  isNamed,
  type RawScenarios,
  REFERENCE_COLUMNS,
  type ReferenceColumn,
  referenceText,
  type ScenarioTable,
  scenarioRows,
} from "../../deal/scenario";
import { columnPositions } from "../../deal/scenario-columns";
import { blockOf, withoutSheet } from "../../input/cells/a1";
import { SHOWN_KEY } from "../deal/deal-choice";
import { findEach } from "../excel/find-cells";
import type { Outcome } from "../excel/outcome";
import { FaultError, runExcel } from "../excel/run";
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

/**
 * Reads the scenarios; null where the workbook has none.
 *
 * One round trip finds the table by its name, and only cells that it refers to elsewhere take more. A reference that means
 * nothing is told with its row and hides no other.
 */
export async function readScenarios(): Promise<Outcome<ScenarioTable | null>> {
  return runExcel(async (context) => {
    const table = await locateScenarios(context);
    if (!table) return null;
    const { sheet, address, shown } = table;
    const rows = scenarioRows(table);
    const references = rows.flatMap(({ values }) =>
      REFERENCE_COLUMNS.map((column) => ({
        text: referenceText(values, column),
        wantsOneCell: false,
        isForecast: column === "Usage cells",
      })),
    );
    const isAnyGiven = references.some(({ text }) => text !== "");
    const found = isAnyGiven ? await findEach(context, references) : [];
    const foundIn = (row: number, column: ReferenceColumn): Found =>
      found[row * REFERENCE_COLUMNS.length + REFERENCE_COLUMNS.indexOf(column)] ?? { kind: "none" };
    return {
      sheet: sheet.name,
      address: withoutSheet(address),
      rows: rows.map((row, index) => ({
        ...row,
        found: {
          "Usage cells": foundIn(index, "Usage cells"),
          Bands: foundIn(index, "Bands"),
          Terms: foundIn(index, "Terms"),
        },
      })),
      shown: shownAmong(rows, shown),
    };
  });
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
  const usual = listNamed(context, SCENARIO_LIST);
  await context.sync();
  const [record] = recordsIn(settings).filter(({ kind }) => kind === "scenarios");
  const listName = record?.names[1] ?? SCENARIO_LIST;
  const list = listName === SCENARIO_LIST ? usual : listNamed(context, listName);
  if (list !== usual) await context.sync();
  const { name, range, sheet } = list;
  if (range.isNullObject) return undefined;
  const { values, formulas, address } = range;
  const [headings = []] = values;
  const positions = columnPositions(headings);
  const block = blockOf(address);
  if (positions.Name < 0) {
    // Cells of that name which we did not make, and which hold no scenarios, are nobody's.
    if (!record) return undefined;
    throw new FaultError({
      kind: "noNameColumn",
      sheet: sheet.name,
      address: withoutSheet(address),
    });
  }
  const kept = settings.items.find(({ key }) => key === SHOWN_KEY)?.value;
  return {
    ...{ name, range, sheet, values, formulas, address },
    top: block.row,
    left: block.column,
    shown: readShown(kept),
  };
}

function listNamed(context: Excel.RequestContext, listName: string) {
  const name = context.workbook.names.getItemOrNullObject(listName);
  name.load("formula");
  const range = name.getRangeOrNullObject();
  range.load("values,formulas,address");
  const sheet = range.worksheet;
  sheet.load("name");
  sheet.protection.load("protected");
  return { name, range, sheet };
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
