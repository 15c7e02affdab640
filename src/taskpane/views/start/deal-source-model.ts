import {
  type ByInput,
  byInput,
  type DealInput,
  type DealReferences,
  INPUT_NAMES,
  INPUTS,
} from "../../../deal/deal-inputs";
import type { Found } from "../../../deal/found-cells";
import type { EachIs } from "../../../deal/parts-of-year-questions";
import { readableReference } from "../../../input/cells/cell-reference";
import { formatList } from "../../../wording/format/format";
import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import { formOf, type PaneState } from "../../context/pane-state";
import { faultStatus, saying } from "../../context/status";
import { type DealSource, readDealSource, takeReferences } from "../../kit/deal-source";

const EMPTY = byInput(() => "");

/** Everything that choosing one's own cells does, without drawing it. */
export class DealSourceModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
    pane.readWith({
      texts: () => (formOf(pane.state().view) === "cells" ? this.#form.texts : undefined),
      take: (texts, found) => this.#take(texts, found),
    });
  }

  open(): void {
    this.#pane.open({ name: "start", form: "cells" });
  }

  close(): void {
    this.#pane.draft({ cells: undefined });
    this.#pane.back();
  }

  type(part: DealInput, text: string): void {
    const cells = this.#form;
    const each = part === "Forecast" && text !== cells.texts.Forecast ? undefined : cells.each;
    this.#pane.draft({ cells: { ...cells, texts: { ...cells.texts, [part]: text }, each } });
  }

  /** Takes the answer to what each number of the forecast is. */
  say(each: EachIs): void {
    this.#pane.draft({ cells: { ...this.#form, each } });
  }

  /** Reads the cells that the texts mean, and writes each reference out in full, so that it means the same everywhere. */
  async read(): Promise<void> {
    const asked = this.#form;
    const answer = await catchFault(this.#pane.actions.readTypedCells(asked.texts));
    if (answer.ok) this.#take(asked.texts, answer.value);
    else if (formOf(this.#pane.state().view) === "cells")
      this.#pane.put({ status: faultStatus(answer.fault) });
  }

  #take(texts: ByInput<string>, found: ByInput<Found>): void {
    const { view, drafts, status } = this.#pane.state();
    if (formOf(view) !== "cells") return;
    const cells = takeReferences(this.#form, texts, found);
    const isMended = readDealSource(cells, this.#pane.state().currency).obstacles.length === 0;
    this.#pane.put({
      drafts: { ...drafts, cells },
      status: isMended && status?.tone === "fault" ? undefined : status,
    });
  }

  /** Takes the selected cells for a part. */
  async useSelection(part: DealInput): Promise<void> {
    await this.#pane.during({ kind: "selection" }, "Reading the selected cells…", async () => {
      const takesTables = part !== "Usage" && part !== "Commitment";
      const selected = await catchFault(this.#pane.actions.readSelectedReference(takesTables));
      if (!selected.ok) return this.#pane.put({ status: faultStatus(selected.fault) });
      this.type(part, selected.value);
      this.#pane.put({ status: saying("done", `${part} is ${selected.value}.`) });
      await this.read();
    });
  }

  /** Keeps the cells in the workbook: from now on the deal is read from there. */
  async use(): Promise<void> {
    await this.#pane.during({ kind: "choose" }, "Reading the cells…", async () => {
      await this.read();
      const cells = this.#form;
      if (this.#pane.state().status?.tone === "fault") return;
      const { obstacles, partsOfYear } = readDealSource(cells, this.#pane.state().currency);
      if (obstacles.length > 0)
        return this.#pane.put({ status: saying("fault", obstacles.join(" ")) });
      const isLeftOut = (part: DealInput): boolean =>
        part === "Forecast" && partsOfYear !== undefined && cells.each === "part";
      const references = byInput((part) => (isLeftOut(part) ? "" : referenceOf(cells, part)));
      const isAYear = partsOfYear !== undefined && cells.each === "year";
      const chosen = await catchFault(this.#pane.actions.chooseDeal(references, isAYear));
      if (chosen.ok) this.#leave();
      await this.#pane.refresh();
      const there = Object.values(references).filter((reference) => reference !== "");
      this.#pane.put({
        status: chosen.ok
          ? saying("done", `The deal is read from ${formatList(there.map(readableReference))}.`)
          : faultStatus(chosen.fault),
      });
    });
  }

  /** Gives the choice up: the deal is read from the cells that are named as its parts are again. */
  async useNames(): Promise<void> {
    await this.#pane.during({ kind: "choose" }, "Reading the named cells…", async () => {
      const forgotten = await catchFault(this.#pane.actions.forgetChoice());
      if (forgotten.ok) this.#leave();
      await this.#pane.refresh();
      this.#pane.put({
        status: forgotten.ok
          ? saying("done", `The deal is read from cells by their names: ${INPUT_NAMES.join(", ")}.`)
          : faultStatus(forgotten.fault),
      });
    });
  }

  get #form(): DealSource {
    return dealSource(this.#pane.state());
  }

  /** The deal is another one now, so its answer is shown. */
  #leave(): void {
    this.close();
    this.#pane.open({ name: "home" });
  }
}

/** The form as it was left, else with the cells that the deal is read from now. */
export function dealSource({ drafts, deal }: PaneState): DealSource {
  if (drafts.cells) return drafts.cells;
  const texts = deal.kind === "read" ? textsOf(deal.reading.references) : EMPTY;
  const each = deal.kind === "read" && deal.reading.eachIsAYear ? "year" : undefined;
  return { texts, found: undefined, foundFor: undefined, each };
}

function textsOf(references: DealReferences): DealSource["texts"] {
  return byInput((input) => readableReference(references[INPUTS[input].key] ?? ""));
}

function referenceOf({ found }: DealSource, part: DealInput): string {
  const cells = found?.[part];
  return cells?.kind === "cells" ? cells.reference : "";
}
