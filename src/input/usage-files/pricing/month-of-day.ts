import { monthOfDay } from "../../../core/calendar";

/** Finds months of days, each day once: rows are many, days few. */
export function monthsOfDays(): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    const month = known.get(day) ?? monthOfDay(day);
    known.set(day, month);
    return month;
  };
}
