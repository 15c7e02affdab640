import { dayOf, FIRST_DAY, LAST_DAY, monthOfDay } from "../../../core/calendar";
import { firstDayOf } from "../../../term/first-day";
import { MONTHS, monthNumber } from "../../headings/calendar-labels";
import type { Unreadable } from "../rows/faults";
import { isBlank } from "./words";

/** When a row begins, in UTC. */
export interface Moment {
  /** Seconds since Excel's day 0: a day is 86,400 of them. */
  readonly seconds: number;
  /** Whether a time is written: the row is then for a part of a day. */
  readonly isTimed: boolean;
}

const SECONDS_A_DAY = 86_400;

const DATE =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/;
const MONTH = /^(\d{4})(?:[-/.](\d{1,2})|(\d{2}))$/;
const MONTH_NAME = new RegExp(`^(${MONTHS})[\\s.,/-]*(\\d{4})$`, "i");
const DAY_OR_MONTH_FIRST = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/;

/** Reads a date with the year first, with or without a time; an offset is applied. */
export function readMoment(text: string): Moment | Unreadable {
  const trimmed = text.trim();
  const found = DATE.exec(trimmed);
  if (!found) return faultOf(trimmed);
  const [, year, month, date, hour, minute, second, zone] = found;
  const day = dayOf(Number(year), Number(month), Number(date));
  const [hours, minutes, seconds] = [hour, minute, second].map((part) => Number(part ?? 0));
  const time = secondsOf(hours, minutes, seconds);
  if (day === undefined) return "bad date";
  const moment = {
    seconds: day * SECONDS_A_DAY + time - offsetOf(zone),
    isTimed: hour !== undefined,
  };
  return FIRST_DAY <= dayAt(moment) && dayAt(moment) <= LAST_DAY ? moment : "bad date";
}

/** Reads a month, also as `2026-03`, `202603` or `Mar 2026`; a date is in its month. */
export function readMonth(text: string): Moment | Unreadable {
  const trimmed = text.trim();
  const [, year, month, joined] = MONTH.exec(trimmed) ?? [];
  if (year) return firstOf(Number(year), Number(month ?? joined));
  const [, name = "", named] = MONTH_NAME.exec(trimmed) ?? [];
  if (named) return firstOf(Number(named), monthNumber(name));
  const moment = readMoment(trimmed);
  if (typeof moment === "string") return moment;
  return startOfDay(firstDayOf(monthOfDay(dayAt(moment))));
}

/** The day that a moment is in. */
export function dayAt({ seconds }: Pick<Moment, "seconds">): number {
  return Math.floor(seconds / SECONDS_A_DAY);
}

/** When a day begins. */
export function startOfDay(day: number): Moment {
  return { seconds: day * SECONDS_A_DAY, isTimed: false };
}

function firstOf(year: number, month: number): Moment | Unreadable {
  const day = dayOf(year, month, 1);
  return day === undefined ? "bad date" : startOfDay(day);
}

/** NaN of a time that no clock shows: it is in no day. */
function secondsOf(hours = 0, minutes = 0, seconds = 0): number {
  const exists = hours < 24 && minutes < 60 && seconds < 60;
  return exists ? hours * 3_600 + minutes * 60 + seconds : Number.NaN;
}

/** Seconds that a zone is ahead of UTC. */
function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === "Z" || zone === "UTC") return 0;
  const size = Number(zone.slice(1, 3)) * 3_600 + Number(zone.slice(-2)) * 60;
  return zone.startsWith("-") ? -size : size;
}

function faultOf(text: string): Unreadable {
  if (isBlank(text)) return "missing";
  return DAY_OR_MONTH_FIRST.test(text) ? "ambiguous date" : "bad date";
}
