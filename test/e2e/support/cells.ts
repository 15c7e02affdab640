import type { Page } from "playwright-core";
import { expect } from "vitest";
import type {} from "../../../src/host/page/local-workbook";

/** What a cell of the active sheet holds and shows. */
export interface ReadCell {
  readonly value: unknown;
  readonly text: string;
  readonly formula: unknown;
  /** What a function said about the error in it; null when there is none. */
  readonly message: string | null;
}

/** How far across a cell it is clicked: two clicks on one spot within half a second would be a double click, which starts editing. */
const SPOTS = [0.3, 0.7] as const;
let clicks = 0;

/** Clicks on a cell of the active sheet, scrolled into sight when it is not. */
export async function selectCell(page: Page, address: string): Promise<void> {
  const place = placeOf(address);
  clicks += 1;
  const across = SPOTS[clicks % 2] ?? SPOTS[0];
  const spot = await page.evaluate(
    ({ row, col, across }) => {
      const workbook = window.localWorkbook;
      const find = () => {
        const box = workbook?.cellBox(row, col);
        if (box === undefined) throw new Error("there is no sheet");
        return { x: box.left + box.width * across, y: box.top + box.height / 2 };
      };
      const isOnSheet = ({ x, y }: { x: number; y: number }) =>
        document.elementFromPoint(x, y)?.id.startsWith("univer-sheet-main-canvas") ?? false;
      const before = find();
      if (isOnSheet(before)) return before;
      workbook?.scrollTo(row, col);
      return find();
    },
    { ...place, across },
  );
  await page.mouse.click(spot.x, spot.y);
  await page.waitForFunction(({ row, col }) => {
    const rect = window.localWorkbook?.grid.selection().rect;
    return rect?.row === row && rect.col === col;
  }, place);
}

/** Selects the cells from one corner to the other, as somebody does who holds Shift. */
export async function selectBlock(page: Page, from: string, to: string): Promise<void> {
  await selectCell(page, from);
  const [first, last] = [placeOf(from), placeOf(to)];
  await page.keyboard.down("Shift");
  for (let col = first.col; col < last.col; col++) await page.keyboard.press("ArrowRight");
  for (let row = first.row; row < last.row; row++) await page.keyboard.press("ArrowDown");
  await page.keyboard.up("Shift");
}

/** Clicks on the tab of a sheet. */
export async function openSheet(page: Page, name: string): Promise<void> {
  await page.getByText(name, { exact: true }).last().click();
  await page.waitForFunction((wanted) => {
    const grid = window.localWorkbook?.grid;
    return grid?.sheets().find(({ id }) => id === grid.activeSheetId())?.name === wanted;
  }, name);
}

/** How often a person types a text anew that did not arrive whole, and after how long. */
const TRIES = 3;
const ARRIVES_WITHIN_MS = 8_000;

/**
 * Types into a cell as a person does, and waits until everything is calculated. The first key opens the grid's editor; the rest
 * arrives at once, because the grid draws its suggestions for each key of a formula.
 *
 * On a busy machine the grid's editor may open after the first key and miss it; a person looks, and types again.
 */
export async function typeIntoCell(page: Page, address: string, text: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    await selectCell(page, address);
    const before = (await readCell(page, address)).formula;
    await page.keyboard.type(text.slice(0, 1));
    await page.keyboard.insertText(text.slice(1));
    await page.keyboard.press("Enter");
    if (await arrived(page, address, text, before)) break;
    if (tried === TRIES) throw new Error(`${address} does not take ${text}`);
    await page.keyboard.press("Escape");
  }
  await settled(page);
}

/** Waits until a cell takes what was typed, and says whether that arrived whole; a number may be shown in another way. */
async function arrived(
  page: Page,
  address: string,
  text: string,
  before: unknown,
): Promise<boolean> {
  if (!text.startsWith("=")) return true;
  const answer = await page
    .waitForFunction(
      ({ row, col, typed, former }) => {
        const grid = window.localWorkbook?.grid;
        const rect = { row, col, rows: 1, cols: 1 };
        const [[formula] = []] = grid?.formulas(grid.activeSheetId(), rect) ?? [];
        if (formula === typed) return "whole";
        return formula !== former && "in part";
      },
      { ...placeOf(address), typed: text, former: before },
      { timeout: ARRIVES_WITHIN_MS },
    )
    .catch(() => undefined);
  return (await answer?.jsonValue()) === "whole";
}

