import "./exclusion-form";
import "./efficient-view";
import "./forecast-form";
import "./history-view";
import "./to-commitment-view";
import "./import/import-form";
import "./months-view";
import "./usage-facts-view";
import { html, nothing, type TemplateResult } from "lit";
import type { Currency } from "../../../core/currency";
import type { ParsedDeal } from "../../../deal/parse-deal";
import { isExample } from "../../../sheets/is-example";
import type { LeverShares } from "../../../sheets/usage/lever-rows";
import { monthChanges } from "../../../sheets/usage/month-changes";
import type { ExclusionRow } from "../../../sheets/usage/usage-history";
import { goToCells } from "../../context/go-to-cells";
import { openCells } from "../../context/open-cells";
import type { PaneContext } from "../../context/pane-context";
import { formOf, type PaneState } from "../../context/pane-state";
import { sayHowSure } from "../../context/say-how-sure";
import { supposedDeal } from "../../context/supposed-deal";
import type { DrawView } from "../../context/view";
import type { ForecastFieldName, UsageKind } from "../../kit/forecast-form-messages";
import { readForecastForm } from "../../kit/forecast-form-state";
import { EfficientModel, type UsageWord } from "./efficient-model";
import {
  type EfficientDraft,
  efficientSteps,
  hasUsage,
  type SideBySide,
  sideBySide,
  type YearAhead,
  yearAhead,
} from "./efficient-state";
import { type ExclusionForm, FRESH_EXCLUSION, readExclusionForm } from "./exclusion-form-state";
import { ExclusionModel } from "./exclusion-model";
import { ForecastModel, forecastForm } from "./forecast-model";
import { ImportModel } from "./import/import-model";

/** Usage: what a year of it may come to, the months of exports that it rests on, and the forms of both. */
export function connect(pane: PaneContext): DrawView {
  const forecast = new ForecastModel(pane);
  const exclusion = new ExclusionModel(pane);
  const efficient = new EfficientModel(pane);
  const imports = new ImportModel(pane, () => new Worker("usage-worker.js"));
  return (state) => {
    switch (formOf(state.view)) {
      case "forecast":
        // The form writes the forecast of the deal in the workbook, never that of a scenario.
        if (state.shown === null) return drawForecastForm(state, forecast);
        break;
      case "import":
        return drawImportForm(state, imports);
      case "exclusion":
        return drawExclusionForm(state, exclusion);
    }
    return html`${drawFacts(state, pane, imports)} ${drawMonths(state, pane, exclusion, imports)}
    ${drawEfficient(state, efficient)}`;
  };
}

function drawFacts(state: PaneState, pane: PaneContext, imports: ImportModel): TemplateResult {
  const { task, deal, whatIf, usage } = state;
  const useExample = exampleUsage(state, imports);
  const supposed = deal.kind === "read" ? supposedDeal(deal.reading, whatIf) : undefined;
  return html`<bandwise-usage-facts
    .currency=${state.currency}
    .reading=${supposed?.asSupposed}
    .note=${supposed?.note ?? ""}
    .history=${usage}
    .busy=${task !== undefined}
    .sayHowSure=${() => sayHowSure(pane)}
    .chooseCells=${() => openCells(pane)}
    .importFiles=${() => imports.open()}
    .useExample=${
      useExample &&
      (() => {
        imports.open();
        useExample();
      })
    }
    .goTo=${(address: string) => void goToCells(pane, address)}
  ></bandwise-usage-facts>`;
}

function drawMonths(
  { usage, currency, task }: PaneState,
  pane: PaneContext,
  exclusion: ExclusionModel,
  imports: ImportModel,
): TemplateResult | typeof nothing {
  if (!usage) return nothing;
  return html`<bandwise-months
    .currency=${currency}
    .history=${usage}
    .busy=${task !== undefined}
    .importMore=${() => imports.open()}
    .exclude=${() => void exclusion.open()}
    .removeOne=${(row: ExclusionRow) => void exclusion.remove(row)}
    .goTo=${(address: string) => void goToCells(pane, address)}
  ></bandwise-months>`;
}

