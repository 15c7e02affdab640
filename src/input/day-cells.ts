import { dayOf, dayText, FIRST_DAY, LAST_DAY, monthOf, monthOfDay } from "../core/calendar";
import type { Place } from "../core/faults/place";
import { fail, type Result, succeed } from "../core/result";
import { type Cell, isBlankOrZero, quoteCell } from "./cells/cells";
import { MONTHS, monthNumber } from "./headings/calendar-labels";

const TIME =
  "(?:[T ]\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(?: ?[ap]m)?(?: ?(?:Z|UTC|GMT|[+-]00:?00))?)?";
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, "i");
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${TIME}$`, "i");
const YEAR_MONTH = /^(\d{4})[-/](\d{1,2})$/;
const MONTH_NAME = new RegExp(`^(${MONTHS})[ -](\\d{4})$`, "i");

/**
 * A day: a date of Excel, or text with the year first, such as 2026-10-07. A time of day is cut off.
 *
 * Text with the year last is refused, since 01/09/2026 reads two ways. Blank, or the 0 of a blank, is undefined.
 */
export function readDay(cell: Cell, place: Place): Result<number | undefined> {
  if (isBlankOrZero(cell)) return succeed(undefined);
  if (cell.kind === "error") return fail({ kind: "cellError", place, code: cell.code });
  const day = cell.kind === "number" ? serialDay(cell.value) : dayIn(cell);
  if (day !== undefined) return succeed(day);
  return fail({ kind: "notADay", place, given: quoteCell(cell), readings: readingsOf(cell) });
}

/** A month: a date of Excel, or text such as 2026-09, 2026-09-01 or Sep 2026. Blank is undefined. */
export function readMonth(cell: Cell, place: Place): Result<number | undefined> {
  if (isBlankOrZero(cell)) return succeed(undefined);
  if (cell.kind === "error") return fail({ kind: "cellError", place, code: cell.code });
  const day = cell.kind === "number" ? serialDay(cell.value) : dayIn(cell);
  const month = day === undefined ? monthIn(cell) : monthOfDay(day);
  if (month !== undefined) return succeed(month);
  return fail({ kind: "notAMonth", place, given: quoteCell(cell) });
}

function serialDay(value: number): number | undefined {
  const day = Math.floor(value);
  return day >= FIRST_DAY && day <= LAST_DAY ? day : undefined;
}

function dayIn(cell: Cell): number | undefined {
  const [, year, , month, day] = (cell.kind === "text" && YEAR_FIRST.exec(cell.text)) || [];
  return year === undefined ? undefined : dayOf(Number(year), Number(month), Number(day));
}

function monthIn(cell: Cell): number | undefined {
  if (cell.kind !== "text") return undefined;
  const [, year, month] = YEAR_MONTH.exec(cell.text) ?? [];
  if (year !== undefined) return monthOf(Number(year), Number(month));
  const [, name, ofYear] = MONTH_NAME.exec(cell.text) ?? [];
  if (name === undefined) return undefined;
  return monthOf(Number(ofYear), monthNumber(name));
}

/** The days that a text with the year last may mean, as they are written here. */
function readingsOf(cell: Cell): readonly string[] {
  const [, one, , other, year] = (cell.kind === "text" && YEAR_LAST.exec(cell.text)) || [];
  const days = [
    dayOf(Number(year), Number(one), Number(other)),
    dayOf(Number(year), Number(other), Number(one)),
  ];
  return [...new Set(days.flatMap((day) => (day === undefined ? [] : dayText(day))))].toSorted();
}
