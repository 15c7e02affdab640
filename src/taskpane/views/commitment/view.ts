import "../../kit/deal-faults";
import "./threshold-choices-view";
import "./where-it-pays-view";
import { html, nothing } from "lit";
import type { DealInput } from "../../../deal/deal-inputs";
import { type DiscountLevel, levelsIn } from "../../../deal/negotiation-level";
import type { PaneContext } from "../../context/pane-context";
import { supposedDeal } from "../../context/supposed-deal";
import type { DrawView } from "../../context/view";

const INPUTS: readonly DealInput[] = ["Commitment"];

/** Commitment: which one pays, how sure that is, and each threshold as a choice. */
export function connect(pane: PaneContext): DrawView {
  const changeLoad = (loadFactor: number): void => pane.suppose({ loadFactor });
  const changePrice = (price: DiscountLevel): void => pane.suppose({ price });
  const sayHowSure = (): void =>
    pane.state().shown === null
      ? pane.open({ name: "usage", form: "forecast" })
      : pane.open({ name: "scenarios", form: "scenario" });
  return ({ deal, whatIf: asked, task }) => {
    if (deal.kind !== "read") return html``;
    const { reading, whatIf, asWon, asSupposed, note } = supposedDeal(deal.reading, asked);
    return html`
      ${
        reading.faults.some(({ part }) => INPUTS.includes(part))
          ? html`<bandwise-faults .reading=${reading} .inputs=${INPUTS}></bandwise-faults>`
          : nothing
      }
      ${
        asWon.forecast && asWon.agreement
          ? html`<bandwise-where-it-pays
              .forecast=${asWon.forecast}
              .agreement=${asWon.agreement}
              .bands=${asWon.bands}
              .commitmentUsd=${asWon.commitmentUsd}
              .forecastIsUsage=${asWon.forecastIsUsage}
              .loadFactor=${whatIf.loadFactor}
              .changeLoad=${changeLoad}
              .prices=${levelsIn(reading.discounts.ranges)}
              .price=${whatIf.price}
              .changePrice=${changePrice}
              .note=${note}
              .busy=${task !== undefined}
              .sayHowSure=${sayHowSure}
            ></bandwise-where-it-pays>`
          : nothing
      }
      ${
        asWon.agreement
          ? html`<bandwise-threshold-choices
              .reading=${asSupposed}
              .ranges=${reading.discounts.ranges}
              .note=${note}
            ></bandwise-threshold-choices>`
          : nothing
      }
    `;
  };
}
