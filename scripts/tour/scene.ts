import type { OpenedWorkbook } from "../../test/e2e/support/local-workbook";

/** A state of the product: what a person does to reach it, and the cells that show it. */
export interface Scene {
  /** Name of the picture. */
  readonly name: string;
  readonly title: string;
  /** @returns Addresses of the cells of the active sheet that the transcript shows. */
  play(workbook: OpenedWorkbook): Promise<readonly string[]>;
  /** What to do after the picture, so that the next scene begins from a settled state. */
  leave?(workbook: OpenedWorkbook): Promise<void>;
}

/** Scenes played one after another in one workbook. */
export interface Story {
  readonly title: string;
  readonly scenes: readonly Scene[];
}
