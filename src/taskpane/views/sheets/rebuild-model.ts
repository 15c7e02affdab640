import { presentDeal } from "../../../sheets/tables/inputs";
import { rebuilt } from "../../../sheets/tables/rebuilt";
import { termSheetRequest } from "../../../sheets/term/term-request";
import { timeOfMaking } from "../../../wording/format/format";
import { type Outcome, rulesInPartsOn } from "../../../workbook/excel/outcome";
import type { WriteProgress } from "../../../workbook/excel/progress";
import type { TableRequest, WrittenTable } from "../../../workbook/journal/written-table";
import { bridgeRequest } from "../../context/bridge-request";
import { catchFault } from "../../context/catch-fault";
import { comparisonRequest } from "../../context/comparison-request";
import { decisionRequest } from "../../context/decision/decision-request";
import { asksRequest } from "../../context/negotiation/asks-request";
import { counterOfferWrite } from "../../context/negotiation/counter-offer-model";
import { seatsRequest } from "../../context/negotiation/seats-request";
import type { PaneContext } from "../../context/pane-context";
import type { DealState } from "../../context/pane-state";
import { faultStatus, lateCancel, saying } from "../../context/status";
import { fitOf } from "./fit";

/** Builds a table again, in its place, from the deal as it is now. */
export class RebuildModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  /** @param now Time of making, for the header of the table. */
  async rebuild(table: WrittenTable, now = new Date()): Promise<void> {
    const pane = this.#pane;
    const write = this.#writeOf(table, now);
    if (typeof write === "string") return pane.put({ status: saying("fault", write) });
    const task = { kind: "rebuild", id: table.id } as const;
    await pane.during(task, `Rebuilding ${table.title}…`, async (progress) => {
      const written = await catchFault(write(progress));
      await pane.refresh();
      if (!written.ok) return pane.put({ status: faultStatus(written.fault) });
      const { title, sheet, rulesInParts } = written.value;
      const rules = rulesInParts ? ` ${rulesInPartsOn(sheet)}` : "";
      pane.put({
        status: saying("done", `${lateCancel(progress)}Rebuilt ${title} on ${sheet}.${rules}`),
      });
    });
  }

  /** What writes it again, or a sentence on why that cannot be. */
  #writeOf(table: WrittenTable, now: Date): Write | string {
    const { actions } = this.#pane;
    const state = this.#pane.state();
    const { definition, coveredBy, title } = table;
    const { from = state.deal } = fitOf(table, state, this.#pane.state().currency);
    if (coveredBy) return `${coveredBy} covers a part of ${title}. Remove that one first.`;
    if (definition?.kind === "decision") {
      const request = decisionRequest(from, definition.supposed, now, definition.form);
      return typeof request === "string"
        ? request
        : () => actions.writeDecision({ ...request, again: table }, this.#pane.state().currency);
    }
    if (definition?.kind === "comparison") {
      const request = comparisonRequest(state.scenarios, now, definition.form);
      return typeof request === "string"
        ? request
        : () => actions.writeComparison({ ...request, again: table }, this.#pane.state().currency);
    }
    if (definition?.kind === "term") {
      const { settings, sheet } = definition;
      const request =
        from.kind === "read"
          ? termSheetRequest(from.reading, settings, sheet, timeOfMaking(now))
          : MEND;
      return typeof request === "string"
        ? request
        : () => actions.writeTerm(request, this.#pane.state().currency, table);
    }
    if (definition?.kind === "asks") {
      const request = asksRequest(from, now);
      return typeof request === "string"
        ? request
        : () => actions.writeAsks({ ...request, again: table }, this.#pane.state().currency);
    }
    if (definition?.kind === "seats") {
      const request = seatsRequest(from, now);
      return typeof request === "string"
        ? request
        : () => actions.writeSeats({ ...request, again: table }, this.#pane.state().currency);
    }
    if (definition?.kind === "counterOffer")
      return counterOfferWrite(this.#pane, { deal: from, shown: definition.scenario }, now, table);
    if (definition?.kind === "bridge") {
      const { from: before, to: after } = definition;
      const ends = { from: before.scenario, to: after.scenario };
      const request = bridgeRequest(state, ends, now);
      return typeof request === "string"
        ? request
        : () => actions.writeBridge({ ...request, again: table }, this.#pane.state().currency);
    }
    const request = rebuildRequest(table, from, now);
    return typeof request === "string"
      ? request
      : (progress) => actions.writeTable(request, this.#pane.state().currency, progress);
  }
}

type Write = (progress: WriteProgress) => Promise<Outcome<WrittenTable>>;

const MEND = "Mend the deal first: the table is built from it.";

/** What to write in place of a table, or a sentence on why that cannot be. */
export function rebuildRequest(
  table: WrittenTable,
  deal: DealState,
  now: Date,
): TableRequest | string {
  const { recipe, title } = table;
  const present = deal.kind === "read" ? presentDeal(deal.reading) : undefined;
  if (present === undefined || recipe === undefined) return MEND;
  const content = rebuilt(recipe, present, timeOfMaking(now));
  if (content === null)
    return `${title} is about a band that the deal no longer has. Remove it, and build another.`;
  return {
    ...content,
    destination: { kind: "again", table },
    thresholdsUsd: present.bands.map(({ thresholdUsd }) => thresholdUsd),
  };
}
