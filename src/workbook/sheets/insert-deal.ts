import type { Currency } from "../../core/currency";
import {
  type ByKey,
  byInput,
  byKey,
  type DealInput,
  INPUT_NAMES,
  INPUTS,
} from "../../deal/deal-inputs";
import {
  amountsOfDeal,
  type DealLayout,
  dealLayout,
  largestAmountOfDeal,
} from "../../sheets/deal-sheet";
import {
  BAND_HEADINGS,
  EXAMPLE_TITLE,
  resultRows,
  settlementFormula,
  TERM_ROWS,
} from "../../sheets/example-deal";
import type { NewDeal } from "../../sheets/new-deal";
import { USD, WRITTEN_PERCENT, writtenUsd } from "../../wording/format/number-formats";
import { CHOICE_KEY, type DealChoice, formatChoice } from "../deal/deal-choice";
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
export async function insertDeal(
  deal: NewDeal,
  currency: Currency,
): Promise<Outcome<InsertedSheet>> {
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
    const used = byKey(free);
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
    const ours = byKey((input) => (INPUTS[input].table === "" ? "" : free(INPUTS[input].table)));
    putDeal(workbook, { record, at, names: used, tables: ours, choice }, deal, currency);
    await context.sync();
    return { sheet: record.sheet };
  });
  if (inserted.ok || record === undefined) return inserted;
  return { ok: false, fault: await rollBack(record.id, inserted.fault) };
}

/** The cells of the deal as a choice, where their names alone would find the cells of others; undefined where they do not. */
function choiceOf(used: ByKey<string>, settings: Excel.SettingCollection): DealChoice | undefined {
  const names = byInput((input) => used[INPUTS[input].key]);
  const hasChoice = settings.items.some(({ key }) => key === CHOICE_KEY);
  const isFound = names.Bands === "Bands";
  if (hasChoice || !isFound || INPUT_NAMES.every((part) => names[part] === part)) return undefined;
  return byInput((part) => ({ name: names[part], reference: names[part] }));
}

interface DealPlan {
  readonly record: WriteRecord;
  readonly at: DealLayout;
  readonly names: ByKey<string>;
  /** Names of the tables around the inputs that are blocks. */
  readonly tables: ByKey<string>;
  /** The choice that the deal is read from; undefined where its names alone say where it is. */
  readonly choice: DealChoice | undefined;
}

function putDeal(
  workbook: Excel.Workbook,
  { record, at, names, tables, choice }: DealPlan,
  deal: NewDeal,
  currency: Currency,
): void {
  const setting = workbook.settings.add(settingKey(record.id), formatRecord(record));
  const sheet = workbook.worksheets.add(record.sheet);
  const [blockName = ""] = record.names;
  const { code } = currency;
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
  const name = (input: DealInput): void => {
    const { key, holds, comment } = INPUTS[input];
    const cells = holds === "value" ? sheet.getRange(at[key]) : `=${tables[key]}[#All]`;
    workbook.names.add(names[key], cells, comment(code));
  };
  INPUT_NAMES.filter((input) => input !== "Forecast").forEach(name);
  // After the name of the usage, around which it may go; and before the usage, which may be its mean.
  sheet.getRange(at.forecast).formulas = deal.forecastRows(names).map((row) => [...row]);
  addTable(sheet, at.forecast, tables.forecast);
  name("Forecast");
  sheet.getRange(at.usage).formulas = [[deal.usage(names)]];

  const results = resultRows(names, currency);
  sheet.getRange(at.resultLabels).values = results.map(([label]) => [label]);
  sheet.getRange(at.results).formulas = results.map(([, formula]) => [formula]);
  sheet.getRange(at.settlement).formulas = [[settlementFormula(names, currency)]];
  styleDeal(
    sheet,
    at,
    {
      results: results.map(([, , format]) => [format]),
      forecast: deal.forecastFormats.map((format) => [format]),
      written: writtenUsd(amountsOfDeal(deal)),
      largestUsd: largestAmountOfDeal(deal),
    },
    currency,
  );
  validateDeal(sheet, at.inputs, currency);
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
  },
  currency: Currency,
): void {
  const { bands, ...asideBands } = at.inputs;
  for (const inputs of [bands, ...Object.values(asideBands)])
    sheet.getRange(inputs).style = Excel.BuiltInStyle.input;
  setNumberFormat(sheet.getRange(at.thresholds), formats.written, currency);
  setNumberFormat(sheet.getRange(at.discounts), WRITTEN_PERCENT, currency);
  setNumberFormat(sheet.getRange(at.termShares), WRITTEN_PERCENT, currency);
  setNumberFormat(sheet.getRange(at.yearInputs), formats.written, currency);
  setNumberFormats(sheet.getRange(at.inputs.forecast), formats.forecast, currency);
  const results = sheet.getRange(at.results);
  results.style = Excel.BuiltInStyle.calculation;
  setNumberFormats(results, formats.results, currency);
  for (const amounts of [at.results, ...Object.values(asideBands)])
    sheet.getRange(amounts).format.horizontalAlignment = "Right";
  const settlement = sheet.getRange(at.settlementAmounts);
  setNumberFormat(settlement, USD, currency);
  settlement.format.horizontalAlignment = "Right";
  for (const [index, width] of WIDTHS.entries())
    sheet.getRangeByIndexes(0, index, 1, 1).format.columnWidth = amountWidth(
      width,
      currency,
      AMOUNT_COLUMNS.includes(index) ? formats.largestUsd : 0,
    );
  sheet.showGridlines = false;
}
