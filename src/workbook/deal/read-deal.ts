import {
  type ByPart,
  byPart,
  DEAL_INPUTS,
  type DealCells,
  type DealInput,
  type DealReferences,
} from "../../deal/deal-inputs";
import { withoutSheet } from "../../input/cells/a1";
import { type AskedCells, askCells } from "../excel/asked-cells";
import { FaultError } from "../excel/run";
import { called, isLost, placeOf, type WorkbookIndex } from "../excel/workbook-index";
import { DEAL_NAMES, type DealSource, type ListedDeal } from "./deals";

/** A deal whose cells were asked for, to be read after the next sync. */
export interface AskedDeal {
  /** Asks for the cells beside a forecast whose place was not known before; whether it asked for anything. */
  askMore(): boolean;
  /** @throws FaultError where the bands or a chosen part are not there. */
  cells(): DealCells;
}

/**
 * Asks for the cells of a deal: those that the user chose in the pane, else those that go by its names. Only the bands must
 * be there, but a part that lost its cells is a fault, for a deal without it would be priced otherwise.
 */
export function askDeal(
  { names }: Excel.Workbook,
  index: WorkbookIndex,
  { names: namesOf, choice }: DealSource,
): AskedDeal {
  const asked = byPart((part): AskedCells | undefined => {
    const known = called(namesOf[part], index.names);
    if (!known) return undefined;
    return askCells(
      names.getItemOrNullObject(known.name).getRangeOrNullObject(),
      placeOf(known, index)?.address,
      { most: undefined, wantsOneCell: false, isForecast: part === "Forecast" },
    );
  });
  const there = (part: DealInput): AskedCells | undefined =>
    asked[part]?.range.isNullObject === false ? asked[part] : undefined;
  const checkLost = (part: DealInput): void => {
    const name = namesOf[part];
    if (name === "" || there(part)) return;
    if (choice) throw lost(part, choice[part]?.reference ?? name);
    if (part === "Bands") throw new FaultError({ kind: "nothingNamed", names: [DEAL_NAMES.bands] });
    const known = called(name, index.names);
    if (known && isLost(known)) throw lost(part, name);
  };
  const one = (part: DealInput): unknown => there(part)?.values()[0]?.[0] ?? null;
  return {
    askMore: () => there("Forecast")?.askMore() === true,
    cells() {
      for (const part of DEAL_INPUTS) checkLost(part);
      const beside = there("Forecast")?.beside();
      return {
        references: referencesOf(byPart((part) => (there(part) ? referenceOf(part) : null))),
        chosen: choice !== undefined,
        eachIsAYear: choice?.Forecast?.eachIsAYear === true,
        addresses: byPart((part) => there(part)?.range.address ?? null),
        bands: there("Bands")?.values() ?? [],
        terms: there("Terms")?.values() ?? null,
        usage: one("Usage"),
        commitment: one("Commitment"),
        forecast: there("Forecast")?.values() ?? null,
        ...(beside && { forecastBeside: beside }),
      };
    },
  };

  function referenceOf(part: DealInput): string {
    return sourceReference(index, namesOf[part], choice?.[part]?.reference);
  }
}

/** A deal of the workbook that was asked for only to be listed. */
export interface AskedListing {
  /** Undefined where its bands are no cells. */
  listed(): Omit<ListedDeal, "name"> | undefined;
}

/** Asks where the bands of a deal are. */
export function askListing(
  { names }: Excel.Workbook,
  index: WorkbookIndex,
  { key, names: namesOf, choice }: DealSource,
): AskedListing {
  const bands = names.getItemOrNullObject(namesOf.Bands).getRangeOrNullObject();
  bands.load("address");
  const { worksheet } = bands;
  worksheet.load("name");
  const reference = (part: DealInput): string | null => {
    const known = called(namesOf[part], index.names);
    if (!known || isLost(known)) return null;
    return sourceReference(index, known.name, choice?.[part]?.reference);
  };
  return {
    listed: () =>
      bands.isNullObject
        ? undefined
        : {
            key,
            sheet: worksheet.name,
            bandsAddress: bands.address,
            references: referencesOf(byPart(reference)),
          },
  };
}

/** The deals that are there, with what the pane calls each: its sheet, or where that is not enough the cells of its bands. */
export function nameDeals(listed: readonly Omit<ListedDeal, "name">[]): readonly ListedDeal[] {
  return listed.map((deal) => {
    const isAlone = listed.filter(({ sheet }) => sheet === deal.sheet).length === 1;
    const { sheet, bandsAddress } = deal;
    return { ...deal, name: isAlone ? sheet : `${sheet}, ${withoutSheet(bandsAddress)}` };
  });
}

/** How a formula refers to a part: by its name, or where the user chose cells by what our name for them means now. */
function sourceReference(
  { names }: WorkbookIndex,
  name: string,
  chosen: string | undefined,
): string {
  if (chosen === undefined || chosen === name) return name;
  return called(name, names)?.formula.replace(/^=/, "") ?? name;
}

function referencesOf(references: ByPart<string | null>): DealReferences {
  return {
    bands: references.Bands ?? "",
    terms: references.Terms,
    usage: references.Usage,
    commitment: references.Commitment,
    forecast: references.Forecast,
  };
}

function lost(part: DealInput, reference: string): FaultError {
  return new FaultError({ kind: "choiceLost", part, reference });
}
