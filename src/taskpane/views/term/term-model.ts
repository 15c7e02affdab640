import { describeErrors } from "../../../core/errors";
import { succeed } from "../../../core/result";
import { listMoves } from "../../../efficiency/list-history";
import { readPriceBook } from "../../../input/price-book-cells";
import type { TermSheetKind } from "../../../sheets/sheet-definition";
import { termSheetRequest } from "../../../sheets/term/term-request";
import { formatList, timeOfMaking } from "../../../wording/format/format";
import type { WorkbookFault } from "../../../workbook/excel/outcome";
import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import { faultStatus, saying } from "../../context/status";
import { scheduleRequest } from "./schedule-request";
import { termDraft, withTermDraft } from "./term-draft";
import { TERM_SHEETS, type TermFieldName } from "./term-fields";
import { readTerm } from "./term-reading";
import type { TrackingField } from "./tracking/tracking-draft";
import { readTrackingOf } from "./tracking/tracking-reading";

/** Fields that a schedule answers once it is there. */
const OF_YEARS: readonly TermFieldName[] = [
  ...(["Term", "Usage growth", "Commitments", "List price change"] as const),
];

/** Everything that the Term view does, without drawing it. */
export class TermModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  type(name: TermFieldName, text: string): void {
    const state = this.#pane.state();
    const texts = { ...termDraft(state).texts, [name]: text };
    this.#pane.draft(withTermDraft(state, { texts }));
  }

  /** Takes what was typed about the deal under way. */
  track(field: TrackingField, text: string): void {
    const state = this.#pane.state();
    const { tracking } = termDraft(state);
    this.#pane.draft(withTermDraft(state, { tracking: { ...tracking, [field]: text } }));
  }

  /** Takes the selected cells as the months past; what they hold is read as if it were typed. */
  async takeSelectedMonths(): Promise<void> {
    const pane = this.#pane;
    await pane.during({ kind: "selection" }, "Reading the selection…", async () => {
      const selected = await catchFault(pane.actions.readSelectedUsages());
      if (!selected.ok) return pane.put({ status: faultStatus(selected.fault) });
      const { cells, reference } = selected.value;
      if (cells.length === 0)
        return pane.put({
          status: saying("fault", "The selected cells are blank: select the usage of each month."),
        });
      this.track("months", cells.map((row) => row.join("\t")).join("\n"));
      pane.put({ status: saying("done", `Took the months from ${reference}.`) });
    });
  }

  /** Reads what list prices did, by the price book of the workbook or the one that comes with Bandwise. */
  async readListHistory(): Promise<void> {
    const pane = this.#pane;
    const cells = await catchFault(pane.actions.readPriceBook());
    if (!cells.ok) return pane.put({ status: faultStatus(cells.fault) });
    const book = readPriceBook(cells.value?.values);
    if (!book.ok) {
      const why = describeErrors(book.errors, pane.state().currency);
      return pane.put({
        status: saying("fault", `The price book in this workbook cannot be used: ${why}`),
      });
    }
    pane.draft({
      listHistory: { moves: listMoves(book.value), isOwn: cells.value !== null },
    });
  }

  toggle(name: string): void {
    const state = this.#pane.state();
    const { won } = termDraft(state);
    const now = won.includes(name) ? won.filter((one) => one !== name) : [...won, name];
    this.#pane.draft(withTermDraft(state, { won: now }));
  }

  tick(sheet: TermSheetKind): void {
    const state = this.#pane.state();
    const { sheets } = termDraft(state);
    const now = sheets.includes(sheet) ? sheets.filter((one) => one !== sheet) : [...sheets, sheet];
    this.#pane.draft(withTermDraft(state, { sheets: now }));
  }

  /** Builds the sheets that are ticked, one after another; the first that fails ends it. */
  async build(now = new Date()): Promise<void> {
    const pane = this.#pane;
    const state = pane.state();
    const term = readTerm(state);
    if (!term || state.deal.kind !== "read") return;
    const { sheets } = termDraft(state);
    if (sheets.length === 0)
      return pane.put({ status: saying("fault", "Tick the sheet that you want first.") });
    if (!term.form.settings.ok)
      return pane.put({ status: saying("fault", "Put right what is set here first.") });
    const { reading } = state.deal;
    const settings = term.form.settings.value;
    const months = readTrackingOf(state)?.months ?? succeed([]);
    if (sheets.includes("burndown") && !months.ok)
      return pane.put({
        status: saying("fault", "Put right the months under How is it going? first."),
      });
    const past = months.ok ? months.value.slice(0, 12) : [];
    const requests = TERM_SHEETS.flatMap(([kind]) =>
      sheets.includes(kind)
        ? termSheetRequest(reading, settings, kind, timeOfMaking(now), past)
        : [],
    );
    const refused = requests.find((request) => typeof request === "string");
    if (refused !== undefined) return pane.put({ status: saying("fault", refused) });
    await pane.during({ kind: "termSheets" }, "Building the sheets…", async () => {
      const built: string[] = [];
      let fault: WorkbookFault | undefined;
      for (const request of requests) {
        if (typeof request === "string" || fault) continue;
        const written = await catchFault(pane.actions.writeTerm(request, state.currency));
        if (written.ok) built.push(written.value.sheet);
        else fault = written.fault;
      }
      await pane.refresh();
      pane.put({
        status: fault
          ? faultStatus(fault)
          : saying("done", `Built ${formatList(built)}. Everything there is a live formula.`),
      });
    });
  }

  /** Writes the years of the fields as a schedule of the deal, which answers for those fields from then on. */
  async putYears(): Promise<void> {
    const pane = this.#pane;
    const term = readTerm(pane.state());
    const request = term && scheduleRequest(term);
    if (request === undefined) return;
    if (typeof request === "string") return pane.put({ status: saying("fault", request) });
    await pane.during({ kind: "schedule" }, "Writing the years…", async () => {
      const state = pane.state();
      const written = await catchFault(pane.actions.writeSchedule(request, state.currency));
      if (written.ok) {
        const { texts } = termDraft(state);
        const left = Object.entries(texts).filter(
          ([name]) => !OF_YEARS.some((one) => one === name),
        );
        pane.draft(withTermDraft(state, { texts: Object.fromEntries(left) }));
      }
      await pane.refresh();
      pane.put({
        status: written.ok
          ? saying(
              "done",
              `The years are on ${written.value.sheet}. Change them there; the pane follows.`,
            )
          : faultStatus(written.fault),
      });
    });
  }
}
