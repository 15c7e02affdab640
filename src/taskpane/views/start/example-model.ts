import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import { faultStatus } from "../../context/status";

/** Adds the example deal, and opens home with its answer. */
export async function insertExample(pane: PaneContext): Promise<void> {
  await pane.during({ kind: "example" }, "Adding the example…", async () => {
    const inserted = await catchFault(pane.actions.insertExample(pane.state().currency));
    await pane.refresh();
    if (!inserted.ok) return pane.put({ status: faultStatus(inserted.fault) });
    pane.open({ name: "home" });
    const text = `Added ${inserted.value.sheet} with illustrative bands. Change its shaded cells to your own offer.`;
    const { usage } = pane.state();
    pane.put({
      status: {
        ...{ tone: "done", text },
        offers: usage ? [] : [{ kind: "exampleUsage", take: () => showExampleUsage(pane) }],
      },
    });
  });
}

/** Opens the import of usage with a year of made exports in it. */
async function showExampleUsage(pane: PaneContext): Promise<void> {
  const { exampleFiles } = await import(
    /* webpackChunkName: "example-files" */ "../../context/example-files"
  );
  pane.open({ name: "usage", form: "import" });
  pane.put({ status: undefined });
  pane.draft({ usageImport: { kind: "given", files: exampleFiles() } });
}
