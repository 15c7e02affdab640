import {
  type Answer,
  type AnsweredOffer,
  readAnswered,
} from "../../../input/offers/answers/answered-offer";
import {
  NOTHING_SAID,
  readSeatsAndDates,
  type SeatsAndDates,
  type SeatsAnswer,
} from "../../../input/offers/seats-and-dates/seats-and-dates";
import { withoutRead } from "../../../input/offers/seats-and-dates/unread";

/** A proposal, and what its questions were answered with. */
export interface TextToRead {
  /** As it was pasted or typed. */
  readonly text: string;
  readonly answers: readonly Answer[];
  /** The same about seats and dates. */
  readonly seatsAnswers: readonly SeatsAnswer[];
}

/** What was read of a text: the offer, and the seats and dates that it says beside. */
export interface TextReading {
  readonly offer: AnsweredOffer;
  readonly said: SeatsAndDates;
  /** Phrases that neither reads, and those that the user left out. */
  readonly leftOver: readonly string[];
  readonly leftOut: readonly string[];
}

export const NOTHING_READ = { offer: undefined, said: NOTHING_SAID, leftOver: [], leftOut: [] };

/** Reads a text with the answers to its questions; undefined where there is none. */
export function readText({ text, answers, seatsAnswers }: TextToRead): TextReading | undefined {
  if (text.trim() === "") return undefined;
  const offer = readAnswered(text, answers);
  const said = readSeatsAndDates(text, offer.reading, seatsAnswers);
  const read = [...said.seats, ...said.dates].flatMap(({ from }) => from);
  const out = said.questions.flatMap(({ from, answer }) => (answer?.value === null ? from : []));
  return {
    ...{ offer, said },
    leftOver: withoutRead(offer.reading.leftOver, [...read, ...out]),
    leftOut: [...offer.leftOut, ...new Set(out)],
  };
}
