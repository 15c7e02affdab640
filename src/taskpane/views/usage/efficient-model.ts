import { isNamed } from "../../../deal/scenario";
import type { LeverShares } from "../../../sheets/usage/lever-rows";
import { timeOfMaking } from "../../../wording/format/format";
import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import { faultStatus, saying } from "../../context/status";
import {
  type EfficientDraft,
  hasUsage,
  leverRows,
  newEfficientDraft,
  yearAhead,
} from "./efficient-state";

/** Which of the two forecasts. */
export type UsageWord = "current" | "efficient";

/** Everything that efficient use and the forecast from history do, without drawing them. */
export class EfficientModel {
  readonly #pane: PaneContext;
  #reading = false;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  /** Reads the usage behind the months, once for as long as the months stay as they are. */
  async read(): Promise<void> {
    const pane = this.#pane;
    const { usage: history, drafts } = pane.state();
    if (!history || this.#reading || drafts.efficient?.history === history) return;
    this.#reading = true;
    const [cells, sheets] = [
      await catchFault(pane.actions.readUsage()),
      await catchFault(pane.actions.readEfficientSheets()),
    ];
    this.#reading = false;
    // The months changed meanwhile, and what was read may be from before.
    if (pane.state().usage !== history) return this.read();
    if (!cells.ok) return pane.put({ status: faultStatus(cells.fault) });
    if (!sheets.ok) return pane.put({ status: faultStatus(sheets.fault) });
    if (cells.value === null) return;
    const shares = pane.state().drafts.efficient?.shares;
    pane.draft({ efficient: newEfficientDraft(history, cells.value, sheets.value, shares) });
  }

  set(change: Partial<LeverShares>): void {
    const draft = this.#draft;
    if (draft)
      this.#pane.draft({ efficient: { ...draft, shares: { ...draft.shares, ...change } } });
  }

  /** Writes the sheets, or the levers into the table that is there. */
  async write(): Promise<void> {
    const pane = this.#pane;
    const draft = this.#draft;
    if (!draft) return;
    const isThere = draft.sheets !== null;
    await pane.during({ kind: "efficient" }, "Writing efficient use…", async () => {
      const written = isThere
        ? await catchFault(pane.actions.writeLevers(leverRows(draft)))
        : await catchFault(this.#build(draft));
      await pane.refresh();
      await this.#readSheets();
      if (!written.ok) return pane.put({ status: faultStatus(written.fault) });
      const text = isThere
        ? "The levers are in their table, and the sheets follow."
        : "Built Efficient use and Usage forecast. Change a lever there and everything follows.";
      pane.put({ status: saying("done", text) });
    });
  }

  /** Makes one of the two forecasts the deal's, or that of a new scenario, as live cells. */
  async use(which: UsageWord, place: "deal" | "scenario"): Promise<void> {
    const pane = this.#pane;
    const draft = this.#draft;
    const name = draft?.sheets?.[which];
    if (!draft || name === undefined)
      return pane.put({
        status: saying("fault", "Build the sheets first: the forecast is read from their cells."),
      });
    const { scenarios, deal, currency } = pane.state();
    await pane.during({ kind: "forecast" }, "Sending the forecast…", async () => {
      const ahead = yearAhead(draft.history.months, currency);
      const meanUsd = ahead.kind === "forecast" ? ahead.made.meanUsd : 0;
      const scenario = freeScenarioName(
        which === "efficient" ? "Efficient usage" : "Usage from history",
        scenarios.map((one) => one.name),
      );
      const usual = deal.kind === "read" ? deal.reading.commitmentUsd : undefined;
      const sent =
        place === "deal"
          ? await catchFault(
              pane.actions.writeForecast({ kind: "linked", name, meanUsd }, currency),
            )
          : await catchFault(
              pane.actions.addScenario(
                {
                  ...{ name: scenario, commitmentUsd: usual ?? null, usageUsd: null },
                  ...{ forecast: { kind: "cells", reference: name }, bands: "", terms: "" },
                  notes: "Usage from the sheet Usage forecast",
                },
                currency,
              ),
            );
      await pane.refresh();
      if (!sent.ok) return pane.put({ status: faultStatus(sent.fault) });
      const text =
        place === "deal"
          ? "The deal has this forecast now, as live cells."
          : `Added the scenario ${scenario} with this forecast, as live cells.`;
      pane.put({ status: saying("done", text) });
    });
  }

  get #draft(): EfficientDraft | undefined {
    return this.#pane.state().drafts.efficient;
  }

  #build(draft: EfficientDraft) {
    const { workbookDeal, currency } = this.#pane.state();
    const { cells, history } = draft;
    const { usage, months, book } = cells.names;
    const references =
      workbookDeal.kind === "read" && workbookDeal.reading.agreement
        ? workbookDeal.reading.references
        : null;
    const amounts = history.months.map(({ usageUsd }) => usageUsd);
    return this.#pane.actions.writeEfficient(
      {
        tables: { usage, months, book },
        levers: leverRows(draft),
        hasUsage: hasUsage(draft),
        historyMonths: history.months.filter(({ isInHistory }) => isInHistory).length,
        deal: references,
        largestUsd: amounts.reduce((sum, usd) => sum + usd, 0),
        madeOn: timeOfMaking(new Date()),
      },
      currency,
    );
  }

  async #readSheets(): Promise<void> {
    const read = await catchFault(this.#pane.actions.readEfficientSheets());
    const draft = this.#draft;
    if (read.ok && draft) this.#pane.draft({ efficient: { ...draft, sheets: read.value } });
  }
}

function freeScenarioName(wanted: string, taken: readonly string[]): string {
  const isTaken = (name: string): boolean => taken.some((one) => isNamed(one, name));
  const numbered = (number: number): string => {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    return isTaken(name) ? numbered(number + 1) : name;
  };
  return numbered(1);
}
