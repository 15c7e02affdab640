import { type BandTable, writtenThresholds } from "../../../core/bands";
import type { Currency } from "../../../core/currency";
import type { PricingError } from "../../../core/errors";
import { fail, failWith, type Result, succeed } from "../../../core/result";
import { readBandsInAnyOrder } from "../../../input/bands-cells";
import { holdsAmount } from "../../../input/headings/amount-words";
import { readHeading } from "../../../input/headings/headings";
import { bareFigure } from "../../../input/headings/percent-scale";
import { formatExactUsd, formatList } from "../../../wording/format/format";
import { FAR_BELOW } from "../../../wording/messages/warning-messages";
import type { Question } from "../../kit/question";
import { otherLabel, withoutLabel } from "../../kit/typed-amount";
import { type ScaledLines, scaledByHeading } from "./scaled-lines";

/** Bands as typed, and by which heading their thresholds were multiplied, if they were. */
export interface TypedBands {
  readonly table: BandTable;
  readonly scaled: ScaledLines | undefined;
}

type Lines = readonly (readonly string[])[];

/** More columns than a line can say: those have headings, and so belong on a sheet. */
const MOST_COLUMNS = 3;

/** Bands as they are typed, or pasted from cells or a message: a band a line, in any order. */
export function readTypedBands(text: string, currency: Currency): Result<TypedBands> {
  if (text.trim() === "")
    return fail({
      kind: "missing",
      place: { argument: "bands" },
      expected: "a band a line, its threshold and its discount, such as 250k 10%",
    });
  const typed = linesOf(text);
  const scaled = scaledByHeading(typed);
  const rows = scaled?.lines ?? typed;
  const foreign = rows.flatMap(([threshold = ""], index) => {
    const place = { argument: "bands", field: "threshold", row: index + 1 };
    return otherLabel(threshold, place, currency) ?? [];
  });
  if (foreign.length > 0) return failWith(foreign);
  const columns = Math.max(...rows.map((cells) => cells.length));
  if (columns > MOST_COLUMNS)
    return fail({
      kind: "tooFewColumns",
      argument: "bands",
      columns,
      expected:
        "threshold, discount and name only, or put them on a sheet and choose Start from my sheet",
    });
  const half = rows.flatMap((cells, index): readonly PricingError[] =>
    cells.length > 0 && !cells[1]
      ? [
          {
            kind: "missing",
            place: { argument: "bands", field: "discount", row: index + 1 },
            expected: "a threshold and a discount, such as 250k 10%",
          },
        ]
      : [],
  );
  if (half.length > 0) return failWith(half);
  const table = readBandsInAnyOrder(
    rows.map(([threshold = "", ...rest]) => [withoutLabel(threshold), ...rest]),
  );
  return table.ok ? succeed({ table: table.value, scaled }) : table;
}

/**
 * What has to be asked of discounts: whether 10 is 10%.
 *
 * @returns Undefined where a discount is written as a fraction, where none can be a percentage, and where the bands could not
 *   be read with percentages either.
 */
export function percentQuestion(text: string, currency: Currency): Question<string> | undefined {
  const lines = linesOf(text);
  const column = columnOf(lines, "discount", 1);
  const figures = lines.flatMap((cells) => bare(cells[column]) ?? []).filter((one) => one !== 0);
  if (figures.length === 0 || figures.some((figure) => figure < 1)) return undefined;
  const change = rewritten(lines, column, (cell) =>
    bare(cell) === undefined ? cell : `${cell.trim()}%`,
  );
  if (readTypedBands(text, currency).ok || !readTypedBands(change, currency).ok) return undefined;
  const shown = figures.slice(0, MOST_SHOWN).map(String);
  const [first = 0] = figures;
  return {
    text:
      figures.length === 1
        ? `Is the discount ${first} a percentage, ${first}%?`
        : `Are the discounts ${list(shown, figures.length)} percentages, as in ${first}%?`,
    answers: [{ name: `Yes, ${first}%`, change }],
  };
}

/**
 * What has to be asked of thresholds: whether 250 is $250k, where all are far below usage and none says so itself.
 *
 * @returns Undefined where nothing is to be asked; else the text with thousands as the change of the answer.
 */
