import { type PathOutcome, riskTable } from "../term/risk";

/** A number of a simulation, and its standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/** What drawn paths say about a term: the rows of TERM_RISK. */
export interface TermRisk {
  readonly paths: number;
  readonly cost: Estimate;
  /** One path in ten costs less. */
  readonly low: Estimate;
  readonly median: Estimate;
  /** One path in ten costs more. */
  readonly high: Estimate;
  readonly onDemand: Estimate;
  readonly saving: Estimate;
  readonly dearerChance: Estimate;
  readonly shortfallChance: Estimate;
  readonly shortfall: Estimate;
}

export function termRisk(outcomes: readonly PathOutcome[]): TermRisk {
  const table = riskTable(outcomes);
  const of = (measure: string): Estimate => {
    const [, value, error] = table.find(([name]) => name === measure) ?? [];
    return { value: Number(value), error: Number(error) };
  };
  return {
    paths: outcomes.length,
    cost: of("Expected cost"),
    low: of("Cost, 1 in 10 below"),
    median: of("Cost, median"),
    high: of("Cost, 1 in 10 above"),
    onDemand: of("Expected cost on demand"),
    saving: of("Expected saving"),
    dearerChance: of("Chance of costing more than on demand"),
    shortfallChance: of("Chance of a shortfall"),
    shortfall: of("Expected shortfall"),
  };
}
