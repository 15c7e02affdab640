import type { Explanation } from "../../../../sheets/portable/explanation";
import { describeNotPortable, NotPortable } from "../../../../sheets/portable/not-portable";
import { type PortableWords, portableWords } from "../../../../sheets/portable/portable-words";
import { formatCounted, timeOfMaking } from "../../../../wording/format/format";
import type { Outcome } from "../../../../workbook/excel/outcome";
import type { PortableLook, ScopeKind } from "../../../../workbook/portable/look-portable";
import { catchFault } from "../../../context/catch-fault";
import type { PortableActions } from "../../../context/pane-actions";
import type { PaneContext } from "../../../context/pane-context";
import { faultStatus, lateCancel, type Status, saying } from "../../../context/status";
import type { AnswerNumber } from "../../../kit/how-sure/explain-links";
import { copyWords } from "./copy-words";
import { numberAsked } from "./number-asked";

/** What is shown below the buttons. */
export type PortableShown =
  | { readonly kind: "nothing" }
  | { readonly kind: "look"; readonly look: PortableLook; readonly words: PortableWords }
  | { readonly kind: "explanation"; readonly explanation: Explanation }
  /** How to send a copy from an Excel that opens none by itself. */
  | { readonly kind: "copySteps" };

/** Looks what would change, changes it, and explains a cell, without drawing. */
export class PortableModel {
  shown: PortableShown = { kind: "nothing" };

  /** @param changed Called when what is shown has changed. */
  constructor(
    private readonly pane: PaneContext,
    private readonly changed: () => void,
  ) {}

  /** The dry run: nothing is written. */
  look(kind: ScopeKind): Promise<void> {
    return this.#during("Looking at the formulas…", async ({ lookPortable }) => {
      const look = await catchFault(lookPortable(kind));
      if (!look.ok) return this.#fault(look);
      const words = portableWords(look.value.plan, this.pane.state().currency, look.value.texts);
      this.#show({ kind: "look", look: look.value, words });
      this.#say("done", "Nothing is changed yet.");
    });
  }

  makePortable(now = new Date()): Promise<void> {
    const { shown } = this;
    if (shown.kind !== "look") return Promise.resolve();
    return this.#during("Writing Excel's own formulas…", async ({ makePortable }, progress) => {
      const { currency } = this.pane.state();
      const made = await catchFault(
        makePortable(shown.look, timeOfMaking(now), currency, progress),
      );
      await this.pane.refresh();
      if (!made.ok) return this.#fault(made);
      this.#show({ kind: "nothing" });
      const { changed, kept, sheet } = made.value;
      const staying =
        kept.length === 0
          ? ""
          : ` ${formatCounted(kept.length, "cell stays", "cells stay")} ours, because Excel's formulas did not give the same number.`;
      this.#say(
        "done",
        `${lateCancel(progress)}${formatCounted(changed, "formula is", "formulas are")} Excel's own now; ${sheet} has the steps.${staying} Restore our formulas, in the list above, puts ours back.`,
      );
    });
  }

  /** Writes the inputs that hold text as numbers, and looks again. */
  async writeNumbers(now = new Date()): Promise<void> {
    const { shown } = this;
    if (shown.kind !== "look") return;
    let said: string | undefined;
    await this.#during("Writing numbers…", async ({ writeNumbers }) => {
      const { currency } = this.pane.state();
      const written = await catchFault(writeNumbers(shown.look, timeOfMaking(now), currency));
      await this.pane.refresh();
      if (!written.ok) return this.#fault(written);
      if ("changes" in written.value)
        return this.#say(
          "fault",
          `${written.value.changes} would show another number. Nothing was changed: type the numbers yourself.`,
        );
      const { cells, sheet } = written.value;
      said = `${formatCounted(cells, "text is a number", "texts are numbers")} now; ${sheet} says what each was.`;
    });
    if (said === undefined) return;
    await this.look(shown.look.scope.kind);
    if (this.shown.kind === "look" && this.shown !== shown) this.#say("done", said);
  }

  /** Opens a copy that stands without the add-in, or says how to make one. */
  sendCopy(now = new Date()): Promise<void> {
    return this.#during("Making the copy…", async ({ canCopyWorkbook, sendCopy }, progress) => {
      if (!canCopyWorkbook()) {
        this.#show({ kind: "copySteps" });
        return this.#say("done", "This Excel opens no copy by itself: the steps are below.");
      }
      const { currency } = this.pane.state();
      const sent = await catchFault(sendCopy(timeOfMaking(now), currency, progress));
      await this.pane.refresh();
      if (!sent.ok) return this.#fault(sent);
      this.#show({ kind: "nothing" });
      this.#say("done", copyWords(sent.value));
    });
  }

  freeze(now = new Date()): Promise<void> {
    const { shown } = this;
    if (shown.kind !== "look") return Promise.resolve();
    return this.#during("Writing values…", async ({ freezeOurs }) => {
      const frozen = await catchFault(freezeOurs(shown.look, timeOfMaking(now)));
      await this.pane.refresh();
      if (!frozen.ok) return this.#fault(frozen);
      this.#show({ kind: "nothing" });
      const { plan, sheet } = frozen.value;
      this.#say(
        "done",
        `${formatCounted(plan.formulas, "formula is a value", "formulas are values")} now; ${sheet} says what each was. Restore our formulas, in the list above, puts them back.`,
      );
    });
  }

  /** @param asked A number of the answer; without one the selected cell is meant. */
  explain(asked?: AnswerNumber): Promise<void> {
    const number = asked && numberAsked(this.pane.state(), asked);
    if (typeof number === "string") {
      this.#say("fault", number);
      return Promise.resolve();
    }
    return this.#during("Reading the cells…", async ({ explainSelected }) => {
      const explained = await catchFault(explainSelected(number));
      if (!explained.ok) return this.#fault(explained);
      const { value } = explained;
      if (value instanceof NotPortable)
        return this.#say("fault", describeNotPortable(value, this.pane.state().currency));
      this.#show({ kind: "explanation", explanation: value });
      this.#say("done", `${value.address} is explained below.`);
    });
  }

  writeExplanation(now = new Date()): Promise<void> {
    const { shown } = this;
    if (shown.kind !== "explanation") return Promise.resolve();
    return this.#during("Writing the steps…", async ({ writeExplanation }) => {
      const { currency } = this.pane.state();
      const written = await catchFault(
        writeExplanation(shown.explanation, timeOfMaking(now), currency),
      );
      await this.pane.refresh();
      if (!written.ok) return this.#fault(written);
      this.#say("done", `${written.value.sheet} has every step as a formula.`);
    });
  }

  leave(): void {
    this.#show({ kind: "nothing" });
    this.pane.put({ status: undefined });
  }

  #during(
    text: string,
    work: (
      actions: PortableActions,
      progress: Parameters<Parameters<PaneContext["during"]>[2]>[0],
    ) => Promise<void>,
  ): Promise<void> {
    return this.pane.during({ kind: "portable" }, text, async (progress) =>
      work(await this.pane.actions.portable(), progress),
    );
  }

  #show(shown: PortableShown): void {
    this.shown = shown;
    this.changed();
  }

  #fault(outcome: Extract<Outcome<unknown>, { readonly ok: false }>): void {
    this.pane.put({ status: faultStatus(outcome.fault) });
  }

  #say(tone: Status["tone"], text: string): void {
    this.pane.put({ status: saying(tone, text) });
  }
}
