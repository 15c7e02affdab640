import { FIRST_DAY, LAST_DAY } from "../../core/calendar";
import type { Currency } from "../../core/currency";
import { SCENARIO_COLUMNS } from "../../deal/scenario-columns";
import {
  COLUMN_LOOKS,
  columnMeaning,
  SCENARIOS_NOTE,
  SCENARIOS_TITLE,
} from "../../deal/scenario-looks";
import { DISTRIBUTIONS } from "../../forecast/forecast-labels";
import { headLine } from "../../sheets/provenance";
import { SHOWN_KEY } from "../deal/deal-choice";
import { allow, wantedAmount } from "../deal/validate-deal";
import { setNumberFormats } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putHeadLine } from "../excel/put-head-line";
import { putText } from "../excel/put-text";
import { setUpPage } from "../excel/set-up-page";
import { type Target, writeSheet } from "../journal/write-sheet";
import type { WrittenTable } from "../journal/written-table";
import { formatShown, SCENARIO_LIST } from "./read-scenarios";

/** Not the name of the sheet: the local workbook tells tables and sheets apart by name. */
const SCENARIOS_TABLE = "DealScenarios";

/** Rows of the sheet, from 0: title, note, a blank one, what each column is for, the headings, the first scenario. */
const MEANINGS_ROW = 3;
const HEADINGS_ROW = 4;
const MEANINGS_HEIGHT = 48;

/** Makes the sheet with its first scenario, which is the one that is shown. */
export function writeScenarios(
  name: string,
  cells: readonly (string | number)[],
  madeOn: string,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  return writeSheet({
    kind: "scenarios",
    plan: () => (known) => {
      const table = known.freeName(SCENARIOS_TABLE);
      const list = known.freeName(SCENARIO_LIST);
      return {
        place: { kind: "newSheet", name: SCENARIOS_TITLE },
        ...{ rows: HEADINGS_ROW + 2, columns: SCENARIO_COLUMNS.length },
        content: () => ({
          title: SCENARIOS_TITLE,
          names: [list],
          settings: { [SHOWN_KEY]: formatShown([name]) },
          undo: [{ kind: "restoreSetting", key: SHOWN_KEY, value: null }],
          fromTop: true,
          put(target) {
            putScenarios(target, table, list, cells, currency);
            putHeadLine(target.sheet, headLine(madeOn));
          },
        }),
      };
    },
  });
}

function putScenarios(
  { workbook, sheet, name }: Target,
  tableName: string,
  list: string,
  cells: readonly (string | number)[],
  currency: Currency,
): void {
  putText(sheet.getRange("A1"), SCENARIOS_TITLE, Excel.BuiltInStyle.heading1);
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
  table.showFilterButton = false;
  alignAndValidate(body, currency);
  workbook.names.add(list, `=${tableName}[#All]`, "All scenarios with their headings");
  // Until the table is there the name means the cells, so that a write that stops here is found and taken back.
  name.formula = `=${tableName}[#All]`;
  const widths = SCENARIO_COLUMNS.map((column) => COLUMN_LOOKS[column].width);
  setUpPage(sheet, HEADINGS_ROW + 1, { columns: { widths, repeated: 1 } });
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, HEADINGS_ROW + 1, 1));
  sheet.activate();
  body.getCell(0, 0).select();
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
    else if (heading === "Date")
      allow(
        cell,
        { decimal: { formula1: FIRST_DAY, formula2: LAST_DAY, operator: "Between" } },
        "Give a date from 2000 to 2099, such as 12 Nov 2026.",
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
