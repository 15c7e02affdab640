import type { Currency } from "../../core/currency";
import type { PricingError } from "../../core/errors";
import { DEFAULT_TERMS, type Terms } from "../../core/terms";
import {
  type ByInput,
  byInput,
  type DealCells,
  type DealInput,
  type FoundInput,
  foundDeal,
  INPUT_NAMES,
  INPUTS,
} from "../../deal/deal-inputs";
import type { Found } from "../../deal/found-cells";
import { type DealFault, readDealCells } from "../../deal/parse-deal";
import type { PartsOfYear } from "../../deal/parts-of-year";
import { partsEcho, partsName } from "../../deal/parts-of-year-messages";
import {
  type EachIs,
  isOneYear,
  partsFarApart,
  partsLeftOut,
  partsUsage,
  totalSentence,
} from "../../deal/parts-of-year-questions";
import { readSchedule, SCHEDULE_COLUMNS, type ScheduleYear } from "../../deal/schedule-cells";
import { scheduleFault } from "../../deal/schedule-fault";
import { readLaidOutInAnyOrder } from "../../input/bands-cells";
import { describeReferenceFault, readableReference } from "../../input/cells/cell-reference";
import { readAmountUsd } from "../../input/cells/numbers";
import { readForecast } from "../../input/forecast-cells";
import { readTerms } from "../../input/terms-cells";
import { formatCounted, formatExactUsd, formatList } from "../../wording/format/format";
import { faultLines, faultText } from "../../wording/messages/deal-messages";
import { unusedWords } from "../../wording/messages/rollover-words";
import { overageWords } from "../../wording/messages/terms-words";
import { isFarApart, warnings } from "../../wording/messages/warning-messages";
import { bandsEcho } from "./bands-echo";
import { forecastEcho } from "./forecast-echo";
import type { Field } from "./form-fields";

/** The form that chooses cells: a reference for each part as typed, and what was found there last. */
export interface DealSource {
  readonly texts: ByInput<string>;
  /** Undefined until the workbook answered; of a text that was typed since, the former answer does not count. */
  readonly found: ByInput<Found> | undefined;
  readonly foundFor: ByInput<string> | undefined;
  /** What the user said that each number of the forecast is, where that was asked. */
  readonly each?: EachIs | undefined;
}

/** A part as the form shows it. */
export interface SourcePart {
  readonly field: Field;
  /** Allowed, but most likely not meant. */
  readonly warnings: readonly string[];
}

/** The form as understood. */
export interface SourceReading {
  readonly parts: ByInput<SourcePart>;
  /** A forecast of which is asked what its numbers are. */
  readonly partsOfYear: PartsOfYear | undefined;
  /** Why the cells cannot be used as they are, one sentence each. */
  readonly obstacles: readonly string[];
  /** What will not be shown because it was left out. */
  readonly leftOut: readonly string[];
}

/** The form once the cells that it asked for were found: each reference written out in full, so that it means the same everywhere. */
export function takeReferences(
  own: DealSource,
  asked: DealSource["texts"],
  found: ByInput<Found>,
): DealSource {
  const full = byInput((part) => {
    const cells = found[part];
    return cells.kind === "cells" ? readableReference(cells.reference) : asked[part];
  });
  const texts = byInput((part) => (own.texts[part] === asked[part] ? full[part] : own.texts[part]));
  return { ...own, texts, found, foundFor: full };
}

const NOTHING: Found = { kind: "none" };

/** Reads what was found for each part, by itself and as one deal. */
export function readDealSource(
  { texts, found, foundFor, each }: DealSource,
  currency: Currency,
): SourceReading {
  const known = byInput((part): Found | undefined => {
    const isCurrent = foundFor?.[part].trim() === texts[part].trim();
    return isCurrent ? found?.[part] : texts[part].trim() === "" ? NOTHING : undefined;
  });
  const deal = dealOf(known);
  const unasked = readDealCells(deal);
  const { partsOfYear } = unasked;
  const reading = each === "year" ? readDealCells({ ...deal, eachIsAYear: true }) : unasked;
  const faultOf = (part: DealInput): DealFault | undefined =>
    known[part]?.kind === "cells" ? reading.faults.find((fault) => fault.part === part) : undefined;
  const parts = byInput((part): SourcePart => {
    const cells = known[part];
    const text = texts[part];
    if (cells?.kind === "refused")
      return {
        field: { text, echo: "", error: describeReferenceFault(cells.fault) },
        warnings: [],
      };
    if (cells?.kind !== "cells") return { field: { text, echo: "", error: "" }, warnings: [] };
    const fault = faultOf(part) ?? (part === "Schedule" ? scheduleFault(cells) : undefined);
    if (fault)
      return { field: { text, echo: "", error: faultTexts(fault, currency) }, warnings: [] };
    if (part === "Forecast" && partsOfYear && each !== "year")
      return {
        field: { text, echo: partsEcho(partsOfYear, currency), error: "" },
        warnings: each === "part" ? partsWarnings(partsOfYear, reading.usageUsd, currency) : [],
      };
    if (part === "Forecast" && partsOfYear?.totalUsd !== undefined)
      return {
        field: { text, echo: "", error: totalSentence(partsOfYear.totalUsd, currency) },
        warnings: [],
      };
    const own = {
      ...reading,
      usageUsd: part === "Forecast" ? reading.usageUsd : undefined,
      blanks: reading.blanks.filter((blank) => blank.part === part),
      bands: part === "Bands" ? reading.bands : undefined,
      bandsAreSorted: part !== "Bands" || reading.bandsAreSorted,
      leftOut: part === "Bands" ? reading.leftOut : [],
      discounts: part === "Bands" ? reading.discounts : { ranges: [], errors: [] },
    };
    return {
      field: { text, echo: echoOf(part, cells.cells, currency), error: "" },
      warnings: warnings(own, undefined, currency),
    };
  });
  const wrong = INPUT_NAMES.filter((part) => parts[part].field.error !== "");
  const unread = INPUT_NAMES.filter((part) => known[part] === undefined);
  const isUnasked = partsOfYear !== undefined && each === undefined;
  const isLeftOut = partsOfYear !== undefined && each === "part";
  return {
    parts,
    partsOfYear,
    obstacles: [
      ...(texts.Bands.trim() === "" ? ["Give the cells of the bands first."] : []),
      ...(wrong.length > 0 ? [`Mend ${wrong.join(" and ")} first.`] : []),
      ...(unread.length > 0 ? [`${unread.join(" and ")} could not be read yet.`] : []),
      ...(isUnasked
        ? [`Say what each of the ${partsName(partsOfYear)} of Forecast is first.`]
        : []),
      ...(isLeftOut && reading.usageUsd === undefined
        ? [partsUsage(partsOfYear, texts.Forecast, currency)]
        : []),
    ],
    leftOut: [
      ...INPUT_NAMES.flatMap((part) => {
        const { without } = INPUTS[part];
        return texts[part].trim() === "" && without !== "" ? [without] : [];
      }),
      ...(isLeftOut && reading.usageUsd !== undefined
        ? [partsLeftOut(formatExactUsd(reading.usageUsd, currency))]
        : []),
    ],
  };
}

