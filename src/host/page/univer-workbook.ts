import {
  LifecycleStages,
  LocaleType,
  LogLevel,
  mergeLocales,
  type Plugin,
  type PluginCtor,
  Univer,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormattingWords from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import {
  CellAlertManagerService,
  ICanvasColorService,
  UniverSheetsCorePreset,
} from "@univerjs/preset-sheets-core";
import coreWords from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dataValidationWords from "@univerjs/preset-sheets-data-validation/locales/en-US";
import {
  type IUniverSheetsTableUIConfig,
  UniverSheetsTablePreset,
  UniverSheetsTableUIPlugin,
} from "@univerjs/preset-sheets-table";
import tableWords from "@univerjs/preset-sheets-table/locales/en-US";
import type {} from "@univerjs/sheets/facade";
import type {} from "@univerjs/sheets-ui/facade";
import { defaultTheme } from "@univerjs/themes";
import { PROGRESS_WORDS } from "../univer/progress-words";
import { darkColor } from "./dark-colors";
import { hashTooWideNumbers } from "./too-narrow";

/** A spreadsheet on the page, and Univer's own interface to it. */
export type UniverWorkbook = Readonly<ReturnType<typeof openUniver>>;

/** The tab with a table's name lies over the row above the table, which in Excel is in sight. */
const TABLE_LOOKS: IUniverSheetsTableUIConfig = { hideAnchor: true };
/** Under this key Univer keeps its note about an error in a cell. */
const ERROR_NOTE = "SHEET_FORMULA_ALERT";

/**
 * Opens Univer in an element with one empty sheet.
 *
 * Univer's own package that does this would bring parts without an open licence, so the plugins
 * of the presets used here are registered one by one.
 */
export function openUniver(containerId: string, dark: boolean) {
  const univer = new Univer({
    theme: defaultTheme,
    darkMode: dark,
    logLevel: LogLevel.WARN,
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(
        coreWords,
        conditionalFormattingWords,
        dataValidationWords,
        tableWords,
        PROGRESS_WORDS,
      ),
    },
  });
  const presets = [
    UniverSheetsCorePreset({ container: containerId, ribbonType: "simple" }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsTablePreset(),
  ];
  const plugins = new Map<string, readonly [PluginCtor<Plugin>, unknown]>();
  for (const entry of presets.flatMap((preset) => preset.plugins)) {
    if (!entry) continue;
    const [plugin, options] = Array.isArray(entry) ? entry : [entry, undefined];
    plugins.set(plugin.pluginName, [plugin, options]);
  }
  plugins.set(UniverSheetsTableUIPlugin.pluginName, [UniverSheetsTableUIPlugin, TABLE_LOOKS]);
  for (const [plugin, options] of plugins.values()) univer.registerPlugin(plugin, options as never);
  const univerAPI = FUniver.newAPI(univer);
  const drawn = new Promise<void>((resolve) => {
    univerAPI.addEvent(univerAPI.Event.LifeCycleChanged, ({ stage }) => {
      if (stage === LifecycleStages.Rendered) resolve();
    });
  });
  univerAPI.createWorkbook({
    id: "local-workbook",
    name: "Local workbook",
    sheetOrder: ["sheet-1"],
    sheets: { "sheet-1": { id: "sheet-1", name: "Sheet1", rowCount: 1000, columnCount: 40 } },
  });
  const colors = univer.__getInjector().get(ICanvasColorService);
  if (!("_invertAlgo" in colors)) throw new Error("Univer draws dark colors in another way now.");
  Object.assign(colors, { _invertAlgo: darkColor });
  hashTooWideNumbers(univer);
  void drawn.then(() => withoutErrorNotes(univer));
  return {
    univer,
    univerAPI,
    /** Resolves when the sheet is drawn and can be clicked. */
    drawn,
  };
}

/** An error is explained by our own card, as in Excel; Univer's note on hovering would lie over it and say less. */
function withoutErrorNotes(univer: Univer): void {
  const notes = univer.__getInjector().get(CellAlertManagerService);
  notes.currentAlert$.subscribe(() => {
    if (notes.currentAlert.has(ERROR_NOTE)) notes.removeAlert(ERROR_NOTE);
  });
}
