import type { NativeAgreement } from "../agreement/agreement-block";
import { amountOf, type NativeCommitment } from "../agreement/commitment-block";
import { OVERAGE_WORDS } from "../agreement/terms-block";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import type { Layout } from "../layout";
import type { NativePeriod } from "../period/period-steps";

/** A commitment of twelve months under way: what its options are priced by. */
export interface NativeUnderWay {
  readonly monthly: NativeCell;
  readonly used: NativeCell;
  readonly elapsed: NativeCell;
  readonly topUp: NativeCell;
  /** Usage by the end of the term at the pace from now on, and of twelve months at it. */
  readonly byTheEnd: NativeCell;
  readonly ofAYear: NativeCell;
}

export function underWaySteps(
  layout: Layout,
  { hold }: NativeAgreement,
  given: Readonly<Record<"usage" | "used" | "elapsed" | "topUp", NativeFormula>>,
): NativeUnderWay {
  layout.block("A deal under way");
  const amount = (label: string, one: NativeFormula): NativeCell =>
    layout.step(label, "USD", amountOf(one, x`${hold}=1`));
  const monthly = amount("Usage a month from now on", given.usage);
  const used = amount("Usage so far", given.used);
  const topUp = amount("Commitment added now", given.topUp);
  const months = given.elapsed;
  const elapsed = layout.step(
    "Months so far",
    "",
    x`IF(${months}&""="",0,IF(ISNUMBER(${months}),IF(AND(${months}>=0,${months}<=12),${months},NA()),NA()))`,
  );
  const byTheEnd = layout.step(
    "Usage by the end of the term",
    "USD",
    x`${used}+${monthly}*(12-${elapsed})`,
  );
  const ofAYear = layout.step("Usage of twelve months", "USD", x`12*${monthly}`);
  return { monthly, used, elapsed, topUp, byTheEnd, ofAYear };
}

/** What a top-up is priced by: the commitment, and the one with the top-up. */
export interface NativeTopUp {
  /** Usage that the commitment still pays for, of what is used to the end of the term, and what is left of that. */
  readonly first: NativeCell;
  readonly then: NativeCell;
  /** Usage by then. */
  readonly drawn: NativeCell;
}

/** Usage first draws what is left of the commitment, then the top-up (docs/pricing-model.md 23.4). */
export function topUpSteps(
  layout: Layout,
  { monthly, used, elapsed }: NativeUnderWay,
  { isNone, capacity }: NativeCommitment,
): NativeTopUp {
  layout.block("What a top-up adds");
  const left = x`${monthly}*(12-${elapsed})`;
  const first = layout.step(
    "Usage that the commitment still pays for",
    "USD",
    x`MIN(${left},MAX(0,IF(${isNone}=1,0,${capacity})-${used}))`,
  );
  const then = layout.step("Usage after that", "USD", x`${left}-${first}`);
  const drawn = layout.step("Usage when it is used up", "USD", x`${used}+${first}`);
  return { first, then, drawn };
}

/** An option: what the rest of the term costs, what follows it, and the commitment that stays unused. */
export type NativeRenewalOption = readonly [
  name: string,
  rest: NativeFormula,
  after: NativeFormula,
  shortfall: NativeFormula,
];

export function toppedUp(
  layout: Layout,
  { elapsed, topUp }: NativeUnderWay,
  { then }: NativeTopUp,
  commitment: NativeCommitment,
  both: NativeCommitment,
  periods: Readonly<Record<"soFar" | "drawn" | "again", NativePeriod>>,
): NativeRenewalOption {
  const { rate, share, priceOfOverage, agreement } = both;
  const added = layout.step("Owed of the top-up", "USD", x`${topUp}*(12-${elapsed})/12`);
  const price = layout.step(
    "Its price",
    "USD",
    x`IF(${agreement.isNet}=1,${added},${rate}*${added})`,
  );
  const capacity = layout.step("Its capacity", "USD", x`${price}/${rate}`);
  const short = layout.step("Its shortfall", "USD", x`MAX(0,${capacity}-${then})*${rate}`);
  const overage = layout.step(
    "Overage beyond it",
    "USD",
    x`MAX(0,${then}-${capacity})*${priceOfOverage}`,
  );
  const isFlat = ({ overage: word }: NativeCommitment): NativeFormula =>
    x`OR(${word}=${text(OVERAGE_WORDS.list)},${word}=${text(OVERAGE_WORDS.committed)})`;
  const isPriced = x`IF(AND(${topUp}>0,${isFlat(commitment)},${isFlat(both)}),1,NA())`;
  const { soFar, drawn, again } = periods;
  return [
    "Top up",
    x`${isPriced}*(${drawn.cost}-${soFar.cost}+${price}+${overage}-(1-${share})*${short})`,
    x`${elapsed}/12*${again.cost}`,
    x`${drawn.shortfall}+${short}+${elapsed}/12*${again.shortfall}`,
  ];
}

export const RENEWAL_OPTION_COLUMNS = [
  ...(["Option", "Rest of this term", "After it", "Cost over 12 months", "Shortfall"] as const),
  "Saving against keeping",
] as const;

/** The options side by side (docs/pricing-model.md 23.3 to 23.6); #N/A throughout where one of them has no price. */
export function renewalOptions(
  layout: Layout,
  options: readonly NativeRenewalOption[],
): readonly (readonly NativeFormula[])[] {
  layout.block("Keep, top up or re-commit");
  const table = layout.table<(typeof RENEWAL_OPTION_COLUMNS)[number]>(options.length, [
    ["Option", "", (row) => text(options[row]?.[0] ?? "")],
    ["Rest of this term", "USD", (row) => options[row]?.[1] ?? x`0`],
    ["After it", "USD", (row) => options[row]?.[2] ?? x`0`],
    [
      "Cost over 12 months",
      "USD",
      (row, t) => x`${t.at("Rest of this term", row)}+${t.at("After it", row)}`,
    ],
    ["Shortfall", "USD", (row) => options[row]?.[3] ?? x`0`],
    [
      "Saving against keeping",
      "USD",
      (row, t) => x`${t.at("Cost over 12 months", 0)}-${t.at("Cost over 12 months", row)}`,
    ],
  ]);
  const isPriced = layout.step(
    "Has every option a price? (1 is yes)",
    "",
    x`IF(ISNUMBER(SUM(${table.all("Cost over 12 months")})+SUM(${table.all("Shortfall")})),1,NA())`,
  );
  return options.map(([name], row) =>
    RENEWAL_OPTION_COLUMNS.map((heading) =>
      heading === "Option" ? text(name) : x`${isPriced}*${table.at(heading, row)}`,
    ),
  );
}
