// What writes into the workbook, which the user asks for only after the first lines are drawn: it is a chunk of its own.

export { goToCells } from "../workbook/excel/go-to-cells";
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
export { insertExample } from "../workbook/sheets/insert-example";
export { insertNumbers } from "../workbook/sheets/insert-numbers";
export { writeComparison } from "../workbook/sheets/write-comparison";
export { writeDecision } from "../workbook/sheets/write-decision";
export { writeForecast } from "../workbook/sheets/write-forecast";
export { writeTable } from "../workbook/sheets/write-table";
