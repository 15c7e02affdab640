import { type NativeCell, type NativeFormula, x } from "../excel/formula";
import type { Layout } from "../layout";
import { type NativeBreakEven, ROUNDING } from "./break-even-steps";

/** Stretches of usage at which a target may be dearer, of which workings list so many. */
const MOST_STRETCHES = 6;

/** Beyond every usage. */
const WITHOUT_END = x`10*1E15`;

/** What a verdict compares: usage, and what the present commitment and the target cost there. */
interface Compared {
  readonly usage: NativeCell;
  readonly stayCost: NativeCell;
  readonly cost: NativeCell;
  /** Whether the target is the present commitment. */
  readonly isCurrent: NativeFormula;
}

/** Whether a target pays at a usage, in the words of our function (docs/answers.md); costs are compared to the cent. */
export function verdictSteps(
  layout: Layout,
  even: NativeBreakEven,
  { usage, stayCost, cost, isCurrent }: Compared,
): NativeCell {
  layout.block("Verdict");
  const { begins, ends } = dearerStretches(layout, even, x`${cost}+${stayCost}`);
  const gap = layout.step(
    "Extra cost in cents",
    "cents",
    x`ROUND(100*${cost},0)-ROUND(100*${stayCost},0)`,
  );
  const next = chosen(layout, "Dearer again from", begins, "least", (one) => {
    return x`ROUND(100*${one},0)>ROUND(100*${usage},0)`;
  });
  const end = chosen(layout, "Dearer here until", ends, "least", (one) => x`${one}>${usage}`);
  const begin = chosen(layout, "Dearer here from", begins, "most", (one) => x`${one}<${end}`);
  const after = chosen(
    layout,
    "Dearer after that from",
    begins,
    "least",
    (one) => x`${one}>=${end}`,
  );
  const before = chosen(layout, "Dearer before until", ends, "most", (one) => x`${one}<${begin}`);
  // Dearer by a cent, but only because each side was rounded.
  const byRounding = x`OR(${end}="",${begin}>${usage})`;
  const isEndless = x`${end}=${WITHOUT_END}`;
  const needed = layout.step(
    "Usage that it needs",
    "USD",
    x`IF(${byRounding},${usage},IF(${isEndless},IF(${before}="","",${before}),${end}))`,
  );
  const untilNeeded = x`IF(${byRounding},IF(${end}="","",${begin}),IF(${isEndless},${begin},${after}))`;
  const until = layout.step(
    "Until",
    "USD",
    x`IF(${gap}<=0,${next},IF(${needed}="",IF(ROUND(100*${begin},0)>0,${begin},""),${untilNeeded}))`,
  );
  const neededWords = dollarsInWords(layout, "Usage needed in words", needed, "up");
  const untilWords = dollarsInWords(layout, "Until in words", until, "down");
  const untilPart = x`IF(${until}="",""," until "&${untilWords})`;
  const dearer = x`IF(${needed}="",IF(${until}="","never pays","dearer: needs usage below "&${untilWords}),"dearer: needs usage of "&${neededWords}&${untilPart})`;
  return layout.step(
    "Verdict",
    "",
    x`IF(${isCurrent},"current commitment",IF(${gap}<0,"saves"&${untilPart},IF(${gap}=0,"breaks even"&${untilPart},${dearer})))`,
  );
}

