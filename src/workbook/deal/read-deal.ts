import {
  byInput,
  type DealCells,
  type DealInput,
  type FoundInput,
  foundDeal,
  INPUT_NAMES,
  referencesOf,
} from "../../deal/deal-inputs";
import { withoutSheet } from "../../input/cells/a1";
import { type AskedCells, askCells } from "../excel/asked-cells";
import { FaultError } from "../excel/run";
import { called, isLost, placeOf, type WorkbookIndex } from "../excel/workbook-index";
import type { DealSource, ListedDeal } from "./deals";

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
  const asked = byInput((part): AskedCells | undefined => {
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
    if (part === "Bands") throw new FaultError({ kind: "nothingNamed", names: ["Bands"] });
    if (isLostName(part) && part !== "Schedule") throw lost(part, name);
  };
  const isLostName = (part: DealInput): boolean => {
    const known = called(namesOf[part], index.names);
    return known !== undefined && isLost(known);
  };
  return {
    askMore: () => there("Forecast")?.askMore() === true,
    cells() {
      for (const part of INPUT_NAMES) checkLost(part);
      const beside = there("Forecast")?.beside();
      const found = byInput((part): FoundInput | null => {
        const cells = there(part);
        // No price of a single year rests on a schedule: without its cells only what prices several years waits.
        if (!cells && part === "Schedule" && isLostName(part))
          return { reference: namesOf[part], cells: [], address: null };
        if (!cells) return null;
        return {
          reference: sourceReference(index, namesOf[part], choice?.[part]?.reference),
          cells: cells.values(),
          address: cells.range.address,
        };
      });
      return {
        ...foundDeal(found),
        chosen: choice !== undefined,
        eachIsAYear: choice?.Forecast?.eachIsAYear === true,
        ...(beside && { forecastBeside: beside }),
      };
    },
  };
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
            references: referencesOf(reference),
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

function lost(part: DealInput, reference: string): FaultError {
  return new FaultError({ kind: "choiceLost", part, reference });
}
