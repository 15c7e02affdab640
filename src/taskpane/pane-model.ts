import type { Assumptions } from "../deal/assumptions";
import type { DealCells } from "../deal/deal-inputs";
import { readDealCells } from "../deal/parse-deal";
import { readScenarioTable } from "../deal/parse-scenario";
import type { ScenarioTable } from "../deal/scenario";
import { formatCount, timeOfMaking } from "../wording/format/format";
import { describeFault, type Outcome, type WorkbookFault } from "../workbook/excel/outcome";
import type { WriteProgress } from "../workbook/excel/progress";
import type { Overwriting, WrittenTable } from "../workbook/journal/written-table";
import { summarizeReport } from "../workbook/self-check/report";
import { catchFault } from "./context/catch-fault";
import type { PaneActions } from "./context/pane-actions";
import type { PaneContext } from "./context/pane-context";
import type { DealState, PaneState, Task } from "./context/pane-state";
import {
  ASK_FOR_A_PLACE,
  faultStatus,
  type Offer,
  placeFaultStatus,
  type Status,
  saying,
} from "./context/status";
import { FIRST_STATE } from "./first-state";
import { labelAmounts, paneCurrency } from "./kit/pane-currency";
import { ScenarioModel } from "./views/scenarios/scenario-model";
import { DecisionModel } from "./views/sheets/decision-model";
import { RebuildModel } from "./views/sheets/rebuild-model";
import { readTableForm, type TableForm } from "./views/sheets/table-form-state";
import { DealSourceModel } from "./views/start/deal-source-model";
import { ManualEntryModel } from "./views/start/manual-entry-model";
import { ForecastModel } from "./views/usage/forecast-model";

/** Everything the pane does, without drawing it: keeps the state, asks the workbook, says what came of it. */
export class PaneModel {
  #state = FIRST_STATE;
  #reads = 0;
  #lastReading: Promise<void> | undefined;
  #stop = new AbortController();
  #stopWatching: (() => Promise<void>) | undefined;
  readonly own: DealSourceModel;
  readonly decision: DecisionModel;
  readonly forecast: ForecastModel;
  readonly scenarios: ScenarioModel;
  readonly rebuild: RebuildModel;
  readonly numbers: ManualEntryModel;

  constructor(
    private readonly actions: PaneActions,
    private readonly onChange: (state: PaneState) => void,
  ) {
    const parts: PaneContext = {
      actions,
      state: () => this.#state,
      put: (change) => this.#set(change),
      during: (task, text, work) => this.#while(task, text, work),
      refresh: () => this.refresh(),
    };
    this.own = new DealSourceModel(parts);
    this.decision = new DecisionModel(parts);
    this.forecast = new ForecastModel(parts);
    this.scenarios = new ScenarioModel(parts);
    this.rebuild = new RebuildModel(parts);
    this.numbers = new ManualEntryModel(parts);
  }

  get state(): PaneState {
    return this.#state;
  }

  /** Reads the workbook and keeps up with edits. */
  async start(): Promise<void> {
    await this.refresh();
    const watched = await catchFault(this.actions.watchWorkbook(() => void this.#followEdit()));
    if (watched.ok) this.#stopWatching = watched.value;
    else
      this.#say(
        "fault",
        `Edits cannot be followed: choose Read again after one. ${describeFault(watched.fault)}`,
      );
  }

  /** Says that what opens after the first lines could not be fetched. */
  partsMissing(): void {
    this.#say(
      "fault",
      "A part of this pane could not be loaded. Close the pane and open it again; the workbook is as it was.",
    );
  }

  async stop(): Promise<void> {
    await this.#stopWatching?.();
    this.#stopWatching = undefined;
  }

  /** Reads the deal and the tables. Of readings that overlap, the last one asked for stands, and all end with it. */
  refresh(): Promise<void> {
    this.#reads += 1;
    this.#lastReading = this.#read(this.#reads);
    return this.#lastReading;
  }

  async #read(read: number): Promise<void> {
    const [label, deal, tables, scenarios] = await Promise.all([
      catchFault(this.actions.readCurrency()),
      catchFault(this.actions.readDeal()),
      catchFault(this.actions.listTables()),
      catchFault(this.actions.readScenarios()),
      this.own.read(),
    ]);
    if (read !== this.#reads) return this.#lastReading;
    // Where the label cannot be read it stays; what else cannot be read then says why.
    if (label.ok) labelAmounts(label.value ?? "");
    this.#set({
      currency: paneCurrency().code,
      ...dealAndScenarios(deal, scenarios, this.#state.workbookDeal),
      // A check lists what it writes, so that it is not lost if it stops half way; until then it is nobody's table.
      ...(tables.ok && this.#state.task?.kind !== "check" ? { tables: tables.value } : {}),
    });
    if (!tables.ok)
      this.#say("fault", `The tables could not be listed. ${describeFault(tables.fault)}`);
  }

