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
    readSelectedText: async () => (await writing()).readSelectedText(),
    readSelectedUsages,
    readTypedCells,
    readSelectedReference,
    chooseDeal,
    forgetChoice,
    showDeal,
    showScenario: async (name) => (await writing()).showScenario(name),
    insertExample: async (currency) => (await writing()).insertExample(currency),
    insertNumbers: async (numbers, currency) => (await writing()).insertNumbers(numbers, currency),
    insertRound: async (round, currency) => (await writing()).insertRound(round, currency),
    writeTable: async (request, currency, progress) =>
      (await writing()).writeTable(request, currency, progress),
    writeDecision: async (request, currency) => (await writing()).writeDecision(request, currency),
    writeComparables: async (offer, currency) =>
      (await writing()).writeComparables(offer, currency),
    writeForecast: async (forecast, currency) =>
      (await writing()).writeForecast(forecast, currency),
    writeTerm: async (request, currency, again) =>
      (await writing()).writeTerm(request, currency, again),
    writeSchedule: async (schedule, currency) =>
      (await writing()).writeSchedule(schedule, currency),
    addScenario: async (scenario, currency) => (await writing()).addScenario(scenario, currency),
    changeScenario: async (name, scenario) => (await writing()).changeScenario(name, scenario),
    duplicateScenario: async (name) => (await writing()).duplicateScenario(name),
    deleteScenario: async (name) => (await writing()).deleteScenario(name),
    restoreScenario: async (deleted) => (await writing()).restoreScenario(deleted),
    writeComparison: async (request, currency) =>
      (await writing()).writeComparison(request, currency),
    writeLog: async (request, currency) => (await writing()).writeLog(request, currency),
    writeAsks: async (request, currency) => (await writing()).writeAsks(request, currency),
    writeSeats: async (request, currency) => (await writing()).writeSeats(request, currency),
    markAsk: async (id, ask, status) => (await writing()).markAsk(id, ask, status),
    writeCounterOffer: async (request, currency) =>
      (await writing()).writeCounterOffer(request, currency),
    writeBridge: async (request, currency) => (await writing()).writeBridge(request, currency),
    readPriceBook: async () => (await writing()).readPriceBook(),
    insertPriceBook: async () => (await writing()).insertPriceBook(),
    importUsage: async (imported, currency, progress) =>
      (await writing()).importUsage(imported, currency, progress),
    writeEfficient: async (request, currency) =>
      (await writing()).writeEfficient(request, currency),
    readEfficientSheets: async () => (await writing()).readEfficientSheets(),
    writeLevers: async (levers) => (await writing()).writeLevers(levers),
    readUsage: async () => (await writing()).readUsage(),
    addExclusion: async (exclusion) => (await writing()).addExclusion(exclusion),
    removeExclusion: async (index, cells) => (await writing()).removeExclusion(index, cells),
    goToCells: async (address) => (await writing()).goToCells(address),
    goToTable: async (id) => (await writing()).goToTable(id),
    readersOf: async (id, readers) => (await writing()).readersOf(id, readers),
    removeTable: async (id) => (await writing()).removeTable(id),
    portable: () => import(/* webpackChunkName: "portable" */ "./portable-actions"),
    checkThisExcel: async (currency) => (await writing()).checkThisExcel(currency),
    watchWorkbook,
  });
  return pane;
}

function writing(): Promise<typeof import("./writing-actions")> {
  return import(/* webpackChunkName: "writing" */ "./writing-actions");
}
