import {
  type ByInput,
  byInput,
  type DealCells,
  type FoundInput,
  foundDeal,
  INPUT_NAMES,
} from "../../deal/deal-inputs";
import { cellsBeside } from "../excel/cells-beside";
import type { Outcome } from "../excel/outcome";
import { FaultError, runExcel } from "../excel/run";
import { type DealChoice, loadChoice, readChoice } from "./deal-choice";

/**
 * Reads the cells of the deal: those that the user chose in the pane, else those named Bands, Terms, Usage, Commitment
 * and Forecast. Only the bands must be there.
 */
export async function readDeal(): Promise<Outcome<DealCells>> {
  return runExcel(async (context) => {
    const setting = loadChoice(context.workbook.settings);
    const named = byInput((part) => nameOf(context, part));
    await context.sync();
    const choice = readChoice(setting);
    if (choice) return readChosen(context, choice);
    if (named.Bands.range.isNullObject)
      throw new FaultError({ kind: "nothingNamed", names: ["Bands"] });
    const references = byInput((part) => part);
    return withBeside(context, named.Forecast, dealFrom(named, references, undefined));
  });
}

/** A name that nobody gives: what a part that was left out is looked for by. */
const LEFT_OUT = "Bandwise_left_out";

interface NamedCells {
  readonly item: Excel.NamedItem;
  readonly range: Excel.Range;
}

async function readChosen(context: Excel.RequestContext, choice: DealChoice): Promise<DealCells> {
  const named = byInput((part) => nameOf(context, choice[part]?.name ?? LEFT_OUT));
  await context.sync();
  for (const part of INPUT_NAMES) {
    const chosen = choice[part];
    if (chosen && named[part].range.isNullObject)
      throw new FaultError({ kind: "choiceLost", part, reference: chosen.reference });
  }
  const references = byInput((part) => {
    const chosen = choice[part];
    if (!chosen) return "";
    const isTheUsers = chosen.name === chosen.reference;
    return isTheUsers ? chosen.name : named[part].item.formula.replace(/^=/, "");
  });
  return withBeside(context, named.Forecast, dealFrom(named, references, choice));
}

/** The deal with the cells around its forecast, where that is a list: only this takes one more round trip. */
async function withBeside(
  context: Excel.RequestContext,
  { range }: NamedCells,
  deal: DealCells,
): Promise<DealCells> {
  const beside = range.isNullObject ? undefined : cellsBeside(range, range.address);
  if (!beside) return deal;
  await context.sync();
  return { ...deal, forecastBeside: beside.values };
}

function dealFrom(
  named: ByInput<NamedCells>,
  references: ByInput<string>,
  choice: DealChoice | undefined,
): DealCells {
  const found = byInput((input): FoundInput | null => {
    const { range } = named[input];
    if (range.isNullObject) return null;
    return { reference: references[input], cells: range.values, address: range.address };
  });
  return {
    ...foundDeal(found),
    chosen: choice !== undefined,
    eachIsAYear: choice?.Forecast?.eachIsAYear === true,
  };
}

function nameOf(context: Excel.RequestContext, name: string): NamedCells {
  const item = context.workbook.names.getItemOrNullObject(name);
  item.load("formula");
  const range = item.getRangeOrNullObject();
  range.load("values,address");
  return { item, range };
}
