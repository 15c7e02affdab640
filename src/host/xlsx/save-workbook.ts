import type { LocalHost } from "../model/local-host";
import { captureWorkbook, untoldParts } from "./capture-workbook";
import { writeWorkbookFile } from "./write-xlsx";

/**
 * What a file of the open workbook would not keep: a sentence for each, to show before saving.
 *
 * @param addinName The add-in's name, as a person knows it.
 */
export function lossesOfSaving(host: LocalHost, addinName: string): readonly string[] {
  const lists = host.grid
    .sheets()
    .some(({ id }) =>
      host.grid.whole
        .validations(id)
        .some(({ validation: { rule } }) => rule.type === "list" && !rule.showDropDown),
    );
  return [
    ...(host.settings.size > 0
      ? [
          `Excel will not know what ${addinName} built: its list of tables is empty there, so Remove is not offered. The cells, names and formulas are all there. Opened here again, the list is complete.`,
        ]
      : []),
    ...untoldParts(host).map((what) => `Not in the file: ${what}.`),
    ...(lists ? ["Lists in cells will have an arrow in the file."] : []),
  ];
}

/**
 * The open workbook as the bytes of an .xlsx file.
 *
 * @throws With a sentence, when a file cannot hold it.
 */
export async function saveWorkbook(host: LocalHost): Promise<Uint8Array> {
  return writeWorkbookFile(await captureWorkbook(host), host.grid.functionNames());
}
