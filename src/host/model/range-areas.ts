import { formatAddress, quoteSheet, type Rect } from "../address";
import type { LocalHost } from "./local-host";
import { ModelObject } from "./model-object";

/** Several blocks of one sheet. */
export class RangeAreas extends ModelObject {
  readonly #sheetId: string;
  readonly #rects: readonly Rect[];

  constructor(host: LocalHost, sheetId: string, rects: readonly Rect[]) {
    super(host);
    this.#sheetId = sheetId;
    this.#rects = rects;
  }

  get areaCount(): number {
    return this.#rects.length;
  }

  get address(): string {
    const sheet = quoteSheet(this.host.sheet(this.#sheetId).name);
    return this.#rects.map((rect) => `${sheet}!${formatAddress(rect)}`).join(",");
  }
}
