import type { AskSubject } from "../../analysis/negotiation/asks";
import { ALL_CLAUSES, CLAUSE_NAMES } from "../../forecast/clause-values";
import { columnLetters } from "../../input/cells/a1";
import { TEXT, USD } from "../../wording/format/number-formats";
import { type DecisionDeal, namesOf } from "../decision-sheet";
import {
  type CellContent,
  commit,
  excel,
  type Formula,
  formulaOf,
  type Operand,
  operation,
  quoted,
} from "../formulas/call";
import { orWord } from "../label-formula";
import { literalText } from "../literal-text";
import { type CellArea, headingAt, type SheetBlock } from "../sheet-block";
import { CLAUSES_HEADING } from "./asks-cells";
import { ASKS_COLUMNS, type AsksColumn } from "./asks-columns";
import { type AskRow, TYPED_COLUMNS } from "./asks-table";

/** A sheet of asks as plain parts. */
export interface AsksSheet {
  readonly title: string;
  readonly note: string;
  readonly noteBelow: string;
  readonly parts: readonly SheetBlock[];
  readonly rows: number;
  readonly columns: number;
}

export const ASKS_TITLE = "Asks";

/** Rows of the table, blank ones to type further asks into included: always as many, so that other sheets may refer to them. */
const TABLE_ROWS = 18;
const SUMMARY_ROW = 4;
const TABLE_ROW = 11;
const FIRST_ROW = TABLE_ROW + 1;
const CLAUSES_ROW = FIRST_ROW + TABLE_ROWS + 1;
const PROTECTIONS_ROW = CLAUSES_ROW + CLAUSE_NAMES.length + 4;
/** Asks about the term at most: protections that no clause of the year is. */
const PROTECTION_ROWS = 6;

const POINTS = "0.0";
/** How each column of the table looks, and its width in points. */
export const ASKS_LOOKS: Readonly<
  Record<AsksColumn, { readonly format: string; readonly width: number }>
> = {
  Ask: { format: TEXT, width: 210 },
  About: { format: TEXT, width: 56 },
  "Value a year": { format: USD, width: 88 },
  "Over the term": { format: USD, width: 88 },
  "In points": { format: POINTS, width: 70 },
  Likelihood: { format: "0%", width: 72 },
  "Expected value": { format: USD, width: 88 },
  "Our priority": { format: "0", width: 62 },
  "What we could give": { format: TEXT, width: 200 },
  Status: { format: TEXT, width: 72 },
};

/** A column of the table on its sheet, such as $J$13:$J$30, without its heading. */
export function asksColumn(column: AsksColumn): string {
  const letter = columnLetters(ASKS_COLUMNS.indexOf(column));
  return `$${letter}$${FIRST_ROW + 1}:$${letter}$${FIRST_ROW + TABLE_ROWS}`;
}

/** The cells of a column of the table, without its heading. */
export function asksArea(column: AsksColumn): CellArea {
  const at = ASKS_COLUMNS.indexOf(column);
  return { row: FIRST_ROW, column: at, rows: TABLE_ROWS, columns: 1 };
}

/** How many asks the table has room for. */
export const MOST_ASKS = TABLE_ROWS;

/** Cells of the summary, in the order of their rows. */
const summaryCell = (index: number): string => `$C$${SUMMARY_ROW + index + 2}`;
const NOW = summaryCell(0);
const SAVED = summaryCell(1);
const POINT = summaryCell(3);
const YEARS = summaryCell(4);

/**
 * Lays the asks out: what the deal costs with what is won, the table that people type into, and below it what the values are taken
 * from. Every value is a live formula.
 *
 * @param perYear Periods a year of the term; undefined where the terms say none.
 */
export function layOutAsks(
  deal: DecisionDeal,
  rows: readonly AskRow[],
  perYear: number | undefined,
  madeOn: string,
): AsksSheet {
  const forecast = deal.forecast ?? deal.usage;
  const commitment = deal.commitment ?? 0;
  const agreed = deal.terms === null ? [deal.bands] : [deal.bands, deal.terms];
  const priced = [forecast, commitment, ...agreed];
  const mean = commit("FORECAST_MEAN", forecast);
  const yearly = perYear === undefined || perYear === 1 ? mean : operation(mean, "/", perYear);
  const overTerm = [yearly, commitment, ...agreed];
  const protections = rows.flatMap(({ name, about }) => (about === "term" ? [name] : []));
  return {
    title: ASKS_TITLE,
    note: `Made by Bandwise on ${madeOn} from ${deal.source ?? namesOf(deal)}. Values are live formulas: what each ask saves beside what is won.`,
    noteBelow:
      "Type into the shaded cells: how likely the vendor agrees (blank is not known), what matters most to us (1 first), what we could give, and how far it is. Rows are ranked as they were when written.",
    parts: [
      ...summaryParts(priced, perYear === undefined ? 1 : yearsOf(overTerm, perYear)),
      ...tableParts(rows, commit("BAND_RATE", commitment, deal.bands)),
      ...clauseParts(commit("CLAUSE_VALUES", ...priced)),
      ...(protections.length === 0
        ? []
        : protectionParts(protections, commit("TERM_PROTECTIONS", ...overTerm))),
    ],
    rows: PROTECTIONS_ROW + (protections.length === 0 ? 0 : PROTECTION_ROWS + 2),
    columns: ASKS_COLUMNS.length,
  };
}

