import { POLICIES, POLICY_NAMES, type PolicyName } from "../../../core/terms";
import { type NativeFormula, text, x } from "../excel/formula";
import type { Layout } from "../layout";
import { bareWord } from "./cells-as-written";

/** The terms of several years: what each is called, and what it may be (docs/pricing-model.md 20.1). */
export interface NativePolicies {
  /** Above 0 where a bare word is the name of one. */
  readonly isKnown: (word: NativeFormula) => NativeFormula;
  /** 1 where the term of a name may be a value, else #N/A. */
  readonly valid: (name: NativeFormula, value: NativeFormula) => NativeFormula;
}

/** A name as a bare word: Price path lasts is pricepathlasts. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/[ -]/g, "");
}

/** A 0 is a blank where words belong, and none for two of the numbers (src/input/term-cell.ts). */
const NONE_AS_ZERO: readonly PolicyName[] = ["Renewal every", "Start date"];

function wordsOf(name: PolicyName): readonly string[] {
  const policy = POLICIES[name];
  if ("most" in policy) {
    const none = policy.otherwise === null ? ["none"] : [];
    return NONE_AS_ZERO.includes(name) ? [...none, "0"] : none;
  }
  return [...policy.map(bareName), "0"];
}

export function policiesBlock(layout: Layout): NativePolicies {
  const words = POLICY_NAMES.flatMap((name) =>
    wordsOf(name).map((word) => ({ name: bareName(name), word })),
  );
  const numbers = POLICY_NAMES.flatMap((name) => {
    const policy = POLICIES[name];
    return "most" in policy ? [{ name: bareName(name), policy }] : [];
  });
  layout.block("Terms of several years that are words");
  const choices = layout.table(words.length, [
    ["Term", "", (row) => text(words[row]?.name ?? "")],
    ["It may be", "", (row) => text(words[row]?.word ?? "")],
  ]);
  layout.block("Terms of several years that are numbers");
  const ranges = layout.table(numbers.length, [
    ["Term", "", (row) => text(numbers[row]?.name ?? "")],
    ["From", "", (row) => x`${numbers[row]?.policy.least ?? 0}`],
    ["To", "", (row) => x`${numbers[row]?.policy.most ?? 0}`],
    ["Not the least itself (1 is yes)", "", (row) => x`${isSet(numbers[row]?.policy, "above")}`],
    ["Whole numbers (1 is yes)", "", (row) => x`${isSet(numbers[row]?.policy, "whole")}`],
  ]);
  return {
    isKnown: (word) =>
      x`SUMPRODUCT((${choices.all("Term")}=${word})*1)+SUMPRODUCT((${ranges.all("Term")}=${word})*1)`,
    valid: (name, value) => {
      const isChoice = x`SUMPRODUCT((${choices.all("Term")}=${name})*(${choices.all("It may be")}=${bareWord(value)}))>0`;
      const least = x`(${value}>=${ranges.all("From")})*(1-${ranges.all("Not the least itself (1 is yes)")}*(${value}=${ranges.all("From")}))`;
      const whole = x`(1-${ranges.all("Whole numbers (1 is yes)")}*(${value}<>INT(${value})))`;
      const isInRange = x`SUMPRODUCT((${ranges.all("Term")}=${name})*${least}*(${value}<=${ranges.all("To")})*${whole})>0`;
      return x`IF(${value}&""="",1,IF(${isChoice},1,IF(ISNUMBER(${value}),IF(${isInRange},1,NA()),NA())))`;
    },
  };
}

function isSet(policy: object | undefined, mark: "above" | "whole"): number {
  return policy && mark in policy ? 1 : 0;
}
