import type { Ask, Choice, OfferReading } from "../offer-reading";
import { readOffer } from "../read-offer";
import { isAnswered, isOfList, isSameAsk, OFFER_FIELDS, valuesOf } from "./is-answered";
import { rewordings } from "./rewordings";

/** What the user said that a phrase means; null leaves it out. */
export interface Answer {
  readonly ask: Ask;
  readonly value: Choice["value"];
}

/** A question, and what came of it. */
export interface Question {
  readonly ask: Ask;
  /** Undefined while it is open. */
  readonly answer: Answer | undefined;
  /** Whether the answer cannot be brought into the text, which the user must then write in another way. */
  readonly isStuck: boolean;
}

/** An offer as it was written, and as the answers to its questions make it. */
export interface AnsweredOffer {
  /** With every answer that could be brought in; what is still asked is in `questions`. */
  readonly reading: OfferReading;
  /** In the order in which the text raises them; those that an answer raises come last. */
  readonly questions: readonly Question[];
  /** Phrases that the user left out. */
  readonly leftOut: readonly string[];
}

/** More answers in one text than anybody gives; a reading that keeps asking ends here. */
const MOST_STEPS = 100;

/**
 * Reads an offer with the answers to what it left open.
 *
 * An answer becomes other words in the text, and the reader of offers reads those. It counts only where the answer then shows,
 * the question is gone, and all that was read before still is.
 */
export function readAnswered(text: string, answers: readonly Answer[]): AnsweredOffer {
  const asked = readOffer(text);
  let now = { text, reading: asked };
  const done = new Map<Ask, Question>();
  const settled: Question[] = [];
  const lines: string[] = [];
  const origins = new Map<string, string>();
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = now.reading.asks
      .toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one)))
      .flatMap((ask) => {
        const answer = done.has(ask) ? undefined : answerTo(ask, answers);
        return answer ? [{ ask, answer }] : [];
      })[0];
    if (next === undefined) break;
    const { ask, answer } = next;
    const value = choiceFor(answer, ask);
    const after =
      value === null || value === undefined
        ? undefined
        : reworded(now.text, ask, value, now.reading);
    const question = { ask, answer, isStuck: value !== null && after === undefined };
    if (after === undefined) done.set(ask, question);
    else {
      lines.push(...linesLost(now.text, after.text));
      for (const phrase of phrasesOf(after.reading))
        if (!now.text.includes(phrase)) origins.set(phrase, origins.get(ask.from) ?? ask.from);
      now = after;
    }
    if (!settled.some((one) => one.answer === answer)) settled.push(question);
  }
  const questions = [...settled, ...openIn(now.reading, done)];
  return {
    reading: inOwnWords(
      { ...now.reading, asks: now.reading.asks.filter((ask) => !done.has(ask)) },
      origins,
    ),
    questions: inOrder(questions, text),
    leftOut: [
      ...settled.filter(({ answer }) => answer?.value === null).map(({ ask }) => ask.from),
      ...lines,
    ],
  };
}

/** Lines that an answer took out whole. */
function linesLost(text: string, after: string): readonly string[] {
  const left = after.split("\n");
  const lines = text.split("\n");
  const lost = lines.filter((line) => !left.includes(line));
  return left.length === lines.length - lost.length ? lost : [];
}

function openIn(reading: OfferReading, done: ReadonlyMap<Ask, Question>): readonly Question[] {
  return reading.asks
    .filter((ask) => !done.has(ask))
    .map((ask) => ({ ask, answer: undefined, isStuck: false }));
}

/** Questions stand in the order of the text, answered or not. */
function inOrder(questions: readonly Question[], text: string): readonly Question[] {
  const place = ({ ask, answer }: Question): number => {
    const at = text.indexOf(answer?.ask.from ?? ask.from);
    return at < 0 ? text.length : at;
  };
  return questions.toSorted((one, other) => place(one) - place(other));
}

function phrasesOf(reading: OfferReading): readonly string[] {
  const fields = OFFER_FIELDS.flatMap((field) => reading[field]?.from ?? []);
  const others = [...reading.bands, ...reading.shown, ...reading.asks].map(({ from }) => from);
  return [...fields, ...others, ...reading.leftOver];
}

/** A reading whose phrases are those of the user's text, also where an answer put other words in their place. */
function inOwnWords(reading: OfferReading, origins: ReadonlyMap<string, string>): OfferReading {
  const own = (phrase: string): string => origins.get(phrase) ?? phrase;
  const said = <T extends { readonly from: string }>(one: T): T => ({
    ...one,
    from: own(one.from),
  });
  const fields = OFFER_FIELDS.flatMap((field) => {
    const found = reading[field];
    return found ? [[field, said(found)] as const] : [];
  });
  return {
    ...reading,
    ...Object.fromEntries(fields),
    bands: reading.bands.map(said),
    shown: reading.shown.map(said),
    leftOver: [...new Set(reading.leftOver.map(own))],
  };
}

/** What decides which amounts there are comes before what the amounts are. */
function isFirst({ about }: Ask): boolean {
  return about === "whichColumn" || about === "whichCurrency" || about === "whichTerm";
}

/** The answer to a question: given to it, to the same one in other words, or to another line of its list. */
function answerTo(ask: Ask, answers: readonly Answer[]): Answer | undefined {
  const about = answers.filter((answer) => answer.ask.about === ask.about);
  return (
    about.find((answer) => isSameAsk(answer.ask, ask)) ??
    about.find((answer) => valuesOf(answer.ask) === valuesOf(ask)) ??
    (isOfList(ask) ? about[0] : undefined)
  );
}

/** What an answer means for a question: for another line of its list the reading in the same place; undefined where it is none. */
function choiceFor({ ask, value }: Answer, asked: Ask): Choice["value"] | undefined {
  if (value === null) return null;
  return asked.readings[ask.readings.findIndex((reading) => reading.value === value)]?.value;
}

function reworded(
  text: string,
  ask: Ask,
  value: number | string,
  reading: OfferReading,
): { readonly text: string; readonly reading: OfferReading } | undefined {
  for (const words of rewordings({ text, ask, value, reading })) {
    if (words === text) continue;
    const read = readOffer(words);
    if (isAnswered(reading, read, ask, value)) return { text: words, reading: read };
  }
  return undefined;
}
