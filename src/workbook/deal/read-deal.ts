import { type ByPart, byPart, DEAL_INPUTS, type DealCells } from "../../deal/deal-inputs";
import { cellsBeside } from "../excel/cells-beside";
import type { Outcome } from "../excel/outcome";
import { FaultError, runExcel } from "../excel/run";
import { type DealChoice, loadChoice, readChoice } from "./deal-choice";

/** Names that a deal goes by in a workbook. */
export const DEAL_NAMES = {
  bands: "Bands",
  terms: "Terms",
  usage: "Usage",
  commitment: "Commitment",
  forecast: "Forecast",
} as const;

/**
 * Reads the cells of the deal: those that the user chose in the pane, else those named Bands, Terms, Usage, Commitment
 * and Forecast. Only the bands must be there.
 */
export async function readDeal(): Promise<Outcome<DealCells>> {
  return runExcel(async (context) => {
    const setting = loadChoice(context.workbook.settings);
    const named = byPart((part) => nameOf(context, part));
    await context.sync();
    const choice = readChoice(setting);
    if (choice) return readChosen(context, choice);
    if (named.Bands.range.isNullObject)
      throw new FaultError({ kind: "nothingNamed", names: [DEAL_NAMES.bands] });
    const references = byPart((part) => part);
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
  const named = byPart((part) => nameOf(context, choice[part]?.name ?? LEFT_OUT));
  await context.sync();
  for (const part of DEAL_INPUTS) {
    const chosen = choice[part];
    if (chosen && named[part].range.isNullObject)
      throw new FaultError({ kind: "choiceLost", part, reference: chosen.reference });
  }
  const references = byPart((part) => {
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
  named: ByPart<NamedCells>,
  references: ByPart<string>,
  choice: DealChoice | undefined,
): DealCells {
  const there = byPart((part) => !named[part].range.isNullObject);
  const reference = (part: keyof typeof there): string | null =>
    there[part] ? references[part] : null;
  const one = (part: keyof typeof there): unknown =>
    there[part] ? named[part].range.values[0]?.[0] : null;
  return {
    references: {
      bands: references.Bands,
      terms: reference("Terms"),
      usage: reference("Usage"),
      commitment: reference("Commitment"),
      forecast: reference("Forecast"),
    },
    chosen: choice !== undefined,
    eachIsAYear: choice?.Forecast?.eachIsAYear === true,
    addresses: byPart((part) => (there[part] ? named[part].range.address : null)),
    bands: named.Bands.range.values,
    terms: there.Terms ? named.Terms.range.values : null,
    usage: one("Usage"),
    commitment: one("Commitment"),
    forecast: there.Forecast ? named.Forecast.range.values : null,
  };
}

function nameOf(context: Excel.RequestContext, name: string): NamedCells {
  const item = context.workbook.names.getItemOrNullObject(name);
  item.load("formula");
  const range = item.getRangeOrNullObject();
  range.load("values,address");
  return { item, range };
}
