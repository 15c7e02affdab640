import { combine } from "../core/result";
import { expectedCost, expectedShortfall } from "../forecast/expected-cost";
import { fillProbability } from "../forecast/fill";
import { cvarLoss, lossProbability } from "../forecast/loss";
import { readLevel, readUncertainPeriod } from "../input/uncertain-period-cells";
import { answer } from "./cell-answer";

/**
 * Mean of everything paid for a period when its usage is uncertain, USD.
 *
 * The cost of a commitment is straight in usage between bends, so its mean is exact: its first stretch at the mean usage and, at
 * each bend, the change of slope times the usage expected above it. Nothing is simulated.
 *
 * @customfunction EXPECTED_COST
 * @helpurl https://localhost:3000/help.html#EXPECTED_COST
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Expected cost, USD, not rounded.
 * @throws #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.EXPECTED_COST({"Mean",600000;"CV",0.35}, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}) is 573272.2136134102
 * @example =COMMIT.EXPECTED_COST({380000;600000;900000}, 250000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}) is 564000
 * @example =COMMIT.EXPECTED_COST(800000, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 711764.7058823529
 */
export function expectedCostFunction(
  forecast: unknown[][],
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(
    readUncertainPeriod(forecast, commitment, bands, terms),
    ({ forecast: usage, commitmentUsd, agreement }) =>
      expectedCost(usage, commitmentUsd, agreement),
  );
}

/**
 * Mean of the commitment that goes unused when usage is uncertain, USD.
 *
 * The whole shortfall, before any share of it comes back. Commitment 0 has none.
 *
 * @customfunction EXPECTED_SHORTFALL
 * @helpurl https://localhost:3000/help.html#EXPECTED_SHORTFALL
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Expected shortfall, USD, 0 or more.
 * @throws #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.EXPECTED_SHORTFALL({"Mean",600000;"CV",0.35}, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 63272.21361341025
 * @example =COMMIT.EXPECTED_SHORTFALL({"Mean",600000;"CV",0.35}, 0, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 0
 */
export function expectedShortfallFunction(
  forecast: unknown[][],
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(
    readUncertainPeriod(forecast, commitment, bands, terms),
    ({ forecast: usage, commitmentUsd, agreement }) =>
      expectedShortfall(usage, commitmentUsd, agreement),
  );
}

/**
 * Probability that usage fills the commitment, as a fraction.
 *
 * P(U >= Q), where U is usage at list and Q the list usage that the commitment pays for: commitment divided by one less its
 * discount, or on the list basis the commitment itself. Outcomes of a sample are compared to the cent. Commitment 0 is 1.
 *
 * @customfunction FILL_PROBABILITY
 * @helpurl https://localhost:3000/help.html#FILL_PROBABILITY
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Probability from 0 to 1.
 * @throws #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.FILL_PROBABILITY({"Mean",600000;"CV",0.35}, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 0.4555243571922851
 * @example =COMMIT.FILL_PROBABILITY({400000;600000}, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 0.5
 */
export function fillProbabilityFunction(
  forecast: unknown[][],
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(
    readUncertainPeriod(forecast, commitment, bands, terms),
    ({ forecast: usage, commitmentUsd, agreement }) =>
      fillProbability(usage, commitmentUsd, agreement),
  );
}

/**
 * Probability that the commitment costs more than paying list prices for all usage, as a fraction.
 *
 * P(cost > U), by at least a cent for outcomes of a sample. Net basis without a premium: P(U < fC/(1 - (1 - f)r)), with C the
 * commitment, r one less its discount and f the forfeited share. A premium adds an upper tail. Commitment 0 is 0.
 *
 * @customfunction LOSS_PROBABILITY
 * @helpurl https://localhost:3000/help.html#LOSS_PROBABILITY
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @returns Probability from 0 to 1.
 * @throws #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.LOSS_PROBABILITY({"Mean",600000;"CV",0.35}, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}) is 0.35704556160660034
 * @example =COMMIT.LOSS_PROBABILITY({499999.99;500000}, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}) is 0.5
 */
export function lossProbabilityFunction(
  forecast: unknown[][],
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
): unknown {
  return answer(
    readUncertainPeriod(forecast, commitment, bands, terms),
    ({ forecast: usage, commitmentUsd, agreement }) =>
      lossProbability(usage, commitmentUsd, agreement),
  );
}

/**
 * Mean loss against list prices in the worst outcomes, USD (conditional value at risk).
 *
 * The loss is cost less usage at list; negative is a saving. The mean covers the worst 1 - level of probability, with part of an
 * outcome on the boundary; it sorts losses, not usages, because a premium makes high usage a loss too. Level 0 is the mean.
 *
 * @customfunction CVAR_LOSS
 * @helpurl https://localhost:3000/help.html#CVAR_LOSS
 * @param forecast What usage may be, USD at list: a number; a row or column of equally likely amounts; columns Usage and Probability; or labels with their values beside or below them, such as Mean and CV, P10 and P90, or Distribution, Low, Mode and High.
 * @param commitment Commitment for the period, USD, 0 or more. 0 is no agreement.
 * @param bands Bands, one row each: threshold (USD, ascending), discount (fraction from 0 up to 1), and optionally a name. With headings the columns may be in any order, and those headed Overage, Overage premium or Forfeited share are terms of that band.
 * @param [terms] Two columns, term and value: Basis (net, list), Overage (list, committed, step-up, re-rate), Overage premium (fraction), Forfeited share (0 to 1). If omitted: net, list, 0, 1.
 * @param [level] Fraction from 0 up to 1: 0.9 takes the worst tenth. If omitted: 0.9.
 * @returns Mean loss, USD; negative where even the worst outcomes save.
 * @throws #VALUE! naming every argument and row that is wrong.
 * @example =COMMIT.CVAR_LOSS({"Mean",600000;"CV",0.35}, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}) is 185262.41173980234
 * @example =COMMIT.CVAR_LOSS({"Usage","Probability";380000,0.25;600000,0.5;900000,0.25}, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, {"Overage","committed"}, 0.5) is 14999.999999999927
 * @example =COMMIT.CVAR_LOSS({"Mean",600000;"CV",0.35}, 500000, {0,0;250000,0.1;500000,0.15;1000000,0.2}, , 90) is #VALUE! Level is 90: give a fraction from 0 up to 1, such as 0.9 for 90%.
 */
export function cvarLossFunction(
  forecast: unknown[][],
  commitment: unknown,
  bands: unknown[][],
  terms?: unknown[][],
  level?: unknown,
): unknown {
  return answer(
    combine({
      decision: readUncertainPeriod(forecast, commitment, bands, terms),
      level: readLevel(level, 0.9),
    }),
    (given) => {
      const { forecast: usage, commitmentUsd, agreement } = given.decision;
      return cvarLoss(usage, commitmentUsd, agreement, given.level);
    },
  );
}
