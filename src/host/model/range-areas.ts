import { ModelObject } from "./model-object";

/** Several blocks of one sheet. */
export class RangeAreas extends ModelObject<readonly { readonly address: string }[]> {
  get address(): string {
    return this.owner.map(({ address }) => address).join(",");
  }
}
