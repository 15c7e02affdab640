import "../../kit/deal-faults";
import "./commitment-view";
import { html } from "lit";
import { decide } from "../../../analysis/decision";
import type { Assumptions } from "../../../deal/assumptions";
import { describeDecision } from "../../../wording/messages/decision-messages";
import { DecisionModel } from "../../context/decision/decision-model";
import { decisionNote, decisionRequest } from "../../context/decision/decision-request";
import { goToCells } from "../../context/go-to-cells";
import { noDeal } from "../../context/no-deal";
import type { PaneContext } from "../../context/pane-context";
import { sayHowSure } from "../../context/say-how-sure";
import { supposedDeal } from "../../context/supposed-deal";
import type { DrawView } from "../../context/view";
import type { AnswerNumber } from "../../kit/how-sure/explain-links";
import { inputsToPutRight } from "./inputs-to-put-right";

/** Commitment: which one pays, how sure that is, and each threshold as a choice. */
export function connect(pane: PaneContext): DrawView {
  const sheet = new DecisionModel(pane);
  const suppose = (change: Partial<Assumptions>): void => pane.suppose(change);
  const explain = (number: AnswerNumber): void => {
    pane.draft({ explain: { number } });
    pane.open({ name: "sheets" });
  };
  const build = (whatIf: Assumptions): void =>
    void sheet.build(decisionRequest(pane.state().deal, whatIf, new Date()));
  return ({ deal, whatIf: asked, task, currency }) => {
    if (deal.kind !== "read") return noDeal(deal, pane);
    const { reading, whatIf } = supposedDeal(deal.reading, asked);
    const decision = decide(reading);
    return html`
      <bandwise-faults
        .currency=${currency}
        .reading=${reading}
        .inputs=${inputsToPutRight(decision)}
        .goTo=${(address: string) => void goToCells(pane, address)}
      ></bandwise-faults>
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
              .sayHowSure=${() => sayHowSure(pane)}
              .build=${build}
              .explain=${explain}
            ></bandwise-commitment>`
          : html`<section class="stack">
              <h2>Which threshold to reach for</h2>
              <p class="wrap">${describeDecision(decision, currency).evidence}</p>
            </section>`
      }
    `;
  };
}
