import { rebuilt } from "../../../sheets/tables/definition";
import { presentDeal } from "../../../sheets/tables/inputs";
import { timeOfMaking } from "../../../wording/format/format";
import { describeFault } from "../../../workbook/excel/outcome";
import type { TableRequest, WrittenTable } from "../../../workbook/journal/written-table";
import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import type { DealState } from "../../context/pane-state";
import { faultStatus, saying } from "../../context/status";

/** Builds a table anew from the deal as it is now, and only then removes the old one. */
export class RebuildModel {
  readonly #pane: PaneContext;

  constructor(pane: PaneContext) {
    this.#pane = pane;
  }

  /** @param now Time of making, for the header of the table. */
  async rebuild(table: WrittenTable, now = new Date()): Promise<void> {
    const pane = this.#pane;
    const request = rebuildRequest(table, pane.state().deal, now);
    if (typeof request === "string") return pane.put({ status: saying("fault", request) });
    const task = { kind: "rebuild", id: table.id } as const;
    await pane.during(task, `Building ${table.title} anew…`, async (progress) => {
      const written = await catchFault(pane.actions.writeTable(request, progress));
      if (!written.ok) {
        await pane.refresh();
        return pane.put({ status: faultStatus(written.fault) });
      }
      pane.put({ status: saying("working", `Removing ${table.title} from ${table.sheet}…`) });
      const removed = await catchFault(pane.actions.removeTable(table.id));
      await pane.refresh();
      const { title, sheet } = written.value;
      pane.put({
        status: removed.ok
          ? saying(
              "done",
              `Built ${title} anew on ${sheet}; the old one on ${table.sheet} is gone.`,
            )
          : saying(
              "fault",
              `Built ${title} anew on ${sheet}, but the old one on ${table.sheet} is still there. ${describeFault(removed.fault)}`,
            ),
      });
    });
  }
}

/** What to write in place of a table, or a sentence on why that cannot be. */
export function rebuildRequest(
  { recipe, title }: WrittenTable,
  deal: DealState,
  now: Date,
): TableRequest | string {
  const present = deal.kind === "read" ? presentDeal(deal.reading) : undefined;
  if (present === undefined || recipe === undefined)
    return "Mend the deal first: the table is built from it.";
  const content = rebuilt(recipe, present, timeOfMaking(now));
  if (content === null)
    return `${title} is about a band that the deal no longer has. Remove it, and build another.`;
  return {
    ...content,
    destination: { kind: "newSheet" },
    thresholdsUsd: present.bands.map(({ thresholdUsd }) => thresholdUsd),
  };
}
