import { currency } from "../../core/currency";
import { type ByPart, byPart, DEAL_INPUTS } from "../../deal/deal-inputs";
import {
  amountsOfDeal,
  BANDS_ROW,
  type DealLayout,
  dealLayout,
  formulaInputs,
  largestAmountOfDeal,
} from "../../sheets/deal-sheet";
import {
  BAND_HEADINGS,
  EXAMPLE_TITLE,
  resultRows,
  settlementFormula,
  TERM_ROWS,
} from "../../sheets/example-deal";
import { printFormula } from "../../sheets/formulas/print";
import type { ExampleNames, NewDeal } from "../../sheets/new-deal";
import { USD, WRITTEN_PERCENT, writtenUsd } from "../../wording/format/number-formats";
import { CHOICE_KEY, type DealChoice, formatChoice } from "../deal/deal-choice";
import { DEAL_NAMES } from "../deal/read-deal";
import { validateDeal } from "../deal/validate-deal";
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
import { setUpPage } from "./set-up-page";

/** A sheet that was inserted. */
export interface InsertedSheet {
  readonly sheet: string;
}

const WIDTHS = [110, 84, 96, 84, 74, 84, 126, 142, 84] as const;
/** Thresholds; values of the forecast; the year and the results; the settlement. */
const AMOUNT_COLUMNS: readonly number[] = [0, 1, 5, 8];

/**
 * Adds a sheet with a deal: bands, terms, usage, commitment and forecast as named inputs, and live results.
 *
 * Nothing that is there is touched: names already taken get a number. Where other cells go by the name of a part, but none by
 * that of the bands, the deal is read from this sheet as a choice. When writing fails, all of it is taken out again.
 */
export async function insertDeal(deal: NewDeal): Promise<Outcome<InsertedSheet>> {
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
    const at = dealLayout(deal.bandRows.length, deal.forecastFormats.length);
    const choice = choiceOf(used, settings);
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
      address: at.block,
      names: [blockNameOf(recordId), ...Object.values(used)],
      backupSheet: null,
      columnWidths: null,
      madeChoice: choice !== undefined,
      complete: false,
    };
    const ours = {
      bands: free("DealBands"),
      terms: free("DealTerms"),
      forecast: free("DealForecast"),
    };
    putDeal(workbook, { record, at, names: used, tables: ours, choice }, deal);
    await context.sync();
    return { sheet: record.sheet };
  });
  if (inserted.ok || record === undefined) return inserted;
  return { ok: false, fault: await rollBack(record.id, inserted.fault) };
}

/** The cells of the deal as a choice, where their names alone would find the cells of others; undefined where they do not. */
function choiceOf(used: ExampleNames, settings: Excel.SettingCollection): DealChoice | undefined {
  const names: ByPart<string> = {
    Bands: used.bands,
    Terms: used.terms,
    Usage: used.usage,
    Commitment: used.commitment,
    Forecast: used.forecast,
  };
  const hasChoice = settings.items.some(({ key }) => key === CHOICE_KEY);
  const isFound = names.Bands === "Bands";
  if (hasChoice || !isFound || DEAL_INPUTS.every((part) => names[part] === part)) return undefined;
  return byPart((part) => ({ name: names[part], reference: names[part] }));
}

interface DealPlan {
  readonly record: WriteRecord;
  readonly at: DealLayout;
  readonly names: ExampleNames;
  readonly tables: { readonly bands: string; readonly terms: string; readonly forecast: string };
  /** The choice that the deal is read from; undefined where its names alone say where it is. */
  readonly choice: DealChoice | undefined;
}

