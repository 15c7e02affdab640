import type { Currency } from "../../core/currency";
import { PERCENT, TEXT, USD } from "../../wording/format/number-formats";
import { type CellContent, commit, excel, type Operand, operation, quoted } from "../formulas/call";
import { orWord } from "../label-formula";
import { type CellArea, headingAt, type SheetBlock } from "../sheet-block";
import { amountWords, joined } from "../usage/sentence-formula";
import { INDICATOR_ROWS, layOutIndicators } from "./burndown-indicators";
import { layOutInputs, meanUsage, type TermOnSheet } from "./term-inputs";
import type { TermSheet } from "./term-sheet";

/** What the sheet of a year under way is laid out from. */
export interface BurndownDeal extends TermOnSheet {
  /** Whether usage counts at list prices towards the commitment, or at the discount. */
  readonly basis: "net" | "list";
  /** Usage of months that are past, oldest first, as far as it is known. */
  readonly monthsUsd: readonly number[];
}

const MONTHS = 12;
const QUARTER = 3;
const ANSWER = 3;
const INPUTS = ANSWER + 4;
const TABLE = INPUTS + 6;
const CHART_ROWS = 16;
const COLUMNS = 8;

/** Rows of BURNDOWN, its headings included. */
const PACES = 7;

const POLICY =
  "A policy choice, not advice: the expected shortfall, spread evenly over the months of the year. Ask whoever signs the accounts.";

/**
 * Lays out how the first year's commitment is used up: a sentence, twelve months to type usage into, each pace of BURNDOWN with a
 * chart, the indicators of the year, and the shortfall that an accrual by quarter would book.
 */