export function thousandsInBands(
  text: string,
  usageUsd: number | undefined,
  currency: Currency,
): Question<string> | undefined {
  const read = readTypedBands(text, currency);
  if (!read.ok || read.value.scaled) return undefined;
  const thresholds = writtenThresholds(read.value.table).filter((usd) => usd !== 0);
  const lines = linesOf(text);
  const column = columnOf(lines, "threshold", 0);
  const change = rewritten(lines, column, inThousands);
  const areBare = lines.every((cells, index) => isZeroOrBare(cells[column], index === 0));
  if (!areBare || !areFarBelow(thresholds, usageUsd)) return undefined;
  const shown = thresholds.slice(0, MOST_SHOWN).map((one) => formatExactUsd(one, currency));
  return {
    text:
      thresholds.length === 1
        ? `Is the threshold ${shown[0]} in thousands, against usage of ${formatExactUsd(usageUsd ?? 0, currency)}?`
        : `Are the thresholds ${list(shown, thresholds.length)} in thousands, against usage of ${formatExactUsd(usageUsd ?? 0, currency)}?`,
    answers: [{ name: "Yes, in thousands", change }],
  };
}

/** The same of one amount; its change is the amount in thousands. */
export function thousandsInAmount(
  text: string,
  amountUsd: number,
  usageUsd: number | undefined,
  currency: Currency,
): Question<string> | undefined {
  if (bare(text) === undefined || !areFarBelow([amountUsd], usageUsd)) return undefined;
  return {
    text: `Is the commitment ${formatExactUsd(amountUsd, currency)} in thousands, against usage of ${formatExactUsd(usageUsd ?? 0, currency)}?`,
    answers: [{ name: "Yes, in thousands", change: inThousands(text) }],
  };
}

const MOST_SHOWN = 4;

function list(shown: readonly string[], count: number): string {
  return count > shown.length
    ? `${shown.join(", ")} and ${count - shown.length} more`
    : formatList(shown);
}

function areFarBelow(amountsUsd: readonly number[], usageUsd: number | undefined): boolean {
  const largestUsd = Math.max(0, ...amountsUsd);
  return usageUsd !== undefined && largestUsd > 0 && largestUsd * FAR_BELOW <= usageUsd;
}

function inThousands(cell: string): string {
  const figure = bare(cell);
  return figure === undefined || figure === 0 ? cell : `${withoutLabel(cell).trim()}k`;
}

/** The first line may be headings. */
function isZeroOrBare(cell: string | undefined, isFirst: boolean): boolean {
  if (cell === undefined || bare(cell) !== undefined) return true;
  return isFirst && !holdsAmount(cell);
}

/** A number without a sign or a suffix of its own, but for the label of amounts. */
function bare(cell: string | undefined): number | undefined {
  return cell === undefined ? undefined : bareFigure({ kind: "text", text: withoutLabel(cell) });
}

/** Where a column is: as the headings say, else in the order of threshold and discount. */
function columnOf(lines: Lines, says: "threshold" | "discount", otherwise: number): number {
  const headings = lines.find((cells) => cells.length > 0) ?? [];
  if (headings.some(holdsAmount)) return otherwise;
  const column = headings.findIndex((heading) => readHeading(heading).says === says);
  return column < 0 ? otherwise : column;
}

/** The text with every cell of a column written another way. */
function rewritten(lines: Lines, column: number, write: (cell: string) => string): string {
  return lines
    .map((cells) => {
      const cell = cells[column];
      const changed = cell === undefined ? cells : cells.with(column, write(cell));
      return changed.join(changed.length > 2 || /\s/.test(changed.join("")) ? "\t" : " ");
    })
    .join("\n");
}

function linesOf(text: string): Lines {
  return text.split(/\r\n|\r|\n/).map(cellsOfLine);
}

/** Cells of a line: as pasted from a sheet, or a threshold with the discount after the last space. */
function cellsOfLine(line: string): readonly string[] {
  const plain = line.trim().replace(/\s+%/g, "%");
  if (plain === "") return [];
  if (/[\t;|]/.test(plain)) return plain.split(/[\t;|]/).map((cell) => cell.trim());
  const [, threshold, discount] = /^(.*?)(?:\s*[:=,]|\s+(?:at|->|→))?\s+(\S+)$/i.exec(plain) ?? [];
  return threshold && discount ? [threshold, discount] : [plain];
}
