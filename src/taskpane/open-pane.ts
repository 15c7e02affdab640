import { chooseCurrency } from "../workbook/deal/currency-choice";
import { chooseDeal, forgetChoice, showDeal } from "../workbook/deal/deal-choice";
import { readTypedCells } from "../workbook/excel/find-cells";
import { readSelectedReference, readSelectedUsages } from "../workbook/excel/selection";
import { watchWorkbook } from "../workbook/excel/watch";
import { readWorkbook } from "../workbook/read-workbook";
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
    readWorkbook,
    chooseCurrency,
    readSelectedUsages,
    readTypedCells,
    readSelectedReference,
    chooseDeal,
    forgetChoice,
    showDeal,
    showScenario: async (name) => (await writing()).showScenario(name),
    insertExample: async () => (await writing()).insertExample(paneCurrency()),
    insertNumbers: async (numbers) => (await writing()).insertNumbers(numbers, paneCurrency()),
    writeTable: async (request, progress) =>
      (await writing()).writeTable(request, paneCurrency(), progress),
    writeDecision: async (request) => (await writing()).writeDecision(request, paneCurrency()),
    writeForecast: async (forecast) => (await writing()).writeForecast(forecast, paneCurrency()),
    addScenario: async (scenario) => (await writing()).addScenario(scenario, paneCurrency()),
    changeScenario: async (name, scenario) => (await writing()).changeScenario(name, scenario),
    duplicateScenario: async (name) => (await writing()).duplicateScenario(name),
    deleteScenario: async (name) => (await writing()).deleteScenario(name),
    restoreScenario: async (deleted) => (await writing()).restoreScenario(deleted),
    writeComparison: async (request) => (await writing()).writeComparison(request, paneCurrency()),
    goToCells: async (address) => (await writing()).goToCells(address),
    goToTable: async (id) => (await writing()).goToTable(id),
    removeTable: async (id) => (await writing()).removeTable(id),
    checkThisExcel: async () => (await writing()).checkThisExcel(paneCurrency()),
    watchWorkbook,
  });
  return pane;
}

function writing(): Promise<typeof import("./writing-actions")> {
  return import(/* webpackChunkName: "writing" */ "./writing-actions");
}
