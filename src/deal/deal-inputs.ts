/** What the workbook code and the pane know of an input of a deal before they read it. */
interface InputDescription {
  /** As its cells are named in a workbook, and as people read it. */
  readonly name: string;
  /** Its field in the cells and the references of a deal. */
  readonly key: string;
  /** Whether there is no deal without it. */
  readonly needed: boolean;
  /** A value is one cell. */
  readonly holds: "block" | "value";
  /** What Excel lets be typed into its cells on a sheet that the add-in writes. */
  readonly rule: "bands" | "terms" | "amount" | "forecast" | "schedule";
  /** What the name says in Excel's list of names, with the label of amounts. */
  readonly comment: (currencyCode: string) => string;
  /** Its table on a sheet that the add-in writes; empty for a value. */
  readonly table: string;
  /** Label and hint of its field, in the form that chooses cells. */
  readonly label: string;
  readonly help: string;
  /** What to select, after the user selected something else. */
  readonly select: string;
  /** What the pane cannot show without it; empty where it is needed. */
  readonly without: string;
}

/** The inputs of a deal. Names, references, cells, faults and forms follow from this list. */
export const DEAL_INPUTS = [
  {
    name: "Bands",
    key: "bands",
    needed: true,
    holds: "block",
    rule: "bands",
    comment: () => "Bands with their headings",
    table: "DealBands",
    label: "Bands, with their headings",
    help: "Threshold, discount, and what each band carries. Overage, Overage premium and Forfeited share are priced; Target and Walk-away are the discounts that you aim for and would still accept.",
    select: "Select two columns or more, threshold and discount, with their headings.",
    without: "",
  },
  {
    name: "Terms",
    key: "terms",
    needed: false,
    holds: "block",
    rule: "terms",
    comment: () => "Terms with their headings",
    table: "DealTerms",
    label: "Terms (optional)",
    help: "",
    select: "Select two columns, the names of the terms and their values.",
    without:
      "Without terms the cautious ones apply: net basis, overage at list, shortfall forfeited.",
  },
  {
    name: "Usage",
    key: "usage",
    needed: false,
    holds: "value",
    rule: "amount",
    comment: (code) => `Usage of the year at list prices, ${code}`,
    table: "",
    label: "Usage of a year (optional)",
    help: "",
    select: "Select the cell with a year of usage at list prices.",
    without: "Without usage no cost of a year can be shown; tables take usages that you type.",
  },
  {
    name: "Commitment",
    key: "commitment",
    needed: false,
    holds: "value",
    rule: "amount",
    comment: (code) => `Commitment of the year, ${code}`,
    table: "",
    label: "Commitment (optional)",
    help: "",
    select: "Select the cell with the commitment.",
    without: "Without a commitment the pane cannot compare yours with the best.",
  },
  {
    name: "Forecast",
    key: "forecast",
    needed: false,
    holds: "block",
    rule: "forecast",
    comment: () => "What usage of the year may be, with its headings",
    table: "DealForecast",
    label: "Forecast (optional)",
    help: "What usage may be: a number, a column of the usage of past years, Usage and Probability, or labels such as Mean and CV, P10 and P90, or Low, Mode and High.",
    select:
      "Select a number, the usages of past years without their heading, columns headed Usage and Probability, or labels with their values.",
    without: "Without a forecast usage counts as certain.",
  },
  {
    name: "Schedule",
    key: "schedule",
    needed: false,
    holds: "block",
    rule: "schedule",
    comment: () => "A row a year, with its headings",
    table: "DealSchedule",
    label: "Schedule of several years (optional)",
    help: "A row a year under Usage, Commitment or List index, or some of them. A blank cell is as without a schedule.",
    select: "Select a row a year with their headings Usage, Commitment or List index.",
    without: "Without a schedule every year of a term is like the first.",
  },
] as const satisfies readonly InputDescription[];

type Described = (typeof DEAL_INPUTS)[number];

/** An input of a deal, named as its cells are. */
export type DealInput = Described["name"];

/** The field of an input in the cells and the references of a deal. */
export type InputKey = Described["key"];

export const INPUT_NAMES: readonly DealInput[] = DEAL_INPUTS.map(({ name }) => name);

