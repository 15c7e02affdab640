// What writes into the workbook, which the user asks for only after the first lines are drawn: it is a chunk of its own.

export { writeComparables } from "../workbook/comparables/write-comparables";
export { goToCells } from "../workbook/excel/go-to-cells";
export { readSelectedText } from "../workbook/excel/selected-text";
export { readersOf } from "../workbook/journal/readers-of";
export { goToTable, removeTable } from "../workbook/journal/roll-back";
export {
  addScenario,
  changeScenario,
  deleteScenario,
  duplicateScenario,
  restoreScenario,
  showScenario,
} from "../workbook/scenarios/change-scenarios";
export { checkThisExcel } from "../workbook/self-check/self-check";
export { markAsk } from "../workbook/sheets/change-asks";
export { insertExample } from "../workbook/sheets/insert-example";
export { insertNumbers } from "../workbook/sheets/insert-numbers";
export { insertRound } from "../workbook/sheets/insert-round";
export { writeAsks } from "../workbook/sheets/write-asks";
export { writeBridge } from "../workbook/sheets/write-bridge";
export { writeComparison } from "../workbook/sheets/write-comparison";
export { writeCounterOffer } from "../workbook/sheets/write-counter-offer";
export { writeDecision } from "../workbook/sheets/write-decision";
export { writeForecast } from "../workbook/sheets/write-forecast";
export { writeLog } from "../workbook/sheets/write-log";
export { writeSchedule } from "../workbook/sheets/write-schedule";
export { writeSeats } from "../workbook/sheets/write-seats";
export { writeTable } from "../workbook/sheets/write-table";
export { writeTerm } from "../workbook/sheets/write-term";
export { addExclusion, removeExclusion } from "../workbook/usage/exclusions";
export { importUsage } from "../workbook/usage/import-usage";
export { readEfficientSheets, writeLevers } from "../workbook/usage/levers";
export { insertPriceBook } from "../workbook/usage/price-book-table";
export { readPriceBookTable as readPriceBook, readUsage } from "../workbook/usage/read-usage";
export { writeEfficient } from "../workbook/usage/write-efficient";
