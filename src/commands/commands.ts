import "../taskpane/taskpane";
import type { BandwisePane } from "../taskpane/bandwise-pane";
import { paneOpened } from "../taskpane/open-pane";

Office.actions.associate("insertExample", (event: Office.AddinCommands.Event) =>
  runInPane(event, (pane) => pane.insertExample()),
);

Office.actions.associate("buildTable", (event: Office.AddinCommands.Event) =>
  runInPane(event, (pane) => pane.buildTable()),
);

Office.actions.associate("explainCell", (event: Office.AddinCommands.Event) =>
  runInPane(event, (pane) => pane.explainCell()),
);

/** Runs a ribbon button's work in the pane, which says what came of it; the pane is shown for that. */
async function runInPane(
  event: Office.AddinCommands.Event,
  work: (pane: BandwisePane) => Promise<void> | void,
): Promise<void> {
  try {
    const pane = await paneOpened;
    await Office.addin.showAsTaskpane();
    await work(pane);
  } finally {
    event.completed();
  }
}
