import { parseBandTable } from "../../../core/bands";
import type { Currency } from "../../../core/currency";
import { describeErrors, type PricingError } from "../../../core/errors";
import { describeCauses } from "../../../core/faults/describe-causes";
import { fail, type Result, succeed } from "../../../core/result";
import { placeOfField, saidTerms } from "../../../deal/proposal-fields";
import { BEFORE_PHRASE, LEFT_OUT } from "../../../deal/text-terms";
import type { AnsweredOffer } from "../../../input/offers/answers/answered-offer";
import { OFFER_FIELDS } from "../../../input/offers/answers/is-answered";
import type { OfferReading } from "../../../input/offers/offer-reading";
import type { SeatsAndDates } from "../../../input/offers/seats-and-dates/seats-and-dates";
import type { AlsoSaid, DealNumbers, Proposal } from "../../../sheets/deal-numbers";
import { formatExactUsd } from "../../../wording/format/format";
import { FIELD_LABELS, fieldWords } from "../../../wording/messages/proposal-messages";
import {
  EMPTY_FORECAST_FORM,
  type ForecastForm,
  type ForecastFormReading,
  readForecastForm,
} from "../../kit/forecast-form-state";
import type { Field } from "../../kit/form-fields";
import type { Question } from "../../kit/question";
import { otherLabel, readTypedUsd } from "../../kit/typed-amount";
import { thousandsInAmount, thousandsInBands } from "./far-below-usage";
import { QUESTIONS, sourceWords } from "./proposal-messages";
import { seatsUnderstood } from "./seats-messages";
import { NOTHING_READ, readText, type TextReading, type TextToRead } from "./text-reading";
import type { Understood } from "./understood";

/** The form that takes a proposal, as typed. */
export interface ProposalForm extends TextToRead {
  /** "" is what the proposal says. */
  readonly commitment: string;
  readonly usage: ForecastForm;
  /** Whether it is a further offer for the deal that is open, and whose; "" is the vendor's. */
  readonly asRound: boolean;
  readonly from: string;
  /** When it was received, in any words. */
  readonly received: string;
  /** How firm it is: one of `CONFIDENCES`. */
  readonly confidence: string;
  /** Whether its text goes onto the sheet. */
  readonly keepsText: boolean;
  /** Texts whose amounts far below usage are in thousands, and those that are not, as the user said. */
  readonly inThousands: readonly string[];
  readonly asTyped: readonly string[];
  /** Whether it was to be written already: from then on an empty field is a fault. */
  readonly tried: boolean;
}

/** What an answer about the size of amounts writes into the form. */
export type SizeChange = Partial<Pick<ProposalForm, "commitment" | "inThousands" | "asTyped">>;

/** The form as understood. */
export interface ParsedProposal {
  readonly text: Field;
  /** What was read of the text; undefined where there is none. */
  readonly offer: AnsweredOffer | undefined;
  /** Amounts as they will be priced. */
  readonly bands: OfferReading["bands"];
  readonly understood: readonly Understood[];
  /** Seats and dates, which go onto a sheet of their own. */
  readonly said: SeatsAndDates;
  readonly seats: readonly Understood[];
  /** Phrases that nothing was read of, and those that the user left out. */
  readonly leftOver: readonly string[];
  readonly leftOut: readonly string[];
  /** Code of the currency of the amounts, where amounts have another label. */
  readonly otherCurrency: string | undefined;
  readonly commitment: Field;
  readonly usage: ForecastFormReading;
  /** What has to be asked of amounts far below usage. */
  readonly bandsQuestion: Question<SizeChange> | undefined;
  readonly commitmentQuestion: Question<SizeChange> | undefined;
  /** Why the deal cannot be written as things stand, one sentence each. */
  readonly obstacles: readonly string[];
  readonly numbers: DealNumbers | undefined;
}

export const FRESH_PROPOSAL: ProposalForm = {
  ...{ text: "", answers: [], seatsAnswers: [], commitment: "", usage: EMPTY_FORECAST_FORM },
  ...{ asRound: false, from: "", received: "", confidence: "", keepsText: false },
  ...{ inThousands: [], asTyped: [], tried: false },
};

