import { chooseCurrency, readCurrency } from "../workbook/deal/currency-choice";
import { chooseDeal, forgetChoice } from "../workbook/deal/deal-choice";
import { readDeal } from "../workbook/deal/read-deal";
import { readTypedCells } from "../workbook/excel/find-cells";
import { readSelectedReference, readSelectedUsages } from "../workbook/excel/selection";
import { watchWorkbook } from "../workbook/excel/watch";
import { listTables } from "../workbook/journal/written";
import { readScenarios } from "../workbook/scenarios/read-scenarios";
import { BandwisePane } from "./bandwise-pane";
import { paneCurrency } from "./kit/pane-currency";
import { followTheme } from "./kit/theme";

/** The pane, connected to the workbook that Office opened it for. */
export const paneOpened: Promise<BandwisePane> = openPane();

async function openPane(): Promise<BandwisePane> {
  await Office.onReady();
  followTheme();
  const pane = new BandwisePane();
  document.body.append(pane);
  await pane.begin({
    readCurrency,
    chooseCurrency,
    readDeal,
    readSelectedUsages,
    readTypedCells,
    readSelectedReference,
    chooseDeal,
    forgetChoice,
    readScenarios,
    showScenario: async (name) => (await later()).showScenario(name),
    insertExample: async () => (await later()).insertExample(paneCurrency()),
    insertNumbers: async (numbers) => (await later()).insertNumbers(numbers, paneCurrency()),
    writeTable: async (request, progress) =>
      (await later()).writeTable(request, paneCurrency(), progress),
    writeDecision: async (request) => (await later()).writeDecision(request, paneCurrency()),
    writeForecast: async (forecast) => (await later()).writeForecast(forecast, paneCurrency()),
    addScenario: async (scenario) => (await later()).addScenario(scenario, paneCurrency()),
    changeScenario: async (name, scenario) => (await later()).changeScenario(name, scenario),
    duplicateScenario: async (name) => (await later()).duplicateScenario(name),
    deleteScenario: async (name) => (await later()).deleteScenario(name),
    restoreScenario: async (deleted) => (await later()).restoreScenario(deleted),
    writeComparison: async (request) => (await later()).writeComparison(request, paneCurrency()),
    goToTable: async (id) => (await later()).goToTable(id),
    removeTable: async (id) => (await later()).removeTable(id),
    checkThisExcel: async () => (await later()).checkThisExcel(paneCurrency()),
    listTables,
    watchWorkbook,
  });
  return pane;
}

function later(): Promise<typeof import("./later-actions")> {
  return import(/* webpackChunkName: "later-parts" */ "./later-actions");
}
