import { type ICellData, InterceptorEffectEnum, type Nullable } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import "@univerjs/sheets-conditional-formatting/facade";
import { formatAddress, intersect, type Rect } from "../grid/address";
import { paintColorScale } from "../grid/color-scale";
import type { ConditionalFormatInfo, ConditionalRule } from "../grid/grid";
import { subtract } from "../grid/subtract";
import type { Operator } from "../grid/validation";
import type { UniverCells } from "./cells";
import { toUniverRange, type UniverContext } from "./context";

/** Comparisons as formulas write them. */
const COMPARISONS: Readonly<Record<Operator, (cell: string, a: string, b: string) => string>> = {
  equal: (cell, a) => `${cell}=${a}`,
  notEqual: (cell, a) => `${cell}<>${a}`,
  greaterThan: (cell, a) => `${cell}>${a}`,
  greaterThanOrEqual: (cell, a) => `${cell}>=${a}`,
  lessThan: (cell, a) => `${cell}<${a}`,
  lessThanOrEqual: (cell, a) => `${cell}<=${a}`,
  between: (cell, a, b) => `AND(${cell}>=${a},${cell}<=${b})`,
  notBetween: (cell, a, b) => `OR(${cell}<${a},${cell}>${b})`,
};

/**
 * Conditional formats: highlights are Univer's; colour scales are painted here,
 * because Univer's do not see spilled cells.
 */
export class UniverConditionalFormats {
  readonly #formats = new Map<string, ConditionalFormatInfo>();
  readonly #engineIds = new Map<string, string>();
  /** Highlights whose cells are still to be calculated. */
  readonly #waiting = new Set<string>();
  /** Colours that colour scales give cells, by `cellKey`. */
  readonly #painted = new Map<string, string>();

  constructor(
    private readonly context: UniverContext,
    private readonly cells: UniverCells,
  ) {
    context.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: 50,
      effect: InterceptorEffectEnum.Style,
      handler: (cell, { workbook, subUnitId, row, col }, next) => {
        const color = this.shownFill(subUnitId, row, col);
        if (color === null) return next(cell);
        const own = workbook.getStyles().getStyleByCell(cell as Nullable<ICellData>);
        return next({ ...cell, s: { ...own, bg: { rgb: color } } });
      },
    });
  }

  conditionalFormats(sheetId: string): readonly ConditionalFormatInfo[] {
    return [...this.#formats.values()].filter((format) => format.sheetId === sheetId);
  }

  /** Whether a rule of Univer's is one that was put here. */
  hasMade(engineId: string): boolean {
    return [...this.#engineIds.values()].includes(engineId);
  }

  putConditionalFormat(format: ConditionalFormatInfo): void {
    this.#hide(format.id);
    this.#formats.set(format.id, format);
    // Univer asks a new rule of cells while they are calculated, and keeps an answer that later cells make wrong.
    if (this.context.dirty) this.#waiting.add(format.id);
    else this.#show(format);
    this.repaint();
  }

  deleteConditionalFormat(id: string): void {
    this.#hide(id);
    this.#formats.delete(id);
    this.repaint();
  }

  /** Shows the highlights that waited for their cells. */
  showWaiting(): void {
    for (const id of this.#waiting) {
      this.#waiting.delete(id);
      const format = this.#formats.get(id);
      if (format) this.#show(format);
    }
  }

  /** Takes a block out of every conditional format, and removes a format without cells. */
  clearConditionalFormats(sheetId: string, rect: Rect): void {
    for (const format of this.conditionalFormats(sheetId)) {
      if (!format.rects.some((own) => intersect(own, rect))) continue;
      const rects = format.rects.flatMap((own) => subtract(own, rect));
      if (rects.length > 0) this.putConditionalFormat({ ...format, rects });
      else this.deleteConditionalFormat(format.id);
    }
  }

  /** Copies the formats of a block to another sheet, each to what is copied of it already; its rest stays behind. */
  copyConditionalFormats(fromSheetId: string, toSheetId: string, rect: Rect): void {
    this.clearConditionalFormats(toSheetId, rect);
    for (const format of this.conditionalFormats(fromSheetId)) {
      const rects = format.rects.flatMap((own) => intersect(own, rect) ?? []);
      const id = `${format.id}@${toSheetId}`;
      if (rects.length === 0) continue;
      const copied = this.#formats.get(id)?.rects ?? [];
      this.putConditionalFormat({
        ...format,
        id,
        sheetId: toSheetId,
        rects: [...copied, ...rects],
      });
    }
  }

  /** Colour that a colour scale gives a cell now; null when none does. */
  shownFill(sheetId: string, row: number, col: number): string | null {
    return this.#painted.get(cellKey(sheetId, row, col)) ?? null;
  }

  repaint(): void {
    this.#painted.clear();
    for (const { sheetId, rects, rule } of this.#formats.values()) {
      if (rule.kind !== "colorScale" || rule.stops.length < 2) continue;
      const blocks = rects.map((rect) => this.cells.values(sheetId, rect));
      const colors = paintColorScale(blocks.flat(), rule.stops);
      const corners = rects.flatMap(({ row, col, rows }) =>
        Array.from({ length: rows }, (_, offset) => ({ row: row + offset, col })),
      );
      corners.forEach(({ row, col }, line) => {
        colors[line]?.forEach((color, offset) => {
          if (color !== null) this.#painted.set(cellKey(sheetId, row, col + offset), color);
        });
      });
    }
  }

  #show(format: ConditionalFormatInfo): void {
    const formula = ruleFormula(format.rule, format.rects[0]);
    if (formula === null || format.rule.kind === "colorScale") return;
    const { look } = format.rule;
    const sheet = this.context.sheet(format.sheetId);
    const builder = sheet.newConditionalFormattingRule().whenFormulaSatisfied(formula);
    if (look.fill) builder.setBackground(look.fill);
    if (look.color) builder.setFontColor(look.color);
    if (look.bold) builder.setBold(true);
    const rule = builder.setRanges(format.rects.map(toUniverRange)).build();
    this.context.decorate(() => sheet.addConditionalFormattingRule(rule));
    this.#engineIds.set(format.id, rule.cfId);
  }

  #hide(id: string): void {
    this.#waiting.delete(id);
    const engineId = this.#engineIds.get(id);
    const sheetId = this.#formats.get(id)?.sheetId;
    if (engineId === undefined || sheetId === undefined) return;
    this.#engineIds.delete(id);
    this.context.decorate(() =>
      this.context.sheet(sheetId).deleteConditionalFormattingRule(engineId),
    );
  }
}

function cellKey(sheetId: string, row: number, col: number): string {
  return `${sheetId}:${row}:${col}`;
}

/** The formula that decides whether a cell is highlighted; null while the rule is incomplete. */
function ruleFormula(rule: ConditionalRule, rect: Rect | undefined): string | null {
  if (rule.kind === "colorScale" || rect === undefined) return null;
  if (rule.kind === "custom") return rule.formula === "" ? null : rule.formula;
  if (rule.formula1 === "") return null;
  const compare = COMPARISONS[rule.operator];
  const operand = (formula: string): string => `(${formula.replace(/^=/, "")})`;
  const cell = formatAddress({ ...rect, rows: 1, cols: 1 });
  return `=${compare(cell, operand(rule.formula1), operand(rule.formula2 ?? "0"))}`;
}
