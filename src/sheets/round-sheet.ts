import { columnLetters } from "../input/cells/a1";
import { BANDS_ROW, type DealLayout, type ProposalRows } from "./deal-sheet";
import { BAND_HEADINGS, TERM_ROWS } from "./example-deal";

/** Where a further offer stands on its sheet: the same as on that of a deal, without usage, forecast and results. */
export interface RoundLayout
  extends Pick<
    DealLayout,
    | "block"
    | "bands"
    | "thresholds"
    | "discounts"
    | "termsHeading"
    | "terms"
    | "termShares"
    | "termValue"
    | "alsoSaidHeading"
    | "alsoSaid"
    | "textHeading"
    | "text"
  > {
  readonly inputs: Pick<DealLayout["inputs"], "bands" | "terms">;
}

/** Addresses on the sheet of a further offer. */
export function roundLayout(bandCount: number, proposal: Omit<ProposalRows, "years">): RoundLayout {
  const lastBand = BANDS_ROW + bandCount;
  const terms = lastBand + 3;
  const lastOfYear = terms + TERM_ROWS.length - 1;
  const lastTerm = lastOfYear + proposal.terms;
  const alsoSaid = lastTerm + 3;
  const lastSaid = proposal.alsoSaid > 0 ? alsoSaid + proposal.alsoSaid : lastTerm;
  const text = lastSaid + 3;
  const lastText = proposal.text > 0 ? text + proposal.text - 1 : lastSaid;
  const last = columnLetters(BAND_HEADINGS.length - 1);
  return {
    inputs: {
      bands: `A${BANDS_ROW + 1}:${last}${lastBand}`,
      terms: `B${terms + 1}:B${lastTerm}`,
    },
    block: `A1:${last}${lastText}`,
    bands: `A${BANDS_ROW}:${last}${lastBand}`,
    thresholds: `A${BANDS_ROW + 1}:A${lastBand}`,
    discounts: `B${BANDS_ROW + 1}:B${lastBand}`,
    termsHeading: `A${terms - 1}`,
    terms: `A${terms}:B${lastTerm}`,
    termShares: `B${lastOfYear - 1}:B${lastOfYear}`,
    termValue: (index) => `B${terms + 1 + index}`,
    alsoSaidHeading: `A${alsoSaid - 1}`,
    alsoSaid: `A${alsoSaid}:C${alsoSaid + proposal.alsoSaid}`,
    textHeading: `A${text - 1}`,
    text: `A${text}:A${text + Math.max(proposal.text, 1) - 1}`,
  };
}
