import { ALSO_SAID_HEADINGS, type DealLayout } from "../../sheets/deal-sheet";
import { BAND_HEADINGS, TERM_ROWS } from "../../sheets/example-deal";
import type { NewDeal, ProposalOnSheet } from "../../sheets/new-deal";
import { WRITTEN_PERCENT } from "../../wording/format/number-formats";
import { putText } from "../excel/put-text";

/** Room for "proposal, received 12 November 2026". */
const SOURCE_WIDTH = 190;

/** Writes bands and terms as tables, the first under its heading in A4. */
export function putAgreement(
  sheet: Excel.Worksheet,
  at: Pick<DealLayout, "bands" | "termsHeading" | "terms">,
  tables: { readonly bands: string; readonly terms: string },
  { bandRows, proposal }: NewDeal,
): void {
  putText(sheet.getRange("A4"), "Bands", Excel.BuiltInStyle.heading3);
  putText(sheet.getRange(at.termsHeading), "Terms", Excel.BuiltInStyle.heading3);
  sheet.getRange(at.bands).values = [[...BAND_HEADINGS], ...bandRows.map((row) => [...row])];
  sheet.getRange(at.terms).values = (proposal?.termRows ?? TERM_ROWS).map((row) => [...row]);
  addTable(sheet, at.bands, tables.bands);
  addTable(sheet, at.terms, tables.terms);
}

/** Number formats of the policies of several years among the terms: shares as percentages. */
export function policyFormats(
  termRows: ProposalOnSheet["termRows"],
  at: Pick<DealLayout, "termValue">,
): readonly (readonly [address: string, format: string])[] {
  return termRows
    .slice(TERM_ROWS.length)
    .flatMap(([name], index) =>
      /share$|cap$/.test(String(name))
        ? [[at.termValue(TERM_ROWS.length - 1 + index), WRITTEN_PERCENT]]
        : [],
    );
}

/** What the proposal also says, and its text, below the deal. */
export function putProposal(
  sheet: Excel.Worksheet,
  at: Pick<DealLayout, "alsoSaidHeading" | "alsoSaid" | "textHeading" | "text">,
  table: string,
  { alsoSaid, text }: ProposalOnSheet,
): void {
  sheet.getRangeByIndexes(0, BAND_HEADINGS.indexOf("Source"), 1, 1).format.columnWidth =
    SOURCE_WIDTH;
  if (alsoSaid.length > 0) {
    putText(
      sheet.getRange(at.alsoSaidHeading),
      "Also said, not priced",
      Excel.BuiltInStyle.heading3,
    );
    sheet.getRange(at.alsoSaid).values = [
      [...ALSO_SAID_HEADINGS],
      ...alsoSaid.map((row) => [...row]),
    ];
    addTable(sheet, at.alsoSaid, table);
  }
  if (text.length === 0) return;
  putText(sheet.getRange(at.textHeading), "The proposal as received", Excel.BuiltInStyle.heading3);
  sheet.getRange(at.text).values = text.map((line) => [line]);
}

/** Makes a table of cells with their headings, whose name formulas and scenarios find it by. */
export function addTable(sheet: Excel.Worksheet, address: string, name: string): void {
  const table = sheet.tables.add(address, true);
  table.name = name;
  table.showFilterButton = false;
}
