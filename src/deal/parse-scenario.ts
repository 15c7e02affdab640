import type { Currency } from "../core/currency";
import { describeError, type PricingError } from "../core/errors";
import { CURRENCY_CODE } from "../core/faults/text";
import { describeReferenceFault, readableReference } from "../input/cells/cell-reference";
import { readForecast } from "../input/forecast-cells";
import { commit } from "../sheets/formulas/call";
import { printExpression } from "../sheets/formulas/print";
import type { ComparedScenario } from "./compared-scenario";
import { type DealCells, NO_CELLS } from "./deal-inputs";
import type { Found } from "./found-cells";
import { type ParsedRound, readRound } from "./offer-round";
import { type DealFault, type ParsedDeal, readDealCells } from "./parse-deal";
import { partsInScenario } from "./parts-of-year-messages";
import {
  isBlank,
  isNamed,
  REFERENCE_COLUMNS,
  type ReferenceColumn,
  type ScenarioRow,
  type ScenarioTable,
} from "./scenario";

/** Something that a scenario's row has to have mended: which cell, and what would do. */
export interface ScenarioProblem {
  /** As a person writes it: Scenarios!B7. */
  readonly cell: string;
  readonly sentence: string;
}

/** A scenario as the pane understands it. */
export interface ParsedScenario {
  readonly row: ScenarioRow;
  /** Its name; of a row without one, its place. */
  readonly name: string;
  /** False where it has no name of its own, so that nothing can be done to it here. */
  readonly isNamed: boolean;
  readonly reading: ParsedDeal;
  /** Who offers it, and when; undefined where its row says neither. */
  readonly round: ParsedRound | undefined;
  readonly problems: readonly ScenarioProblem[];
  /** Absent while something has to be mended. */
  readonly compared: ComparedScenario | undefined;
}

/**
 * Reads every scenario by itself, so that a broken row hides no other.
 *
 * @param deal The deal in the workbook, whose bands and terms apply where a row names none.
 */
export function readScenarioTable(
  table: ScenarioTable,
  deal: DealCells | undefined,
  currency: Currency,
): readonly ParsedScenario[] {
  return table.rows.map((row) => readScenario(row, table, deal, currency));
}

function readScenario(
  row: ScenarioRow,
  { rows, sheet }: ScenarioTable,
  deal: DealCells | undefined,
  currency: Currency,
): ParsedScenario {
  const place = `row ${row.row} of ${sheet}`;
  const name = row.name === "" ? `Row ${row.row}` : row.name;
  const read = readDealCells(cellsOf(row, deal));
  const hasNoBands = deal === undefined && row.found.Bands.kind === "none";
  const faults = read.faults
    .map((fault) => (hasNoBands && fault.part === "Bands" ? { ...fault, ...NO_BANDS } : fault))
    .flatMap((fault) => ownFault(fault, row));
  const reading: ParsedDeal = { ...read, faults, scenario: { name, place, row } };
  const first = rows.find((other) => isNamed(other.name, row.name));
  const problems = [
    ...nameProblems(row, first),
    ...referenceProblems(row),
    ...faults.flatMap((fault) => faultProblems(fault, row, currency)),
    ...(read.partsOfYear
      ? [problemAt(row, "Usage cells", partsInScenario(read.partsOfYear, currency))]
      : []),
  ];
  const { forecast, agreement, commitmentUsd } = reading;
  const isWhole = problems.length === 0 && forecast && agreement && commitmentUsd !== undefined;
  return {
    row,
    name,
    isNamed: row.name !== "" && first === row,
    reading,
    round: readRound(row.values, currency),
    problems,
    compared: isWhole ? { name, forecast, agreement, commitmentUsd } : undefined,
  };
}

/** Why a scenario that takes the bands of the deal has none: the deal is not in the workbook, or no longer. */
const NO_BANDS = {
  errors: [
    {
      kind: "missing",
      place: { argument: "bands" },
      expected: "cells named Bands, or a reference in the column Bands of this scenario",
    },
  ],
  cells: [""],
} as const satisfies Pick<DealFault, "errors" | "cells">;

