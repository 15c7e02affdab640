import { REFERENCE_COLUMNS } from "../../../deal/scenario";
import { typedAsks } from "../../../sheets/negotiation/asks-table";
import { holdsTyping } from "../../../sheets/negotiation/seats-cells";
import { formatList, timeOfMaking } from "../../../wording/format/format";
import { rulesInPartsOn, type WorkbookFault } from "../../../workbook/excel/outcome";
import type { CellReader } from "../../../workbook/journal/readers-of";
import type { Overwriting, WrittenTable } from "../../../workbook/journal/written-table";
import { catchFault } from "../../context/catch-fault";
import { goToTable } from "../../context/go-to-table";
import type { PaneContext } from "../../context/pane-context";
import type { PaneState } from "../../context/pane-state";
import { faultStatus, lateCancel, type Offer, type Status, saying } from "../../context/status";
import { distinguished } from "./distinguish-table";
import { restoredWords } from "./restored-words";
import { FRESH_FORM, readTableForm, type TableForm } from "./table-form-state";

/** Everything that the tables of the workbook do, without drawing them: builds one, goes to it, removes it. */
export class TablesModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  /** Takes what was chosen or typed; a fault that the status line tells is about the form as it was. */
  changeForm(change: Partial<TableForm>): void {
    const { status } = this.#pane.state();
    this.#pane.draft({ table: { ...tableForm(this.#pane.state()), ...change } });
    if (status?.tone === "asking") this.#pane.put({ status: undefined });
  }

  /** Takes the selected cell as the place of the next table: the form names it, and the table goes there. */
  async choosePlace(): Promise<void> {
    const selected = await catchFault(this.#pane.actions.readSelectedReference(false));
    if (!selected.ok) return this.#fault(selected.fault);
    if (tableForm(this.#pane.state()).destination === "selection")
      this.changeForm({ place: selected.value });
  }

  async useSelectedCells(): Promise<void> {
    const pane = this.#pane;
    await pane.during({ kind: "selection" }, "Reading the selected cells…", async () => {
      const selected = await catchFault(pane.actions.readSelectedUsages());
      if (!selected.ok) return this.#fault(selected.fault);
      this.changeForm({ selected: selected.value });
      this.#say("done", `Rows come from ${selected.value.reference}.`);
    });
  }

  /** Writes the table that the form asks for, or over what the user agreed to; what stands in the way is said instead. */
  async buildTable(place?: Overwriting, now = new Date()): Promise<void> {
    const pane = this.#pane;
    const { deal } = pane.state();
    const form = tableForm(pane.state());
    if (deal.kind === "none") return this.#fault({ kind: "nothingNamed", names: ["Bands"] });
    if (deal.kind === "refused") return this.#fault(deal.fault);
    if (deal.kind === "reading") return;
    const { request: asked, obstacles } = readTableForm(form, deal.reading, pane.state().currency);
    if (!asked) return this.#say("fault", obstacles.join(" "));
    const made = distinguished(
      { ...asked, madeOn: timeOfMaking(now) },
      pane.state().tables,
      pane.state().currency,
    );
    const request = place ? { ...made, destination: place } : made;
    await pane.during({ kind: "build" }, "Building the table…", async (progress) => {
      const written = await catchFault(
        pane.actions.writeTable(request, pane.state().currency, progress),
      );
      this.#say("working", "Reading the workbook…");
      await pane.refresh();
      if (!written.ok) {
        const isOnTheirs = request.destination.kind !== "newSheet";
        return pane.put({
          status: isOnTheirs ? this.#placeFault(written.fault) : faultStatus(written.fault),
        });
      }
      const { title, sheet, address } = written.value;
      const late = lateCancel(progress);
      const kept = place
        ? " Remove this table puts back what was there."
        : late && " Remove this table takes it out.";
      this.#say("done", `${late}Built ${title} on ${sheet}, ${address}.${kept}`);
    });
  }

  async goTo(table: WrittenTable): Promise<void> {
    await goToTable(this.#pane, table);
  }

  /** Removes what was written; scenarios, which a user wrote, and what other cells read only after asking. */
  async remove(table: WrittenTable): Promise<void> {
    const { holdsScenarios, complete } = table;
    const { length } = this.#pane.state().scenarios;
    if (table.holdsFormulas) return this.#restore(table);
    if (!complete) return this.#removeNow(table);
    if (this.#holdsTyping(table)) return this.#removeIfWanted(table);
    if (!holdsScenarios || length === 0) return this.#removeUnlessRead(table);
    this.#pane.put({
      status: {
        tone: "asking",
        text: `The sheet ${table.sheet} goes with ${length === 1 ? "the scenario" : `all ${length} scenarios`} on it, and this cannot be undone here.`,
        offers: [
          { kind: "removeScenarios", take: () => this.#removeNow(table) },
          { kind: "keepScenarios", take: () => this.#say("done", "The scenarios stay.") },
        ],
      },
    });
  }

  /** Whether it is a sheet of asks, or of seats and dates, on which somebody typed something. */
  #holdsTyping({ id, definition }: WrittenTable): boolean {
    const cells = this.#pane.state().asks.find((one) => one.id === id);
    if (!cells) return false;
    return definition?.kind === "seats"
      ? holdsTyping(cells.values)
      : typedAsks(cells.values, cells.values).length > 0;
  }

  #removeIfWanted(table: WrittenTable): void {
    const { title, sheet } = table;
    this.#pane.put({
      status: {
        tone: "asking",
        text: `The sheet ${sheet} goes with what you typed on it, and this cannot be undone here.`,
        offers: [
          { kind: "keepTable", take: () => this.#say("done", `${title} stays.`) },
          { kind: "removeAnyway", take: () => this.#removeUnlessRead(table) },
        ],
      },
    });
  }

  /** Puts our formulas back; what was changed since keeps its change, and is said. */
  async #restore(table: WrittenTable): Promise<void> {
    const pane = this.#pane;
    const { id } = table;
    await pane.during({ kind: "remove", id }, "Putting it back as it was…", async () => {
      const { restoreOurs } = await pane.actions.portable();
      const restored = await catchFault(restoreOurs(id));
      await pane.refresh();
      if (restored.ok) this.#say("done", restoredWords(table, restored.value));
      else this.#fault(restored.fault);
    });
  }

  /** Cells that read what is removed would show #REF!: the user hears of them first. */
  async #removeUnlessRead(table: WrittenTable): Promise<void> {
    const pane = this.#pane;
    const { id, title } = table;
    await pane.during({ kind: "remove", id }, `Removing ${title}…`, async () => {
      const read = await catchFault(pane.actions.readersOf(id, cellReaders(pane.state())));
      if (!read.ok) return this.#fault(read.fault);
      if (read.value.length === 0) return this.#takeOut(table);
      pane.put({
        status: {
          tone: "asking",
          text: `${title} is read by ${formatList(read.value)}, which would show #REF! without it. Let them read other cells first, or remove it anyway.`,
          offers: [
            { kind: "keepTable", take: () => this.#say("done", `${title} stays.`) },
            { kind: "removeAnyway", take: () => this.#removeNow(table) },
          ],
        },
      });
    });
  }

  async #removeNow(table: WrittenTable): Promise<void> {
    const { id, title } = table;
    await this.#pane.during({ kind: "remove", id }, `Removing ${title}…`, () =>
      this.#takeOut(table),
    );
  }

  async #takeOut({ id, title, sheet }: WrittenTable): Promise<void> {
    const pane = this.#pane;
    const removed = await catchFault(pane.actions.removeTable(id));
    await pane.refresh();
    if (removed.ok)
      this.#say(
        "done",
        `Removed ${title} from ${sheet}. ${removed.value.areRulesInParts ? rulesInPartsOn(sheet) : "Everything else is as it was."}`,
      );
    else this.#fault(removed.fault);
  }

  /** A fault that stopped a table at a place on the user's own sheet, with the ways on that this fault leaves. */
  #placeFault(fault: WorkbookFault): Status {
    return { ...faultStatus(fault), offers: this.#offersFor(fault) };
  }

  #offersFor(fault: WorkbookFault): readonly Offer[] {
    const anotherPlace: Offer = { kind: "anotherPlace", take: () => this.#askForAPlace() };
    switch (fault.kind) {
      case "occupied": {
        const { sheet, address, cells } = fault;
        const place: Overwriting = { kind: "overwrite", sheet, address, cells };
        return [
          anotherPlace,
          this.#onNewSheet,
          ...(fault.canOverwrite
            ? [{ kind: "overwrite", take: () => this.buildTable(place) } as const]
            : []),
        ];
      }
      case "protectedSheet":
      case "noRoom":
      case "changedMeanwhile":
      case "sheetGone":
        return [anotherPlace, this.#onNewSheet];
      default:
        return [];
    }
  }

  #askForAPlace(): void {
    this.#pane.put({
      status: {
        tone: "asking",
        text: "Select the cell where the table should begin, then choose Build here.",
        offers: [{ kind: "here", take: () => this.#buildAt("selection") }, this.#onNewSheet],
      },
    });
  }

  readonly #onNewSheet: Offer = { kind: "newSheet", take: () => this.#buildAt("newSheet") };

  #buildAt(destination: TableForm["destination"]): Promise<void> {
    this.changeForm({ destination, place: undefined });
    return this.buildTable();
  }

  #fault(fault: WorkbookFault): void {
    this.#pane.put({ status: faultStatus(fault) });
  }

  #say(tone: Status["tone"], text: string): void {
    this.#pane.put({ status: saying(tone, text) });
  }
}

/** The deals and scenarios of the workbook, with what they read. */
export function cellReaders({
  deals,
  scenarios,
}: Pick<PaneState, "deals" | "scenarios">): readonly CellReader[] {
  return [
    ...deals.map(({ name, references }) => ({
      name: `the deal on ${name}`,
      references: Object.values(references).filter((reference) => reference !== null),
    })),
    ...scenarios.map(({ name, row: { values, addresses } }) => ({
      name: `the scenario ${name}`,
      // What its cells refer to by text, and the cells themselves, which may hold formulas.
      references: [
        ...REFERENCE_COLUMNS.map((column) => String(values[column])),
        ...Object.values(addresses),
      ].filter((reference) => reference !== ""),
    })),
  ];
}

/** The form as it was left. */
export function tableForm({ drafts }: PaneState): TableForm {
  return drafts.table ?? FRESH_FORM;
}
