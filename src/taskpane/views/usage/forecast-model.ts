import type { ForecastKind } from "../../../deal/forecast-block";
import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import { faultStatus, saying } from "../../context/status";
import type { ForecastFieldName } from "../../kit/forecast-form-messages";
import { freshForecastForm, readForecastForm } from "../../kit/forecast-form-state";

/** Everything that saying how sure the usage is does, without drawing it. */
export class ForecastModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  open(): void {
    const { deal } = this.#pane.state();
    const usageUsd = deal.kind === "read" ? deal.reading.usageUsd : undefined;
    this.#pane.put({ forecastForm: freshForecastForm(usageUsd), status: undefined });
  }

  close(): void {
    this.#pane.put({ forecastForm: undefined, status: undefined });
  }

  choose(kind: ForecastKind): void {
    const { forecastForm } = this.#pane.state();
    if (forecastForm) this.#pane.put({ forecastForm: { ...forecastForm, kind, tried: false } });
  }

  type(name: ForecastFieldName, text: string): void {
    const { forecastForm, status } = this.#pane.state();
    if (!forecastForm) return;
    this.#pane.put({
      forecastForm: { ...forecastForm, texts: { ...forecastForm.texts, [name]: text } },
      status: status?.tone === "fault" ? undefined : status,
    });
  }

  /** Writes the forecast into the workbook, or says what is still missing for it. */
  async write(): Promise<void> {
    const pane = this.#pane;
    const { forecastForm } = pane.state();
    if (!forecastForm) return;
    const { forecast, obstacles } = readForecastForm(forecastForm);
    if (!forecast) {
      const status = saying("fault", obstacles.join(" "));
      return pane.put({ forecastForm: { ...forecastForm, tried: true }, status });
    }
    await pane.during({ kind: "forecast" }, "Writing the forecast…", async () => {
      const written = await catchFault(pane.actions.writeForecast(forecast));
      await pane.refresh();
      if (!written.ok) return pane.put({ status: faultStatus(written.fault) });
      const text = `Wrote the forecast to ${written.value.sheet}. Change its cells and everything follows.`;
      pane.put({ forecastForm: undefined, status: saying("done", text) });
    });
  }
}
