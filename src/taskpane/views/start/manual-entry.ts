import type { BandTable } from "../../../core/bands";
import type { Currency } from "../../../core/currency";
import { describeCauses, describeErrors } from "../../../core/errors";
import { fail, type Result } from "../../../core/result";
import type { DealNumbers } from "../../../sheets/deal-numbers";
import { formatExactUsd } from "../../../wording/format/format";
import { bandsEcho } from "../../kit/bands-echo";
import {
  EMPTY_FORECAST_FORM,
  type ForecastForm,
  type ForecastFormReading,
  readForecastForm,
} from "../../kit/forecast-form-state";
import type { Field } from "../../kit/form-fields";
import type { Question } from "../../kit/question";
import { readTypedUsd } from "../../kit/typed-amount";
import {
  percentQuestion,
  readTypedBands,
  type TypedBands,
  thousandsInAmount,
  thousandsInBands,
} from "./typed-bands";

/** The form that takes a deal in numbers alone, as typed. */
export interface ManualEntry {
  /** A band a line: threshold, discount, and a name where there is one. */
  readonly bands: string;
  readonly commitment: string;
  readonly usage: ForecastForm;
  /** Texts of amounts far below usage of which the user said that they are not in thousands. */
  readonly asTyped: readonly string[];
  /** Whether it was to be written already: from then on an empty field is a fault. */
  readonly tried: boolean;
}

/** What an answer writes into the form. */
export type ManualEntryChange = Partial<Pick<ManualEntry, "bands" | "commitment" | "asTyped">>;

/** The form as understood. */
export interface ParsedManualEntry {
  readonly bands: Field;
  readonly commitment: Field;
  readonly usage: ForecastFormReading;
  /** What has to be asked of the bands, and of the commitment. */
  readonly bandsQuestion: Question<ManualEntryChange> | undefined;
  readonly commitmentQuestion: Question<ManualEntryChange> | undefined;
  /** Why the deal cannot be written as things stand, one sentence each. */
  readonly obstacles: readonly string[];
  readonly numbers: DealNumbers | undefined;
}

export const FRESH_MANUAL_ENTRY: ManualEntry = {
  bands: "",
  commitment: "",
  usage: EMPTY_FORECAST_FORM,
  asTyped: [],
  tried: false,
};

/** Reads every part by itself, so that one fault does not hide the rest. */
export function readManualEntry(form: ManualEntry, currency: Currency): ParsedManualEntry {
  const bands = readTypedBands(form.bands, currency);
  const commitment = readCommitment(form.commitment, currency);
  const usage = readForecastForm({ ...form.usage, tried: form.tried }, currency);
  const { forecast, understood } = usage;
  const usageUsd = understood?.meanUsd;
  const askedPercent = percentQuestion(form.bands, currency);
  const bandsQuestion = askedPercent
    ? answering("bands", askedPercent, [])
    : askedThousands("bands", thousandsInBands(form.bands, usageUsd, currency), form);
  const commitmentQuestion = commitment.ok
    ? askedThousands(
        "commitment",
        thousandsInAmount(form.commitment, commitment.value, usageUsd, currency),
        form,
      )
    : undefined;
  const questions = [bandsQuestion, commitmentQuestion].flatMap((asked) => asked?.text ?? []);
  const faults = [askedPercent ? undefined : bands, commitment].flatMap((read) =>
    read && !read.ok ? read.errors : [],
  );
  return {
    bands: askedPercent
      ? { text: form.bands, echo: "", error: "" }
      : shown(form.bands, form.tried, bands, (one) => typedEcho(one, currency), currency),
    commitment: shown(
      form.commitment,
      form.tried,
      commitment,
      (one) => formatExactUsd(one, currency),
      currency,
    ),
    usage,
    bandsQuestion,
    commitmentQuestion,
    obstacles: [...describeCauses(faults, currency), ...questions, ...usage.obstacles],
    numbers:
      bands.ok && commitment.ok && forecast && questions.length === 0
        ? { bands: writtenBands(bands.value.table), commitmentUsd: commitment.value, forecast }
        : undefined,
  };
}

type ManualEntryField = "bands" | "commitment";

/** A question about a field, whose answers write the field. */
function answering(
  field: ManualEntryField,
  { text, answers }: Question<string>,
  others: Question<ManualEntryChange>["answers"],
): Question<ManualEntryChange> {
  const own = answers.map(({ name, change }) => ({ name, change: { [field]: change } }));
  return { text, answers: [...own, ...others] };
}

function askedThousands(
  field: ManualEntryField,
  question: Question<string> | undefined,
  { [field]: text, asTyped }: ManualEntry,
): Question<ManualEntryChange> | undefined {
  const no = { name: "No, as typed", change: { asTyped: [...asTyped, text] } };
  return question && !asTyped.includes(text) ? answering(field, question, [no]) : undefined;
}

function writtenBands({ bands }: BandTable): DealNumbers["bands"] {
  return bands.flatMap(({ row, thresholdUsd, discountFraction, name }) =>
    row === undefined ? [] : [{ thresholdUsd, discountFraction, name }],
  );
}

function typedEcho({ table, scaled }: TypedBands, currency: Currency): string {
  const times =
    scaled &&
    `; thresholds × ${scaled.factor.toLocaleString("en-US")}, as “${scaled.heading}” says`;
  return bandsEcho(table, currency) + (times ?? "");
}

function readCommitment(text: string, currency: Currency): Result<number> {
  const place = { argument: "commitment" };
  return text.trim() === ""
    ? fail({
        kind: "missing",
        place,
        expected: `an amount in ${currency.code}, such as 480k, or 0 for none`,
      })
    : readTypedUsd(text, place, currency);
}

function shown<T>(
  text: string,
  tried: boolean,
  read: Result<T>,
  echo: (value: T) => string,
  currency: Currency,
): Field {
  if (text.trim() === "" && !tried) return { text, echo: "", error: "" };
  if (!read.ok) return { text, echo: "", error: describeErrors(read.errors, currency) };
  const understood = echo(read.value);
  return { text, echo: understood === text.trim() ? "" : understood, error: "" };
}
