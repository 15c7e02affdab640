import { type NativeFormula, x } from "../excel/formula";
import type { StepTable, TableColumn } from "../layout";
import { drawn, left, type PeriodHeading } from "./period-headings";
import type { TermShape } from "./term-shape";
import type { NativeYears } from "./year-steps";

type Columns = readonly TableColumn<PeriodHeading>[];
type Periods = StepTable<PeriodHeading>;

/** What the columns of credits ask of a period: its test, and the last year of that. */
function testsOf({ tests, yearOf }: TermShape) {
  const testOf = (period: number): number =>
    tests.findIndex(({ from, to }) => from <= period && period < to);
  const endOf = (test: number): number => (tests[test]?.to ?? 1) - 1;
  const lastYearOf = (test: number): number => yearOf[endOf(test)] ?? 0;
  return { testOf, endOf, lastYearOf };
}

/** Credits of the tests before a period: how many there are. */
function before(test: number): readonly number[] {
  return Array.from({ length: test }, (_, credit) => credit);
}

function sumOf(all: readonly NativeFormula[]): NativeFormula {
  return all.reduce<NativeFormula>((sum, one) => x`${sum}+${one}`, x`0`);
}

/** What is left of each credit, and what a period uses of it: those that expire first, then the oldest (docs/pricing-model.md 20.11). */
export function creditColumns(shape: TermShape, years: NativeYears["table"]): Columns {
  const { testOf, endOf, lastYearOf } = testsOf(shape);
  const lastTestOf = (credit: number): NativeFormula =>
    x`(${credit}+${years.at("Rollover life", lastYearOf(credit))})`;
  /** What is left of a credit at the start of a period; none where its test is not over. */
  const leftAt = (credit: number, row: number, t: Periods): NativeFormula => {
    const test = testOf(row);
    if (test <= credit) return x`0`;
    const start = shape.tests[test]?.from ?? 0;
    if (row === start && test === credit + 1) return t.at("Rolled", endOf(credit));
    const rest = x`${t.at(left(credit), row - 1)}-${t.at(drawn(credit), row - 1)}`;
    if (row > start) return rest;
    const isLower = t.at("Lower commitment next (1 is yes)", row - 1);
    return x`IF(OR(${isLower}=1,${lastTestOf(credit)}<${test}),0,${rest})`;
  };
  const drawnAt = (credit: number, row: number, t: Periods): NativeFormula => {
    const test = testOf(row);
    if (test <= credit) return x`0`;
    const year = shape.yearOf[row] ?? 0;
    const isFirst = years.at("Rollover first (1 is yes)", year);
    const from = shape.tests[test]?.from ?? 0;
    const used = row === from ? x`0` : x`SUM(${t.all("Commitment used", from, row - 1)})`;
    const open = x`MAX(0,${t.at("Needed", row)}-IF(${isFirst}=1,0,MAX(0,${t.at("Commitment of its test", row)}-${used})))`;
    const sooner = sumOf(
      before(test)
        .filter((other) => other !== credit)
        .map((other) => {
          const [own, its] = [lastTestOf(credit), lastTestOf(other)];
          const isSooner = other < credit ? x`${its}<=${own}` : x`${its}<${own}`;
          return x`IF(${isSooner},${t.at(left(other), row)},0)`;
        }),
    );
    const isNone = years.at("Without agreement (1 is yes)", year);
    return x`IF(${isNone}=1,0,MIN(${t.at(left(credit), row)},MAX(0,${open}-(${sooner}))))`;
  };
  return [
    ...before(shape.tests.length - 1).flatMap(
      (credit): Columns => [
        [left(credit), "USD", (row, t) => leftAt(credit, row, t)],
        [drawn(credit), "USD", (row, t) => drawnAt(credit, row, t)],
      ],
    ),
    [
      "Opening credit",
      "USD",
      (row, t) => sumOf(before(testOf(row)).map((credit) => t.at(left(credit), row))),
    ],
    [
      "Credit used",
      "USD",
      (row, t) => sumOf(before(testOf(row)).map((credit) => t.at(drawn(credit), row))),
    ],
  ];
}

