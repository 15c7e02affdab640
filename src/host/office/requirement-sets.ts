/**
 * Requirement sets that the local workbook claims, by name.
 *
 * Each holds only in the members that the model has; the coverage test keeps
 * what the product uses inside both.
 */
export const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: "1.17",
  // The client of this package still looks here for worksheets.onNameChanged, of ExcelApi 1.17.
  ExcelApiOnline: "1.1",
  CustomFunctions: "1.3",
  CustomFunctionsRuntime: "1.3",
  SharedRuntime: "1.1",
  RichApiRuntime: "1.0",
  DelayForCellEdit: "1.1",
  AddinCommands: "1.1",
  CompressedFile: "1.1",
};
