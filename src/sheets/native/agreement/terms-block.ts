import { POLICY_NAMES, type PolicyName } from "../../../core/terms";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import type { Layout } from "../layout";
import { bareWord } from "./cells-as-written";
import { isAmong, type NativePairs, pairsBlock } from "./pairs-block";
import { bareName, type NativePolicies } from "./policies-block";
import type { TermsArea } from "./terms-area";

/** The terms of an agreement as steps; every one refuses (#N/A) what our function refuses. */
export interface NativeTerms {
  /** 1 on the net basis, 0 on the list basis. */
  readonly isNet: NativeCell;
  /** Bare word of the overage. */
  readonly overage: NativeCell;
  readonly premium: NativeCell;
  readonly share: NativeCell;
  /** A term of several years as written, an empty text where it is not. */
  readonly policy: (name: PolicyName) => NativeFormula;
  /** Whether no row is unknown, repeated or without a name; 1 is yes. */
  readonly hold: NativeCell;
}

/** Overage terms as bare words. */
export const OVERAGE_WORDS = {
  list: "list",
  committed: "committed",
  stepUp: "stepup",
  reRate: "rerate",
} as const;

/** Whether a word is an overage term. */
export function isOverage(word: NativeFormula): NativeFormula {
  const { list, committed, stepUp, reRate } = OVERAGE_WORDS;
  return x`OR(${word}=${text(list)},${word}=${text(committed)},${word}=${text(stepUp)},${word}=${text(reRate)})`;
}

/** Whether a value can be a premium, or a forfeited share (core/agreement.ts, docs/assumptions.md P5 and P6). */
export function isPremium(value: NativeFormula): NativeFormula {
  return x`AND(ISNUMBER(${value}),${value}>=-1,${value}<=4)`;
}

export function isShare(value: NativeFormula): NativeFormula {
  return x`AND(ISNUMBER(${value}),${value}>=0,${value}<=1)`;
}

const WORDS = {
  basis: "basis",
  overage: "overage",
  premium: "overagepremium",
  share: "forfeitedshare",
} as const;

/** Reads terms, in any order of their rows; without a range the defaults apply (docs/assumptions.md P3 to P6). */
export function termsBlock(
  layout: Layout,
  area: TermsArea | undefined,
  policies: NativePolicies | undefined,
): NativeTerms {
  layout.block("Terms");
  const ofOneYear = isAmong(Object.values(WORDS));
  const read =
    area &&
    pairsBlock(
      layout,
      area.range,
      "term",
      (word) => (policies ? x`${ofOneYear(word)}+${policies.isKnown(word)}` : ofOneYear(word)),
      (word, value) =>
        policies ? x`IF(${ofOneYear(word)}>0,1,${policies.valid(word, value)})` : x`1`,
    );
  const written = (label: string, word: string): NativeCell =>
    layout.step(`${label} as written`, "", read ? read.find(word) : text(""));
  const basis = written("Basis", WORDS.basis);
  const basisWord = layout.step("Basis", "", bareWord(basis));
  const isNet = layout.step(
    "Is the basis net? (1 is yes)",
    "",
    x`IF(OR(${basisWord}="",${basisWord}="net"),1,IF(${basisWord}="list",0,NA()))`,
  );
  const overageWord = layout.step(
    "Overage in a word",
    "",
    bareWord(written("Overage", WORDS.overage)),
  );
  const overage = layout.step(
    "Overage",
    "",
    x`IF(${overageWord}="","list",IF(${isOverage(overageWord)},${overageWord},NA()))`,
  );
  const premiumWritten = written("Overage premium", WORDS.premium);
  const premium = layout.step(
    "Overage premium",
    "fraction",
    x`IF(${premiumWritten}="",0,IF(${isPremium(premiumWritten)},${premiumWritten},NA()))`,
  );
  const shareWritten = written("Forfeited share", WORDS.share);
  const share = layout.step(
    "Forfeited share",
    "fraction",
    x`IF(${shareWritten}="",1,IF(${isShare(shareWritten)},${shareWritten},NA()))`,
  );
  const hold = read?.hold ?? layout.step("Is every term known, once? (1 is yes)", "", x`1`);
  const ofYears = read && policies && policiesWritten(layout, read);
  const policy = (name: PolicyName): NativeFormula =>
    ofYears?.at("Value as written", POLICY_NAMES.indexOf(name)) ?? text("");
  return { isNet, overage, premium, share, policy, hold };
}

/** The terms of several years, each as it stands; an empty text where it is not there. */
function policiesWritten(layout: Layout, { words, values }: NativePairs) {
  layout.block("Terms of several years");
  return layout.table<"Term" | "Value as written">(POLICY_NAMES.length, [
    ["Term", "", (row) => text(bareName(POLICY_NAMES[row] ?? ""))],
    [
      "Value as written",
      "",
      (row, t) => {
        const name = t.at("Term", row);
        return x`IF(SUMPRODUCT((${words}=${name})*1)=0,"",INDEX(${values},MATCH(${name},${words},0)))`;
      },
    ],
  ]);
}
