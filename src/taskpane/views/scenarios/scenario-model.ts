import type { ParsedScenario } from "../../../deal/parse-scenario";
import type { ReferenceColumn } from "../../../deal/scenario";
import { readableReference } from "../../../input/cells/cell-reference";
import type { Outcome } from "../../../workbook/excel/outcome";
import type { DeletedScenario } from "../../../workbook/scenarios/change-scenarios";
import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import type { PaneState, Task } from "../../context/pane-state";
import { faultStatus, saying } from "../../context/status";
import { takeReferences } from "../../kit/deal-source";
import type { ForecastFieldName } from "../../kit/forecast-form-messages";
import { comparisonRequest } from "./comparison-request";
import type { ScenarioFieldName, UsageWay } from "./scenario-form-messages";
import {
  CELL_PARTS,
  newScenarioForm,
  readScenarioForm,
  type ScenarioForm,
  type ScenarioFormReading,
  scenarioForm,
} from "./scenario-form-state";

/** Everything that the scenarios of the workbook do, without drawing them. */
export class ScenarioModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  /** Shows a scenario everywhere in the pane; null is the deal in the workbook. The workbook keeps which. */
  async show(name: string | null): Promise<void> {
    await this.#during(name === null ? "Showing the deal…" : `Showing ${name}…`, async () => {
      const shown = await catchFault(this.#pane.actions.showScenario(name));
      await this.#pane.refresh();
      this.#told(shown, name === null ? "This is the deal in the workbook." : `This is ${name}.`);
    });
  }

  /** Opens the form for a new scenario, which begins as what is shown. */
  openNew(): void {
    const state = this.#pane.state();
    const shown = state.deal.kind === "read" ? state.deal.reading : undefined;
    this.#open(newScenarioForm(shown, shownScenario(state)));
  }

  /** Opens the form of the scenario that is shown. */
  edit(): void {
    const shown = shownScenario(this.#pane.state());
    if (shown) this.#open(scenarioForm(shown));
  }

  close(): void {
    this.#pane.put({ scenarioForm: undefined, status: undefined });
  }

  type(name: ScenarioFieldName, text: string): void {
    this.#change((form) => ({ ...form, texts: { ...form.texts, [name]: text } }));
  }

  typeForecast(name: ForecastFieldName, text: string): void {
    this.#change((form) => ({
      ...form,
      forecast: { ...form.forecast, texts: { ...form.forecast.texts, [name]: text } },
    }));
  }

  typeCells(column: ReferenceColumn, text: string): void {
    const part = CELL_PARTS[column];
    this.#change((form) => ({
      ...form,
      cells: { ...form.cells, texts: { ...form.cells.texts, [part]: text } },
    }));
  }

  choose(way: UsageWay): void {
    this.#change((form) => ({ ...form, way, tried: false }));
  }

  /** Reads the cells that the references mean, and writes each reference out in full. */
  async read(): Promise<void> {
    const asked = this.#pane.state().scenarioForm;
    if (!asked) return;
    const answer = await catchFault(this.#pane.actions.readTypedCells(asked.cells.texts));
    const { scenarioForm: form } = this.#pane.state();
    if (!form) return;
    if (!answer.ok) return this.#pane.put({ status: faultStatus(answer.fault) });
    const cells = takeReferences(form.cells, asked.cells.texts, answer.value);
    this.#pane.put({ scenarioForm: { ...form, cells } });
  }

  /** Takes the selected cells for a reference. */
  async useSelection(column: ReferenceColumn): Promise<void> {
    await this.#pane.during({ kind: "selection" }, "Reading the selected cells…", async () => {
      const selected = await catchFault(this.#pane.actions.readSelectedReference(true));
      if (!selected.ok) return this.#pane.put({ status: faultStatus(selected.fault) });
      this.typeCells(column, selected.value);
      this.#pane.put({
        status: saying("done", `${column}: ${readableReference(selected.value)}.`),
      });
      await this.read();
    });
  }

  /** Writes the scenario into its row, or says what is still missing for it. */
  async save(): Promise<void> {
    if (!this.#pane.state().scenarioForm) return;
    await this.#during("Saving the scenario…", async () => {
      await this.read();
      const state = this.#pane.state();
      const { scenarioForm: form } = state;
      if (!form || state.status?.tone === "fault") return;
      const { scenario, obstacles } = readingOf(form, state);
      if (!scenario)
        return this.#pane.put({
          scenarioForm: { ...form, tried: true },
          status: saying("fault", obstacles.join(" ")),
        });
      const { actions } = this.#pane;
      const saved = await catchFault(
        form.editing === undefined
          ? actions.addScenario(scenario)
          : actions.changeScenario(form.editing, scenario),
      );
      if (saved.ok) this.#pane.put({ scenarioForm: undefined });
      await this.#pane.refresh();
      this.#told(saved, `Saved ${scenario.name}. Its row can be changed here and on its sheet.`);
    });
  }

  async duplicate(): Promise<void> {
    const shown = shownScenario(this.#pane.state());
    if (!shown) return;
    await this.#during(`Copying ${shown.name}…`, async () => {
      const copied = await catchFault(this.#pane.actions.duplicateScenario(shown.name));
      await this.#pane.refresh();
      this.#told(
        copied,
        copied.ok ? `Copied ${shown.name} to ${copied.value}, in the row below it.` : "",
      );
    });
  }

  /** Deletes the scenario that is shown; the status line offers to undo it. */
  async delete(): Promise<void> {
    const shown = shownScenario(this.#pane.state());
    if (!shown) return;
    await this.#during(`Deleting ${shown.name}…`, async () => {
      const deleted = await catchFault(this.#pane.actions.deleteScenario(shown.name));
      await this.#pane.refresh();
      if (!deleted.ok) return this.#told(deleted, "");
      const offers = [{ kind: "undoDelete", deleted: deleted.value } as const];
      this.#pane.put({ status: { tone: "done", text: `Deleted ${shown.name}.`, offers } });
    });
  }

  /** Puts a deleted scenario back where it was. */
  async undoDelete(deleted: DeletedScenario): Promise<void> {
    await this.#during(`Putting ${deleted.name} back…`, async () => {
      const restored = await catchFault(this.#pane.actions.restoreScenario(deleted));
      await this.#pane.refresh();
      this.#told(restored, `${deleted.name} is back where it was.`);
    });
  }

  openComparison(): void {
    this.#pane.put({ comparing: true, status: undefined });
  }

  closeComparison(): void {
    this.#pane.put({ comparing: false, status: undefined });
  }

  /** @param now Time of making, for the header of the sheet. */
  async buildComparison(now = new Date()): Promise<void> {
    const request = comparisonRequest(this.#pane.state().scenarios, now);
    if (!request) return this.#pane.put({ status: saying("fault", NOTHING_TO_COMPARE) });
    await this.#pane.during({ kind: "comparison" }, "Building the comparison sheet…", async () => {
      const written = await catchFault(this.#pane.actions.writeComparison(request));
      await this.#pane.refresh();
      this.#told(written, written.ok ? `Built ${written.value.sheet}. ${LIVE_FIGURES}` : "");
    });
  }

  #open(form: ScenarioForm): void {
    this.#pane.put({ scenarioForm: form, status: undefined });
    void this.read();
  }

  #change(change: (form: ScenarioForm) => ScenarioForm): void {
    const { scenarioForm: form, status } = this.#pane.state();
    if (!form) return;
    this.#pane.put({
      scenarioForm: change(form),
      status: status?.tone === "fault" ? undefined : status,
    });
  }

  #during(text: string, work: () => Promise<void>): Promise<void> {
    return this.#pane.during(SCENARIO_TASK, text, work);
  }

  #told(outcome: Outcome<unknown>, text: string): void {
    this.#pane.put({ status: outcome.ok ? saying("done", text) : faultStatus(outcome.fault) });
  }
}

const SCENARIO_TASK: Task = { kind: "scenario" };
const LIVE_FIGURES =
  "Its figures are live formulas; the usages on its left are typed around the scenarios as they are now.";
const NOTHING_TO_COMPARE = "There is no scenario that can be read: mend one first.";

/** The scenario that the pane shows; undefined for the deal in the workbook. */
export function shownScenario({
  scenarios,
  shown,
}: Pick<PaneState, "scenarios" | "shown">): ParsedScenario | undefined {
  return scenarios.find(({ isNamed, name }) => isNamed && name === shown);
}

/** The form, read beside the scenarios and the deal that there are. */
export function readingOf(
  form: ScenarioForm,
  { scenarios, workbookDeal }: Pick<PaneState, "scenarios" | "workbookDeal">,
): ScenarioFormReading {
  const names = scenarios.map(({ row }) => row.name);
  return readScenarioForm(form, names, workbookDeal.kind === "read");
}
