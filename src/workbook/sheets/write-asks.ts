import type { AskList } from "../../analysis/negotiation/asks";
import type { Currency } from "../../core/currency";
import type { DecisionDeal } from "../../sheets/decision-sheet";
import { ASKS_COLUMNS } from "../../sheets/negotiation/asks-columns";
import { ASKS_LOOKS, asksArea, TABLE_ROWS } from "../../sheets/negotiation/asks-places";
import { ASKS_TITLE, type AsksSheet, layOutAsks } from "../../sheets/negotiation/asks-sheet";
import { ASK_STATUSES, askRows, typedAsks } from "../../sheets/negotiation/asks-table";
import { type SheetSource, withProvenance } from "../../sheets/provenance";
import { layOutScenario, type ScenarioOnSheet } from "../../sheets/scenario-cells";
import type { CellArea } from "../../sheets/sheet-block";
import type { AsksDefinition } from "../../sheets/sheet-definition";
import { TEXT } from "../../wording/format/number-formats";
import { allow } from "../deal/validate-deal";
import { typedAmountWidth } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putText } from "../excel/put-text";
import type { WrittenPlace } from "../journal/rewrite-sheet";
import type { WrittenTable } from "../journal/written-table";
import { readTypedSheet } from "./change-asks";
import { putOwnSheet } from "./put-own-sheet";
import { putBlock, showSheet } from "./put-sheet-part";

/** What a sheet of asks is made from. */
export interface AsksRequest {
  readonly deal: DecisionDeal;
  readonly asks: AskList;
  /** The scenario that it is about, where that is not the deal of the workbook. */
  readonly scenario?: ScenarioOnSheet;
  readonly largestUsd: number;
  readonly definition: AsksDefinition;
  /** In place of a sheet of asks that is there, whose typed cells it keeps; absent: on a new sheet. */
  readonly again?: WrittenPlace;
  readonly madeOn: string;
  /** What its inputs are read from, for what it says of itself. */
  readonly sources: readonly SheetSource[];
}

/** Title and notes, which head every page. */
const TITLE_ROWS = 3;

/**
 * Writes the asks with live values, and keeps what was typed beside each where the sheet is there already.
 *
 * It is a new sheet, listed with the tables and removed like one, or one that is there and is written again. When writing
 * fails, the workbook is as it was.
 */
export async function writeAsks(
  request: AsksRequest,
  currency: Currency,
): Promise<Outcome<WrittenTable>> {
  const { deal, asks, scenario, largestUsd, definition, again, madeOn, sources } = request;
  const read = again && (await readTypedSheet(again.id, ASKS_TITLE));
  if (read && !read.ok) return read;
  const rows = askRows(asks, read ? typedAsks(read.value.values, read.value.formulas) : []);
  if (rows.length > TABLE_ROWS)
    return {
      ok: false,
      fault: { kind: "noRoom", sheet: ASKS_TITLE, rows: rows.length, columns: ASKS_COLUMNS.length },
    };
  const layOut = (of: DecisionDeal): AsksSheet => layOutAsks(of, rows, asks.perYear, madeOn);
  const laidOut = scenario ? layOutScenario(deal, scenario, layOut) : layOut(deal);
  const layout = withProvenance(laidOut, madeOn, sources);
  return putOwnSheet({
    ...{ name: ASKS_TITLE, layout, form: "live", again, definition },
    put({ sheet }, parts) {
      for (const [index, name] of ASKS_COLUMNS.entries()) {
        const { width, format } = ASKS_LOOKS[name];
        const isAmount = format.includes("$");
        sheet.getRangeByIndexes(0, index, 1, 1).format.columnWidth = isAmount
          ? typedAmountWidth(width, currency, largestUsd)
          : width;
      }
      putText(sheet.getRange("A1"), layout.title, Excel.BuiltInStyle.heading1);
      putText(sheet.getRange("A2"), layout.note, Excel.BuiltInStyle.explanatoryText);
      putText(sheet.getRange("A3"), layout.noteBelow, Excel.BuiltInStyle.explanatoryText);
      for (const part of parts) putBlock(sheet, part, currency);
      alignWords(sheet);
      validate(sheet);
      showSheet(sheet, TITLE_ROWS);
    },
  });
}

/** Headings of words stand over them; what we could give may take more lines than one. */
function alignWords(sheet: Excel.Worksheet): void {
  for (const [index, name] of ASKS_COLUMNS.entries()) {
    const { row, rows } = asksArea(name);
    if (ASKS_LOOKS[name].format !== TEXT) continue;
    const { format } = sheet.getRangeByIndexes(row - 1, index, 1, 1);
    format.horizontalAlignment = "Left";
    // Words would touch the heading that ends at their left.
    if (index > 0) format.indentLevel = 1;
    if (name === "What we could give")
      sheet.getRangeByIndexes(row, index, rows, 1).format.wrapText = true;
  }
}

/** Lets Excel itself refuse what would not be read. */
function validate(sheet: Excel.Worksheet): void {
  const cells = ({ row, column, rows, columns }: CellArea): Excel.Range =>
    sheet.getRangeByIndexes(row, column, rows, columns);
  allow(
    cells(asksArea("Likelihood")),
    { decimal: { formula1: 0, formula2: 1, operator: "Between" } },
    "Give a percentage from 0% to 100%, or leave it blank if it is not known.",
  );
  allow(
    cells(asksArea("Our priority")),
    { wholeNumber: { formula1: 1, formula2: 99, operator: "Between" } },
    "Give a whole number, 1 for what matters most.",
  );
  allow(
    cells(asksArea("Status")),
    { list: { inCellDropDown: true, source: ASK_STATUSES.join(",") } },
    `Give ${ASK_STATUSES.slice(0, -1).join(", ")} or ${ASK_STATUSES.at(-1)}.`,
  );
}