export function layOutBurndown(deal: BurndownDeal, madeOn: string, currency: Currency): TermSheet {
  const { references, basis, monthsUsd } = deal;
  const chart = TABLE + MONTHS + 3;
  const paces = chart + CHART_ROWS + 1;
  const indicators = paces + PACES + 3;
  const accrual = indicators + INDICATOR_ROWS + 1;
  const inputsRow = accrual + 10;
  const inputs = layOutInputs({ ...deal, schedule: null, commitmentsUsd: null }, inputsRow + 2);
  const agreed = inputs.terms === null ? [references.bands] : [references.bands, inputs.terms];
  const commitment = `$C$${INPUTS + 2}`;
  const elapsed = `$C$${INPUTS + 3}`;
  const rate = `$C$${INPUTS + 4}`;
  const shortfall = `$C$${INPUTS + 5}`;
  const [first, last] = [TABLE + 3, TABLE + 2 + MONTHS];
  const typed = `$B$${first}:$B$${last}`;
  const burndown = commit(
    "BURNDOWN",
    typed,
    commitment,
    ...agreed,
    ...gap(agreed),
    MONTHS,
    elapsed,
  );
  const atPace = (column: number): Operand => excel("INDEX", burndown, 3, column);
  const isPast = operation(elapsed, ">", 0);
  // BURNDOWN has no answer without a commitment.
  const isCommitted = operation(excel("ROUND", commitment, 2), ">", 0);
  const isTracked = excel("AND", isPast, isCommitted);
  const noCommitment = quoted("Without a commitment there is nothing to use up.");
  const expected = commit(
    "EXPECTED_SHORTFALL",
    ...[references.forecast ?? references.usage ?? 0, commitment, ...agreed],
  );
  const ramp = deal.commitmentsUsd?.[0];
  const place = deal.schedule;
  const ofSchedule =
    place?.columns.commitmentUsd === undefined
      ? undefined
      : excel("INDEX", references.schedule ?? "", place.rows[0] ?? 1, place.columns.commitmentUsd);
  const own = references.commitment ?? 0;
  const committed: CellContent = ofSchedule
    ? excel("IF", operation(ofSchedule, "=", quoted("")), own, ofSchedule)
    : (ramp ?? excel("N", own));
  const months: readonly (readonly CellContent[])[] = Array.from({ length: MONTHS }, (_, month) => {
    const row = first + month;
    const used = operation(excel("SUM", `$B$${first}:$B${row}`), "*", rate);
    const allUsed = operation(excel("SUM", typed), "*", rate);
    const ahead = operation(allUsed, "*", operation(month + 1, "/", excel("MAX", 1, elapsed)));
    return [
      excel("IF", operation(elapsed, ">=", month + 1), used, ahead),
      operation(commitment, "*", operation(month + 1, "/", MONTHS)),
      commitment,
    ].map((cell) => (typeof cell === "string" ? { kind: "reference", reference: cell } : cell));
  });
  const parts: readonly SheetBlock[] = [
    headingAt(ANSWER, "The answer", COLUMNS),
    {
      ...{ row: ANSWER + 1, column: 0, rows: 2, columns: 1, look: "sentence", formats: [TEXT] },
      cells: [
        [
          excel(
            "IF",
            isTracked,
            joined(
              quoted("After "),
              elapsed,
              quoted(" of 12 months at the pace so far, the year uses "),
              amountWords(atPace(3), currency),
              quoted(" of its commitment of "),
              amountWords(commitment, currency),
              quoted("."),
            ),
            excel(
              "IF",
              isCommitted,
              quoted("Type the usage of the first month below: the pace follows from it."),
              noCommitment,
            ),
          ),
        ],
        [
          joined(
            excel("IF", isPast, quoted("At that pace "), quoted("By the forecast ")),
            amountWords(shortfall, currency),
            quoted(" of the commitment would fall short."),
          ),
        ],
      ],
    },
    headingAt(INPUTS, "From these", 3),
    {
      ...{ row: INPUTS + 1, column: 0, rows: 4, columns: 1, look: "labels", formats: [TEXT] },
      cells: [
        ["Commitment of the first year"],
        ["Months past"],
        [basis === "net" ? "Price of a list dollar inside it" : "A list dollar counts as"],
        ["Expected shortfall of the year"],
      ],
    },
    {
      ...{ row: INPUTS + 1, column: 2, rows: 4, columns: 1, look: "results" },
      formats: [USD, "0", "0.00##", USD],
      cells: [
        [committed],
        [excel("COUNT", typed)],
        [
          basis === "net"
            ? operation(1, "-", commit("BAND_RATE", commitment, references.bands))
            : 1,
        ],
        [excel("IF", isTracked, atPace(5), expected)],
      ],
    },
    headingAt(TABLE, "Months of the year: type what was used, at list prices", 5),
    {
      ...{ row: TABLE + 1, column: 0, rows: 1, columns: 5, look: "tableHeading" },
      formats: [TEXT, TEXT, TEXT, TEXT, TEXT],
      cells: [["Month", "Usage", "Used, then at this pace", "Even use", "Commitment"]],
    },
    {
      ...{ row: TABLE + 2, column: 0, rows: MONTHS, columns: 1, look: "results", formats: ["0"] },
      cells: months.map((_, month) => [month + 1]),
    },
    {
      ...{ row: TABLE + 2, column: 1, rows: MONTHS, columns: 1, look: "inputs", formats: [USD] },
      cells: months.map((_, month) => [monthsUsd[month] ?? ""]),
    },
    {
      ...{ row: TABLE + 2, column: 2, rows: MONTHS, columns: 3, look: "results" },
      ...{ formats: [USD, USD, USD], cells: months },
    },
    headingAt(paces, "When the commitment is used up, by pace", COLUMNS),
    {
      ...{ row: paces + 1, column: 0, rows: PACES, columns: COLUMNS, look: "body" },
      formats: [TEXT, USD, USD, PERCENT, USD, USD, "0.0", "yyyy-mm-dd"],
      cells: [
        [
          excel(
            "IF",
            isTracked,
            orWord(burndown, "n/a"),
            excel("IF", isCommitted, quoted("No month is typed yet."), noCommitment),
          ),
        ],
      ],
    },
    ...layOutIndicators(
      indicators,
      {
        usage: excel(
          "IF",
          isPast,
          operation(operation(excel("SUM", typed), "*", MONTHS), "/", excel("MAX", 1, elapsed)),
          meanUsage(references),
        ),
        ...{ commitment, agreed },
      },
      currency,
    ),
    headingAt(accrual, "Shortfall accrued by quarter", 4),
    {
      ...{ row: accrual + 1, column: 0, rows: 1, columns: 1, look: "labels", formats: [TEXT] },
      cells: [[POLICY]],
    },
    {
      ...{ row: accrual + 2, column: 0, rows: 1, columns: 4, look: "tableHeading" },
      formats: [TEXT, TEXT, TEXT, TEXT],
      cells: [["Quarter", "In the quarter", "Accrued to date", "Remaining"]],
    },
    {
      ...{ row: accrual + 3, column: 0, rows: 4, columns: 4, look: "results" },
      formats: ["0", USD, USD, USD],
      cells: [1, 2, 3, 4].map((quarter) => {
        const row = accrual + 3 + quarter;
        const share = operation(quarter * QUARTER, "/", MONTHS);
        return [
          quarter,
          operation(shortfall, "*", operation(QUARTER, "/", MONTHS)),
          operation(shortfall, "*", share),
          operation(shortfall, "-", `$C${row}`),
        ];
      }),
    },
    ...(inputs.parts.length > 0 ? [headingAt(inputsRow, "What it rests on", 5)] : []),
    ...inputs.parts,
  ];
  const series = (column: number): CellArea => ({
    ...{ row: TABLE + 2, column, rows: MONTHS, columns: 1 },
  });
  return {
    title: "Burndown",
    note: `Made by Bandwise on ${madeOn}. The first year of the commitment; type a month's usage and everything follows.`,
    parts,
    rows: inputsRow + 2 + inputs.rows,
    columns: COLUMNS,
    pages: [paces],
    chart: { row: chart, column: 0, rows: CHART_ROWS - 1, columns: COLUMNS },
    series: {
      across: series(0),
      lines: [
        { name: "Used, then at this pace", values: series(2) },
        { name: "Even use", values: series(3) },
        { name: "Commitment", values: series(4) },
      ],
    },
  };
}

/** BURNDOWN takes terms before months. */
function gap(agreed: readonly unknown[]): readonly null[] {
  return agreed.length > 1 ? [] : [null];
}
