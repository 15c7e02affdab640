import { SHOWN_KEY } from "../../src/workbook/deal/deal-choice";
import type { LocalWorkbook } from "../support/local-workbook";

/** More than any test of the workbook writes. */
const AREA = { row: 0, col: 0, rows: 40, cols: 20 };

/** All that a user could miss: sheets, cells, formats, names, tables, rules and what is kept in the settings. */
export async function snapshot({ grid, host }: LocalWorkbook) {
  await grid.settle();
  return {
    sheets: grid.sheets().map(({ id, name, visibility }) => {
      return {
        name,
        visibility,
        formulas: grid.formulas(id, AREA),
        numberFormats: grid.numberFormats(id, AREA),
        widths: Array.from({ length: AREA.cols }, (_, column) => grid.columnWidth(id, column)),
        rules: grid.conditionalFormats(id).length,
        merged: grid.mergedRects(id),
        fills: fillsIn(grid, id),
      };
    }),
    names: grid
      .names()
      .map(({ name, formula }) => `${name} ${formula}`)
      .sort(),
    tables: grid
      .tables()
      .map(({ name }) => name)
      .sort(),
    settings: [...host.settings]
      // Of scenarios to show, the first that is there counts: a write may name one before it is.
      .map(([key, value]) => (key === SHOWN_KEY ? key : `${key} ${value}`))
      .sort(),
  };
}

function fillsIn(grid: LocalWorkbook["grid"], sheetId: string): readonly string[] {
  const fills: string[] = [];
  for (let row = 0; row < AREA.rows; row++)
    for (let col = 0; col < AREA.cols; col++) {
      const { fill } = grid.style(sheetId, row, col);
      if (fill) fills.push(`${row},${col} ${fill}`);
    }
  return fills;
}

/** A snapshot without the part of names and settings that is chance, to compare two workbooks. */
export function withoutChance(taken: Awaited<ReturnType<typeof snapshot>>): unknown {
  return JSON.parse(
    JSON.stringify(taken).replace(/((?:Table|Example|Forecast|backup)[_ ])[a-z0-9]{6}/g, "$1"),
  );
}
