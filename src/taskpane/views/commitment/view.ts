import "../../kit/deal-faults";
import "./commitment-view";
import { html, nothing } from "lit";
import { decide } from "../../../analysis/decision";
import type { Assumptions } from "../../../deal/assumptions";
import type { DealInput } from "../../../deal/deal-inputs";
import { describeDecision } from "../../../wording/messages/decision-messages";
import { DecisionModel } from "../../context/decision/decision-model";
import { decisionNote, decisionRequest } from "../../context/decision/decision-request";
import { goToCells } from "../../context/go-to-cells";
import type { PaneContext } from "../../context/pane-context";
import { supposedDeal } from "../../context/supposed-deal";
import type { DrawView } from "../../context/view";

const INPUTS: readonly DealInput[] = ["Commitment"];

/** Commitment: which one pays, how sure that is, and each threshold as a choice. */
export function connect(pane: PaneContext): DrawView {
  const decision = new DecisionModel(pane);
  const suppose = (change: Partial<Assumptions>): void => pane.suppose(change);
  const sayHowSure = (): void =>
    pane.state().shown === null
      ? pane.open({ name: "usage", form: "forecast" })
      : pane.open({ name: "scenarios", form: "scenario" });
  const build = (whatIf: Assumptions): void =>
    void decision.build(decisionRequest(pane.state().deal, whatIf, new Date()));
  return ({ deal, whatIf: asked, task, currency }) => {
    if (deal.kind !== "read") return html``;
    const { reading, whatIf } = supposedDeal(deal.reading, asked);
    return html`
      ${
        reading.faults.some(({ part }) => INPUTS.includes(part))
          ? html`<bandwise-faults
              .currency=${currency}
              .reading=${reading}
              .inputs=${INPUTS}
              .goTo=${(address: string) => void goToCells(pane, address)}
            ></bandwise-faults>`
          : nothing
      }
      ${
        reading.agreement
          ? html`<bandwise-commitment
              .currency=${currency}
              .reading=${reading}
              .whatIf=${whatIf}
              .note=${decisionNote(reading, whatIf)}
              .busy=${task !== undefined}
              .building=${task?.kind === "decision"}
              .suppose=${suppose}
              .sayHowSure=${sayHowSure}
              .build=${build}
            ></bandwise-commitment>`
          : html`<section class="stack">
              <h2>Which threshold to reach for</h2>
              <p class="wrap">${describeDecision(decide(reading), currency).evidence} Offer says what to put right.</p>
            </section>`
      }
    `;
  };
}
