import { readBands } from "../../src/input/bands-cells";
import { readUncertainAgreement } from "../../src/input/uncertain-period-cells";
import type { DecisionRequest } from "../../src/workbook/sheets/write-decision";
import { good } from "../core/deals";
import { done } from "./open";
import { readDeal } from "./read";

/** What the sheet of the open example deal is made from, and the core's own reading of it. */
export async function decisionRequest() {
  const deal = done(await readDeal());
  const bands = good(readBands(deal.bands));
  const { forecast, agreement } = good(
    readUncertainAgreement(deal.forecast, deal.bands, deal.terms),
  );
  const { usage } = deal.references;
  const references = { ...deal.references, usage: usage ?? "0" };
  const request: DecisionRequest = {
    deal: references,
    bands,
    agreement,
    largestUsd: 1_000_000,
    ...{ madeOn: "22 November 2026, 10:30", sources: [{ cells: deal }] },
  };
  return { request, forecast, agreement };
}
