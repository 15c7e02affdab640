import type { Currency } from "../../../core/currency";
import type { DealInput } from "../../../deal/deal-inputs";
import { partsInScenario } from "../../../deal/parts-of-year-messages";
import type { ReferenceColumn } from "../../../deal/scenario";
import type { Forecast } from "../../../forecast/forecast";
import { readableReference } from "../../../input/cells/cell-reference";
import { readForecast } from "../../../input/forecast-cells";
import { type DealSource, readDealSource } from "../../kit/deal-source";
import type { Field } from "../../kit/form-fields";
import type { UsageWay } from "./scenario-form-messages";

/** The part of a deal that the cells of a column are read as. */
export const CELL_PARTS = {
  "Usage cells": "Forecast",
  Bands: "Bands",
  Terms: "Terms",
} as const satisfies Readonly<Record<ReferenceColumn, DealInput>>;

/** The cells that a scenario names, as understood. */
export interface ScenarioCells {
  readonly fields: Readonly<Record<ReferenceColumn, Field>>;
  readonly obstacles: readonly string[];
  /** References written out in full; empty for none. */
  readonly usage: string;
  readonly bands: string;
  readonly terms: string;
  readonly forecast: Forecast | undefined;
}

/** Reads the cells; those of usage count only where usage is said so. */
export function readScenarioCells(
  form: { readonly cells: DealSource; readonly way: UsageWay; readonly tried: boolean },
  hasDeal: boolean,
  currency: Currency,
): ScenarioCells {
  const { parts, partsOfYear } = readDealSource(form.cells, currency);
  const { texts, found, foundFor } = form.cells;
  const columns = (["Usage cells", "Bands", "Terms"] as const).filter(
    (column) => column !== "Usage cells" || form.way === "cells",
  );
  const isRead = (part: DealInput): boolean =>
    texts[part].trim() === "" || foundFor?.[part].trim() === texts[part].trim();
  const faults = columns.flatMap((column) => {
    const part = CELL_PARTS[column];
    const error =
      part === "Forecast" && partsOfYear
        ? partsInScenario(partsOfYear, currency)
        : parts[part].field.error;
    if (error !== "") return [error.replaceAll("\n", " ")];
    return isRead(part) ? [] : [`${column} could not be read yet.`];
  });
  const usageText = texts.Forecast.trim();
  const usageFound = found?.Forecast;
  const usage = form.way === "cells" && usageFound?.kind === "cells" ? usageFound : undefined;
  const forecast = usage ? readForecast(usage.cells) : undefined;
  const reference = (part: DealInput): string => {
    const cells = found?.[part];
    return cells?.kind === "cells" ? readableReference(cells.reference) : texts[part].trim();
  };
  const usageField = partsOfYear
    ? { ...parts.Forecast.field, error: partsInScenario(partsOfYear, currency) }
    : parts.Forecast.field;
  return {
    fields: {
      "Usage cells": waiting(usageField, form.tried && form.way === "cells"),
      Bands: parts.Bands.field,
      Terms: parts.Terms.field,
    },
    obstacles: [
      ...faults,
      ...(form.way === "cells" && usageText === "" ? [GIVE_CELLS] : []),
      ...(!hasDeal && texts.Bands.trim() === "" ? [GIVE_BANDS] : []),
    ],
    usage: usage ? reference("Forecast") : "",
    forecast: forecast?.ok ? forecast.value : undefined,
    bands: reference("Bands"),
    terms: reference("Terms"),
  };
}

function waiting(field: Field, tried: boolean): Field {
  return tried && field.text.trim() === "" ? { ...field, error: GIVE_CELLS } : field;
}

const GIVE_CELLS = "Give the cells of usage: an address such as Sheet1!A2:A9, a table or a name.";
const GIVE_BANDS = "Give the cells of the bands: this workbook has no deal to take them from.";
