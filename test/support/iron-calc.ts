import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import start, { Model } from "@ironcalc/wasm";
import type { GivenCell, ShownCell } from "./formula-workbook";

/** The sheet of what is read. */
const READ = "Read";

const WASM = createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm");

/** A workbook in IronCalc, a spreadsheet engine of its own, which calculates in this process. */
export class IronCalcWorkbook {
  readonly #sheets = new Map<string, number>();
  readonly #read = new Map<string, number>();

  private constructor(private readonly model: Model) {}

  static async open(cells: readonly GivenCell[]): Promise<IronCalcWorkbook> {
    await start({ module_or_path: readFileSync(WASM) });
    const workbook = new IronCalcWorkbook(new Model("workings", "en", "UTC", "en"));
    workbook.model.pauseEvaluation();
    // A sheet that came later would have every formula parsed again.
    for (const sheet of [...cells.map((one) => one.sheet), READ]) workbook.#sheet(sheet);
    for (const one of cells) workbook.put(one);
    return workbook;
  }

  put({ sheet, row, column, content }: GivenCell): void {
    const typed =
      content.kind === "formula" ? content.formula : String(content.value).toUpperCase();
    const words = content.kind === "value" && typeof content.value === "string";
    this.model.setUserInput(this.#sheet(sheet), row, column, words ? String(content.value) : typed);
  }

  insertRows(sheet: string, beforeRow: number, rows: number): void {
    this.model.insertRows(this.#sheet(sheet), beforeRow, rows);
  }

  /** Cells to read: IronCalc hands out values as cells show them, so a formula on a sheet of its own writes all their digits. */
  watch(places: readonly string[]): void {
    const sheet = this.#sheet(READ);
    for (const place of places) {
      if (this.#read.has(place)) continue;
      const row = this.#read.size + 1;
      this.#read.set(place, row);
      this.model.setUserInput(sheet, row, 1, `=IF(ISNUMBER(${place}),"n","t")&${place}`);
    }
  }

  calculate(): void {
    this.model.resumeEvaluation();
    this.model.evaluate();
    this.model.pauseEvaluation();
  }

  shownAt(place: string): ShownCell {
    const row = this.#read.get(place);
    if (row === undefined) throw new Error(`${place} is not watched`);
    const shown = this.model.getFormattedCellValue(this.#sheet(READ), row, 1);
    if (shown.startsWith("#")) return shown;
    return shown.startsWith("n") ? Number(shown.slice(1)) : shown.slice(1);
  }

  close(): void {
    this.model.free();
  }

  #sheet(name: string): number {
    const known = this.#sheets.get(name);
    if (known !== undefined) return known;
    const index = this.#sheets.size;
    if (index > 0) this.model.newSheet();
    this.model.renameSheet(index, name);
    this.#sheets.set(name, index);
    return index;
  }
}
