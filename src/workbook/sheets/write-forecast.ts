import type { Currency } from "../../core/currency";
import { byInput } from "../../deal/deal-inputs";
import {
  amountsOf,
  FORECAST_HEADINGS,
  FORECAST_TITLE,
  type ForecastToWrite,
  forecastBlock,
  forecastResults,
  forecastSheetNote,
} from "../../deal/forecast-block";
import { type Block, blockAddress } from "../../input/cells/a1";
import { USD } from "../../wording/format/number-formats";
import { CHOICE_KEY, type DealChoice, formatChoice, readChoiceValue } from "../deal/deal-choice";
import { validateForecast } from "../deal/validate-deal";
import { freeName } from "../excel/free-name";
import { amountWidth, setNumberFormat, setNumberFormats } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { FaultError, runExcel } from "../excel/run";
import {
  blockNameOf,
  formatRecord,
  freeId,
  recordsIn,
  settingKey,
  type WriteRecord,
} from "../journal/record";
import { rollBack } from "../journal/roll-back";
import type { WrittenTable } from "../journal/written-table";

/** Row of the block's headings, from 0: below the title, the note and a blank row. */
const HEADING_ROW = 3;
/** Widths in points: labels, values at least, and what they mean. */
const WIDTHS = { labels: 126, values: 96, meanings: 260 };

/**
 * Writes a forecast for a deal that has none, on a sheet of its own: labels and values that anyone can read and change,
 * and what they come to.
 *
 * Its cells are named Forecast. Where the deal is read from chosen cells they join the choice; where the name is taken
 * they get another one, and the deal is read from its names as a choice from then on. removeTable takes all of it out.
 */
export async function writeForecast(
  forecast: ForecastToWrite,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  let record: WriteRecord | undefined;
  const written = await runExcel(async (context) => {
    const plan = await planForecast(context, forecast);
    record = plan.record;
    putForecast(context.workbook, plan, forecast, currency);
    await context.sync();
    const { id, title, sheet, address } = plan.record;
    return { id, title, sheet, address, complete: true };
  });
  if (written.ok || record === undefined) return written;
  return { ok: false, fault: await rollBack(record.id, written.fault) };
}

interface ForecastPlan {
  readonly record: WriteRecord;
  /** The name that the forecast goes by. */
  readonly name: string;
  /** The choice that the forecast is a part of; undefined where its name alone says that it is. */
  readonly choice: DealChoice | undefined;
}

async function planForecast(
  context: Excel.RequestContext,
  forecast: ForecastToWrite,
): Promise<ForecastPlan> {
  const { workbook } = context;
  const { worksheets, names, tables, settings } = workbook;
  workbook.protection.load("protected");
  worksheets.load("items/name");
  names.load("items/name");
  tables.load("items/name");
  settings.load("items/key,items/value");
  const named = names.getItemOrNullObject("Forecast").getRangeOrNullObject();
  named.load("address");
  await context.sync();
  if (workbook.protection.protected) throw new FaultError({ kind: "protectedWorkbook" });
  const former = readChoiceValue(settings.items.find(({ key }) => key === CHOICE_KEY)?.value);
  const there = former
    ? former.Forecast?.reference
    : named.isNullObject
      ? undefined
      : named.address;
  if (there !== undefined) throw new FaultError({ kind: "forecastThere", reference: there });

  const known = names.items.map(({ name }) => name);
  const name = freeName("Forecast", [...known, ...tables.items.map((one) => one.name)], "_");
  const byNames = former === undefined && name === "Forecast";
  const chosen = { name, reference: name };
  const id = freeId("Forecast", recordsIn(settings));
  const choice = byNames ? undefined : { ...(former ?? choiceOfNames(known)), Forecast: chosen };
  const record: WriteRecord = {
    id,
    kind: "forecast",
    title: FORECAST_TITLE,
    sheet: freeName(
      "Forecast",
      worksheets.items.map((sheet) => sheet.name),
    ),
    madeSheet: true,
    address: blockAddress(wholeOf(forecast)),
    names: [blockNameOf(id), name],
    madeChoice: former === undefined && !byNames,
    backupSheet: null,
    columnWidths: null,
    complete: false,
  };
  return { record, name, choice };
}

