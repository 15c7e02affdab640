import type { PricingError } from "../core/errors";
import { fail, type Result, succeed } from "../core/result";
import type { Distribution, Parameter } from "./forecast-labels";

/** A number of a labelled block, and its row. */
export interface GivenNumber {
  readonly row: number;
  readonly value: number;
}
export type GivenNumbers = ReadonlyMap<Parameter, GivenNumber>;

/** Parameters that together describe one distribution. */
export type ParameterSet = "variation" | "deviation" | "percentiles" | "points";

const LABELS: Readonly<Record<ParameterSet, readonly Parameter[]>> = {
  variation: ["Mean", "CV"],
  deviation: ["Mean", "SD"],
  percentiles: ["P10", "P90"],
  points: ["Low", "Mode", "High"],
};

const SETS: Readonly<Record<Distribution, readonly ParameterSet[]>> = {
  lognormal: ["variation", "deviation", "percentiles"],
  normal: ["variation", "deviation", "percentiles"],
  triangular: ["points"],
  PERT: ["points"],
};

/** Parameters that a user fills in together or not at all: where all of them are 0 they may be blank cells. */
const PARTS: readonly (readonly Parameter[])[] = [
  ["Mean"],
  ["CV"],
  ["SD"],
  ["P10", "P90"],
  ["Low", "Mode", "High"],
];

/**
 * The one set of parameters that was given.
 *
 * Excel on the desktop passes a blank cell as 0. So in a block with more labels than one set, those of the other sets
 * count as blank where every parameter of a set is 0: a template with every label works with one set filled in.
 *
 * @returns The set; or each label of another distribution, or that there is none, only a part, or more than one.
 */
export function chooseSet(distribution: Distribution, given: GivenNumbers): Result<ParameterSet> {
  const sets = SETS[distribution];
  const chosen = sets.find(
    (set) => LABELS[set].every((label) => given.has(label)) && restOf(set, given).length === 0,
  );
  if (chosen) return succeed(chosen);
  const known = new Set(sets.flatMap((set) => LABELS[set]));
  const filled = [...given.keys()].filter((label) => !isBlankPart(partOf(label), given));
  const foreign = filled.flatMap((label): PricingError[] => {
    const row = given.get(label)?.row;
    if (row === undefined || known.has(label)) return [];
    return [{ kind: "foreignLabel", row, label, distribution, distributions: describedBy(label) }];
  });
  if (foreign.length > 0) return fail(...foreign);
  return fail({
    kind: "parameterSet",
    distribution,
    given: filled.some((label) => given.get(label)?.value !== 0) ? filled : [...given.keys()],
    sets: sets.map((set) => LABELS[set]),
  });
}

/** Labels given beside a set, without those that are blank. */
function restOf(set: ParameterSet, given: GivenNumbers): readonly Parameter[] {
  const labels = LABELS[set];
  return [...given.keys()].filter(
    (label) => !labels.includes(label) && !isBlankPart(partOf(label), given),
  );
}

function partOf(label: Parameter): readonly Parameter[] {
  return PARTS.find((part) => part.includes(label)) ?? [label];
}

function isBlankPart(part: readonly Parameter[], given: GivenNumbers): boolean {
  return part.every((label) => given.get(label)?.value === 0);
}

function describedBy(label: Parameter): readonly Distribution[] {
  return (Object.keys(SETS) as Distribution[]).filter((distribution) =>
    SETS[distribution].some((set) => LABELS[set].includes(label)),
  );
}
