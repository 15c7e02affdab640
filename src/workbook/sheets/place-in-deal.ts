import { byInput } from "../../deal/deal-inputs";
import {
  CHOICE_KEY,
  type DealChoice,
  formatChoice,
  readChoiceValue,
  SHOWN_DEAL_KEY,
} from "../deal/deal-choice";
import { type DealSource, dealSources, shownSource } from "../deal/deals";
import { FaultError } from "../excel/run";
import { called, isCalled, isLost, loadIndex, type WorkbookIndex } from "../excel/workbook-index";
import type { KnownWorkbook, SheetContent } from "../journal/write-sheet";
import { writtenDeal } from "../journal/written-deal";

/** An input that a deal may get later. */
type LaterInput = "Forecast" | "Schedule";

/** How cells that are about to be written become an input of the deal that the pane shows. */
export interface PlaceInDeal extends Required<Pick<SheetContent, "settings" | "undo">> {
  /** The name that they go by. */
  readonly name: string;
}

/**
 * Asks how new cells become an input of the deal that the pane shows; call what it returns after the next sync.
 *
 * They go by the name of the input where the deal finds them by it. Where the deal is read from chosen cells they join the
 * choice; where others have the name they get another one, and the deal is read from its names as a choice from then on.
 */
export function askPlaceInDeal(
  workbook: Excel.Workbook,
  part: LaterInput,
): (known: KnownWorkbook) => PlaceInDeal {
  const named = workbook.names.getItemOrNullObject(part).getRangeOrNullObject();
  named.load("address");
  const indexed = loadIndex(workbook);
  return (known) => {
    const index = indexed();
    const former = readChoiceValue(known.setting(CHOICE_KEY));
    const sources = dealSources(index, former, known.records.flatMap(writtenDeal));
    const deal = shownSource(sources, known.setting(SHOWN_DEAL_KEY));
    const there = referenceOf(deal, part, index, named);
    if (there !== undefined) throw new FaultError({ kind: "inputThere", part, reference: there });
    const own = deal?.choice ? "" : (deal?.names[part] ?? part);
    const name = known.freeName(own || part);
    const joins = (choice?: DealChoice): PlaceInDeal => ({
      name,
      settings: choice ? { [CHOICE_KEY]: formatChoice(choice) } : {},
      undo: [{ kind: "leaveChoice", names: [name], made: choice !== undefined && !former }],
    });
    if (isCalled(name, own)) return joins();
    // A workbook keeps one choice, and this would take it from another deal.
    if (former && !deal?.choice) throw new FaultError({ kind: "inputNameTaken", part });
    const others = former ?? choiceOfNames(deal, index);
    return joins({ ...others, [part]: { name, reference: name } });
  };
}

/** The cells of an input that a deal has; undefined for none. */
function referenceOf(
  deal: DealSource | undefined,
  part: LaterInput,
  { names }: WorkbookIndex,
  named: Excel.Range,
): string | undefined {
  if (deal?.choice) return deal.choice[part]?.reference;
  const own = deal?.names[part] ?? part;
  if (isCalled(own, part)) return named.isNullObject ? undefined : named.address;
  const known = called(own, names);
  return known && !isLost(known) ? own : undefined;
}

/** The cells that the deal is read from by their names, as a choice of them. */
function choiceOfNames(deal: DealSource | undefined, { names }: WorkbookIndex): DealChoice {
  const choice = byInput((part) => {
    const known = called(deal?.names[part] ?? "", names);
    return known ? { name: known.name, reference: known.name } : null;
  });
  if (choice.Bands === null) throw new FaultError({ kind: "nothingNamed", names: ["Bands"] });
  return choice;
}
