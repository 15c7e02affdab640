import type { Currency } from "../../core/currency";
import { MONTH_NAMES } from "../../deal/offer-round";
import { resultColumn, textRows } from "../block-parts";
import { type DecisionDeal, namesOf } from "../decision-sheet";
import {
  arrayOf,
  commit,
  excel,
  type Formula,
  formulaOf,
  operation,
  quoted,
} from "../formulas/call";
import { type Case, firstOf } from "../formulas/first-of";
import { type CellArea, headingAt, type SheetBlock } from "../sheet-block";
import { amountWords, joined } from "../usage/sentence-formula";
import {
  DATES_TYPED,
  END_OF_DATES,
  SEATS_COLUMNS,
  SEATS_TYPED,
  type TypedTables,
} from "./seats-cells";
import {
  ANSWER_ROW,
  API,
  API_MONTHS,
  BASIS,
  COMMITMENT,
  columnOf,
  DISCOUNT,
  FIGURES,
  FIGURES_ROW,
  figureAt,
  placesOf,
  SEATS_COST,
  SEATS_COUNT,
  type SeatsPlaces,
  SUMMARY_ROW,
  TOGETHER,
  UNUSED,
} from "./seats-places";
import { areSeatsWhole, datesTable, daysInWords, LIST, NET, seatsTable } from "./seats-rows";

/** A sheet of seats and dates as plain parts. */
export interface SeatsSheet {
  readonly title: string;
  readonly note: string;
  readonly noteBelow: string;
  readonly parts: readonly SheetBlock[];
  readonly rows: number;
  readonly columns: number;
  readonly places: SeatsPlaces;
}

export const SEATS_TITLE = "Seats and dates";

/**
 * Lays seats and dates out: the answer in words, what fills the commitment, and the two tables that people type into. Everything that
 * is worked out is a live formula.
 */
export function layOutSeats(
  deal: DecisionDeal,
  typed: TypedTables,
  madeOn: string,
  currency: Currency,
): SeatsSheet {
  const places = placesOf(typed);
  const { seats, dates, seatsHeading, datesHeading, end } = places;
  return {
    title: SEATS_TITLE,
    note: `Made by Bandwise on ${madeOn} from ${deal.source ?? namesOf(deal)}. Costs and days left are live formulas.`,
    noteBelow:
      "Type into the shaded cells. Seats that count fill the commitment with what is paid for them. The other prices of the deal are those of the API alone.",
    parts: [
      headingAt(ANSWER_ROW, "The answer", SEATS_COLUMNS.length),
      textRows(ANSWER_ROW + 1, [seatsSentence(seats, currency), datesSentence(dates)], "sentence"),
      headingAt(SUMMARY_ROW, "What fills the commitment", SEATS_COLUMNS.length),
      textRows(
        FIGURES_ROW,
        FIGURES.map(([label]) => label),
      ),
      resultColumn(
        ...([FIGURES_ROW, 1] as const),
        figures(deal, seats),
        FIGURES.map(([, format]) => format),
      ),
      ...seatsTable(seatsHeading, seats, typed.seats),
      ...datesTable(datesHeading, dates, typed.dates),
      textRows(end, [END_OF_DATES]),
    ],
    rows: end + 1,
    columns: SEATS_COLUMNS.length,
    places,
  };
}

/** In the order of `FIGURES`. */
function figures(deal: DecisionDeal, seats: CellArea): readonly Formula[] {
  const commitment = figureAt(COMMITMENT);
  const counted = figureAt(SEATS_COUNT);
  const api = figureAt(API);
  const mean = commit("FORECAST_MEAN", deal.forecast ?? deal.usage);
  const sum = (column: number): Formula =>
    excel("IF", areSeatsWhole(seats), excel("SUM", columnOf(seats, column)), quoted("put right"));
  const rest = excel("MAX", 0, operation(commitment, "-", counted));
  const months = operation(operation(12, "*", rest), "/", api);
  const ifKnown = (formula: Formula): Formula =>
    excel("IF", excel("ISNUMBER", counted), formula, quoted("n/a"));
  return [
    formulaOf(deal.commitment ?? 0),
    basisFormula(deal),
    commit("BAND_RATE", commitment, deal.bands),
    sum(SEATS_TYPED),
    sum(SEATS_TYPED + 1),
    excel(
      "IF",
      operation(figureAt(BASIS), "=", quoted(LIST)),
      mean,
      operation(mean, "*", operation(1, "-", figureAt(DISCOUNT))),
    ),
    ifKnown(operation(counted, "+", api)),
    ifKnown(excel("MAX", 0, operation(commitment, "-", figureAt(TOGETHER)))),
    ifKnown(
      excel(
        "IF",
        operation(rest, "=", 0),
        0,
        excel("IF", operation(api, "=", 0), quoted("never"), months),
      ),
    ),
  ];
}

