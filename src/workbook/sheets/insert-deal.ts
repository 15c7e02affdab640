import type { Currency } from "../../core/currency";
import {
  type ByKey,
  byInput,
  byKey,
  type DealInput,
  INPUT_NAMES,
  INPUTS,
} from "../../deal/deal-inputs";
import { blockOf } from "../../input/cells/a1";
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
import type { NewDeal } from "../../sheets/new-deal";
import { dealHeadLine } from "../../sheets/provenance";
import { SCHEDULE_NOTE, SCHEDULE_TABLE } from "../../sheets/schedule-table";
import { timeOfMaking } from "../../wording/format/format";
import { USD, WRITTEN_PERCENT, writtenUsd } from "../../wording/format/number-formats";
import {
  CHOICE_KEY,
  type DealChoice,
  formatChoice,
  NO_SCENARIO,
  SHOWN_DEAL_KEY,
  SHOWN_KEY,
} from "../deal/deal-choice";
import { scheduleNameOf } from "../deal/deals";
import { validateDeal } from "../deal/validate-deal";
import {
  amountWidth,
  setNumberFormat,
  setNumberFormats,
  typedAmountWidth,
} from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putHeadLine } from "../excel/put-head-line";
import { putText } from "../excel/put-text";
import { setUpPage } from "../excel/set-up-page";
import type { UndoStep } from "../journal/undo-steps";
import { type KnownWorkbook, type Target, writeSheet } from "../journal/write-sheet";
import { addTable, policyFormats, putAgreement, putProposal } from "./agreement-on-sheet";
import { putSchedule } from "./put-schedule";

/** A sheet that was inserted. */
export interface InsertedSheet {
  readonly sheet: string;
}

/** Widths of the columns of bands, in points; that of Overage has room for its longest word beside the arrow of its list. */
export const BAND_WIDTHS = [110, 84, 96, 100, 74, 84, 126, 142, 84] as const;
/** Thresholds; values of the forecast; the year and the results; the settlement. */
const AMOUNT_COLUMNS: readonly number[] = [0, 1, 5, 8];

/**
 * Adds a sheet with a deal: bands, terms, usage, commitment and forecast as named inputs, and live results.
 *
 * Nothing that is there is touched: names already taken get a number. Where other cells go by the name of a part, but none by
 * that of the bands, the deal is read from this sheet as a choice. The pane then shows this deal. When writing fails, all of
 * it is taken out again.
 *
 * @param now When it is made, which its head says.
 */
export async function insertDeal(
  deal: NewDeal,
  currency: Currency,
  now: Date,
): Promise<Outcome<InsertedSheet>> {
  const { termRows = TERM_ROWS, schedule = [], alsoSaid = [], text = [] } = deal.proposal ?? {};
  const at = dealLayout(deal.bandRows.length, deal.forecastFormats.length, {
    ...{ terms: termRows.length - TERM_ROWS.length, years: schedule.length },
    ...{ alsoSaid: alsoSaid.length, text: text.length },
  });
  const { rows, columns } = blockOf(at.block);
  const written = await writeSheet({
    kind: "example",
    plan: () => (known) => {
      const free = byKey((input) => known.freeName(input));
      const isLong = schedule.length > 0;
      const names = {
        ...free,
        schedule: isLong ? known.freeName(scheduleNameOf(free.bands)) : "",
      };
      const tables = byKey((input) =>
        INPUTS[input].table === "" ? "" : known.freeName(INPUTS[input].table),
      );
      const alsoSaidTable = known.freeName("AlsoSaid", "");
      const made = Object.values(names).filter((name) => name !== "");
      const choice = choiceOf(names, known);
      return {
        place: { kind: "newSheet", name: "Deal" },
        ...{ rows, columns },
        content: (id) => ({
          title: EXAMPLE_TITLE,
          names: made,
          settings: {
            ...(choice && { [CHOICE_KEY]: formatChoice(choice) }),
            ...showsDeal(id, known),
          },
          undo: [
            ...(choice ? [{ kind: "leaveChoice", names: made, made: true } as const] : []),
            ...Object.entries(showsDeal(id, known)).map(
              ([key, written]): UndoStep => ({
                kind: "restoreSetting",
                ...{ key, written, value: textOf(known.setting(key)) },
              }),
            ),
          ],
          put: (target) =>
            putDeal(
              target,
              {
                ...{ at, names, tables: { ...tables, alsoSaid: alsoSaidTable } },
                madeLine: dealHeadLine(timeOfMaking(now), made, [BAND_HEADINGS, ...deal.bandRows]),
              },
              deal,
              currency,
            ),
        }),
      };
    },
  });
  return written.ok ? { ok: true, value: { sheet: written.value.sheet } } : written;
}

/** The settings by which the pane shows the new deal; a scenario that it showed gives way. */
function showsDeal(id: string, known: KnownWorkbook): Readonly<Record<string, string>> {
  const showsScenario = known.setting(SHOWN_KEY) !== undefined;
  return { [SHOWN_DEAL_KEY]: id, ...(showsScenario && { [SHOWN_KEY]: NO_SCENARIO }) };
}

function textOf(setting: unknown): string | null {
  return typeof setting === "string" ? setting : null;
}

