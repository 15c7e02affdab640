import type { Currency } from "../../core/currency";
import {
  amountsOf,
  FORECAST_HEADINGS,
  FORECAST_TITLE,
  type ForecastToWrite,
  forecastBlock,
  forecastSheetNote,
  type LinkedForecast,
} from "../../deal/forecast-block";
import { forecastResults } from "../../sheets/forecast-results";
import { printFormula } from "../../sheets/formulas/print";
import { headLine } from "../../sheets/provenance";
import { timeOfMaking } from "../../wording/format/format";
import { USD } from "../../wording/format/number-formats";
import { validateForecast } from "../deal/validate-deal";
import { setNumberFormat, setNumberFormats, typedAmountWidth } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putHeadLine } from "../excel/put-head-line";
import { putText } from "../excel/put-text";
import { setUpPage } from "../excel/set-up-page";
import { type Target, writeSheet } from "../journal/write-sheet";
import type { WrittenTable } from "../journal/written-table";
import { askPlaceInDeal } from "./place-in-deal";

/** Row of the block's headings, from 0: below the title, the note and a blank row. */
const HEADING_ROW = 3;
/** Widths in points: labels, values at least, and what they mean. */
const WIDTHS = { labels: 126, values: 96, meanings: 260 };

/**
 * Writes a forecast for a deal that has none, on a sheet of its own: labels and values that anyone can read and change,
 * and what they come to.
 *
 * It becomes a part of the deal that the pane shows, and goes by the name Forecast where that is free. Where the deal is read
 * from chosen cells it joins the choice; where another deal or a cell has the name it gets another one, and the deal is read
 * from its names as a choice from then on. removeTable takes all of it out.
 *
 * @param now When it is made, which its head says.
 */
export function writeForecast(
  forecast: ForecastToWrite | LinkedForecast,
  currency: Currency,
  now = new Date(),
): Promise<Outcome<WrittenTable>> {
  return writeSheet({
    kind: "forecast",
    plan(workbook) {
      const placeInDeal = askPlaceInDeal(workbook, "Forecast");
      return (known) => {
        const { name, ...joins } = placeInDeal(known);
        return {
          place: { kind: "newSheet", name: "Forecast" },
          ...sizeOf(forecast),
          content: () => ({
            title: FORECAST_TITLE,
            ...{ names: [name], ...joins },
            put(target) {
              putForecast(target, name, forecast, currency);
              const inputs =
                forecast.kind === "linked" ? [`Inputs: the cells named ${forecast.name}.`] : [];
              putHeadLine(target.sheet, headLine(timeOfMaking(now), ...inputs));
            },
          }),
        };
      };
    },
  });
}

function sizeOf(forecast: ForecastToWrite | LinkedForecast) {
  const rows = HEADING_ROW + 1 + forecastBlock(forecast).length + 2 + forecastResults("").length;
  return { rows, columns: FORECAST_HEADINGS.length };
}

function putForecast(
  { workbook, sheet }: Target,
  name: string,
  forecast: ForecastToWrite | LinkedForecast,
  currency: Currency,
): void {
  putText(sheet.getRange("A1"), FORECAST_TITLE, Excel.BuiltInStyle.heading1);
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
    forecast.kind === "linked",
    currency,
  );
  putResults(sheet, HEADING_ROW + rows.length + 2, name, currency);
  const { labels: first, values, meanings: last } = WIDTHS;
  const amounts = typedAmountWidth(values, currency, Math.max(...amountsOf(forecast)));
  for (const [column, width] of [first, amounts, last].entries())
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
  setUpPage(sheet);
  sheet.activate();
}

/** @param isLinked Whether the values are formulas, which nobody types over. */
function styleInputs(
  sheet: Excel.Worksheet,
  formats: string[][],
  isLinked: boolean,
  currency: Currency,
): void {
  sheet.getRangeByIndexes(HEADING_ROW, 0, 1, FORECAST_HEADINGS.length).format.font.bold = true;
  const values = sheet.getRangeByIndexes(HEADING_ROW + 1, 1, formats.length, 1);
  values.style = isLinked ? Excel.BuiltInStyle.calculation : Excel.BuiltInStyle.input;
  setNumberFormats(values, formats, currency);
  sheet.getRangeByIndexes(HEADING_ROW, 1, formats.length + 1, 1).format.horizontalAlignment =
    "Right";
  if (!isLinked) validateForecast(values, currency);
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
  amounts.formulas = results.map(([, formula]) => [printFormula(formula)]);
  amounts.style = Excel.BuiltInStyle.calculation;
  setNumberFormat(amounts, USD, currency);
  amounts.format.horizontalAlignment = "Right";
}
