import type { Currency } from "../../core/currency";
import {
  COLUMN_LOOKS,
  columnMeaning,
  SCENARIO_COLUMNS,
  SCENARIOS_NOTE,
  SCENARIOS_TITLE,
} from "../../deal/scenario-columns";
import { DISTRIBUTIONS } from "../../forecast/forecast-labels";
import { type Block, blockAddress } from "../../input/cells/a1";
import { SHOWN_KEY } from "../deal/deal-choice";
import { allow, wantedAmount } from "../deal/validate-deal";
import { freeName } from "../excel/free-name";
import { setNumberFormats } from "../excel/number-format";
import { FaultError } from "../excel/run";
import {
  blockNameOf,
  formatRecord,
  freeId,
  recordsIn,
  settingKey,
  type WriteRecord,
} from "../journal/record";
import { formatShown, SCENARIO_LIST } from "./read-scenarios";

/** Not the name of the sheet: the local workbook tells tables and sheets apart by name. */
const SCENARIOS_TABLE = "DealScenarios";

/** Rows of the sheet, from 0: title, note, a blank one, what each column is for, the headings, the first scenario. */
const MEANINGS_ROW = 3;
const HEADINGS_ROW = 4;
const MEANINGS_HEIGHT = 48;
const WHOLE: Block = {
  row: 0,
  column: 0,
  rows: HEADINGS_ROW + 2,
  columns: SCENARIO_COLUMNS.length,
};

/** A sheet of scenarios that is ready to be made. */
export interface ScenariosPlan {
  readonly record: WriteRecord;
  readonly table: string;
  /** Name of the table with its headings. */
  readonly list: string;
}

/** Finds names that are free for the sheet, the table and its name. */
export async function planScenarios(context: Excel.RequestContext): Promise<ScenariosPlan> {
  const { worksheets, names, tables, settings, protection } = context.workbook;
  protection.load("protected");
  worksheets.load("items/name");
  names.load("items/name");
  tables.load("items/name");
  settings.load("items/key,items/value");
  await context.sync();
  if (protection.protected) throw new FaultError({ kind: "protectedWorkbook" });
  const taken = [...names.items, ...tables.items].map(({ name }) => name);
  const list = freeName(SCENARIO_LIST, taken, "_");
  const id = freeId("Scenarios", recordsIn(settings));
  return {
    table: freeName(SCENARIOS_TABLE, taken, "_"),
    list,
    record: {
      id,
      kind: "scenarios",
      title: SCENARIOS_TITLE,
      sheet: freeName(
        SCENARIOS_TITLE,
        worksheets.items.map(({ name }) => name),
      ),
      madeSheet: true,
      address: blockAddress(WHOLE),
      names: [blockNameOf(id), list],
      backupSheet: null,
      columnWidths: null,
      complete: false,
    },
  };
}

/** Makes the sheet with its first scenario, which is the one that is shown. */
export function putScenarios(
  workbook: Excel.Workbook,
  { record, table: tableName, list }: ScenariosPlan,
  name: string,
  cells: readonly (string | number)[],
  currency: Currency,
): void {
  const setting = workbook.settings.add(settingKey(record.id), formatRecord(record));
  const sheet = workbook.worksheets.add(record.sheet);
  const [blockName = ""] = record.names;
  // Until the table is there the name means the cells, so that a write that stops here is found and taken back.
  const block = workbook.names.add(blockName, sheet.getRange(record.address), record.title);
  putText(sheet.getRange("A1"), record.title, Excel.BuiltInStyle.heading1);
  putText(sheet.getRange("A2"), SCENARIOS_NOTE, Excel.BuiltInStyle.explanatoryText);
  const columns = SCENARIO_COLUMNS.length;
  const body = sheet.getRangeByIndexes(HEADINGS_ROW + 1, 0, 1, columns);
  body.style = Excel.BuiltInStyle.input;
  setNumberFormats(body, [SCENARIO_COLUMNS.map((column) => COLUMN_LOOKS[column].format)], currency);
  putMeanings(sheet.getRangeByIndexes(MEANINGS_ROW, 0, 1, columns), currency);
  for (const [column, { width }] of SCENARIO_COLUMNS.map((one) => COLUMN_LOOKS[one]).entries())
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  const rows = sheet.getRangeByIndexes(HEADINGS_ROW, 0, 2, columns);
  rows.values = [[...SCENARIO_COLUMNS], [...cells]];
  const table = sheet.tables.add(rows, true);
  table.name = tableName;
  alignAndValidate(body, currency);
  workbook.names.add(list, `=${tableName}[#All]`, "All scenarios with their headings");
  block.formula = `=${tableName}[#All]`;
  sheet.showGridlines = false;
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, HEADINGS_ROW + 1, 1));
  sheet.activate();
  body.getCell(0, 0).select();
  workbook.settings.add(SHOWN_KEY, formatShown([name]));
  setting.value = formatRecord({ ...record, complete: true });
}

function putMeanings(cells: Excel.Range, currency: Currency): void {
  cells.values = [SCENARIO_COLUMNS.map((one) => columnMeaning(one, currency))];
  cells.style = Excel.BuiltInStyle.explanatoryText;
  cells.format.wrapText = true;
  cells.format.rowHeight = MEANINGS_HEIGHT;
}

function alignAndValidate(body: Excel.Range, currency: Currency): void {
  for (const [column, heading] of SCENARIO_COLUMNS.entries()) {
    const cell = body.getCell(0, column);
    const { format } = COLUMN_LOOKS[heading];
    const isNumber = format !== "@" && format !== "General";
    cell.format.horizontalAlignment = isNumber ? "Right" : "Left";
    if (heading === "Distribution")
      allow(
        cell,
        { list: { inCellDropDown: true, source: DISTRIBUTIONS.join(",") } },
        `Give ${DISTRIBUTIONS.slice(0, -1).join(", ")} or ${DISTRIBUTIONS.at(-1)}; blank is lognormal.`,
      );
    else if (isNumber)
      allow(
        cell,
        { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
        heading === "CV"
          ? "Give the spread as a part of the mean, such as 35%."
          : `${wantedAmount(currency)}.`,
      );
  }
}

function putText(cell: Excel.Range, text: string, style: string): void {
  cell.values = [[text]];
  cell.style = style;
}
