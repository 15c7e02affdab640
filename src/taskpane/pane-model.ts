import { currency, labelAmounts } from "../core/currency";
import type { Assumptions } from "../deal/assumptions";
import type { DealCells } from "../deal/deal-inputs";
import { readDealCells } from "../deal/parse-deal";
import { readScenarioTable } from "../deal/parse-scenario";
import type { ScenarioTable } from "../deal/scenario";
import { formatCount } from "../wording/format/format";
import { describeFault, type Outcome, type WorkbookFault } from "../workbook/excel/outcome";
import type { WriteProgress } from "../workbook/excel/progress";
import { catchFault } from "./context/catch-fault";
import type { PaneActions } from "./context/pane-actions";
import type { PaneContext } from "./context/pane-context";
import type { DealState, Drafts, PaneState, Task, ViewState } from "./context/pane-state";
import { faultStatus, type Offer, type Status, saying } from "./context/status";
import { FIRST_STATE } from "./first-state";
import { Places } from "./places";

/** Everything the pane does, without drawing it: keeps the state, asks the workbook, says what came of it. */
export class PaneModel {
  #state = FIRST_STATE;
  #reads = 0;
  #lastReading: Promise<void> | undefined;
  #stop = new AbortController();
  #stopWatching: (() => Promise<void>) | undefined;
  readonly #places = new Places();
  readonly #atEachReading: (() => Promise<void>)[] = [];
  /** What the views ask of the pane. */
  readonly context: PaneContext;

  constructor(
    private readonly actions: PaneActions,
    private readonly onChange: (state: PaneState) => void,
  ) {
    this.context = {
      actions,
      state: () => this.#state,
      put: (change) => this.#set(change),
      draft: (change) => this.#draft(change),
      during: (task, text, work) => this.#while(task, text, work),
      refresh: () => this.refresh(),
      readAgain: () => this.readAgain(),
      atEachReading: (read) => this.#atEachReading.push(read),
      suppose: (change) => this.suppose(change),
      open: (view) => this.open(view),
      back: () => this.back(),
    };
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
      ...this.#atEachReading.map((read) => read()),
    ]);
    if (read !== this.#reads) return this.#lastReading;
    // Where the label cannot be read it stays; what else cannot be read then says why.
    if (label.ok) labelAmounts(label.value ?? "");
    this.#set({
      currency: currency().code,
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

  /** Prices the whole pane as if something were so, or no longer. */
  suppose(change: Partial<Assumptions>): void {
    this.#set({ whatIf: { ...this.#state.whatIf, ...change } });
  }

  open(view: ViewState): void {
    this.#show(this.#places.open(this.#state.view, view));
  }

  back(): void {
    this.#show(this.#places.back(this.#state.view));
  }

  /** Shows a view. What was said of another one is over, unless it still waits for an answer. */
  #show(view: ViewState): void {
    const { view: before, task, status } = this.#state;
    if (view === before) return;
    const isOver = task === undefined && status?.offers.length === 0;
    this.#set({ view, ...(isOver ? { status: undefined } : {}) });
  }

  #draft(change: Drafts): void {
    const { drafts, status } = this.#state;
    this.#set({
      drafts: { ...drafts, ...change },
      status: status?.tone === "fault" ? undefined : status,
    });
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
    const offers: readonly Offer[] = CANCELLABLE.includes(task.kind)
      ? [{ kind: "cancel", take: () => this.#cancel() }]
      : [];
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
  const scenarios = table ? readScenarioTable(table, deal.ok ? deal.value : undefined) : [];
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