/** Which basis the terms have: of a commitment at half price, usage at list fills half of it where it must be spent. */
function basisFormula({ terms }: DecisionDeal): Formula {
  const half = arrayOf([[0, 0.5]]);
  const filled = commit("UTILIZATION", 1, 1, half, ...(terms === null ? [] : [terms]));
  return excel("IF", operation(filled, "=", 1), quoted(LIST), quoted(NET));
}

/** "Seats are $72,000 of the $500,000 commitment; the API fills the rest in 9.0 months." */
function seatsSentence(seats: CellArea, currency: Currency): Formula {
  const amount = (label: string): Formula => amountWords(figureAt(label), currency);
  const part = joined(
    ...([quoted("Seats are "), amount(SEATS_COUNT)] as const),
    ...[quoted(" of the "), amount(COMMITMENT), quoted(" commitment")],
  );
  const cases: readonly Case[] = [
    [
      excel("NOT", excel("ISNUMBER", figureAt(SEATS_COUNT))),
      quoted("Put the seats right first: each row says what to write."),
    ],
    [
      operation(excel("COUNT", columnOf(seats, SEATS_TYPED)), "=", 0),
      quoted("No seats yet: type them into the table below."),
    ],
    [
      operation(figureAt(COMMITMENT), "=", 0),
      joined(quoted("Nothing is committed. Seats cost "), amount(SEATS_COST), quoted(" a year.")),
    ],
    [
      operation(figureAt(SEATS_COUNT), ">=", figureAt(COMMITMENT)),
      joined(part, quoted(": they fill it without the API.")),
    ],
    [
      operation(figureAt(UNUSED), ">", 0),
      joined(
        ...([part, quoted(" and the API "), amount(API)] as const),
        ...[quoted("; "), amount(UNUSED), quoted(" stays unused at average usage.")],
      ),
    ],
  ];
  return firstOf(
    cases,
    joined(
      ...([part, quoted("; the API fills the rest in ")] as const),
      ...[excel("FIXED", figureAt(API_MONTHS), 1), quoted(" months at average usage.")],
    ),
  );
}

/** What is next: "Notice to renew or cancel is due in 41 days, by 8 Jan 2027." */
function datesSentence(dates: CellArea): Formula {
  const left = columnOf(dates, DATES_TYPED + 1);
  const next = excel("MINIFS", left, left, quoted(">=0"));
  const at = (column: number): Formula => excel("INDEX", columnOf(dates, column), "at");
  const isDue = operation(excel("N", at(2)), ">", 0);
  const day = at(DATES_TYPED);
  const months = MONTH_NAMES.map((month) => quoted(month));
  const inWords = joined(
    excel("DAY", day),
    ...[quoted(" "), excel("CHOOSE", excel("MONTH", day), ...months)],
    ...[quoted(" "), excel("YEAR", day)],
  );
  const words = joined(
    at(0),
    excel("IF", isDue, quoted(" is due "), quoted(" is ")),
    ...[daysInWords("days"), excel("IF", isDue, quoted(", by "), quoted(", on "))],
    ...[inWords, quoted(".")],
  );
  return firstOf(
    [
      [
        operation(excel("COUNT", left), "=", 0),
        quoted("No dates yet: type them into the table below."),
      ],
      [operation(excel("COUNTIF", left, quoted(">=0")), "=", 0), quoted("All dates are past.")],
    ],
    excel("LET", ...["days", next, "at", excel("MATCH", "days", left, 0)], words),
  );
}
