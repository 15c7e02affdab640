import type { Assumptions } from "../deal/assumptions";
import { formatCount } from "../wording/format/format";
import { describeFault, type WorkbookFault } from "../workbook/excel/outcome";
import type { WriteProgress } from "../workbook/excel/progress";
import { catchFault } from "./context/catch-fault";
import { DealsModel } from "./context/deals-model";
import { withWon } from "./context/negotiation/won-clauses";
import type { PaneActions } from "./context/pane-actions";
import type { PaneContext, TypedCells } from "./context/pane-context";
import type { Drafts, PaneState, Task, ViewState } from "./context/pane-state";
import { goneDeal, refreshed } from "./context/refresh";
import { isKept } from "./context/same-data";
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
  #typed: TypedCells | undefined;
  readonly deals: DealsModel;
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
      readWith: (typed) => {
        this.#typed = typed;
      },
      suppose: (change) => this.suppose(change),
      open: (view) => this.open(view),
      back: () => this.back(),
    };
    this.deals = new DealsModel(this.context);
  }

  get state(): PaneState {
    return this.#state;
  }

  /** Reads the workbook and keeps up with edits. */
  async start(): Promise<void> {
    await this.refresh();
    await this.#followLog();
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
    const typed = this.#typed?.texts();
    const workbook = await catchFault(this.actions.readWorkbook(typed));
    if (read !== this.#reads) return this.#lastReading;
    const before = this.#state;
    const now = refreshed(workbook, before);
    // A check lists what it writes, so that it is not lost if it stops half way; until then it is nobody's table.
    const isChecking = before.task?.kind === "check";
    const whatIf = withWon(before.whatIf, before, now);
    this.#set({ ...now, whatIf, ...(isChecking && { tables: before.tables }) });
    if (typed && workbook.ok && workbook.value.typed)
      this.#typed?.take(typed, workbook.value.typed);
    const gone = before.task ? undefined : goneDeal(before, now);
    if (gone) this.#say("fault", gone);
  }

  /** After an edit of the deal, what was said of an earlier command is no longer what the workbook holds. */
  async #followEdit(): Promise<void> {
    const before = this.#state;
    await this.refresh();
    await this.#followLog();
    const { deal, status, task } = this.#state;
    const isOld = status === before.status && status?.tone === "done" && task === undefined;
    if (isOld && deal !== before.deal) this.#set({ status: undefined });
  }

  /** Reads again without a word, unless something is being done. */
  async catchUp(): Promise<void> {
    if (this.#state.task || this.#state.deal.kind === "reading") return;
    await this.refresh();
    await this.#followLog();
  }

  /** Goes on with the log of the answer, where the workbook has one. */
  async #followLog(): Promise<void> {
    if (!this.#state.tables.some(({ definition }) => definition?.kind === "log")) return;
    const { followLog } = await import(
      /* webpackChunkName: "log" */ "./views/sheets/log/log-model"
    );
    await followLog(this.context);
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
    const waits = status?.offers.some(({ kind }) => kind !== "exampleUsage");
    const isOver = task === undefined && !waits;
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

  /** What changes nothing is not drawn again. */
  #set(change: Partial<PaneState>): void {
    if (isKept(change, this.#state)) return;
    this.#state = { ...this.#state, ...change };
    this.onChange(this.#state);
  }
}

/** What writes so much that somebody may not want to wait for it. */
const CANCELLABLE: readonly Task["kind"][] = ["build", "rebuild", "import"];

const READING = "Reading the workbook…";
const NO_BANDS = "No cells named Bands were found in this workbook.";
const READ_AGAIN = "Read again: this is what the workbook holds now.";
