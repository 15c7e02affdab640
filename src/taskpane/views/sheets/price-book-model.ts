import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import type { PaneState } from "../../context/pane-state";
import { faultStatus, saying } from "../../context/status";

/** Whether one of our writes in this workbook holds a price book: an import of usage writes one with it. */
export function holdsPriceBook({ tables, usage }: Pick<PaneState, "tables" | "usage">): boolean {
  return usage !== null || tables.some(({ title }) => title === "Price book");
}

/** Adds the price book that is shipped, as a table that anyone can change. */
export async function insertPriceBook(pane: PaneContext): Promise<void> {
  await pane.during({ kind: "priceBook" }, "Adding the price book…", async () => {
    const written = await catchFault(pane.actions.insertPriceBook());
    await pane.refresh();
    pane.put({
      status: written.ok
        ? saying(
            "done",
            `Added the price book on ${written.value.sheet}. Exports are priced by it from the next import on.`,
          )
        : faultStatus(written.fault),
    });
  });
}
