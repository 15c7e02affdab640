import type { Agreement } from "../../../core/agreement";
import { withClauses } from "../../../deal/with-clauses";
import type { ClauseName } from "../../../forecast/clause-values";
import type { Forecast } from "../../../forecast/forecast";
import { formatCounted } from "../../../wording/format/format";
import { type ShownAsks, wonOfShown } from "../../context/negotiation/won-clauses";
import type { PaneState } from "../../context/pane-state";
import { supposedDeal } from "../../context/supposed-deal";
import type { RowLine } from "../../kit/row-line";
import { type Ask, whatToAsk } from "./ask";
import { askAnswer } from "./ask-messages";

/** "Ask for 17.5% at $500k, or overage at the committed rate", or what has to be put right first. */
export function line(
  state: ShownAsks & Pick<PaneState, "scenarios" | "whatIf" | "currency">,
): RowLine {
  const { deal, scenarios, whatIf, currency } = state;
  const broken = scenarios.filter(({ problems }) => problems.length > 0).length;
  if (broken > 0)
    return { text: `${formatCounted(broken, "scenario", "scenarios")} to put right`, mark: "need" };
  if (deal.kind !== "read") return { text: "What to ask for, and what it is worth", mark: "done" };
  const { agreement, forecast, commitmentUsd } = supposedDeal(deal.reading, whatIf).withoutClauses;
  if (!agreement || !forecast || commitmentUsd === undefined)
    return { text: "What to ask for waits for usage, offer and commitment", mark: "done" };
  const ask = rememberedAsk(forecast, commitmentUsd, agreement, wonOfShown(state));
  return { text: askAnswer(ask, currency), mark: ask.kind === "nothing" ? "done" : "look" };
}

let last: { readonly of: readonly unknown[]; readonly ask: Ask } | undefined;

/** What to ask for beside what is won. The pane draws often, and its deal changes seldom. */
export function rememberedAsk(
  forecast: Forecast,
  commitmentUsd: number,
  agreement: Agreement,
  won: readonly ClauseName[],
): Ask {
  const of = [forecast, commitmentUsd, agreement, String(won)];
  if (last?.of.every((one, index) => one === of[index])) return last.ask;
  const ask = whatToAsk(forecast, commitmentUsd, withClauses(agreement, won));
  last = { of, ask };
  return ask;
}
