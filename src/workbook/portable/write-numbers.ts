import type { Currency } from "../../core/currency";
import type { NativeCell } from "../../sheets/native/excel/formula";
import { cellsWithOurs } from "../../sheets/portable/cells-with-ours";
import {
  formerTexts,
  NUMBERS_HEADINGS,
  numbersRows,
  TEXT_FORMAT,
} from "../../sheets/portable/numbers-sheet";
import { blocksAround, type PortableRecord } from "../../sheets/portable/portable-record";
import { Book, type SheetRead } from "../../sheets/portable/read-book";
import { addressOf, readableCell } from "../../sheets/portable/references";
import type { TextInput } from "../../sheets/portable/text-inputs";
import { TEXT, USD, WRITTEN_PERCENT } from "../../wording/format/number-formats";
import { madeBy } from "../../wording/format/version";
import { setNumberFormat } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { FaultError } from "../excel/run";
import { CellsToWrite, writeScattered } from "../excel/scattered-cells";
import { type SheetContent, writeSheet } from "../journal/write-sheet";
import { keepFormulas, replacedNameOf, undoOfReplacing } from "./kept-formulas";
import { askSame, type PortableLook } from "./look-portable";
import { LIST_HEAD_ROWS, putList } from "./put-list";
import { askSheets } from "./read-book";
import { differs } from "./same-value";

/** Texts that became numbers. */
export interface WrittenNumbers {
  readonly id: string;
  /** The sheet that says what each was. */
  readonly sheet: string;
  readonly cells: number;
}

/** A cell of ours that would show another number: nothing was changed. */
export interface AnswerChanges {
  readonly changes: string;
}

const TITLE = "Texts written as numbers";
/** Widths in points of the columns: sheet, cell, text, number. */
const WIDTHS = [110, 60, 140, 140];

/**
 * Writes the inputs that hold numbers as text as numbers, and a sheet beside them that says what each was; restoreOurs() puts the
 * texts back. Where a number of ours would change by it, or Excel fails on the way, the workbook stays as it was.
 */
export async function writeNumbers(
  look: PortableLook,
  writtenOn: string,
  currency: Currency,
): Promise<Outcome<WrittenNumbers | AnswerChanges>> {
  const { texts: inputs } = look;
  let changes: string | undefined;
  const refuse = (cell: NativeCell): never => {
    changes = readableCell(cell);
    throw new FaultError({ kind: "cancelled" });
  };
  const written = await writeSheet({
    kind: "numbers",
    plan(workbook) {
      const isSame = askSame(workbook, look);
      const formats = inputs.map(({ place }) => {
        const cell = cellAt(workbook, place);
        cell.load("numberFormat");
        return () => String(cell.numberFormat[0]?.[0] ?? "");
      });
      return () => {
        const before = isSame();
        const had = formats.map((format) => format());
        return {
          place: { kind: "newSheet", name: "Numbers" },
          ...{ rows: inputs.length + LIST_HEAD_ROWS, columns: NUMBERS_HEADINGS.length },
          content: (id: string) =>
            contentFor(id, { inputs, formats: had, look, before, writtenOn, refuse }, currency),
        };
      };
    },
  });
  if (!written.ok)
    return written.fault.kind === "cancelled" && changes !== undefined
      ? { ok: true, value: { changes } }
      : written;
  const { id, sheet } = written.value;
  return { ok: true, value: { id, sheet, cells: inputs.length } };
}

interface Writing {
  readonly inputs: readonly TextInput[];
  /** The number format of each input. */
  readonly formats: readonly string[];
  readonly look: PortableLook;
  readonly before: readonly SheetRead[];
  readonly writtenOn: string;
  /** Gives the write up, since a cell of ours would show another number. */
  refuse(cell: NativeCell): never;
}

function contentFor(
  id: string,
  { inputs, formats, look, before, writtenOn, refuse }: Writing,
  currency: Currency,
): SheetContent {
  const sheets = look.book.sheets.map(({ name }) => name);
  const cells = formerTexts(inputs, formats);
  const record: PortableRecord = {
    cells,
    blocks: blocksAround(cells, sheets, (index) => replacedNameOf(id, index)),
  };
  return {
    ...{ title: TITLE, cells: inputs.length, ...undoOfReplacing(id, record) },
    put({ workbook, sheet }) {
      keepFormulas(workbook, id, record);
      putList(sheet, {
        title: TITLE,
        note: `${madeBy(writtenOn)}, since Excel's own formulas take such text for words. Restore, in the pane under Sheets, puts the texts back.`,
        ...{ headings: NUMBERS_HEADINGS, rows: numbersRows(inputs), widths: WIDTHS },
      });
    },
    async afterwards({ workbook }, complete) {
      // In a cell that is formatted as text a number would be text again.
      for (const [index, { place, text }] of inputs.entries())
        if (["General", TEXT_FORMAT].includes(formats[index] ?? ""))
          setNumberFormat(cellAt(workbook, place), formatOf(text), currency);
      for (const name of sheets) {
        const written = new CellsToWrite();
        for (const { place, value } of inputs)
          if (place.sheet === name) written.put(place.row - 1, place.column - 1, value);
        if (written.cells.size > 0)
          writeScattered(workbook.worksheets.getItem(name), written.cells);
      }
      const now = askSheets(workbook, sheets);
      await workbook.context.sync();
      const changed = changedCell(look, before, now());
      if (changed) refuse(changed);
      complete();
      await workbook.context.sync();
    },
  };
}

/** How a number looks in the place of its text. */
function formatOf(text: string): string {
  if (text.includes("%")) return WRITTEN_PERCENT;
  return /[a-z$]/i.test(text) ? USD : TEXT;
}

function cellAt({ worksheets }: Excel.Workbook, place: NativeCell): Excel.Range {
  return worksheets.getItem(place.sheet).getRange(addressOf(place));
}

/** The first cell with a function of ours that shows another value than before. */
function changedCell(
  { book }: PortableLook,
  before: readonly SheetRead[],
  now: readonly SheetRead[],
): NativeCell | undefined {
  const [was, is] = [before, now].map((sheets) => new Book({ ...book, sheets }));
  if (was === undefined || is === undefined) return undefined;
  const { found } = cellsWithOurs(was, { kind: "workbook" });
  return found
    .map(({ place }) => place)
    .find((place) => differs(was.valueAt(place), is.valueAt(place)));
}
