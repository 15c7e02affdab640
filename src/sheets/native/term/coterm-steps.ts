import type { NativeAgreement } from "../agreement/agreement-block";
import { amountOf } from "../agreement/commitment-block";
import { type NativeCell, type NativeFormula, x } from "../excel/formula";
import type { Layout } from "../layout";

/** What an addition within a term owes, line by line. */
export type NativeAddition = readonly (readonly [line: string, value: NativeCell])[];

/** The arguments of COTERM_COMMITMENT as typed. */
interface AdditionAsTyped {
  readonly commitment: NativeFormula;
  readonly added: NativeFormula;
  readonly addedOn: NativeFormula;
  readonly start: NativeFormula;
  readonly end: NativeFormula;
}

/** The last day that Excel knows, and the first that our functions read. */
const [FIRST_DAY, LAST_DAY] = [61, 2_958_465];

/** A commitment added within a term (docs/pricing-model.md 23.1, 23.2). */
export function cotermSteps(
  layout: Layout,
  agreement: NativeAgreement,
  given: AdditionAsTyped,
): NativeAddition {
  const { bands, hold } = agreement;
  layout.block("An addition within a term");
  const commitment = layout.step("Commitment", "USD", amountOf(given.commitment, x`${hold}=1`));
  const added = layout.step("Added commitment", "USD", amountOf(given.added, x`${hold}=1`));
  const start = layout.step("First day", "", dayOf(given.start));
  const end = layout.step("Last day", "", dayOf(given.end));
  const on = layout.step("Day of the addition", "", dayOf(given.addedOn));
  const days = layout.step("Days in the term", "", x`IF(${end}<${start},NA(),${end}-${start}+1)`);
  const left = layout.step(
    "Days left",
    "",
    x`IF(AND(${on}>=${start},${on}<=${end}),${end}-${on}+1,NA())`,
  );
  // Months of the mean length are a month too many or too few at most.
  const about = layout.step("Months, about", "", x`INT(${days}/(365/12))`);
  const whole = layout.step(
    "Whole months",
    "",
    x`MAX(0,${about}-1)+IF(AND(${about}>0,EDATE(${start},${about})<=${end}+1),1,0)+IF(EDATE(${start},${about}+1)<=${end}+1,1,0)`,
  );
  const before = layout.step("They end before", "", x`EDATE(${start},${whole})`);
  const after = layout.step("The next ends before", "", x`EDATE(${start},${whole}+1)`);
  const months = layout.step(
    "Months of the term",
    "",
    x`IF(AND(${before}<=${end}+1,${after}>${end}+1),${whole}+(${end}+1-${before})/(${after}-${before}),NA())`,
  );
  const part = layout.step(
    "Added commitment, for the days left",
    "USD",
    x`${added}*${left}/${days}`,
  );
  const wholeTerm = layout.step("With the addition, whole term", "USD", x`${commitment}+${added}`);
  const thisTerm = layout.step("With the addition, this term", "USD", x`${commitment}+${part}`);
  const discount = (label: string, usd: NativeCell): NativeCell =>
    layout.step(
      label,
      "fraction",
      x`INDEX(${bands.all("Discount")},MATCH(ROUND(100*${usd}*12/${months},0),${bands.all("Threshold in cents")},1))`,
    );
  const [byWhole, byThis] = [
    discount("Discount by the whole-term amount", wholeTerm),
    discount("Discount by this term's amount", thisTerm),
  ];
  const holds = layout.step(
    "Do days and amounts hold? (1 is yes)",
    "",
    x`IF(ISNUMBER(${left}+${byWhole}+${byThis}),1,NA())`,
  );
  const lines: readonly (readonly [string, NativeCell])[] = [
    ["Days left", left],
    ["Days in the term", days],
    ["Added commitment, for the days left", part],
    ["Commitment with the addition, whole term", wholeTerm],
    ["Commitment with the addition, this term", thisTerm],
    ["Discount by the whole-term amount", byWhole],
    ["Discount by this term's amount", byThis],
  ];
  layout.block("The addition, line by line");
  return lines.map(([line, value]) => [line, layout.step(line, "", x`${holds}*${value}`)]);
}

/** A date as typed, without its fraction of a day. */
function dayOf(written: NativeFormula): NativeFormula {
  return x`IF(ISNUMBER(${written}),IF(AND(${written}>=${FIRST_DAY},${written}<=${LAST_DAY}),INT(${written}),NA()),NA())`;
}
