import { readCell } from "../../../input/cells/cells";
import { readChoice } from "../../../input/table-cells";
import { COST_MEASURES } from "../../../term/cash-flows";
import { type NativeFormula, text, x } from "../excel/formula";
import { fixedWord, type Given, withNative } from "../given";
import { NotNative } from "../not-native";
import { BURNDOWN_COLUMNS } from "../term/burndown-steps";
import { RENEWAL_OPTION_COLUMNS } from "../term/early-renewal-steps";
import { HEADROOM_COLUMNS } from "../term/headroom-steps";
import type { PeriodHeading } from "../term/period-headings";
import { type Twins, value } from "../twin";
import type { DealGiven, NativeTerm } from "./term-family";

/** The columns of TERM_SCHEDULE; without rollover those of credits are 0. */
const SCHEDULE_COLUMNS = [
  ...([
    "Period",
    "Year",
    "Starts",
    "List index",
    "Rate",
    "Usage",
    "At list",
    "Commitment",
  ] as const),
  ...(["Opening credit", "Credit used", "Commitment used", "Overage used", "Unused"] as const),
  ...(["Rolled", "Lapsed", "Credit expired", "Closing credit", "Commitment paid"] as const),
  ...(["Overage paid", "Returned", "Cost"] as const),
];
const OF_CREDITS = [
  "Opening credit",
  "Credit used",
  "Rolled",
  "Credit expired",
  "Closing credit",
] as const;

/** The columns of CASH_FLOWS. */
const FLOW_COLUMNS = [
  ...(["Date", "Years", "Commitment", "Overage", "Returned", "Total", "Present value"] as const),
];

/** The columns of RENEWAL_COST. */
const RENEWAL_COLUMNS = [
  ...["Year", "Uplift", "Rate", "Cost", "Cost without the cap", "Value of the cap"],
];

