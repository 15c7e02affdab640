import type { NativeAgreement } from "../agreement/agreement-block";
import { amountOf } from "../agreement/commitment-block";
import { type NativeCell, type NativeFormula, text, x } from "../excel/formula";
import type { Layout, StepTable } from "../layout";
import type { PathArea } from "./path-area";

export const BURNDOWN_COLUMNS = [
  ...(["Pace", "A month", "Used at the end", "Share of commitment", "Shortfall"] as const),
  ...(["Overage", "Exhausted after", "Exhausted on"] as const),
] as const;

/** Where a commitment ends at several paces; an empty text stands for what there is not. */
export interface NativeBurndown {
  readonly table: StepTable<(typeof BURNDOWN_COLUMNS)[number]>;
  /** 1 where our function has an answer, else #N/A. */
  readonly hold: NativeCell;
}

/** Paces of the last months. */
const LAST = [3, 6, 12] as const;
const PACES = ["So far", "All months", ...LAST.map((count) => `Last ${count} months`), "Required"];
const REQUIRED = PACES.length - 1;

/** How a commitment of some months is used up (docs/pricing-model.md 23.7 to 23.9). */
export function burndownSteps(
  layout: Layout,
  agreement: NativeAgreement,
  usages: PathArea,
  given: {
    readonly commitment: NativeFormula;
    readonly months: NativeFormula;
    readonly elapsed: NativeFormula;
  },
): NativeBurndown {
  const { bands, isNet, hold: agreed, policyOf } = agreement;
  layout.block("A commitment under way");
  const commitment = layout.step("Commitment", "USD", amountOf(given.commitment, x`${agreed}=1`));
  const months = layout.step("Months of the commitment", "", monthsOf(given.months, x`12`));
  const elapsed = layout.step("Months past, as given", "", monthsOf(given.elapsed, text("")));
  const written = policyOf("Start date", x`1`);
  const start = layout.step(
    "First day",
    "",
    x`IF(ISNUMBER(${written}),IF(${written}=0,"",INT(${written})),"")`,
  );
  const rate = layout.step(
    "Price of a list dollar",
    "USD",
    x`IF(${isNet}=1,INDEX(${bands.all("Rate")},MATCH(ROUND(100*${commitment}*12/${months},0),${bands.all("Threshold in cents")},1)),1)`,
  );
  const count = layout.step("Months past", "", x`IF(${elapsed}="",${usages.length},${elapsed})`);
  const owed = x`ROUND(100*${commitment},0)`;
  const past = layout.table(usages.length, [
    ["Month", "", (row) => x`${row + 1}`],
    ["Usage", "USD", (row) => amountOf(usages[row] ?? x`0`, x`${agreed}=1`)],
    [
      "Drawn",
      "USD",
      (row, t) => x`IF(${t.at("Month", row)}<=${count},${rate}*${t.at("Usage", row)},0)`,
    ],
    [
      "Used by then",
      "USD",
      (row, t) =>
        row === 0
          ? x`${t.at("Drawn", 0)}`
          : x`${t.at("Used by then", row - 1)}+${t.at("Drawn", row)}`,
    ],
    [
      "Exhausted in it, months from the start",
      "",
      (row, t) => {
        const before = row === 0 ? x`0` : t.at("Used by then", row - 1);
        const [drawn, used] = [t.at("Drawn", row), t.at("Used by then", row)];
        const isFirst = x`AND(ROUND(100*${used},0)>=${owed},ROUND(100*(${before}),0)<${owed})`;
        return x`IF(${isFirst},${row}+IF(${drawn}>0,MIN(1,(${commitment}-(${before}))/${drawn}),0),"")`;
      },
    ],
  ]);
  const exhausted = past.all("Exhausted in it, months from the start");
  const used = layout.step("Used so far", "USD", x`SUM(${past.all("Drawn")})`);
  const last = layout.step(
    "Last month with usage",
    "",
    x`SUMPRODUCT(MAX((${past.all("Usage")}>0)*${past.all("Month")}))`,
  );
  const whenPast = layout.step(
    "Exhausted, months from the start",
    "",
    x`IF(COUNT(${exhausted})=0,"",SUM(${exhausted}))`,
  );
  const isCounted = x`IF(${elapsed}="",${last}=${usages.length},AND(${count}<=${usages.length},${last}<=${count}))`;
  const hold = layout.step(
    "Do commitment and months hold? (1 is yes)",
    "",
    x`IF(AND(ISNUMBER(${used}+${commitment}+${months}),${isCounted},${count}<=${months},${owed}>0),1,NA())`,
  );
  const left = x`(${months}-${count})`;
  layout.block("Paces");
  const table = layout.table<(typeof BURNDOWN_COLUMNS)[number]>(PACES.length, [
    ["Pace", "", (row) => text(PACES[row] ?? "")],
    [
      "A month",
      "USD",
      (row) => {
        const months = LAST[row - 2];
        if (row === REQUIRED)
          return x`IF(AND(${left}>0,ROUND(100*${used},0)<${owed}),(${commitment}-${used})/${left},"")`;
        if (months === undefined) return x`${used}/${count}`;
        return x`IF(${count}<${months},"",SUMPRODUCT((${past.all("Month")}>${count}-${months})*${past.all("Drawn")})/${months})`;
      },
    ],
    [
      "Used at the end",
      "USD",
      (row, t) => {
        const pace = t.at("A month", row);
        if (row === 0) return used;
        return x`IF(${pace}="","",${row === REQUIRED ? commitment : x`${used}+${pace}*${left}`})`;
      },
    ],
    [
      "Share of commitment",
      "fraction",
      (row, t) => ofEnd(t, row, (end) => x`${end}/${commitment}`),
    ],
    ["Shortfall", "USD", (row, t) => ofEnd(t, row, (end) => x`MAX(0,${commitment}-${end})`)],
    ["Overage", "USD", (row, t) => ofEnd(t, row, (end) => x`MAX(0,${end}-${commitment})`)],
    [
      "Exhausted after",
      "",
      (row, t) => {
        const [pace, end] = [t.at("A month", row), t.at("Used at the end", row)];
        if (row === 0) return whenPast;
        if (row === REQUIRED) return x`IF(${pace}="","",${months})`;
        const isUsedUp = x`IF(${pace}>0,ROUND(100*${end},0)>=${owed},FALSE)`;
        return x`IF(${pace}="","",IF(${whenPast}<>"",${whenPast},IF(${isUsedUp},MIN(${months},${count}+(${commitment}-${used})/${pace}),"")))`;
      },
    ],
    [
      "Exhausted on",
      "",
      (row, t) => {
        const after = t.at("Exhausted after", row);
        const from = x`EDATE(${start},INT(${after}))`;
        const days = x`(EDATE(${start},INT(${after})+1)-${from})`;
        // A month that ends on a whole day may be a rounding short of it.
        return x`IF(OR(${start}="",${after}=""),"",${from}+INT((${after}-INT(${after}))*${days}+0.01/100/100))`;
      },
    ],
  ]);
  return { table, hold };
}

function ofEnd(
  t: NativeBurndown["table"],
  row: number,
  answer: (end: NativeCell) => NativeFormula,
): NativeFormula {
  const end = t.at("Used at the end", row);
  return x`IF(${end}="","",${answer(end)})`;
}

/** A whole number of months from 1 to 120 as typed, or what holds where it is blank. */
function monthsOf(written: NativeFormula, otherwise: NativeFormula): NativeFormula {
  const isCount = x`AND(${written}>=1,${written}<=120,${written}=INT(${written}))`;
  return x`IF(${written}&""="",${otherwise},IF(ISNUMBER(${written}),IF(${isCount},${written},NA()),NA()))`;
}
