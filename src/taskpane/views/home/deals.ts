import type { PaneState, ViewState } from "../../context/pane-state";
import type { MenuItem } from "./deal-menu";

const OF_WORKBOOK = "The deal in the workbook";

/** Name of the deal that the pane shows. */
export function dealName({ shown, deal }: PaneState): string {
  if (shown !== null) return shown;
  return deal.kind === "reading" ? "Bandwise" : OF_WORKBOOK;
}

/** The deals that can be shown: the one in the workbook, and each scenario that has a name. None where there is no choice. */
export function dealChoices(
  { scenarios, shown }: PaneState,
  show: (name: string | null) => void,
): readonly MenuItem[] {
  const named = scenarios.filter(({ isNamed }) => isNamed);
  if (named.length === 0) return [];
  return [
    { words: OF_WORKBOOK, isChosen: shown === null, take: () => show(null) },
    ...named.map(({ name, problems }) => ({
      words: problems.length > 0 ? `${name} (to put right)` : name,
      isChosen: name === shown,
      take: () => show(name),
    })),
  ];
}

/** What can be done with the deal that is shown. */
export function dealActions(
  { scenarios, shown, deal }: PaneState,
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
    { words: "All scenarios", take: () => open({ name: "scenarios" }) },
    { words: "Start another deal", take: () => open({ name: "start" }) },
    { words: "Read again", take: readAgain },
  ];
}
