import {
  BAND_HEADINGS,
  BAND_ROWS,
  EXAMPLE_COMMITMENT_USD,
  EXAMPLE_NOTE,
  EXAMPLE_TITLE,
  EXAMPLE_USAGE_USD,
  type ExampleNames,
  FORECAST_NOTE,
  forecastRows,
  resultRows,
  settlementFormula,
  TERM_ROWS,
} from "./example-deal";
import { FaultError, runExcel } from "./excel-run";
import { freeName } from "./free-name";
import { setNumberFormat } from "./number-format";
import type { Outcome } from "./outcome";
import { DEAL_NAMES } from "./read-deal";
import { takeBack } from "./remove-table";
import { validateDeal } from "./validate-deal";
import {
  blockNameOf,
  formatRecord,
  freeId,
  recordsIn,
  settingKey,
  type WriteRecord,
} from "./write-record";

/** A sheet that was inserted. */
export interface InsertedSheet {
  readonly sheet: string;
}

/** Where things stand on the sheet; rows and columns in Excel's terms. */
const AT = {
  block: "A1:I29",
  bandsHeading: "A4",
  bands: "A5:I9",
  bandInputs: "A6:I9",
  termsHeading: "A11",
  terms: "A12:B16",
  termInputs: "B13:B16",
  forecastHeading: "A18",
  forecast: "A19:B22",
  forecastInputs: "B20:B22",
  forecastMean: "B21",
  forecastSpread: "B22",
  forecastNote: "A24",
  yearHeading: "D11",
  yearLabels: "D12:D13",
  usage: "F12",
  commitment: "F13",
  resultsHeading: "D15",
  resultLabels: "D16:D29",
  results: "F16:F29",
  settlementHeading: "H11",
  settlement: "H12",
  settlementAmounts: "I13:I16",
} as const;

const WIDTHS = [110, 84, 96, 84, 74, 84, 126, 142, 84] as const;

/**
 * Adds a sheet with an example deal: bands, terms, usage, commitment and forecast as named inputs, and live results.
 *
 * Nothing that is there is touched: names already taken get a number. When writing fails, the sheet and names are taken out again.
 */
export async function insertExample(): Promise<Outcome<InsertedSheet>> {
  let record: WriteRecord | undefined;
  const inserted = await runExcel(async (context) => {
    const { workbook } = context;
    const { worksheets, names, tables, settings } = workbook;
    workbook.protection.load("protected");
    worksheets.load("items/name");
    names.load("items/name");
    tables.load("items/name");
    settings.load("items/key,items/value");
    await context.sync();
    if (workbook.protection.protected) throw new FaultError({ kind: "protectedWorkbook" });

    const taken = [...names.items, ...tables.items].map(({ name }) => name);
    const free = (wanted: string): string => freeName(wanted, taken, "_");
    const used: ExampleNames = {
      bands: free(DEAL_NAMES.bands),
      terms: free(DEAL_NAMES.terms),
      usage: free(DEAL_NAMES.usage),
      commitment: free(DEAL_NAMES.commitment),
      forecast: free(DEAL_NAMES.forecast),
    };
    const recordId = freeId("Example", recordsIn(settings));
    record = {
      id: recordId,
      kind: "example",
      title: EXAMPLE_TITLE,
      sheet: freeName(
        "Deal",
        worksheets.items.map(({ name }) => name),
      ),
      madeSheet: true,
      address: AT.block,
      names: [blockNameOf(recordId), ...Object.values(used)],
      backupSheet: null,
      columnWidths: null,
      complete: false,
    };
    putExample(workbook, record, used, {
      bands: free("DealBands"),
      terms: free("DealTerms"),
      forecast: free("DealForecast"),
    });
    await context.sync();
    return { sheet: record.sheet };
  });
  if (inserted.ok || record === undefined) return inserted;
  return { ok: false, fault: await takeBack(record.id, inserted.fault) };
}

