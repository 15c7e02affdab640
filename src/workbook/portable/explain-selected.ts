import type { Currency } from "../../core/currency";
import { blockOf, withoutSheet } from "../../input/cells/a1";
import { cell } from "../../sheets/native/excel/formula";
import {
  type AskedNumber,
  type Explanation,
  explainCell,
  explainNumber,
} from "../../sheets/portable/explanation";
import type { NotPortable } from "../../sheets/portable/not-portable";
import { readReference } from "../../sheets/portable/references";
import { layOutWorkings } from "../../sheets/portable/workings-sheet";
import { madeBy } from "../../wording/format/version";
import { freeName } from "../excel/free-name";
import type { Outcome } from "../excel/outcome";
import { runExcel } from "../excel/run";
import { writeSheet } from "../journal/write-sheet";
import type { WrittenTable } from "../journal/written-table";
import { WorkingsWriter } from "./put-workings";
import { readBook } from "./read-book";

/**
 * Explains a number; changes nothing.
 *
 * @param asked A cell by its address with its sheet, or a number that no cell holds; without either the selected cell is meant.
 */
export function explainSelected(
  asked?: string | AskedNumber,
): Promise<Outcome<Explanation | NotPortable>> {
  return runExcel(async ({ workbook }) => {
    if (typeof asked === "object") return explainNumber(await readBook(workbook), asked);
    const address = asked;
    const reference = address === undefined ? undefined : readReference(address);
    const selected =
      reference?.sheet === undefined || address === undefined
        ? workbook.getSelectedRange()
        : workbook.worksheets.getItem(reference.sheet).getRange(withoutSheet(address));
    selected.load("address");
    selected.worksheet.load("name");
    const book = await readBook(workbook);
    const { row, column } = blockOf(selected.address);
    return explainCell(book, cell(selected.worksheet.name, row + 1, column + 1));
  });
}

/** Writes all steps of an explanation on a new sheet, live; the cell keeps its function. */
export function writeExplanation(
  { address, plan }: Explanation,
  madeOn: string,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  const lines = [
    `How ${address} is worked out`,
    `${madeBy(madeOn)}. These are Excel's own formulas over the same cells: they stay live, and nobody needs the add-in to read them.`,
  ];
  return writeSheet({
    kind: "table",
    plan: () => (known) => {
      const name = "Explained";
      const sheet = layOutWorkings(plan, freeName(name, known.sheets), lines);
      const writer = new WorkingsWriter(sheet, currency);
      return {
        place: { kind: "newSheet", name },
        ...{ rows: sheet.rows, columns: sheet.columns },
        content: () => ({
          title: `How ${address} is worked out`,
          put(target) {
            writer.put(target);
            target.sheet.activate();
          },
          ...(!writer.isWhole && {
            async afterwards(target, complete) {
              await writer.putRest(target);
              complete();
              await target.sheet.context.sync();
            },
          }),
        }),
      };
    },
  });
}
