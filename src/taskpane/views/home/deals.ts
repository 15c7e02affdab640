import type { ListedDeal } from "../../../workbook/deal/deals";
import { dealWords, workbookDealName } from "../../context/deal-name";
import type { PaneState, ViewState } from "../../context/pane-state";
import type { MenuItem } from "./deal-menu";

/** Name of the deal that the pane shows. */
export function dealName(pane: PaneState): string {
  if (pane.shown !== null) return pane.shown;
  return pane.deal.kind === "reading" ? "Bandwise" : workbookDealName(pane);
}

/** The deals that can be shown: those in the workbook, and each scenario that has a name. None where there is no choice. */
export function dealChoices(
  pane: PaneState,
  show: (name: string | null) => void,
  showDeal: (deal: ListedDeal) => void,
): readonly MenuItem[] {
  const { scenarios, shown, deals, shownDeal } = pane;
  const named = scenarios.filter(({ isNamed }) => isNamed);
  if (named.length === 0 && deals.length < 2) return [];
  const ofWorkbook =
    deals.length < 2
      ? [{ words: workbookDealName(pane), isChosen: shown === null, take: () => show(null) }]
      : deals.map((deal) => ({
          words: dealWords(deal),
          isChosen: shown === null && deal.key === shownDeal,
          take: () => showDeal(deal),
        }));
  return [
    ...ofWorkbook,
    ...named.map(({ name, problems }) => ({
      words: problems.length > 0 ? `${name} (to put right)` : name,
      isChosen: name === shown,
      take: () => show(name),
    })),
  ];
}

/** What can be done with the deal that is shown. */
export function dealActions(
  { scenarios, shown, deal, workbookDeal }: PaneState,
  open: (view: ViewState) => void,
  readAgain: () => void,
): readonly MenuItem[] {
  const isRead = deal.kind === "read";
  return [
    ...(isRead
      ? [
          {
            words: shown === null ? "Save as scenario" : "Edit this scenario",
            take: () => open({ name: "scenarios", form: "scenario" }),
          },
        ]
      : []),
    ...(scenarios.length > 1
      ? [{ words: "Compare scenarios", take: () => open({ name: "negotiation" }) }]
      : []),
    ...(workbookDeal.kind === "read" && workbookDeal.reading.forecast
      ? [
          {
            words: "Add the vendor’s next offer",
            take: () => open({ name: "proposal", form: "round" }),
          },
        ]
      : []),
    { words: "All scenarios", take: () => open({ name: "scenarios" }) },
    { words: "Start another deal", take: () => open({ name: "start" }) },
    { words: "Read again", take: readAgain },
  ];
}
