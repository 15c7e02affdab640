import type { Agreement } from "../core/agreement";
import type { Forecast } from "../forecast/forecast";

/** A scenario as it is compared. */

export interface ComparedScenario {
  readonly name: string;
  readonly forecast: Forecast;
  readonly agreement: Agreement;
  readonly commitmentUsd: number;
}