/** Lines of a text that a sheet keeps at most. */
export const MOST_LINES = 1_000;
/** Characters that a cell holds, less the mark of a text. */
const MOST_CHARACTERS = 32_000;

/** Reads the form and its text. */
export function readProposal(form: ProposalForm, currency: Currency): ParsedProposal {
  return proposalOfForm(form, currency, readText(form));
}

/** The form with what was read of its text: every part by itself, so that one fault does not hide the rest. */
export function proposalOfForm(
  form: ProposalForm,
  currency: Currency,
  text: TextReading | undefined,
): ParsedProposal {
  const { offer, said, leftOver, leftOut } = text ?? NOTHING_READ;
  const isBeingRead = text === undefined && form.text.trim() !== "";
  const usage = readForecastForm({ ...form.usage, tried: form.tried }, currency);
  const usageUsd = usage.understood?.meanUsd;
  const factor = form.inThousands.includes(form.text) ? 1_000 : 1;
  const reading = offer && scaled(offer.reading, factor);
  const bands = reading?.bands ?? [];
  const questions = (offer?.questions ?? []).filter(
    ({ answer, isStuck }) => answer === undefined || isStuck,
  );
  const foreign = reading && foreignLabel(reading, currency);
  const readBands = bandsOf(reading, foreign, questions.length > 0);
  const commitment = readCommitment(form.commitment, reading, currency);
  const bandsQuestion = askedThousands(form, offer, bands, usageUsd, currency);
  const commitmentQuestion =
    commitment.ok && form.commitment.trim() !== "" && !form.asTyped.includes(form.commitment)
      ? askedOfCommitment(form, commitment.value, usageUsd, currency)
      : undefined;
  const asked = [
    ...questions.map(({ ask, isStuck }) => (isStuck ? STUCK : QUESTIONS[ask.about])),
    ...[bandsQuestion, commitmentQuestion].flatMap((question) => question?.text ?? []),
  ];
  const faults = [readBands, commitment].flatMap((read) => (read.ok ? [] : read.errors));
  const refusal = offer?.reading.refused?.says;
  const { forecast } = usage;
  const seats = seatsUnderstood(said, currency);
  const isWhole = asked.length === 0 && readBands.ok && commitment.ok && refusal === undefined;
  return {
    text: {
      ...{ text: form.text, echo: "" },
      error: refusal ?? (isBeingRead ? "" : textError(form, readBands, currency)),
    },
    offer,
    bands,
    understood:
      offer && reading ? understoodOf(reading, rampOf(form, offer, factor), currency) : [],
    ...{ said, seats, leftOver, leftOut },
    otherCurrency: foreign?.code,
    commitment: commitmentField(form, commitment, currency),
    usage,
    bandsQuestion,
    commitmentQuestion,
    obstacles: [
      ...(refusal === undefined ? [] : [refusal]),
      ...describeCauses(refusal === undefined ? faults : commitmentFaults(commitment), currency),
      ...asked,
      ...usage.obstacles,
    ],
    numbers:
      isWhole && forecast && offer && reading
        ? {
            bands: readBands.value,
            commitmentUsd: commitment.value,
            forecast,
            proposal: proposalOf(
              form,
              { reading, seats, leftOver, leftOut },
              rampOf(form, offer, factor),
              currency,
            ),
          }
        : undefined,
  };
}

const STUCK =
  "An answer does not fit the words around it: write it in the proposal itself, or leave it out.";

type OtherCurrency = Extract<PricingError, { readonly kind: "otherCurrency" }>;

function scaled(reading: OfferReading, factor: number): OfferReading {
  if (factor === 1) return reading;
  const { bands, commitmentUsd } = reading;
  return {
    ...reading,
    bands: bands.map((band) => ({ ...band, thresholdUsd: band.thresholdUsd * factor })),
    ...(commitmentUsd && {
      commitmentUsd: { ...commitmentUsd, value: commitmentUsd.value * factor },
    }),
  };
}

