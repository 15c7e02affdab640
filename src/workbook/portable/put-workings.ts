import type { Currency } from "../../core/currency";
import type { WorkingsArea, WorkingsSheet } from "../../sheets/portable/workings-sheet";
import { workingsSlices } from "../../sheets/portable/workings-slices";
import { setNumberFormat, setNumberFormats } from "../excel/number-format";
import { columnsAddress, setUpPage } from "../excel/set-up-page";
import type { Target } from "../journal/write-sheet";

/** Widths in points: words, and amounts. */
const LABEL_WIDTH = 240;
const COLUMN_WIDTH = 96;

/** Writes a sheet of workings in parts of which each goes to Excel at once, at most so many bytes each. */
export class WorkingsWriter {
  readonly #slices: readonly (readonly WorkingsArea[])[];

  constructor(
    private readonly workings: WorkingsSheet,
    private readonly currency: Currency,
    mostBytes?: number,
  ) {
    this.#slices = workingsSlices(workings.areas, mostBytes);
  }

  /** Whether the first part is all. */
  get isWhole(): boolean {
    return this.#slices.length === 1;
  }

  /** Queues the first part with the looks of the whole. */
  put({ sheet }: Pick<Target, "sheet">): void {
    const { titles, columns } = this.workings;
    sheet.getRangeByIndexes(0, 0, 1, columns).format.columnWidth = COLUMN_WIDTH;
    sheet.getRangeByIndexes(0, 0, 1, 1).format.columnWidth = LABEL_WIDTH;
    this.#putAreas(sheet, this.#slices[0] ?? []);
    for (const row of titles) sheet.getRangeByIndexes(row, 0, 1, columns).format.font.bold = true;
    sheet.getRange("A1").style = Excel.BuiltInStyle.heading1;
    sheet.getRange("A2:A3").style = Excel.BuiltInStyle.explanatoryText;
    const widths = Array.from({ length: columns }, (_, at) =>
      at === 0 ? LABEL_WIDTH : COLUMN_WIDTH,
    );
    // Words of a formula that go on beyond the last column would make the page wider.
    const areas = [columnsAddress(0, columns)];
    setUpPage(sheet, 1, { areas, columns: { widths, repeated: 1 } });
  }

  /** Writes the other parts, a round trip each. */
  async putRest({ sheet }: Pick<Target, "sheet">): Promise<void> {
    for (const slice of this.#slices.slice(1)) {
      this.#putAreas(sheet, slice);
      await sheet.context.sync();
    }
  }

  #putAreas(sheet: Excel.Worksheet, areas: readonly WorkingsArea[]): void {
    for (const { row, column, cells, formats } of areas) {
      const [first = []] = cells;
      const block = sheet.getRangeByIndexes(row, column, cells.length, first.length);
      block.formulas = cells.map((line) => [...line]);
      if (formats.of === "cells") setNumberFormats(block, formats.each, this.currency);
      else
        for (const [along, format] of formats.each.entries())
          if (format !== "General") setNumberFormat(block.getColumn(along), format, this.currency);
    }
  }
}
