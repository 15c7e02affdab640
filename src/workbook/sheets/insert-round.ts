import type { Currency } from "../../core/currency";
import { roundWords } from "../../deal/offer-round";
import type { ScenarioToWrite } from "../../deal/scenario-to-write";
import { blockOf } from "../../input/cells/a1";
import { type DealNumbers, dealOfNumbers } from "../../sheets/deal-numbers";
import { BAND_HEADINGS, TERM_ROWS } from "../../sheets/example-deal";
import type { NewDeal } from "../../sheets/new-deal";
import { dealHeadLine } from "../../sheets/provenance";
import { type RoundLayout, roundLayout } from "../../sheets/round-sheet";
import { formatExactUsd, timeOfMaking } from "../../wording/format/format";
import { WRITTEN_PERCENT, writtenUsd } from "../../wording/format/number-formats";
import { validateBands, validateTerms } from "../deal/validate-deal";
import { amountWidth, setNumberFormat, typedAmountWidth } from "../excel/number-format";
import type { Outcome } from "../excel/outcome";
import { putHeadLine } from "../excel/put-head-line";
import { putText } from "../excel/put-text";
import { setUpPage } from "../excel/set-up-page";
import { removeTable } from "../journal/roll-back";
import { writeSheet } from "../journal/write-sheet";
import { addScenario } from "../scenarios/change-scenarios";
import { policyFormats, putAgreement, putProposal } from "./agreement-on-sheet";
import { BAND_WIDTHS, type InsertedSheet } from "./insert-deal";

/** A further offer for the deal that is open: what the proposal says, and the scenario that it becomes. */
export interface RoundToWrite {
  readonly numbers: DealNumbers;
  /** Its bands and terms are those of the sheet that is written. */
  readonly scenario: Omit<ScenarioToWrite, "bands" | "terms">;
}

const NOTE =
  "A further offer as you confirmed it; where it is silent, cautious terms. Its commitment and its usage are in the row of its scenario.";

/**
 * Writes a further offer: a sheet with its bands, its terms and what else it says, and a scenario that names them.
 *
 * The deal that is open stays as it is. Where the scenario cannot be added, its sheet is taken out again.
 *
 * @param now When they are made, which their heads say.
 */
export async function insertRound(
  { numbers, scenario }: RoundToWrite,
  currency: Currency,
  now = new Date(),
): Promise<Outcome<InsertedSheet>> {
  const deal = withRampSaid(dealOfNumbers(numbers), currency);
  const { proposal } = deal;
  const at = roundLayout(deal.bandRows.length, {
    terms: proposal ? proposal.termRows.length - TERM_ROWS.length : 0,
    alsoSaid: proposal?.alsoSaid.length ?? 0,
    text: proposal?.text.length ?? 0,
  });
  const title = `Offer: ${roundWords(scenario.round) || scenario.name}`;
  const tables = { bands: "", terms: "", alsoSaid: "" };
  const written = await writeSheet({
    kind: "table",
    plan: () => (known) => {
      tables.bands = known.freeName("OfferBands", "");
      tables.terms = known.freeName("OfferTerms", "");
      tables.alsoSaid = known.freeName("OfferAlsoSaid", "");
      return {
        place: { kind: "newSheet", name: "Offer" },
        ...blockSize(at.block),
        content: () => ({
          title,
          put: ({ sheet }) => {
            putRound(sheet, at, tables, deal, title, currency);
            putHeadLine(
              sheet,
              dealHeadLine(timeOfMaking(now), [], [BAND_HEADINGS, ...deal.bandRows]),
            );
          },
        }),
      };
    },
  });
  if (!written.ok) return written;
  const added = await addScenario(
    { ...scenario, bands: tables.bands, terms: tables.terms },
    currency,
    now,
  );
  if (added.ok) return { ok: true, value: { sheet: written.value.sheet } };
  const removed = await removeTable(written.value.id);
  return removed.ok ? added : removed;
}

/** A scenario is priced over one year, so the commitments of a ramp stand beside it. */
function withRampSaid(deal: NewDeal, currency: Currency): NewDeal {
  const { proposal } = deal;
  if (!proposal || proposal.schedule.length === 0) return deal;
  const amounts = proposal.schedule.map(({ commitment }) =>
    formatExactUsd(Number(commitment), currency),
  );
  const row = ["Commitment by year", "not priced", amounts.join(", then ")];
  return { ...deal, proposal: { ...proposal, alsoSaid: [...proposal.alsoSaid, row] } };
}

function blockSize(address: string): { readonly rows: number; readonly columns: number } {
  const { rows, columns } = blockOf(address);
  return { rows, columns };
}

function putRound(
  sheet: Excel.Worksheet,
  at: RoundLayout,
  tables: { readonly bands: string; readonly terms: string; readonly alsoSaid: string },
  deal: NewDeal,
  title: string,
  currency: Currency,
): void {
  putText(sheet.getRange("A1"), title, Excel.BuiltInStyle.heading1);
  putText(sheet.getRange("A2"), NOTE, Excel.BuiltInStyle.explanatoryText);
  putAgreement(sheet, at, tables, deal);
  const thresholds = deal.bandRows.flatMap(([first]) => (typeof first === "number" ? [first] : []));
  for (const inputs of [at.inputs.bands, at.inputs.terms])
    sheet.getRange(inputs).style = Excel.BuiltInStyle.input;
  setNumberFormat(sheet.getRange(at.thresholds), writtenUsd(thresholds), currency);
  setNumberFormat(sheet.getRange(at.discounts), WRITTEN_PERCENT, currency);
  setNumberFormat(sheet.getRange(at.termShares), WRITTEN_PERCENT, currency);
  for (const [address, format] of policyFormats(deal.proposal?.termRows ?? [], at))
    setNumberFormat(sheet.getRange(address), format, currency);
  sheet.getRange(at.inputs.terms).format.horizontalAlignment = "Right";
  for (const [column, width] of BAND_WIDTHS.entries())
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth =
      column === 0
        ? typedAmountWidth(width, currency, Math.max(0, ...thresholds))
        : amountWidth(width, currency);
  if (deal.proposal) putProposal(sheet, at, tables.alsoSaid, deal.proposal);
  validateBands(sheet.getRange(at.inputs.bands), currency);
  validateTerms(sheet.getRange(at.inputs.terms));
  setUpPage(sheet, 2);
  sheet.activate();
  sheet.getRange("A1").select();
}
