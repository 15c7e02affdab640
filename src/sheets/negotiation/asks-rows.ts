import type { AskSubject } from "../../analysis/negotiation/asks";
import { columnLetters } from "../../input/cells/a1";
import { tableHeadings } from "../block-parts";
import { type CellContent, excel, type Formula, operation, quoted } from "../formulas/call";
import { literalText } from "../literal-text";
import type { SheetBlock } from "../sheet-block";
import { ASKS_COLUMNS, type AsksColumn } from "./asks-columns";
import {
  ASKS_LOOKS,
  clauseColumn,
  FIRST_ROW,
  POINT,
  PROTECTION_ROWS,
  PROTECTIONS_ROW,
  TABLE_ROW,
  TABLE_ROWS,
  YEARS,
} from "./asks-places";
import { type AskRow, TYPED_COLUMNS } from "./asks-table";

/** The table that people type into, with live values. */
export function tableParts(rows: readonly AskRow[], discount: Formula): readonly SheetBlock[] {
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
    tableHeadings(TABLE_ROW, ASKS_COLUMNS),
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
    const names = clauseColumn("A");
    return excel("INDEX", clauseColumn("E"), excel("MATCH", at("Ask", line), names, 0));
  }
  const worth = at("Over the term", line);
  return excel("IF", excel("ISNUMBER", worth), operation(worth, "/", YEARS), worth);
}

function fromProtections(letter: string, ask: string): Formula {
  const column = (name: string): string =>
    `$${name}$${PROTECTIONS_ROW + 3}:$${name}$${PROTECTIONS_ROW + 2 + PROTECTION_ROWS}`;
  return excel("INDEX", column(letter), excel("MATCH", ask, column("A"), 0));
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