function putDeal(
  workbook: Excel.Workbook,
  { record, at, names, tables, choice }: DealPlan,
  deal: NewDeal,
): void {
  const setting = workbook.settings.add(settingKey(record.id), formatRecord(record));
  const sheet = workbook.worksheets.add(record.sheet);
  const [blockName = ""] = record.names;
  const { code } = currency();
  workbook.names.add(blockName, sheet.getRange(at.block), EXAMPLE_TITLE);

  putText(sheet, "A1", EXAMPLE_TITLE, Excel.BuiltInStyle.heading1);
  putText(sheet, "A2", deal.note, Excel.BuiltInStyle.explanatoryText);
  putText(sheet, "A4", "Bands", Excel.BuiltInStyle.heading3);
  putText(sheet, at.termsHeading, "Terms", Excel.BuiltInStyle.heading3);
  putText(sheet, at.forecastHeading, "Forecast of usage", Excel.BuiltInStyle.heading3);
  if (deal.forecastNote !== "")
    putText(sheet, at.forecastNote, deal.forecastNote, Excel.BuiltInStyle.explanatoryText);
  putText(sheet, at.yearHeading, "This year", Excel.BuiltInStyle.heading3);
  putText(sheet, at.resultsHeading, "Results", Excel.BuiltInStyle.heading3);
  putText(sheet, at.settlementHeading, "Settlement", Excel.BuiltInStyle.heading3);

  sheet.getRange(at.bands).values = [[...BAND_HEADINGS], ...deal.bandRows.map((row) => [...row])];
  sheet.getRange(at.terms).values = TERM_ROWS.map((row) => [...row]);
  addTable(sheet, at.bands, tables.bands);
  addTable(sheet, at.terms, tables.terms);
  sheet.getRange(at.yearLabels).values = [
    [`Usage at list prices, ${code}`],
    [`Commitment, ${code}`],
  ];
  sheet.getRange(at.commitment).values = [[deal.commitmentUsd]];

  // A table's name alone leaves its headings out, and the headings say which columns are priced.
  workbook.names.add(names.bands, `=${tables.bands}[#All]`, "Bands with their headings");
  workbook.names.add(names.terms, `=${tables.terms}[#All]`, "Terms with their headings");
  workbook.names.add(
    names.usage,
    sheet.getRange(at.usage),
    `Usage of the year at list prices, ${code}`,
  );
  workbook.names.add(
    names.commitment,
    sheet.getRange(at.commitment),
    `Commitment of the year, ${code}`,
  );
  // After the name of the usage, around which it may go; and before the usage, which may be its mean.
  sheet.getRange(at.forecast).formulas = deal.forecastRows(names).map((row) => [...row]);
  addTable(sheet, at.forecast, tables.forecast);
  workbook.names.add(
    names.forecast,
    `=${tables.forecast}[#All]`,
    "What usage of the year may be, with its headings",
  );
  sheet.getRange(at.usage).formulas = [[deal.usage(names)]];

  const results = resultRows(names, at.resultAt);
  sheet.getRange(at.resultLabels).values = results.map(([label]) => [label]);
  sheet.getRange(at.results).formulas = results.map(([, formula]) => [printFormula(formula)]);
  sheet.getRange(at.settlement).formulas = [[printFormula(settlementFormula(names))]];
  styleDeal(sheet, at, {
    results: results.map(([, , format]) => [format]),
    forecast: deal.forecastFormats.map((format) => [format]),
    written: writtenUsd(amountsOfDeal(deal)),
    largestUsd: largestAmountOfDeal(deal),
    formulas: formulaInputs(deal, names, at),
  });
  validateDeal(sheet, {
    bands: at.bandInputs,
    terms: at.termInputs,
    usage: at.usage,
    commitment: at.commitment,
    forecast: at.forecastInputs,
  });
  sheet.activate();
  sheet.getRange(at.commitment).select();
  if (choice) workbook.settings.add(CHOICE_KEY, formatChoice(choice));
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

function styleDeal(
  sheet: Excel.Worksheet,
  at: DealLayout,
  formats: {
    readonly written: string;
    readonly results: string[][];
    readonly forecast: string[][];
    readonly largestUsd: number;
    readonly formulas: readonly string[];
  },
): void {
  const asideBands = [at.termInputs, at.usage, at.commitment, at.forecastInputs];
  for (const inputs of [at.bandInputs, ...asideBands])
    sheet.getRange(inputs).style = Excel.BuiltInStyle.input;
  for (const formula of formats.formulas)
    sheet.getRange(formula).style = Excel.BuiltInStyle.calculation;
  setNumberFormat(sheet.getRange(at.thresholds), formats.written);
  setNumberFormat(sheet.getRange(at.discounts), WRITTEN_PERCENT);
  setNumberFormat(sheet.getRange(at.termShares), WRITTEN_PERCENT);
  setNumberFormat(sheet.getRange(at.yearInputs), formats.written);
  setNumberFormats(sheet.getRange(at.forecastInputs), formats.forecast);
  const results = sheet.getRange(at.results);
  results.style = Excel.BuiltInStyle.calculation;
  setNumberFormats(results, formats.results);
  for (const amounts of [at.results, ...asideBands])
    sheet.getRange(amounts).format.horizontalAlignment = "Right";
  const settlement = sheet.getRange(at.settlementAmounts);
  setNumberFormat(settlement, USD);
  settlement.format.horizontalAlignment = "Right";
  for (const first of at.besideFrom === 0 ? [0] : [0, at.besideFrom])
    for (const [index, width] of WIDTHS.entries())
      sheet.getRangeByIndexes(0, first + index, 1, 1).format.columnWidth = amountWidth(
        width,
        AMOUNT_COLUMNS.includes(index) ? formats.largestUsd : 0,
      );
  setUpPage(sheet, BANDS_ROW);
}
