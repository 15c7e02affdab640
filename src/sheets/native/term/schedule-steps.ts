import { LARGEST_AMOUNT_USD } from "../../../core/money";
import type { NativeAgreement } from "../agreement/agreement-block";
import { amountOf } from "../agreement/commitment-block";
import { type NativeCell, type NativeFormula, x } from "../excel/formula";
import type { Layout, StepTable, TableColumn } from "../layout";
import { creditColumns, settledCredits } from "./credit-columns";
import type { PathArea } from "./path-area";
import type { PeriodHeading } from "./period-headings";
import type { TermShape } from "./term-shape";
import type { NativeYears } from "./year-steps";

/** The periods of a term as steps. */
export interface NativeSchedule {
  readonly table: StepTable<PeriodHeading>;
  /** 1 where our function has numbers, else #N/A. */
  readonly isPriced: NativeCell;
  readonly cost: NativeCell;
}

/** Every period in order of time: what draws on the commitment and on overage, and what is paid (docs/pricing-model.md 20.4 to 20.16). */
export function scheduleSteps(
  layout: Layout,
  agreement: NativeAgreement,
  shape: TermShape,
  { table: years, hold }: NativeYears,
  usages: PathArea,
  indexes: PathArea | undefined,
): NativeSchedule {
  const { isNet, bands } = agreement;
  const onDemandRate = bands.at("Rate", 0);
  const yearOf = (period: number): number => shape.yearOf[period] ?? 0;
  const testOf = (period: number) =>
    shape.tests.find(({ from, to }) => from <= period && period < to) ?? {
      from: period,
      to: period + 1,
    };
  /** The part of a test that is in one year, where a period is the first of it. */
  const stretchFrom = (period: number) => shape.stretches.find(({ from }) => from === period);
  const { rollsOver } = shape;
  const isNone = (period: number): NativeFormula =>
    x`${years.at("Without agreement (1 is yes)", yearOf(period))}=1`;
  layout.block("Periods of the term");
  const columns: readonly TableColumn<PeriodHeading>[] = [
    ["Period", "", (row) => x`${row + 1}`],
    ["Year", "", (row) => x`${yearOf(row) + 1}`],
    [
      "List index",
      "",
      (row) => {
        if (indexes === undefined) return years.at("Growth of list prices", yearOf(row));
        const entry = indexes[indexes.length === shape.periods ? row : yearOf(row)] ?? x`0`;
        return x`IF(ISNUMBER(${entry}),IF(AND(${entry}>0,${entry}<=10),${entry},NA()),NA())`;
      },
    ],
    [
      "Price on its path",
      "",
      (row, t) => {
        const [path, index] = [years.at("Price path", yearOf(row)), t.at("List index", row)];
        return x`IF(${path}="locked",1,IF(${path}="lowerof",MIN(1,${index}),${index}))`;
      },
    ],
    [
      "Rate",
      "USD",
      (row, t) =>
        x`IF(${isNone(row)},${onDemandRate}*${t.at("List index", row)},${years.at("Rate", yearOf(row))}*${t.at("Price on its path", row)}*${years.at("List prices times", yearOf(row))})`,
    ],
    [
      "Usage",
      "USD",
      (row) => {
        const own = amountOf(usages[usages.length > 1 ? row : 0] ?? x`0`, x`${hold}=1`);
        if (usages.length > 1) return own;
        const grown = x`${own}*${years.at("Growth of usage", yearOf(row))}`;
        return x`IF(${grown}<=${LARGEST_AMOUNT_USD},${grown},NA())`;
      },
    ],
    ["At list", "USD", (row, t) => x`${t.at("List index", row)}*${t.at("Usage", row)}`],
    [
      "Usage at contract prices",
      "USD",
      (row, t) =>
        x`${t.at("Price on its path", row)}*${years.at("List prices times", yearOf(row))}*${t.at("Usage", row)}`,
    ],
    [
      "Needed",
      "USD",
      (row, t) =>
        x`IF(${isNet}=1,${years.at("Rate", yearOf(row))},1)*${t.at("Usage at contract prices", row)}`,
    ],
    [
      "Commitment",
      "USD",
      (row, t) => {
        const stretch = stretchFrom(row);
        if (stretch === undefined) return x`0`;
        const { from, to, year } = stretch;
        const count = to - from;
        const prices = t.all("Price on its path", from, to - 1);
        // A floor that is re-based falls with the price on its path, and rises with none.
        const based = x`SUMPRODUCT((${prices}<1)*${prices}+(${prices}>=1))`;
        const share = x`IF(${years.at("Floor re-based (1 is yes)", year)}=1,${based},${count})`;
        return x`IF(${isNone(row)},0,${years.at("Commitment", year)}*${share}/${shape.perYear})`;
      },
    ],
    [
      "Commitment of its test",
      "USD",
      (row, t) => {
        const { from, to } = testOf(row);
        return x`SUM(${t.all("Commitment", from, to - 1)})`;
      },
    ],
    ...(rollsOver ? creditColumns(shape, years) : []),
    [
      "Commitment used",
      "USD",
      (row, t) => {
        const { from } = testOf(row);
        const before = row === from ? x`0` : x`SUM(${t.all("Commitment used", from, row - 1)})`;
        const open = rollsOver
          ? x`IF(${years.at("Rollover first (1 is yes)", yearOf(row))}=1,${t.at("Needed", row)}-${t.at("Credit used", row)},${t.at("Needed", row)})`
          : t.at("Needed", row);
        return x`IF(${isNone(row)},0,MIN(${open},MAX(0,${t.at("Commitment of its test", row)}-${before})))`;
      },
    ],
    [
      "Money of what is used",
      "USD",
      (row, t) =>
        x`${t.at("Commitment used", row)}*IF(${isNet}=1,1,${years.at("Rate", yearOf(row))})`,
    ],
    [
      "Overage used",
      "USD",
      (row, t) => {
        const drawn = rollsOver
          ? x`(${t.at("Commitment used", row)}+${t.at("Credit used", row)})`
          : t.at("Commitment used", row);
        return x`IF(${isNone(row)},IF(${isNet}=1,${onDemandRate},1)*${t.at("At list", row)},MAX(0,${t.at("Needed", row)}-${drawn}))`;
      },
    ],
    [
      "Unused",
      "USD",
      (row, t) => {
        const { from, to } = testOf(row);
        if (row < to - 1) return x`0`;
        return x`MAX(0,${t.at("Commitment of its test", row)}-SUM(${t.all("Commitment used", from, row)}))`;
      },
    ],
    [
      "Commitment paid",
      "USD",
      (row, t) => x`${t.at("Commitment", row)}*IF(${isNet}=1,1,${years.at("Rate", yearOf(row))})`,
    ],
    [
      "Overage paid",
      "USD",
      (row, t) => {
        const year = yearOf(row);
        const rate = years.at("Rate", year);
        // List is always the list price of the period, also under a lock.
        const listed = x`${t.at("List index", row)}/${t.at("Price on its path", row)}`;
        const price = x`(1+${years.at("Overage premium", year)})*IF(${years.at("Overage", year)}="list",${listed},${rate})/IF(${isNet}=1,${rate},1)`;
        return x`IF(${isNone(row)},${onDemandRate}*${t.at("At list", row)},${t.at("Overage used", row)}*${price})`;
      },
    ],
    [
      "A dollar of it brings back",
      "USD",
      (row, t) => {
        const { from, to } = testOf(row);
        if (row < to - 1) return x`0`;
        const parts = shape.stretches.filter((one) => from <= one.from && one.to <= to);
        const back = parts.reduce<NativeFormula>(
          (sum, one) =>
            x`${sum}+${t.at("Commitment", one.from)}*(1-${years.at("Forfeited share", one.year)})`,
          x`0`,
        );
        const owed = t.at("Commitment of its test", row);
        const paid = x`SUM(${t.all("Commitment paid", from, row)})`;
        return x`IF(${owed}=0,0,(${back})/${owed}*${paid}/${owed})`;
      },
    ],
    ...(rollsOver ? settledCredits(shape, years) : [returnedOfUnused]),
    [
      "Cost",
      "USD",
      (row, t) =>
        x`${t.at("Commitment paid", row)}+${t.at("Overage paid", row)}+${t.at("Returned", row)}`,
    ],
  ];
  const table = layout.table<PeriodHeading>(shape.periods, columns);
  const cost = layout.step("Cost of the term", "USD", x`SUM(${table.all("Cost")})`);
  const isPriced = layout.step(
    "Has every period a price? (1 is yes)",
    "",
    x`IF(AND(${hold}=1,ISNUMBER(${cost}+SUM(${table.all("At list")}))),1,NA())`,
  );
  return { table, isPriced, cost };
}

/** What comes back of a test where nothing rolls over. */
const returnedOfUnused: TableColumn<PeriodHeading> = [
  "Returned",
  "USD",
  (row, t) => x`-${t.at("A dollar of it brings back", row)}*${t.at("Unused", row)}`,
];
