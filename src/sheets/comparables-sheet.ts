import { TEXT, USD, WRITTEN_PERCENT } from "../wording/format/number-formats";
import { type CellContent, commit, excel, type Formula, operation, quoted } from "./formulas/call";
import { orWord } from "./label-formula";
import { literalText } from "./literal-text";
import type { SheetBlock } from "./sheet-block";

export const COMPARABLES_TITLE = "Comparable deals";
export const COMPARABLES_NOTES: readonly string[] = [
  "What others got: one row a deal, its commitment a year and its discount. Bandwise ships no deals: type those that you know, and say who told you.",
  "Five deals are needed to rank an offer. A deal without a source counts, and is drawn hollow in the pane.",
];

/** Columns of the table; people type into all of them. */
export const COMPARABLES_COLUMNS = [
  { heading: "Date", format: "yyyy-mm-dd", width: 76 },
  { heading: "Commitment", format: "$#,##0", width: 96 },
  { heading: "Discount", format: WRITTEN_PERCENT, width: 72 },
  { heading: "Source", format: TEXT, width: 170 },
  { heading: "Note", format: TEXT, width: 200 },
] as const;

/** Blank rows to type into. */
export const BLANK_DEALS = 20;
/** Row of the headings, from 0: below the title, two notes and a blank row. */
export const HEADINGS_ROW = 4;
/** First column beside the table, with one between. */
const BESIDE = COMPARABLES_COLUMNS.length + 1;
const OFFER_ROW = HEADINGS_ROW + 1;
const SUMMARY_ROW = OFFER_ROW + 4;

/** Widths in points of the columns beside the table. */
export const BESIDE_WIDTHS = { gap: 24, labels: 150, values: 104 };

/** What BENCHMARK_RANK's summary says, in its order, with the rank first where people look for it. */
const MEASURES: readonly (readonly [label: string, row: number, format: string])[] = [
  ["Share of deals that the offer beats", 8, "0%"],
  ["Comparable deals", 2, "0"],
  ["Lowest discount", 3, WRITTEN_PERCENT],
  ["Lower quartile", 4, WRITTEN_PERCENT],
  ["Median", 5, WRITTEN_PERCENT],
  ["Upper quartile", 6, WRITTEN_PERCENT],
  ["Highest discount", 7, WRITTEN_PERCENT],
  ["Points to the median", 9, "[>=0.00005]0.0#%;[<=-0.00005]-0.0#%;0.0%"],
  ["A year to the median", 10, USD],
];

/** What a deal is compared by: how formulas refer to it. */
export interface ComparedOffer {
  readonly bands: string;
  /** Null where the deal has no commitment: then there is a cell to type one into. */
  readonly commitment: string | null;
  /** What people call the deal: the sheet stays with it when the pane shows another. */
  readonly deal?: string;
}

/** What the sheet reads beside its table, for its head. */
export function comparedInputs({ bands, commitment }: ComparedOffer): string {
  const of = commitment === null ? "" : ` and the commitment in ${commitment}`;
  return `Inputs: the bands in ${bands}${of}.`;
}

export interface ComparablesSheet {
  readonly rows: number;
  readonly columns: number;
  readonly parts: readonly SheetBlock[];
}

/** What stands beside the table: the offer, and where it stands among the deals in its band and among all. */
export function layOutComparables(
  { bands, commitment, deal = bands }: ComparedOffer,
  table: string,
): ComparablesSheet {
  const values = BESIDE + 1;
  const [amount, discount] = [`$H$${OFFER_ROW + 1}`, `$H$${OFFER_ROW + 2}`];
  const given = (formula: Formula): Formula =>
    excel("IF", operation(excel("N", amount), ">", 0), formula, quoted("no commitment"));
  const summary = (row: number, among: string | null): Formula => {
    const found = commit(
      "BENCHMARK_RANK",
      ...[discount, amount, `${table}[#All]`, among, quoted("summary")],
    );
    return given(orWord(excel("INDEX", found, row, 2), "too few"));
  };
  const column = (
    row: number,
    at: number,
    cells: readonly CellContent[],
    look: SheetBlock["look"],
    formats: readonly string[],
  ): SheetBlock => ({
    ...{ row, column: at, cells: cells.map((cell) => [cell]), rows: cells.length, columns: 1 },
    ...{ look, formats },
  });
  const formats = MEASURES.map(([, , format]) => format);
  const offer = [commit("BAND_RATE", amount, bands), commit("BAND_NAME", amount, bands)];
  return {
    rows: HEADINGS_ROW + 1 + BLANK_DEALS,
    columns: BESIDE + 3,
    parts: [
      { ...column(HEADINGS_ROW, BESIDE, ["This offer"], "heading", [TEXT]), columns: 3 },
      column(OFFER_ROW, BESIDE, ["Commitment a year", "Discount", "Band", "Deal"], "labels", []),
      column(
        ...([OFFER_ROW, values] as const),
        [commitment === null ? "" : { kind: "reference", reference: commitment }],
        commitment === null ? "inputs" : "results",
        ["$#,##0"],
      ),
      column(OFFER_ROW + 1, values, offer.map(given), "results", [WRITTEN_PERCENT, "@"]),
      column(OFFER_ROW + 3, values, [literalText(deal)], "results", [TEXT]),
      {
        ...{ row: SUMMARY_ROW, column: BESIDE, rows: 1, columns: 3, look: "tableHeading" },
        ...{ cells: [["Among comparable deals", "In its band", "Over all"]], formats: [] },
      },
      column(
        SUMMARY_ROW + 1,
        BESIDE,
        MEASURES.map(([label]) => label),
        "labels",
        [],
      ),
      ...[bands, null].map((among, index) =>
        column(
          ...([SUMMARY_ROW + 1, values + index] as const),
          MEASURES.map(([, row]) => summary(row, among)),
          "results",
          formats,
        ),
      ),
    ],
  };
}
