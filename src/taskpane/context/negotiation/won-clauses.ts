import type { Assumptions } from "../../../deal/assumptions";
import { CLAUSE_NAMES, type ClauseName } from "../../../forecast/clause-values";
import { wonClauses } from "../../../sheets/negotiation/asks-cells";
import type { AsksDefinition, SeatsDefinition } from "../../../sheets/sheet-definition";
import type { PaneState } from "../pane-state";

/** What tells which sheet of asks is about the deal that is shown. */
export type ShownAsks = Pick<PaneState, "asks" | "tables" | "deal" | "shown">;

/** The sheet of asks about the deal that is shown, and its cells; the one written last where there are several. */
export function asksOfShown(state: ShownAsks) {
  return typedSheetOfShown(state, "asks");
}

/** The sheet of a kind about the deal that is shown, and its cells; the one written last where there are several. */
export function typedSheetOfShown(
  { asks, tables, deal, shown }: ShownAsks,
  kind: (AsksDefinition | SeatsDefinition)["kind"],
) {
  const reading = deal.kind === "read" ? deal.reading : undefined;
  return tables
    .flatMap((table) => {
      const cells = asks.find(({ id }) => id === table.id);
      const { definition } = table;
      return cells && reading && definition?.kind === kind && isAbout(definition)
        ? [{ table, cells }]
        : [];
    })
    .at(-1);

  function isAbout({ scenario, references }: AsksDefinition | SeatsDefinition): boolean {
    // The cells of a scenario are found by its name, wherever its row is.
    if (scenario !== null || shown !== null) return scenario === shown;
    return JSON.stringify(references) === JSON.stringify(reading?.references);
  }
}

/** The clauses that the sheet of asks about the deal that is shown says are won. */
export function wonOfShown(state: ShownAsks): readonly ClauseName[] {
  return wonClauses(asksOfShown(state)?.cells.values ?? []);
}

/** What is supposed after the workbook was read again: a clause that its sheet of asks says is won is priced as won. */
export function withWon(whatIf: Assumptions, before: ShownAsks, now: ShownAsks): Assumptions {
  const was = wonOfShown(before);
  const is = wonOfShown(now);
  if (String(was) === String(is)) return whatIf;
  const isOn = (name: ClauseName): boolean =>
    is.includes(name) || (whatIf.clauses.includes(name) && !was.includes(name));
  return { ...whatIf, clauses: CLAUSE_NAMES.filter(isOn) };
}