/** What rolls over at the end of a test, what lapses and expires, and what comes back (docs/pricing-model.md 20.12). */
export function settledCredits(shape: TermShape, years: NativeYears["table"]): Columns {
  const { tests, stretches } = shape;
  const { testOf, endOf, lastYearOf } = testsOf(shape);
  const isEnd = (row: number): boolean => endOf(testOf(row)) === row;
  /** The commitment of a test as signed, a year's amount. */
  const signed = (test: number): NativeFormula => {
    const { from, to } = tests[test] ?? { from: 0, to: 1 };
    const parts = stretches.filter((one) => from <= one.from && one.to <= to);
    const sum = sumOf(
      parts.map((one) => x`${years.at("Commitment", one.year)}*${one.to - one.from}`),
    );
    return x`ROUND(100*(${sum})/${to - from},0)`;
  };
  const rest = (credit: number, row: number, t: Periods): NativeFormula =>
    x`(${t.at(left(credit), row)}-${t.at(drawn(credit), row)})`;
  const expired = (credit: number, row: number, t: Periods): NativeFormula => {
    const lastTest = x`${credit}+${years.at("Rollover life", lastYearOf(credit))}`;
    const isGone = x`OR(${t.at("Lower commitment next (1 is yes)", row)}=1,${lastTest}<=${testOf(row)})`;
    return x`IF(${isGone},${rest(credit, row, t)},0)`;
  };
  const back = (test: number, t: Periods): NativeFormula =>
    t.at("A dollar of it brings back", endOf(test));
  return [
    [
      "Lower commitment next (1 is yes)",
      "",
      (row) => {
        const test = testOf(row);
        if (!isEnd(row) || test === tests.length - 1) return x`0`;
        const isAsked = years.at("Rollover only on renewal (1 is yes)", lastYearOf(test));
        return x`IF(AND(${isAsked}=1,${signed(test + 1)}<${signed(test)}),1,0)`;
      },
    ],
    [
      "Rolled",
      "USD",
      (row, t) => {
        if (!isEnd(row)) return x`0`;
        const year = lastYearOf(testOf(row));
        const isNone = x`OR(${t.at("Lower commitment next (1 is yes)", row)}=1,${years.at("Without agreement (1 is yes)", year)}=1)`;
        const unused = t.at("Unused", row);
        return x`IF(${isNone},0,MIN(${unused}*${years.at("Rollover share", year)},${years.at("Rollover cap", year)}*${t.at("Commitment of its test", row)}))`;
      },
    ],
    ["Lapsed", "USD", (row, t) => x`${t.at("Unused", row)}-${t.at("Rolled", row)}`],
    [
      "Credit expired",
      "USD",
      (row, t) =>
        isEnd(row) ? sumOf(before(testOf(row)).map((credit) => expired(credit, row, t))) : x`0`,
    ],
    [
      "Closing credit",
      "USD",
      (row, t) =>
        x`${t.at("Opening credit", row)}-${t.at("Credit used", row)}-${t.at("Credit expired", row)}+${t.at("Rolled", row)}`,
    ],
    [
      "Returned",
      "USD",
      (row, t) => {
        if (!isEnd(row)) return x`0`;
        const test = testOf(row);
        const isLast = test === tests.length - 1;
        // What is left when the schedule ends is a shortfall then.
        const own = isLast ? t.at("Unused", row) : t.at("Lapsed", row);
        const ofCredits = before(test).map((credit) => {
          const gone = isLast ? rest(credit, row, t) : expired(credit, row, t);
          return x`${gone}*${back(credit, t)}`;
        });
        return x`-(${sumOf([x`${own}*${back(test, t)}`, ...ofCredits])})`;
      },
    ],
  ];
}
