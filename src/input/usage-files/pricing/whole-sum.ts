/** Adds whole numbers up to 2^53 exactly, however many. */
export class WholeSum {
  #part = 0;
  #rest = 0n;

  add(count: number): void {
    const sum = this.#part + count;
    if (sum <= Number.MAX_SAFE_INTEGER) {
      this.#part = sum;
      return;
    }
    this.#rest += BigInt(this.#part);
    this.#part = count;
  }

  addWhole(count: bigint): void {
    this.#rest += count;
  }

  get total(): bigint {
    return this.#rest + BigInt(this.#part);
  }
}
