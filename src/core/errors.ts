import type { Currency } from "./currency";
import { LARGEST_AMOUNT_USD } from "./money";

/** Where a fault is: an argument as the user knows it, and in a table the field and its row (from 1). */
export interface Place extends Across {
  readonly argument: string;
  readonly field?: string;
  readonly row?: number;
}

/** Of a labelled block that lies across, with a label above each value, rows are counted as columns. */
interface Across {
  readonly across?: true;
}

/** In what a fault expects, stands for the code of the currency that amounts are labelled with. */
export const CURRENCY_CODE = "{currency}";

/** Why figures cannot be taken as they stand under a heading. */
export type HeadingFault =
  | "scaled"
  | "partOfAYear"
  | "severalYears"
  | "above"
  | "upperEnds"
  | "paid"
  | "percent"
  | "counted";

/** Why a threshold written as a range has no lower end that is beyond doubt. */
export type RangeFault = "above" | "upperEnd" | "sharedUnit";

/** Every way in which input can be wrong, as data. Wording is describeError's alone. */
export type PricingError = Fault & Across;

type Fault =
  | { readonly kind: "missing"; readonly place: Place; readonly expected: string }
  | { readonly kind: "notANumber"; readonly place: Place; readonly given: string }
  | {
      readonly kind: "ambiguousNumber";
      readonly place: Place;
      readonly given: string;
      readonly readings: readonly [number, number];
    }
  /** A comma before decimals, or points between thousands. */
  | {
      readonly kind: "swappedSeparators";
      readonly place: Place;
      readonly given: string;
      /** The same with point and comma the other way round, which reads as a number. */
      readonly written: string;
    }
  | {
      readonly kind: "wrongUnit";
      readonly place: Place;
      readonly given: string;
      readonly wanted: "amount" | "fraction";
    }
  /** An amount typed with another label than amounts have. */
  | {
      readonly kind: "otherCurrency";
      readonly place: Place;
      readonly given: string;
      /** Code of the other label; undefined where it is not known. */
      readonly code: string | undefined;
    }
  | { readonly kind: "cellError"; readonly place: Place; readonly code: string }
  | { readonly kind: "negativeAmount"; readonly place: Place; readonly amountUsd: number }
  | { readonly kind: "amountTooLarge"; readonly place: Place; readonly amountUsd: number }
  | {
      readonly kind: "discountOutOfRange";
      /** What the column is called where it is not the discount offered. */
      readonly field?: string;
      readonly row: number;
      readonly discountFraction: number;
      /** The percentage, where one was typed. */
      readonly given?: string;
    }
  /** A discount given as from one to another. */
  | { readonly kind: "severalDiscounts"; readonly place: Place; readonly given: string }
  | {
      readonly kind: "unsortedThresholds";
      readonly thresholdsUsd: readonly [number, number];
      readonly rows: readonly [number, number];
    }
  | {
      readonly kind: "repeatedThreshold";
      readonly thresholdUsd: number;
      readonly rows: readonly [number, number];
    }
  | { readonly kind: "noBands" }
  | {
      readonly kind: "tooFewColumns";
      readonly argument: string;
      readonly columns: number;
      readonly expected: string;
    }
  | { readonly kind: "columnsWithoutHeader"; readonly columns: number }
  | { readonly kind: "basisColumn" }
  /** A heading that cannot be priced as it is. */
  | {
      readonly kind: "unfitHeading";
      readonly argument: string;
      readonly heading: string;
      /** Position, from 1; undefined where the heading is an item of a list. */
      readonly column?: number;
      readonly fault: HeadingFault;
    }
  | {
      readonly kind: "nearTerm";
      readonly heading: string;
      readonly column: number;
      readonly nearest: string;
    }
  /** Two columns that both may be the threshold, or the discount. */
  | {
      readonly kind: "severalColumns";
      readonly what: "threshold" | "discount";
      readonly headings: readonly string[];
    }
  /** Figures under a heading with %: one that is a percentage or a fraction, or some of each. */
  | {
      readonly kind: "percentOrFraction";
      readonly place: Place;
      readonly given: readonly [number] | readonly [number, number];
    }
  /** A band whose end is not where the next one starts. */
  | {
      readonly kind: "unevenEnd";
      readonly row: number;
      readonly endUsd: number;
      /** Where the next band starts, and its row; the band's own where it ends below its start. */
      readonly nextUsd: number;
      readonly nextRow: number;
    }
  | {
      readonly kind: "unfitRange";
      readonly place: Place;
      readonly given: string;
      readonly fault: RangeFault;
    }
  | {
      readonly kind: "footer";
      readonly row: number;
      readonly given: string;
      readonly fault: "total" | "figures";
    }
  /** A column of zeros that may be blanks, with figures behind it. */
  | { readonly kind: "blankColumn"; readonly argument: string; readonly column: number }
  /** Nothing stands under the heading of the threshold or the discount, and figures stand under none. */
  | {
      readonly kind: "figuresWithoutHeading";
      readonly column: number;
      readonly heading: string;
    }
  | {
      readonly kind: "repeatedColumn";
      readonly heading: string;
      readonly columns: readonly [number, number];
    }
  | {
      readonly kind: "unknownTerm";
      readonly row: number;
      readonly given: string;
      readonly nearest: string | undefined;
    }
  | {
      readonly kind: "repeatedTerm";
      readonly term: string;
      readonly rows: readonly [number, number];
    }
  | {
      readonly kind: "unknownChoice";
      readonly place: Place;
      readonly given: string;
      readonly choices: readonly string[];
    }
  | {
      readonly kind: "fractionOutOfRange";
      readonly place: Place;
      readonly given: number;
      readonly least: number;
      readonly most: number;
    }
  | {
      readonly kind: "premiumNotPriced";
      readonly overage: string;
      readonly row: number | undefined;
    }
  | {
      readonly kind: "numberOutOfRange";
      readonly place: Place;
      readonly given: number;
      readonly expected: string;
    }
  | { readonly kind: "targetNotAbove"; readonly targetUsd: number; readonly commitmentUsd: number }
  | {
      readonly kind: "tooManyCells";
      readonly rows: number;
      readonly columns: number;
      readonly most: number;
    }
  | {
      readonly kind: "numberBlock";
      readonly argument: string;
      readonly rows: number;
      readonly columns: number;
    }
  /** Blank cells in a list of amounts, handed over as 0. */
  | { readonly kind: "zerosInARow"; readonly argument: string; readonly zeros: number }
  /** Words beside the usages of a forecast that are neither labels nor months. */
  | { readonly kind: "wordsBesideUsages"; readonly given: string }
  | { readonly kind: "probabilitySum"; readonly sum: number }
  | {
      readonly kind: "unknownLabel";
      readonly row: number;
      readonly given: string;
      readonly nearest: string | undefined;
      readonly known: readonly string[];
    }
  | {
      readonly kind: "repeatedLabel";
      readonly label: string;
      readonly rows: readonly [number, number];
    }
  | {
      readonly kind: "foreignLabel";
      readonly row: number;
      readonly label: string;
      readonly distribution: string;
      readonly distributions: readonly string[];
    }
  | {
      readonly kind: "parameterSet";
      readonly distribution: string;
      readonly given: readonly string[];
      readonly sets: readonly (readonly string[])[];
    }
  | {
      readonly kind: "descendingLabels";
      readonly labels: readonly [string, string];
      readonly rows: readonly [number, number];
      readonly amountsUsd: readonly [number, number];
    }
  | {
      readonly kind: "noSuchThreshold";
      readonly thresholdUsd: number;
      readonly nearestUsd: number | undefined;
    }
  | {
      readonly kind: "unknownName";
      readonly argument: string;
      readonly given: string;
      readonly nearest: string | undefined;
      readonly known: readonly string[];
    }
  | { readonly kind: "noHeadingForColumn"; readonly column: string }
  | { readonly kind: "levelOutOfRange"; readonly place: Place; readonly given: number }
  | { readonly kind: "forecastMeanTooLarge" };

