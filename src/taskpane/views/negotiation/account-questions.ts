import type { NearThreshold } from "../../../analysis/negotiation/near-threshold";
import { bandAt } from "../../../core/bands";
import type { Currency } from "../../../core/currency";
import type { BandPolicyName } from "../../../core/terms";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { type AlsoSaidCells, BEFORE_PHRASE, LEFT_OUT } from "../../../deal/text-terms";
import { readTerms } from "../../../input/terms-cells";
import { asSentence, commitmentName } from "../../../wording/format/approximate";
import { formatExactPercent, formatPoints } from "../../../wording/format/format";
import { unusedWords } from "../../../wording/messages/rollover-words";
import { overageWords } from "../../../wording/messages/terms-words";

/** What an offer says: its cells, and its table *Also said* where it has one. */
export interface AskedOffer {
  readonly reading: Pick<ParsedDeal, "bands" | "cells">;
  readonly alsoSaid: AlsoSaidCells | undefined;
}

/** The questions as a text to send. */
export function questionsText(near: NearThreshold, offer: AskedOffer, currency: Currency): string {
  const intro = `We are weighing a commitment of ${commitmentName(near.thresholdUsd, currency)} a year. Before we decide: what does it earn us?`;
  const questions = accountTeamQuestions(near, offer, currency).map(
    (one, index) => `${index + 1}. ${one}`,
  );
  return [intro, "", ...questions].join("\n");
}

/**
 * Questions for the account team about crossing a threshold: rate, lock, overage, unused commitment and people. They ask for what
 * the offer does not say, and say nothing of our usage or of what we would accept.
 */
function accountTeamQuestions(
  near: NearThreshold,
  offer: AskedOffer,
  currency: Currency,
): readonly string[] {
  const { band, discountChangeFraction } = near.crossing;
  const name = commitmentName(near.thresholdUsd, currency);
  const gain =
    discountChangeFraction > 1e-9
      ? `, ${formatPoints(discountChangeFraction)} more than where we are`
      : "";
  const says = saidBy(near, offer);
  const contact = says.text(
    /contact|account|support|team/i,
    /\bcontact\b|\b(?:account|support|success)\s+(?:manager|team|lead|engineer)/i,
  );
  return [
    `Rate: your offer has ${formatExactPercent(band.discountFraction)} at ${name}${gain}. What would move it further?`,
    lockQuestion(says, name),
    overageQuestion(near, says, name),
    unusedQuestion(near, says),
    contact === undefined
      ? `People: who looks after us at ${name}, and how fast does support respond?`
      : `${quoted(contact)} Who is it, and how fast does support respond?`,
  ].filter((question) => question !== "");
}

function lockQuestion({ text, term }: Said, name: string): string {
  const isCapped =
    term("Renewal uplift cap") !== undefined ||
    text(/uplift|renewal cap|escalat/i, /\b(?:uplift|renewal cap|escalat\w+)\b/i) !== undefined;
  if (term("Price path") !== undefined)
    return isCapped ? "" : "Renewal: what caps an uplift of our prices?";
  const lock = text(
    /lock|price protection/i,
    /\b(?:lock(?:ed)?|price (?:protection|guarantee|hold))\b/i,
  );
  if (lock !== undefined)
    return `${quoted(lock)} Does it hold for the whole term, and after a renewal?`;
  return `Price lock: for how long is the rate locked at ${name}${isCapped ? "" : ", and what caps an uplift at renewal"}?`;
}

function overageQuestion(
  { crossing: { band } }: NearThreshold,
  { text, hasTerm }: Said,
  name: string,
): string {
  const { terms } = band;
  const lasts = hasTerm ? "" : "Does that hold for the whole term?";
  // What no agreement can price, which the terms therefore do not say.
  const said = text(/^overage$/i, /^overage\b/i);
  if (said !== undefined) return lasts && `${quoted(said)} ${lasts}`;
  if (terms?.overage === "list")
    return `Overage: above ${name} you price usage ${overageWords(terms)}. Will you price it at the committed rate?`;
  return (
    lasts &&
    `Overage: usage above ${name} is priced ${terms ? overageWords(terms) : "as agreed"}. ${lasts}`
  );
}

function unusedQuestion({ crossing: { band } }: NearThreshold, { text, term }: Said): string {
  const forfeited = band.terms?.forfeitedFraction ?? 1;
  const share = term("Rollover share");
  const becomes = unusedWords({ forfeitedFraction: forfeited }, Number(share ?? 0));
  const readAs = `Unused commitment, as we read your offer: ${becomes}.`;
  const order = term("Rollover order") === undefined ? "before or after the new commitment" : "";
  if (forfeited < 1) return `${readAs} When does it come back, and as money or as credit?`;
  if (share === 0) return "";
  if (share === undefined) {
    const said = text(/unused|roll/i, /\b(?:unused|roll\w*)\b/i);
    return said === undefined
      ? "Unused commitment: how much of it returns or rolls over, and for how long?"
      : order && `${quoted(said)} Is it used ${order}?`;
  }
  const until = term("Rollover life") === undefined ? "until when can it be used" : "";
  const open =
    until && order ? `${until}, and ${order}` : until || (order && `is it used ${order}`);
  return open && `${readAs} ${asSentence(open)}?`;
}

function quoted(words: string): string {
  return `Your offer says “${words}”.`;
}

/** What an offer says at a threshold. */
interface Said {
  /** A term that is written, null where that is none; undefined where nothing is. */
  readonly term: (name: BandPolicyName) => string | number | null | undefined;
  /** The words of the band whose heading is about something, else those of *Also said*; undefined where there are none. */
  readonly text: (heading: RegExp, words: RegExp) => string | undefined;
  /** Whether it says for how long it is made. */
  readonly hasTerm: boolean;
}

function saidBy(
  { thresholdUsd, crossing }: NearThreshold,
  { reading, alsoSaid }: AskedOffer,
): Said {
  const { bands, cells } = reading;
  const terms = readTerms(cells.terms);
  const agreed = terms.ok ? terms.value : undefined;
  const own = bands && bandAt(thresholdUsd, bands).terms;
  const beside = wordsOf(alsoSaid);
  return {
    term: (name) => (own?.[name] === undefined ? agreed?.[name] : own[name]),
    text: (heading, words) => {
      const found = crossing.band.texts.find((one) => heading.test(one.heading) && one.text !== "");
      if (found) return `${found.heading}: ${found.text}`;
      return beside.find((row) => words.test(row.about))?.phrase;
    },
    hasTerm: Boolean(agreed?.Term ?? cells.schedule),
  };
}

/** The rows of *Also said*, without what the user left out. */
function wordsOf(said: AlsoSaidCells | undefined) {
  return (said?.cells.slice(1) ?? []).flatMap(([label, , words]) => {
    if (label === LEFT_OUT) return [];
    const [meaning = "", phrase] = String(words ?? "").split(BEFORE_PHRASE);
    return [{ about: `${label}: ${words}`, phrase: phrase?.replace(/”$/, "") ?? meaning }];
  });
}
