import { type Heading, readHeading } from "../../headings/headings";

const OF_LIST_PRICE =
  /\bof (?:the |our |your )?(?:list|rack|public|published|standard|catalog(?:ue)?) (?:prices?|rates?|pricing)\b|(?<=^\W*% ?)(?:list|public)(?: prices?| rates?)?$/i;
const TAKEN_OFF = /\b(?:off|disc\w*|reduc\w*|rebates?|savings?)\b/i;

/** The meaning of a heading of a proposal: "% of list price" is what is paid, as "% of list" is. */
export function readOfferHeading(text: string): Heading {
  return readHeading(TAKEN_OFF.test(text) ? text : text.replace(OF_LIST_PRICE, "of list"));
}
