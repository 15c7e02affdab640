import { describeFault, type Outcome, type WorkbookFault } from "../workbook/outcome";
import type { WrittenTable } from "../workbook/table";
import { type DealReading, readDealCells } from "./deal-reading";
import { FRESH_FORM, readTableForm, type TableForm } from "./form-state";
import type { PaneActions } from "./pane-actions";

/** What the workbook holds, as far as the pane knows. */
export type DealState =
  | { readonly kind: "reading" }
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly fault: WorkbookFault }
  | { readonly kind: "read"; readonly reading: DealReading };

/** What the pane is doing; one thing at a time. */
export type Task =
  | { readonly kind: "example" }
  | { readonly kind: "build" }
  | { readonly kind: "selection" }
  | { readonly kind: "refresh" }
  | { readonly kind: "goTo" | "remove"; readonly id: string };

/** The one line that says what happened. */
export interface Status {
  readonly tone: "working" | "done" | "fault";
  readonly text: string;
  /** A way on from a fault. */
  readonly offer: "newSheet" | undefined;
}

export interface PaneState {
  readonly deal: DealState;
  readonly tables: readonly WrittenTable[];
  readonly form: TableForm;
  readonly task: Task | undefined;
  readonly status: Status | undefined;
}

const FIRST: PaneState = {
  deal: { kind: "reading" },
  tables: [],
  form: FRESH_FORM,
  task: undefined,
  status: undefined,
};

/** Everything the pane does, without drawing it: keeps the state, asks the workbook, says what came of it. */
export class PaneModel {
  #state = FIRST;
  #reads = 0;
  #stopWatching: (() => Promise<void>) | undefined;

  constructor(
    private readonly actions: PaneActions,
    private readonly onChange: (state: PaneState) => void,
  ) {}

  get state(): PaneState {
    return this.#state;
  }

  /** Reads the workbook and keeps up with edits. */
  async start(): Promise<void> {
    await this.refresh();
    const watched = await settled(this.actions.watchWorkbook(() => void this.refresh()));
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

  /** Reads the deal and the tables. Of readings that overlap, the last one asked for stands. */
  async refresh(): Promise<void> {
    this.#reads += 1;
    const read = this.#reads;
    const [deal, tables] = await Promise.all([
      settled(this.actions.readDeal()),
      settled(this.actions.listTables()),
    ]);
    if (read !== this.#reads) return;
    this.#set({
      deal: deal.ok
        ? { kind: "read", reading: readDealCells(deal.value) }
        : deal.fault.kind === "nothingNamed"
          ? { kind: "none" }
          : { kind: "refused", fault: deal.fault },
      ...(tables.ok ? { tables: tables.value } : {}),
    });
    if (!tables.ok)
      this.#say("fault", `The tables could not be listed. ${describeFault(tables.fault)}`);
  }

  /** Reads again without a word, unless something is being done. */
  async catchUp(): Promise<void> {
    if (!this.#state.task && this.#state.deal.kind !== "reading") await this.refresh();
  }

  async readAgain(): Promise<void> {
    await this.#while({ kind: "refresh" }, "Reading the workbook…", async () => {
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
      const inserted = await settled(this.actions.insertExample());
      await this.refresh();
      if (inserted.ok)
        this.#say(
          "done",
          `Added ${inserted.value.sheet} with illustrative bands. Change its shaded cells to your own offer.`,
        );
      else this.#fault(inserted.fault);
    });
  }

  /** Takes what was chosen or typed; a fault that was said is about the form as it was. */
  changeForm(change: Partial<TableForm>): void {
    const { form, status } = this.#state;
    this.#set({
      form: { ...form, ...change },
      status: status?.tone === "fault" ? undefined : status,
    });
  }

  async useSelectedCells(): Promise<void> {
    await this.#while({ kind: "selection" }, "Reading the selected cells…", async () => {
      const selected = await settled(this.actions.readSelectedUsages());
      if (!selected.ok) return this.#fault(selected.fault);
      this.changeForm({ selected: selected.value });
      this.#say("done", `Rows come from ${selected.value.reference}.`);
    });
  }

  /** Writes the table that the form asks for; what stands in the way is said instead. */
  async buildTable(): Promise<void> {
    const { deal, form } = this.#state;
    if (deal.kind === "none") return this.#fault({ kind: "nothingNamed", names: ["Bands"] });
    if (deal.kind === "refused") return this.#fault(deal.fault);
    if (deal.kind === "reading") return;
    const { request, obstacles } = readTableForm(form, deal.reading);
    if (!request) return this.#say("fault", obstacles.join(" "));
    await this.#while({ kind: "build" }, "Building the table…", async () => {
      const written = await settled(this.actions.writeTable(request));
      await this.refresh();
      if (!written.ok) return this.#fault(written.fault, request.destination.kind === "selection");
      const { title, sheet, address } = written.value;
      this.#say("done", `Built ${title} on ${sheet}, ${address}.`);
    });
  }

  async buildOnNewSheet(): Promise<void> {
    this.changeForm({ destination: "newSheet" });
    await this.buildTable();
  }

  async goTo({ id, title, sheet }: WrittenTable): Promise<void> {
    await this.#while({ kind: "goTo", id }, `Going to ${sheet}…`, async () => {
      const gone = await settled(this.actions.goToTable(id));
      if (gone.ok) this.#say("done", `${title} is selected on ${sheet}.`);
      else {
        await this.refresh();
        this.#fault(gone.fault);
      }
    });
  }

  async remove({ id, title, sheet }: WrittenTable): Promise<void> {
    await this.#while({ kind: "remove", id }, `Removing ${title}…`, async () => {
      const removed = await settled(this.actions.removeTable(id));
      await this.refresh();
      if (removed.ok)
        this.#say("done", `Removed ${title} from ${sheet}. Everything else is as it was.`);
      else this.#fault(removed.fault);
    });
  }

  async #while(task: Task, text: string, work: () => Promise<void>): Promise<void> {
    if (this.#state.task) return;
    this.#set({ task, status: { tone: "working", text, offer: undefined } });
    try {
      await work();
    } finally {
      this.#set({ task: undefined });
    }
  }

  #fault(fault: WorkbookFault, wasAtSelection = false): void {
    const offer = wasAtSelection && NEW_SHEET_HELPS.includes(fault.kind) ? "newSheet" : undefined;
    this.#set({ status: { tone: "fault", text: describeFault(fault), offer } });
  }

  #say(tone: Status["tone"], text: string): void {
    this.#set({ status: { tone, text, offer: undefined } });
  }

  #set(change: Partial<PaneState>): void {
    this.#state = { ...this.#state, ...change };
    this.onChange(this.#state);
  }
}

const NO_BANDS = "No cells named Bands were found in this workbook.";
const READ_AGAIN = "Read again: this is what the workbook holds now.";
const NEW_SHEET_HELPS: readonly WorkbookFault["kind"][] = ["occupied", "protectedSheet", "noRoom"];

/** An outcome even where the promise was broken, so that nothing fails in silence. */
async function settled<T>(promise: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await promise;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, fault: { kind: "failed", code: "Unexpected", message } };
  }
}
