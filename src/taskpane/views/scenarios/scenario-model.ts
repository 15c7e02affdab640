import type { ParsedScenario } from "../../../deal/parse-scenario";
import type { ReferenceColumn } from "../../../deal/scenario";
import { readableReference } from "../../../input/cells/cell-reference";
import type { Outcome } from "../../../workbook/excel/outcome";
import type { DeletedScenario } from "../../../workbook/scenarios/change-scenarios";
import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import { formOf, type PaneState, type Task } from "../../context/pane-state";
import { faultStatus, type Offer, saying } from "../../context/status";
import { takeReferences } from "../../kit/deal-source";
import type { ForecastFieldName } from "../../kit/forecast-form-messages";
import { CELL_PARTS } from "./scenario-form-cells";
import type { ScenarioFieldName, UsageWay } from "./scenario-form-messages";
import { newScenarioForm, scenarioForm } from "./scenario-form-start";
import {
  readScenarioForm,
  type ScenarioForm,
  type ScenarioFormReading,
} from "./scenario-form-state";

/** Everything that the scenarios of the workbook do, without drawing them. */
export class ScenarioModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  /** Opens the form for a new scenario, which begins as what is shown. */
  openNew(): void {
    this.#open(newForm(this.#pane.state()));
  }

  /** Opens the form of the scenario that is shown. */
  edit(): void {
    const shown = shownScenario(this.#pane.state());
    if (shown) this.#open(scenarioForm(shown, this.#pane.state().currency));
  }

  close(): void {
    this.#pane.draft({ scenario: undefined });
    this.#pane.back();
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
    const asked = this.#form;
    const answer = await catchFault(this.#pane.actions.readTypedCells(asked.cells.texts));
    const { drafts, view } = this.#pane.state();
    if (formOf(view) !== "scenario") return;
    const form = this.#form;
    if (!answer.ok) return this.#pane.put({ status: faultStatus(answer.fault) });
    const cells = takeReferences(form.cells, asked.cells.texts, answer.value);
    this.#pane.put({ drafts: { ...drafts, scenario: { ...form, cells } } });
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
    await this.#during("Saving the scenario…", async () => {
      await this.read();
      const state = this.#pane.state();
      const form = this.#form;
      if (state.status?.tone === "fault") return;
      const { scenario, obstacles } = readingOf(form, state);
      if (!scenario) {
        this.#pane.draft({ scenario: { ...form, tried: true } });
        return this.#pane.put({ status: saying("fault", obstacles.join(" ")) });
      }
      const { actions } = this.#pane;
      const saved = await catchFault(
        form.editing === undefined
          ? actions.addScenario(scenario, this.#pane.state().currency)
          : actions.changeScenario(form.editing, scenario),
      );
      if (saved.ok) this.close();
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
      const undo: Offer = { kind: "undoDelete", take: () => this.undoDelete(deleted.value) };
      this.#pane.put({ status: { tone: "done", text: `Deleted ${shown.name}.`, offers: [undo] } });
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

  #open(form: ScenarioForm): void {
    this.#pane.draft({ scenario: form });
    this.#pane.open({ name: "scenarios", form: "scenario" });
    void this.read();
  }

  #change(change: (form: ScenarioForm) => ScenarioForm): void {
    this.#pane.draft({ scenario: change(this.#form) });
  }

  get #form(): ScenarioForm {
    return scenarioDraft(this.#pane.state());
  }

  #during(text: string, work: () => Promise<void>): Promise<void> {
    return this.#pane.during(SCENARIO_TASK, text, work);
  }

  #told(outcome: Outcome<unknown>, text: string): void {
    this.#pane.put({ status: outcome.ok ? saying("done", text) : faultStatus(outcome.fault) });
  }
}

const SCENARIO_TASK: Task = { kind: "scenario" };
/** The scenario that the pane shows; undefined for the deal in the workbook. */
export function shownScenario({
  scenarios,
  shown,
}: Pick<PaneState, "scenarios" | "shown">): ParsedScenario | undefined {
  return scenarios.find(({ isNamed, name }) => isNamed && name === shown);
}

/** The form as it was left, else of the scenario that is shown, else of a new one. */
export function scenarioDraft(state: PaneState): ScenarioForm {
  const shown = shownScenario(state);
  return state.drafts.scenario ?? (shown ? scenarioForm(shown, state.currency) : newForm(state));
}

/** A new scenario begins as what is shown. */
function newForm(state: PaneState): ScenarioForm {
  const shown = state.deal.kind === "read" ? state.deal.reading : undefined;
  return newScenarioForm(shown, shownScenario(state), state.currency);
}

/** The form, read beside the scenarios and the deal that there are. */
export function readingOf(
  form: ScenarioForm,
  { scenarios, workbookDeal, currency }: Pick<PaneState, "scenarios" | "workbookDeal" | "currency">,
): ScenarioFormReading {
  const names = scenarios.map(({ row }) => row.name);
  return readScenarioForm(form, names, workbookDeal.kind === "read", currency);
}
