import type { Currency } from "../../../core/currency";
import { describeCauses } from "../../../core/faults/describe-causes";
import type { Place } from "../../../core/faults/place";
import { fail, type Result, succeed } from "../../../core/result";
import { dayInWords, readRoundDay, roundWords } from "../../../deal/offer-round";
import type { ParsedDeal } from "../../../deal/parse-deal";
import type { ScenarioToWrite } from "../../../deal/scenario-to-write";
import { readableReference } from "../../../input/cells/cell-reference";
import { formatExactUsd } from "../../../wording/format/format";
import { freeName } from "../../../workbook/excel/free-name";
import type { RoundToWrite } from "../../../workbook/sheets/insert-round";
import type { PaneState } from "../../context/pane-state";
import type { Field } from "../../kit/form-fields";
import { type ParsedProposal, type ProposalForm, proposalOfForm } from "./proposal";
import type { TextReading } from "./text-reading";

/** A proposal as a further offer for the deal that is open. */
export interface ParsedRound {
  readonly proposal: ParsedProposal;
  /** When it was received, which puts it in order. */
  readonly received: Field;
  readonly obstacles: readonly string[];
  readonly round: RoundToWrite | undefined;
}

/** The deal that a further offer is for; undefined where the workbook has none whose usage is known. */
export function dealOfRounds({ workbookDeal }: Pick<PaneState, "workbookDeal">) {
  const reading = workbookDeal.kind === "read" ? workbookDeal.reading : undefined;
  return reading?.forecast ? reading : undefined;
}

/** Reads a proposal as a further offer: its usage is the deal's, and it has a date. */
export function readAsRound(
  form: ProposalForm,
  deal: ParsedDeal,
  { scenarios, currency }: Pick<PaneState, "scenarios" | "currency">,
  text: TextReading | undefined,
): ParsedRound {
  const usage = formatExactUsd(deal.forecast?.meanUsd ?? 0, currency);
  const texts = { ...form.usage.texts, usage };
  const proposal = proposalOfForm(
    { ...form, usage: { ...form.usage, kind: "certain", texts } },
    currency,
    text,
  );
  const day = readReceived(form.received);
  const { numbers } = proposal;
  const from = form.from.trim() || "Vendor";
  const names = scenarios.map(({ row }) => row.name);
  return {
    proposal,
    received: receivedField(form, day, currency),
    obstacles: [...proposal.obstacles, ...(day.ok ? [] : describeCauses(day.errors, currency))],
    round:
      numbers && day.ok
        ? { numbers, scenario: scenarioOf(deal, numbers.commitmentUsd, from, day.value, names) }
        : undefined,
  };
}

/** What is known of a further offer beside its bands and terms: its usage is read from the cells of the deal. */
function scenarioOf(
  { forecast, references, usageUsd }: ParsedDeal,
  commitmentUsd: number,
  from: string,
  day: number,
  names: readonly string[],
): Omit<ScenarioToWrite, "bands" | "terms"> {
  const round = { from, day };
  const isMean = references.forecast !== null && usageUsd === forecast?.meanUsd;
  return {
    name: freeName(roundWords(round), names),
    ...{ commitmentUsd, round, notes: "" },
    usageUsd: isMean ? null : (usageUsd ?? null),
    forecast:
      references.forecast === null
        ? { kind: "certain" }
        : { kind: "cells", reference: readableReference(references.forecast) },
  };
}

const RECEIVED: Place = { argument: "Received" };

function readReceived(text: string): Result<number> {
  const day = readRoundDay(text, RECEIVED);
  if (!day.ok) return day;
  if (day.value !== undefined) return succeed(day.value);
  const expected = "the date of this offer, such as 12 Nov 2026";
  return fail({ kind: "missing", place: RECEIVED, expected });
}

function receivedField(
  { received: text, tried }: ProposalForm,
  day: Result<number>,
  currency: Currency,
): Field {
  if (day.ok) {
    const words = dayInWords(day.value);
    return { text, echo: words === text.trim() ? "" : words, error: "" };
  }
  const isWaiting = text.trim() === "" && !tried;
  return { text, echo: "", error: isWaiting ? "" : describeCauses(day.errors, currency).join(" ") };
}
