import { formatAddress, quoteSheet, type Rect } from "../grid/address";
import type { LocalHost } from "./local-host";
import { ModelObject } from "./model-object";

/** Several blocks of one sheet. */
export class RangeAreas extends ModelObject<string> {
  constructor(
    host: LocalHost,
    sheetId: string,
    private readonly rects: readonly Rect[],
  ) {
    super(host, sheetId);
  }

  get address(): string {
    const sheet = quoteSheet(this.host.sheet(this.owner).name);
    return this.rects.map((rect) => `${sheet}!${formatAddress(rect)}`).join(",");
  }
}
