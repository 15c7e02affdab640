import { LARGEST_VARIATION } from "../../../forecast/described-forecast";
import { Z90 } from "../../../forecast/standard-normal";
import { bareWord } from "../agreement/cells-as-written";
import { isAmong, pairsBlock } from "../agreement/pairs-block";
import { type NativeCell, type NativeFormula, type NativeRange, text, x } from "../excel/formula";
import type { Layout } from "../layout";
import { HALF_A_CENT, type NativeForecast, toTheCent } from "./native-forecast";

const LABELS = ["mean", "cv", "sd", "p10", "p90", "low", "mode", "high"] as const;
type Label = (typeof LABELS)[number];

/** Distributions as bare words. */
const [LOGNORMAL, NORMAL, TRIANGULAR, PERT] = [
  "lognormal",
  "normal",
  "triangular",
  "pert",
] as const;

/** A forecast from labels and values, in any order of their rows (docs/assumptions.md P14). */
export function labelledForecast(layout: Layout, area: NativeRange): NativeForecast {
  const { find, hold } = pairsBlock(
    layout,
    area,
    "label",
    isAmong(["distribution", ...LABELS]),
    validParameter,
  );
  const written = (label: string, word: string): NativeCell =>
    layout.step(`${label} as written`, "", find(word));
  const word = bareWord(written("Distribution", "distribution"));
  const distribution = layout.step(
    "Distribution",
    "",
    x`IF(${word}="","lognormal",IF(OR(${word}="lognormal",${word}="normal",${word}="triangular",${word}="pert"),${word},NA()))`,
  );
  const given = {
    ...{ mean: written("Mean", "mean"), cv: written("CV", "cv"), sd: written("SD", "sd") },
    ...{ p10: written("P10", "p10"), p90: written("P90", "p90"), low: written("Low", "low") },
    ...{ mode: written("Mode", "mode"), high: written("High", "high") },
  };
  const is = (name: string) => x`${distribution}=${text(name)}`;
  const set = layout.step("Parameters given", "", parametersGiven(given, distribution, hold));
  const spread = spreadSteps(layout, given, distribution, set);
  const { logDeviation, deviation, width, modeShare, first } = spread;
  const { mean: meanWritten, p10, p90, low, mode, high } = given;
  const isSet = (name: string) => x`${set}=${text(name)}`;
  const ofPoints = x`IF(${is(PERT)},${low}+${width}*${first}/6,(${low}+${mode}+${high})/3)`;
  const ofPercentiles = x`IF(${is(LOGNORMAL)},SQRT(${p10})*SQRT(${p90})*EXP(${logDeviation}*${logDeviation}/2),(${p10}+${p90})/2)`;
  const described = layout.step(
    "Mean of the distribution",
    "USD",
    x`IF(ISNUMBER(${logDeviation}+${deviation}+${width}),IF(${isSet("points")},${ofPoints},IF(${isSet("percentiles")},${ofPercentiles},${meanWritten})),NA())`,
  );
  const mean = layout.step("Mean usage", "USD", x`IF(${described}<=1E15,${described},NA())`);
  const kind = layout.step(
    "What usage is",
    "",
    x`IF(${logDeviation}+${deviation}+${width}=0,"certain",${distribution})`,
  );
  const when = (name: string) => x`${kind}=${text(name)}`;
  const isBell = x`OR(${when(LOGNORMAL)},${when(NORMAL)})`;
  const second = x`(6-${first})`;
  const quantile = (probability: NativeFormula): NativeFormula => {
    const bell = x`IF(${when(LOGNORMAL)},IF(${probability}=0,0,${mean}*EXP(${logDeviation}*NORMSINV(${probability})-${logDeviation}*${logDeviation}/2)),${mean}+${deviation}*NORMSINV(${probability}))`;
    const share = x`IF(OR(${probability}=0,${probability}=1),${probability},IF(${when(PERT)},BETAINV(${probability},${first},${second}),IF(${probability}<=${modeShare},SQRT(${probability}*${modeShare}),1-SQRT((1-${probability})*(1-${modeShare})))))`;
    return x`IF(${when("certain")},${mean},IF(${isBell},${bell},${low}+${width}*${share}))`;
  };
  return {
    mean,
    placeOf: (usage) =>
      x`IF(${when("certain")},0,IF(${when(LOGNORMAL)},LN(MAX(1E-9,${usage})/${mean})/${logDeviation}+${logDeviation}/2,IF(${when(NORMAL)},(${usage}-${mean})/${deviation},MIN(1,MAX(0,(${usage}-${low})/${width})))))`,
    chanceBelow: (usage, place) =>
      x`IF(${when("certain")},IF(${usage}>${mean},1,0),IF(${isBell},NORMSDIST(${place}),IF(OR(${place}=0,${place}=1),${place},IF(${when(PERT)},BETADIST(${place},${first},${second}),IF(${place}<=${modeShare},${place}*${place}/${modeShare},1-(1-${place})*(1-${place})/(1-${modeShare}))))))`,
    expectedAbove: (usage, place, chanceBelow) => {
      const rest = x`(1-${chanceBelow})`;
      const bell = x`IF(${when(LOGNORMAL)},${mean}*NORMSDIST(${logDeviation}-${place})-${usage}*NORMSDIST(-${place}),${deviation}*${deviation}*NORMDIST(${usage},${mean},${deviation},FALSE)+(${mean}-${usage})*NORMSDIST(-${place}))`;
      const pert = x`${width}*(${first}/6*(1-BETADIST(${place},${first}+1,${second}))-${place}*${rest})`;
      const triangle = x`IF(${place}<=${modeShare},${mean}-${usage}+${chanceBelow}*(${usage}-${low})/3,${rest}*(${high}-${usage})/3)`;
      return x`IF(${when("certain")},MAX(0,${mean}-${usage}),IF(${isBell},${bell},IF(${place}=0,${mean}-${usage},IF(${place}=1,0,IF(${when(PERT)},${pert},${triangle})))))`;
    },
    fillsFrom: (capacity) => x`IF(${when("certain")},${toTheCent(capacity)},${capacity})`,
    quantile,
    leastLoss: (commitment) =>
      x`IF(${when("certain")},${HALF_A_CENT},1E-9*0.01/1000*MAX(1,${commitment}))`,
    lowest: x`IF(${when("certain")},${mean},IF(${isBell},${quantile(x`0.01`)},${low}))`,
    highest: x`IF(${when("certain")},${mean},IF(${isBell},${quantile(x`1-0.01`)},${high}))`,
  };
}

