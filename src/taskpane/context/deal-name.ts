import type { ListedDeal } from "../../workbook/deal/deals";
import type { PaneState } from "./pane-state";

/** What the pane calls the deal in the workbook that it shows where no scenario is: by its sheet, where there are several. */
export function workbookDealName({
  deals,
  shownDeal,
}: Pick<PaneState, "deals" | "shownDeal">): string {
  const listed = deals.find(({ key }) => key === shownDeal);
  return listed && deals.length > 1 ? dealWords(listed) : "The deal in the workbook";
}

/** One of several deals of a workbook. */
export function dealWords({ name }: ListedDeal): string {
  return `The deal on ${name}`;
}
