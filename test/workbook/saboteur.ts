import { HostError } from "../../src/host/host-error";

/** Makes the workbook fail: at one action of the batch that begins to write, and in every batch after it if wanted. */
export class Saboteur {
  #at: number | undefined;
  #repairFails = false;
  #batch: number | undefined;
  #start = 0;

  arm(at: number, repairFails = false): void {
    this.#at = at;
    this.#repairFails = repairFails;
    this.#batch = undefined;
  }

  disarm(): void {
    this.#at = undefined;
  }

  readonly beforeAction = (batch: number, action: number, name: string): void => {
    if (this.#at === undefined) return;
    if (this.#batch === undefined && name.includes("settings.add(")) {
      this.#batch = batch;
      this.#start = action;
    }
    if (this.#batch === undefined) return;
    const failsHere = batch === this.#batch && action === this.#start + this.#at;
    if (failsHere || (batch > this.#batch && this.#repairFails))
      throw new HostError("GeneralException", "The line is down.", 500);
  };
}
