import { type Standing, standing } from "../sensitivity/standing";
import type { DealReading } from "./deal-reading";

/** Where the commitment stands; undefined where the bands or the commitment could not be read. */
export function standingOf(reading: DealReading): Standing | undefined {
  const { bands, commitmentUsd, usageUsd, agreement } = reading;
  if (bands === undefined || commitmentUsd === undefined) return undefined;
  return standing({ bands, commitmentUsd, usageUsd, agreement });
}
