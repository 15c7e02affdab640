import { chooseCurrency } from "../workbook/deal/currency-choice";
import { chooseDeal, forgetChoice, showDeal } from "../workbook/deal/deal-choice";
import { readTypedCells } from "../workbook/excel/find-cells";
import { readSelectedReference, readSelectedUsages } from "../workbook/excel/selection";
import { watchWorkbook } from "../workbook/excel/watch";
import { readWorkbook } from "../workbook/read-workbook";
import { BandwisePane } from "./bandwise-pane";
import { followTheme } from "./kit/theme";

/** The pane, connected to the workbook that Office opened it for. */
export const paneOpened: Promise<BandwisePane> = openPane();

async function openPane(): Promise<BandwisePane> {
  await Office.onReady();
  followTheme();
  const pane = new BandwisePane();
  document.body.append(pane);
  await pane.begin({
    readWorkbook,
    chooseCurrency,
    readSelectedUsages,
    readTypedCells,
    readSelectedReference,
    chooseDeal,
    forgetChoice,
    showDeal,
    showScenario: async (name) => (await later()).showScenario(name),
    insertExample: async () => (await later()).insertExample(),
    insertNumbers: async (numbers) => (await later()).insertNumbers(numbers),
    writeTable: async (request, progress) => (await later()).writeTable(request, progress),
    writeDecision: async (request) => (await later()).writeDecision(request),
    writeForecast: async (forecast) => (await later()).writeForecast(forecast),
    addScenario: async (scenario) => (await later()).addScenario(scenario),
    changeScenario: async (name, scenario) => (await later()).changeScenario(name, scenario),
    duplicateScenario: async (name) => (await later()).duplicateScenario(name),
    deleteScenario: async (name) => (await later()).deleteScenario(name),
    restoreScenario: async (deleted) => (await later()).restoreScenario(deleted),
    writeComparison: async (request) => (await later()).writeComparison(request),
    goToTable: async (id) => (await later()).goToTable(id),
    removeTable: async (id) => (await later()).removeTable(id),
    checkThisExcel: async () => (await later()).checkThisExcel(),
    watchWorkbook,
  });
  return pane;
}

function later(): Promise<typeof import("./later-actions")> {
  return import(/* webpackChunkName: "writing" */ "./later-actions");
}