/** Years of the term: the schedule has a heading and a row a period. */
function yearsOf(overTerm: readonly Operand[], perYear: number): Formula {
  const periods = operation(excel("ROWS", commit("TERM_SCHEDULE", ...overTerm)), "-", 1);
  return operation(periods, "/", perYear);
}

function summaryParts(priced: readonly Operand[], years: Operand): readonly SheetBlock[] {
  const values = commit("CLAUSE_VALUES", ...priced);
  const [usd, points] = [2, 4].map((column) =>
    excel("INDEX", "values", excel("ROWS", "values"), column),
  );
  const point = excel(
    "LET",
    ...["values", values, "usd", usd ?? 0, "points", points ?? 0],
    excel(
      "IF",
      operation(excel("ABS", "usd"), "<", 0.005),
      quoted("n/a"),
      operation("usd", "/", "points"),
    ),
  );
  const shown: readonly (readonly [string, Operand, string])[] = [
    ["Expected cost a year, as the deal is", commit("EXPECTED_COST", ...priced), USD],
    ["What is won saves a year", savedFormula(), USD],
    ["Expected cost a year, with what is won", operation(NOW, "-", SAVED), USD],
    ["A point of discount is worth a year", orWord(point, "n/a"), USD],
    ["Years that the term is counted as", years, "0.##"],
  ];
  return [
    headingAt(SUMMARY_ROW, "The deal, with the clauses of the year that are won", 5),
    labels(
      SUMMARY_ROW + 1,
      shown.map(([label]) => label),
    ),
    column(
      SUMMARY_ROW + 1,
      2,
      shown.map(([, formula]) => formulaOf(formula)),
      shown.map(([, , format]) => format),
    ),
  ];
}

/** What the clauses that are won save together: their values alone, added last and all together say it of up to three. */
function savedFormula(): Formula {
  const rows = CLAUSE_NAMES.map((_, index) => clauseRow(index));
  const count = excel("SUM", area("B"));
  const lost = rows.map(({ won, last }) => operation(operation(1, "-", won), "*", last));
  const alone = rows.map(({ won, alone: usd }) => operation(won, "*", usd));
  return excel(
    "IF",
    operation(count, "=", 0),
    0,
    excel(
      "IF",
      operation(count, "=", excel("COUNT", area("C"))),
      ALL,
      excel("IF", operation(count, "=", 1), added(alone), operation(ALL, "-", added(lost))),
    ),
  );
}

