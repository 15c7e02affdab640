import { ALL_CLAUSES, CLAUSE_NAMES } from "../../forecast/clause-values";
import { USD } from "../../wording/format/number-formats";
import { resultColumn, tableHeadings, textRows } from "../block-parts";
import {
  type CellContent,
  excel,
  type Formula,
  formulaOf,
  operation,
  quoted,
} from "../formulas/call";
import { orWord } from "../label-formula";
import { headingAt, type SheetBlock } from "../sheet-block";
import { CLAUSES_HEADING } from "./asks-cells";
import {
  ALL,
  asksColumn,
  CLAUSES_ROW,
  clauseColumn,
  POINTS,
  PROTECTION_ROWS,
  PROTECTIONS_ROW,
} from "./asks-places";

/** What the clauses that are won save together: their values alone, added last and all together say it of up to three. */
export function savedFormula(): Formula {
  const rows = CLAUSE_NAMES.map((_, index) => clauseRow(index));
  const count = excel("SUM", clauseColumn("B"));
  const lost = rows.map(({ won, last }) => operation(operation(1, "-", won), "*", last));
  const alone = rows.map(({ won, alone: usd }) => operation(won, "*", usd));
  return excel(
    "IF",
    operation(count, "=", 0),
    0,
    excel(
      "IF",
      operation(count, "=", excel("COUNT", clauseColumn("C"))),
      ALL,
      excel("IF", operation(count, "=", 1), added(alone), operation(ALL, "-", added(lost))),
    ),
  );
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

function added(terms: readonly Formula[]): Formula {
  return terms.slice(1).reduce((sum, term) => operation(sum, "+", term), terms[0] ?? formulaOf(0));
}

/** CLAUSE_VALUES clause by clause, whether each is won, and what it saves beside those that are. */
export function clauseParts(values: Formula): readonly SheetBlock[] {
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
    resultColumn(
      first,
      letter,
      cells,
      cells.map(() => format),
    );
  return [
    headingAt(CLAUSES_ROW, CLAUSES_HEADING, 5),
    tableHeadings(CLAUSES_ROW + 1, [
      "Clause",
      "Won",
      "By itself",
      "Added last",
      "Beside what is won",
    ]),
    textRows(first, names),
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

/** TERM_PROTECTIONS, protection by protection. */
export function protectionParts(names: readonly string[], values: Formula): readonly SheetBlock[] {
  const first = PROTECTIONS_ROW + 2;
  const lines = Array.from({ length: PROTECTION_ROWS }, (_, index) => names[index] ?? "");
  const part = (letter: number, from: number, format: string): SheetBlock =>
    resultColumn(
      ...([first, letter] as const),
      lines.map((name, index) =>
        name === "" ? "" : looked(values, `A${first + index + 1}`, from),
      ),
      lines.map(() => format),
    );
  return [
    headingAt(PROTECTIONS_ROW, "Protections over the term, at expected usage", 5),
    tableHeadings(PROTECTIONS_ROW + 1, ["Protection", "", "Over the term", "In points"]),
    textRows(first, lines),
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
