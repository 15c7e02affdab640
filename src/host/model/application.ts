import { ModelObject } from "./model-object";

/** The program around the workbook. */
export class Application extends ModelObject<string> {
  get calculationMode(): string {
    return this.host.calculationMode;
  }
}