/** Sentences shown before the rest is only counted; Excel's error card is small. */
const MOST_SENTENCES = 4;

/** All faults in one text, each cause a sentence. */
export function describeErrors(errors: readonly PricingError[], currency: Currency): string {
  const causes = byCause(errors);
  const shown = causes.slice(0, MOST_SENTENCES).map((one) => describeCause(one, currency));
  const more = causes.length - shown.length;
  return (
    shown.join(" ") +
    (more > 0 ? ` There ${more === 1 ? "is 1 more fault" : `are ${more} more faults`}.` : "")
  );
}

/** Each cause a sentence: the same fault in several rows is said once, of the first, and the other rows are named. */
export function describeCauses(
  errors: readonly PricingError[],
  currency: Currency,
): readonly string[] {
  return byCause(errors).map((one) => describeCause(one, currency));
}

type Cause = readonly [PricingError, ...PricingError[]];

/** Faults of one kind in one column of cells, in the order of the first of each. */
function byCause(errors: readonly PricingError[]): readonly Cause[] {
  const causes = new Map<string, [PricingError, ...PricingError[]]>();
  for (const [index, error] of errors.entries()) {
    const place = rowOf(error);
    const key = place ? [error.kind, place.argument, place.field].join() : String(index);
    const cause = causes.get(key);
    if (cause) cause.push(error);
    else causes.set(key, [error]);
  }
  return [...causes.values()];
}

