import type { Agreement } from "../core/agreement";
import type { Forecast } from "../forecast/forecast";

/** What a comparison needs of a scenario. */
export interface ComparedScenario {
  readonly name: string;
  readonly forecast: Forecast;
  readonly agreement: Agreement;
  readonly commitmentUsd: number;
}