/** The fault of amounts in another currency than the label of amounts; a bare $ is one of dollars. */
function foreignLabel(
  { bands, commitmentUsd, currency: said }: OfferReading,
  currency: Currency,
): OtherCurrency | undefined {
  const amounts = [...bands, ...(commitmentUsd ? [commitmentUsd] : [])];
  const given = said?.from ?? amounts.find(({ from }) => from.includes("$"))?.from;
  const isOther = said
    ? said.value !== currency.code
    : otherLabel("$1", { argument: "proposal" }, currency) !== undefined;
  if (given === undefined || !isOther) return undefined;
  const code = said?.value ?? "USD";
  return { kind: "otherCurrency", place: { argument: "proposal" }, given, code };
}

function bandsOf(
  reading: OfferReading | undefined,
  foreign: PricingError | undefined,
  isAsked: boolean,
): Result<DealNumbers["bands"]> {
  if (foreign) return fail(foreign);
  const bands = reading?.bands ?? [];
  if (bands.length === 0 && !isAsked)
    return fail({
      ...{ kind: "missing", place: { argument: "bands" } },
      expected: "a band a line, its threshold and its discount, such as 250k 10%",
    });
  const table =
    bands.length === 0
      ? succeed([])
      : parseBandTable(bands.map((band, index) => ({ ...band, row: index + 1 })));
  return table.ok
    ? succeed(
        bands.map(({ thresholdUsd, discountFraction, name = "" }) => ({
          ...{ thresholdUsd, discountFraction, name },
        })),
      )
    : table;
}

function textError(form: ProposalForm, bands: Result<unknown>, currency: Currency): string {
  const isWaiting = form.text.trim() === "" && !form.tried;
  return bands.ok || isWaiting ? "" : describeErrors(bands.errors, currency);
}

function commitmentFaults(commitment: Result<unknown>): readonly PricingError[] {
  return commitment.ok ? [] : commitment.errors;
}

function readCommitment(
  text: string,
  reading: OfferReading | undefined,
  currency: Currency,
): Result<number> {
  const place = { argument: "commitment" };
  if (text.trim() !== "") return readTypedUsd(text, place, currency);
  const said = reading?.commitmentUsd?.value;
  if (said !== undefined) return succeed(said);
  const expected = `an amount in ${currency.code}, such as 480k, or 0 for none`;
  return fail({ kind: "missing", place, expected });
}

function commitmentField(
  { commitment: text, tried }: ProposalForm,
  read: Result<number>,
  currency: Currency,
): Field {
  if (read.ok) {
    const understood = formatExactUsd(read.value, currency);
    const echo = text.trim() === "" ? `${understood}, as the proposal says` : understood;
    return { text, echo: understood === text.trim() ? "" : echo, error: "" };
  }
  const isWaiting = text.trim() === "" && !tried;
  return { text, echo: "", error: isWaiting ? "" : describeErrors(read.errors, currency) };
}

/** Asks whether amounts are in thousands, unless the user said what they mean already. */
function askedThousands(
  form: ProposalForm,
  offer: AnsweredOffer | undefined,
  bands: OfferReading["bands"],
  usageUsd: number | undefined,
  currency: Currency,
): Question<SizeChange> | undefined {
  const { text, inThousands, asTyped } = form;
  const isSaid =
    [...inThousands, ...asTyped].includes(text) ||
    offer?.questions.some(({ ask }) => ask.about === "scale" || ask.about === "separator") ||
    offer?.reading.shown.some(({ how }) => how === "scaledByHeading");
  const thresholds = bands.map(({ thresholdUsd }) => thresholdUsd);
  const question = isSaid ? undefined : thousandsInBands(thresholds, usageUsd, currency);
  return question === undefined
    ? undefined
    : {
        text: question,
        answers: [
          { name: "Yes, in thousands", change: { inThousands: [...inThousands, text] } },
          { name: "No, as typed", change: { asTyped: [...asTyped, text] } },
        ],
      };
}

