import type { Currency } from "../../core/currency";
import { INPUTS } from "../../deal/deal-inputs";
import { headLine } from "../../sheets/provenance";
import { SCHEDULE_NOTE, SCHEDULE_TABLE, type WrittenYear } from "../../sheets/schedule-table";
import { timeOfMaking } from "../../wording/format/format";
import { typedAmountWidth } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putHeadLine } from "../excel/put-head-line";
import { putText } from "../excel/put-text";
import { setUpPage } from "../excel/set-up-page";
import { writeSheet } from "../journal/write-sheet";
import type { WrittenTable } from "../journal/written-table";
import { askPlaceInDeal } from "./place-in-deal";
import { putSchedule } from "./put-schedule";

/** A schedule for the deal that the pane shows. */
export interface ScheduleToWrite {
  readonly years: readonly WrittenYear[];
  readonly largestUsd: number;
}

/** Row of the headings, from 0: below the title, the note and a blank row. */
const HEADINGS_ROW = 3;
const YEAR_WIDTH = 60;
const AMOUNT_WIDTH = 96;

/**
 * Writes the years of a term for a deal that has no schedule, as a table on a sheet of its own, which grows as years are added.
 *
 * They become an input of the deal that the pane shows, as a forecast does; removeTable takes them out.
 *
 * @param now When they are made, which their head says.
 */
export function writeSchedule(
  { years, largestUsd }: ScheduleToWrite,
  currency: Currency,
  now = new Date(),
): Promise<Outcome<WrittenTable>> {
  const { name, title, headings } = SCHEDULE_TABLE;
  return writeSheet({
    kind: "schedule",
    plan(workbook) {
      const placeInDeal = askPlaceInDeal(workbook, "Schedule");
      return (known) => {
        const { name: input, ...joins } = placeInDeal(known);
        const table = known.freeName(name);
        return {
          place: { kind: "newSheet", name: "Schedule" },
          ...{ rows: HEADINGS_ROW + 1 + years.length, columns: headings.length },
          content: () => ({
            ...{ title, names: [input], ...joins },
            put({ workbook: { names }, sheet }) {
              putText(sheet.getRange("A1"), title, Excel.BuiltInStyle.heading1);
              putText(sheet.getRange("A2"), SCHEDULE_NOTE, Excel.BuiltInStyle.explanatoryText);
              putHeadLine(sheet, headLine(timeOfMaking(now)));
              const cells = sheet.getRangeByIndexes(
                ...([HEADINGS_ROW, 0, years.length + 1, headings.length] as const),
              );
              putSchedule(cells, table, years, currency);
              names.add(input, `=${table}[#All]`, INPUTS.Schedule.comment(currency.code));
              const amounts = typedAmountWidth(AMOUNT_WIDTH, currency, largestUsd);
              for (const [column, width] of [YEAR_WIDTH, amounts, amounts, AMOUNT_WIDTH].entries())
                sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width;
              setUpPage(sheet);
              sheet.activate();
            },
          }),
        };
      };
    },
  });
}
