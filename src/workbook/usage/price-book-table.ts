import { dayOf } from "../../core/calendar";
import { literalText } from "../../sheets/literal-text";
import { headLine } from "../../sheets/provenance";
import { sourcedPriceBookCells } from "../../sheets/usage/price-book-sources";
import { timeOfMaking } from "../../wording/format/format";
import type { Outcome } from "../excel/outcome";
import { putHeadLine } from "../excel/put-head-line";
import { putText } from "../excel/put-text";
import { setUpPage } from "../excel/set-up-page";
import { type SheetBeside, writeSheet } from "../journal/write-sheet";
import type { WrittenTable } from "../journal/written-table";
import { alignColumn } from "../sheets/put-sheet-part";
import { PRICE_BOOK_TABLE } from "./read-usage";

const TITLE = "Price book";
const NOTE =
  "List prices in USD per million tokens; searches per 1,000. Change a price, or put your own book here: every sheet of usage follows.";
/** Row of the headings, from 0. */
const HEADINGS_ROW = 3;
const WORDS: readonly string[] = ["Model", "Source", "Confidence", "Note"];
const DAYS: readonly string[] = ["From", "To", "Checked on"];
const DAY_FORMAT = "yyyy-mm-dd";
/** Widths in points by heading; the others are numbers. */
const WIDTHS: Readonly<Record<string, number>> = {
  ...{ Model: 150, Source: 220, Note: 300 },
  ...{ From: 76, To: 76, "Checked on": 76, Confidence: 76 },
};
const WIDTH = 70;

/**
 * Writes the price book that is shipped as a table that anyone can change.
 *
 * @param now When it is made, which its head says.
 */
export function insertPriceBook(now = new Date()): Promise<Outcome<WrittenTable>> {
  return writeSheet({
    kind: "table",
    plan: () => (known) => {
      const { title, rows, columns, put } = priceBookSheet(
        ...(["", known.freeName(PRICE_BOOK_TABLE), timeOfMaking(now)] as const),
      );
      return {
        place: { kind: "newSheet", name: TITLE },
        ...{ rows, columns },
        content: () => ({
          title,
          put: (target) => {
            put(target);
            target.sheet.activate();
          },
        }),
      };
    },
  });
}

/** The sheet of the price book, as a part of another write. */
export function priceBookSheet(name: string, table: string, madeOn: string): SheetBeside {
  const cells = sourcedPriceBookCells();
  const columns = cells[0]?.length ?? 0;
  return {
    ...{ name, title: TITLE, rows: HEADINGS_ROW + cells.length, columns },
    put({ sheet }) {
      putBook(sheet, table);
      putHeadLine(sheet, headLine(madeOn, "Its prices are those that are shipped with it."));
    },
  };
}

function putBook(sheet: Excel.Worksheet, name: string): void {
  const cells = sourcedPriceBookCells();
  const [headings = [], ...rows] = cells;
  putText(sheet.getRange("A1"), TITLE, Excel.BuiltInStyle.heading1);
  putText(sheet.getRange("A2"), NOTE, Excel.BuiltInStyle.explanatoryText);
  const whole = sheet.getRangeByIndexes(HEADINGS_ROW, 0, cells.length, headings.length);
  for (const [index, heading] of headings.entries()) {
    const column = sheet.getRangeByIndexes(HEADINGS_ROW, index, cells.length, 1);
    column.format.columnWidth = widthOf(heading);
    if (DAYS.includes(String(heading))) column.numberFormat = DAY_FORMAT as unknown as string[][];
    alignColumn(column.format, WORDS.includes(String(heading)), index);
  }
  whole.values = cells.map((row) => row.map(asCell));
  const table = sheet.tables.add(whole, true);
  table.name = name;
  sheet.getRangeByIndexes(HEADINGS_ROW + 1, 0, rows.length, headings.length).style =
    Excel.BuiltInStyle.input;
  const widths = headings.map(widthOf);
  setUpPage(sheet, HEADINGS_ROW + 1, { columns: { widths, repeated: 1 } });
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, HEADINGS_ROW + 1, 1));
}

function widthOf(heading: string | number): number {
  return WIDTHS[String(heading)] ?? WIDTH;
}

/** A day as Excel counts it, anything else as it is. */
function asCell(cell: string | number): string | number {
  if (typeof cell === "number") return cell;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell) ?? [];
  return (year && dayOf(Number(year), Number(month), Number(day))) || literalText(cell);
}