/** Where the target costs more by more than rounding; stretches less than a cent apart are one. */
function dearerStretches(
  layout: Layout,
  { bends, slope }: NativeBreakEven,
  scale: NativeFormula,
): { readonly begins: readonly NativeCell[]; readonly ends: readonly NativeCell[] } {
  const level = layout.step(
    "Least extra cost that counts",
    "USD",
    x`0.01*0.01*0.01+${ROUNDING}*(${scale})`,
  );
  const last = bends.rows - 1;
  const at = (row: number) =>
    [bends.at("Bend in order", row), bends.at("Extra cost", row)] as const;
  const crossing = (row: number): NativeFormula => {
    const [[from, before], [to, gap]] = [at(row - 1), at(row)];
    return x`${from}+(${level}-${before})*(${to}-${from})/(${gap}-${before})`;
  };
  const [end, lastGap] = at(last);
  const beyond = x`${end}+(${level}-${lastGap})/${slope}`;
  const crossings = layout.table<"Dearer from" | "Dearer until">(bends.rows + 1, [
    [
      "Dearer from",
      "USD",
      (row) => {
        if (row === 0) return x`IF(${at(0)[1]}>${level},0,"")`;
        if (row > last) return x`IF(AND(${lastGap}<=${level},${slope}>${ROUNDING}),${beyond},"")`;
        return x`IF(AND(${at(row - 1)[1]}<=${level},${at(row)[1]}>${level}),${crossing(row)},"")`;
      },
    ],
    [
      "Dearer until",
      "USD",
      (row) => {
        if (row === 0) return x`""`;
        if (row > last)
          return x`IF(${lastGap}>${level},IF(${slope}<-${ROUNDING},${beyond},${WITHOUT_END}),IF(${slope}>${ROUNDING},${WITHOUT_END},""))`;
        return x`IF(AND(${at(row - 1)[1]}>${level},${at(row)[1]}<=${level}),${crossing(row)},"")`;
      },
    ],
  ]);
  const [from, until] = [crossings.all("Dearer from"), crossings.all("Dearer until")];
  const listed = layout.table<"From" | "To" | "Begins" | "Ends">(MOST_STRETCHES, [
    [
      "From",
      "USD",
      (row) =>
        x`IF(COUNT(${from})>${MOST_STRETCHES},NA(),IF(COUNT(${from})>${row},SMALL(${from},${row + 1}),""))`,
    ],
    ["To", "USD", (row) => x`IF(COUNT(${until})>${row},SMALL(${until},${row + 1}),"")`],
    [
      "Begins",
      "USD",
      (row, t) => {
        const [begin, to] = [t.at("From", row), t.at("To", row)];
        const isUsage = x`AND(${begin}<>"",ROUND(100*IF(${to}="",0,${to}),0)>0)`;
        if (row === 0) return x`IF(${isUsage},${begin},"")`;
        const previous = t.at("To", row - 1);
        return x`IF(${isUsage},IF(AND(ROUND(100*${previous},0)>0,${begin}-${previous}<0.01),"",${begin}),"")`;
      },
    ],
    [
      "Ends",
      "USD",
      (row, t) => {
        const to = t.at("To", row);
        const isUsage = x`ROUND(100*IF(${to}="",0,${to}),0)>0`;
        if (row === MOST_STRETCHES - 1) return x`IF(${isUsage},${to},"")`;
        const next = t.at("From", row + 1);
        return x`IF(${isUsage},IF(${next}="",${to},IF(${next}-${to}<0.01,"",${to})),"")`;
      },
    ],
  ]);
  const rows = Array.from({ length: MOST_STRETCHES }, (_, row) => row);
  return {
    begins: rows.map((row) => listed.at("Begins", row)),
    ends: rows.map((row) => listed.at("Ends", row)),
  };
}

/** The least or most of some amounts for which something holds; a blank text where it holds for none. */
function chosen(
  layout: Layout,
  label: string,
  amounts: readonly NativeCell[],
  which: "least" | "most",
  holds: (amount: NativeCell) => NativeFormula,
): NativeCell {
  const name = `${label}, for each stretch`;
  const candidates = layout.table(amounts.length, [
    [
      name,
      "USD",
      (row) => {
        const amount = amounts[row];
        return amount ? x`IF(${amount}="","",IF(${holds(amount)},${amount},""))` : x`""`;
      },
    ],
  ]);
  const all = candidates.all(name);
  const one = which === "least" ? x`MIN(${all})` : x`MAX(${all})`;
  return layout.step(label, "USD", x`IF(COUNT(${all})+0*SUM(${all})=0,"",${one})`);
}

/**
 * Whole dollars with separators, as our functions write them, rounded to the side on which the words are true. No function of Excel's
 * sets separators alike in every language, so thousands are counted.
 */
function dollarsInWords(
  layout: Layout,
  label: string,
  amount: NativeCell,
  side: "up" | "down",
): NativeCell {
  const part = side === "up" ? x`(0.5-0.5/100)` : x`(0.5/100-0.5)`;
  const whole = layout.step(
    `${label}: dollars`,
    "USD",
    x`IF(${amount}="","",ROUND(ROUND(100*${amount},0)/100+${part},0))`,
  );
  const thousandsOf = (of: NativeCell): NativeFormula =>
    x`IF(${of}="","",ROUND(${of}/1000+0.5/1000-0.5,0))`;
  const thousands = layout.step(`${label}: thousands`, "", thousandsOf(whole));
  const millions = layout.step(`${label}: millions`, "", thousandsOf(thousands));
  const billions = layout.step(`${label}: billions`, "", thousandsOf(millions));
  const rest = (of: NativeCell, above: NativeCell): NativeFormula => {
    const left = x`(${of}-1000*${above})`;
    return x`","&IF(${left}<10,"00",IF(${left}<100,"0",""))&${left}`;
  };
  const [ofUnits, ofThousands, ofMillions] = [
    rest(whole, thousands),
    rest(thousands, millions),
    rest(millions, billions),
  ];
  const fromMillions = x`IF(${billions}=0,${millions}&"",IF(${billions}<1000,${billions}&${ofMillions},NA()))&${ofThousands}&${ofUnits}`;
  return layout.step(
    label,
    "",
    x`IF(${whole}="","","$"&IF(${thousands}=0,${whole}&"",IF(${millions}=0,${thousands}&${ofUnits},${fromMillions})))`,
  );
}
