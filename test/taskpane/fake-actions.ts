import { byInput, type DealInput } from "../../src/deal/deal-inputs";
import { FORECAST_TITLE, forecastBlock } from "../../src/deal/forecast-block";
import type { Found } from "../../src/deal/found-cells";
import { type ScenarioTable, scenarioRows } from "../../src/deal/scenario";
import { SCENARIO_COLUMNS } from "../../src/deal/scenario-columns";
import { type ScenarioToWrite, scenarioCells } from "../../src/deal/scenario-to-write";
import { SCHEDULE_TABLE, scheduleRows } from "../../src/sheets/schedule-table";
import type { PaneActions } from "../../src/taskpane/context/pane-actions";
import type { Outcome, WorkbookFault } from "../../src/workbook/excel/outcome";
import type { TableRequest, WrittenTable } from "../../src/workbook/journal/written-table";
import type { WorkbookCells } from "../../src/workbook/read-workbook";
import type { DeletedScenario } from "../../src/workbook/scenarios/change-scenarios";
import { dealCells, OWN_CELLS, type Scenario } from "./pane-scenarios";

/** A workbook in a few variables, which notes what it was asked. */
export interface FakeWorkbook {
  readonly actions: PaneActions;
  readonly requests: readonly TableRequest[];
  /** As an edit of a cell by the user. */
  edit(deal: Scenario["deal"]): void;
}

/** What is read of a workbook with the example and nothing else, but for what a test changes. */
export function workbookCells(change: Partial<WorkbookCells> = {}): Outcome<WorkbookCells> {
  const scenarios = done(null);
  return done({
    currency: null,
    ...dealOf(dealCells()),
    comparables: null,
    scenarios,
    usage: null,
    tables: [],
    asks: [],
    alsoSaid: [],
    typed: undefined,
    ...change,
  });
}

