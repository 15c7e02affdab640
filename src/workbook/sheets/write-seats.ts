import type { daysFromTerms } from "../../analysis/negotiation/dates";
import { FIRST_DAY, LAST_DAY } from "../../core/calendar";
import type { Currency } from "../../core/currency";
import type { DecisionDeal } from "../../sheets/decision-sheet";
import {
  DATES_OF_A_DEAL,
  LOCK_END,
  MOST_MONTHS,
  MOST_NOTICE_DAYS,
  MOST_SEATS,
  TERM_END,
  type TypedTables,
  typedTables,
} from "../../sheets/negotiation/seats-cells";
import {
  DATES_FORMATS,
  SEATS_AMOUNTS,
  SEATS_FORMATS,
  SEATS_WIDTHS,
} from "../../sheets/negotiation/seats-places";
import { layOutSeats, SEATS_TITLE, type SeatsSheet } from "../../sheets/negotiation/seats-sheet";
import { layOutScenario, type ScenarioOnSheet } from "../../sheets/scenario-cells";
import type { SeatsDefinition } from "../../sheets/sheet-definition";
import { TEXT } from "../../wording/format/number-formats";
import { allow, wantedAmount } from "../deal/validate-deal";
import { typedAmountWidth } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putText } from "../excel/put-text";
import { setUpPage } from "../excel/set-up-page";
import type { WrittenPlace } from "../journal/rewrite-sheet";
import type { WrittenTable } from "../journal/written-table";
import { readTypedSheet } from "./change-asks";
import { putOwnSheet } from "./put-own-sheet";
import { putBlock, showSheet } from "./put-sheet-part";

/** What a sheet of seats and dates is made from. */
export interface SeatsRequest {
  readonly deal: DecisionDeal;
  /** What the terms of the deal say of dates; it goes into cells that are blank. */
  readonly days: ReturnType<typeof daysFromTerms>;
  /** What a proposal says, for a new sheet. */
  readonly said?: TypedTables;
  /** The scenario that it is about, where that is not the deal of the workbook. */
  readonly scenario?: ScenarioOnSheet;
  readonly largestUsd: number;
  readonly definition: SeatsDefinition;
  /** In place of a sheet that is there, whose typed cells it keeps; absent: on a new sheet. */
  readonly again?: WrittenPlace;
  readonly madeOn: string;
}

/** Title and notes, which head every page. */
const TITLE_ROWS = 3;

/**
 * Writes the tables of seats and of dates with what follows from them, and keeps what was typed where the sheet is there already.
 *
 * It is a new sheet, listed with the tables and removed like one, or one that is there and is written again. When writing
 * fails, the workbook is as it was.
 */
export async function writeSeats(
  { deal, days, said, scenario, largestUsd, definition, again, madeOn }: SeatsRequest,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  const read = again && (await readTypedSheet(again.id, SEATS_TITLE));
  if (read && !read.ok) return read;
  const there = read && typedTables(read.value.values, read.value.formulas);
  const typed = withDays(there ?? said ?? FRESH, days);
  const layOut = (of: DecisionDeal): SeatsSheet => layOutSeats(of, typed, madeOn, currency);
  const layout = scenario ? layOutScenario(deal, scenario, layOut) : layOut(deal);
  return putOwnSheet({
    ...{ name: SEATS_TITLE, layout, form: "live", again, definition },
    put({ sheet }, parts) {
      for (const [column, width] of SEATS_WIDTHS.entries())
        sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = SEATS_AMOUNTS.includes(column)
          ? typedAmountWidth(width, currency, largestUsd)
          : width;
      putText(sheet.getRange("A1"), layout.title, Excel.BuiltInStyle.heading1);
      putText(sheet.getRange("A2"), layout.note, Excel.BuiltInStyle.explanatoryText);
      putText(sheet.getRange("A3"), layout.noteBelow, Excel.BuiltInStyle.explanatoryText);
      for (const part of parts) putBlock(sheet, part, currency);
      alignWords(sheet, layout.places);
      validate(sheet, layout.places, currency);
      // The deal of the proposal stays in sight.
      if (said) setUpPage(sheet, TITLE_ROWS);
      else showSheet(sheet, TITLE_ROWS);
    },
  });
}

const FRESH: TypedTables = { seats: [], dates: DATES_OF_A_DEAL.map((what) => [what]) };

/** Dates that the terms say, where the cell for one is blank. */
function withDays(typed: TypedTables, { termEnd, lockEnd }: SeatsRequest["days"]): TypedTables {
  const said: Readonly<Record<string, number | undefined>> = {
    [TERM_END]: termEnd,
    [LOCK_END]: lockEnd,
  };
  return {
    ...typed,
    dates: typed.dates.map(([what = "", day = "", ...rest]) => [
      what,
      day === "" ? (said[String(what)] ?? "") : day,
      ...rest,
    ]),
  };
}

/** Headings of words stand over them. */
function alignWords(sheet: Excel.Worksheet, { seats, dates }: SeatsSheet["places"]): void {
  for (const [{ row }, formats] of [
    [seats, SEATS_FORMATS],
    [dates, DATES_FORMATS],
  ] as const)
    for (const [column, format] of formats.entries()) {
      if (format !== TEXT) continue;
      const heading = sheet.getRangeByIndexes(row - 1, column, 1, 1).format;
      heading.horizontalAlignment = "Left";
      if (column > 0) heading.indentLevel = 1;
    }
}

/** Lets Excel itself refuse what would not be read. */
function validate(
  sheet: Excel.Worksheet,
  { seats, dates }: SeatsSheet["places"],
  currency: Currency,
): void {
  const cells = ({ row, rows }: SeatsSheet["places"]["seats"], column: number): Excel.Range =>
    sheet.getRangeByIndexes(row, column, rows, 1);
  const upTo = (formula2: number) => ({
    decimal: { formula1: 0, formula2, operator: "Between" as const },
  });
  const rules = [
    [cells(seats, 1), upTo(MOST_SEATS), "Give how many seats there are, such as 40."],
    [cells(seats, 2), upTo(MOST_SEATS), `${wantedAmount(currency)}: what a seat costs a month.`],
    [cells(seats, 3), upTo(MOST_MONTHS), "Give the months of one year, 12 at most."],
    [cells(seats, 4), { list: { inCellDropDown: true, source: "yes,no" } }, "Give yes or no."],
    [
      cells(dates, 1),
      { decimal: { formula1: FIRST_DAY, formula2: LAST_DAY, operator: "Between" } },
      "Give a day, such as 2027-01-08, or leave it blank.",
    ],
    [
      cells(dates, 2),
      {
        wholeNumber: { formula1: 0, formula2: MOST_NOTICE_DAYS, operator: "Between" },
      },
      "Give whole days, such as 60.",
    ],
  ] as const;
  for (const [range, rule, message] of rules) allow(range, rule, message);
}