/** The cells that the deal is read from by their names, as a choice of them. */
function choiceOfNames(known: readonly string[]): DealChoice {
  const choice = byInput((part) => {
    const isThere = known.some((name) => name.toLowerCase() === part.toLowerCase());
    return isThere ? { name: part, reference: part } : null;
  });
  if (choice.Bands === null) throw new FaultError({ kind: "nothingNamed", names: ["Bands"] });
  return choice;
}

function wholeOf(forecast: ForecastToWrite): Block {
  const rows = HEADING_ROW + 1 + forecastBlock(forecast).length + 2 + forecastResults("").length;
  return { row: 0, column: 0, rows, columns: FORECAST_HEADINGS.length };
}

function putForecast(
  workbook: Excel.Workbook,
  { record, name, choice }: ForecastPlan,
  forecast: ForecastToWrite,
  currency: Currency,
): void {
  const setting = workbook.settings.add(settingKey(record.id), formatRecord(record));
  const sheet = workbook.worksheets.add(record.sheet);
  const [blockName = ""] = record.names;
  workbook.names.add(blockName, sheet.getRange(record.address), record.title);
  putText(sheet.getRange("A1"), record.title, Excel.BuiltInStyle.heading1);
  putText(sheet.getRange("A2"), forecastSheetNote(currency), Excel.BuiltInStyle.explanatoryText);

  const rows = forecastBlock(forecast);
  const labels = sheet.getRangeByIndexes(HEADING_ROW, 0, rows.length + 1, 2);
  const meanings = sheet.getRangeByIndexes(HEADING_ROW, 2, rows.length + 1, 1);
  labels.values = [FORECAST_HEADINGS.slice(0, 2), ...rows.map(([label, value]) => [label, value])];
  meanings.values = [FORECAST_HEADINGS.slice(2), ...rows.map(([, , meaning]) => [meaning])];
  workbook.names.add(name, labels, "What usage of the year may be, with its headings");
  styleInputs(
    sheet,
    rows.map(([, , , format]) => [format]),
    currency,
  );
  putResults(sheet, HEADING_ROW + rows.length + 2, name, currency);
  const { labels: first, values, meanings: last } = WIDTHS;
  const amounts = amountWidth(values, currency, Math.max(...amountsOf(forecast)));
  for (const [column, width] of [first, amounts, last].entries())
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  sheet.showGridlines = false;
  sheet.activate();
  if (choice) workbook.settings.add(CHOICE_KEY, formatChoice(choice));
  setting.value = formatRecord({ ...record, complete: true });
}

function putText(cell: Excel.Range, text: string, style: string): void {
  cell.values = [[text]];
  cell.style = style;
}

function styleInputs(sheet: Excel.Worksheet, formats: string[][], currency: Currency): void {
  sheet.getRangeByIndexes(HEADING_ROW, 0, 1, FORECAST_HEADINGS.length).format.font.bold = true;
  const values = sheet.getRangeByIndexes(HEADING_ROW + 1, 1, formats.length, 1);
  values.style = Excel.BuiltInStyle.input;
  setNumberFormats(values, formats, currency);
  sheet.getRangeByIndexes(HEADING_ROW, 1, formats.length + 1, 1).format.horizontalAlignment =
    "Right";
  validateForecast(values, currency);
}

function putResults(
  sheet: Excel.Worksheet,
  headingRow: number,
  name: string,
  currency: Currency,
): void {
  const results = forecastResults(name);
  putText(
    sheet.getRangeByIndexes(headingRow, 0, 1, 1),
    "What that comes to",
    Excel.BuiltInStyle.heading3,
  );
  const row = headingRow + 1;
  sheet.getRangeByIndexes(row, 0, results.length, 1).values = results.map(([label]) => [label]);
  const amounts = sheet.getRangeByIndexes(row, 1, results.length, 1);
  amounts.formulas = results.map(([, formula]) => [formula]);
  amounts.style = Excel.BuiltInStyle.calculation;
  setNumberFormat(amounts, USD, currency);
  amounts.format.horizontalAlignment = "Right";
}