  /** After an edit of the deal, what was said of an earlier command is no longer what the workbook holds. */
  async #followEdit(): Promise<void> {
    const before = this.#state;
    await this.refresh();
    const { deal, status, task } = this.#state;
    const isOld = status === before.status && status?.tone === "done" && task === undefined;
    if (isOld && !isSame(deal, before.deal)) this.#set({ status: undefined });
  }

  /** Reads again without a word, unless something is being done. */
  async catchUp(): Promise<void> {
    if (!this.#state.task && this.#state.deal.kind !== "reading") await this.refresh();
  }

  async readAgain(): Promise<void> {
    await this.#while({ kind: "refresh" }, READING, async () => {
      this.#set({ status: undefined });
      await this.refresh();
      if (this.#state.status !== undefined) return;
      const { deal } = this.#state;
      if (deal.kind === "refused") this.#fault(deal.fault);
      else this.#say("done", deal.kind === "none" ? NO_BANDS : READ_AGAIN);
    });
  }

  async insertExample(): Promise<void> {
    await this.#while({ kind: "example" }, "Adding the example…", async () => {
      const inserted = await catchFault(this.actions.insertExample());
      await this.refresh();
      if (inserted.ok)
        this.#say(
          "done",
          `Added ${inserted.value.sheet} with illustrative bands. Change its shaded cells to your own offer.`,
        );
      else this.#fault(inserted.fault);
    });
  }

  /** Labels amounts from now on, here and on the sheets that are written. */
  async chooseCurrency(code: string): Promise<void> {
    await this.#while({ kind: "currency" }, "Changing the currency…", async () => {
      const chosen = await catchFault(this.actions.chooseCurrency(code));
      await this.refresh();
      if (chosen.ok)
        this.#say(
          "done",
          `Amounts are now labelled ${paneCurrency().code}. Nothing was converted. Sheets already written keep theirs.`,
        );
      else this.#fault(chosen.fault);
    });
  }

  /** Takes what was chosen or typed; a fault that was said is about the form as it was. */
  changeForm(change: Partial<TableForm>): void {
    const { form, status } = this.#state;
    this.#set({
      form: { ...form, ...change },
      status: status?.tone === "fault" || status?.tone === "asking" ? undefined : status,
    });
  }

  /** Prices the whole pane as if something were so, or no longer. */
  suppose(change: Partial<Assumptions>): void {
    this.#set({ whatIf: { ...this.#state.whatIf, ...change } });
  }

  async useSelectedCells(): Promise<void> {
    await this.#while({ kind: "selection" }, "Reading the selected cells…", async () => {
      const selected = await catchFault(this.actions.readSelectedUsages());
      if (!selected.ok) return this.#fault(selected.fault);
      this.changeForm({ selected: selected.value });
      this.#say("done", `Rows come from ${selected.value.reference}.`);
    });
  }

  /** Writes the table that the form asks for, or over what the user agreed to; what stands in the way is said instead. */
  async buildTable(place?: Overwriting, now = new Date()): Promise<void> {
    const { deal, form } = this.#state;
    if (deal.kind === "none") return this.#fault({ kind: "nothingNamed", names: ["Bands"] });
    if (deal.kind === "refused") return this.#fault(deal.fault);
    if (deal.kind === "reading") return;
    const { request: asked, obstacles } = readTableForm(form, deal.reading);
    if (!asked) return this.#say("fault", obstacles.join(" "));
    const made = { ...asked, madeOn: timeOfMaking(now) };
    const request = place ? { ...made, destination: place } : made;
    await this.#while({ kind: "build" }, "Building the table…", async (progress) => {
      const written = await catchFault(this.actions.writeTable(request, progress));
      this.#say("working", READING);
      await this.refresh();
      if (!written.ok) {
        const isOnTheirs = request.destination.kind !== "newSheet";
        return this.#set({
          status: isOnTheirs ? placeFaultStatus(written.fault) : faultStatus(written.fault),
        });
      }
      const { title, sheet, address } = written.value;
      const kept = place ? " Remove this table puts back what was there." : "";
      this.#say("done", `Built ${title} on ${sheet}, ${address}.${kept}`);
    });
  }

  /** Goes on as the user chose among the offers of the status line. */
  async take(offer: Offer): Promise<void> {
    switch (offer.kind) {
      case "anotherPlace":
        return this.#set({ status: ASK_FOR_A_PLACE });
      case "here":
        this.changeForm({ destination: "selection" });
        return this.buildTable();
      case "newSheet":
        this.changeForm({ destination: "newSheet" });
        return this.buildTable();
      case "overwrite":
        return this.buildTable(offer.place);
      case "undoDelete":
        return this.scenarios.undoDelete(offer.deleted);
      case "removeScenarios":
        return this.#removeNow(offer.table);
      case "keepScenarios":
        return this.#say("done", "The scenarios stay.");
      case "cancel":
        return this.#cancel();
    }
  }

  async goTo({ id, title, sheet }: WrittenTable): Promise<void> {
    await this.#while({ kind: "goTo", id }, `Going to ${sheet}…`, async () => {
      const gone = await catchFault(this.actions.goToTable(id));
      if (gone.ok) this.#say("done", `${title} is selected on ${sheet}.`);
      else {
        await this.refresh();
        this.#fault(gone.fault);
      }
    });
  }

  /** Removes what was written; scenarios, which a user wrote, only after asking. */
  async remove(table: WrittenTable): Promise<void> {
    const { holdsScenarios, complete } = table;
    const { length } = this.#state.scenarios;
    if (!holdsScenarios || !complete || length === 0) return this.#removeNow(table);
    this.#set({
      status: {
        tone: "asking",
        text: `The sheet ${table.sheet} goes with ${length === 1 ? "the scenario" : `all ${length} scenarios`} on it, and this cannot be undone here.`,
        offers: [{ kind: "removeScenarios", table }, { kind: "keepScenarios" }],
      },
    });
  }

  async #removeNow({ id, title, sheet }: WrittenTable): Promise<void> {
    await this.#while({ kind: "remove", id }, `Removing ${title}…`, async () => {
      const removed = await catchFault(this.actions.removeTable(id));
      await this.refresh();
      if (removed.ok)
        this.#say("done", `Removed ${title} from ${sheet}. Everything else is as it was.`);
      else this.#fault(removed.fault);
    });
  }

  /** Tries the functions and tables in the Excel that is running. */
  async checkExcel(): Promise<void> {
    await this.#while({ kind: "check" }, "Checking this Excel…", async () => {
      this.#set({ report: undefined });
      const checked = await catchFault(this.actions.checkThisExcel());
      if (!checked.ok) return this.#fault(checked.fault);
      this.#set({ report: checked.value });
      const tone = checked.value.failures.length === 0 ? "done" : "fault";
      this.#say(tone, `${summarizeReport(checked.value)}. The report is ready to copy.`);
    });
    // Whatever could not be removed is listed with the tables.
    await this.refresh();
  }

  /** Gives up what is being done. Once the status line no longer offers it, it is too late. */
  #cancel(): void {
    if (!this.#state.status?.offers.some(({ kind }) => kind === "cancel")) return;
    this.#stop.abort();
    this.#say("working", "Cancelling: what was written is taken out again…");
  }

  async #while(
    task: Task,
    text: string,
    work: (progress: WriteProgress) => Promise<void>,
  ): Promise<void> {
    if (this.#state.task) return;
    this.#stop = new AbortController();
    const offers: readonly Offer[] = CANCELLABLE.includes(task.kind) ? [{ kind: "cancel" }] : [];
    const status: Status = { tone: "working", text, offers };
    this.#set({ task, status });
    const writing = (cells: number): void =>
      this.#set({ status: { ...status, text: `${text} ${formatCount(cells)} cells` } });
    try {
      await work({ signal: this.#stop.signal, writing });
    } finally {
      this.#set({ task: undefined });
    }
  }

  #fault(fault: WorkbookFault): void {
    this.#set({ status: faultStatus(fault) });
  }

  #say(tone: Status["tone"], text: string): void {
    this.#set({ status: saying(tone, text) });
  }

  #set(change: Partial<PaneState>): void {
    this.#state = { ...this.#state, ...change };
    this.onChange(this.#state);
  }
}

