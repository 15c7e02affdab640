import { type NativeCell, type NativeFormula, x } from "../excel/formula";
import type { Layout } from "../layout";
import { asWritten } from "./cells-as-written";
import type { NativeCommitment } from "./commitment-block";

/** The band that a commitment lands in, by name, and the threshold above it. */
export interface NativeBandName {
  readonly name: NativeCell;
  /** #N/A in the top band. */
  readonly next: NativeCell;
}

/** The name of the band, as written or made from its ends, as our function makes it. */
export function bandNameSteps(layout: Layout, commitment: NativeCommitment): NativeBandName {
  const { agreement, cents, band } = commitment;
  const { bands, area, firstRow } = agreement;
  layout.block("Name of the band");
  const allCents = bands.all("Threshold in cents");
  const ofBand = x`INDEX(${allCents},${band})`;
  const first = layout.step("First row of its threshold", "", x`MATCH(${ofBand},${allCents},0)`);
  const row = layout.step(
    "Row of the bands that names it (0 is none)",
    "",
    x`IF(${first}=1,${firstRow},${first}-1)`,
  );
  const own = layout.step(
    "Name as written",
    "",
    area.name === undefined
      ? x`""`
      : x`IF(${row}=0,"",TRIM(${asWritten(area.range, x`(${row}+${area.rowsAbove})`, x`${area.name}`)}))`,
  );
  const above = layout.step(
    "Rows up to its threshold",
    "",
    x`SUMPRODUCT((${allCents}<=${cents})*1)`,
  );
  const next = layout.step(
    "Next threshold",
    "USD",
    x`IF(${above}=${bands.rows},NA(),INDEX(${bands.all("Threshold")},${above}+1))`,
  );
  const threshold = layout.step("Threshold", "USD", x`INDEX(${bands.all("Threshold")},${band})`);
  const start = layout.step("Starts at", "", shortAmount(threshold));
  const end = layout.step("Ends at", "", x`IF(${above}=${bands.rows},"",${shortAmount(next)})`);
  const made = x`IF(${end}="",${start}&" and above",IF(${row}=0,"below "&${end},${start}&" to "&${end}))`;
  const name = layout.step("Name of the band", "", x`IF(${own}="",${made},${own})`);
  return { name, next };
}

/**
 * An amount as our functions write it: $500, $262.5k, $1M, $2.25bn. One of a billion or more with over four figures is written out
 * with separators, which no formula of Excel's does alike in every language: it is refused.
 */
function shortAmount(amount: NativeFormula): NativeFormula {
  const figures = (value: NativeFormula) => x`"$"&SUBSTITUTE(${value}&"",",",".")`;
  const [thousand, million] = [x`1000`, x`1000000`];
  const billions = x`ROUND(${amount}/${million}/${thousand},IF(${amount}<10*${million}*${thousand},3,IF(${amount}<100*${million}*${thousand},2,1)))`;
  const isShort = x`AND(${amount}<${million}*${million},ROUND(100*${billions}*${million}*${thousand},0)=ROUND(100*${amount},0))`;
  return x`IF(${amount}>=${million}*${thousand},IF(${isShort},${figures(billions)}&"bn",NA()),IF(${amount}>=${million},${figures(x`ROUND(${amount}/${million},8)`)}&"M",IF(${amount}>=${thousand},${figures(x`ROUND(${amount}/${thousand},5)`)}&"k",${figures(x`ROUND(${amount},2)`)})))`;
}
