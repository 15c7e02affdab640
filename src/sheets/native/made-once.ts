import type { Given } from "./given";
import type { Layout } from "./layout";

/** Where the next block of a kind goes: an agreement has a place of its own, an amount may have a row of a ledger. */
export type PlacesBlocks = (kind: "agreement" | "amount") => Layout;

/** Blocks of workings, each made once for all the formulas that ask for it. */
export class MadeOnce {
  readonly #made = new Map<string, unknown>();

  constructor(protected readonly place: PlacesBlocks) {}

  protected once<T>(key: readonly (string | Given)[], make: () => T): T {
    const id = JSON.stringify(key.map((one) => (typeof one === "object" ? one.formula : one)));
    // A key names one kind of block, so what is found under it is what its maker made.
    if (!this.#made.has(id)) this.#made.set(id, make());
    return this.#made.get(id) as T;
  }
}
