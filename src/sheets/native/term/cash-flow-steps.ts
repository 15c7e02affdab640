import { partsAYear } from "../../../term/cash-flows";
import type { NativeAgreement } from "../agreement/agreement-block";
import { bareName } from "../agreement/policies-block";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import type { Layout, StepTable } from "../layout";
import type { PeriodHeading } from "./period-headings";
import type { NativeSchedule } from "./schedule-steps";
import type { TermShape } from "./term-shape";
import type { NativeYears } from "./year-steps";

type FlowHeading =
  | "Months from the start"
  | "Date"
  | "Years"
  | "Commitment"
  | "Overage"
  | "Returned"
  | "Total"
  | "Present value";

/** What is paid when, a row a date; without a first day the dates are empty texts. */
export interface NativeFlows {
  readonly table: StepTable<FlowHeading>;
  /** 1 where our function has numbers, else #N/A. */
  readonly isPriced: NativeCell;
  readonly presentValue: NativeCell;
}

/** Parts of a payment that fall due in one month. */
interface Due {
  readonly commitment: readonly NativeFormula[];
  readonly periods: readonly number[];
}

/** What falls due in each month; the months are fixed when the workings are made (docs/pricing-model.md 21.3 to 21.6). */
export function cashFlowSteps(
  layout: Layout,
  agreement: NativeAgreement,
  shape: TermShape,
  years: NativeYears,
  schedule: NativeSchedule,
): NativeFlows {
  const due = new Map<number, Due>([[0, { commitment: [], periods: [] }]]);
  const add = (month: number, commitment: readonly NativeFormula[], period?: number): void => {
    const before = due.get(month) ?? { commitment: [], periods: [] };
    due.set(month, {
      commitment: [...before.commitment, ...commitment],
      periods: period === undefined ? before.periods : [...before.periods, period],
    });
  };
  const months = 12 / shape.perYear;
  for (let period = 0; period < shape.periods; period++) add((period + 1) * months, [], period);
  for (const [month, formula] of payments(agreement, shape, years, schedule)) add(month, [formula]);
  const rows = [...due].toSorted(([one], [other]) => one - other);
  const payment = shape.policies.Payment;
  layout.block("What is paid when");
  const isSame = layout.step(
    "Is the payment as before? (1 is yes)",
    "",
    x`IF(${years.payment}=${text(bareName(payment))},${schedule.isPriced},NA())`,
  );
  const sum = (all: readonly NativeFormula[]): NativeFormula =>
    all.reduce<NativeFormula>((total, one) => x`${total}+${one}`, x`0`);
  const of = (heading: PeriodHeading, row: number): NativeFormula =>
    sum(rows[row]?.[1].periods.map((period) => schedule.table.at(heading, period)) ?? []);
  const { start, discounting } = years;
  const table = layout.table<FlowHeading>(rows.length, [
    ["Months from the start", "", (row) => x`${rows[row]?.[0] ?? 0}`],
    [
      "Date",
      "",
      (row, t) => x`IF(${start}="","",EDATE(${start},${t.at("Months from the start", row)}))`,
    ],
    [
      "Years",
      "",
      (row, t) => {
        const month = t.at("Months from the start", row);
        return x`IF(${start}="",${month}/12,(EDATE(${start},${month})-${start})/365)`;
      },
    ],
    ["Commitment", "USD", (row) => sum(rows[row]?.[1].commitment ?? [])],
    ["Overage", "USD", (row) => of("Overage paid", row)],
    ["Returned", "USD", (row) => of("Returned", row)],
    [
      "Total",
      "USD",
      (row, t) => x`${t.at("Commitment", row)}+${t.at("Overage", row)}+${t.at("Returned", row)}`,
    ],
    [
      "Present value",
      "USD",
      (row, t) => x`${t.at("Total", row)}*EXP(-${t.at("Years", row)}*LN(1+${discounting}))`,
    ],
  ]);
  const presentValue = layout.step(
    "Present value of the term",
    "USD",
    x`IF(${isSame}=1,SUM(${table.all("Present value")}),NA())`,
  );
  return { table, isPriced: isSame, presentValue };
}

type Payment = readonly [month: number, formula: NativeFormula];

/** When a commitment is paid, in the way that the term Payment says. */
function payments(
  { isNet }: NativeAgreement,
  shape: TermShape,
  { table: years }: NativeYears,
  { table: schedule }: NativeSchedule,
): readonly Payment[] {
  const { perYear, policies } = shape;
  const months = 12 / perYear;
  const price = (period: number): NativeFormula =>
    x`IF(${isNet}=1,1,${years.at("Rate", shape.yearOf[period] ?? 0)})`;
  const paid = (from: number, to: number): NativeFormula =>
    x`SUM(${schedule.all("Commitment paid", from, to - 1)})`;
  const sum = (all: readonly NativeFormula[]): NativeFormula =>
    all.reduce<NativeFormula>((total, one) => x`${total}+${one}`, x`0`);
  if (policies.Payment === "true-up")
    return shape.tests.flatMap(({ from, to }): readonly Payment[] => {
      const monthly = Array.from({ length: (to - from) * months }, (_, month): Payment => {
        const used = schedule.at("Money of what is used", from + Math.floor(month / months));
        return [from * months + month + 1, x`${used}/${months}`];
      });
      const all = schedule.all("Money of what is used", from, to - 1);
      return [...monthly, [to * months, x`${paid(from, to)}-SUM(${all})`]];
    });
  if (policies.Payment === "upfront") {
    const signed = (year: number, periods: number): NativeFormula =>
      x`IF(${years.at("Without agreement (1 is yes)", year)}=1,0,${years.at("Commitment", year)}*${periods}/${perYear}*${price(year * perYear)})`;
    const atStarts = shape.contractTerms.map(
      ({ first }, year): Payment => [first * 12, signed(year, shape.lengths[year] ?? 0)],
    );
    // What is paid so cannot fall before it does: the difference comes back at the test's end.
    const atEnds = shape.tests.map(({ from, to }): Payment => {
      const parts = shape.stretches.filter((one) => from <= one.from && one.to <= to);
      const all = sum(parts.map((one) => signed(one.year, one.to - one.from)));
      return [to * months, x`${paid(from, to)}-(${all})`];
    });
    return [...atStarts, ...atEnds];
  }
  const every = 12 / partsAYear(policies.Payment);
  const later = policies.Payment.endsWith("arrears") ? every : 0;
  return shape.lengths.flatMap((periods, year): readonly Payment[] => {
    const length = periods * months;
    const parts = Math.ceil(length / every);
    const part = x`${paid(year * perYear, year * perYear + periods)}/${parts}`;
    return Array.from(
      { length: parts },
      (_, index): Payment => [year * 12 + Math.min(length, index * every + later), part],
    );
  });
}
