import { type ByInput, byInput, INPUT_NAMES } from "../../deal/deal-inputs";
import { findCells } from "../excel/find-cells";
import { freeName } from "../excel/free-name";
import type { Outcome, WorkbookFault } from "../excel/outcome";
import { FaultError, runExcel } from "../excel/run";

/** Setting of the workbook that says which cells the user chose; docs/decisions/own-sheet.md has its form. */
export const CHOICE_KEY = "BandwiseDeal";

/** Setting that says which deal the pane shows, by its key; without it the first of them. */
export const SHOWN_DEAL_KEY = "BandwiseShownDeal";

/** Setting that says which scenario the pane shows: names in the order in which they are tried. */
export const SHOWN_KEY = "BandwiseShown";
export const NO_SCENARIO = "[]";

/** Names that follow chosen cells when these are moved, or their sheet or table is renamed. */
const NAME_PREFIX = "Bandwise_";
const COMMENT = "Chosen in Bandwise as a part of the deal";

/** A chosen part: the name by which it is found again, and the reference as it was when it was chosen. */
export interface ChosenPart {
  readonly name: string;
  readonly reference: string;
  /** Of a forecast: the user said that each of its numbers is a possible year. */
  readonly eachIsAYear?: true;
}

/** The cells that the user chose; null for a part that was left out. */
export type DealChoice = ByInput<ChosenPart | null>;

/**
 * Keeps the cells of the deal in the workbook: from now on it is read from there. Each text is a reference or empty.
 *
 * @param eachIsAYear Whether the user said that each number of the forecast is a possible year.
 */
export async function chooseDeal(
  texts: ByInput<string>,
  eachIsAYear = false,
): Promise<Outcome<void>> {
  let ours: readonly string[] = [];
  const chosen = await runExcel(async (context) => {
    const { names, settings } = context.workbook;
    names.load("items/name");
    const setting = loadChoice(settings);
    const shown = loadShownDeal(settings);
    const found = await findCells(context, texts);
    const there = names.items.map(({ name }) => name);
    const choice = byInput((part): ChosenPart | null => {
      const cells = found[part];
      if (cells.kind === "refused" || (cells.kind === "none" && part === "Bands"))
        throw new FaultError({ kind: "notChosen", part });
      if (cells.kind === "none") return null;
      const { reference, isName } = cells;
      const name = isName ? reference : freeName(NAME_PREFIX + part, there, "_");
      return { name, reference, ...(part === "Forecast" && eachIsAYear && { eachIsAYear }) };
    });
    const former = followersOf(readChoice(setting)).map(({ name }) => name);
    ours = [...followersOf(choice).map(({ name }) => name), ...former];
    for (const { name, reference } of followersOf(choice))
      names.add(name, `=${reference}`, COMMENT);
    settings.add(CHOICE_KEY, formatChoice(choice));
    if (!shown.isNullObject) shown.delete();
    // The names of the former choice go last: until then it stands whole.
    for (const name of former) if (there.includes(name)) names.getItem(name).delete();
    await context.sync();
  });
  return chosen.ok || ours.length === 0 ? chosen : sweep(ours, chosen.fault);
}

/** Gives up the choice: the deal is again read from the cells named as the parts are. */
export async function forgetChoice(): Promise<Outcome<void>> {
  let ours: readonly string[] = [];
  const forgotten = await runExcel(async (context) => {
    const { names, settings } = context.workbook;
    const setting = loadChoice(settings);
    names.load("items/name");
    await context.sync();
    if (setting.isNullObject) return;
    ours = followersOf(readChoice(setting)).map(({ name }) => name);
    setting.delete();
    for (const { name } of names.items) if (ours.includes(name)) names.getItem(name).delete();
    await context.sync();
  });
  return forgotten.ok || ours.length === 0 ? forgotten : sweep(ours, forgotten.fault);
}

/** Shows a deal of the workbook, which keeps which, and no scenario. */
export async function showDeal(key: string): Promise<Outcome<void>> {
  return runExcel(async (context) => {
    const { settings } = context.workbook;
    settings.add(SHOWN_DEAL_KEY, key);
    settings.add(SHOWN_KEY, NO_SCENARIO);
    await context.sync();
  });
}

/** The setting that says which deal is shown, once the context is synchronized. */
export function loadShownDeal(settings: Excel.SettingCollection): Excel.Setting {
  const setting = settings.getItemOrNullObject(SHOWN_DEAL_KEY);
  setting.load("value");
  return setting;
}

/** The setting that holds the choice, once the context is synchronized. */
export function loadChoice(settings: Excel.SettingCollection): Excel.Setting {
  const setting = settings.getItemOrNullObject(CHOICE_KEY);
  setting.load("value");
  return setting;
}

/**
 * The choice in a loaded setting; undefined where there is none that this version can read. A part that was not yet known
 * when the choice was kept was left out.
 */
export function readChoice(setting: Excel.Setting): DealChoice | undefined {
  return setting.isNullObject ? undefined : readChoiceValue(setting.value);
}

/** The same of what the setting holds; undefined where there is none. */
export function readChoiceValue(kept: unknown): DealChoice | undefined {
  if (typeof kept !== "string") return undefined;
  try {
    const value: unknown = JSON.parse(kept);
    if (typeof value !== "object" || value === null) return undefined;
    const parts = value as Readonly<Record<string, unknown>>;
    const choice = byInput((part) => readPart(parts[part]));
    return choice.Bands === null ? undefined : choice;
  } catch {
    return undefined;
  }
}

/** A choice as the setting keeps it. */
export function formatChoice(choice: DealChoice): string {
  return JSON.stringify(choice);
}

function readPart(value: unknown): ChosenPart | null {
  if (typeof value !== "object" || value === null) return null;
  const { name, reference, eachIsAYear } = value as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || typeof reference !== "string") return null;
  return { name, reference, ...(eachIsAYear === true && { eachIsAYear }) };
}

/** The chosen inputs that a name of the add-in follows, not one of the user's. */
function followersOf(choice: DealChoice | undefined): readonly ChosenPart[] {
  return INPUT_NAMES.flatMap((part) => {
    const chosen = choice?.[part];
    return chosen && chosen.name !== chosen.reference ? [chosen] : [];
  });
}

/** After a batch that stopped: the choice that is kept is whole, and the add-in's names that it does not use are deleted. */
async function sweep(ours: readonly string[], stoppedBy: WorkbookFault): Promise<Outcome<void>> {
  const swept = await runExcel(async (context) => {
    const { names, settings } = context.workbook;
    names.load("items/name");
    const setting = loadChoice(settings);
    await context.sync();
    const used = followersOf(readChoice(setting)).map(({ name }) => name);
    for (const { name } of names.items)
      if (ours.includes(name) && !used.includes(name)) names.getItem(name).delete();
    await context.sync();
  });
  return { ok: false, fault: swept.ok ? stoppedBy : { kind: "namesLeft", names: ours } };
}
