import type { ParsedDeal } from "../../../deal/parse-deal";
import { catchFault } from "../../context/catch-fault";
import type { PaneContext } from "../../context/pane-context";
import { faultStatus, saying } from "../../context/status";

/** Adds the sheet with a table of comparable deals for a deal. */
export async function insertComparables(
  pane: PaneContext,
  { references: { bands, commitment } }: Pick<ParsedDeal, "references">,
): Promise<void> {
  await pane.during({ kind: "comparables" }, "Adding the table…", async () => {
    const { currency, deals, shown, shownDeal } = pane.state();
    const deal = shown ?? deals.find(({ key }) => key === shownDeal)?.name;
    const written = await catchFault(
      pane.actions.writeComparables(
        { bands, commitment, ...(deal !== undefined && { deal }) },
        currency,
      ),
    );
    await pane.refresh();
    const status = written.ok
      ? saying(
          "done",
          `Added the table on ${written.value.sheet}. Type the deals that you know: five are needed.`,
        )
      : faultStatus(written.fault);
    pane.put({ status });
  });
}