function putExample(
  workbook: Excel.Workbook,
  record: WriteRecord,
  names: ExampleNames,
  tables: { readonly bands: string; readonly terms: string; readonly forecast: string },
): void {
  const setting = workbook.settings.add(settingKey(record.id), formatRecord(record));
  const sheet = workbook.worksheets.add(record.sheet);
  const [blockName = ""] = record.names;
  workbook.names.add(blockName, sheet.getRange(AT.block), EXAMPLE_TITLE);

  putText(sheet, "A1", EXAMPLE_TITLE, Excel.BuiltInStyle.heading1);
  putText(sheet, "A2", EXAMPLE_NOTE, Excel.BuiltInStyle.explanatoryText);
  putText(sheet, AT.bandsHeading, "Bands", Excel.BuiltInStyle.heading3);
  putText(sheet, AT.termsHeading, "Terms", Excel.BuiltInStyle.heading3);
  putText(sheet, AT.forecastHeading, "Forecast of usage", Excel.BuiltInStyle.heading3);
  putText(sheet, AT.forecastNote, FORECAST_NOTE, Excel.BuiltInStyle.explanatoryText);
  putText(sheet, AT.yearHeading, "This year", Excel.BuiltInStyle.heading3);
  putText(sheet, AT.resultsHeading, "Results", Excel.BuiltInStyle.heading3);
  putText(sheet, AT.settlementHeading, "Settlement", Excel.BuiltInStyle.heading3);

  sheet.getRange(AT.bands).values = [[...BAND_HEADINGS], ...BAND_ROWS.map((row) => [...row])];
  sheet.getRange(AT.terms).values = TERM_ROWS.map((row) => [...row]);
  addTable(sheet, AT.bands, tables.bands);
  addTable(sheet, AT.terms, tables.terms);
  sheet.getRange(AT.yearLabels).values = [["Usage at list prices, USD"], ["Commitment, USD"]];
  sheet.getRange(AT.usage).values = [[EXAMPLE_USAGE_USD]];
  sheet.getRange(AT.commitment).values = [[EXAMPLE_COMMITMENT_USD]];

  // A table's name alone leaves its headings out, and the headings say which columns are priced.
  workbook.names.add(names.bands, `=${tables.bands}[#All]`, "Bands with their headings");
  workbook.names.add(names.terms, `=${tables.terms}[#All]`, "Terms with their headings");
  workbook.names.add(
    names.usage,
    sheet.getRange(AT.usage),
    "Usage of the year at list prices, USD",
  );
  workbook.names.add(
    names.commitment,
    sheet.getRange(AT.commitment),
    "Commitment of the year, USD",
  );
  // After the name of the usage, which its mean is.
  sheet.getRange(AT.forecast).formulas = forecastRows(`=${names.usage}`).map((row) => [...row]);
  addTable(sheet, AT.forecast, tables.forecast);
  workbook.names.add(
    names.forecast,
    `=${tables.forecast}[#All]`,
    "What usage of the year may be, with its headings",
  );

  const results = resultRows(names);
  sheet.getRange(AT.resultLabels).values = results.map(([label]) => [label]);
  sheet.getRange(AT.results).formulas = results.map(([, formula]) => [formula]);
  sheet.getRange(AT.settlement).formulas = [[settlementFormula(names)]];
  styleExample(
    sheet,
    results.map(([, , format]) => [format]),
  );
  validateDeal(sheet, {
    bands: AT.bandInputs,
    terms: AT.termInputs,
    usage: AT.usage,
    commitment: AT.commitment,
    forecast: AT.forecastInputs,
  });
  sheet.activate();
  sheet.getRange(AT.commitment).select();
  setting.value = formatRecord({ ...record, complete: true });
}

function putText(sheet: Excel.Worksheet, address: string, text: string, style: string): void {
  const cell = sheet.getRange(address);
  cell.values = [[text]];
  cell.style = style;
}

function addTable(sheet: Excel.Worksheet, address: string, name: string): void {
  const table = sheet.tables.add(address, true);
  table.name = name;
  table.showFilterButton = false;
}

function styleExample(sheet: Excel.Worksheet, resultFormats: string[][]): void {
  const asideBands = [AT.termInputs, AT.usage, AT.commitment, AT.forecastInputs];
  for (const inputs of [AT.bandInputs, ...asideBands])
    sheet.getRange(inputs).style = Excel.BuiltInStyle.input;
  setNumberFormat(sheet.getRange("A6:A9"), "$#,##0");
  setNumberFormat(sheet.getRange("B6:B9"), "0.0%");
  setNumberFormat(sheet.getRange("B15:B16"), "0%");
  setNumberFormat(sheet.getRange("F12:F13"), "$#,##0");
  setNumberFormat(sheet.getRange(AT.forecastMean), "$#,##0");
  setNumberFormat(sheet.getRange(AT.forecastSpread), "0%");
  const results = sheet.getRange(AT.results);
  results.style = Excel.BuiltInStyle.calculation;
  results.numberFormat = resultFormats;
  for (const amounts of [AT.results, ...asideBands])
    sheet.getRange(amounts).format.horizontalAlignment = "Right";
  const settlement = sheet.getRange(AT.settlementAmounts);
  setNumberFormat(settlement, "$#,##0;-$#,##0");
  settlement.format.horizontalAlignment = "Right";
  for (const [index, width] of WIDTHS.entries())
    sheet.getRangeByIndexes(0, index, 1, 1).format.columnWidth = width;
  sheet.showGridlines = false;
}
