import { CELL_INVERTED_INDEX_CACHE, FORMULA_REF_TO_ARRAY_CACHE } from "@univerjs/engine-formula";

/** Formulas that are kept: more than workings have. */
const MOST_FORMULAS = 100_000;

/** What the caches of Univer's engine share; most of them cannot be reached themselves. */
interface FormulaCache {
  readonly _cache: { limit: number };
  _hash(text: string): string;
  set(text: string, value: unknown): void;
}

/**
 * Lets Univer keep every formula that it has read.
 *
 * It keeps 5,000, and reads those of a larger workbook again for each step of each calculation. Formulas and texts of more than 64
 * letters it keeps under a hash of 32 bits: where two have the same, the second is calculated, or shown, as the first.
 */
export function keepFormulasRead(): void {
  const caches: FormulaCache = Object.getPrototypeOf(FORMULA_REF_TO_ARRAY_CACHE);
  const { set } = caches;
  caches._hash = (text) => text;
  caches.set = function (text, value) {
    this._cache.limit = Math.max(this._cache.limit, MOST_FORMULAS);
    set.call(this, text, value);
  };
}

/** Rows of a block from which on Univer's index of its column saves time. */
const LARGE_BLOCK = 500;
const NO_ROWS = { rowsInCache: [], rowsNotInCache: [] };

/**
 * Compares the cells of a small block with a value one by one.
 *
 * Univer looks into an index of what their whole column holds, and compares all of that: on a sheet of workings, some thousand
 * numbers for four bands.
 */
export function compareSmallBlocksAlone(): void {
  const index = CELL_INVERTED_INDEX_CACHE;
  const canUseCache = index.canUseCache.bind(index);
  index.canUseCache = (unitId, sheetId, column, first, last) =>
    last - first < LARGE_BLOCK ? NO_ROWS : canUseCache(unitId, sheetId, column, first, last);
}