function tableParts(rows: readonly AskRow[], discount: Formula): readonly SheetBlock[] {
  const lines = Array.from({ length: TABLE_ROWS }, (_, index) => rows[index]);
  const typed = (name: AsksColumn): readonly CellContent[] =>
    lines.map((row) => row?.typed[name] ?? "");
  const at = (name: AsksColumn, line: number): string =>
    `${columnLetters(ASKS_COLUMNS.indexOf(name))}${FIRST_ROW + line + 1}`;
  const of = (
    name: AsksColumn,
    make: (line: number, row: AskRow | undefined) => CellContent,
  ): SheetBlock =>
    cellsOf(
      name,
      0,
      lines.map((row, line) => make(line, row)),
      "results",
    );
  const noAsk = (line: number, formula: Formula): Formula =>
    excel("IF", operation(at("Ask", line), "=", quoted("")), quoted(""), formula);
  const unlessBlank = (cell: string, formula: Formula): Formula =>
    excel("IF", operation(cell, "=", quoted("")), quoted(""), formula);
  const years = (line: number): Formula => {
    const value = at("Value a year", line);
    const whole = operation(value, "*", YEARS);
    return unlessBlank(value, excel("IF", excel("ISNUMBER", value), whole, value));
  };
  const points = (line: number): Formula => {
    const value = at("Value a year", line);
    const size = operation(
      excel("ABS", operation(value, "/", POINT)),
      ">",
      operation(operation(100, "*", discount), "+", NOISE),
    );
    return unlessBlank(
      value,
      excel(
        "IF",
        operation(excel("COUNT", value, POINT), "=", 2),
        excel("IF", size, quoted("n/a"), operation(value, "/", POINT)),
        quoted("n/a"),
      ),
    );
  };
  const expected = (line: number): Formula => {
    const [worth, likelihood, status] = [
      at("Over the term", line),
      at("Likelihood", line),
      at("Status", line),
    ];
    const isShare = operation(operation(likelihood, ">=", 0), "*", operation(1, ">=", likelihood));
    const counted = excel(
      "IF",
      operation(excel("COUNT", worth, likelihood), "=", 2),
      excel("IF", isShare, operation(likelihood, "*", worth), quoted("give 0% to 100%")),
      quoted("not known"),
    );
    return noAsk(
      line,
      excel(
        "IF",
        operation(status, "=", quoted("won")),
        worth,
        excel("IF", operation(status, "=", quoted("refused")), 0, counted),
      ),
    );
  };
  const firstOwn = rows.length;
  return [
    {
      ...{ row: TABLE_ROW, column: 0, rows: 1, columns: ASKS_COLUMNS.length },
      ...{ cells: [ASKS_COLUMNS], look: "tableHeading", formats: [TEXT] },
    },
    cellsOf(
      "Ask",
      0,
      lines.slice(0, firstOwn).map((row) => literalText(row?.name ?? "")),
      "labels",
    ),
    ...(firstOwn === TABLE_ROWS
      ? []
      : [
          cellsOf(
            "Ask",
            firstOwn,
            lines.slice(firstOwn).map(() => ""),
            "inputs",
          ),
        ]),
    cellsOf(
      "About",
      0,
      lines.map((row) => (row ? (row.about ?? "own") : "")),
      "labels",
    ),
    ...lines.map(
      (row, line): SheetBlock =>
        row?.about === "year" || row?.about === "term"
          ? cellsOf("Value a year", line, [listedValue(row.about, at, line)], "results")
          : cellsOf("Value a year", line, [row?.typed["Value a year"] ?? ""], "inputs"),
    ),
    of("Over the term", (line, row) =>
      row?.about === "term" ? fromProtections("C", at("Ask", line)) : years(line),
    ),
    of("In points", (line, row) =>
      row?.about === "term" ? fromProtections("D", at("Ask", line)) : points(line),
    ),
    of("Expected value", expected),
    ...TYPED_COLUMNS.map((name) => cellsOf(name, 0, typed(name), "inputs")),
  ];
}

/** Points that are rounding. */
const NOISE = 1e-9;

function listedValue(
  about: Exclude<AskSubject, "service">,
  at: (name: AsksColumn, line: number) => string,
  line: number,
): Formula {
  if (about === "year") {
    const names = area("A");
    return excel("INDEX", area("E"), excel("MATCH", at("Ask", line), names, 0));
  }
  const worth = at("Over the term", line);
  return excel("IF", excel("ISNUMBER", worth), operation(worth, "/", YEARS), worth);
}

function fromProtections(letter: string, ask: string): Formula {
  const column = (name: string): string =>
    `$${name}$${PROTECTIONS_ROW + 3}:$${name}$${PROTECTIONS_ROW + 2 + PROTECTION_ROWS}`;
  return excel("INDEX", column(letter), excel("MATCH", ask, column("A"), 0));
}

/** Cells of a clause's row: whether it is won, what it saves by itself and added last; a word counts as 0. */
function clauseRow(index: number) {
  const row = CLAUSES_ROW + index + 3;
  return {
    isLacking: excel("ISNUMBER", `$C$${row}`),
    won: `$B$${row}`,
    alone: excel("N", `$C$${row}`),
    last: excel("N", `$D$${row}`),
  };
}

const ALL = `$C$${CLAUSES_ROW + CLAUSE_NAMES.length + 3}`;

function area(letter: string): string {
  return `$${letter}$${CLAUSES_ROW + 3}:$${letter}$${CLAUSES_ROW + CLAUSE_NAMES.length + 2}`;
}

function added(terms: readonly Formula[]): Formula {
  return terms.slice(1).reduce((sum, term) => operation(sum, "+", term), terms[0] ?? formulaOf(0));
}