export function fakeWorkbook(scenario: Scenario): FakeWorkbook {
  let { deal } = scenario;
  let currency: string | null = null;
  let tables: readonly WrittenTable[] = scenario.tables;
  let changed = (): void => {};
  const requests: TableRequest[] = [];
  const scenarios = new FakeScenarios(scenario.scenarios ?? []);
  const actions: PaneActions = {
    async insertExample() {
      deal = dealCells();
      return done({ sheet: "Deal" });
    },
    async insertNumbers({ bands, commitmentUsd, forecast }) {
      deal = dealCells({
        bands: [
          ["Threshold", "Discount", "Name"],
          ...bands.map((band) => [band.thresholdUsd, band.discountFraction, band.name]),
        ],
        commitment: commitmentUsd,
        forecast: forecastBlock(forecast).map(([label, value]) => [label, value]),
      });
      return done({ sheet: "Deal" });
    },
    async insertRound({ scenario: added }) {
      if (scenarios.has(added.name)) return stopped({ kind: "scenarioThere", name: added.name });
      scenarios.put({ ...added, bands: "Offer[#All]", terms: "" });
      return done({ sheet: "Offer" });
    },
    async chooseCurrency(code) {
      currency = code;
      return done(undefined);
    },
    async readSelectedText() {
      return done("Threshold\tDiscount\n250000\t10%");
    },
    async readWorkbook(typed) {
      if (deal === "unanswered") return new Promise(() => {});
      return done({
        currency,
        ...dealOf(deal),
        comparables: scenario.comparables ?? null,
        scenarios: done(scenarios.read()),
        usage: scenario.usage ?? null,
        tables,
        asks: scenario.asks ?? [],
        alsoSaid: scenario.alsoSaid ?? [],
        typed: typed && byInput((part): Found => foundIn(typed[part].trim())),
      });
    },
    async writeComparables() {
      const written = { id: "Comparables c1", title: "Comparable deals", sheet: "Comparables" };
      return done({ ...written, address: "A1:I25", complete: true });
    },
    async showDeal() {
      return done(undefined);
    },
    async readSelectedUsages() {
      return done(scenario.selection);
    },
    async readTypedCells(texts) {
      return done(byInput((part): Found => foundIn(texts[part].trim())));
    },
    async readSelectedReference() {
      return done(scenario.selection.reference);
    },
    async chooseDeal(texts, eachIsAYear = false) {
      const cells = (part: DealInput) => {
        const found = foundIn(texts[part]);
        return found.kind === "cells" ? found.cells : null;
      };
      const reference = (part: DealInput) => texts[part] || null;
      deal = {
        chosen: true,
        references: {
          bands: texts.Bands,
          terms: reference("Terms"),
          usage: reference("Usage"),
          commitment: reference("Commitment"),
          forecast: reference("Forecast"),
          schedule: reference("Schedule"),
        },
        bands: cells("Bands") ?? [],
        terms: cells("Terms"),
        usage: cells("Usage")?.[0]?.[0] ?? null,
        commitment: cells("Commitment")?.[0]?.[0] ?? null,
        forecast: cells("Forecast"),
        schedule: cells("Schedule"),
        eachIsAYear,
      };
      return done(undefined);
    },
    async forgetChoice() {
      deal = "none";
      return done(undefined);
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
      const { destination } = request;
      const again = destination.kind === "again" ? destination.table.id : undefined;
      tables = [...tables.filter(({ id }) => id !== again), written];
      return done(written);
    },
    async writeDecision() {
      const written = {
        id: "Table d1",
        title: "Which commitment",
        sheet: "Decision",
        address: "A1:K90",
      };
      tables = [...tables, { ...written, complete: true }];
      return done({ ...written, complete: true });
    },
    async writeLog({ definition }) {
      const place = { title: "Log of the answer", sheet: "Log", address: "A1:H4" };
      const written: WrittenTable = { id: "Table l1", ...place, complete: true, definition };
      tables = [...tables.filter(({ id }) => id !== written.id), written];
      return done(written);
    },
    async writeAsks() {
      const written = { id: "Table a1", title: "Asks", sheet: "Asks", address: "A1:J50" };
      tables = [...tables, { ...written, complete: true }];
      return done({ ...written, complete: true });
    },
    async writeSeats({ definition }) {
      const written: WrittenTable = {
        ...{ id: "Table s1", title: "Seats and dates", sheet: "Seats and dates" },
        ...{ address: "A1:H46", complete: true, definition },
      };
      tables = [...tables.filter(({ id }) => id !== written.id), written];
      return done(written);
    },
    async markAsk() {
      return done(undefined);
    },
    async writeCounterOffer() {
      const written = { id: "Table o1", title: "Counter-offer", sheet: "Counter-offer" };
      return done({ ...written, address: "A1:D60", complete: true });
    },
    async writeForecast(forecast) {
      const cells = forecastBlock(forecast).map(([label, value]) => [label, value]);
      if (typeof deal === "object" && "references" in deal)
        deal = {
          ...deal,
          forecast: cells,
          references: { ...deal.references, forecast: "Forecast" },
        };
      const written: WrittenTable = {
        id: "Forecast 1",
        title: FORECAST_TITLE,
        sheet: "Forecast",
        address: "A1:C14",
        complete: true,
      };
      tables = [...tables, written];
      return done(written);
    },
    async writeTerm({ definition }, _, again) {
      const name = definition.sheet === "term" ? "Term" : "Burndown";
      const written: WrittenTable = {
        ...{ id: `Table ${name}`, title: name, sheet: name, address: "A1:K60" },
        ...{ complete: true, definition },
      };
      if (!again) tables = [...tables, written];
      return done(written);
    },
    async writeSchedule({ years }) {
      if (typeof deal === "object" && "references" in deal)
        deal = {
          ...deal,
          // A formula would show a number.
          schedule: [
            [...SCHEDULE_TABLE.headings],
            ...scheduleRows(years).map((row) =>
              row.map((cell) => (typeof cell === "object" ? 700_000 : cell)),
            ),
          ],
          references: { ...deal.references, schedule: "Schedule" },
        };
      const written: WrittenTable = {
        ...{ id: "Schedule 1", title: SCHEDULE_TABLE.title, sheet: "Schedule" },
        ...{ address: "A1:D7", complete: true },
      };
      tables = [...tables, written];
      return done(written);
    },
    async showScenario(name) {
      scenarios.shown = name;
      return done(undefined);
    },
    async addScenario(added) {
      if (scenarios.has(added.name)) return stopped({ kind: "scenarioThere", name: added.name });
      scenarios.put(added);
      return done(undefined);
    },
    async changeScenario(name, changed_) {
      if (!scenarios.has(name)) return stopped({ kind: "scenarioGone", name });
      scenarios.put(changed_, name);
      return done(undefined);
    },
    async duplicateScenario(name) {
      return done(scenarios.copy(name));
    },
    async deleteScenario(name) {
      return scenarios.has(name)
        ? done(scenarios.take(name))
        : stopped({ kind: "scenarioGone", name });
    },
    async restoreScenario(deleted) {
      scenarios.restore(deleted);
      return done(undefined);
    },
    async writeBridge({ definition }) {
      const place = { title: "What changed", sheet: "Bridge", address: "A1:H42" };
      const written: WrittenTable = { id: "Table b1", ...place, complete: true, definition };
      tables = [...tables.filter(({ id }) => id !== written.id), written];
      return done(written);
    },
    async writeComparison() {
      const written: WrittenTable = {
        id: "Table c1",
        title: "Scenarios compared",
        sheet: "Comparison",
        address: "A1:D40",
        complete: true,
      };
      tables = [...tables, written];
      return done(written);
    },
    async goToCells() {
      return { ok: true, value: undefined };
    },
    async goToTable(id) {
      const there = tables.some((table) => table.id === id);
      return there ? done(undefined) : stopped({ kind: "sheetGone", sheet: "Cost table" });
    },
    async readersOf() {
      return done([]);
    },
    async removeTable(id) {
      tables = tables.filter((table) => table.id !== id);
      return done({ areRulesInParts: false });
    },
    async portable() {
      throw new Error("no test of the pane alone makes cells portable");
    },
    async checkThisExcel() {
      return done(scenario.check);
    },
    async readPriceBook() {
      return done(null);
    },
    async insertPriceBook() {
      const written = { id: "Table p1", title: "Price book", sheet: "Price book" };
      return done({ ...written, address: "A1:T49", complete: true });
    },
    async importUsage() {
      return done({ isNew: true });
    },
    async readUsage() {
      return done(null);
    },
    async writeEfficient() {
      return done({ id: "Efficient 1", title: "", sheet: "", address: "A1", complete: true });
    },
    async readEfficientSheets() {
      return done(null);
    },
    async writeLevers() {
      return done(undefined);
    },
    async addExclusion() {
      return done(undefined);
    },
    async removeExclusion() {
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

/** The only deal of the workbook, if there is one. */
function dealOf(
  deal: Exclude<Scenario["deal"], "unanswered">,
): Pick<WorkbookCells, "deal" | "deals" | "shownDeal"> {
  if (deal === "none")
    return {
      deal: stopped({ kind: "nothingNamed", names: ["Bands"] }),
      deals: [],
      shownDeal: null,
    };
  const key = "Example 1";
  if ("kind" in deal) return { deal: stopped(deal), deals: [], shownDeal: key };
  const bandsAddress = deal.addresses?.Bands ?? "Deal!A5:I9";
  const { references } = deal;
  const listed = { key, name: "Deal", sheet: "Deal", bandsAddress, references };
  return { deal: done(deal), deals: [listed], shownDeal: key };
}

/** A table of scenarios in a few variables. */
class FakeScenarios {
  shown: string | null = null;
  #rows: (readonly unknown[])[];

  constructor(rows: readonly (readonly unknown[])[]) {
    this.#rows = [...rows];
  }

  read(): ScenarioTable | null {
    if (this.#rows.length === 0) return null;
    const values = [SCENARIO_COLUMNS, ...this.#rows];
    const address = `Scenarios!A5:O${5 + this.#rows.length}`;
    const rows = scenarioRows({ values, address, top: 4, left: 0 }).map((row) => ({
      ...row,
      found: {
        "Usage cells": foundIn(String(row.values["Usage cells"])),
        Bands: foundIn(String(row.values.Bands)),
        Terms: foundIn(String(row.values.Terms)),
      },
    }));
    const shown = rows.find(({ name }) => name === this.shown)?.name ?? null;
    return { sheet: "Scenarios", address: address.slice(10), rows, shown };
  }

  has(name: string): boolean {
    return this.#rows.some((row) => row[0] === name);
  }

  put(scenario: ScenarioToWrite, before?: string): void {
    const cells = scenarioCells(scenario);
    const row = SCENARIO_COLUMNS.map((column) => cells[column]);
    const at = this.#rows.findIndex(([name]) => name === before);
    if (at < 0) this.#rows.push(row);
    else this.#rows[at] = row;
    this.shown = scenario.name;
  }

  copy(name: string): string {
    const at = this.#rows.findIndex((row) => row[0] === name);
    const copy = `${name} 2`;
    this.#rows.splice(at + 1, 0, [copy, ...(this.#rows[at] ?? []).slice(1)]);
    this.shown = copy;
    return copy;
  }

  take(name: string): DeletedScenario {
    const index = this.#rows.findIndex((row) => row[0] === name);
    const [cells = []] = this.#rows.splice(index, 1);
    return { name, index, cells: cells as readonly (string | number)[] };
  }

  restore({ name, index, cells }: DeletedScenario): void {
    this.#rows.splice(index, 0, cells);
    this.shown = name;
  }
}

function foundIn(text: string): Found {
  if (text === "") return { kind: "none" };
  const known = OWN_CELLS.find(({ reference }) => sameReference(reference, text));
  if (!known) return { kind: "refused", fault: { kind: "nothingCalled", name: text } };
  return { kind: "cells", isName: false, ...known };
}

function sameReference(reference: string, text: string): boolean {
  const bare = (written: string) => written.replaceAll("$", "").replace("[#All]", "").toLowerCase();
  return bare(reference) === bare(text);
}

function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

function stopped(fault: WorkbookFault): Outcome<never> {
  return { ok: false, fault };
}