/** Several years, and a commitment under way. */
export const TERM_TWINS: Twins = {
  TERM_SCHEDULE: (blocks, ...given) =>
    withNative(
      blocks.term("as agreed", ...fiveOf(given)),
      ({ shape, years, schedule: { table, isPriced } }) => ({
        kind: "table",
        rows: [
          SCHEDULE_COLUMNS.map(text),
          ...Array.from({ length: shape.periods }, (_, row) =>
            SCHEDULE_COLUMNS.map((heading) => {
              if (heading === "Starts")
                return x`IF(${years.start}="",NA(),${isPriced}*EDATE(${years.start},${(row * 12) / shape.perYear}))`;
              const column = columnOf(heading, shape.rollsOver);
              return column ? x`${isPriced}*${table.at(column, row)}` : x`0*${isPriced}`;
            }),
          ),
        ],
      }),
    ),
  TERM_COST: (blocks, ...given) => {
    const [, , , , , measureWord] = given;
    return withNative(measureWord ? fixedWord("measure", measureWord) : "", (word) => {
      const read = readChoice(readCell(word), COST_MEASURES, { argument: "measure" });
      if (!read.ok) return new NotNative({ kind: "refused", errors: read.errors });
      return read.value !== "present value"
        ? withNative(
            blocks.term("as agreed", ...fiveOf(given)),
            ({ schedule: { cost, isPriced } }) => value(x`${isPriced}*${cost}`),
          )
        : withNative(blocks.cashFlows(...fiveOf(given)), ({ presentValue }) => value(presentValue));
    });
  },
  CASH_FLOWS: (blocks, ...given) =>
    withNative(blocks.cashFlows(...fiveOf(given)), ({ table, isPriced }) => ({
      kind: "table",
      rows: [
        FLOW_COLUMNS.map(text),
        ...Array.from({ length: table.rows }, (_, row) =>
          FLOW_COLUMNS.map((heading) => {
            const cell = table.at(heading, row);
            return heading === "Date"
              ? x`IF(${cell}="",NA(),${isPriced}*${cell})`
              : x`${isPriced}*${cell}`;
          }),
        ),
      ],
    })),
  ROLLOVER_VALUE: (blocks, ...given) =>
    withNative(blocks.term("as agreed", ...fiveOf(given)), ({ schedule: rolled }) =>
      withNative(blocks.term("without rollover", ...fiveOf(given)), ({ schedule: lapsed }) =>
        value(x`${rolled.isPriced}*${lapsed.isPriced}*(${lapsed.cost}-${rolled.cost})`),
      ),
    ),
  RENEWAL_COST: (blocks, ...given) =>
    withNative(blocks.term("renewed yearly", ...fiveOf(given)), (capped) =>
      withNative(blocks.term("renewed yearly without a cap", ...fiveOf(given)), (uncapped) => {
        const isPriced = x`${capped.schedule.isPriced}*${uncapped.schedule.isPriced}`;
        const { years, perYear, periods } = capped.shape;
        const sum = ({ schedule }: NativeTerm, from: number, to: number): NativeFormula =>
          x`SUM(${schedule.table.all("Cost", from, to - 1)})`;
        const amounts = (from: number, to: number): readonly NativeFormula[] => {
          const [cost, without] = [sum(capped, from, to), sum(uncapped, from, to)];
          return [cost, without, x`${without}-${cost}`].map((one) => x`${isPriced}*(${one})`);
        };
        const rows = Array.from({ length: years }, (_, year): readonly NativeFormula[] => {
          const from = year * perYear;
          const uplift = capped.years.table.at("Uplift", year);
          const rate = capped.schedule.table.at("Rate", from);
          const first = [x`${year + 1}`, uplift, rate].map((one) => x`${isPriced}*${one}`);
          return [...first, ...amounts(from, Math.min(periods, from + perYear))];
        });
        const total = [text("Total"), x`NA()`, x`NA()`, ...amounts(0, periods)];
        return { kind: "table", rows: [RENEWAL_COLUMNS.map(text), ...rows, total] };
      }),
    ),
  PRICE_FALL_HEADROOM: (blocks, usage, commitment, bands, terms) =>
    withNative(blocks.headroom(usage, commitment, bands, terms), ({ table, hold }) => ({
      kind: "table",
      rows: [
        HEADROOM_COLUMNS.map(text),
        ...Array.from({ length: table.rows }, (_, row) =>
          HEADROOM_COLUMNS.map((heading) => {
            const [cell, usd] = [table.at(heading, row), table.all("Usage")];
            return x`IF(AND(${hold}=1,ISNUMBER(SUM(${usd}))),IF(${cell}="",NA(),${cell}),NA())`;
          }),
        ),
      ],
    })),
  COTERM_COMMITMENT: (blocks, commitment, added, addedOn, start, end, bands) =>
    withNative(blocks.addition(commitment, added, addedOn, start, end, bands), (lines) => ({
      kind: "table",
      rows: [[text("Line"), text("Value")], ...lines.map(([line, one]) => [text(line), one])],
    })),
  EARLY_RENEWAL: (blocks, usage, used, elapsed, commitment, target, bands, terms, topUp) =>
    withNative(
      blocks.earlyRenewal(usage, used, elapsed, commitment, target, bands, terms, topUp),
      (rows) => ({ kind: "table", rows: [RENEWAL_OPTION_COLUMNS.map(text), ...rows] }),
    ),
  BURNDOWN: (blocks, usage, commitment, bands, terms, months, elapsed) =>
    withNative(
      blocks.burndown(usage, commitment, bands, terms, months, elapsed),
      ({ table, hold }) => ({
        kind: "table",
        rows: [
          BURNDOWN_COLUMNS.map(text),
          ...Array.from({ length: table.rows }, (_, row) =>
            BURNDOWN_COLUMNS.map((heading) => {
              const cell = table.at(heading, row);
              return heading === "Pace" ? cell : x`IF(${cell}="",NA(),${hold}*${cell})`;
            }),
          ),
        ],
      }),
    ),
};

/** The arguments of a deal over several years. */
function fiveOf([usage, commitment, bands, terms, listIndex]: readonly Given[]): DealGiven {
  return [usage, commitment, bands, terms, listIndex];
}

/** The column of the steps for one of the schedule; none for one of credits where nothing rolls over. */
function columnOf(
  heading: Exclude<(typeof SCHEDULE_COLUMNS)[number], "Starts">,
  rollsOver: boolean,
): PeriodHeading | undefined {
  if (rollsOver) return heading;
  if (heading === "Lapsed") return "Unused";
  return OF_CREDITS.some((one) => one === heading) ? undefined : heading;
}
