import { daysFromTerms } from "../../../analysis/negotiation/dates";
import { readTermsAndBlanks } from "../../../input/terms-cells";
import type { TypedTables } from "../../../sheets/negotiation/seats-cells";
import { timeOfMaking } from "../../../wording/format/format";
import type { SeatsRequest } from "../../../workbook/sheets/write-seats";
import type { DealState } from "../pane-state";
import { negotiatedDeal } from "./asks-request";

/** What the sheet of seats and dates is made from, with what a proposal says, or a sentence on what to mend first. */
export function seatsRequest(
  state: DealState,
  now: Date,
  said?: TypedTables,
): SeatsRequest | string {
  const found = negotiatedDeal(state);
  if (typeof found === "string") return found;
  const { reading, deal, scenario, largestUsd } = found;
  const terms = readTermsAndBlanks(reading.cells.terms);
  return {
    ...{ deal, largestUsd },
    days: daysFromTerms(terms.ok ? terms.value.terms : {}),
    ...(scenario && { scenario }),
    ...(said && { said }),
    definition: {
      ...{ kind: "seats", form: "live" },
      scenario: reading.scenario?.name ?? null,
      references: reading.references,
    },
    madeOn: timeOfMaking(now),
  };
}