/** What is shown: the scenario that was chosen, or the deal in the workbook. */
function dealAndScenarios(
  deal: Outcome<DealCells>,
  read: Outcome<ScenarioTable | null>,
  before: DealState,
): Pick<PaneState, "deal" | "workbookDeal" | "scenarios" | "shown" | "scenariosFault"> {
  const workbookDeal: DealState = deal.ok
    ? { kind: "read", reading: readDealCells(deal.value) }
    : withoutDeal(deal.fault, before);
  const table = read.ok ? read.value : null;
  const scenarios = table
    ? readScenarioTable(table, deal.ok ? deal.value : undefined, paneCurrency())
    : [];
  const shown = scenarios.find(({ isNamed, name }) => isNamed && name === table?.shown);
  return {
    workbookDeal,
    deal: shown ? { kind: "read", reading: shown.reading } : workbookDeal,
    scenarios,
    shown: shown?.name ?? null,
    scenariosFault: read.ok ? undefined : read.fault,
  };
}

/** Why there is no deal; of one that was read before, where it stood last. */
function withoutDeal(fault: WorkbookFault, before: DealState): DealState {
  if (fault.kind === "nothingNamed") {
    if (before.kind === "none") return before;
    const isRead = before.kind === "read" && !before.reading.chosen;
    return { kind: "none", gone: (isRead && before.reading.addresses?.Bands) || undefined };
  }
  if (fault.kind !== "choiceLost") return { kind: "refused", fault };
  if (before.kind === "refused" && before.fault.kind === "choiceLost") return before;
  const last = before.kind === "read" ? before.reading.addresses?.[fault.part] : null;
  return { kind: "refused", fault: last ? { ...fault, reference: last } : fault };
}

/** What writes so much that somebody may not want to wait for it. */
const CANCELLABLE: readonly Task["kind"][] = ["build", "rebuild"];

const READING = "Reading the workbook…";
const NO_BANDS = "No cells named Bands were found in this workbook.";
const READ_AGAIN = "Read again: this is what the workbook holds now.";

/** Whether two readings say the same. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
