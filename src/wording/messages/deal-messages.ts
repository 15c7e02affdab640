import type { Currency } from "../../core/currency";
import { byCause } from "../../core/errors";
import { describeCauses } from "../../core/faults/describe-causes";
import type { DealFault } from "../../deal/parse-deal";
import { readableReference } from "../../input/cells/cell-reference";

/** The sheet of an address: My sheet for 'My sheet'!A1. */
export function sheetOf(address: string): string {
  const sheet = address.slice(0, address.lastIndexOf("!"));
  return sheet.replace(/^'(.*)'$/, "$1").replaceAll("''", "'");
}

/** What is wrong in a sentence, and the first cell where it is; the cell is empty where that is not known. */
export interface FaultLine {
  readonly sentence: string;
  readonly cell: string;
}

/** The faults of a part, a line for each cause: fourteen alike are one. */
export function faultLines(
  { errors, cells }: Pick<DealFault, "errors" | "cells">,
  currency: Currency,
): readonly FaultLine[] {
  return byCause(errors).flatMap((cause) =>
    describeCauses(cause, currency).map((sentence) => ({
      sentence,
      cell: cells[errors.indexOf(cause[0])] ?? "",
    })),
  );
}

/** A line with its cell before it: "Sheet1!D7: Discount in row 3 of bands is 15: …". */
export function faultText({ sentence, cell }: FaultLine): string {
  return cell ? `${readableReference(cell)}: ${sentence}` : sentence;
}
