import type { Agreement } from "../core/agreement";
import { toCents } from "../core/money";
import { combine, fail, type Result, succeed } from "../core/result";
import type { Forecast } from "../forecast/forecast";
import { readCell } from "./cells/cells";
import { readAmountUsd, readNumber } from "./cells/numbers";
import { readForecast } from "./forecast-cells";
import { readAgreement } from "./period-cells";

/** An uncertain period: what usage may be, and the agreement that prices it. */
export interface UncertainAgreement {
  readonly forecast: Forecast;
  readonly agreement: Agreement;
}

/** An uncertain period under one commitment. */
export interface UncertainPeriod extends UncertainAgreement {
  readonly commitmentUsd: number;
}

/** Reads a forecast and an agreement; the faults of all arguments are reported together. */
export function readUncertainAgreement(
  forecast: unknown,
  bands: unknown,
  terms: unknown,
): Result<UncertainAgreement> {
  return combine({ forecast: readForecast(forecast), agreement: readAgreement(bands, terms) });
}

/** Reads a forecast, a commitment and an agreement; the faults of all arguments are reported together. */
export function readUncertainPeriod(
  forecast: unknown,
  commitment: unknown,
  bands: unknown,
  terms: unknown,
): Result<UncertainPeriod> {
  return combine({
    forecast: readForecast(forecast),
    commitmentUsd: readAmountUsd(commitment, { argument: "commitment" }),
    agreement: readAgreement(bands, terms),
  });
}

/** Reads the level of a mean of worst outcomes, from 0 up to 1; omitted or blank it is `otherwise`. */
export function readLevel<T>(raw: unknown, otherwise: T): Result<number | T> {
  const cell = readCell(raw);
  if (cell.kind === "blank") return succeed(otherwise);
  const place = { argument: "level" };
  const read = readNumber(cell, place, "fraction");
  if (!read.ok || (read.value >= 0 && read.value < 1)) return read;
  return fail({ kind: "levelOutOfRange", place, given: read.value });
}

/** A commitment above 0, and what the best alternative to it costs where the user says so. */
export interface WalkAway extends UncertainPeriod {
  readonly alternativeUsd: number | undefined;
}

/** Reads the arguments of WALK_AWAY_DISCOUNT; refuses a commitment of 0, to the cent, which has no discount. */
export function readWalkAway(
  forecast: unknown,
  commitment: unknown,
  bands: unknown,
  terms: unknown,
  alternative: unknown,
): Result<WalkAway> {
  const read = combine({
    period: readUncertainPeriod(forecast, commitment, bands, terms),
    alternativeUsd:
      readCell(alternative).kind === "blank"
        ? succeed(undefined)
        : readAmountUsd(alternative, { argument: "best alternative" }),
  });
  if (!read.ok) return read;
  const { period, alternativeUsd } = read.value;
  if (toCents(period.commitmentUsd) > 0) return succeed({ ...period, alternativeUsd });
  return fail({
    kind: "numberOutOfRange",
    place: { argument: "commitment" },
    given: period.commitmentUsd,
    expected: "an amount above 0: without a commitment there is no discount to ask for",
  });
}
