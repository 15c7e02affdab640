import { type ByInput, byInput, INPUT_NAMES, INPUTS } from "../../deal/deal-inputs";
import type { Found } from "../../deal/found-cells";
import { absoluteAddress, readReference } from "../../input/cells/cell-reference";
import { type AskedCells, askCells, type CellsWanted } from "./asked-cells";
import type { Outcome } from "./outcome";
import { runExcel } from "./run";
import { called, isCalled, loadIndex, placeOf, type WorkbookIndex } from "./workbook-index";

/** More cells than any table of bands or terms has; reading them would be felt. */
const MOST_CELLS = 10_000;

/** Reads the cells that typed references mean; changes nothing. */
export async function readTypedCells(texts: ByInput<string>): Promise<Outcome<ByInput<Found>>> {
  return runExcel((context) => findCells(context, texts));
}

/** Finds and reads the cells of each part: two round trips, however many parts there are. */
export async function findCells(
  context: Excel.RequestContext,
  texts: ByInput<string>,
): Promise<ByInput<Found>> {
  const indexed = loadIndex(context.workbook);
  await context.sync();
  const asked = askTyped(context.workbook, indexed(), texts);
  await context.sync();
  if (asked.askMore()) await context.sync();
  return asked.found();
}

/** Asks for the cells of each part, to be read after the next sync. */
export function askTyped(workbook: Excel.Workbook, index: WorkbookIndex, texts: ByInput<string>) {
  const asked = byInput((part) =>
    askReference(workbook, index, {
      text: texts[part],
      wantsOneCell: INPUTS[part].holds === "value",
      isForecast: part === "Forecast",
    }),
  );
  return {
    askMore: (): boolean => INPUT_NAMES.map((part) => asked[part].askMore()).includes(true),
    found: (): ByInput<Found> => byInput((part) => asked[part].found()),
  };
}

/** A reference as somebody typed it, whether it is to mean one cell, and whether labels beside its cells count. */
export interface TypedReference {
  readonly text: string;
  readonly wantsOneCell: boolean;
  readonly isForecast: boolean;
}

/** A reference whose cells were asked for, to be read after the next sync. */
export interface AskedReference {
  /** Asks for what could only be asked for once the place of the cells was known; whether it asked for anything. */
  askMore(): boolean;
  found(): Found;
}

/** Asks for the cells that a typed reference means. One that means nothing stops no other. */
export function askReference(
  { worksheets, tables, names }: Excel.Workbook,
  index: WorkbookIndex,
  { text, ...kind }: TypedReference,
): AskedReference {
  const wanted: CellsWanted = { ...kind, most: MOST_CELLS };
  const reference = readReference(text);
  switch (reference.kind) {
    case "none":
    case "refused":
      return already(reference);
    case "address": {
      const { sheet, address } = reference;
      if (sheet === undefined)
        return asked(askCells(worksheets.getActiveWorksheet().getRange(address), address, wanted));
      if (!index.sheets.some((one) => isCalled(sheet, one)))
        return already({ kind: "refused", fault: { kind: "noSuchSheet", sheet } });
      return asked(askCells(worksheets.getItem(sheet).getRange(address), address, wanted));
    }
    case "called": {
      const table = index.tables.find((one) => isCalled(reference.name, one));
      if (table !== undefined)
        return asked(askCells(tables.getItem(table).getRange(), undefined, wanted), {
          reference: `${table}[#All]`,
          isName: false,
        });
      const named = called(reference.name, index.names);
      if (!named)
        return already({ kind: "refused", fault: { kind: "nothingCalled", name: reference.name } });
      const range = names.getItemOrNullObject(named.name).getRangeOrNullObject();
      return asked(askCells(range, placeOf(named, index)?.address, wanted), {
        reference: named.name,
        isName: true,
      });
    }
  }
}

function already(found: Found): AskedReference {
  return { askMore: () => false, found: () => found };
}

/** @param by The name or the table that the cells go by; without it their address is the reference. */
function asked(
  cells: AskedCells,
  by?: { readonly reference: string; readonly isName: boolean },
): AskedReference {
  return {
    askMore: cells.askMore,
    found() {
      const { range } = cells;
      if (range.isNullObject)
        return { kind: "refused", fault: { kind: "nothingCalled", name: by?.reference ?? "" } };
      const fault = cells.fault();
      if (fault) return { kind: "refused", fault };
      const { address } = range;
      const reference = by?.reference ?? absoluteAddress(address);
      const beside = cells.beside();
      return {
        ...{
          kind: "cells",
          reference,
          isName: by?.isName === true,
          cells: cells.values(),
          address,
        },
        ...(beside && { beside }),
      };
    },
  };
}