/** Picks a word in a cell that offers a list: in this grid the list takes what is typed as a search. */
export async function pickInCell(page: Page, address: string, word: string): Promise<void> {
  await selectCell(page, address);
  await page.keyboard.type(word);
  await page.getByText(word, { exact: true }).last().click();
  await page.waitForFunction(
    ({ row, col, wanted }) => {
      const grid = window.localWorkbook?.grid;
      const [[value] = []] =
        grid?.values(grid.activeSheetId(), { row, col, rows: 1, cols: 1 }) ?? [];
      return value === wanted;
    },
    { ...placeOf(address), wanted: word },
  );
  await settled(page);
}

interface Settling extends Window {
  settling?: string;
}

/** Waits until everything written so far is calculated and nothing runs any more. */
export async function settled(page: Page): Promise<void> {
  // The page keeps the promise: Chromium may collect one that a script waits for.
  await page.evaluate(() => {
    const kept: Settling = window;
    kept.settling = "waiting";
    void window.localWorkbook?.grid.settle().then(
      () => {
        kept.settling = "done";
      },
      (error: unknown) => {
        kept.settling = `failed: ${error}`;
      },
    );
  });
  const outcome = await page.waitForFunction(() => {
    const { settling }: Settling = window;
    return settling === "waiting" ? "" : settling;
  });
  expect(await outcome.jsonValue()).toBe("done");
  await page.waitForFunction(() => window.localWorkbook?.status.state === "Ready");
}

export function readCell(page: Page, address: string): Promise<ReadCell> {
  return page.evaluate(({ row, col }) => {
    const grid = window.localWorkbook?.grid;
    if (grid === undefined) throw new Error("the local workbook is not open");
    const sheetId = grid.activeSheetId();
    const rect = { row, col, rows: 1, cols: 1 };
    return {
      value: grid.values(sheetId, rect)[0]?.[0],
      text: grid.text(sheetId, rect)[0]?.[0] ?? "",
      formula: grid.formulas(sheetId, rect)[0]?.[0],
      message: grid.cellMessage(sheetId, row, col),
    };
  }, placeOf(address));
}

/** The cell of column B beside the first label of column A that says so. */
export async function readBeside(page: Page, label: string): Promise<ReadCell> {
  return readCell(page, await addressBeside(page, label));
}

/** Address of the cell of column B beside the first label of column A that says so. */
export async function addressBeside(page: Page, label: string): Promise<string> {
  const row = await page.evaluate((wanted) => {
    const grid = window.localWorkbook?.grid;
    const used = grid?.usedRect(grid.activeSheetId(), false);
    if (!grid || !used) return 0;
    const labels = grid.values(grid.activeSheetId(), { ...used, col: 0, cols: 1 });
    const at = labels.findIndex(([cell]) => cell === wanted);
    return at < 0 ? 0 : used.row + at + 1;
  }, label);
  if (row === 0) throw new Error(`no cell of column A holds ${label}`);
  return `B${row}`;
}

/** What the cells from one corner to the other show. */
export function readTexts(
  page: Page,
  from: string,
  to: string,
): Promise<readonly (readonly string[])[]> {
  const [first, last] = [placeOf(from), placeOf(to)];
  const rect = { ...first, rows: last.row - first.row + 1, cols: last.col - first.col + 1 };
  return page.evaluate((wanted) => {
    const grid = window.localWorkbook?.grid;
    return grid?.text(grid.activeSheetId(), wanted) ?? [];
  }, rect);
}

/** Names of all sheets, hidden ones among them. */
export async function sheetNames(page: Page): Promise<readonly string[]> {
  const names = await page.evaluate(() =>
    window.localWorkbook?.grid.sheets().map(({ name }) => name),
  );
  return names ?? [];
}

/** Puts what stands in a program's rows into cells from an address on, as if pasted. */
export async function fillCells(
  page: Page,
  address: string,
  rows: readonly (readonly (string | number | boolean | null)[])[],
): Promise<void> {
  await page.evaluate(
    ({ row, col, cells }) => {
      const grid = window.localWorkbook?.grid;
      const width = Math.max(...cells.map((line) => line.length));
      grid?.write(grid.activeSheetId(), { row, col, rows: cells.length, cols: width }, cells);
    },
    { ...placeOf(address), cells: rows },
  );
  await settled(page);
}

/** The row and the column, counted from 0, of an address such as B4. */
function placeOf(address: string): { readonly row: number; readonly col: number } {
  const [, letters, digits] = /^([A-Z]+)([1-9]\d*)$/.exec(address) ?? [];
  if (letters === undefined) throw new Error(`${address} is no address of one cell`);
  const col = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, col };
}