/** What could be saved, what the year may come to, and what both ask to commit to. */
function drawEfficient(
  { usage, currency, task, drafts, workbookDeal }: PaneState,
  model: EfficientModel,
): TemplateResult | typeof nothing {
  if (!usage || usage.months.length === 0) return nothing;
  const draft = drafts.efficient?.history === usage ? drafts.efficient : undefined;
  const ahead = yearAhead(usage.months, currency);
  const reading = workbookDeal.kind === "read" ? workbookDeal.reading : undefined;
  const busy = task !== undefined;
  return html`
    <bandwise-efficient-use
      .currency=${currency}
      .draft=${draft}
      .busy=${busy}
      .read=${() => void model.read()}
      .set=${(change: Partial<LeverShares>) => model.set(change)}
      .write=${() => void model.write()}
    ></bandwise-efficient-use>
    <bandwise-usage-forecast .currency=${currency} .ahead=${ahead}></bandwise-usage-forecast>
    <bandwise-to-commitment
      .currency=${currency}
      .ahead=${ahead}
      .sides=${reading && sidesOf(reading, ahead, draft, currency)}
      .hasDeal=${reading?.bands !== undefined && reading.agreement !== undefined}
      .isRead=${draft !== undefined}
      .hasSheets=${(draft?.sheets ?? null) !== null}
      .hasForecast=${(reading?.references.forecast ?? null) !== null}
      .busy=${busy}
      .read=${() => void model.read()}
      .use=${(which: UsageWord, place: "deal" | "scenario") => void model.use(which, place)}
    ></bandwise-to-commitment>
  `;
}

function sidesOf(
  { bands, agreement, commitmentUsd }: ParsedDeal,
  ahead: YearAhead,
  draft: EfficientDraft | undefined,
  currency: Currency,
): SideBySide | undefined {
  if (!bands || !agreement || !draft) return undefined;
  const steps = hasUsage(draft) ? efficientSteps(draft, currency) : undefined;
  const part = steps?.kind === "steps" ? steps.part : 1;
  return sideBySide(ahead, part, { bands, agreement, commitmentUsd }, currency);
}

function drawForecastForm(state: PaneState, model: ForecastModel): TemplateResult {
  const form = forecastForm(state);
  return html`<bandwise-forecast-form
    .currency=${state.currency}
    .form=${form}
    .reading=${readForecastForm(form, state.currency)}
    .busy=${state.task !== undefined}
    .writing=${state.task?.kind === "forecast"}
    .choose=${(kind: UsageKind) => model.choose(kind)}
    .type=${(name: ForecastFieldName, text: string) => model.type(name, text)}
    .write=${() => void model.write()}
    .close=${() => model.close()}
  ></bandwise-forecast-form>`;
}

function drawImportForm(state: PaneState, model: ImportModel): TemplateResult {
  const { usage, task } = state;
  const draft = state.drafts.usageImport;
  return html`<bandwise-import-form
    .currency=${state.currency}
    .draft=${draft}
    .changes=${usage && draft?.kind === "preview" ? monthChanges(usage.months, draft.summary.imported) : undefined}
    .busy=${task !== undefined}
    .writing=${task?.kind === "import"}
    .read=${(files: readonly File[]) => void model.read(files)}
    .readExample=${exampleUsage(state, model)}
    .cancel=${() => model.cancel()}
    .tryAgain=${() => void model.tryAgain()}
    .hasBook=${usage !== null || state.tables.some(({ title }) => title === "Price book")}
    .insertBook=${() => void model.insertPriceBook()}
    .write=${() => void model.write()}
    .close=${() => model.close()}
  ></bandwise-import-form>`;
}

/** What shows a made year of usage beside the example; undefined where the deal is another, or usage is there. */
function exampleUsage({ usage, deal }: PaneState, model: ImportModel): (() => void) | undefined {
  const isWanted = usage === null && deal.kind === "read" && isExample(deal.reading);
  return isWanted ? () => void model.readExample() : undefined;
}

function drawExclusionForm(state: PaneState, model: ExclusionModel): TemplateResult {
  const { usage, task, currency } = state;
  if (!usage) return html`<p>The imported usage is no longer in this workbook.</p>`;
  const { exclusion: form = FRESH_EXCLUSION, importedDays } = state.drafts;
  return html`<bandwise-exclusion-form
    .currency=${currency}
    .form=${form}
    .reading=${readExclusionForm(form, usage, currency, importedDays)}
    .busy=${task !== undefined}
    .writing=${task?.kind === "exclusion"}
    .change=${(change: Partial<ExclusionForm>) => model.change(change)}
    .write=${() => void model.write()}
    .close=${() => model.close()}
  ></bandwise-exclusion-form>`;
}
