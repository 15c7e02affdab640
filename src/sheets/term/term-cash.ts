import { USD } from "../../wording/format/number-formats";
import { commit, excel, type Operand, operation, quoted } from "../formulas/call";
import { orWord } from "../label-formula";
import { headingAt, type SheetBlock } from "../sheet-block";
import { beside, body, labels, trimmed } from "./term-blocks";
import type { TermOnSheet, TermSheetDeal } from "./term-inputs";

/** Rows that the cash flows take. */
export function cashRowsOf({ flows }: TermSheetDeal): number {
  return 6 + flows + 2;
}

/**
 * Lays out what is paid when, from a row on, with the present value by TERM_COST and by Excel's own XNPV.
 *
 * @param given Arguments of TERM_SCHEDULE, null where one is left out.
 */
export function layOutCash(
  deal: TermSheetDeal,
  row: number,
  given: readonly (Operand | null)[],
): readonly SheetBlock[] {
  const { flows } = deal;
  const flowTop = row + 6;
  const [flowFirst, flowLast] = [flowTop + 2, flowTop + 1 + flows];
  const column = (name: string): string => `$${name}$${flowFirst}:$${name}$${flowLast}`;
  const rate = rateFormula(deal);
  const ours = commit("TERM_COST", ...given, quoted("present value"));
  const isDated = excel("ISNUMBER", `$A$${flowFirst}`);
  const xnpv = excel(
    "IF",
    isDated,
    excel(
      "IF",
      operation(`$C$${row + 2}`, ">", 0),
      excel("XNPV", `$C$${row + 2}`, column("F"), column("A")),
      excel("SUM", column("F")),
    ),
    excel(
      "SUMPRODUCT",
      operation(column("F"), "/", excel("POWER", operation(1, "+", `$C$${row + 2}`), column("B"))),
    ),
  );
  return [
    headingAt(row, "What is paid when", 7),
    labels(row + 1, [
      "Discounting rate a year",
      "Present value, by TERM_COST",
      "The same by XNPV of Excel",
      "Difference",
    ]),
    {
      ...{ row: row + 1, column: 2, rows: 4, columns: 1, look: "results" },
      formats: ["0.0###%", USD_CENTS, USD_CENTS, USD_CENTS],
      cells: [
        [rate],
        [ours],
        [xnpv],
        [excel("ABS", excel("ROUND", operation(`$C$${row + 3}`, "-", `$C$${row + 4}`), 6))],
      ],
    },
    beside(
      row + 3,
      3,
      excel(
        "IF",
        isDated,
        quoted(""),
        quoted("without a Start date, by months: no dates for XNPV"),
      ),
    ),
    body(flowTop, flows + 1, 7, orWord(commit("CASH_FLOWS", ...trimmed(given)), "no date"), [
      ...["yyyy-mm-dd", "0.00", USD, USD, USD, USD, USD],
    ]),
  ];
}

const USD_CENTS = "$#,##0.00;-$#,##0.00;$0.00";

/** The discounting rate that applies: what is set, else what the terms of the deal say. */
function rateFormula({ references, set }: TermOnSheet): Operand {
  const own = set.find(([name]) => name === "Discounting rate");
  if (own) return Number(own[1]);
  if (references.terms === null) return 0;
  const found = excel("VLOOKUP", quoted("Discounting rate"), references.terms, 2, 0);
  return excel("IFERROR", excel("VALUE", found), 0);
}
