import "./proposal-form";
import { html } from "lit";
import type { Answer } from "../../../input/offers/answers/answered-offer";
import type { SeatsAnswer } from "../../../input/offers/seats-and-dates/seats-and-dates";
import type { PaneContext } from "../../context/pane-context";
import type { DrawView } from "../../context/view";
import type { ForecastFieldName, UsageKind } from "../../kit/forecast-form-messages";
import { dealOfRounds, readAsRound } from "./as-round";
import { type ProposalForm, proposalOfForm } from "./proposal";
import { ProposalModel, proposalForm } from "./proposal-model";

/** Start from a proposal: what was understood, what must be answered, and then its deal. */
export function connect(pane: PaneContext): DrawView {
  const model = new ProposalModel(pane);
  return (state) => {
    const form = proposalForm(state);
    const deal = dealOfRounds(state);
    const text = model.textOf(form);
    const asRound = form.asRound && deal ? readAsRound(form, deal, state, text) : undefined;
    return html`<bandwise-proposal
      .currency=${state.currency}
      .form=${form}
      .reading=${asRound?.proposal ?? proposalOfForm(form, state.currency, text)}
      .mayBeRound=${deal !== undefined}
      .received=${asRound?.received}
      .busy=${state.task !== undefined}
      .writing=${state.task?.kind === "proposal"}
      .type=${(change: Partial<ProposalForm>) => model.type(change)}
      .answer=${(answer: Answer) => model.answer(answer)}
      .answerSeats=${(answer: SeatsAnswer) => model.answerSeats(answer)}
      .choose=${(kind: UsageKind) => model.choose(kind)}
      .typeUsage=${(name: ForecastFieldName, text: string) => model.typeUsage(name, text)}
      .useSelection=${() => void model.useSelection()}
      .label=${(code: string) => void model.label(code)}
      .write=${() => model.write()}
      .close=${() => model.close()}
    ></bandwise-proposal>`;
  };
}
