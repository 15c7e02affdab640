import type { Band } from "../core/bands";
import { provenanceTexts, saysNothing } from "./standing";

/** How well a band's threshold is known, as the user noted it. Empty texts: nothing is noted. */
export interface BandProvenance {
  readonly isGuess: boolean;
  readonly source: string;
  readonly confidence: string;
}

const CONFIDENCE = /^confidence$/i;
const DATE = /^as of$/i;
const UNSURE =
  /\b(low|lowest|weak|poor|guess\w*|estimate\w*|assum\w+|illustrat\w+|unknown|unsure|rumou?r\w*|hearsay)\b/i;
/** From this confidence on, written as a number, a threshold is taken as known. */
const LEAST_CONFIDENCE = 0.5;

/**
 * How well a band's threshold is known.
 *
 * It is a guess where its confidence is low, or blank in a column of its own; without such a column, where no source is noted or
 * the source itself says so, as "Our estimate" does.
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
    isGuess: isUnsure(confidence === undefined ? source : confidence.text),
    source,
    confidence: confidence?.text ?? "",
  };
}

function isUnsure(text: string): boolean {
  if (text === "" || UNSURE.test(text)) return true;
  const number = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text);
  if (!number) return false;
  return Number(number[1]) / (number[2] === "%" ? 100 : 1) < LEAST_CONFIDENCE;
}
