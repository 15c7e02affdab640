import { type NativeCell, type NativeFormula, x } from "../excel/formula";
import type { NativeForecast } from "../forecast/native-forecast";
import type { Layout, StepTable } from "../layout";
import type { NativeOption } from "./options-block";

/** Commitments to choose from: thresholds and none; and where a larger one is never dearer, those inside bands. */
export interface NativeOnOffer {
  readonly forecast: NativeForecast;
  readonly thresholds: readonly NativeOption[];
  readonly inside: readonly NativeOption[];
  /** Whether our function takes the usage and the commitment. */
  readonly holds: NativeFormula;
}

/** What is asked of them. */
export interface AskedOfOffer {
  /** The best of any amount; a word where there is none because a larger commitment is never dearer. */
  readonly anyAmount: NativeFormula;
  /** Differences within it are a tie. */
  readonly rounding: NativeFormula;
  /** The present commitment, or the one beside which the next best is sought. */
  readonly commitment: NativeFormula;
  /** What the present commitment saves. */
  readonly saving: NativeFormula;
}

type Offers = StepTable<"Commitment" | "Saving on offer">;

/**
 * What src/sheets/recommended-commitment.ts works out: the best of the thresholds and none, the smallest of those that tie; the
 * present commitment where it leads (docs/assumptions.md
 * P17).
 */
export function bestOnOfferSteps(
  layout: Layout,
  options: NativeOnOffer,
  { anyAmount, rounding, commitment, saving: savingNow }: AskedOfOffer,
): NativeCell {
  layout.block("Best commitment on offer");
  const { offers, isNeverDearer } = offersOf(layout, options, anyAmount);
  const tie = layout.step(
    "Differences within this are a tie",
    "USD",
    x`IF(${isNeverDearer}=1,0.01,${rounding})`,
  );
  const now = layout.step("Saving of the present commitment", "USD", savingNow);
  const best = layout.step(
    "Largest saving on offer",
    "USD",
    x`MAX(${offers.all("Saving on offer")})`,
  );
  const tied = layout.table(offers.rows, [
    [
      "Commitment that ties",
      "USD",
      (row) => {
        const saving = offers.at("Saving on offer", row);
        const isAhead = x`AND(${saving}+${tie}>=${best},${saving}>${now}+${tie})`;
        const isAsGood = x`${saving}+${tie}>=MAX(${best},${now})`;
        return x`IF(${saving}="","",IF(IF(${best}>${now}+${tie},${isAhead},${isAsGood}),${offers.at("Commitment", row)},""))`;
      },
    ],
  ]);
  return layout.step(
    "Best commitment on offer",
    "USD",
    x`IF(${options.holds},IF(AND(${commitment}>0,${now}>${best}+${tie}),${commitment},${smallest(tied.all("Commitment that ties"))}),NA())`,
  );
}

/** The best on offer beside a commitment, the smallest within a cent of it; #N/A where there is no other. */
export function nextOnOfferSteps(
  layout: Layout,
  options: NativeOnOffer,
  { anyAmount, commitment }: AskedOfOffer,
): NativeCell {
  layout.block("Next commitment on offer");
  const { offers } = offersOf(layout, options, anyAmount);
  const others = layout.table(offers.rows, [
    [
      "Saving of another",
      "USD",
      (row) => {
        const [amount, saving] = [offers.at("Commitment", row), offers.at("Saving on offer", row)];
        return x`IF(MAX(${amount}-${commitment},${commitment}-${amount})>=0.005,${saving},"")`;
      },
    ],
  ]);
  const all = others.all("Saving of another");
  const best = layout.step(
    "Largest saving of another",
    "USD",
    x`IF(COUNT(${all})>0,MAX(${all}),NA())`,
  );
  const tied = layout.table(offers.rows, [
    [
      "Commitment within a cent of it",
      "USD",
      (row) => {
        const saving = others.at("Saving of another", row);
        return x`IF(${saving}="","",IF(${saving}+0.01>=${best},${offers.at("Commitment", row)},""))`;
      },
    ],
  ]);
  return layout.step(
    "Next commitment on offer",
    "USD",
    x`IF(${options.holds},${smallest(tied.all("Commitment within a cent of it"))},NA())`,
  );
}

function smallest(amounts: NativeFormula): NativeFormula {
  return x`IF(COUNT(${amounts})>0,MIN(${amounts}),NA())`;
}

function offersOf(
  layout: Layout,
  { forecast, thresholds, inside }: NativeOnOffer,
  anyAmount: NativeFormula,
): { readonly offers: Offers; readonly isNeverDearer: NativeCell } {
  const isNeverDearer = layout.step(
    "Is a larger commitment never dearer? (1 is yes)",
    "",
    x`IF(ISTEXT(${anyAmount}),1,0)`,
  );
  const options = [...thresholds, ...inside];
  const offers: Offers = layout.table(options.length, [
    ["Commitment", "USD", (row) => x`${options[row]?.commitment.amount ?? 0}`],
    [
      "Saving on offer",
      "USD",
      (row) => {
        const saving = x`${forecast.mean}-${options[row]?.expectations.cost ?? 0}`;
        return row < thresholds.length ? saving : x`IF(${isNeverDearer}=1,${saving},"")`;
      },
    ],
  ]);
  return { offers, isNeverDearer };
}