/** Whether a parameter has a value that it may have; 1 is yes. A blank one is not given. */
function validParameter(label: NativeFormula, value: NativeFormula): NativeFormula {
  const most = x`IF(${label}="cv",${LARGEST_VARIATION},1E15)`;
  const isValid = x`AND(ISNUMBER(${value}),${value}>=0,${value}<=${most})`;
  return x`IF(OR(${label}="distribution",${value}=""),1,IF(${isValid},1,NA()))`;
}

type Given = Readonly<Record<Label, NativeCell>>;

/** The one whole set of parameters, by its name; a part of one, or two sets, are refused. */
function parametersGiven(given: Given, distribution: NativeCell, hold: NativeCell): NativeFormula {
  const { mean, cv, sd, p10, p90, low, mode, high } = given;
  const points = x`IF(AND(COUNT(${low},${mode},${high})=3,COUNT(${mean},${cv},${sd},${p10},${p90})=0),"points",NA())`;
  const percentiles = x`IF(AND(COUNT(${p10},${p90})=2,COUNT(${mean},${cv},${sd})=0),"percentiles",NA())`;
  const deviation = x`IF(AND(COUNT(${mean},${sd})=2,COUNT(${cv},${p10},${p90})=0),"deviation",${percentiles})`;
  const variation = x`IF(AND(COUNT(${mean},${cv})=2,COUNT(${sd},${p10},${p90})=0),"variation",${deviation})`;
  const isPoints = x`OR(${distribution}=${text(TRIANGULAR)},${distribution}=${text(PERT)})`;
  return x`IF(${hold}=1,IF(${isPoints},${points},IF(COUNT(${low},${mode},${high})=0,${variation},NA())),NA())`;
}

/** How far usage spreads: of each measure that the distribution does not have, 0. What describes no distribution is refused. */
function spreadSteps(layout: Layout, given: Given, distribution: NativeCell, set: NativeCell) {
  const { mean, cv, sd, p10, p90, low, mode, high } = given;
  const is = (name: string) => x`${distribution}=${text(name)}`;
  const isSet = (name: string) => x`${set}=${text(name)}`;
  const variation = layout.step(
    "Standard deviation over the mean",
    "fraction",
    x`IF(${isSet("variation")},IF(AND(${cv}>0,${mean}=0),NA(),${cv}),IF(AND(${isSet("deviation")},${is(LOGNORMAL)}),IF(${sd}=0,0,IF(${mean}=0,NA(),IF(${sd}/${mean}>${LARGEST_VARIATION},NA(),${sd}/${mean}))),0))`,
  );
  const ofPercentiles = x`IF(${p10}>${p90},NA(),IF(${p10}=${p90},0,IF(${p10}=0,NA(),LN(${p90}/${p10})/(2*${Z90}))))`;
  const logDeviation = layout.step(
    "Standard deviation of the logarithm",
    "",
    x`IF(${is(LOGNORMAL)},IF(${isSet("percentiles")},${ofPercentiles},SQRT(LN(1+${variation}*${variation}))),0)`,
  );
  const ofNormal = x`IF(${isSet("percentiles")},IF(${p10}>${p90},NA(),(${p90}-${p10})/(2*${Z90})),IF(${isSet("deviation")},${sd},${variation}*${mean}))`;
  const deviation = layout.step("Standard deviation", "USD", x`IF(${is(NORMAL)},${ofNormal},0)`);
  const width = layout.step(
    "High less Low",
    "USD",
    x`IF(${isSet("points")},IF(AND(${low}<=${mode},${mode}<=${high}),${high}-${low},NA()),0)`,
  );
  const modeShare = layout.step(
    "Mode between Low and High",
    "fraction",
    x`IF(${width}=0,0,(${mode}-${low})/${width})`,
  );
  const first = layout.step("First parameter of the beta distribution", "", x`1+4*${modeShare}`);
  return { logDeviation, deviation, width, modeShare, first };
}
