import { typedCall } from "../../sheets/formulas/print";
import type { Check } from "./case";
import { CASE_BANDS } from "./cases";
import type { InputArea } from "./inputs";

/** Bands as people keep them: a heading, a blank row, names and terms in some rows, blanks in others. */
const HEADED_BANDS = [
  ["Threshold", "Discount", "Name", "Overage", "Rate lock"],
  ["", "", "", "", ""],
  [0, 0, "", "", "none"],
  [250_000, 0.1, "Growth", "", "none"],
  [500_000, 0.15, "", "committed", "12 months"],
  [1_000_000, 0.2, "", "", "Whole term"],
];

const UNSAID_TERMS = [
  ["Term", "Value"],
  ["Basis", ""],
  ["Overage", ""],
  ["Overage premium", ""],
  ["Forfeited share", 1],
];

/** What the worked cases do not ask: names, next thresholds, cents, text, blanks, faults and spilled answers. */
export function ownChecks(area: InputArea): readonly Check[] {
  const bands = area.refer(CASE_BANDS);
  const above = area.refer(CASE_BANDS.slice(1));
  const headed = area.refer(HEADED_BANDS);
  const unsaid = area.refer(UNSAID_TERMS);
  const half = area.refer([["Forfeited share", 0.5]]);
  const blank = area.refer([[""]]);
  const noAnswer = "#N/A";
  const refused = "#VALUE!";
  return [
    one("BAND_NAME between thresholds", `BAND_NAME(300000,${bands})`, "$250k to $500k"),
    one("BAND_NAME at a threshold", `BAND_NAME(500000,${bands})`, "$500k to $1M"),
    one("BAND_NAME in the top band", `BAND_NAME(2000000,${bands})`, "$1M and above"),
    one("BAND_NAME below the first threshold", `BAND_NAME(100000,${above})`, "below $250k"),
    one("BAND_NAME that was given", `BAND_NAME(300000,${headed})`, "Growth"),
    one("BAND_NAME of a blank name", `BAND_NAME(600000,${headed})`, "$500k to $1M"),
    one("NEXT_THRESHOLD between thresholds", `NEXT_THRESHOLD(480000,${bands})`, 500_000),
    one("NEXT_THRESHOLD at a threshold", `NEXT_THRESHOLD(500000,${bands})`, 1_000_000),
    one("NEXT_THRESHOLD below the first", `NEXT_THRESHOLD(100000,${above})`, 250_000),
    one("NEXT_THRESHOLD in the top band", `NEXT_THRESHOLD(1000000,${bands})`, noAnswer),
    one("BAND_RATE below the first threshold", `BAND_RATE(100000,${above})`, 0),
    one("BAND_RATE half a cent below a threshold", `BAND_RATE(499999.996,${bands})`, 0.15),
    one("BAND_RATE a cent below a threshold", `BAND_RATE(499999.994,${bands})`, 0.1),
    one("BAND_RATE of typed text", 'BAND_RATE("$500k",{"$250k","10%";"500 000","15%"})', 0.15),
    one("BAND_RATE of bands with a heading", `BAND_RATE(500000,${headed})`, 0.15),
    one("Terms of a band", `EFFECTIVE_COST(800000,500000,${headed})`, 680_000),
    one(
      "Terms of another band",
      `EFFECTIVE_COST(800000,250000,${headed})`,
      250_000 + 4_700_000 / 9,
    ),
    one(
      "Terms left blank",
      `EFFECTIVE_COST(800000,500000,${bands},${unsaid})`,
      500_000 + 3_600_000 / 17,
    ),
    one("Terms left out", `EFFECTIVE_COST(800000,500000,${bands})`, 500_000 + 3_600_000 / 17),
    one(
      "Shortfall lost unless terms say otherwise",
      `EFFECTIVE_COST(400000,500000,${bands})`,
      500_000,
    ),
    one(
      "Shortfall of which half comes back",
      `EFFECTIVE_COST(400000,500000,${bands},${half})`,
      420_000,
    ),
    one("A blank cell as usage", `EFFECTIVE_COST(${blank},500000,${bands})`, 500_000),
    one("A blank cell as commitment", `EFFECTIVE_COST(400000,${blank},${bands})`, 400_000),
    one(
      "BANDS_WITH another discount",
      `EFFECTIVE_COST(800000,500000,${typedCall(`BANDS_WITH(${bands},500000,"Discount",0.2)`)})`,
      675_000,
    ),
    one(
      "BANDS_WITH a threshold moved",
      `BAND_RATE(450000,${typedCall(`BANDS_WITH(${headed},500000,"Threshold",450000)`)})`,
      0.15,
    ),
    one("BANDS_WITH without such a threshold", `BANDS_WITH(${bands},1,"Discount",0.2)`, refused),
    one(
      "TERMS_WITH half a shortfall returned",
      `EFFECTIVE_COST(400000,500000,${bands},${typedCall(`TERMS_WITH(${unsaid},"Forfeited share",0.5)`)})`,
      420_000,
    ),
    one("EFFECTIVE_DISCOUNT without usage", `EFFECTIVE_DISCOUNT(0,500000,${bands})`, noAnswer),
    one("UTILIZATION without a commitment", `UTILIZATION(500000,0,${bands})`, noAnswer),
    one("A discount of 15", "BAND_RATE(500000,{0,0;250000,15})", refused),
    one("Thresholds that are not sorted", "BAND_RATE(1,{500000,0.15;250000,0.1})", refused),
    one("A term that is not known", `EFFECTIVE_COST(1,1,${bands},{"Overdraft","list"})`, refused),
    one("A negative commitment", `BAND_RATE(-1,${bands})`, refused),
    one("A number that reads two ways", `BAND_RATE("500.000",${bands})`, refused),
    spilled("SETTLEMENT", `SETTLEMENT(400000,500000,${bands},${half})`, [
      ["Line", "USD"],
      ["Commitment", 500_000],
      ["Overage", 0],
      ["Shortfall returned", -80_000],
      ["Effective cost", 420_000],
    ]),
    spilled("THRESHOLD_AXIS", `THRESHOLD_AXIS(${above},0,100000,600000)`, [
      ...[100_000, 249_999, 250_000, 250_001, 499_999, 500_000, 500_001, 600_000].map((usd) => [
        usd,
      ]),
    ]),
    spilled("THRESHOLD_AXIS with a point between", "THRESHOLD_AXIS({100,0.1},1)", [
      ...[0, 50, 99, 100, 101, 112.5, 125].map((usd) => [usd]),
    ]),
    spilled("SENSITIVITY of saving", `SENSITIVITY({400000;600000},{0,500000},${bands},,"saving")`, [
      ["saving", 0, 500_000],
      [400_000, 0, -100_000],
      [600_000, 0, 1_500_000 / 17],
    ]),
    spilled(
      "SENSITIVITY with a cell without answer",
      `SENSITIVITY({0;600000},{510000},${bands},,"discount")`,
      [
        ["discount", 510_000],
        [0, noAnswer],
        [600_000, 0.15],
      ],
    ),
  ];
}

function one(name: string, call: string, expected: string | number): Check {
  return { name, formula: `=${typedCall(call)}`, expected: [[expected]] };
}

function spilled(name: string, call: string, expected: Check["expected"]): Check {
  return { name, formula: `=${typedCall(call)}`, expected };
}
