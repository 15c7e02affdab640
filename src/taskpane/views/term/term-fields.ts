import type { PolicyName } from "../../../core/terms";
import type { TermSheetKind } from "../../../sheets/sheet-definition";
import type { TrackingDraft } from "./tracking/tracking-draft";

/** A field of the Term view: a policy by its name, or the commitments of the years. */
export type TermFieldName = PolicyName | "Commitments";

/** What the user set in the Term view for one deal; the workbook holds none of it. */
export interface TermDraft {
  /** What was typed or chosen, by field; a blank is what the deal says. */
  readonly texts: Readonly<Partial<Record<TermFieldName, string>>>;
  /** Protections that are priced as if they were won. */
  readonly won: readonly string[];
  /** Sheets that the button builds. */
  readonly sheets: readonly TermSheetKind[];
  readonly tracking: TrackingDraft;
}

export const FRESH_TERM: TermDraft = { texts: {}, won: [], sheets: ["term"], tracking: {} };

/** What each sheet holds, at its tick. */
export const TERM_SHEETS: readonly (readonly [kind: TermSheetKind, name: string, holds: string])[] =
  [
    ["term", "Term", "years, other commitments, payments"],
    ["burndown", "Burndown", "months of the first year, indicators, accrual"],
  ];

/** How a field asks for a policy, and what holds where nobody says anything. */
interface FieldWords {
  readonly label: string;
  readonly note: string;
}

export const FIELD_WORDS: Readonly<Record<TermFieldName, FieldWords>> = {
  Term: { label: "Years", note: "" },
  "Usage growth": { label: "Usage grows a year", note: "" },
  Commitments: {
    label: "Commitment of each year",
    note: "One amount for all years, or a ramp such as 250k; 500k; 750k.",
  },
  "List price change": {
    label: "List prices change a year",
    note: "If not said, 0%: they stay. A fall is negative: -20%.",
  },
  Period: {
    label: "Usage is counted each",
    note: "If not said, year. A year of usage is spread evenly over its quarters or months.",
  },
  "Commitment test": {
    label: "The commitment must be used by",
    note: "If not said, each year. Tests by quarter or month need usage counted as often.",
  },
  "Band follows": {
    label: "The band follows the commitment of",
    note: "If not said, each year its own.",
  },
  "Rollover share": {
    label: "Unused that rolls over",
    note: "If not said, 0%: what is unused lapses.",
  },
  "Rollover cap": {
    label: "At most, of the commitment",
    note: "If not said, 100%: no cap.",
  },
  "Rollover life": {
    label: "Usable in how many later tests",
    note: "If not said, 1. It counts tests, not years.",
  },
  "Rollover order": { label: "Used up first", note: "If not said, the commitment." },
  "Rollover only on renewal": {
    label: "Lost if the commitment falls",
    note: "If not said, no.",
  },
  "Price path": {
    label: "Price inside the commitment",
    note: "If not said, percent off list: it moves with list prices.",
  },
  "Price path lasts": { label: "For how many years", note: "If not said, the whole term." },
  "Floor re-based": {
    label: "The commitment shrinks as list falls",
    note: "If not said, no.",
  },
  "Renewal every": {
    label: "A renewal every how many years",
    note: "If not said, none: one contract for the whole term.",
  },
  "Renewal uplift ask": { label: "Uplift asked at a renewal", note: "If not said, 0%." },
  "Renewal uplift cap": { label: "Cap on that uplift", note: "If not said, none." },
  "Uplift on": { label: "The uplift raises", note: "If not said, the net price." },
  Payment: { label: "Paid", note: "If not said, annual in advance." },
  "Discounting rate": {
    label: "Discounting rate a year",
    note: "If not said, 0%: the present value is the total.",
  },
  "Start date": {
    label: "Start date",
    note: "If not said, none: cash flows are dated by months.",
  },
  "Usage volatility": {
    label: "Usage moves in a year by",
    note: "If not said, 0%: as expected. At 30%, two years in three stay within some 30% of it.",
  },
  "List price volatility": {
    label: "List prices move in a year by",
    note: "If not said, 0%: they move as set above.",
  },
  "Usage persistence": {
    label: "Of a move of usage, carries on to the next year",
    note: "If not said, 100%: a low year stays low. At 0% each year is its own.",
  },
};

/** Policies behind disclosures. */
export const POLICY_GROUPS: readonly {
  readonly title: string;
  readonly names: readonly PolicyName[];
}[] = [
  {
    title: "What is not used",
    names: [
      "Commitment test",
      "Period",
      "Band follows",
      "Rollover share",
      "Rollover cap",
      "Rollover life",
      "Rollover order",
      "Rollover only on renewal",
    ],
  },
  {
    title: "List prices",
    names: ["List price change", "Price path", "Price path lasts", "Floor re-based"],
  },
  {
    title: "Renewals",
    names: ["Renewal every", "Renewal uplift ask", "Renewal uplift cap", "Uplift on"],
  },
  { title: "Payment", names: ["Payment", "Discounting rate", "Start date"] },
];

/** Policies that chance follows. */
export const CHANCE = [
  "Usage volatility",
  "Usage persistence",
  "List price volatility",
] as const satisfies readonly PolicyName[];

/** What every field of the view sets. */
export const SET_POLICIES: readonly PolicyName[] = [
  "Term",
  "Usage growth",
  ...POLICY_GROUPS.flatMap(({ names }) => names),
  ...CHANCE,
];
