import { dayText } from "../../../core/calendar";
import type { ListMove } from "../../../efficiency/list-history";
import { formatExactPercent } from "../../../wording/format/format";

/** What list prices did, by which price book. */
export interface ListHistory {
  readonly moves: readonly ListMove[];
  /** Whether the workbook has a price book; else it is the one that comes with Bandwise. */
  readonly isOwn: boolean;
}

/** "Haiku-class list fell 87% from 2025-10-01 (claude-haiku-4-5) to 2026-10-07 (claude-haiku-5-5)." */
export function moveSentence({ modelClass, first, last, change }: ListMove): string {
  const moved = `${change < 0 ? "fell" : "rose"} ${percentOf(Math.abs(change))}`;
  const at = ({ fromDay = 0, model }: ListMove["first"]) => `${dayText(fromDay)} (${model})`;
  return `${modelClass}-class list ${moved} from ${at(first)} to ${at(last)}.`;
}

/** "-55%", as the field takes it. */
export function presetText({ changeAYear }: ListMove): string {
  return `${changeAYear < 0 ? "-" : ""}${percentOf(Math.abs(changeAYear))}`;
}

/** Whole percents: the history is worth no more. */
function percentOf(fraction: number): string {
  return formatExactPercent(Math.round(fraction * 100) / 100);
}

/** What the moves rest on, or that there is none. */
export function historySentence({ moves, isOwn }: ListHistory): string {
  const book = isOwn
    ? "the price book of this workbook"
    : "the price book that comes with Bandwise";
  return moves.length === 0
    ? `No class of models has dated prices half a year apart, and different, in ${book}.`
    : `Input prices of the newest model of each class, for the same text, in ${book}. What they did says nothing certain about what they will do.`;
}
