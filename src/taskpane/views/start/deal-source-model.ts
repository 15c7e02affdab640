import {
  type ByInput,
  byInput,
  type DealInput,
  type DealReferences,
  INPUT_NAMES,
  INPUTS,
} from "../../../deal/deal-inputs";
import type { Found } from "../../../deal/found-cells";
import type { EachIs } from "../../../deal/parts-of-year-messages";
import { readableReference } from "../../../input/cells/cell-reference";
import { formatList } from "../../../wording/format/format";
import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import { faultStatus, saying } from "../../context/status";
import { type DealSource, readDealSource, takeReferences } from "../../kit/deal-source";

const EMPTY = byInput(() => "");

/** Everything that choosing one's own cells does, without drawing it. */
export class DealSourceModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  /** Opens the form with the cells that the deal is read from now. */
  async open(): Promise<void> {
    const { deal } = this.#pane.state();
    const texts = deal.kind === "read" ? textsOf(deal.reading.references) : EMPTY;
    const each = deal.kind === "read" && deal.reading.eachIsAYear ? "year" : undefined;
    this.#pane.put({
      own: { texts, found: undefined, foundFor: undefined, each },
      status: undefined,
    });
    await this.read();
  }

  close(): void {
    this.#pane.put({ own: undefined, status: undefined });
  }

  type(part: DealInput, text: string): void {
    const { own, status } = this.#pane.state();
    if (!own) return;
    const each = part === "Forecast" && text !== own.texts.Forecast ? undefined : own.each;
    this.#pane.put({
      own: { ...own, texts: { ...own.texts, [part]: text }, each },
      status: status?.tone === "fault" ? undefined : status,
    });
  }

  /** Takes the answer to what each number of the forecast is. */
  say(each: EachIs): void {
    const { own, status } = this.#pane.state();
    if (!own) return;
    this.#pane.put({
      own: { ...own, each },
      status: status?.tone === "fault" ? undefined : status,
    });
  }

  /** Reads the cells that the texts mean, and writes each reference out in full, so that it means the same everywhere. */
  async read(): Promise<void> {
    const asked = this.#pane.state().own;
    if (!asked) return;
    const answer = await catchFault(this.#pane.actions.readTypedCells(asked.texts));
    if (answer.ok) this.take(asked.texts, answer.value);
    else if (this.#pane.state().own) this.#pane.put({ status: faultStatus(answer.fault) });
  }

  /** Takes the cells that the texts were found to mean. */
  take(texts: ByInput<string>, found: ByInput<Found>): void {
    const { own, status } = this.#pane.state();
    if (!own) return;
    const read = takeReferences(own, texts, found);
    const isMended = readDealSource(read).obstacles.length === 0;
    this.#pane.put({
      own: read,
      status: isMended && status?.tone === "fault" ? undefined : status,
    });
  }

  /** Takes the selected cells for a part. */
  async useSelection(part: DealInput): Promise<void> {
    await this.#pane.during({ kind: "selection" }, "Reading the selected cells…", async () => {
      const isBlock = INPUTS[part].holds === "block";
      const selected = await catchFault(this.#pane.actions.readSelectedReference(isBlock));
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
      const { own, status } = this.#pane.state();
      if (!own || status?.tone === "fault") return;
      const { obstacles, partsOfYear } = readDealSource(own);
      if (obstacles.length > 0)
        return this.#pane.put({ status: saying("fault", obstacles.join(" ")) });
      const isLeftOut = (part: DealInput): boolean =>
        part === "Forecast" && partsOfYear !== undefined && own.each === "part";
      const references = byInput((part) => (isLeftOut(part) ? "" : referenceOf(own, part)));
      const isAYear = partsOfYear !== undefined && own.each === "year";
      const chosen = await catchFault(this.#pane.actions.chooseDeal(references, isAYear));
      if (chosen.ok) this.#pane.put({ own: undefined });
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
      if (forgotten.ok) this.#pane.put({ own: undefined });
      await this.#pane.refresh();
      this.#pane.put({
        status: forgotten.ok
          ? saying("done", `The deal is read from cells by their names: ${INPUT_NAMES.join(", ")}.`)
          : faultStatus(forgotten.fault),
      });
    });
  }
}

function textsOf(references: DealReferences): DealSource["texts"] {
  return byInput((input) => readableReference(references[INPUTS[input].key] ?? ""));
}

function referenceOf({ found }: DealSource, part: DealInput): string {
  const cells = found?.[part];
  return cells?.kind === "cells" ? cells.reference : "";
}