/** That parts of one year come to another usage than the one that is given. */
function partsWarnings(
  parts: PartsOfYear,
  usageUsd: number | undefined,
  currency: Currency,
): readonly string[] {
  return usageUsd !== undefined && isOneYear(parts) && isFarApart(usageUsd, parts.sumUsd)
    ? [partsFarApart(parts, formatExactUsd(usageUsd, currency), currency)]
    : [];
}

function faultTexts(fault: DealFault, currency: Currency): string {
  const { part, errors } = fault;
  const isShape = errors.some(({ kind }) =>
    ["tooFewColumns", "noBands", "columnsWithoutHeader", "missing", "numberBlock"].includes(kind),
  );
  const lines = faultLines(fault, currency).map(faultText);
  return [...lines, ...(isShape || isWords(part, errors) ? [INPUTS[part].select] : [])].join("\n");
}

/** Words where an amount should stand: most likely the label beside the cell or the heading above it was picked. */
function isWords(part: DealInput, faults: readonly PricingError[]): boolean {
  const wantsAmount = part === "Usage" || part === "Commitment" || part === "Forecast";
  return wantsAmount && faults.some(({ kind }) => kind === "notANumber");
}

function dealOf(known: ByInput<Found | undefined>): DealCells {
  const cells = byInput((input): FoundInput | null => {
    const found = known[input];
    return found?.kind === "cells" ? { ...found, address: found.address ?? null } : null;
  });
  const forecast = known.Forecast;
  const forecastBeside = forecast?.kind === "cells" ? (forecast.beside ?? null) : null;
  return { ...foundDeal(cells), chosen: true, forecastBeside };
}

function echoOf(
  part: DealInput,
  cells: readonly (readonly unknown[])[],
  currency: Currency,
): string {
  switch (part) {
    case "Bands": {
      const bands = readLaidOutInAnyOrder(cells);
      return bands.ok ? bandsEcho(bands.value.table, currency) : "";
    }
    case "Terms": {
      const terms = readTerms(cells);
      return terms.ok ? termsEcho(terms.value) : "";
    }
    case "Usage":
    case "Commitment": {
      const amount = readAmountUsd(cells[0]?.[0], { argument: part });
      return amount.ok ? formatExactUsd(amount.value, currency) : "";
    }
    case "Forecast": {
      const forecast = readForecast(cells);
      return forecast.ok ? forecastEcho(forecast.value, cells, currency) : "";
    }
    case "Schedule": {
      const schedule = readSchedule(cells);
      return schedule.ok ? scheduleEcho(schedule.value) : "";
    }
  }
}

/** "3 years: Usage and Commitment" */
function scheduleEcho(years: readonly ScheduleYear[]): string {
  const given = SCHEDULE_COLUMNS.flatMap(([heading, what]) =>
    years.some((year) => year[what] !== undefined) ? heading : [],
  );
  return `${formatCounted(years.length, "year", "years")}: ${given.length > 0 ? formatList(given) : "as without"}`;
}

/** "net basis, overage at list, shortfall forfeited" */
function termsEcho(terms: Terms): string {
  const { basis, overage, overagePremiumFraction, forfeitedFraction } = {
    ...DEFAULT_TERMS,
    ...terms,
  };
  const priced = { overage, overagePremiumFraction, forfeitedFraction };
  return `${basis} basis, overage ${overageWords(priced)}, shortfall ${unusedWords(priced, terms["Rollover share"] ?? 0)}`;
}
