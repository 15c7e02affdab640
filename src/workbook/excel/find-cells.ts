import { type ByInput, byInput, INPUT_NAMES, INPUTS } from "../../deal/deal-inputs";
import type { Found, FoundCells } from "../../deal/found-cells";
import {
  absoluteAddress,
  type CellReference,
  readReference,
} from "../../input/cells/cell-reference";
import { cellsBeside } from "./cells-beside";
import type { Outcome } from "./outcome";
import { runExcel } from "./run";

/** More cells than any table of bands or terms has; reading them would be felt. */
const MOST_CELLS = 10_000;

/** Reads the cells that typed references mean; changes nothing. */
export async function readTypedCells(texts: ByInput<string>): Promise<Outcome<ByInput<Found>>> {
  return runExcel((context) => findCells(context, texts));
}

/** Finds and reads the cells of each part: three round trips, however many parts there are. */
export async function findCells(
  context: Excel.RequestContext,
  texts: ByInput<string>,
): Promise<ByInput<Found>> {
  const found = await findEach(
    context,
    INPUT_NAMES.map((part) => ({
      text: texts[part],
      wantsOneCell: INPUTS[part].holds === "value",
      isForecast: part === "Forecast",
    })),
  );
  return byInput((part) => found[INPUT_NAMES.indexOf(part)] ?? { kind: "none" });
}

/** A reference as somebody typed it, whether it is to mean one cell, and whether labels beside its cells count. */
export interface TypedReference {
  readonly text: string;
  readonly wantsOneCell: boolean;
  readonly isForecast: boolean;
}

/** Finds and reads the cells of many references, in the same round trips. One that means nothing stops no other. */
export async function findEach(
  context: Excel.RequestContext,
  references: readonly TypedReference[],
): Promise<readonly Found[]> {
  const sought = references.map(({ text }) => seek(context, readReference(text)));
  await context.sync();
  const located = sought.map(locate);
  await context.sync();
  const sized = located.map((found, index) => checkSize(found, references[index]));
  await context.sync();
  return sized.map(finish);
}

type Sought =
  | Exclude<Found, FoundCells>
  | {
      readonly kind: "address";
      readonly named: string;
      readonly sheet: Excel.Worksheet;
      readonly address: string;
    }
  | {
      readonly kind: "called";
      readonly name: string;
      readonly table: Excel.Table;
      readonly item: Excel.NamedItem;
      readonly range: Excel.Range;
    };

function seek({ workbook }: Excel.RequestContext, wanted: CellReference): Sought {
  switch (wanted.kind) {
    case "none":
    case "refused":
      return wanted;
    case "address": {
      const { worksheets } = workbook;
      const sheet =
        wanted.sheet === undefined
          ? worksheets.getActiveWorksheet()
          : worksheets.getItemOrNullObject(wanted.sheet);
      sheet.load("name");
      return { kind: "address", named: wanted.sheet ?? "", sheet, address: wanted.address };
    }
    case "called": {
      const table = workbook.tables.getItemOrNullObject(wanted.name);
      table.load("name");
      const item = workbook.names.getItemOrNullObject(wanted.name);
      item.load("name");
      const range = item.getRangeOrNullObject();
      range.load("rowCount,columnCount");
      return { kind: "called", name: wanted.name, table, item, range };
    }
  }
}

interface Located {
  readonly kind: "located";
  readonly range: Excel.Range;
  /** A name or a table; undefined where the address is the reference. */
  readonly reference: string | undefined;
  readonly isName: boolean;
  readonly beside?: Excel.Range | undefined;
}

function locate(sought: Sought): Exclude<Found, FoundCells> | Located {
  switch (sought.kind) {
    case "none":
    case "refused":
      return sought;
    case "address": {
      if (sought.sheet.isNullObject)
        return { kind: "refused", fault: { kind: "noSuchSheet", sheet: sought.named } };
      return located(sought.sheet.getRange(sought.address), undefined, false);
    }
    case "called": {
      const { table, item, range } = sought;
      if (!table.isNullObject) return located(table.getRange(), `${table.name}[#All]`, false);
      if (!range.isNullObject) return located(range, item.name, true);
      return { kind: "refused", fault: { kind: "nothingCalled", name: sought.name } };
    }
  }
}

function located(range: Excel.Range, reference: string | undefined, isName: boolean): Located {
  range.load("address,rowCount,columnCount");
  return { kind: "located", range, reference, isName };
}

function checkSize(
  found: Exclude<Found, FoundCells> | Located,
  wanted: TypedReference | undefined,
): Exclude<Found, FoundCells> | Located {
  if (found.kind !== "located") return found;
  const cells = found.range.rowCount * found.range.columnCount;
  if (wanted?.wantsOneCell && cells !== 1)
    return { kind: "refused", fault: { kind: "notOneCell", cells } };
  if (cells > MOST_CELLS)
    return { kind: "refused", fault: { kind: "tooManyCells", cells, most: MOST_CELLS } };
  found.range.load("values");
  return wanted?.isForecast
    ? { ...found, beside: cellsBeside(found.range, found.range.address) }
    : found;
}

function finish(found: Exclude<Found, FoundCells> | Located): Found {
  if (found.kind !== "located") return found;
  const { range, isName, beside } = found;
  const reference = found.reference ?? absoluteAddress(range.address);
  return {
    ...{ kind: "cells", reference, isName, cells: range.values, address: range.address },
    ...(beside && { beside: beside.values }),
  };
}