function askedOfCommitment(
  { commitment, asTyped }: ProposalForm,
  commitmentUsd: number,
  usageUsd: number | undefined,
  currency: Currency,
): Question<SizeChange> | undefined {
  const question = thousandsInAmount(commitment, commitmentUsd, usageUsd, currency);
  return (
    question && {
      text: question.text,
      answers: [
        ...question.answers.map(({ name, change }) => ({ name, change: { commitment: change } })),
        { name: "No, as typed", change: { asTyped: [...asTyped, commitment] } },
      ],
    }
  );
}

/** Commitments of the years, and the phrase that gives them. */
interface Ramp {
  readonly commitmentsUsd: readonly number[];
  readonly from: string;
  /** Whether there is one for each year of the term, so that a schedule can say them. */
  readonly isWhole: boolean;
}

/** The ramp of which the user said which year is priced first; undefined where there is none, or it was left out. */
function rampOf(
  form: ProposalForm,
  { questions, reading }: AnsweredOffer,
  factor: number,
): Ramp | undefined {
  const asked = questions.find(({ ask, answer }) => ask.about === "ramp" && answer);
  const isPriced = typeof asked?.answer?.value === "number" && !asked.isStuck;
  if (!asked || !isPriced) return undefined;
  const commitmentsUsd = asked.ask.readings.flatMap(({ value }) =>
    typeof value === "number" ? value * factor : [],
  );
  const isOwn = form.commitment.trim() !== "";
  const isWhole = !isOwn && reading.termMonths?.value === 12 * commitmentsUsd.length;
  return { commitmentsUsd, from: asked.ask.from, isWhole };
}

function understoodOf(
  reading: OfferReading,
  ramp: Ramp | undefined,
  currency: Currency,
): readonly Understood[] {
  const fields = OFFER_FIELDS.flatMap((field) => {
    const words = fieldWords(field, reading, currency);
    const from = reading[field]?.from;
    if (words === undefined || from === undefined) return [];
    const isPriced = placeOfField(field, reading) !== "beside";
    return [{ label: FIELD_LABELS[field], words, from, isPriced }];
  });
  if (!ramp) return fields;
  const amounts = ramp.commitmentsUsd.map((usd) => formatExactUsd(usd, currency)).join(", then ");
  return [
    ...fields,
    { label: "Commitment by year", words: amounts, from: ramp.from, isPriced: ramp.isWhole },
  ];
}

function proposalOf(
  form: ProposalForm,
  {
    reading,
    seats,
    leftOver,
    leftOut,
  }: Pick<ParsedProposal, "seats" | "leftOver" | "leftOut"> & { readonly reading: OfferReading },
  ramp: Ramp | undefined,
  currency: Currency,
): Proposal {
  const { overage, forfeitedShareFraction } = reading;
  const isPriced = placeOfField("overage", reading) === "terms";
  const beside = [
    ...understoodOf(reading, ramp, currency).filter((one) => !one.isPriced),
    ...seats,
  ];
  const words = (phrases: readonly string[], label: string): readonly AlsoSaid[] =>
    phrases.map((phrase) => ({ label, isTerm: false, words: cut(phrase) }));
  return {
    overage: isPriced ? (overage?.value.price ?? "list") : "list",
    overagePremiumFraction: isPriced ? (overage?.value.premiumFraction ?? 0) : 0,
    forfeitedShareFraction: forfeitedShareFraction?.value ?? 1,
    policies: saidTerms(reading),
    ...(ramp?.isWhole && { commitmentsUsd: ramp.commitmentsUsd }),
    source: sourceWords(form.received),
    confidence: form.confidence,
    alsoSaid: [
      ...beside.map(({ label, words: says, from }) => ({
        ...{ label, isTerm: true, words: cut(`${says}${BEFORE_PHRASE}${from}”`) },
      })),
      ...words(leftOut, LEFT_OUT),
      ...words(leftOver, "Not understood"),
    ],
    text: form.keepsText
      ? form.text
          .split(/\r\n|\r|\n/)
          .slice(0, MOST_LINES)
          .map(cut)
      : [],
  };
}

function cut(words: string): string {
  const line = words.replace(/\s*[\r\n\t]+\s*/g, " ");
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
}
