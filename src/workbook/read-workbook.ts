import type { ComparableCells } from "../deal/comparable-deals";
import type { ByInput, DealCells } from "../deal/deal-inputs";
import type { Found } from "../deal/found-cells";
import type { ScenarioTable } from "../deal/scenario";
import type { AlsoSaidCells } from "../deal/text-terms";
import type { HistoryCells } from "../sheets/usage/usage-history";
import { askComparables } from "./comparables/read-comparables";
import { CURRENCY_KEY, currencyIn } from "./deal/currency-choice";
import { CHOICE_KEY, readChoiceValue, SHOWN_DEAL_KEY } from "./deal/deal-choice";
import { dealSources, type ListedDeal, shownSource } from "./deal/deals";
import { askDeal, askListing, nameDeals } from "./deal/read-deal";
import { askTyped } from "./excel/find-cells";
import type { Outcome } from "./excel/outcome";
import { FaultError, outcomeOf, runExcel } from "./excel/run";
import { loadIndex } from "./excel/workbook-index";
import { recordsIn } from "./journal/record";
import { askTables } from "./journal/written";
import { writtenDeal } from "./journal/written-deal";
import type { WrittenTable } from "./journal/written-table";
import { askForLists, askScenarios } from "./scenarios/read-scenarios";
import { askAlsoSaid } from "./sheets/ask-also-said";
import { type AsksCells, askAsks } from "./sheets/read-asks";
import { askHistory } from "./usage/ask-history";

/** All that the pane reads of a workbook, as plain data: nothing here is parsed. */
export interface WorkbookCells {
  /** Code of the label of amounts; null where none was chosen. */
  readonly currency: string | null;
  readonly deals: readonly ListedDeal[];
  /** What others got; null where the workbook has no table of it. */
  readonly comparables: ComparableCells | null;
  /** Key of the deal that is shown, whether it can be read or not; null where the workbook has none. */
  readonly shownDeal: string | null;
  /** The cells of the deal that is shown. */
  readonly deal: Outcome<DealCells>;
  readonly scenarios: Outcome<ScenarioTable | null>;
  /** Months of imported usage; null where there are none. */
  readonly usage: HistoryCells | null;
  /** What stands on each sheet of asks, and of seats and dates. */
  readonly asks: readonly AsksCells[];
  /** What proposals say beside their prices. */
  readonly alsoSaid: readonly AlsoSaidCells[];
  /** What we wrote and the user can remove. */
  readonly tables: readonly WrittenTable[];
  /** What the references that a form holds mean; undefined where none were given. */
  readonly typed: ByInput<Found> | undefined;
}

/**
 * Reads the deal that is shown, the other deals, scenarios, imported usage, tables and the label of amounts in two round trips: the first
 * finds what there is and where, the second reads the cells.
 *
 * A third round trip is needed only for the cells beside a forecast that is a Table of one column, for a Table of scenarios' bands
 * beyond row 2,000, and for a table of scenarios under a name that it seldom has: Excel does not tell their place before.
 *
 * @param typed References that a form holds, whose cells are read with the rest.
 */
export function readWorkbook(typed?: ByInput<string>): Promise<Outcome<WorkbookCells>> {
  return runExcel(async (context) => {
    const { workbook } = context;
    const { settings } = workbook;
    settings.load("items/key,items/value");
    const indexed = loadIndex(workbook);
    const lists = askForLists(workbook);
    await context.sync();

    const index = indexed();
    const kept = new Map<string, unknown>(settings.items.map(({ key, value }) => [key, value]));
    const records = recordsIn(settings);
    const choice = readChoiceValue(kept.get(CHOICE_KEY));
    const sources = dealSources(index, choice, records.flatMap(writtenDeal));
    const shown = shownSource(sources, kept.get(SHOWN_DEAL_KEY));
    const deal = shown && askDeal(workbook, index, shown);
    const comparables = askComparables(workbook, index, records);
    const listings = sources.map((source) => askListing(workbook, index, source));
    const scenarios = askScenarios(context, index, settings, lists);
    const tables = askTables(workbook, records);
    const asks = askAsks(workbook, records);
    const alsoSaid = askAlsoSaid(workbook, index);
    const usage = askHistory(workbook, index, records);
    const asked = typed && askTyped(workbook, index, typed);
    await context.sync();

    const asksMore = (): boolean =>
      [deal?.askMore(), scenarios.askMore(), asked?.askMore()].includes(true);
    while (asksMore()) await context.sync();
    return {
      currency: currencyIn(kept.get(CURRENCY_KEY)),
      deals: nameDeals(listings.flatMap(({ listed }) => listed() ?? [])),
      comparables: comparables(),
      shownDeal: shown?.key ?? null,
      deal: outcomeOf(() => {
        if (deal) return deal.cells();
        throw new FaultError({ kind: "nothingNamed", names: ["Bands"] });
      }),
      scenarios: outcomeOf(() => scenarios.table()),
      usage: usage(),
      asks: asks(),
      alsoSaid: alsoSaid(),
      tables: tables(),
      typed: asked?.found(),
    };
  });
}