/** Where a fault is that other rows may have too; undefined of every other fault. */
function rowOf(error: PricingError): Place | undefined {
  switch (error.kind) {
    case "discountOutOfRange":
      return { field: "discount", ...error, argument: "bands" };
    case "unknownTerm":
      return error.nearest ? undefined : { argument: "terms", field: "term", row: error.row };
    case "unknownLabel":
      return error.nearest ? undefined : { field: "label", ...error, argument: "forecast" };
    default:
      return "place" in error && error.place.row !== undefined ? error.place : undefined;
  }
}

function describeCause([first, ...others]: Cause, currency: Currency): string {
  const rows = others.flatMap((error) => rowOf(error)?.row ?? []);
  const place = rowOf(first);
  if (rows.length === 0 || !place) return describeError(first, currency);
  const what = place.field ? line(place) : "item";
  return `${describeError(first, currency).slice(0, -1)}; the same in ${what}${rows.length === 1 ? "" : "s"} ${all(stretches(rows))}.`;
}

/** Stretches of rows that a sentence names before it counts the rest. */
const MOST_STRETCHES = 4;

/** "3 to 5", "8", "9", "12 more" of ascending rows. */
function stretches(rows: readonly number[]): readonly string[] {
  const found: [from: number, to: number][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else found.push([row, row]);
  }
  const rest = found.slice(MOST_STRETCHES).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const named = found
    .slice(0, MOST_STRETCHES)
    .flatMap(([from, to]) =>
      to > from + 1 ? `${number(from)} to ${number(to)}` : [...new Set([from, to])].map(number),
    );
  return rest > 0 ? [...named, `${number(rest)} more`] : named;
}

/** The same fault of a block that lies across. */
export function countedAcross(error: PricingError): PricingError {
  const across = { across: true } as const;
  return "place" in error
    ? { ...error, place: { ...error.place, ...across } }
    : { ...error, ...across };
}

