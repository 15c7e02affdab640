import type { ByKey } from "../deal/deal-inputs";
import { FORECAST_HEADINGS, type ForecastToWrite, forecastBlock } from "../deal/forecast-block";
import { NOT_PRICED_YET } from "../deal/text-terms";
import { asText, plainBandRow } from "./deal-sheet";
import { TERM_ROWS } from "./example-deal";
import { commit } from "./formulas/call";
import { printFormula } from "./formulas/print";
import type { NewDeal, ProposalOnSheet } from "./new-deal";

/** A deal in numbers alone, known good: what somebody says who has no cells yet. */
export interface DealNumbers {
  readonly bands: readonly {
    readonly thresholdUsd: number;
    readonly discountFraction: number;
    readonly name: string;
  }[];
  readonly commitmentUsd: number;
  readonly forecast: ForecastToWrite;
  /** What the proposal says that they come from. */
  readonly proposal?: Proposal;
}

/** What a proposal says beside its bands and its commitment. */
export interface Proposal {
  readonly overage: string;
  readonly overagePremiumFraction: number;
  readonly forfeitedShareFraction: number;
  /** What else it says that a term of several years prices. */
  readonly policies?: readonly (readonly [name: string, value: string | number])[];
  /** The commitment of each year, where it differs; empty where it does not. */
  readonly commitmentsUsd?: readonly number[];
  /** Where the bands come from, as their source says it. */
  readonly source: string;
  /** How sure they are, in the user's choice of words; "" where nothing was said. */
  readonly confidence: string;
  readonly alsoSaid: readonly AlsoSaid[];
  /** Its lines, where it is to be kept. */
  readonly text: readonly string[];
}

/** Something that a proposal says and that no term does. */
export interface AlsoSaid {
  readonly label: string;
  /** Whether a later version may price it. */
  readonly isTerm: boolean;
  /** What was understood, and the words themselves. */
  readonly words: string;
}

const NOTE =
  "Your numbers, with cautious terms. Change the shaded cells, and say what else each band carries; every result recalculates.";

const PROPOSAL_NOTE =
  "The proposal as you confirmed it; where it is silent, cautious terms. Change the shaded cells; every result recalculates.";

/** The deal as it goes onto its sheet. One cell holds the usage of the year, and the forecast goes around it. */
export function dealOfNumbers({ bands, commitmentUsd, forecast, proposal }: DealNumbers): NewDeal {
  const rows = forecastBlock(forecast);
  return {
    note: NOTE,
    bandRows: bands.map(({ thresholdUsd, discountFraction, name }) =>
      plainBandRow(
        thresholdUsd,
        discountFraction,
        asText(name),
        asText(proposal?.source ?? ""),
        proposal?.confidence,
      ),
    ),
    commitmentUsd,
    usage: (names) => usageOf(forecast, names),
    forecastRows: ({ usage }) => [
      FORECAST_HEADINGS.slice(0, 2),
      ...rows.map(([label, value]) => [
        label,
        label === MIDDLES[forecast.kind] ? `=${usage}` : value,
      ]),
    ],
    forecastFormats: rows.map(([, , , format]) => format),
    forecastNote: "",
    ...(proposal && { note: PROPOSAL_NOTE, proposal: proposalOnSheet(proposal) }),
  };
}

function proposalOnSheet(proposal: Proposal): ProposalOnSheet {
  const said: Readonly<Record<string, string | number>> = {
    Overage: proposal.overage,
    "Overage premium": proposal.overagePremiumFraction,
    "Forfeited share": proposal.forfeitedShareFraction,
  };
  return {
    termRows: [
      ...TERM_ROWS.map(([term = "", value = ""]) => [term, said[term] ?? value]),
      ...(proposal.policies ?? []),
    ],
    schedule: (proposal.commitmentsUsd ?? []).map((commitment) => ({
      ...{ usage: "", commitment, listIndex: "" },
    })),
    alsoSaid: proposal.alsoSaid.map(({ label, isTerm, words }) => [
      label,
      isTerm ? NOT_PRICED_YET : "not priced",
      asText(words),
    ]),
    text: proposal.text.map(asText),
  };
}

/** The label whose value is the usage of the year; of two percentiles there is none. */
const MIDDLES: Readonly<Record<ForecastToWrite["kind"], string>> = {
  points: "Mode",
  spread: "Mean",
  percentiles: "",
};

function usageOf(forecast: ForecastToWrite, names: ByKey<string>): string | number {
  switch (forecast.kind) {
    case "points":
      return forecast.likelyUsd;
    case "spread":
      return forecast.meanUsd;
    case "percentiles":
      return printFormula(commit("FORECAST_MEAN", names.forecast));
  }
}
