import {
  addScenario,
  changeScenario,
  deleteScenario,
  duplicateScenario,
  restoreScenario,
  showScenario,
} from "../workbook/change-scenarios";
import { chooseCurrency, readCurrency } from "../workbook/currency-choice";
import { chooseDeal, forgetChoice } from "../workbook/deal-choice";
import { readTypedCells } from "../workbook/find-cells";
import { insertExample } from "../workbook/insert-example";
import { insertNumbers } from "../workbook/insert-numbers";
import { readDeal } from "../workbook/read-deal";
import { readScenarios } from "../workbook/read-scenarios";
import { readSelectedReference, readSelectedUsages } from "../workbook/read-selection";
import { goToTable, removeTable } from "../workbook/remove-table";
import { watchWorkbook } from "../workbook/watch";
import { writeComparison } from "../workbook/write-comparison";
import { writeDecision } from "../workbook/write-decision";
import { writeForecast } from "../workbook/write-forecast";
import { writeTable } from "../workbook/write-table";
import { listTables } from "../workbook/written-tables";
import { BandwisePane } from "./bandwise-pane";
import { followTheme } from "./theme";

/** The pane, connected to the workbook that Office opened it for. */
export const paneOpened: Promise<BandwisePane> = openPane();

async function openPane(): Promise<BandwisePane> {
  await Office.onReady();
  followTheme();
  const pane = new BandwisePane();
  document.body.append(pane);
  await pane.begin({
    insertExample,
    insertNumbers,
    readCurrency,
    chooseCurrency,
    readDeal,
    readSelectedUsages,
    readTypedCells,
    readSelectedReference,
    chooseDeal,
    forgetChoice,
    writeTable,
    writeDecision,
    writeForecast,
    readScenarios,
    showScenario,
    addScenario,
    changeScenario,
    duplicateScenario,
    deleteScenario,
    restoreScenario,
    writeComparison,
    listTables,
    goToTable,
    removeTable,
    // Its many cases come with the other parts that the first lines do not need.
    checkThisExcel: async () => {
      const check = await import(/* webpackChunkName: "later-parts" */ "../workbook/self-check");
      return check.checkThisExcel();
    },
    watchWorkbook,
  });
  return pane;
}
