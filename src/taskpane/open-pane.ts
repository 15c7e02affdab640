import { chooseCurrency, readCurrency } from "../workbook/deal/currency-choice";
import { chooseDeal, forgetChoice } from "../workbook/deal/deal-choice";
import { readDeal } from "../workbook/deal/read-deal";
import { readTypedCells } from "../workbook/excel/find-cells";
import { readSelectedReference, readSelectedUsages } from "../workbook/excel/selection";
import { watchWorkbook } from "../workbook/excel/watch";
import { listTables } from "../workbook/journal/written";
import { readScenarios } from "../workbook/scenarios/read-scenarios";
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
    readCurrency,
    chooseCurrency,
    readDeal,
    readSelectedUsages,
    readTypedCells,
    readSelectedReference,
    chooseDeal,
    forgetChoice,
    readScenarios,
    showScenario: async (name) => (await writing()).showScenario(name),
    insertExample: async () => (await writing()).insertExample(),
    insertNumbers: async (numbers) => (await writing()).insertNumbers(numbers),
    writeTable: async (request, progress) => (await writing()).writeTable(request, progress),
    writeDecision: async (request) => (await writing()).writeDecision(request),
    writeForecast: async (forecast) => (await writing()).writeForecast(forecast),
    addScenario: async (scenario) => (await writing()).addScenario(scenario),
    changeScenario: async (name, scenario) => (await writing()).changeScenario(name, scenario),
    duplicateScenario: async (name) => (await writing()).duplicateScenario(name),
    deleteScenario: async (name) => (await writing()).deleteScenario(name),
    restoreScenario: async (deleted) => (await writing()).restoreScenario(deleted),
    writeComparison: async (request) => (await writing()).writeComparison(request),
    goToTable: async (id) => (await writing()).goToTable(id),
    removeTable: async (id) => (await writing()).removeTable(id),
    checkThisExcel: async () => (await writing()).checkThisExcel(),
    listTables,
    watchWorkbook,
  });
  return pane;
}

function writing(): Promise<typeof import("./writing-actions")> {
  return import(/* webpackChunkName: "writing" */ "./writing-actions");
}
