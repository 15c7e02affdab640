import { decide } from "../../analysis/decision";
import type { Currency } from "../../core/currency";
import { DEAL_INPUTS, type DealCells } from "../../deal/deal-inputs";
import type { ParsedDeal } from "../../deal/parse-deal";
import { PERCENT, TEXT, USD } from "../../wording/format/number-formats";
import { describeDecision } from "../../wording/messages/decision-messages";
import { fingerprint } from "../tables/fingerprint";

/** The answers that the log follows, each with the number format of its cells. */
export const LOGGED_ANSWERS = {
  Verdict: TEXT,
  "Best commitment on offer": USD,
  "Its expected cost": USD,
  "Its expected saving over list prices": USD,
  "Its fill probability": PERCENT,
} as const;

/** One answer about a deal; null where there is none. */
export interface LoggedAnswer {
  readonly name: keyof typeof LOGGED_ANSWERS;
  readonly value: string | number | null;
}

/** The cells of an input; of very many only a print, by which it is seen that one changed. */
export interface LoggedInput {
  readonly name: string;
  readonly address: string;
  readonly cells: readonly (readonly (string | number)[])[] | string;
}

/** What a deal answered, and the cells that it answered from. */
export interface LoggedDeal {
  readonly answers: readonly LoggedAnswer[];
  readonly inputs: readonly LoggedInput[];
}

/** Cells of an input that are kept one by one: the workbook keeps them in its settings. */
const MOST_CELLS = 300;

/** What the pane answers first about a deal, and from which cells. */
export function loggedDeal(reading: ParsedDeal, currency: Currency): LoggedDeal {
  return { answers: answersOf(reading, currency), inputs: inputsOf(reading.cells) };
}

function answersOf(reading: ParsedDeal, currency: Currency): readonly LoggedAnswer[] {
  const decision = decide(reading);
  const { headline } = describeDecision(decision, currency);
  const { recommendation, forecast } =
    decision.kind === "decided" ? decision : { recommendation: undefined, forecast: undefined };
  // Where a larger commitment never costs more, none is best.
  const best =
    recommendation?.kind === "beats" || recommendation?.kind === "ties"
      ? recommendation.best
      : undefined;
  const saving = best?.expectedSavingUsd;
  const values: Readonly<Record<LoggedAnswer["name"], string | number | undefined>> = {
    Verdict: headline,
    "Best commitment on offer": best?.commitmentUsd,
    "Its expected cost": saving === undefined ? undefined : (forecast?.meanUsd ?? 0) - saving,
    "Its expected saving over list prices": saving,
    "Its fill probability": best?.fillProbability,
  };
  return (Object.keys(LOGGED_ANSWERS) as LoggedAnswer["name"][]).map((name) => ({
    ...{ name, value: values[name] ?? null },
  }));
}

function inputsOf(cells: DealCells): readonly LoggedInput[] {
  return DEAL_INPUTS.flatMap(({ name, key }): readonly LoggedInput[] => {
    const held = cells[key];
    const place = cells.addresses?.[name] ?? cells.references[key];
    if (!place) return [];
    const block = Array.isArray(held) ? (held as readonly (readonly unknown[])[]) : [[held]];
    const kept = block.map((line) => line.map(plain));
    const count = kept.reduce((sum, line) => sum + line.length, 0);
    const address = place.replaceAll("$", "");
    return [
      { name, address, cells: count > MOST_CELLS ? fingerprint(JSON.stringify(kept)) : kept },
    ];
  });
}

function plain(raw: unknown): string | number {
  return typeof raw === "number" ? raw : String(raw ?? "");
}
