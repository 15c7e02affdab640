import { type AlsoSaidCells, BEFORE_PHRASE, NOT_PRICED_YET } from "../deal/text-terms";
import { TEXT } from "../wording/format/number-formats";
import { cellAt } from "./block-parts";
import { ALSO_SAID_HEADINGS } from "./deal-sheet";
import { arrayOf, excel, type Formula, operation, quoted } from "./formulas/call";
import { headingAt, type SheetBlock } from "./sheet-block";

/** What two offers say beside their prices, the first and the second; undefined where one says nothing. */
export type TextTermTables = readonly [AlsoSaidCells | undefined, AlsoSaidCells | undefined];

/** What a list says that is empty. */
const NOTHING = "nothing";
/** Rows that a list may grow by while its tables do. */
const ROOM = 8;

/**
 * The text terms that only one of two offers says, as live formulas over their tables; nothing where neither says any.
 *
 * @param row Of the heading, from 0.
 * @param names Cells that hold the names of the two offers.
 */
export function textTermsBlock(
  row: number,
  columns: number,
  [from, to]: TextTermTables,
  [fromName, toName]: readonly [string, string],
): { readonly parts: readonly SheetBlock[]; readonly rows: number } {
  if (!from && !to) return { parts: [], rows: row - 1 };
  const lists = [
    { name: fromName, said: from, other: to },
    { name: toName, said: to, other: from },
  ] as const;
  const parts: SheetBlock[] = [headingAt(row, "Beside the prices, and not priced", columns)];
  let next = row + 1;
  for (const { name, said, other } of lists) {
    const rows = Math.max(1, (said?.cells.length ?? 1) - 1) + ROOM;
    parts.push(cellAt(next, 0, operation(quoted("Only in "), "&", name), TEXT, "sentence"), {
      ...{ row: next + 1, column: 0, rows, columns: 2, look: "spilled" },
      ...{
        cells: [[said ? missingFrom(rowsOf(said), rowsOf(other)) : NOTHING]],
        formats: [TEXT, TEXT],
      },
    });
    next += rows + 2;
  }
  return { parts, rows: next };
}

/** The rows of a table; of an offer without one the headings, which are no row of any. */
function rowsOf(said: AlsoSaidCells | undefined): Formula {
  return said
    ? excel("HSTACK", ...ALSO_SAID_HEADINGS.map((heading) => `${said.table}[${heading}]`))
    : arrayOf([[...ALSO_SAID_HEADINGS]]);
}

/** The rows that another table does not have, by label and words. */
function missingFrom(rows: Formula, other: Formula): Formula {
  // The grid of the local workbook takes stars and question marks for any text where it compares by a sign.
  const isSame = excel("EXACT", "keys", excel("TRANSPOSE", "others"));
  const ones = excel("SEQUENCE", excel("ROWS", "others"), 1, 1, 0);
  const found = excel("MMULT", operation(isSame, "*", 1), ones);
  const isFilled = operation(excel("LEN", "keys"), ">", LENGTH_OF_BLANK);
  return excel(
    "LET",
    ...["said", rows, "other", other],
    ...["keys", keysOf("said"), "others", keysOf("other")],
    excel(
      "FILTER",
      excel("CHOOSECOLS", "said", 1, 3),
      operation(operation(found, "=", 0), "*", isFilled),
      quoted(NOTHING),
    ),
  );
}

/** Of the key of a row without label and words. */
const LENGTH_OF_BLANK = 1;

/** Of what was understood, its meaning counts; of anything else, its words. */
function keysOf(table: string): Formula {
  const column = (at: number): Formula => excel("CHOOSECOLS", table, at);
  const [label, words] = [column(1), column(3)] as const;
  const end = operation(excel("FIND", quoted(BEFORE_PHRASE), words), "-", 1);
  const meaning = excel("IFERROR", excel("LEFT", words, end), words);
  const isUnderstood = operation(column(2), "=", quoted(NOT_PRICED_YET));
  const compared = excel("TRIM", excel("IF", isUnderstood, meaning, words));
  const key = operation(operation(excel("TRIM", label), "&", quoted("|")), "&", compared);
  return excel("LOWER", key);
}
