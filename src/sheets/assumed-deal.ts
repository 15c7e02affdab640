import { columnLetters } from "../input/cells/a1";
import { TEXT, WRITTEN_PERCENT } from "../wording/format/number-formats";
import { type DecisionDeal, type DecisionSheet, namesOf } from "./decision-sheet";
import { excel, type Operand, operation, quoted } from "./formulas/call";
import { headingAt, type SheetBlock } from "./sheet-block";

/** A cell of a block that stands for cells of the workbook: linked to its own, that times the load, or typed. */
export type AssumedCell =
  | { readonly kind: "linked" | "scaled" }
  | { readonly kind: "typed"; readonly value: string | number };

/** Cells that price a deal in place of those of the workbook. */
export interface AssumedBlock {
  readonly part: "bands" | "terms" | "forecast";
  readonly cells: readonly (readonly AssumedCell[])[];
}

/** A deal that differs from the workbook's: what differs, in a sentence, and the cells that say so. */
export interface AssumedDeal {
  readonly sentence: string;
  /** Usage is multiplied by this. */
  readonly loadFactor: number;
  readonly blocks: readonly AssumedBlock[];
}

const HEADINGS: Readonly<Record<AssumedBlock["part"], string>> = {
  bands: "Bands as assumed",
  terms: "Terms as assumed",
  forecast: "Forecast as assumed",
};

/** Row of the sentence, above everything that is calculated. */
const SENTENCE_ROW = 2;

/**
 * Lays a decision sheet out for a deal that is assumed: with what is assumed in cells at its end, which its formulas read.
 *
 * @param layOut Lays the sheet out over references; how many rows it has does not depend on them.
 */
export function layOutAssumed(
  deal: DecisionDeal,
  assumed: AssumedDeal,
  layOut: (deal: DecisionDeal) => DecisionSheet,
): DecisionSheet {
  const { rows, columns } = layOut(deal);
  const parts: SheetBlock[] = [line(SENTENCE_ROW, assumed.sentence)];
  const loadRow = rows + 2;
  const load = `$B$${loadRow + 1}`;
  const isScaled = assumed.loadFactor !== 1;
  parts.push(headingAt(rows + 1, "What is assumed", columns));
  if (isScaled)
    parts.push(line(loadRow, "Usage is multiplied by"), {
      ...block(loadRow, 1, 1, 1),
      ...{ cells: [[assumed.loadFactor]], look: "inputs", formats: ["0%"] },
    });
  let row = loadRow + (isScaled ? 2 : 0);
  let references: DecisionDeal = {
    ...deal,
    usage: isScaled ? operation(deal.usage, "*", load) : deal.usage,
  };
  for (const { part, cells } of assumed.blocks) {
    const [first = []] = cells;
    const at = row + 1;
    parts.push(
      headingAt(row, HEADINGS[part], Math.max(columns, first.length)),
      ...assumedParts(cells, at, deal[part] ?? "", part === "bands", load),
    );
    const address = `$A$${at + 1}:$${columnLetters(first.length - 1)}$${at + cells.length}`;
    references = { ...references, [part]: address };
    row = at + cells.length + 1;
  }
  const sheet = layOut({ ...references, source: deal.source ?? namesOf(deal) });
  return { ...sheet, parts: [...sheet.parts, ...parts], rows: row };
}

/** The whole block as results, and over it each cell that is typed, as an input. */
export function assumedParts(
  cells: AssumedBlock["cells"],
  row: number,
  reference: string,
  isBands: boolean,
  load: Operand = 1,
): readonly SheetBlock[] {
  const width = cells[0]?.length ?? 0;
  const formatAt = (column: number): string =>
    isBands && column === 1 ? WRITTEN_PERCENT : isBands && column === 0 ? AMOUNT : TEXT;
  const linked: SheetBlock = {
    ...block(row, 0, cells.length, width),
    cells: cells.map((line, r) =>
      line.map((cell, c) => {
        if (cell.kind === "typed") return cell.value;
        const own = excel("INDEX", reference, r + 1, c + 1);
        if (cell.kind === "scaled") return operation(own, "*", load);
        return excel("IF", operation(own, "=", quoted("")), quoted(""), own);
      }),
    ),
    look: "results",
    formats: Array.from({ length: width }, (_, column) => formatAt(column)),
  };
  const typed = cells.flatMap((line, r) =>
    line.flatMap((cell, c): readonly SheetBlock[] =>
      cell.kind !== "typed"
        ? []
        : [
            {
              ...block(row + r, c, 1, 1),
              ...{ cells: [[cell.value]], look: "inputs", formats: [formatAt(c)] },
            },
          ],
    ),
  );
  return [linked, ...typed];
}

const AMOUNT = "$#,##0";

function block(row: number, column: number, rows: number, columns: number) {
  return { row, column, rows, columns };
}

function line(row: number, text: string): SheetBlock {
  return { ...block(row, 0, 1, 1), cells: [[text]], look: "labels", formats: [TEXT] };
}
