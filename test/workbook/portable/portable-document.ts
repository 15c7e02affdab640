import type { PlacedCell } from "../../../src/host/grid/whole-sheets";
import type { SheetDocument, WorkbookDocument } from "../../../src/host/xlsx/workbook-document";
import type { NativeCell } from "../../../src/sheets/native/excel/formula";
import { contentOf, planFreeze } from "../../../src/sheets/portable/frozen-numbers";
import { addressOf, shifted } from "../../../src/sheets/portable/references";
import { layOutWorkings, type WorkingsSheet } from "../../../src/sheets/portable/workings-sheet";
import type { PortableLook } from "../../../src/workbook/portable/look-portable";

const NAME = "Workings";
type Content = string | number | boolean;

/**
 * A workbook as Make portable and Freeze would leave it, without the local workbook having to calculate tens of thousands of steps:
 * for a spreadsheet program to calculate.
 */
export function portableDocument(document: WorkbookDocument, look: PortableLook): WorkbookDocument {
  const { plan, book } = look;
  const workings = layOutWorkings(plan, NAME, [NAME]);
  const contents = new Map<string, Content>();
  const put = ({ sheet, row, column }: NativeCell, content: Content): void =>
    void contents.set(`${sheet}!${addressOf({ row, column })}`, content);
  for (const { place, next, rows, columns } of plan.changes) {
    const first = "kind" in next ? workings.shows(next) : workings.formula(next, place);
    for (let down = 0; down < rows; down++)
      for (let along = 0; along < columns; along++)
        put(
          { ...place, row: place.row + down, column: place.column + along },
          shifted(first, down, along),
        );
  }
  const stays = [...plan.kept.map(({ place }) => place), ...plan.newer];
  const kept = new Set(stays.map((place) => `${place.sheet}!${addressOf(place)}`));
  for (const { name, row, column, formulas } of book.sheets)
    for (const [down, line] of formulas.entries())
      for (const [along, content] of line.entries())
        if (typeof content === "number")
          put(
            { kind: "cell", sheet: name, row: row + down + 1, column: column + along + 1 },
            content,
          );
  const frozen = planFreeze(book, { kind: "workbook" }).cells;
  let isKept = false;
  for (const one of frozen) {
    // The cells of a spill follow its formula.
    if (one.former !== "") isKept = kept.has(`${one.place.sheet}!${addressOf(one.place)}`);
    if (isKept) put(one.place, contentOf(one));
  }
  return {
    ...document,
    sheets: [
      ...document.sheets.map((sheet) => withContents(sheet, contents)),
      sheetOf(workings, document.sheets),
    ],
    names: document.names.map((name) => {
      const changed = plan.names.find((one) => one.name === name.name);
      return changed ? { ...name, formula: changed.next } : name;
    }),
    settings: [],
  };
}

function withContents(sheet: SheetDocument, contents: ReadonlyMap<string, Content>): SheetDocument {
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const at = addressOf({ row: cell.row + 1, column: cell.col + 1 });
      const content = contents.get(`${sheet.name}!${at}`);
      return content === undefined ? cell : { ...cell, ...held(content), isSpilled: false };
    }),
  };
}

/** What a cell holds once this is typed into it; a formula shows nothing until somebody calculates it. */
function held(content: Content): Pick<PlacedCell, "value" | "formula" | "spill"> {
  const isFormula = typeof content === "string" && content.startsWith("=");
  const value = typeof content === "string" ? content.replace(/^'/, "") : content;
  return { value: isFormula ? 0 : value, formula: isFormula ? content : null, spill: null };
}

function sheetOf({ areas }: WorkingsSheet, [like]: readonly SheetDocument[]): SheetDocument {
  if (like === undefined) throw new Error("a workbook has a sheet");
  const cells = areas.flatMap(({ row, column, cells: lines }) =>
    lines.flatMap((line, down) =>
      line.flatMap((content, along): readonly PlacedCell[] =>
        content === ""
          ? []
          : [
              {
                ...{ row: row + down, col: column + along, isSpilled: false, look: null },
                ...held(content),
              },
            ],
      ),
    ),
  );
  return {
    ...{ ...like, name: NAME, isProtected: false, cells, merges: [], tables: [] },
    ...{ conditionalFormats: [], validations: [], charts: [], columnWidths: [] },
    ...{ rowHeights: new Map(), frozen: { rows: 0, columns: 0 } },
  };
}
