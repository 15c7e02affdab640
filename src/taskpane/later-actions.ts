// What writes into the workbook, which nobody asks for before the first lines are drawn: it comes with the later parts.
export {
  addScenario,
  changeScenario,
  deleteScenario,
  duplicateScenario,
  restoreScenario,
  showScenario,
} from "../workbook/change-scenarios";
export { insertExample } from "../workbook/insert-example";
export { insertNumbers } from "../workbook/insert-numbers";
export { goToTable, removeTable } from "../workbook/remove-table";
export { checkThisExcel } from "../workbook/self-check";
export { writeComparison } from "../workbook/write-comparison";
export { writeDecision } from "../workbook/write-decision";
export { writeForecast } from "../workbook/write-forecast";
export { writeTable } from "../workbook/write-table";
