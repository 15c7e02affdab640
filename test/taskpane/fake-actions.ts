import type { PaneActions } from "../../src/taskpane/pane-actions";
import type { Outcome, WorkbookFault } from "../../src/workbook/outcome";
import type { TableRequest, WrittenTable } from "../../src/workbook/table";
import { dealCells, type Scenario } from "./pane-scenarios";

/** A workbook in a few variables, which notes what it was asked. */
export interface FakeWorkbook {
  readonly actions: PaneActions;
  readonly requests: readonly TableRequest[];
  /** As an edit of a cell by the user. */
  edit(deal: Scenario["deal"]): void;
}

export function fakeWorkbook(scenario: Scenario): FakeWorkbook {
  let { deal } = scenario;
  let tables: readonly WrittenTable[] = scenario.tables;
  let changed = (): void => {};
  const requests: TableRequest[] = [];
  const actions: PaneActions = {
    async insertExample() {
      deal = dealCells();
      return done({ sheet: "Deal" });
    },
    async readDeal() {
      if (deal === "unanswered") return new Promise(() => {});
      if (deal === "none") return stopped({ kind: "nothingNamed", names: ["Bands"] });
      return "kind" in deal ? stopped(deal) : done(deal);
    },
    async readSelectedUsages() {
      return done(scenario.selection);
    },
    async writeTable(request) {
      requests.push(request);
      const { atSelection } = scenario;
      if (request.destination.kind === "selection" && atSelection) return stopped(atSelection);
      const written: WrittenTable = {
        id: `Table ${tables.length + 1}`,
        title: "Effective cost by usage and commitment",
        sheet: "Cost table",
        address: "A1:P15",
        complete: true,
      };
      tables = [...tables, written];
      return done(written);
    },
    async listTables() {
      return done(tables);
    },
    async goToTable(id) {
      const there = tables.some((table) => table.id === id);
      return there ? done(undefined) : stopped({ kind: "sheetGone", sheet: "Cost table" });
    },
    async removeTable(id) {
      tables = tables.filter((table) => table.id !== id);
      return done(undefined);
    },
    async watchWorkbook(onChange) {
      changed = onChange;
      return done(async () => {
        changed = () => {};
      });
    },
  };
  return {
    actions,
    requests,
    edit(now) {
      deal = now;
      changed();
    },
  };
}

function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

function stopped(fault: WorkbookFault): Outcome<never> {
  return { ok: false, fault };
}
