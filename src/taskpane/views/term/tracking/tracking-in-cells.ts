import type { TermTracking } from "../../../../analysis/tracking/track-term";
import type { WhatNow } from "../../../../analysis/tracking/what-now";
import { bandAt } from "../../../../core/bands";
import { monthsLater } from "../../../../core/calendar";
import { policiesOf } from "../../../../deal/term-of-deal";
import { arrayOf, commit, type Formula, type Operand } from "../../../../sheets/formulas/call";
import { printFormula } from "../../../../sheets/formulas/print";
import type { TermReading } from "../term-reading";

/** The formula of BURNDOWN that gives the paces of the view. */
export function burndownInCells(
  { reading, form }: Pick<TermReading, "reading" | "form">,
  tracking: TermTracking,
): string {
  const { basis, usagesUsd, drawnUsd, toUseUsd, months, test } = tracking;
  const { bands, references } = reading;
  const start = form.policies["Start date"];
  const isNet = basis === "net";
  const rate = isNet && bands ? 1 - bandAt((toUseUsd * 12) / months, bands).discountFraction : 1;
  const isPlain = usagesUsd.every(
    (usd, month) => Math.abs((drawnUsd[month] ?? 0) - rate * usd) <= 1e-12 * toUseUsd,
  );
  // Where the price of a month is another, the months are given as what they draw: a list dollar of the list basis.
  const isOfTerms = isPlain && test.from === 0 && policiesOf(reading)["Start date"] === start;
  const written: (readonly (string | number)[])[] = [
    ["Basis", isPlain ? basis : "list"],
    ...(start === null ? [] : [["Start date", monthsLater(start, test.from)]]),
  ];
  const given = isPlain ? usagesUsd : drawnUsd;
  return printFormula(
    commit(
      "BURNDOWN",
      columnOf(given),
      committed({ reading, form }, tracking, toUseUsd),
      isPlain ? references.bands : arrayOf([[0, 0]]),
      isOfTerms ? references.terms : arrayOf(written),
      months,
      ...(given.at(-1) === 0 ? [given.length] : []),
    ),
  );
}

/** The formula of EARLY_RENEWAL that gives the options of the view. */
export function earlyRenewalInCells(
  term: Pick<TermReading, "reading" | "form">,
  tracking: TermTracking,
  { asked }: WhatNow,
): string {
  const { references } = term.reading;
  const { monthlyUsd, usedUsd, elapsedMonths, commitmentUsd, targetUsd, topUpUsd } = asked;
  return printFormula(
    commit(
      "EARLY_RENEWAL",
      ...[monthlyUsd, usedUsd, elapsedMonths, committed(term, tracking, commitmentUsd)],
      ...[targetUsd, references.bands, references.terms],
      ...(topUpUsd > 0 ? [topUpUsd] : []),
    ),
  );
}

/** The cell of the deal where that is the commitment of the test, else the amount. */
function committed(
  { reading, form }: Pick<TermReading, "reading" | "form">,
  { months, test }: TermTracking,
  usd: number,
): Operand {
  const isSet = form.settings.ok && form.settings.value.commitmentsUsd !== undefined;
  const isOfDeal = !isSet && !form.ofSchedule.has("Commitments") && months === 12;
  const { commitment } = reading.references;
  return isOfDeal && test.from % 12 === 0 && reading.commitmentUsd === usd && commitment
    ? commitment
    : usd;
}

function columnOf(values: readonly number[]): Formula | number {
  const [only = 0, ...others] = values;
  return others.length === 0 ? only : arrayOf(values.map((value) => [value]));
}
