import { intersect, type Rect } from "../../../src/host/grid/address";
import { paintColorScale } from "../../../src/host/grid/color-scale";
import type { ConditionalFormatInfo, Grid } from "../../../src/host/grid/grid";
import { subtract } from "../../../src/host/grid/subtract";
import { cellAt, type MemoryBook, sheetOf } from "./book";

/** Conditional formats and data validation. */
export function memoryRules(book: MemoryBook) {
  const formatsOf = (sheetId: string) =>
    book.formats.filter((format) => format.sheetId === sheetId);
  const put = (format: ConditionalFormatInfo): void => {
    const isNew = !book.formats.some(({ id }) => id === format.id);
    book.formats = isNew
      ? [...book.formats, format]
      : book.formats.map((one) => (one.id === format.id ? format : one));
  };
  const clearConditionalFormats = (sheetId: string, rect: Rect): void => {
    book.formats = book.formats.flatMap((format) => {
      if (format.sheetId !== sheetId) return [format];
      const rects = format.rects.flatMap((own) => subtract(own, rect));
      return rects.length > 0 ? [{ ...format, rects }] : [];
    });
  };
  return {
    conditionalFormats: formatsOf,
    putConditionalFormat: put,
    deleteConditionalFormat(id: string): void {
      book.formats = book.formats.filter((format) => format.id !== id);
    },
    clearConditionalFormats,
    copyConditionalFormats(fromSheetId: string, toSheetId: string, rect: Rect): void {
      clearConditionalFormats(toSheetId, rect);
      for (const format of formatsOf(fromSheetId)) {
        const rects = format.rects.flatMap((own) => intersect(own, rect) ?? []);
        const id = `${format.id}@${toSheetId}`;
        if (rects.length === 0) continue;
        const copied = book.formats.find((one) => one.id === id)?.rects ?? [];
        put({ ...format, id, sheetId: toSheetId, rects: [...copied, ...rects] });
      }
    },
    shownFill(sheetId, row, col) {
      const sheet = sheetOf(book, sheetId);
      const colors = formatsOf(sheetId).flatMap(({ rects, rule }) => {
        if (rule.kind !== "colorScale" || rule.stops.length < 2) return [];
        const cells = rects.flatMap((rect) => placesIn(rect));
        const values = cells.map((cell) => [cellAt(sheet, cell.row, cell.col).value]);
        const at = cells.findIndex((cell) => cell.row === row && cell.col === col);
        return paintColorScale(values, rule.stops)[at]?.[0] ?? [];
      });
      return colors.at(-1) ?? null;
    },
    validation(sheetId, rect) {
      const { validations } = sheetOf(book, sheetId);
      const found = validations.find(({ rects }) => rects.some((own) => intersect(own, rect)));
      return found?.validation ?? null;
    },
    setValidation(sheetId, rect, validation) {
      const sheet = sheetOf(book, sheetId);
      const others = sheet.validations.flatMap((placed) => {
        const rects = placed.rects.flatMap((own) => subtract(own, rect));
        return rects.length > 0 ? [{ ...placed, rects }] : [];
      });
      sheet.validations = validation ? [...others, { rects: [rect], validation }] : others;
    },
    /** Copies the rules of a block to the same place of another sheet. */
    copyValidation(fromSheetId: string, toSheetId: string, rect: Rect): void {
      const copied = sheetOf(book, fromSheetId).validations.flatMap(({ rects, validation }) => {
        const shared = rects.flatMap((own) => intersect(own, rect) ?? []);
        return shared.length > 0 ? [{ rects: shared, validation }] : [];
      });
      const target = sheetOf(book, toSheetId);
      target.validations = [...target.validations, ...copied];
    },
  } satisfies Partial<Grid> & Record<string, unknown>;
}

function placesIn({ row, col, rows, cols }: Rect) {
  return Array.from({ length: rows * cols }, (_, index) => ({
    row: row + Math.floor(index / cols),
    col: col + (index % cols),
  }));
}