/** One fault in one sentence: where it is, what came, what would do. */
export function describeError(error: PricingError, currency: Currency): string {
  const sentence = words(error, currency);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function words(error: PricingError, currency: Currency): string {
  switch (error.kind) {
    case "missing":
      return `${at(error.place)} is missing: give ${inWords(error.expected, currency)}`;
    case "notANumber":
      return `${at(error.place)} is "${error.given}": give a number`;
    case "ambiguousNumber": {
      const [point, groups] = error.readings;
      return `${at(error.place)} is "${error.given}", which may mean ${number(point)} or ${number(groups)}: write ${plain(point)} or ${plain(groups)}`;
    }
    case "swappedSeparators":
      return `${at(error.place)} is "${error.given}": write ${error.written}, with a point before decimals and a comma between thousands`;
    case "wrongUnit":
      return error.wanted === "amount"
        ? `${at(error.place)} is "${error.given}": give an amount in ${currency.code}, such as 250000 or 250k`
        : `${at(error.place)} is "${error.given}": give a fraction, such as 0.15 or 15%`;
    case "otherCurrency":
      return `${at(error.place)} is "${error.given}", but amounts here are in ${currency.code}: give the number alone${error.code ? `, or choose ${error.code} under Currency` : ""}`;
    case "cellError":
      return `${at(error.place)} holds the error ${error.code}: mend that cell first`;
    case "negativeAmount":
      return `${at(error.place)} is ${number(error.amountUsd)}: give an amount of 0 or more`;
    case "amountTooLarge":
      return `${at(error.place)} is ${error.amountUsd}: give an amount up to ${number(LARGEST_AMOUNT_USD)}, beyond which cents are lost`;
    case "discountOutOfRange": {
      const { field = "discount", row, discountFraction: fraction, given } = error;
      const where = `${field} in ${line(error)} ${row} of bands is`;
      if (
        fraction >= 1 &&
        (given !== undefined || (fraction > 1 && fraction < LEAST_WHOLE_PERCENT))
      )
        return `${where} ${given ?? `${number(fraction)}, which is ${number(fraction * 100)}%`}: a discount is below 100%, such as 0.15 or 15%`;
      return `${where} ${given ?? number(fraction)}: give a fraction from 0 up to 1, such as ${exampleFraction(fraction)}`;
    }
    case "severalDiscounts":
      return `${at(error.place)} is "${error.given}", which is more than one discount: give one, such as 0.18 or 18%`;
    case "unsortedThresholds": {
      const [above, below] = error.thresholdsUsd;
      return `threshold in ${line(error)} ${error.rows[1]} of bands (${number(below)}) is below the one in ${line(error)} ${error.rows[0]} (${number(above)}): sort the bands by threshold, lowest first`;
    }
    case "repeatedThreshold":
      return `threshold ${number(error.thresholdUsd)} stands in ${line(error)}s ${error.rows[0]} and ${error.rows[1]} of bands: keep one of them`;
    case "noBands":
      return `bands holds no band: give rows of threshold (${currency.code}) and discount (fraction)`;
    case "tooFewColumns":
      return `${error.argument} has ${error.columns === 1 ? "1 column" : `${error.columns} columns`}: give ${inWords(error.expected, currency)}`;
    case "columnsWithoutHeader":
      return `bands has ${error.columns} columns and no header row: include the header row (for a table, Table[#All]), or give threshold, discount and name only`;
    case "basisColumn":
      return "bands has a column Basis, but the basis is one for the whole agreement: give it in terms";
    case "unfitHeading":
      return `${headed(error)}: ${UNFIT_HEADINGS[error.fault]}`;
    case "nearTerm":
      return `${headed({ ...error, argument: "bands" })}: did you mean ${error.nearest}?`;
    case "severalColumns":
      return `bands has more than one ${error.what} (headings ${all(error.headings.map((heading) => `"${heading}"`))}): keep one of them`;
    case "percentOrFraction": {
      const [one, other] = error.given;
      return other === undefined
        ? `${at(error.place)} is ${number(one)} under a heading with %: write ${number(one)}% or ${number(one * 100)}%`
        : `${at(error.place)} is headed with % and holds ${number(one)} and ${number(other)}: write each with its sign, such as ${number(other)}%`;
    }
    case "unevenEnd": {
      const { row, nextRow } = error;
      const ends = `the band in ${line(error)} ${row} of bands ends at ${number(error.endUsd)}`;
      const start = number(error.nextUsd);
      return row === nextRow
        ? `${ends}, below its start at ${start}: mend one of them`
        : `${ends}, and the one in ${line(error)} ${nextRow} starts at ${start}: let each band end where the next one starts`;
    }
    case "unfitRange":
      return `${at(error.place)} is "${error.given}": ${UNFIT_RANGES[error.fault]}`;
    case "footer":
      return error.fault === "total"
        ? `"${error.given}" in ${line(error)} ${error.row} of bands is no sum of the bands above it: leave that ${line(error)} out of the range`
        : `"${error.given}" in ${line(error)} ${error.row} of bands is a note with a figure: leave it out`;
    case "blankColumn":
      return `${beside(error)} ${error.column} of ${error.argument} is blank or 0 throughout, with figures behind it: leave it out of the range, or write its zeros as 0%`;
    case "figuresWithoutHeading":
      return `${beside(error)} ${error.column} of bands has figures without a heading: put "${error.heading}" over its figures`;
    case "repeatedColumn":
      return `bands has the column ${error.heading} twice (columns ${error.columns[0]} and ${error.columns[1]}): keep one of them`;
    case "unknownTerm":
      return `"${error.given}" in row ${error.row} of terms is not a term${error.nearest ? `: did you mean ${error.nearest}?` : "."} Known terms: Basis, Overage, Overage premium, Forfeited share`;
    case "repeatedTerm":
      return `${error.term} is given twice, in rows ${error.rows[0]} and ${error.rows[1]} of terms: keep one of them`;
    case "unknownChoice":
      return `${at(error.place)} is "${error.given}": give ${list(error.choices)}`;
    case "fractionOutOfRange":
      return `${at(error.place)} is ${number(error.given)}: give a fraction from ${error.least} to ${error.most}, such as ${exampleFraction(error.given)}`;
    case "levelOutOfRange":
      return `${at(error.place)} is ${number(error.given)}: give a fraction from 0 up to 1, such as ${error.given > 1 && error.given < 100 ? exampleFraction(error.given) : "0.9 for 90%"}`;
    case "premiumNotPriced":
      return `an overage premium does not apply to ${error.overage} overage${
        error.row === undefined ? "" : ` (row ${error.row} of bands)`
      }: set the premium to 0, or the overage to list or committed`;
    case "numberOutOfRange":
      return `${at(error.place)} is ${number(error.given)}: give ${error.expected}`;
    case "targetNotAbove":
      return `target is ${number(error.targetUsd)}: give an amount above ${error.commitmentUsd === 0 ? "0" : `the commitment, which is ${number(error.commitmentUsd)}`}`;
    case "tooManyCells":
      return `the table would have ${number(error.rows)} rows and ${number(error.columns)} columns: give at most ${number(error.most)} cells`;
    case "numberBlock":
      return `${error.argument} is a block of ${number(error.rows)} rows and ${number(error.columns)} columns of numbers: give one row or one column, or head the two columns Usage and Probability`;
    case "zerosInARow":
      return `${error.argument} has ${number(error.zeros)} zeros in a row, which Excel gives for blank cells: give the range without its blank cells`;
    case "wordsBesideUsages":
      return `"${error.given}" beside the numbers of forecast is neither a label nor a month: give the column of usages alone, or labels such as Mean and CV`;
    case "probabilitySum":
      return `the probabilities of forecast add up to ${number(error.sum)}: make them add up to 1`;
    case "unknownLabel":
      return `"${error.given}" in ${line(error)} ${error.row} of forecast is not a label${error.nearest ? `: did you mean ${error.nearest}?` : "."} Known labels: ${error.known.join(", ")}`;
    case "repeatedLabel":
      return `${error.label} is given twice, in ${line(error)}s ${error.rows[0]} and ${error.rows[1]} of forecast: keep one of them`;
    case "foreignLabel":
      return `${error.label} in ${line(error)} ${error.row} of forecast does not describe a ${error.distribution} forecast: remove it, or give Distribution as ${list(error.distributions)}`;
    case "parameterSet":
      return `${error.given.length === 0 ? "forecast gives no number" : `forecast gives ${all(error.given)}`}: give ${list(error.sets.map(withEachOther))} for a ${error.distribution} forecast, and no more`;
    case "descendingLabels": {
      const [lower, upper] = error.labels;
      return `${lower} in ${line(error)} ${error.rows[0]} of forecast (${number(error.amountsUsd[0])}) is above ${upper} in ${line(error)} ${error.rows[1]} (${number(error.amountsUsd[1])}): give ${upper} no lower than ${lower}`;
    }
    case "noSuchThreshold":
      return `no band starts at the threshold ${number(error.thresholdUsd)}: give one that stands in bands${error.nearestUsd === undefined ? "" : `, such as ${number(error.nearestUsd)}`}`;
    case "unknownName":
      return `${error.argument} is "${error.given}"${error.nearest ? `: did you mean ${error.nearest}?` : "."} Known: ${error.known.join(", ")}`;
    case "noHeadingForColumn":
      return `bands has no header row, so nothing says where its ${error.column} would stand: include the header row (for a table, Table[#All])`;
    case "forecastMeanTooLarge":
      return `P10 and P90 of forecast would have a mean above ${number(LARGEST_AMOUNT_USD)}: bring them closer together`;
  }
}

function inWords(expected: string, currency: Currency): string {
  return expected.replace(CURRENCY_CODE, currency.code);
}

const UNFIT_HEADINGS: Readonly<Record<HeadingFault, string>> = {
  scaled: "write its amounts in full, such as 250000 or 250k, and take the unit out of the heading",
  partOfAYear: "give the amounts of a year, and head them so",
  severalYears: "give the amount of each year, and head it so",
  above: "give the amount from which the discount applies, and head it From",
  upperEnds: "give the amount from which each discount applies, and head it From",
  paid: "give the discount, such as 0.1 where 90% is paid, and head it Discount",
  percent: "a threshold is an amount, so head the column Threshold, or the discount Discount",
  counted:
    "its figures number the bands: give the amount from which each starts, and head it Threshold",
};

const UNFIT_RANGES: Readonly<Record<RangeFault, string>> = {
  above: "give the amount from which the discount applies",
  upperEnd: "give the amount from which the discount applies, such as 0",
  sharedUnit: "write the unit at both ends, such as 250k – 500k",
};

function headed(
  error: { readonly argument: string; readonly heading: string; readonly column?: number } & Across,
): string {
  const { argument, heading, column } = error;
  const where = column === undefined ? argument : `${beside(error)} ${column} of ${argument}`;
  return `${where} is headed "${heading}"`;
}

/** What a column of an upright block is in one that lies across. */
function beside({ across }: Across): string {
  return across ? "row" : "column";
}

/** "discount in row 3 of bands", "usage", "commitments, item 4". */
function at(place: Place): string {
  const { argument, field, row } = place;
  if (row === undefined) return field ? `${field} of ${argument}` : argument;
  return field ? `${field} in ${line(place)} ${row} of ${argument}` : `item ${row} of ${argument}`;
}

function line({ across }: Across): string {
  return across ? "column" : "row";
}

/** From here up a number is a percentage typed as one, 15 for 15%; below, 1.1 is 110%. */
const LEAST_WHOLE_PERCENT = 2;

/** 15 is most likely 15%, so the example shows that number as a fraction. */
function exampleFraction(given: number): string {
  if (given > 1 && given < 100) return `${plain(given / 100)} for ${plain(given)}%`;
  return "0.15 for 15%";
}

function number(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 10 });
}

function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** "Mean", "Mean and CV", "Low, Mode and High". */
function all(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** "Mean with CV", "Low, Mode and High". */
function withEachOther(labels: readonly string[]): string {
  return labels.length === 2 ? labels.join(" with ") : all(labels);
}

/** "net", "net or list". */
function list(choices: readonly string[]): string {
  if (choices.length < 2) return choices.join();
  return `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
}