/** The row as a deal: its own cells, and the deal's bands and terms where it names none. */
function cellsOf(row: ScenarioRow, deal: DealCells | undefined): DealCells {
  const { values, addresses, found } = row;
  const bands = found.Bands.kind === "none" ? deal : undefined;
  const terms = found.Terms.kind === "none" ? deal : undefined;
  const usageCells = found["Usage cells"];
  const forecast =
    usageCells.kind === "cells"
      ? { reference: usageCells.reference, cells: usageCells.cells }
      : row.forecast;
  const mean = forecast && isBlank(values.Usage) ? meanOf(forecast.cells) : undefined;
  return {
    ...NO_CELLS,
    chosen: true,
    references: {
      ...NO_CELLS.references,
      bands: bands ? bands.references.bands : referenceIn(found.Bands, "Bands"),
      terms: terms
        ? terms.references.terms
        : found.Terms.kind === "none"
          ? null
          : referenceIn(found.Terms, "Terms"),
      usage: mean === undefined ? addresses.Usage : meanFormula(forecast?.reference ?? ""),
      commitment: addresses.Commitment,
      forecast: forecast?.reference ?? null,
    },
    bands: bands ? bands.bands : cellsIn(found.Bands),
    terms: terms ? terms.terms : found.Terms.kind === "cells" ? found.Terms.cells : null,
    usage: mean ?? values.Usage,
    commitment: values.Commitment,
    forecast: forecast?.cells ?? null,
    forecastBeside: usageCells.kind === "cells" ? (usageCells.beside ?? null) : null,
  };
}

function meanFormula(forecast: string): string {
  return printExpression(commit("FORECAST_MEAN", forecast));
}

function meanOf(cells: readonly (readonly unknown[])[]): number | undefined {
  const forecast = readForecast(cells);
  return forecast.ok ? forecast.value.meanUsd : undefined;
}

function referenceIn(found: Found, otherwise: string): string {
  return found.kind === "cells" ? found.reference : otherwise;
}

function cellsIn(found: Found): readonly (readonly unknown[])[] {
  return found.kind === "cells" ? found.cells : [];
}

/** A fault as it concerns the row: none of cells that were not found, and none that only follows from another. */
function ownFault(fault: DealFault, row: ScenarioRow): readonly DealFault[] {
  const { part } = fault;
  switch (part) {
    case "Bands":
    case "Terms":
      return row.found[part].kind === "refused" ? [] : [fault];
    case "Usage":
      if (!isBlank(row.values.Usage)) return [fault];
      return row.forecast || row.found["Usage cells"].kind !== "none"
        ? []
        : [{ ...fault, errors: [noUsage()] }];
    case "Forecast":
      return [{ ...fault, reference: forecastPlace(row) }];
    default:
      return [fault];
  }
}

function noUsage(): PricingError {
  return {
    kind: "missing",
    place: { argument: "usage" },
    expected: `what a year costs at list prices, in ${CURRENCY_CODE}, or a forecast`,
  };
}

function forecastPlace({ found, forecastSpan }: ScenarioRow): string {
  const cells = found["Usage cells"];
  return cells.kind === "cells" ? cells.reference : forecastSpan.values;
}

function nameProblems(
  row: ScenarioRow,
  first: ScenarioRow | undefined,
): readonly ScenarioProblem[] {
  const cell = readableReference(row.addresses.Name);
  if (row.name === "") return [{ cell, sentence: "This scenario has no name: give it one." }];
  if (!first || first === row) return [];
  return [
    {
      cell,
      sentence: `${row.name} stands in row ${first.row} already: give this one another name.`,
    },
  ];
}

function referenceProblems(row: ScenarioRow): readonly ScenarioProblem[] {
  const refused = REFERENCE_COLUMNS.flatMap((column): readonly ScenarioProblem[] => {
    const found = row.found[column];
    if (found.kind !== "refused") return [];
    return [problemAt(row, column, describeReferenceFault(found.fault))];
  });
  const isTwice = row.forecast !== null && row.found["Usage cells"].kind !== "none";
  return isTwice ? [...refused, problemAt(row, "Usage cells", TWICE)] : refused;
}

const TWICE =
  "Usage cells and numbers between Distribution and P90 are both given: blank one of them.";

function problemAt(row: ScenarioRow, column: ReferenceColumn, sentence: string): ScenarioProblem {
  return { cell: readableReference(row.addresses[column]), sentence };
}

function faultProblems(
  { part, reference, errors }: DealFault,
  row: ScenarioRow,
  currency: Currency,
): readonly ScenarioProblem[] {
  return errors.map((error) => ({
    cell: readableReference(
      part === "Forecast" ? (forecastCell(error, row) ?? reference ?? "") : (reference ?? part),
    ),
    sentence: describeError(error, currency),
  }));
}

/** The very cell of a forecast that lies across, where the fault is one of it. */
function forecastCell(error: PricingError, { forecast }: ScenarioRow): string | undefined {
  if (!forecast) return undefined;
  const column =
    "place" in error && error.place.across
      ? error.place.row
      : "across" in error && "row" in error
        ? error.row
        : undefined;
  return column === undefined ? undefined : forecast.addresses[column - 1];
}
