import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import type { PaneState } from "../../context/pane-state";
import { faultStatus, saying } from "../../context/status";
import type { ForecastFieldName, UsageKind } from "../../kit/forecast-form-messages";
import {
  type ForecastForm,
  freshForecastForm,
  readForecastForm,
} from "../../kit/forecast-form-state";

/** Everything that saying how sure the usage is does, without drawing it. */
export class ForecastModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  close(): void {
    this.#pane.draft({ forecast: undefined });
    this.#pane.back();
  }

  choose(kind: UsageKind): void {
    this.#pane.draft({ forecast: { ...this.#form, kind, tried: false } });
  }

  type(name: ForecastFieldName, text: string): void {
    const form = this.#form;
    this.#pane.draft({ forecast: { ...form, texts: { ...form.texts, [name]: text } } });
  }

  get #form(): ForecastForm {
    return forecastForm(this.#pane.state());
  }

  /** Writes the forecast into the workbook, or says what is still missing for it. */
  async write(): Promise<void> {
    const pane = this.#pane;
    const form = this.#form;
    const { forecast, obstacles } = readForecastForm(form, pane.state().currency);
    if (!forecast) {
      pane.draft({ forecast: { ...form, tried: true } });
      return pane.put({ status: saying("fault", obstacles.join(" ")) });
    }
    await pane.during({ kind: "forecast" }, "Writing the forecast…", async () => {
      const written = await catchFault(pane.actions.writeForecast(forecast, pane.state().currency));
      await pane.refresh();
      if (!written.ok) return pane.put({ status: faultStatus(written.fault) });
      const text = `Wrote the forecast to ${written.value.sheet}. Change its cells and everything follows.`;
      this.close();
      pane.put({ status: saying("done", text) });
    });
  }
}

/** The form as it was left, else with the usage of the deal as the likely one. */
export function forecastForm({ drafts, deal, currency }: PaneState): ForecastForm {
  const usageUsd = deal.kind === "read" ? deal.reading.usageUsd : undefined;
  return drafts.forecast ?? freshForecastForm(usageUsd, currency);
}
