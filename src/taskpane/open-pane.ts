import { chooseDeal, forgetChoice } from "../workbook/deal-choice";
import { readTypedCells } from "../workbook/find-cells";
import { readDeal } from "../workbook/read-deal";
import { readSelectedReference, readSelectedUsages } from "../workbook/read-selection";
import { goToTable, removeTable } from "../workbook/remove-table";
import { watchWorkbook } from "../workbook/watch";
import { writeTable } from "../workbook/write-table";
import { listTables } from "../workbook/written-tables";
import { BandwisePane } from "./bandwise-pane";
import type { PaneActions } from "./pane-actions";
import { followTheme } from "./theme";

/** What is not asked of a workbook before somebody presses a button is loaded then, so that the pane opens sooner. */
const LATER: Pick<
  PaneActions,
  "insertExample" | "insertNumbers" | "writeDecision" | "writeForecast" | "checkThisExcel"
> = {
  insertExample: async () =>
    (await import(/* webpackChunkName: "sheets" */ "../workbook/insert-example")).insertExample(),
  insertNumbers: async (numbers) =>
    (await import(/* webpackChunkName: "sheets" */ "../workbook/insert-numbers")).insertNumbers(
      numbers,
    ),
  writeDecision: async (request) =>
    (await import(/* webpackChunkName: "sheets" */ "../workbook/write-decision")).writeDecision(
      request,
    ),
  writeForecast: async (forecast) =>
    (await import(/* webpackChunkName: "sheets" */ "../workbook/write-forecast")).writeForecast(
      forecast,
    ),
  checkThisExcel: async () =>
    (await import(/* webpackChunkName: "self-check" */ "../workbook/self-check")).checkThisExcel(),
};

/** The pane, connected to the workbook that Office opened it for. */
export const paneOpened: Promise<BandwisePane> = openPane();

async function openPane(): Promise<BandwisePane> {
  await Office.onReady();
  followTheme();
  const pane = new BandwisePane();
  document.body.append(pane);
  await pane.begin({
    ...LATER,
    readDeal,
    readSelectedUsages,
    readTypedCells,
    readSelectedReference,
    chooseDeal,
    forgetChoice,
    writeTable,
    listTables,
    goToTable,
    removeTable,
    watchWorkbook,
  });
  return pane;
}