/** Something for each input of a deal. */
export type ByInput<T> = Readonly<Record<DealInput, T>>;

/** Makes something for each input of a deal. */
export function byInput<T>(make: (input: DealInput) => T): ByInput<T> {
  return Object.fromEntries(INPUT_NAMES.map((name) => [name, make(name)])) as ByInput<T>;
}

/** What is known of each input by its name. */
export const INPUTS: ByInput<InputDescription & { readonly key: InputKey }> = Object.fromEntries(
  DEAL_INPUTS.map((input) => [input.name, input]),
) as Readonly<{ [N in DealInput]: Extract<Described, { name: N }> }>;

/** Text for each input by its field, such as the names of the cells of a deal. */
export type ByKey<T> = Readonly<Record<InputKey, T>>;

/** Makes something for each input, by its field. */
export function byKey<T>(make: (input: DealInput) => T): ByKey<T> {
  return Object.fromEntries(DEAL_INPUTS.map(({ name, key }) => [key, make(name)])) as ByKey<T>;
}

/**
 * References to the cells of a deal, as text for a formula: a name, DealBands[#All], an address such as Sheet1!$A$1:$C$5, or an
 * expression. Null for an input without cells: no terms are the cautious ones, no commitment is none, without a forecast
 * usage counts as certain, and without a schedule every year is like the first.
 */
export type DealReferences = Readonly<{
  [I in Exclude<Described, OfSeveralYears> as I["key"]]: I["needed"] extends true
    ? string
    : string | null;
}> &
  // Absent in what earlier versions kept.
  Readonly<{ [I in OfSeveralYears as I["key"]]?: string | null }>;

/** What no price of a single year rests on. */
type OfSeveralYears = Extract<Described, { name: "Schedule" }>;

/** The values of a range, by rows. */
type Block = readonly (readonly unknown[])[];

/** The raw values of each input: of a block its rows, of a value its one cell; null where it has no cells. */
type InputCells = Readonly<{
  [I in Described as I["key"]]: I["holds"] extends "value"
    ? unknown
    : I["needed"] extends true
      ? Block
      : Block | null;
}>;

/** The cells of a deal as the workbook holds them: raw values, for src/input to read. */
export interface DealCells extends InputCells {
  readonly references: DealReferences;
  /** Whether the user chose the cells in the pane; else they are found by their names. */
  readonly chosen: boolean;
  /** The cells around a forecast that is one row or column, which may say what its numbers are. */
  readonly forecastBeside?: Block | null;
  /** Whether the user said that each number of the forecast is a possible year. */
  readonly eachIsAYear?: boolean;
  /** Addresses with their sheets; null for an input without cells. */
  readonly addresses?: ByInput<string | null>;
}

/** The cells of one input, as a workbook found them. */
export interface FoundInput {
  readonly reference: string;
  readonly cells: Block;
  readonly address: string | null;
}

/** References of a deal, given that of each input; null for one without cells. */
export function referencesOf(referenceOf: (input: DealInput) => string | null): DealReferences {
  return byKey(
    (input) => referenceOf(input) ?? (INPUTS[input].needed ? "" : null),
  ) as DealReferences;
}

/** References, addresses and raw values of a deal, from what was found for each input; null for one without cells. */
export function foundDeal(
  found: ByInput<FoundInput | null>,
): InputCells & Required<Pick<DealCells, "references" | "addresses">> {
  const cells = byKey((input): unknown => {
    const block = found[input]?.cells;
    if (INPUTS[input].holds === "value") return oneValue(block);
    return block ?? (INPUTS[input].needed ? [] : null);
  });
  return {
    ...(cells as InputCells),
    references: referencesOf((input) => found[input]?.reference ?? null),
    addresses: byInput((input) => found[input]?.address ?? null),
  };
}

/** The value of the first cell, with which a blank rest may be merged; else the block, which is refused. */
function oneValue(block: FoundInput["cells"] | undefined): unknown {
  const first = block?.[0]?.[0] ?? null;
  const isFilled = (cell: unknown): boolean => cell !== null && String(cell).trim() !== "";
  const rest = block?.flat().slice(1).some(isFilled);
  return rest ? block : first;
}

/** A deal without any cells: references, addresses and values. */
export const NO_CELLS = foundDeal(byInput(() => null));