/** The cells of the deal as a choice, where their names alone would find the cells of others; undefined where they do not. */
function choiceOf(used: ByKey<string>, known: KnownWorkbook): DealChoice | undefined {
  const names = byInput((input) => used[INPUTS[input].key]);
  const hasChoice = known.setting(CHOICE_KEY) !== undefined;
  const isFound = names.Bands === "Bands";
  const isOwn = (part: DealInput): boolean =>
    names[part] === "" ? known.freeName(part) === part : names[part] === part;
  if (hasChoice || !isFound || INPUT_NAMES.every(isOwn)) return undefined;
  return byInput((part) =>
    names[part] === "" ? null : { name: names[part], reference: names[part] },
  );
}

interface DealPlan {
  readonly at: DealLayout;
  readonly names: ByKey<string>;
  /** Names of the tables around the inputs that are blocks. */
  readonly tables: ByKey<string> & { readonly alsoSaid: string };
  readonly madeLine: string;
}

function putDeal(
  { workbook, sheet }: Target,
  { at, names, tables, madeLine }: DealPlan,
  deal: NewDeal,
  currency: Currency,
): void {
  const { code } = currency;
  putText(sheet.getRange("A1"), EXAMPLE_TITLE, Excel.BuiltInStyle.heading1);
  putText(sheet.getRange("A2"), deal.note, Excel.BuiltInStyle.explanatoryText);
  putHeadLine(sheet, madeLine);
  putText(sheet.getRange(at.forecastHeading), "Forecast of usage", Excel.BuiltInStyle.heading3);
  if (deal.forecastNote !== "")
    putText(sheet.getRange(at.forecastNote), deal.forecastNote, Excel.BuiltInStyle.explanatoryText);
  putText(sheet.getRange(at.yearHeading), "This year", Excel.BuiltInStyle.heading3);
  putText(sheet.getRange(at.resultsHeading), "Results", Excel.BuiltInStyle.heading3);
  putText(sheet.getRange(at.settlementHeading), "Settlement", Excel.BuiltInStyle.heading3);

  putAgreement(sheet, at, tables, deal);
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
  INPUT_NAMES.filter((input) => input !== "Forecast" && input !== "Schedule").forEach(name);
  // After the name of the usage, around which it may go; and before the usage, which may be its mean.
  sheet.getRange(at.forecast).formulas = deal.forecastRows(names).map((row) => [...row]);
  addTable(sheet, at.forecast, tables.forecast);
  name("Forecast");
  sheet.getRange(at.usage).formulas = [[deal.usage(names)]];

  const results = resultRows(names, at.resultAt, currency);
  sheet.getRange(at.resultLabels).values = results.map(([label]) => [label]);
  sheet.getRange(at.results).formulas = results.map(([, formula]) => [printFormula(formula)]);
  sheet.getRange(at.settlement).formulas = [[printFormula(settlementFormula(names, currency))]];
  styleDeal(
    sheet,
    at,
    {
      results: results.map(([, , format]) => [format]),
      forecast: deal.forecastFormats.map((format) => [format]),
      written: writtenUsd(amountsOfDeal(deal)),
      largestUsd: largestAmountOfDeal(deal),
      formulas: formulaInputs(deal, names, at),
      policies: policyFormats(deal.proposal?.termRows ?? [], at),
    },
    currency,
  );
  if (deal.proposal) putProposal(sheet, at, tables.alsoSaid, deal.proposal);
  validateDeal(sheet, at.inputs, currency);
  if (deal.proposal && names.schedule !== "") {
    putText(sheet.getRange(at.scheduleHeading), SCHEDULE_TABLE.title, Excel.BuiltInStyle.heading3);
    putText(sheet.getRange(at.scheduleNote), SCHEDULE_NOTE, Excel.BuiltInStyle.explanatoryText);
    putSchedule(sheet.getRange(at.schedule), tables.schedule, deal.proposal.schedule, currency);
    name("Schedule");
  }
  sheet.activate();
  sheet.getRange(at.commitment).select();
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
    readonly policies: readonly (readonly [address: string, format: string])[];
  },
  currency: Currency,
): void {
  const { bands, schedule: _, ...asideBands } = at.inputs;
  for (const inputs of [bands, ...Object.values(asideBands)])
    sheet.getRange(inputs).style = Excel.BuiltInStyle.input;
  for (const formula of formats.formulas)
    sheet.getRange(formula).style = Excel.BuiltInStyle.calculation;
  setNumberFormat(sheet.getRange(at.thresholds), formats.written, currency);
  setNumberFormat(sheet.getRange(at.discounts), WRITTEN_PERCENT, currency);
  setNumberFormat(sheet.getRange(at.termShares), WRITTEN_PERCENT, currency);
  for (const [address, format] of formats.policies)
    setNumberFormat(sheet.getRange(address), format, currency);
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
  for (const first of at.besideFrom === 0 ? [0] : [0, at.besideFrom])
    for (const [index, width] of BAND_WIDTHS.entries())
      sheet.getRangeByIndexes(0, first + index, 1, 1).format.columnWidth = AMOUNT_COLUMNS.includes(
        index,
      )
        ? typedAmountWidth(width, currency, formats.largestUsd)
        : amountWidth(width, currency);
  setUpPage(sheet, BANDS_ROW);
}
