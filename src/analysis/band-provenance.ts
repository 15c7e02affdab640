import type { Band } from "../core/bands";
import { provenanceTexts, saysNothing } from "./commitment-position";

/** How well a band's threshold is known, as the user noted it. Empty texts: the user noted nothing. */
export interface BandProvenance {
  /** Whether its source or its confidence marks it as not confirmed. */
  readonly isUnconfirmed: boolean;
  readonly source: string;
  readonly confidence: string;
}

const CONFIDENCE = /^confidence$/i;
const DATE = /^as of$/i;
const UNSURE =
  /\b(low|lowest|weak|poor|guess\w*|estimate\w*|assum\w+|illustrat\w+|unknown|unsure|rumou?r\w*|hearsay|unconfirmed|unverified|tb[cd]|pending|draft|preliminary|indicative|placeholder|verbal(ly)?|informal(ly)?)\b|\?\s*$/i;
const NOT_SURE = /\b(not|to be|never) (yet )?(sure|certain|confirmed|verified|known)\b/i;
/** A threshold with this confidence or more, written as a number, counts as known. */
const LEAST_CONFIDENCE = 0.5;

/**
 * How well a band's threshold is known.
 *
 * It is unconfirmed only where its confidence marks it so, as "Low" or "30%" do, or, without a confidence, its source, as
 * "Our estimate" does. A band without either was typed from an offer.
 */
export function bandProvenance(band: Band): BandProvenance {
  const texts = provenanceTexts(band).map(({ heading, text }) => ({
    heading: heading.trim(),
    text: saysNothing(text) ? "" : text.trim(),
  }));
  const confidence = texts.find(({ heading }) => CONFIDENCE.test(heading));
  const source = texts
    .filter(({ heading, text }) => !CONFIDENCE.test(heading) && !DATE.test(heading) && text !== "")
    .map(({ text }) => text)
    .join(", ");
  return {
    isUnconfirmed: isUnsure(confidence?.text || source),
    source,
    confidence: confidence?.text ?? "",
  };
}

function isUnsure(text: string): boolean {
  if (NOT_SURE.test(text) || UNSURE.test(text)) return true;
  const number = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text);
  if (!number) return false;
  return Number(number[1]) / (number[2] === "%" ? 100 : 1) < LEAST_CONFIDENCE;
}
