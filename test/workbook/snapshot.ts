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
    settings: [...host.settings.keys()].sort(),
  };
}
