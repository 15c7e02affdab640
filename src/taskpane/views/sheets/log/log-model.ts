import { logRows } from "../../../../sheets/log/log-rows";
import { loggedDeal } from "../../../../sheets/log/logged-deal";
import type { LogDefinition } from "../../../../sheets/sheet-definition";
import { timeOfMaking } from "../../../../wording/format/format";
import type { WrittenTable } from "../../../../workbook/journal/written-table";
import { catchFault } from "../../../context/catch-fault";
import type { PaneContext } from "../../../context/pane-context";
import type { PaneState } from "../../../context/pane-state";
import { faultStatus, saying } from "../../../context/status";

/** The log of the answer in this workbook; undefined while none is kept. */
export function logOf({
  tables,
}: Pick<PaneState, "tables">): (WrittenTable & { readonly definition: LogDefinition }) | undefined {
  for (const table of tables) {
    const { definition, complete } = table;
    if (complete && definition?.kind === "log") return { ...table, definition };
  }
  return undefined;
}

/** Begins a log of what the deal in the workbook answers. */
export async function beginLog(pane: PaneContext, now = new Date()): Promise<void> {
  const { workbookDeal, currency } = pane.state();
  if (workbookDeal.kind !== "read") return;
  const { reading } = workbookDeal;
  await pane.during({ kind: "log" }, "Writing the log…", async () => {
    const definition: LogDefinition = {
      ...{ kind: "log", form: "live", begunOn: timeOfMaking(now) },
      last: loggedDeal(reading, currency),
    };
    const written = await catchFault(pane.actions.writeLog({ definition, rows: [] }, currency));
    await pane.refresh();
    pane.put({
      status: written.ok
        ? saying("done", `${written.value.sheet} lists what changes the answer from now on.`)
        : faultStatus(written.fault),
    });
  });
}

/** Adds what the deal answers now to the log, where that is not what it answered last; else does nothing. */
export async function followLog(pane: PaneContext, now = new Date()): Promise<void> {
  const { workbookDeal, currency, status } = pane.state();
  const log = logOf(pane.state());
  if (log === undefined || workbookDeal.kind !== "read") return;
  const last = loggedDeal(workbookDeal.reading, currency);
  const rows = logRows(log.definition.last, last, timeOfMaking(now));
  if (rows.length === 0) return;
  await pane.during({ kind: "log" }, "Writing the log…", async () => {
    const definition = { ...log.definition, last };
    const written = await catchFault(
      pane.actions.writeLog({ definition, rows, again: log }, currency),
    );
    await pane.refresh();
    pane.put({ status: written.ok ? status : faultStatus(written.fault) });
  });
}
