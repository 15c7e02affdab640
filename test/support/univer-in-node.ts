import { LocaleType, LogLevel, type Plugin, type PluginCtor, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsNodeCorePreset } from "@univerjs/preset-sheets-node-core";
import type {} from "@univerjs/sheets/facade";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import "./iterator-helpers";
import type { UniverParts } from "../../src/host/univer/context";

let opened = 0;

/** Opens Univer without a screen, with one workbook of one empty sheet, Sheet1. */
export function openUniverInNode(): UniverParts {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    logLevel: LogLevel.ERROR,
    locales: { [LocaleType.EN_US]: {} },
  });
  const plugins: (PluginCtor<Plugin> | [PluginCtor<Plugin>, unknown])[] = [
    ...UniverSheetsNodeCorePreset().plugins,
    UniverSheetsNumfmtPlugin,
    UniverSheetsConditionalFormattingPlugin,
    UniverSheetsTablePlugin,
  ];
  for (const entry of plugins) {
    const [plugin, options] = Array.isArray(entry) ? entry : [entry];
    univer.registerPlugin(plugin, options as never);
  }
  const univerAPI = FUniver.newAPI(univer);
  // Univer caches parsed formulas for the whole process, by workbook: two with one id would mix.
  opened += 1;
  univerAPI.createWorkbook({
    id: `local-workbook-${opened}`,
    name: "Local workbook",
    sheetOrder: ["sheet-1"],
    sheets: {
      "sheet-1": { id: "sheet-1", name: "Sheet1", rowCount: 1000, columnCount: 40, cellData: {} },
    },
  });
  return { univer, univerAPI };
}
