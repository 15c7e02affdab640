import {
  CellValueType,
  ICommandService,
  InterceptorEffectEnum,
  type IStyleData,
  type Univer,
  type Worksheet,
} from "@univerjs/core";
import { getFontStyleString } from "@univerjs/preset-sheets-core";
import {
  BEFORE_CELL_EDIT,
  INTERCEPTOR_POINT,
  type ISheetLocation,
  SheetInterceptorService,
} from "@univerjs/sheets";

/** The margin that Univer leaves at the left and the right of a cell. */
const PADDING_PIXELS = 4;
const AUTO_WIDTH = "sheet.command.set-col-auto-width";
/** A number in no format may lose decimals to fit, but keeps these figures. */
const LEAST_FIGURES = 4;
/** After the number formats; Univer skips interceptors below 0. */
const LAST = 0;
const FIRST = 1_000;

/** Shows a number that is wider than its column as ####, as Excel does: cut off, it looks like another number. */
export function hashTooWideNumbers(univer: Univer): void {
  const injector = univer.__getInjector();
  const cells = injector.get(SheetInterceptorService);
  const pen = document.createElement("canvas").getContext("2d");
  if (pen === null) throw new Error("The browser gives no canvas to measure text with.");
  let isInFull = false;

  const fitting = (value: number, shown: string, style: IStyleData, pixels: number): string => {
    pen.font = getFontStyleString(style).fontString;
    const fits = (text: string): boolean => pen.measureText(text).width <= pixels;
    if (fits(shown)) return shown;
    const longest = style.n ? 0 : Math.min(15, shown.length);
    for (let figures = longest; figures >= LEAST_FIGURES; figures--) {
      const rounded = String(Number(value.toPrecision(figures)));
      if (fits(rounded)) return rounded;
    }
    return "#".repeat(Math.max(1, Math.floor(pixels / pen.measureText("#").width)));
  };

  cells.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: LAST,
    effect: InterceptorEffectEnum.Value,
    handler: (cell, { workbook, worksheet, row, col, rawData }, next) => {
      const value = rawData?.v;
      const isNumber = typeof value === "number" && rawData?.t !== CellValueType.BOOLEAN;
      if (isInFull || !isNumber || cell?.v === undefined || cell.v === null) return next(cell);
      const style = workbook.getStyles().getStyleByCell(rawData) ?? {};
      const shown = String(cell.v);
      const v = fitting(value, shown, style, widthOf(worksheet, row, col) - PADDING_PIXELS);
      return next(v === shown ? cell : { ...cell, v });
    },
  });

  // A person edits the cell's own value, and a fitted column takes the width of its numbers.
  cells.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: FIRST,
    handler: (_cell, { worksheet, row, col }: ISheetLocation, next) => {
      isInFull = true;
      try {
        return next(worksheet.getCell(row, col));
      } finally {
        isInFull = false;
      }
    },
  });
  injector.get(ICommandService).beforeCommandExecuted(({ id }) => {
    if (id !== AUTO_WIDTH) return;
    isInFull = true;
    setTimeout(() => {
      isInFull = false;
    });
  });
}

function widthOf(worksheet: Worksheet, row: number, col: number): number {
  const { startColumn, endColumn } = worksheet.getCellInfoInMergeData(row, col);
  let pixels = 0;
  for (let column = startColumn; column <= endColumn; column++) {
    pixels += worksheet.getColumnWidth(column);
  }
  return pixels;
}