/** CLAUSE_VALUES clause by clause, whether each is won, and what it saves beside those that are. */
function clauseParts(values: Formula): readonly SheetBlock[] {
  const names = [...CLAUSE_NAMES, ALL_CLAUSES];
  const first = CLAUSES_ROW + 2;
  const won = CLAUSE_NAMES.map((_, index) => {
    const row = first + index + 1;
    const asked = excel(
      "COUNTIFS",
      asksColumn("Ask"),
      `A${row}`,
      asksColumn("Status"),
      quoted("won"),
    );
    return excel("IF", excel("ISNUMBER", `C${row}`), excel("MIN", 1, asked), 0);
  });
  const beside = CLAUSE_NAMES.map((_, index) => besideWon(index, first + index + 1));
  const part = (letter: number, cells: readonly CellContent[], format: string): SheetBlock =>
    column(
      first,
      letter,
      cells,
      cells.map(() => format),
    );
  return [
    headingAt(CLAUSES_ROW, CLAUSES_HEADING, 5),
    {
      ...{ row: CLAUSES_ROW + 1, column: 0, rows: 1, columns: 5, look: "tableHeading" },
      ...{
        cells: [["Clause", "Won", "By itself", "Added last", "Beside what is won"]],
        formats: [TEXT],
      },
    },
    labels(first, names),
    part(1, won, "0"),
    part(
      2,
      names.map((_, index) => looked(values, `A${first + index + 1}`, 2)),
      USD,
    ),
    part(
      3,
      names.map((_, index) => looked(values, `A${first + index + 1}`, 3)),
      USD,
    ),
    part(4, beside, USD),
  ];
}

/**
 * What a clause saves beside those that are won, of up to three. None of the others: by itself. All of them: added last. One of
 * two: all together, less what the open one adds last and the won one saves by itself.
 */
function besideWon(index: number, row: number): Formula {
  const others = CLAUSE_NAMES.flatMap((_, other) => (other === index ? [] : [clauseRow(other)]));
  const won = added(others.map((one) => formulaOf(one.won)));
  const lacking = added(others.map(({ isLacking }) => operation(isLacking, "*", 1)));
  const rest = others.map(({ won: isWon, alone, last }) =>
    excel("IF", operation(isWon, "=", 1), alone, last),
  );
  return excel(
    "IF",
    excel("ISNUMBER", `C${row}`),
    excel(
      "IF",
      operation(won, "=", 0),
      `C${row}`,
      excel("IF", operation(won, "=", lacking), `D${row}`, operation(ALL, "-", added(rest))),
    ),
    `C${row}`,
  );
}

function protectionParts(names: readonly string[], values: Formula): readonly SheetBlock[] {
  const first = PROTECTIONS_ROW + 2;
  const lines = Array.from({ length: PROTECTION_ROWS }, (_, index) => names[index] ?? "");
  const part = (letter: number, from: number, format: string): SheetBlock =>
    column(
      ...([first, letter] as const),
      lines.map((name, index) =>
        name === "" ? "" : looked(values, `A${first + index + 1}`, from),
      ),
      lines.map(() => format),
    );
  return [
    headingAt(PROTECTIONS_ROW, "Protections over the term, at expected usage", 5),
    {
      ...{ row: PROTECTIONS_ROW + 1, column: 0, rows: 1, columns: 4, look: "tableHeading" },
      ...{ cells: [["Protection", "", "Over the term", "In points"]], formats: [TEXT] },
    },
    labels(first, lines),
    part(2, 2, USD),
    part(3, 4, POINTS),
  ];
}

/** A value of a table by the name in a cell; a word where the deal has it already, or nothing is committed. */
function looked(values: Formula, name: string, from: number): Formula {
  const row = excel("MATCH", name, excel("CHOOSECOLS", "values", 1), 0);
  const heading = excel("INDEX", "values", 1, 1);
  return excel(
    "LET",
    ...["values", values, "at", row],
    excel(
      "IF",
      excel("ISNUMBER", "at"),
      orWord(excel("INDEX", "values", "at", from), "n/a"),
      excel(
        "IF",
        excel("ISTEXT", heading),
        quoted("in the deal"),
        orWord(heading, "no commitment"),
      ),
    ),
  );
}

function labels(row: number, texts: readonly string[]): SheetBlock {
  return {
    ...{ row, column: 0, rows: texts.length, columns: 1, cells: texts.map((text) => [text]) },
    ...{ look: "labels", formats: [TEXT] },
  };
}

function column(
  row: number,
  at: number,
  cells: readonly CellContent[],
  formats: readonly string[],
): SheetBlock {
  return {
    ...{ row, column: at, rows: cells.length, columns: 1, cells: cells.map((cell) => [cell]) },
    ...{ look: "results", formats },
  };
}

/** Cells of a column of the table, from one of its rows on. */
function cellsOf(
  name: AsksColumn,
  line: number,
  cells: readonly CellContent[],
  look: SheetBlock["look"],
): SheetBlock {
  return {
    ...{
      row: FIRST_ROW + line,
      column: ASKS_COLUMNS.indexOf(name),
      rows: cells.length,
      columns: 1,
    },
    ...{ cells: cells.map((cell) => [cell]), look, formats: [ASKS_LOOKS[name].format] },
  };
}
